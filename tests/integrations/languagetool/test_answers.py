"""Answers in plain values: places in code points, whatever the text; other shapes are refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.integrations.languagetool.answers import NotLanguageTool, matches

RULE = {"id": "X", "category": {"id": "TYPOS"}, "issueType": "misspelling", "description": "about"}


def match(offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"offset": offset, "length": length, "message": "m", "replacements": [], "rule": RULE} | more


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.text(max_size=20), st.text(min_size=1, max_size=20), st.text(max_size=20))
def test_places_are_code_points(before: str, found: str, behind: str) -> None:
    text = before + found + behind
    (m,) = matches({"matches": [match(units(before), units(found))]}, text)
    assert text[m.start : m.end] == found


def test_what_is_kept() -> None:
    rule = RULE | {"urls": [{"value": "https://example.org/x"}]}
    answer = {"matches": [match(0, 3, rule=rule, message="a\n b", replacements=[{"value": "the"}, {"value": "tea"}])]}
    (m,) = matches(answer, "teh")
    assert m == (0, 3, "X", "TYPOS", "misspelling", "a b", ("the", "tea"), "about", "https://example.org/x")


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        "x",
        {},
        {"matches": 3},
        {"matches": [{}]},
        {"matches": [match(0, 9)]},
        {"matches": [match(-1, 1)]},
        {"matches": [match(0, 1, rule=None)]},
        {"matches": [match(0, 1, replacements=[7])]},
    ],
)
def test_other_shapes_are_refused(answer: Any) -> None:
    with pytest.raises(NotLanguageTool):
        matches(answer, "teh")
