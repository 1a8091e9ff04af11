"""The token index: from a word to the patterns that can only match where that word stands.

Plain data throughout (dicts, tuples, strings, numbers). Each pattern hangs on the rarest of the words it must contain,
or on a prefix or suffix of one. Which word is rare is estimated, since no list of frequencies is at hand here: short
words are common, and so are words that many of the patterns share.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.matching.analysis import AFFIX, Analysis
from newslint.matching.folding import fold
from newslint.matching.literal import Literal
from newslint.matching.sequences import PREFIX, SUFFIX, Token

# Share of running English text, in tokens of a hundred thousand, that one average word of so many letters has (index:
# letters). Only the order of magnitude matters.
_BY_LENGTH = (0, 900, 1200, 600, 250, 90, 50, 30, 20, 12, 8)
_SPLIT_ABOVE = 4  # cells under one word before they are told apart by the next word
_START_RANGE = 8  # places to try for a match around one word; more, and the whole text is searched
_LOOSE = 20  # how much dearer a search of the whole text is than a try at one place

PRESENT = -1


class Phrase(NamedTuple):
    """A literal hung on its word number `at`; `near` is the place beside it (-1, 1, or 0 for none) where the word
    `word` (folded) must stand."""

    pattern: int
    at: int
    near: int
    word: str
    literal: Literal
    fold: bool


class Start(NamedTuple):
    """A regular expression that can begin `low` to `high` characters before the word, or before the word's last `tail`
    letters if `tail` is not 0; `high` PRESENT: anywhere in the text."""

    pattern: int
    low: int
    high: int
    tail: int


Cell = int | Phrase | Start  # a number: the word is the whole literal
Cells = list[Cell]
# Cells to look at wherever the word stands, and those only before, only after another word (folded).
Entry = tuple[Cells, dict[str, Cells], dict[str, Cells]]


class Index:
    """Entries by word, and by the first and last AFFIX letters of prefixes and suffixes, each with the whole affix."""

    __slots__ = ("prefixes", "suffixes", "words")

    def __init__(self) -> None:
        self.words: dict[str, Entry] = {}
        self.prefixes: dict[str, list[tuple[str, Entry]]] = {}
        self.suffixes: dict[str, list[tuple[str, Entry]]] = {}

    def __bool__(self) -> bool:
        return bool(self.words or self.prefixes or self.suffixes)

    def find(self, words: Iterable[str], found: dict[str, list[Entry]]) -> None:
        """Add to `found`, for each of the distinct words that has any, the entries."""
        words = words if isinstance(words, set) else set(words)
        for word in self.words.keys() & words:
            found.setdefault(word, []).append(self.words[word])
        if self.prefixes:
            for word in words:
                for affix, entry in self.prefixes.get(word[:AFFIX], ()):
                    if word.startswith(affix):
                        found.setdefault(word, []).append(entry)
        if self.suffixes:
            for word in words:
                for affix, entry in self.suffixes.get(word[-AFFIX:], ()):
                    if word.endswith(affix):
                        found.setdefault(word, []).append(entry)


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
        exact, folded = _Plan(), _Plan()
        for number, literal, ignore_case in self._literals:
            self._hang_literal(folded if ignore_case else exact, number, literal, ignore_case)
        for number, analysis, anywhere in self._expressions:
            plan = folded if analysis.ignore_case else exact
            for choice in analysis.choices:
                token = min(choice, key=self._token_cost)
                high = token.high
                if anywhere or high is None or high - token.low > _START_RANGE:
                    high = PRESENT
                tail = len(token.text) if token.part == SUFFIX else 0
                plan.add(token.part, token.text, Start(number, token.low, high, tail), token.before, token.after)
        return exact.index(), folded.index()

    def _hang_literal(self, plan: _Plan, number: int, literal: Literal, ignore_case: bool) -> None:
        words = literal.words
        if len(words) == 1 and not literal.before and not literal.after:
            plan.add(0, words[0], number, "", "")
            return
        at = min(range(len(words)), key=lambda i: self._cost(words[i])) if len(words) > 1 else 0
        near = 1 if at + 1 < len(words) else -1 if at else 0
        word = fold(words[at + near]) if near else ""
        cell = Phrase(number, at, near, word, literal, ignore_case)
        plan.add(0, words[at], cell, word if near < 0 else "", word if near > 0 else "")

    def _cost(self, word: str) -> int:
        return _BY_LENGTH[min(len(word), len(_BY_LENGTH) - 1)] * (3 + self._shared[word])

    def _token_cost(self, token: Token) -> int:
        loose = token.high is None or token.high - token.low > _START_RANGE
        return self._cost(token.text) * (_LOOSE if loose else 1) * (_LOOSE if token.part else 1)


class _Plan:
    """What hangs on each word, before cells are told apart by their neighbours."""

    def __init__(self) -> None:
        self._found: tuple[dict[str, list[tuple[Cell, str, str]]], ...] = ({}, {}, {})

    def add(self, part: int, text: str, cell: Cell, before: str, after: str) -> None:
        self._found[part].setdefault(text, []).append((cell, before, after))

    def index(self) -> Index:
        index = Index()
        index.words = {word: _entry(found) for word, found in self._found[0].items()}
        for affix, found in self._found[PREFIX].items():
            index.prefixes.setdefault(affix[:AFFIX], []).append((affix, _entry(found)))
        for affix, found in self._found[SUFFIX].items():
            index.suffixes.setdefault(affix[-AFFIX:], []).append((affix, _entry(found)))
        return index


def _entry(found: list[tuple[Cell, str, str]]) -> Entry:
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
        if len(found) == 1 or cell not in target:
            target.append(cell)
    return cells, afters, befores
