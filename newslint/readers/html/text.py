"""Putting a block's text together from the pieces between tags, and writing edits back."""

from __future__ import annotations

from newslint.model import Codec, Segment, TextMap
from newslint.readers.edges import OBJECT, folds
from newslint.readers.html.charrefs import reference
from newslint.readers.html.tokens import Value
from newslint.storage.expressions import expression

_BLANK = expression(r"[ \t\n\f\r]+")
_SPECIAL = expression(r"[ \t\n\f\r]{2,}|[ \t\n\f\r](?=&|\Z)|&(?=[#a-zA-Z])")
# For edits, compiled on first use: the end of a text that what follows could make a tag (also `</title` in a title), a
# reference or an attribute's value of.
_OPEN_TAG = expression(r"</?[a-zA-Z]{0,10}\Z")
_OPEN_REFERENCE = expression(r"&[#a-zA-Z0-9]*\Z")
_OPEN_QUOTE = expression(r"""=[\t\n\f\r ]*["']\Z""")
_LOOK = 64
_UNQUOTED_BREAKS = expression(r"""[\s"'=<>`]""")

MARKUP = Codec("markup", lambda *_: None)
"""For a character that stands for markup (a line break tag, an image): nothing can be written in its place."""


class Writer:
    """Writes edits of one block: of text between tags, or of an attribute's `value`."""

    __slots__ = ("codec", "map", "value")

    def __init__(self, value: Value | None = None) -> None:
        self.value = value
        self.codec = Codec("html" if value is None else "attribute", self.encode)
        self.map: TextMap | None = None

    def encode(self, new: str, source: str, start: int, end: int) -> str | None:
        """`new` with its special characters as references, or None where it would not read back as it is."""
        value = self.value
        if self.map is None or folds(self.map, start, end, new):
            return None
        written = new.replace("&", "&amp;")
        if value is None:
            written = written.replace("<", "&lt;").replace(">", "&gt;")
            if _OPEN_TAG.search(source[max(0, start - _LOOK) : start]):
                return None
        elif not value.quote and (_UNQUOTED_BREAKS.search(written) or (start, end, new) == (*value[:2], "")):
            return None
        for quote, name in (('"', "&quot;"), ("'", "&#39;")):
            # Before a quotation mark in a tag that never closes there must be no second one.
            if quote in new and ((value and value.quote == quote) or _is_open(quote, source, start)):
                written = written.replace(quote, name)
        return None if self._changes_reference(source, start, end, written) else written

    def _changes_reference(self, source: str, start: int, end: int, written: str) -> bool:
        """Whether an `&` before the edit would stand for something else with what then follows it."""
        before = max(0, start - _LOOK)
        m = _OPEN_REFERENCE.search(source[before:start])
        if m is None:
            return False
        at, limit, inside = before + m.start(), end + _LOOK, self.value is not None
        if self.value is not None:
            limit = min(limit, self.value.end)
        now = source[at:start] + written + source[end:limit]
        was, becomes = reference(source, at, limit, inside), reference(now, 0, len(now), inside)
        return becomes != (was and (was[0] - at, was[1]))


def _is_open(quote: str, source: str, end: int) -> bool:
    """Whether the last such quotation mark before a place opens an attribute's value."""
    at = source.rfind(quote, 0, end) + 1
    return bool(at and _OPEN_QUOTE.search(source[max(0, at - _LOOK) : at]))


class BlockText:
    """The text of a block in the making: white space folded as browsers do, references decoded, tags left out."""

    __slots__ = ("_breaks", "_images", "_parts", "_run", "_segments", "_space", "length", "source", "writer")

    def __init__(self, source: str, value: Value | None = None) -> None:
        self.source = source
        self.writer = Writer(value)
        self.length = 0
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._run: tuple[int, int, int] | None = None  # text start, source start, source end of the open verbatim run
        self._space: tuple[int, int, Codec] | None = None  # white space that counts if more text follows
        self._breaks = 0
        self._images: set[int] = set()

    def feed(self, at: int, end: int) -> None:
        """Add what stands at a range of the source."""
        source, attribute = self.source, self.writer.value is not None
        search = at
        while at < end:
            if search == at:
                blank = _BLANK.match(source, at, end)
                if blank:
                    self._blank(at, blank.end(), self.writer.codec)
                    at = search = blank.end()
            special = _SPECIAL.search(source, search, end)
            stop = special.start() if special else end
            if special and source[stop] == "&":
                found = reference(source, stop, end, attribute)
                if found is None:
                    search = stop + 1
                    continue
                self._verbatim(at, stop)
                at = found[0]
                if _BLANK.fullmatch(found[1]):
                    self._blank(stop, at, self.writer.codec)
                elif found[1]:
                    self._piece(found[1], stop, at, self.writer.codec)
            else:
                self._verbatim(at, stop)
                at = stop
            search = at

    def line_break(self, start: int, end: int) -> bool:
        """Add a `<br>`; True where it is the second of a row, which ends the paragraph."""
        if self.length and self._breaks:
            return True
        self._blank(start, end, MARKUP)
        self._breaks += bool(self.length)
        return False

    def thing(self, start: int, end: int, image: bool) -> None:
        """Add U+FFFC for what is not prose. An image at the edge of a block is not part of its text."""
        if image and not self.length:
            return
        self._settle(own=True)
        if image:
            self._images.add(len(self._segments) + (self._run is not None))
        self._piece(OBJECT, start, end, MARKUP)

    def finish(self) -> TextMap | None:
        """The text and its map, or None where there is no text."""
        self._close_run()
        segments, parts = self._segments, self._parts
        while segments and (len(segments) - 1 in self._images or (parts[-1] == " ")):
            segments.pop()
            parts.pop()
        text = "".join(parts)
        if not text.replace(OBJECT, "").strip():
            return None
        self.writer.map = TextMap(text, segments, self.source)
        return self.writer.map

    def _blank(self, start: int, end: int, codec: Codec) -> None:
        if not self.length:
            return
        if self._space is None:
            self._space = (start, end, codec)
        else:
            # White space on both sides of a tag reads as one space: an edit of the one would bring out the other.
            low, high, was = self._space
            joined = high == start
            self._space = (low, end if joined else high, was if joined and was is codec else MARKUP)

    def _settle(self, own: bool = False) -> None:
        """Write the white space that has waited for more text, where asked as a segment of its own."""
        self._breaks = 0
        if self._space is None:
            return
        start, end, codec = self._space
        self._space = None
        if end - start == 1 and codec is not MARKUP and not own:
            self._verbatim(start, end)
        else:
            self._piece(" ", start, end, codec)

    def _verbatim(self, start: int, end: int) -> None:
        if start == end:
            return
        if self._space is not None:
            self._settle()
        if self._run is not None and self._run[2] == start:
            self._run = (self._run[0], self._run[1], end)
        else:
            self._close_run()
            self._run = (self.length, start, end)
        self.length += end - start

    def _close_run(self) -> None:
        if self._run is None:
            return
        at, start, end = self._run
        text = self.source[start:end]
        for blank in "\t\n\f\r":
            if blank in text:
                text = text.replace(blank, " ")
        self._parts.append(text)
        self._segments.append(Segment(at, at + end - start, start, end, self.writer.codec))
        self._run = None

    def _piece(self, text: str, start: int, end: int, codec: Codec) -> None:
        """An indivisible piece."""
        self._settle()
        self._close_run()
        self._parts.append(text)
        self._segments.append(Segment(self.length, self.length + len(text), start, end, codec))
        self.length += len(text)
