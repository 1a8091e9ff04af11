"""A slip in a name that stands rightly elsewhere in the article."""

import pytest

RULE = "check: name-slip\nendings: [n, an]\nwords: [Barwicks]\nmessage: '{majority} {count}'\n"


def test_the_rarer_name_is_found_with_the_other_as_its_fix(rule) -> None:
    found = rule(RULE).flags(
        "Boats leave Barwick at noon.\nThe [[Barwcik]] boat is old. So are Barwick and Barwick Lane."
    )
    assert found.messages == ["Barwick 3"]
    assert found.offers == [["Barwick"]]
    assert found.levels == ["error"]


def test_beside_two_uses_less_is_certain(rule) -> None:
    assert rule(RULE).flags("Barwick is old, and Barwick is far. The boat to [[Barwik]] left.").levels == ["warning"]


def test_capitals_that_a_slip_makes(rule) -> None:
    rule(RULE).flags("Barwick is old, and Barwick is far. The boat to [[BArwick]] left.")
    rule(RULE).flags("Barwick is old, and Barwick is far. The boat to BarWick left.")


@pytest.mark.parametrize(
    "text",
    [
        "Barwick is old. The boat to Barwik left.",
        "Barwick is old, and Barwick is far. Barwik is near, and Barwik is new.",
        "Barwick is old, and Barwick is far. The boat to Barwican left.",
        "Barwick is old, and Barwick is far. The boat to Barwicks left.",
        "Barwick is old, and barwick is far, says Barwick. The boat to Barwik left.",
        "Ann Barwick met Ann Barwick. Bill Barwik left.",
        "Barwick Hall is old, and Barwick Hall is far. Barwik Mill is near.",
        "Ekelund, Barwick, Sandoz; Barwick spoke. Petrov, Barwik, Kimball.",
        "Barw is old, and Barw is far. The boat to Barv left.",
    ],
)
def test_two_names(rule, text: str) -> None:
    rule(RULE).flags(text)


def test_a_name_that_lost_its_capital(rule) -> None:
    people = RULE + "firsts: [Ann]\n"
    found = rule(people).flags("Ann Barwick spoke. The boat left Barwick. [[barwick]] said so.")
    assert found.offers == [["Barwick"]]
    rule(people).flags("Old Barwick is far. The boat left Barwick. barwick is near.")
    rule(people).flags("Ann Barwick spoke. The boat left Barwick. barwick is near barwick.")
    rule(people).flags("Ann Barwick spoke. The boat left Barwick. See old-barwick and www.barwick.example.")
