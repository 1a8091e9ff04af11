"""Half-open ranges of the decoded source."""

from __future__ import annotations

from newslint.model.records import NamedTuple


class Span(NamedTuple):
    """Half-open range of code points, 0-based, in the decoded source (a byte order mark is not counted)."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """A span is always true, also where it is empty: `if span` asks whether there is one."""
        return True

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character; an empty span touches what it borders."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end
