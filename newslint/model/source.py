"""The decoded text of a file and its line index."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from newslint.model.records import NamedTuple

# U+2028, form feed and vertical tab do not end a line: editors do not count them either.
_LINE_END = r"\r\n|\n|\r"  # both compiled on first use, which most texts don't make
_ASTRAL = "[\U00010000-\U0010ffff]"


class Position(NamedTuple):
    """A place for people: line and column count from 1, the column in code points."""

    line: int
    column: int


class Source:
    """Decoded text with the places of its lines.

    Offsets are 0-based code points into `text`; a byte order mark is not part of it. Lines end with LF, CRLF or a
    lone CR.
    """

    __slots__ = ("_astral", "_starts", "path", "text")

    def __init__(self, text: str, path: str = "<text>") -> None:
        self.text = text
        self.path = path
        self._starts: list[int] | None = None
        self._astral: list[int] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters)"

    @property
    def line_starts(self) -> list[int]:
        """Offsets of the first characters of the lines; computed once, on first use."""
        if self._starts is None:
            text = self.text
            if "\r" in text:
                self._starts = [0, *(m.end() for m in re.finditer(_LINE_END, text))]
            else:
                starts, at = [0], text.find("\n")
                while at >= 0:
                    starts.append(at + 1)
                    at = text.find("\n", at + 1)
                self._starts = starts
        return self._starts

    @property
    def line_count(self) -> int:
        """Number of lines; a text that ends with a line end has an empty last line."""
        return len(self.line_starts)

    def position(self, offset: int) -> Position:
        """Line and column of an offset. Raises ValueError outside the text (its end is inside)."""
        if not 0 <= offset <= len(self.text):
            raise ValueError(f"offset {offset} is outside a text of {len(self.text)} characters")
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """Offset of a line and column. Raises ValueError where the text has no such place."""
        if 1 <= line <= self.line_count and column >= 1:
            offset = self.line_starts[line - 1] + column - 1
            last = self.line_starts[line] - 1 if line < self.line_count else len(self.text)
            if offset <= last:
                return offset
        raise ValueError(f"no line {line}, column {column} in {self.path}")

    def line_span(self, line: int) -> tuple[int, int]:
        """Half-open offsets of a line's text, without its line end."""
        start = self.line_starts[line - 1]
        if line == self.line_count:
            return start, len(self.text)
        end = self.line_starts[line] - 1
        if self.text[end] == "\n" and end > start and self.text[end - 1] == "\r":
            end -= 1
        return start, end

    def line_text(self, line: int) -> str:
        """A line's text, without its line end."""
        start, end = self.line_span(line)
        return self.text[start:end]

    @property
    def _wide(self) -> list[int]:
        """Offsets of the characters beyond U+FFFF, which UTF-16 writes as two units; computed once."""
        if self._astral is None:
            self._astral = [] if self.text.isascii() else [m.start() for m in re.finditer(_ASTRAL, self.text)]
        return self._astral

    def utf16(self, offset: int) -> int:
        """UTF-16 code units before an offset."""
        return offset + bisect_left(self._wide, offset)

    def utf16_column(self, offset: int) -> int:
        """0-based UTF-16 code units from the start of the offset's line, as LSP counts."""
        return self.utf16(offset) - self.utf16(self.line_starts[self.position(offset).line - 1])

    def from_utf16(self, units: int) -> int:
        """Offset of a count of UTF-16 code units; inside a surrogate pair, the character's start. Counts beyond the
        text give its ends."""
        wide = self._wide
        # The i-th wide character starts at unit wide[i] + i, so this many lie wholly before `units`.
        before = bisect_right(range(len(wide)), units - 2, key=lambda i: wide[i] + i)
        offset = units - before
        if before < len(wide) and offset > wide[before]:
            offset = wide[before]
        return min(max(offset, 0), len(self.text))

    def utf8(self, offset: int) -> int:
        """UTF-8 bytes before an offset."""
        return len(self.text[:offset].encode("utf-8", "surrogatepass"))

    def from_utf8(self, count: int) -> int:
        """Offset of a count of UTF-8 bytes; inside a character, the character's start. Counts beyond the text give
        its ends."""
        data = self.text.encode("utf-8", "surrogatepass")
        count = min(max(count, 0), len(data))
        while 0 < count < len(data) and data[count] & 0xC0 == 0x80:
            count -= 1
        return len(data[:count].decode("utf-8", "surrogatepass"))
