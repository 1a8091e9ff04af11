"""The inside of a paragraph: pieces of text with their places, gathered from the parser's events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from newslint.model import PLAIN, Codec, Segment, TextMap
from newslint.model.records import NamedTuple
from newslint.storage.expressions import IGNORECASE, expression

OBJECT = "\ufffc"
"""Stands in a block's text for what is not prose."""


class Piece(NamedTuple):
    """Text and its place in the source; `text` equals the source there, or stands for it as a whole."""

    text: str
    start: int
    end: int
    kind: str = "text"
    """text, break (a line break as one space), object (code, a URL ...) or image."""


REFUSE = Codec("object", lambda *_: None)
"""Nothing can be written in place of what is not prose."""

_URL = expression(r"(?:\b(?:https?|ftps?)://|\bwww\.(?=[^\s.]))[^\s<>\ufffc]++", IGNORECASE)
_TRAIL = ".,;:!?'\"*_~)]}’”»…"


def text_map(pieces: Iterable[Piece], under: str, codec: Codec = PLAIN) -> TextMap:
    """The map of a block made of pieces; neighbours that stand in the source as they are become one segment."""
    segments: list[Segment] = []
    texts: list[str] = []
    at = 0
    plain_end = -1
    for text, start, end, kind in pieces:
        size = len(text)
        plain = kind == "text" and size == end - start
        if plain and plain_end == start:
            last = segments[-1]
            segments[-1] = Segment(last.start, at + size, last.source_start, end, codec)
        else:
            segments.append(
                Segment(at, at + size, start, end, REFUSE if kind == "object" or kind == "image" else codec)
            )
        plain_end = end if plain else -1
        texts.append(text)
        at += size
    return TextMap("".join(texts), segments, under)


def place(pieces: Iterable[Piece], offset: int, *, ends: bool = False) -> int:
    """Offset in the joined text of pieces of a source offset in or at the end of one of them.

    With `ends`, the offset is an end: where two pieces meet, it belongs to the first.
    """
    at = found = 0
    for text, start, end, _ in pieces:
        if offset == end and ends:
            return at + len(text)
        if start <= offset < end:
            return at + (offset - start if len(text) == end - start else 0)
        at += len(text)
        if offset == end:
            found = at
    return found


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """The pieces without white space at the two ends."""
    low, high = 0, len(pieces)
    while low < high and not pieces[low].text.strip(" \t\r\n"):
        low += 1
    while low < high and not pieces[high - 1].text.strip(" \t\r\n"):
        high -= 1
    kept = pieces[low:high]
    if kept:
        kept[0] = _cut(kept[0], len(kept[0].text) - len(kept[0].text.lstrip(" \t")), 0)
        kept[-1] = _cut(kept[-1], 0, len(kept[-1].text) - len(kept[-1].text.rstrip(" \t")))
    return kept


def _cut(piece: Piece, left: int, right: int) -> Piece:
    text, start, end, kind = piece
    if len(text) != end - start or not (left or right):
        return piece
    return Piece(text[left : len(text) - right], start + left, end - right, kind)


def without_urls(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each bare URL as one object; a URL ends before the punctuation of the sentence round it."""
    text = "".join(p.text for p in pieces)
    if "://" not in text and "www." not in text.lower():
        return pieces
    spans = []
    for match in _URL.finditer(text):
        found = match.group()
        end = len(found)
        opens = {c: found.count(c) for c in "()[]{}"}
        while end and found[end - 1] in _TRAIL:
            last = found[end - 1]
            if last in ")]}":
                pair = "([{"[")]}".index(last)]
                if opens[last] <= opens[pair]:
                    break
                opens[last] -= 1
            end -= 1
        if end:
            spans.append((match.start(), match.start() + end))
    if not spans:
        return pieces
    starts, at = [], 0
    for piece in pieces:
        starts.append(at)
        at += len(piece.text)
    out: list[Piece] = []
    done = 0
    for low, high in spans:
        out += _range(pieces, starts, done, low)
        inside = _range(pieces, starts, low, high)
        out.append(Piece(OBJECT, inside[0].start, inside[-1].end, "object"))
        done = high
    return out + _range(pieces, starts, done, at)


def _range(pieces: list[Piece], starts: list[int], low: int, high: int) -> list[Piece]:
    """The pieces of a half-open range of their joined text."""
    out = []
    i = max(0, bisect_left(starts, low + 1) - 1)
    while i < len(pieces) and starts[i] < high:
        piece, start = pieces[i], starts[i]
        end = start + len(piece.text)
        if end > low:
            out.append(_cut(piece, max(0, low - start), max(0, end - high)))
        i += 1
    return out


class Run:
    """Inline content under way. `stressed` and `strong` say whether all of its text stands in emphasis."""

    __slots__ = ("_break", "_broken", "_end", "_resume", "_text", "images", "links", "pieces", "stressed", "strong")

    def __init__(self, text: str) -> None:
        self._text = text
        self.pieces: list[Piece] = []
        self.images: list[list[Piece]] = []
        self.links: list[str] = []
        self.stressed = True
        self.strong = True
        self._break = self._broken = self._resume = self._end = -1

    def line_break(self, start: int, end: int) -> None:
        """A line break of the source, which is one space between two pieces and nothing at the ends."""
        if not self.pieces:
            return
        if self._break < 0:
            while start > self._end and self._text[start - 1] in " \t":
                start -= 1
            self._break, self._resume = start, -1
        self._broken = end

    def markup(self, start: int = -1) -> None:
        """Markup begins, at a place that may not be known: a break that waits ends here."""
        if self._break >= 0 and self._resume < 0:
            self._resume = start if start >= 0 else self._broken

    def add(self, text: str, start: int, end: int, kind: str = "text") -> None:
        """Take a piece, behind the break that may wait."""
        if self._break >= 0:
            last = self.pieces[-1]
            if last.kind == "text" and last.text.endswith((" ", "\t")) and len(last.text) == last.end - last.start:
                cut = len(last.text) - len(last.text.rstrip(" \t"))
                if last.end == self._break and cut < len(last.text):
                    self.pieces[-1] = _cut(last, 0, cut)
                    self._break -= cut
            if kind == "text" and text[0] in " \t" and len(text) == end - start:
                text = text.lstrip(" \t")
                start = end - len(text)
                if not text:
                    return
            self.pieces.append(Piece(" ", self._break, start if self._resume < 0 else self._resume, "break"))
            self._break = -1
        self.pieces.append(Piece(text, start, end, kind))
        self._end = end
