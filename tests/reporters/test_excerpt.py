"""Source lines with their spans, cut to the terminal."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from newslint.reporters.excerpt import excerpt, shortened
from newslint.reporters.visible import Visible, wrap

LINES = st.text(
    st.one_of(st.characters(exclude_characters="\n\r"), st.sampled_from(" ab\t漢é\u0301👩\u200d…")), max_size=200
)


@given(LINES, st.data(), st.integers(10, 120), st.sampled_from(["utf-8", "cp1252", "ascii"]))
def test_it_fits_and_the_marks_stand_under_the_span(line: str, data: st.DataObject, width: int, encoding: str) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    visible = Visible(encoding)
    cut = excerpt(line, start, end, width, visible)
    most = max(width, 16)
    assert sum(visible.cell(c)[1] for c in cut.text) <= most
    assert cut.marked >= 1
    assert cut.before + cut.marked <= most + 1
    cut.text.encode(encoding, "strict" if encoding != "utf-8" else "surrogatepass")
    first = visible.text(line[start : start + 1])
    if start < end and visible.width(first) > 0 and not line[start].isspace():
        # What stands in the cells above the first mark is the span's first character.
        assert _cells(cut.text, visible)[cut.before] == first[0]


def _cells(text: str, visible: Visible) -> list[str]:
    cells: list[str] = []
    for char in text:
        width = visible.cell(char)[1]
        cells += [char] + [""] * (width - 1) if width else []
    return cells


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt("A short line", 2, 7, 40, Visible()) == ("A short line", 2, 5)


def test_tabs_and_wide_characters_are_counted_as_they_are_shown() -> None:
    assert excerpt("\t漢字 kanji", 4, 9, 40, Visible()) == ("    漢字 kanji", 9, 5)
    assert excerpt("\t漢字 kanji", 1, 3, 40, Visible()) == ("    漢字 kanji", 4, 4)


def test_an_accent_by_itself_is_marked_under_its_letter() -> None:
    assert excerpt("cafe\u0301 au lait", 4, 5, 40, Visible())[1:] == (3, 1)


def test_an_insertion_has_one_mark() -> None:
    assert excerpt("no end", 6, 6, 40, Visible()) == ("no end", 6, 1)


def test_a_long_line_is_cut_on_both_sides() -> None:
    line = "some words " * 9 + "here" + " other words" * 9
    start = line.index("here")
    cut = excerpt(line, start, start + 4, 30, Visible())
    assert cut.text == "…some words here other words…"
    assert cut.text[cut.before : cut.before + cut.marked] == "here"
    assert excerpt(line, start, start + 4, 30, Visible("ascii")).text.startswith("...")
    solid = "a" * 50 + "here" + "b" * 50
    assert excerpt(solid, 50, 54, 30, Visible()).text == "…" + "a" * 12 + "here" + "b" * 12 + "…"


def test_many_spans_in_one_huge_line_take_no_time() -> None:
    line, visible = "word " * 400_000, Visible()
    began = time.perf_counter()
    for start in range(0, len(line), 1000):
        excerpt(line, start, start + 4, 80, visible)
    assert time.perf_counter() - began < 5


def test_text_is_cut_at_its_end() -> None:
    assert shortened("one two\nthree", 40, Visible()) == "one two three"
    cut = shortened("one two three four five six", 20, Visible())
    assert len(cut) <= 20
    assert cut.startswith("one two three") and cut.endswith("…")


def test_wrapping_breaks_at_spaces_only() -> None:
    assert wrap("one two three", 7, Visible()) == ["one two", "three"]
    assert wrap("a " + "b" * 20 + " c", 5, Visible()) == ["a", "b" * 20, "c"]
    assert wrap("漢字 漢字", 5, Visible()) == ["漢字", "漢字"]
