"""name-links: names that differ in a small word."""

from __future__ import annotations

import pytest

RULE = """
check: name-links
zones: [paragraph]
links: [of, for]
heads: [Institute]
message: "{majority} {count}"
messages: {majority: the other}
"""


def test_the_rarer_form_is_found(rule) -> None:
    found = rule(RULE).flags(
        "The Institute for Old Boats met.\nA report of the Institute for Old Boats was lost.\n"
        "The [[Institute of Old Boats]]’s head wept."
    )
    assert found.messages == ["Institute for Old Boats 2"]
    assert found.offers == [["Institute for Old Boats"]]
    assert found.related == [["the other"]]
    assert found.levels == ["error"]


def test_of_two_the_first_is_right(rule) -> None:
    assert rule(RULE).flags("The Institute for Boats met.\nThe [[Institute of Boats]] wept.").levels == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "The Institute for Boats met the Institute of Fish.",
        "The Institute for Boats met the Institute of Boats and Fish.",
        "The Institute for Boats met. “The Institute of Boats wept,” he said.",
        "The Office for Boats met the Office of Boats.",
        "headline: Institute for Boats\nThe Institute of Boats met.",
    ],
)
def test_other_names(rule, text: str) -> None:
    rule(RULE).flags(text)


def test_names_without_heads(rule) -> None:
    rule("check: name-links\nlinks: ['&', and]").flags(
        "The Gull & Heron sank. The [[Gull and Heron]] sank. R&D and Sons."
    )


def test_one_link_is_none(rule) -> None:
    with pytest.raises(AssertionError, match="at least two"):
        rule("check: name-links\nlinks: [of]")
