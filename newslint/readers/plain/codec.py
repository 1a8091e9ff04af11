"""The map of a plain-text paragraph to its source, and how new text is written into it."""

from __future__ import annotations

import re

from newslint.model import Codec, Segment, TextMap

SPACE = " \t\x0b\x0c\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""What is trimmed from a line's ends. Not U+0085: in news it is a broken ellipsis, which a rule must see."""

_MARK = r"[-*•·▪◦‣●○∙►▶][ \t\xa0]+"
BULLET = re.compile(rf"{_MARK}(?=\S)")
"""The mark of a list item, left out of its text. A dash longer than a hyphen opens dialogue or a sign-off."""

_ITEM = re.compile(rf"(?:^|[\r\n])[{SPACE}]*{_MARK}$")
_BREAK = re.compile(rf"[{SPACE}]*(?:\r\n|\n|\r)[{SPACE}]*")
_REACH = 60


def text_map(under: str, lines: list[tuple[int, int]], skip: int = 0) -> TextMap:
    """The text of trimmed lines (half-open offsets in `under`), their breaks each one space, less `skip` characters
    at the start."""
    if len(lines) == 1:
        start, end = lines[0]
        return TextMap.slice(under, start + skip, end, codec=LINE)
    pieces: list[str] = []
    segments: list[Segment] = []
    at = done = 0
    for start, end in lines:
        start, skip = start + skip, 0
        if pieces:
            segments.append(Segment(at, at + 1, done, start, LINE))
            pieces.append(" ")
            at += 1
        segments.append(Segment(at, at + end - start, start, end, LINE))
        pieces.append(under[start:end])
        at, done = at + end - start, end
    return TextMap("".join(pieces), segments, under)


def write(new: str, source: str, start: int, end: int) -> str | None:
    """`new` as it may stand in place of `source[start:end]`, or None where it would break, empty or trim a line.

    Line breaks that the range holds are kept as far as `new` has spaces for them.
    """
    if "\n" in new or "\r" in new:
        return None
    before = source[max(0, start - _REACH) : start]
    if start > _REACH:
        before = "x" + before
    item = _ITEM.search(before)
    at_start = item is not None or not before.rstrip(SPACE) or before.rstrip(SPACE)[-1] in "\r\n"
    behind = source[end : end + _REACH]
    at_end = not behind.rstrip(SPACE) if end + _REACH >= len(source) else False
    at_end = at_end or behind.lstrip(SPACE)[:1] in ("\r", "\n")
    left, right = new + behind, before + new
    if at_start and (left[:1] in SPACE or left[:1] in "\r\n" or (not item and BULLET.match(left))):
        return None
    if at_end and (right[-1:] in SPACE or right[-1:] in "\r\n"):
        return None
    breaks = _BREAK.findall(source[start:end])
    if breaks:
        words = new.split(" ")
        if len(words) > len(breaks) and all(w[:1].isalpha() for w in words[1 : len(breaks) + 1]):
            pairs = zip(words, [*breaks, *[" "] * (len(words) - len(breaks) - 1), ""], strict=True)
            return "".join(word + gap for word, gap in pairs)
    return new


LINE = Codec("line", write)
"""Plain text of a line-oriented file."""
