"""Text maps: every character of decoded text knows its place, and an edit of it comes out as written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Codec, Edit, Segment, Span, TextMap, apply_edits

ENTITIES = {"<": "&lt;", "&": "&amp;", '"': "&quot;"}


def escape(new: str, _source: str, _start: int, _end: int) -> str | None:
    return None if "\n" in new else "".join(ENTITIES.get(c, c) for c in new)


HTML = Codec("entities", escape)
JSON = Codec("json", lambda new, _source, _start, _end: "".join(ESCAPES.get(c, c) for c in new))
ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n"}


def encoded(text: str, table: dict[str, str], codec: Codec, below: TextMap | None = None, around: str = "") -> TextMap:
    """The map of `text` written with the escapes of `table` between two copies of `around`."""
    under, segments = around, []
    for i, char in enumerate(text):
        piece = table.get(char, char)
        segments.append(Segment(i, i + 1, len(under), len(under) + len(piece), codec))
        under += piece
    return TextMap(text, segments, under + around, below)


def two_floors(text: str) -> TextMap:
    """HTML text inside a JSON string."""
    html = encoded(text, ENTITIES, HTML)
    json = encoded(html.under, ESCAPES, JSON, around='"')
    return TextMap(html.text, html.segments, html.under, json)


def floor(text_map: TextMap) -> str:
    """The source at the bottom."""
    return floor(text_map.below) if text_map.below else text_map.under


def decode_html(text: str) -> str:
    for char, entity in reversed(ENTITIES.items()):
        text = text.replace(entity, char)
    return text.replace("&amp;", "&")


def decode_json(text: str) -> str:
    out, i = "", 0
    back = {v: k for k, v in ESCAPES.items()}
    while i < len(text):
        piece = text[i : i + 2] if text[i] == "\\" else text[i]
        out += back.get(piece, piece)
        i += len(piece)
    return out


words = st.text(alphabet='ab<&"\\ é\U0001f600', max_size=20)


@st.composite
def ranges(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(words)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


@given(ranges())
def test_span_holds_the_text_as_written(case: tuple[str, int, int]) -> None:
    text, start, end = case
    html = encoded(text, ENTITIES, HTML, around="<p>")
    a, b = html.span(start, end)
    assert decode_html(html.under[a:b]) == text[start:end]
    both = two_floors(text)
    a, b = both.span(start, end)
    assert decode_html(decode_json(floor(both)[a:b])) == text[start:end]


@given(words)
def test_find_undoes_span(text: str) -> None:
    for text_map in (encoded(text, ENTITIES, HTML, around="<p>"), two_floors(text)):
        for i in range(len(text)):
            span = text_map.span(i, i + 1)
            assert {text_map.find(at) for at in range(*span)} == {i}
        assert text_map.find(0) is None or text_map.span(0, 1).start == 0
        assert text_map.find(len(floor(text_map))) is None


@given(ranges(), words)
def test_edit_changes_that_text_and_nothing_else(case: tuple[str, int, int], new: str) -> None:
    text, start, end = case
    if not text:
        return
    expected = text[:start] + new + text[end:]
    html = encoded(text, ENTITIES, HTML)
    edit = html.edit(start, end, new)
    assert edit is not None
    assert decode_html(apply_edits(html.under, [edit])) == expected
    both = two_floors(text)
    edit = both.edit(start, end, new)
    assert edit is not None
    assert decode_html(decode_json(apply_edits(floor(both), [edit])[1:-1])) == expected


@given(ranges(), st.text(alphabet="xy", max_size=3))
def test_a_piece_that_is_cut_is_written_anew(case: tuple[str, int, int], new: str) -> None:
    """One source character that stands for two characters of text, as an entity may."""
    text, start, end = case
    pieces = [Segment(2 * i, 2 * i + 2, i, i + 1, HTML) for i in range(len(text))]
    text_map = TextMap("".join(c * 2 for c in text), pieces, text)
    edit = text_map.edit(start, end, new)
    if not text:
        assert edit is None
        return
    assert edit is not None
    a, b = edit.span
    left, right = "".join(c * 2 for c in text[:a]), "".join(c * 2 for c in text[b:])
    assert left + decode_html(edit.text) + right == text_map.text[:start] + new + text_map.text[end:]


def test_no_edit_across_markup() -> None:
    under = "one<b>two</b>"
    text_map = TextMap("onetwo", [Segment(0, 3, 0, 3), Segment(3, 6, 6, 9)], under)
    assert text_map.edit(2, 4, "x") is None
    assert text_map.edit(3, 4, "x") == Edit(Span(6, 7), "x")
    assert text_map.edit(3, 3, "x") == Edit(Span(3, 3), "x")
    assert text_map.span(0, 6) == Span(0, 9)
    assert text_map.find(4) is None


def test_no_edit_across_codecs_or_against_the_codec() -> None:
    text_map = TextMap("ab", [Segment(0, 1, 0, 1, HTML), Segment(1, 2, 1, 2)], "ab")
    assert text_map.edit(0, 2, "x") is None
    assert text_map.edit(0, 1, "\n") is None


def test_slice_and_empty_maps() -> None:
    assert TextMap.slice("hello world", 6, 11).span(1, 3) == Span(7, 9)
    empty = TextMap("", (), "")
    assert empty.span(0, 0) == Span(0, 0)
    assert empty.edit(0, 0, "x") is None
    assert empty.find(0) is None


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 4)])
def test_ranges_outside_are_refused(start: int, end: int) -> None:
    text_map = TextMap.slice("abc", 0, 3)
    with pytest.raises(ValueError, match="outside"):
        text_map.span(start, end)
    with pytest.raises(ValueError, match="outside"):
        text_map.edit(start, end, "")
