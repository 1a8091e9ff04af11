"""Which lines of a plain text make a paragraph together."""

from __future__ import annotations

from itertools import pairwise

from newslint.model import Source
from newslint.readers.plain.codec import SPACE, bullet
from newslint.readers.plain.kinds import Kinds

_SHORTEST, _LONGEST = 25, 160
"""Lines that may be hard-wrapped, in characters."""

_STOPS = frozenset(".!?:…")

Line = tuple[int, int, str]


def paragraphs(source: Source, kinds: Kinds) -> list[list[tuple[int, int]]]:
    """Half-open offsets of the trimmed lines of each paragraph.

    A blank line always parts paragraphs. Adjoining lines are joined only in a hard-wrapped text: one where lines
    often end within a sentence that the next goes on with in lower case.
    """
    groups = _groups(source)
    pairs = [(a, b) for group in groups for a, b in pairwise(group)]
    width = _width(pairs)
    if not width:
        return [[line[:2]] for group in groups for line in group]
    units: list[list[tuple[int, int]]] = []
    for group in groups:
        last: Line | None = None
        for line in group:
            apart = len(group) > 1 and kinds.is_furniture(line[2])
            if last and not apart and _joined(last[2], line[2], width):
                units[-1].append(line[:2])
            else:
                units.append([line[:2]])
            last = None if apart else line
    return units


def _groups(source: Source) -> list[list[Line]]:
    """Trimmed lines, parted at blank ones."""
    trimmed = SPACE + "\r\n"
    groups: list[list[Line]] = []
    fresh = True
    start = 0
    for raw in _lines(source):
        line = raw.lstrip(trimmed)
        if line:
            begin = start + len(raw) - len(line)
            line = line.rstrip(trimmed)
            if fresh:
                groups.append([])
                fresh = False
            groups[-1].append((begin, begin + len(line), line))
        else:
            fresh = True
        start += len(raw) + 1
    return groups


def _lines(source: Source) -> list[str]:
    """The lines, each without the last character of its line end."""
    text = source.text
    if "\r" not in text:
        return text.split("\n")
    return [text[a : b - 1] for a, b in pairwise([*source.line_starts, len(text) + 1])]


def _goes_on(a: str, b: str) -> bool:
    """Whether `b` carries on a sentence that `a` leaves open."""
    return b[0].islower() and a.rstrip("\"'”’)]")[-1:] not in _STOPS


def _width(pairs: list[tuple[Line, Line]]) -> int:
    """The usual length of a wrapped line, 0 where the text is not hard-wrapped."""
    fit = [(a[2], b[2]) for a, b in pairs if _SHORTEST <= len(a[2]) <= _LONGEST]
    lengths = sorted(len(a) for a, b in fit if _goes_on(a, b))
    return lengths[len(lengths) // 2] if len(lengths) * 10 >= len(fit) * 3 and lengths else 0


def _joined(one: str, other: str, width: int) -> bool:
    """Whether two adjoining lines of a hard-wrapped text belong to one paragraph."""
    if bullet(other) or max(len(one), len(other)) > 2 * _LONGEST:
        return False
    # A line that had room for the next one's first word was ended by hand.
    filled = len(one) + 1 + len(other.split(None, 1)[0]) >= width * 0.8
    return filled or _goes_on(one, other)
