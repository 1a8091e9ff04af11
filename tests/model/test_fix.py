"""Edits applied to a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Edit, Span, apply_edits

cut_lists = st.lists(st.tuples(st.integers(0, 20), st.text(alphabet="xy", max_size=2)))


@given(st.text(alphabet="abc\n", max_size=20), cut_lists)
def test_edits_in_any_order_replace_their_spans(text: str, cuts: list[tuple[int, str]]) -> None:
    at = sorted({min(c, len(text)) for c, _ in cuts})
    edits = [Edit(Span(a, b), new) for a, b, (_, new) in zip(at[::2], at[1::2], cuts, strict=False)]
    expected, done = "", 0
    for (start, end), new in edits:
        expected += text[done:start] + new
        done = end
    assert apply_edits(text, edits[::-1]) == expected + text[done:]


def test_insertions_at_one_place_keep_their_order() -> None:
    assert apply_edits("ab", [Edit(Span(1, 1), "z"), Edit(Span(1, 1), "a"), Edit(Span(1, 2), "B")]) == "azaB"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 2), ""), Edit(Span(1, 3), "")],
        [Edit(Span(0, 9), "")],
        [Edit(Span(2, 1), "")],
        [Edit(Span(-1, 1), "")],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"overlap|outside"):
        apply_edits("abc", edits)
