"""two-ages: a person whose age is given twice, differently."""

from __future__ import annotations

import pytest

RULE = r"""
check: two-ages
zones: [paragraph]
message: "{name}: {age}, {other}"
messages: {other: the other}
after: ', (\d\d)(?=[,.])(?!, \d)'
before: '\b(\d\d)-year-old (?:[a-z]+ ){0,2}'
"""


def test_the_later_age_is_found_with_the_first_as_its_fix(rule) -> None:
    found = rule(RULE).flags("Ann Lindqvist, 34, spoke.\nMs Lindqvist, [[43]], left with the 34-year-old Ms Lindqvist.")
    assert found.messages == ["Ann Lindqvist: 43, 34"]
    assert found.offers == [["34"]]
    assert found.related == [["the other"]]
    assert found.levels == ["error"]


def test_a_birthday_may_lie_between(rule) -> None:
    found = rule(RULE).flags("The 34-year-old miller Ann Lindqvist spoke.\nMs Lindqvist, [[35]], left.")
    assert found.levels == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lindqvist, 34, spoke. Ms Lindqvist, 34, left.",
        "Ann Lindqvist, 34, spoke. Bill Reed, 43, left.",
        "Ann Lindqvist, 34, met Bo Lindqvist, 43.",
        "Ann Lindqvist, 34, spoke. Lindqvist, 43, 57 and 60, left.",
        "Ann Lindqvist, 34, spoke. “Ms Lindqvist, 43, left,” said Bill Reed.",
        "Ann Lindqvist, 34, spoke. Ms Lindqvist, 434, left.",
        "headline: Ann Lindqvist, 34, spoke\nMs Lindqvist, 43, left.",
        "34, 43.",
    ],
)
def test_nothing_is_wrong(rule, text: str) -> None:
    rule(RULE).flags(text)


def test_an_expression_without_a_group(rule) -> None:
    with pytest.raises(AssertionError, match="no group"):
        rule("check: two-ages\nafter: ', 34'")
