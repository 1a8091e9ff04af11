"""A source line with a span underlined, cut round the span to a width."""

from __future__ import annotations

from newslint.model.records import NamedTuple
from newslint.reporters.visible import Visible

_LEAST = 16
"""Cells that are shown however narrow the terminal is."""
_WORD = 16
"""Longest broken word that is left out, in code points."""


class Excerpt(NamedTuple):
    """The line as shown, and where its span lies in it: terminal cells before it, and its own (at least one)."""

    text: str
    before: int
    marked: int


def excerpt(line: str, start: int, end: int, width: int, visible: Visible) -> Excerpt:
    """Show a line of the source in at most `width` cells, with its half-open range in sight.

    The work is bounded by `width`, not by the line: a file may be one line with a thousand findings.
    """
    width = max(width, _LEAST)
    low, high = 0, len(line)
    if high > width or visible.width(line) > width:
        low, high = _window(line, start, end, width - 2 * len(_dots(visible)), visible)
    before = _dots(visible) if low else ""
    after = _dots(visible) if high < len(line) else ""
    shown = visible.text(line[low:high].rstrip() if not after else line[low:high])
    lead = len(before) + visible.width(line[low:start])
    marked = visible.width(line[start : min(end, high)])
    if not marked and start < end and lead:
        # A combining mark stands on the letter before it.
        lead -= 1
    return Excerpt(before + shown + after, lead, max(marked, 1))


def _dots(visible: Visible) -> str:
    return "…" if visible.text("…") == "…" else "..."


def _window(line: str, start: int, end: int, room: int, visible: Visible) -> tuple[int, int]:
    """The half-open range of the line to show: the span, or its beginning, and as much round it as there is room."""
    low = high = start
    while high < end and (size := visible.cell(line[high])[1]) <= room:
        room -= size
        high += 1
    left, right = low > 0, high == max(end, start) and high < len(line)
    while left or right:
        if left:
            size = visible.cell(line[low - 1])[1]
            left = size <= room
            if left:
                low, room = low - 1, room - size
                left = low > 0
        if right:
            size = visible.cell(line[high])[1]
            right = size <= room
            if right:
                high, room = high + 1, room - size
                right = high < len(line)
    return _at_words(line, low, start, high, end)


def _at_words(line: str, low: int, start: int, high: int, end: int) -> tuple[int, int]:
    """Leave out the broken words at the ends of a window, unless they are long or belong to the span."""
    if low:
        space = line.find(" ", low - 1, min(start, low + _WORD))
        low = space + 1 if space >= 0 else low
    if high < len(line):
        space = line.rfind(" ", max(end, high - _WORD), high + 1)
        high = space if space >= 0 else high
    return low, high


def shortened(text: str, width: int, visible: Visible) -> str:
    """A text on one line of at most `width` cells, cut at its end."""
    return excerpt(" ".join(text.split()), 0, 0, width, visible).text
