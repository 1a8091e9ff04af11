"""What hangs on the words of a text: literals are compared with it; of expressions it says where they can begin."""

from __future__ import annotations

from itertools import compress

from newslint.matching.hit import Hit, new_hit
from newslint.matching.index import Cells, Entry, Phrase, Start
from newslint.matching.literal import plain
from newslint.text.tokens import Tokens

ANYWHERE = [-1]
"""In place of places: the whole text."""


class Anchored:
    """A text and its words (`folded`: as the index has them); `hits` of literals; and `tries`, by the numbers of
    expressions the places where they are to be tried."""

    __slots__ = ("_ends", "_folded", "_text", "_tokens", "hits", "tries")

    def __init__(self, text: str, tokens: Tokens, folded: list[str]) -> None:
        self.hits: list[Hit] = []
        self.tries: dict[int, list[int]] = {}
        self._text = text
        self._tokens = tokens
        self._folded = folded
        self._ends: dict[int, int] = {}
        """By number of a phrase where its last hit ends."""

    def look(self, hot: dict[str, tuple[Entry, ...]]) -> None:
        """Look at the words that have entries: `hot` has these."""
        folded, take = self._folded, self._take
        found = list(compress(range(len(folded)), map(hot.__contains__, folded)))
        if not found:
            return
        following, preceding = [*folded[1:], ""], ["", *folded]
        for i in found:
            for cells, afters, befores, _ in hot[folded[i]]:
                if cells:
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
                start = self._tokens.starts[i]
                end = start + len(self._folded[i])
                self.hits.append(new_hit(Hit, (pattern, start, end, (), None)))
        if phrases:
            self._compare(i, phrases)
        if expressions:
            self._begin(i, expressions)

    def _compare(self, i: int, phrases: list[Phrase]) -> None:
        ends = self._ends
        for phrase in phrases:
            span = _phrase_at(phrase, i, self._text, self._tokens, self._folded)
            if span and span[0] >= ends.get(phrase[0], 0):
                ends[phrase[0]] = span[1]
                self.hits.append(Hit(phrase[0], *span))

    def _begin(self, i: int, expressions: list[Start]) -> None:
        text, tries, length = self._text, self.tries, len(self._folded[i])
        for pattern, low, high, tail, run, near in expressions:
            base = i
            if near:
                back, left, right, begins, ends = near
                if (begins or ends) and not self._followed(i, begins, ends):
                    continue
                starts = self._tokens.starts
                if right and not text.startswith(right, starts[i] + length):
                    continue
                if left and not text.endswith(left, 0, starts[i]):
                    continue
                base -= back
                if base < 0:
                    continue
            if high < 0:
                tries[pattern] = ANYWHERE
                continue
            starts = self._tokens.starts
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


def _phrase_at(phrase: Phrase, i: int, text: str, tokens: Tokens, folded: list[str]) -> tuple[int, int] | None:
    """Where a literal stands that hangs on word i of the text, None if it does not stand there."""
    _, at, wanted, between, before, after, ignore_case = phrase
    words, starts = folded if ignore_case else tokens.texts, tokens.starts
    first, last = i - at, i - at + len(wanted) - 1
    if first < 0 or tuple(words[first : last + 1]) != wanted:
        return None
    for k, gap in enumerate(between, first):
        there = text[starts[k] + len(words[k]) : starts[k + 1]]
        if there != gap and plain(there) != gap:
            return None
    start, end = starts[first], starts[last] + len(words[last])
    if before:
        start -= len(before)
        if start < 0 or plain(text[start : starts[first]]) != before:
            return None
    if after:
        if plain(text[end : end + len(after)]) != after:
            return None
        end += len(after)
    return start, end
