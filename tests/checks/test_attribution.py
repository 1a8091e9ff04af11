"""Long quotations without a speaker."""

import pytest

RULE = "check: attribution\nsaid: [said, told]\nleast: 5\n"
SPEECH = "“The boats are old and slow.”"


@pytest.mark.parametrize(
    "text",
    [
        f"The ferry will end.\n[[{SPEECH}]]\nA bus comes.",
        f"The ferry will end.\n[[{SPEECH}]]",
        f"Ann Lindqvist said so.\n{SPEECH}\nA bus comes.",
        f"The ferry will end.\n{SPEECH}\nA bus comes, said Ann Lindqvist.",
        f"The ferry will end:\n{SPEECH}\nA bus comes.",
        "The ferry will end.\n“The boats are old and slow,” said Ann Lindqvist.\nA bus comes.",
        "The ferry will end.\n“No.”\nA bus comes.",
        f"{SPEECH}\nA bus comes.",
        f"The ferry will end.\n[[{SPEECH}]]\n{SPEECH}\nA bus comes.",
        f"The ferry will end.\n[[{SPEECH}]]\n“I said so.”\n“They told me.”\nA bus comes.",
    ],
)
def test_who_speaks(rule, text) -> None:
    rule(RULE).flags(text)
