"""Quotation marks of one text in pairs, with what lost its partner."""

from __future__ import annotations

import re
from functools import cache

from newslint.storage.expressions import compiled
from newslint.text.marks import CLOSE, DOUBLE, EITHER, OPEN, SINGLE, Mark

_ODD = "„‟«»‹›‘‚‛`"
"""Marks that are not plain ones."""
_APOSTROPHES = "'’"
_BEFORE_OPEN = frozenset("([")
_BEFORE_CLOSE = frozenset(".,?!")
_AFTER_CLOSE = frozenset(".,;:?!)")


class Draft:
    """A quotation while its paragraph is read. `close` is "" and `end` open (-1) while nothing closes it.

    child: where a mark of the same family opened straight inside it, or -1. cut: its end is a guess inside the text.
    """

    __slots__ = ("child", "close", "continues", "cut", "end", "family", "lost", "open", "runs_on", "start")

    def __init__(self, start: int, open: str, family: int) -> None:
        self.start = start
        self.open = open
        self.family = family
        self.end = self.child = -1
        self.close = ""
        self.cut = self.continues = self.runs_on = self.lost = False


def plain_pairs(text: str) -> list[Draft] | None:
    """The quotations of a text in which nothing is in doubt, as `pair` gives them, in a tenth of the time: each double
    mark opens before a letter or closes behind one, in turn, and a single one stands behind a letter, where it closes
    nothing. None for any other text."""
    open = close = '"'
    double = text
    if "“" in text or "”" in text:
        if '"' in text:
            return None
        open, close = "“", "”"
        double = text.replace(open, '"').replace(close, '"')
    for mark in _ODD:
        if mark in text:
            return None
    for mark in _APOSTROPHES:
        if mark in text:
            for piece in text.split(mark)[:-1]:
                if not piece[-1:].isalnum():
                    return None
    pieces = double.split('"')
    last = len(pieces) - 1
    if last % 2:
        return None
    drafts: list[Draft] = []
    behind, end = pieces[0], 0
    for i in range(0, last, 2):
        before, inside, behind = behind, pieces[i + 1], pieces[i + 2]
        left, right = before[-1:], behind[:1]
        if not (left.isspace() or left in _BEFORE_OPEN or not (left or i)) or not inside[:1].isalnum():
            return None
        # Behind a figure it may be inches.
        if not (inside[-1].isalpha() or inside[-1] in _BEFORE_CLOSE):
            return None
        if not (right.isspace() or right in _AFTER_CLOSE or (not right and i + 2 == last)):
            return None
        start = end + len(before)
        end = start + len(inside) + 2
        if text[start] != open or text[end - 1] != close:
            return None
        draft = Draft(start, open, DOUBLE)
        draft.end, draft.close = end, close
        drafts.append(draft)
    return drafts


def pair(text: str, marks: list[Mark]) -> list[Draft]:
    """The quotations of a text in the order of their starts. Linear in the number of marks.

    A mark of a family inside one of the same family is taken to nest as long as all of them close in the end.
    """
    drafts: list[Draft] = []
    if not marks:
        return drafts
    ahead = _Ahead(marks)
    stack: list[Draft] = []
    depth = [0, 0, 0, 0]
    outer_end = 0
    for i, mark in enumerate(marks):
        facing = _decide(text, i, mark, stack, depth, ahead)
        if facing == OPEN:
            draft = Draft(mark.start, text[mark.start : mark.end], mark.family)
            if stack and stack[-1].family == mark.family and stack[-1].child < 0:
                stack[-1].child = mark.start
            drafts.append(draft)
            stack.append(draft)
            depth[mark.family] += 1
        elif facing == CLOSE and depth[mark.family]:
            while stack[-1].family != mark.family:
                inner = stack.pop()
                depth[inner.family] -= 1
                inner.end = mark.start
            closed = stack.pop()
            depth[mark.family] -= 1
            closed.end, closed.close = mark.end, text[mark.start : mark.end]
            if not stack:
                outer_end = mark.end
        elif facing == CLOSE and mark.sure and mark.start and text[mark.start - 1] in ".,?!…":
            if not stack:
                draft = Draft(_speech_start(text, outer_end, mark.start), "", mark.family)
                drafts.append(draft)
            elif len(stack) == 1 and ahead.last[stack[0].family] < i:
                draft = stack.pop()
                depth[draft.family] -= 1
            else:
                continue
            draft.end, draft.close, draft.lost = mark.end, text[mark.start : mark.end], True
            outer_end = mark.end
    return drafts


def _speech_start(text: str, after: int, close: int) -> int:
    """Where words may begin whose closing mark alone is there: at the start of the text; behind another quotation not
    before the next sentence. Without such a place the mark is a stray one."""
    if after:
        sentence = _sentence_end().search(text, after, close)
        return sentence.end() if sentence else close
    while text[after].isspace():
        after += 1
    return after


@cache
def _sentence_end() -> re.Pattern[str]:
    """Made on first use: lost marks are rare."""
    return compiled(r"[.?!…][\"'”’)]*\s+")


class _Ahead:
    """For each mark the index of the next sure closing and sure opening single mark and of the next closing double
    mark, and whether the next double mark of any kind closes; for each family the index of its last closing mark."""

    __slots__ = ("close", "double", "double_closes", "last", "open")

    def __init__(self, marks: list[Mark]) -> None:
        far = len(marks)
        self.close, self.open, self.double = ([far] * far for _ in range(3))
        self.double_closes = [False] * far
        close = opening = double = far
        closes = False
        self.last = [-1] * 4
        for i in range(far - 1, -1, -1):
            self.close[i], self.open[i], self.double[i], self.double_closes[i] = close, opening, double, closes
            mark = marks[i]
            if mark.facing == CLOSE and self.last[mark.family] < 0 and mark.sure:
                self.last[mark.family] = i
            if mark.family == SINGLE and mark.sure:
                close, opening = (i, opening) if mark.facing == CLOSE else (close, i)
            elif mark.family == DOUBLE:
                closes = mark.facing == CLOSE
                double = i if closes else double


def _decide(text: str, i: int, mark: Mark, stack: list[Draft], depth: list[int], ahead: _Ahead) -> int | None:
    """OPEN or CLOSE, or None where a mark turns out to be an apostrophe, inches or one too many."""
    if mark.family != SINGLE:
        if mark.family == DOUBLE and mark.facing != OPEN and text[mark.start - 1 : mark.start].isdigit():
            inches = not depth[DOUBLE] or ahead.double_closes[i]
            return None if inches else CLOSE
        if mark.facing == EITHER:
            if stack and stack[-1].start + len(stack[-1].open) == mark.start:
                return None
            return CLOSE if depth[mark.family] else OPEN
        return mark.facing
    last = ahead.double[i] if depth[DOUBLE] else len(ahead.close)
    closes_later = ahead.close[i] < min(ahead.open[i], last)
    if mark.facing == CLOSE or (mark.facing == EITHER and depth[SINGLE]):
        if mark.sure or not depth[SINGLE]:
            return CLOSE
        return None if closes_later and mark.facing == CLOSE else CLOSE
    if mark.sure:
        return OPEN
    inside = stack and stack[-1].family == SINGLE
    return OPEN if closes_later and not inside else None
