"""What hangs on the words of a text: literals are compared with it; of expressions it says where they can begin."""

from __future__ import annotations

from itertools import compress

from newslint.matching.hit import Hit, new_hit
from newslint.matching.index import EMPTY, Cells, Entry, Phrase, Start
from newslint.matching.literal import plain
from newslint.text.tokens import Tokens

ANYWHERE = [-1]
"""In place of places: the whole text."""


class Anchored:
    """A text and its words (`folded`: as the index has them); `hits` of literals; and `tries`, by the numbers of
    expressions the places where they are to be tried."""

    __slots__ = ("_ends", "_folded", "_starts", "_text", "_tokens", "hits", "tries")

    def __init__(self, text: str, tokens: Tokens, folded: list[str]) -> None:
        self.hits: list[Hit] = []
        self.tries: dict[int, list[int]] = {}
        self._text = text
        self._tokens = tokens
        self._starts: list[int] = []
        self._folded = folded
        self._ends: dict[int, int] = {}
        """By number of a phrase where its last hit ends."""

    def look(self, hot: dict[str, tuple[Entry, ...]]) -> None:
        """Look at the words that have entries: `hot` has these."""
        folded, take = self._folded, self._take
        found = list(compress(range(len(folded)), map(hot.__contains__, folded)))
        if not found:
            return
        self._starts = self._tokens.starts
        following, preceding = [*folded[1:], ""], ["", *folded]
        for i in found:
            for cells, afters, befores, _ in hot[folded[i]]:
                if cells is not EMPTY:
                    take(i, cells)
                if afters and (more := afters.get(following[i])):
                    take(i, more)
                if befores and (more := befores.get(preceding[i])):
                    take(i, more)

    def _take(self, i: int, cells: Cells) -> None:
        """Look at what hangs on word i."""
        wholes, phrases, expressions = cells
        for pattern, exact in wholes:
            if not exact or self._tokens.texts[i] == exact:
                start = self._starts[i]
                end = start + len(self._folded[i])
                self.hits.append(new_hit(Hit, (pattern, start, end, (), None)))
        if phrases:
            self._compare(i, phrases)
        if expressions:
            self._begin(i, expressions)

    def _compare(self, i: int, phrases: list[Phrase]) -> None:
        folded, ends = self._folded, self._ends
        for phrase in phrases:
            near = phrase.near
            if near and (not 0 <= i + near < len(folded) or folded[i + near] != phrase.word):
                continue
            span = _phrase_at(phrase, i, self._text, self._tokens, folded)
            if span and span[0] >= ends.get(phrase.pattern, 0):
                ends[phrase.pattern] = span[1]
                self.hits.append(Hit(phrase.pattern, *span))

    def _begin(self, i: int, expressions: list[Start]) -> None:
        text, starts, tries = self._text, self._starts, self.tries
        length = len(self._folded[i])
        for pattern, low, high, tail, run, near in expressions:
            base = i
            if near:
                back, left, right, begins, ends = near
                if right and not text.startswith(right, starts[i] + length):
                    continue
                if left and not text.endswith(left, 0, starts[i]):
                    continue
                if (begins or ends) and not self._followed(i, begins, ends):
                    continue
                base -= back
                if base < 0:
                    continue
            if high < 0:
                tries[pattern] = ANYWHERE
                continue
            place = starts[base] + length - tail if tail else starts[base]
            places = tries.get(pattern)
            if places is None:
                places = tries[pattern] = []
            elif places is ANYWHERE:
                continue
            if run:
                places += _along(text, place - high, place - low, run)
            elif low == high:
                if place >= low:
                    places.append(place - low)
            else:
                places.extend(range(max(0, place - high), place - low + 1))

    def _followed(self, i: int, begins: str, ends: str) -> bool:
        """Whether the next word begins and ends so."""
        following = self._folded[i + 1] if i + 1 < len(self._folded) else ""
        return following.startswith(begins) and following.endswith(ends)


def _along(text: str, low: int, high: int, run: int) -> list[int]:
    """Places from `low` to `high`, and all those among characters of the run right before them."""
    from newslint.matching.charset import members

    within = members(run)
    first = max(low, 0)
    while first and within[text[first - 1]]:
        first -= 1
    return list(range(first, high + 1))


def _phrase_at(cell: Phrase, i: int, text: str, tokens: Tokens, folded: list[str]) -> tuple[int, int] | None:
    """Where a literal stands whose word number `cell.at` is word i of the text, None if it does not."""
    words, starts = folded if cell.fold else tokens.texts, tokens.starts
    literal = cell.literal
    first = i - cell.at
    if first < 0 or first + len(literal.words) > len(words):
        return None
    for k, word in enumerate(literal.words, first):
        if words[k] != word:
            return None
    for k, between in enumerate(literal.between, first):
        there = text[starts[k] + len(words[k]) : starts[k + 1]]
        if there != between and plain(there) != between:
            return None
    start, last = starts[first], first + len(literal.words) - 1
    end = starts[last] + len(words[last])
    if literal.before:
        start -= len(literal.before)
        if start < 0 or plain(text[start : starts[first]]) != literal.before:
            return None
    if literal.after:
        if plain(text[end : end + len(literal.after)]) != literal.after:
            return None
        end += len(literal.after)
    return start, end
