"""The token index: from a word to the patterns that can only match where that word stands.

Plain data throughout (dicts, tuples, strings, numbers). Each pattern hangs on the rarest of the words it must contain.
Which word is rare is estimated, since no list of frequencies is at hand here: short words are common, and so are words
that many of the patterns share.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.matching.analysis import Analysis
from newslint.matching.folding import fold
from newslint.matching.literal import Literal
from newslint.matching.sequences import Token

# Share of running English text, in tokens of a hundred thousand, that one average word of so many letters has (index:
# letters). Only the order of magnitude matters.
_BY_LENGTH = (0, 900, 1200, 600, 250, 90, 50, 30, 20, 12, 8)
_SPLIT_ABOVE = 4  # cells under one word before they are told apart by the next word
_START_RANGE = 8  # places to try for a match around one word; more, and the whole text is searched

PRESENT = -1


class Phrase(NamedTuple):
    """A literal hung on its word number `at`."""

    pattern: int
    at: int
    literal: Literal
    fold: bool


class Start(NamedTuple):
    """A regular expression that can begin `low` to `high` characters before the word; `high` PRESENT: anywhere."""

    pattern: int
    low: int
    high: int


Cell = int | Phrase | Start  # a number: the word is the whole literal
Cells = list[Cell]
# Cells to look at wherever the word stands, and those only before, only after another word (folded).
Entry = tuple[Cells, dict[str, Cells], dict[str, Cells]]
Index = dict[str, Entry]


class Builder:
    """Collects patterns, then hangs each on a word."""

    def __init__(self) -> None:
        self._shared: dict[str, int] = {}
        self._literals: list[tuple[int, Literal, bool]] = []
        self._expressions: list[tuple[int, Analysis, bool]] = []

    def add_literal(self, number: int, literal: Literal, ignore_case: bool) -> None:
        """A literal that can be compared word by word."""
        self._literals.append((number, literal, ignore_case))
        self._count(literal.words)

    def add_expression(self, number: int, analysis: Analysis, anywhere: bool) -> None:
        """An anchored regular expression; `anywhere`: only ask whether its word is there, then search the text."""
        self._expressions.append((number, analysis, anywhere))
        self._count({token.text for choice in analysis.choices for token in choice})

    def _count(self, words: Iterable[str]) -> None:
        for word in words:
            self._shared[word] = self._shared.get(word, 0) + 1

    def build(self) -> tuple[Index, Index]:
        """Two indexes: by the word as it stands, and by the folded word."""
        exact: dict[str, list[tuple[Cell, str, str]]] = {}
        folded: dict[str, list[tuple[Cell, str, str]]] = {}
        for number, literal, ignore_case in self._literals:
            words = literal.words
            place = folded if ignore_case else exact
            if len(words) == 1 and not literal.before and not literal.after:
                place.setdefault(words[0], []).append((number, "", ""))
                continue
            at = min(range(len(words)), key=lambda i: self._cost(words[i])) if len(words) > 1 else 0
            after = words[at + 1] if at + 1 < len(words) else ""
            before = words[at - 1] if at else ""
            cell = Phrase(number, at, literal, ignore_case)
            place.setdefault(words[at], []).append((cell, before, after))
        for number, analysis, anywhere in self._expressions:
            place = folded if analysis.ignore_case else exact
            for choice in analysis.choices:
                token = min(choice, key=self._token_cost)
                high = token.high
                if anywhere or high is None or high - token.low > _START_RANGE:
                    high = PRESENT
                place.setdefault(token.text, []).append((Start(number, token.low, high), token.before, token.after))
        return _entries(exact), _entries(folded)

    def _cost(self, word: str) -> int:
        return _BY_LENGTH[min(len(word), len(_BY_LENGTH) - 1)] * (3 + self._shared[word])

    def _token_cost(self, token: Token) -> int:
        loose = token.high is None or token.high - token.low > _START_RANGE
        return self._cost(token.text) * (20 if loose else 1)


def _entries(place: dict[str, list[tuple[Cell, str, str]]]) -> Index:
    index: Index = {}
    for word, found in place.items():
        cells: Cells = []
        afters: dict[str, Cells] = {}
        befores: dict[str, Cells] = {}
        for cell, before, after in found:
            if len(found) <= _SPLIT_ABOVE or not (before or after):
                target = cells
            elif after:
                target = afters.setdefault(fold(after), [])
            else:
                target = befores.setdefault(fold(before), [])
            if cell not in target:
                target.append(cell)
        index[word] = (cells, afters, befores)
    return index
