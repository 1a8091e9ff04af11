"""A word that comes again."""

import pytest

RULE = "check: word-echo\nleast: 5\nwithin: 4\nwords: [people]\nmessage: '{word} {distance}'\n"


def test_within_a_sentence(rule) -> None:
    assert rule(RULE).flags("The ferry left and the [[ferry]] sank.").messages == ["ferry 4"]
    rule(RULE).flags("The boats left. The boats sank.")
    rule(RULE + "per: block").flags("The boats left. The [[boats]] sank.")


@pytest.mark.parametrize(
    "text",
    [
        "The ferry that had left then was another ferry.",
        "Few people know people.",
        "Paris is Paris.",
        "The ferry ferry.",
    ],
)
def test_what_is_left(rule, text) -> None:
    rule(RULE).flags(text)
