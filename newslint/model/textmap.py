"""How the characters of a plain text lie in the text that it was read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import pairwise

from newslint.model.fix import Edit
from newslint.model.records import NamedTuple
from newslint.model.span import Span


class Codec(NamedTuple):
    """How text is written at a place of the source.

    `encode(new, source, start, end)` gives the characters that stand for `new` in place of `source[start:end]`, or
    None where `new` can't be written there without touching what stands round it.
    """

    name: str
    encode: Callable[[str, str, int, int], str | None]


PLAIN = Codec("plain", lambda new, _source, _start, _end: new)


class Segment(NamedTuple):
    """A run of text and its place. With equal lengths, character stands by character; else it is one indivisible
    piece (an entity, an escape, a line break with its indent)."""

    start: int
    end: int
    source_start: int
    source_end: int
    codec: Codec = PLAIN

    @property
    def verbatim(self) -> bool:
        """Whether each character has a place of its own."""
        return self.end - self.start == self.source_end - self.source_start


_new = tuple.__new__  # makes a Span in half the time that its own constructor takes


class TextMap:
    """Plain text and, for every character of it, the place it was read from.

    `segments` cover the text without gaps or overlaps and ascend in `under`; between two of them `under` may hold
    markup. `below` maps `under` further down, where that is itself a decoded text (HTML inside a JSON string).
    """

    __slots__ = ("_shift", "_starts", "below", "segments", "text", "under")

    def __init__(self, text: str, segments: Iterable[Segment], under: str, below: TextMap | None = None) -> None:
        self.text = text
        self.segments = tuple(segments)
        self.under = under
        self.below = below
        self._starts: list[int] | None = None
        self._shift: int | None = None
        """How far on the source every character stands, where there is but one verbatim segment."""
        if len(self.segments) == 1 and below is None:
            first = self.segments[0]
            if first.verbatim:
                self._shift = first.source_start - first.start

    @classmethod
    def slice(cls, under: str, start: int, end: int, below: TextMap | None = None, codec: Codec = PLAIN) -> TextMap:
        """The map of a text that stands in `under` as it is."""
        return cls(under[start:end], (Segment(0, end - start, start, end, codec),), under, below)

    def _index(self, offset: int) -> int:
        """Index of the segment that holds the character at `offset`."""
        if self._starts is None:
            self._starts = [s.start for s in self.segments]
        return bisect_right(self._starts, offset) - 1

    def span(self, start: int, end: int) -> Span:
        """Place in the source of the text's half-open range; pieces that can't be divided are taken whole.

        An empty range lies behind the character before it (at the start of the text: before the first). Raises
        ValueError outside the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"range {start}:{end} is outside a text of {len(self.text)} characters")
        if self._shift is not None:
            return _new(Span, (start + self._shift, end + self._shift))
        if not self.segments:
            low = high = 0
        elif start == end:
            low = high = self._end(start) if start else self.segments[0].source_start
        else:
            first = self.segments[self._index(start)]
            low = first.source_start + (start - first.start if first.verbatim else 0)
            high = self._end(end)
        return self.below.span(low, high) if self.below else Span(low, high)

    def _end(self, end: int) -> int:
        last = self.segments[self._index(end - 1)]
        return last.source_start + end - last.start if last.verbatim else last.source_end

    def find(self, offset: int) -> int | None:
        """Offset in the text of a source offset, or None where no character of the text stands."""
        at = self.below.find(offset) if self.below else offset
        if at is None:
            return None
        index = bisect_right(self.segments, at, key=lambda s: s.source_start) - 1
        if index < 0 or at >= self.segments[index].source_end:
            return None
        segment = self.segments[index]
        return segment.start + (at - segment.source_start if segment.verbatim else 0)

    def edit(self, start: int, end: int, new: str) -> Edit | None:
        """The edit of the source that puts `new` in place of the text's range, or None where it would cut markup
        or can't be written there. Raises ValueError outside the text."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"range {start}:{end} is outside a text of {len(self.text)} characters")
        if self._shift is not None:
            span = _new(Span, (start + self._shift, end + self._shift))
            exact = self.segments[0].codec.encode(new, self.under, *span)
            return None if exact is None else _new(Edit, (span, exact))
        if not self.segments:
            return None
        first = self._index(start - 1 if start == end and start else start)
        last = self._index(end - 1) if end > start else first
        touched = self.segments[first : last + 1]
        for one, other in pairwise(touched):
            if one.source_end != other.source_start or one.codec is not other.codec:
                return None
        # An indivisible piece that is cut is written anew with what stays of it.
        low, high = touched[0], touched[-1]
        if not low.verbatim and low.start < start < low.end:
            new, start = self.text[low.start : start] + new, low.start
        if not high.verbatim and high.start < end < high.end:
            new, end = new + self.text[end : high.end], high.end
        if start == end:
            at = low.source_start + start - low.start if low.verbatim else low.source_end
            a = b = at if start else low.source_start
        else:
            a = low.source_start + (start - low.start if low.verbatim else 0)
            b = high.source_start + end - high.start if high.verbatim else high.source_end
        written = low.codec.encode(new, self.under, a, b)
        if written is None:
            return None
        return self.below.edit(a, b, written) if self.below else Edit(Span(a, b), written)
