"""What stands on either side of an edit: codecs of formats that fold white space ask it before they write."""

from __future__ import annotations

from bisect import bisect_right

from newslint.model import TextMap
from newslint.storage.expressions import expression

OBJECT = "\ufffc"
_ODD_SPACE = expression(r"[\t\n\f\r]|  ")


def neighbours(text_map: TextMap, start: int, end: int) -> tuple[str, str]:
    """The characters of the text before and behind `text_map.under[start:end]`, "" at an edge of the text."""
    before, behind = _offset(text_map, start), _offset(text_map, end)
    return text_map.text[before - 1 : before] if before else "", text_map.text[behind : behind + 1]


def _offset(text_map: TextMap, place: int) -> int:
    """How many characters of the text stand before a place of `under`."""
    index = bisect_right(text_map.segments, place, key=lambda s: s.source_start) - 1
    if index < 0:
        return 0
    s = text_map.segments[index]
    if s.verbatim:
        return s.start + min(place - s.source_start, s.end - s.start)
    return s.end if place >= s.source_end else s.start


def folds(text_map: TextMap, start: int, end: int, new: str) -> bool:
    """Whether `new` in place of `under[start:end]` would read back otherwise, because white space is folded into one
    space and dropped at the edges of a block. The whole text may be deleted."""
    if _ODD_SPACE.search(new):
        return True
    before, behind = neighbours(text_map, start, end)
    if new:
        return (new[0] == " " and before in ("", " ")) or (new[-1] == " " and behind in ("", " "))
    if before == behind == "":
        return False
    # An image at the edge of a block is not part of its text either.
    return before in ("", " ", OBJECT) and behind in ("", " ", OBJECT)
