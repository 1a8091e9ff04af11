"""What the readers of front matter share: values with their places, and text that is written with escapes."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.model.records import NamedTuple
from newslint.readers.markdown.inline import Piece
from newslint.storage.expressions import expression

LIMIT = 200_000
"""Longest front matter, in code points, that is read."""


def joined(path: str, key: str) -> str:
    """The path of what stands under a key. Absurdly long ones are cut, so that many of them stay small."""
    return f"{path}.{key}"[:1000] if path else key[:1000]


class Scalar(NamedTuple):
    """A value that is not made of other values."""

    path: str
    """Its keys, joined with full stops; the items of a list have the path of the list."""
    value: str
    """As the format reads it; numbers, dates and truth values as they are written."""
    pieces: tuple[Piece, ...] = ()
    """The value with its places in the front matter; empty where a string's place is not known, and for what is no
    text."""
    style: str = "other"
    """plain, single, double, folded, literal (YAML), basic, raw (TOML, JSON), other."""
    alias: bool = False
    """Whether the value stands elsewhere, under an anchor."""


class Problem(NamedTuple):
    """What is wrong with the front matter, and its place in it."""

    start: int
    end: int
    detail: str


class Front(NamedTuple):
    """Front matter as read. `mapping` is false where the text is something else, and so no front matter."""

    scalars: list[Scalar]
    problems: list[Problem]
    mapping: bool = True


_PAIR = r"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = expression(rf"\\(?:{_PAIR}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{8}}|x[0-9a-fA-F]{{2}}|.)")
_BREAK = expression(r"\r\n|\n|\r")

C_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
"""The single letters behind a backslash in JSON; TOML and YAML add to them."""


def unescape(text: str, start: int, end: int, letters: Mapping[str, str]) -> list[Piece]:
    """The pieces of a one-line range of a text with backslash escapes; an unknown escape stays as it is."""
    pieces = []
    at = start
    while (back := text.find("\\", at, end)) >= 0:
        if back > at:
            pieces.append(Piece(text[at:back], at, back))
        match = _ESCAPE.match(text, back, end)
        if match is None:
            at = back
            break
        found, at = match.group(), match.end()
        pieces.append(Piece(_character(found, letters), back, at))
    if at < end:
        pieces.append(Piece(text[at:end], at, end))
    return pieces


def _character(escape: str, letters: Mapping[str, str]) -> str:
    letter = escape[1:2]
    if letter in "uUx" and len(escape) > 2:
        if len(escape) == 12:
            pair = (int(escape[2:6], 16), int(escape[8:12], 16))
            return chr(0x10000 + ((pair[0] - 0xD800) << 10) + pair[1] - 0xDC00)
        code = int(escape[2:], 16)
        return chr(code) if code < 0x110000 else escape
    return letters.get(letter, escape)


def lines(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The lines of a range: where each begins, where its text ends, and where the next one begins."""
    found = []
    at = start
    while match := _BREAK.search(text, at, end):
        found.append((at, match.start(), match.end()))
        at = match.end()
    found.append((at, end, end))
    return found


def escaped(new: str) -> str:
    """Text as it is written between double quotes, in YAML, TOML and JSON alike."""
    out = new.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in out)
