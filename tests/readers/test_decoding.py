"""Bytes into text: byte order marks, UTF-8, Windows-1252 with a note, and what is no text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Note, Span
from newslint.readers import Unreadable
from newslint.readers.decoding import decode

plain = st.text(alphabet=st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs", "Cc"]))


@given(plain)
def test_utf8_is_read_as_it_is(text: str) -> None:
    source, notes = decode(text.encode(), "a.txt")
    assert (source.text, source.path, notes) == (text, "a.txt", ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@given(text=plain)
def test_a_byte_order_mark_is_honoured_and_left_out(mark: bytes, encoding: str, text: str) -> None:
    source, notes = decode(mark + text.encode(encoding), "a.txt")
    assert (source.text, notes) == (text, ())


def test_other_bytes_are_windows_1252_with_a_note_at_the_first() -> None:
    source, notes = decode("Café — it’s “here”\r\n".encode("cp1252"), "a.txt")
    assert source.text == "Café — it’s “here”\r\n"
    assert notes == (Note("not-utf8", Span(3, 4), "byte 0xE9, read as Windows-1252"),)


def test_the_note_counts_characters_behind_a_byte_order_mark() -> None:
    source, notes = decode(codecs.BOM_UTF8 + b"caf\xe9", "a.txt")
    assert source.text == "café"
    assert notes[0].span == Span(3, 4)


@given(st.binary(max_size=40).filter(lambda b: 0 not in b))
def test_undefined_bytes_become_c1_controls(data: bytes) -> None:
    text = "the councillors met again and again " * 10
    source, _ = decode(b"\xff" + text.encode() + data, "a.txt")
    assert len(source.text) == len(text) + len(data) + 1
    assert decode(b"\x81\xff", "a.txt")[0].text == "\x81ÿ"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"A council has voted\0 again", "not text: NUL byte at offset 19"),
        (codecs.BOM_UTF8 + b"ab\0", "not text: NUL byte at offset 5"),
        ("The council".encode("utf-16-le"), "NUL byte at offset 1; UTF-16 without a byte order mark"),
        ("The council".encode("utf-16-be"), "NUL byte at offset 0; UTF-16 without a byte order mark"),
        (codecs.BOM_UTF16_LE + b"a\0b", "broken UTF-16 at byte offset 4"),
        (codecs.BOM_UTF16_LE + b"\x00\xdcab", "broken UTF-16 at byte offset 2"),
        (codecs.BOM_UTF16_LE + "a\0".encode("utf-16-le"), "NUL character at offset 1"),
        (b"%PDF-1.7 and more", "a PDF file"),
        (b"\x01\x02\x03\x04\x05abc", "5 control characters"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        decode(data, "a.txt")
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source, notes = decode(data, "a.txt")
    except Unreadable:
        return
    assert "\0" not in source.text
    assert all(n.span.end <= len(source.text) for n in notes)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"", "a.txt")[0].text == ""
