"""The map of a plain-text paragraph to its source, and how new text is written into it."""

from __future__ import annotations

from newslint.model import Codec, Segment, TextMap
from newslint.storage.expressions import expression

SPACE = " \t\x0b\x0c\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""What is trimmed from a line's ends. Not U+0085: in news it is a broken ellipsis, which a rule must see."""

_MARKS = frozenset("-*•·▪◦‣●○∙►▶")
_BREAK = expression(rf"[{SPACE}]*(?:\r\n|\n|\r)[{SPACE}]*")
_REACH = 60


def bullet(text: str) -> int:
    """Length of the mark and space that open a list item and are left out of its text, or 0.

    A dash longer than a hyphen opens dialogue or a sign-off and is text.
    """
    if text[:1] not in _MARKS or text[1:2] not in (" ", "\t", "\xa0"):
        return 0
    rest = text[1:].lstrip(SPACE)
    return len(text) - len(rest) if rest else 0


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
    """`new` as it may stand in place of `source[start:end]`, or None where it would break, empty or trim a line, or
    make a list item of it. Line breaks that the range holds are kept as far as `new` has spaces for them.
    """
    if "\n" in new or "\r" in new:
        return None
    before, behind = source[max(0, start - _REACH) : start], source[end : end + _REACH]
    left, right = (new + behind)[:_REACH], (before + new)[-_REACH:]
    opening = _opening(before, start <= _REACH)
    if opening and (_is_edge(left[:1]) or (opening == "line" and bullet(left))):
        return None
    rest = behind.lstrip(SPACE)[:1]
    closing = rest in ("\r", "\n") or (not rest and end + _REACH >= len(source))
    if closing and _is_edge(right[-1:]):
        return None
    breaks = _BREAK.findall(source[start:end])
    words = new.split(" ")
    if breaks and len(words) > len(breaks) and all(w[:1].isalpha() for w in words[: len(breaks) + 1]):
        gaps = [*breaks, *[" "] * (len(words) - len(breaks) - 1), ""]
        return "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    return new


def _opening(before: str, whole: bool) -> str:
    """What ends before a place: "line" at a line's start, "item" behind the mark of a list item, else ""."""
    bare = before.rstrip(SPACE)
    if bare[-1:] in ("\r", "\n") or (not bare and whole):
        return "line"
    if len(bare) < len(before) and bare[-1:] in _MARKS:
        return "item" if _opening(bare[:-1], whole) == "line" else ""
    return ""


def _is_edge(char: str) -> bool:
    """Whether a character would be trimmed from a line, or is none."""
    return char in SPACE or char in "\r\n"


LINE = Codec("line", write)
"""Plain text of a line-oriented file."""
