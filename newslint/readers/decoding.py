"""Bytes into text: the one place that decides what a file's bytes say."""

from __future__ import annotations

import codecs

from newslint.model import Note, Source, Span

# UTF-32 first: its little-endian mark begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF file: save it as plain text"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
)
_CONTROLS = bytes(i for i in range(32) if i not in b"\t\n\x0b\x0c\r\x1b")
_SAMPLE = 65_536
_HINT = "; UTF-16 without a byte order mark? Save it as UTF-8"


class Unreadable(ValueError):
    """The text can't be read as the format; the message is one line for the user."""


def decode(data: bytes, path: str) -> tuple[Source, tuple[Note, ...]]:
    """The text of `data`, and what is to be noted of its encoding.

    A byte order mark is honoured (UTF-8, UTF-16, UTF-32) and left out of the text. Without one the bytes are UTF-8,
    or, where they can't be, Windows-1252 as the WHATWG Encoding Standard reads it
    (https://encoding.spec.whatwg.org/#windows-1252: undefined bytes are C1 controls), with a note "not-utf8" at the
    first bad character. Raises Unreadable where the bytes are no text.
    """
    for start, what in _KNOWN:
        if data.startswith(start):
            raise Unreadable(f"not text: {what}")
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    body = data[len(mark) :] if mark else data
    notes: tuple[Note, ...] = ()
    if encoding == "utf-8":
        _refuse_binary(body, len(mark))
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError as error:
            text = codecs.charmap_decode(body, "strict", _windows_1252())[0]
            bad = error.start
            detail = f"byte 0x{body[bad]:02X}, read as Windows-1252"
            notes = (Note("not-utf8", Span(bad, bad + 1), detail),)
    else:
        name = encoding[:6].upper()
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError as error:
            raise Unreadable(f"not text: broken {name} at byte offset {error.start + len(mark)}") from None
        if (at := text.find("\0")) >= 0:
            raise Unreadable(f"not text: NUL character at offset {at}")
    return Source(text, path), notes


def _refuse_binary(body: bytes, skipped: int) -> None:
    """Raise Unreadable for bytes with a NUL, or with more control characters than an accident leaves."""
    nul = body.find(0)
    sample = body[:_SAMPLE]
    if nul >= 0:
        # Text in UTF-16 has a NUL in nearly every second byte, and always on the same side.
        sides = [sample[i::2].count(0) for i in (0, 1)]
        hint = _HINT if max(sides) * 5 > len(sample) > 3 and min(sides) * 10 <= max(sides) else ""
        raise Unreadable(f"not text: NUL byte at offset {nul + skipped}{hint}")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(3, len(sample) // 20):
        raise Unreadable(f"not text: {controls} control characters in the first {len(sample)} bytes")


def _windows_1252() -> str:
    """The 256 characters of Windows-1252."""
    return "".join(bytes([i]).decode("cp1252", "ignore") or chr(i) for i in range(256))
