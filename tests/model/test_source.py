"""Places in a source: every offset has one line and column; UTF-16 and UTF-8 counts agree with the codecs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Position, Source

PIECES = [*"a\n\r\t\u2028\u2029\x0b\x0cé\U0001f600’\ufeff", "bc ", "\r\n", "e\u0301"]
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
any_text = st.text(max_size=60)


@st.composite
def place(draw: st.DrawFn) -> tuple[Source, int]:
    text = draw(st.one_of(texts, any_text))
    return Source(text), draw(st.integers(0, len(text)))


@given(place())
def test_offset_to_position_and_back(case: tuple[Source, int]) -> None:
    source, offset = case
    position = source.position(offset)
    assert source.offset(*position) == offset
    start, _ = source.line_span(position.line)
    assert position.column == offset - start + 1


@given(st.one_of(texts, any_text))
def test_lines_are_those_between_lf_crlf_and_cr(text: str) -> None:
    source = Source(text)
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [source.line_text(n) for n in range(1, source.line_count + 1)] == expected


@given(place())
def test_utf16_and_utf8_agree_with_the_codecs(case: tuple[Source, int]) -> None:
    source, offset = case
    before = source.text[:offset]
    assert source.utf16(offset) == len(before.encode("utf-16-le", "surrogatepass")) // 2
    assert source.utf8(offset) == len(before.encode("utf-8", "surrogatepass"))
    assert source.from_utf16(source.utf16(offset)) == offset
    assert source.from_utf8(source.utf8(offset)) == offset


@given(st.text(alphabet="a\U0001f600é", max_size=20))
def test_a_count_inside_a_character_gives_its_start(text: str) -> None:
    source = Source(text)
    for i, char in enumerate(text):
        for inside in range(len(char.encode("utf-16-le")) // 2):
            assert source.from_utf16(source.utf16(i) + inside) == i
        for inside in range(len(char.encode())):
            assert source.from_utf8(source.utf8(i) + inside) == i


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\rb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("a\u2028b", 2, (1, 3)),
        ("\tb", 1, (1, 2)),
        ("\U0001f600b", 1, (1, 2)),
        ("e\u0301b", 2, (1, 3)),
    ],
)
def test_positions(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert Source(text).position(offset) == Position(*expected)


def test_utf16_column_counts_from_the_line() -> None:
    source = Source("\U0001f600\n\U0001f600x")
    assert source.utf16_column(3) == 2


def test_lone_surrogates_do_not_upset_the_counts() -> None:
    source = Source("a\ud83db\ude00c")
    assert [source.from_utf16(source.utf16(i)) for i in range(6)] == list(range(6))
    assert [source.from_utf8(source.utf8(i)) for i in range(6)] == list(range(6))


@pytest.mark.parametrize("units", [-5, 99])
def test_counts_beyond_the_text_give_its_ends(units: int) -> None:
    source = Source("ab\U0001f600")
    expected = 0 if units < 0 else 3
    assert source.from_utf16(units) == source.from_utf8(units) == expected


@pytest.mark.parametrize("offset", [-1, 4])
def test_no_position_outside(offset: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        Source("abc").position(offset)


@pytest.mark.parametrize("where", [(0, 1), (1, 0), (1, 5), (2, 3), (3, 1)])
def test_no_offset_outside(where: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no line"):
        Source("abc\nd").offset(*where)
