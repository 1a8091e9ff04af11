"""A word in two forms in one article."""

import pytest

HYPHENS = "check: two-forms\nof: hyphens\nreal: [resign]\nmessage: '{majority} {count}'\n"
SPELLINGS = "check: two-forms\nof: spellings\nmessage: '{majority} {count}'\n"


def test_the_rarer_form_is_found_with_the_other_as_its_fix(rule) -> None:
    found = rule(HYPHENS).flags("The takeover ended. A takeover is dear, and a [[take-over]] fails.")
    assert found.messages == ["takeover 2"]
    assert found.offers == [["takeover"]]
    assert found.levels == ["error"]


def test_on_a_tie_the_later_one_is_found_and_less_is_certain(rule) -> None:
    found = rule(HYPHENS).flags("A take-over ended.\n[[Takeover]] talk began.")
    assert found.offers == [["Take-over"]]
    assert found.levels == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "A takeover ended. “A take-over is dear,” he said.",
        "They resign, and then they re-sign.",
        "A takeover ended. See take-over.example.org or @take-over.",
        "A take-over ended. The firm Takeover Mill is new.",
        "A take-over ended. They take over.",
    ],
)
def test_two_words_names_and_what_others_say(rule, text: str) -> None:
    rule(HYPHENS).flags(text)


def test_spellings_of_two_countries(rule) -> None:
    found = rule(SPELLINGS).flags("The jeweller left. A jeweller came, and another [[jeweler]] stayed.")
    assert found.offers == [["jeweller"]]
    rule(SPELLINGS).flags("The jeweller left the metre, and a meter stayed.")
