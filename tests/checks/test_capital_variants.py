"""A word with and without a capital."""

import pytest

RULE = "check: capital-variants\nwords: [council, prime minister]\nmessage: '{majority} {count}'\n"


def test_the_rarer_form_is_found(rule) -> None:
    found = rule(RULE).flags("They told the council and the council met. Then the [[Council]] left.")
    assert found.messages == ["council 2"]
    assert found.offers == [["council"]]
    assert found.levels == ["error"]


def test_a_tie_is_less_certain(rule) -> None:
    assert rule(RULE).flags("They told the Prime Minister. Then the [[prime minister]] left.").levels == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "They told the council. The Council of Owners met.",
        "They told the council. The Harbour Council met.",
        "They told the council. Council members met.",
        "They told the council. The COUNCIL met.",
        "They told the council. “The Council met,” he said.",
    ],
)
def test_names_and_quotations_are_left(rule, text) -> None:
    rule(RULE).flags(text)


def test_mistakes(refuses) -> None:
    assert refuses("check: capital-variants\nwords: [Council]") == ["found 'Council', expected it without capitals"]
