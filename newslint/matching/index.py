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
_SPLIT_ABOVE = 2  # cells under one word before they are told apart by the next word
_START_RANGE = 8  # places to try for a match around one word; more, and the whole text is searched
_LOOSE = 20  # how much dearer a search of the whole text is than a try at one place
_RUN = 3  # the same of going back over a run of characters

PRESENT, AT_START = -1, -2
_LETTERS = sum(1 << ord(char) for char in "abcdefghijklmnopqrstuvwxyz")
_BLANK = 1 << ord(" ")


class Whole(NamedTuple):
    """A literal of one word; `word` where its case counts, else ""."""

    pattern: int
    word: str


class Phrase(NamedTuple):
    """Any other literal, hung on its word number `at`; `near` is the place beside that (-1, 1, or 0 for none) where the
    word `word` must stand, one of its `words` (folded)."""

    pattern: int
    at: int
    near: int
    word: str
    words: tuple[str, ...]
    literal: Literal
    fold: bool


class Start(NamedTuple):
    """A regular expression that can begin `low` to `high` characters before the word, or before the word's last `tail`
    letters if `tail` is not 0; `high` PRESENT: anywhere in the text, AT_START: where the text begins. With a `run` it
    can begin there or among the characters under that mask right before."""

    pattern: int
    low: int
    high: int
    tail: int
    run: int = 0


Cell = Whole | Phrase | Start


class Cells(NamedTuple):
    """Patterns to look at, by kind."""

    wholes: list[Whole]
    phrases: list[Phrase]
    starts: list[Start]


# Cells to look at wherever a word stands, and those only before, only after another word. Where there are only phrases,
# lists of words last, one of which the article must contain whole for the entry to be of use; else ().
Entry = tuple[Cells, dict[str, Cells], dict[str, Cells], tuple[tuple[str, ...], ...]]


class Index:
    """Entries by word, and by the first and last AFFIX letters of prefixes and suffixes, each with the whole affix. All
    words are folded; patterns whose case counts look at it afterwards."""

    __slots__ = ("prefixes", "suffixes", "words")

    def __init__(self) -> None:
        self.words: dict[str, Entry] = {}
        self.prefixes: dict[str, list[tuple[str, Entry]]] = {}
        self.suffixes: dict[str, list[tuple[str, Entry]]] = {}

    def find(self, words: set[str]) -> dict[str, list[Entry]]:
        """The entries of those of the words that have any."""
        index, together = self.words, words.issuperset
        found = {}
        for word in index.keys() & words:
            entry = index[word]
            if not entry[3] or any(map(together, entry[3])):
                found[word] = [entry]
        if prefixes := self.prefixes:
            for word in [word for word in words if word[:AFFIX] in prefixes]:
                for affix, entry in prefixes[word[:AFFIX]]:
                    if word.startswith(affix):
                        found.setdefault(word, []).append(entry)
        if suffixes := self.suffixes:
            for word in [word for word in words if word[-AFFIX:] in suffixes]:
                for affix, entry in suffixes[word[-AFFIX:]]:
                    if word.endswith(affix):
                        found.setdefault(word, []).append(entry)
        return found


class Builder:
    """Collects patterns, then hangs each on a word."""

    def __init__(self) -> None:
        self._shared: dict[str, int] = {}
        self._literals: list[tuple[int, Literal, bool]] = []
        self._expressions: list[tuple[int, list[list[Token]], int]] = []

    def add_literal(self, number: int, literal: Literal, ignore_case: bool) -> None:
        """A literal that can be compared word by word."""
        self._literals.append((number, literal, ignore_case))
        self._count(literal.words if ignore_case else map(fold, literal.words))

    def add_expression(self, number: int, analysis: Analysis, where: int = 0) -> None:
        """An anchored regular expression; `where`: PRESENT or AT_START to only ask whether its word is there."""
        choices = analysis.choices
        if not analysis.ignore_case:
            choices = [[token.folded() for token in choice] for choice in choices]
        self._expressions.append((number, choices, where))
        self._count({token.text for choice in choices for token in choice})

    def _count(self, words: Iterable[str]) -> None:
        for word in words:
            self._shared[word] = self._shared.get(word, 0) + 1

    def build(self) -> Index:
        """The index of all that was added."""
        plan = _Plan()
        for number, literal, ignore_case in self._literals:
            self._hang_literal(plan, number, literal, ignore_case)
        for number, choices, where in self._expressions:
            for choice in choices:
                token = min(choice, key=self._token_cost)
                tail = len(token.text) if token.part == SUFFIX else 0
                start = Start(number, 0, where, tail) if where else _start(number, token, tail)
                plan.add(token.part, token.text, start, token.before, token.after)
        return plan.index()

    def _hang_literal(self, plan: _Plan, number: int, literal: Literal, ignore_case: bool) -> None:
        words = literal.words if ignore_case else tuple(map(fold, literal.words))
        if len(words) == 1 and not literal.before and not literal.after:
            plan.add(0, words[0], Whole(number, "" if ignore_case else literal.words[0]), "", "")
            return
        at = min(range(len(words)), key=lambda i: self._cost(words[i])) if len(words) > 1 else 0
        near = 1 if at + 1 < len(words) else -1 if at else 0
        word = words[at + near] if near else ""
        cell = Phrase(number, at, near, word, words, literal, ignore_case)
        plan.add(0, words[at], cell, word if near < 0 else "", word if near > 0 else "")

    def _cost(self, word: str) -> int:
        return _BY_LENGTH[min(len(word), len(_BY_LENGTH) - 1)] * (3 + self._shared[word])

    def _token_cost(self, token: Token) -> int:
        start = _start(0, token, 0)
        way = _LOOSE if start.high == PRESENT else _RUN if start.run else 1
        return self._cost(token.text) * way * (_LOOSE if token.part else 1)


def _start(number: int, token: Token, tail: int) -> Start:
    """Where a pattern can begin that must contain the token."""
    low, high, near, far = token.low, token.high, token.near_low, token.near_high
    if high is not None and high - low <= _START_RANGE:
        return Start(number, low, high, tail)
    endless = token.run & _LETTERS and token.run & _BLANK
    if token.run and not endless and far is not None and far - near <= _START_RANGE:
        return Start(number, near, far, tail, token.run)
    return Start(number, 0, PRESENT, tail)


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


_NONE: dict[str, Cells] = {}  # one for all entries that need none


def _entry(found: list[tuple[Cell, str, str]]) -> Entry:
    cells = Cells([], [], [])
    afters: dict[str, Cells] = {}
    befores: dict[str, Cells] = {}
    for cell, before, after in found:
        target = cells
        if len(found) > _SPLIT_ABOVE and (before or after):
            near, word = (afters, after) if after else (befores, before)
            target = near.setdefault(word, Cells([], [], []))
        if isinstance(cell, Whole):
            target.wholes.append(cell)
        elif isinstance(cell, Phrase):
            target.phrases.append(cell)
        elif cell not in target.starts:
            target.starts.append(cell)
    needs: tuple[tuple[str, ...], ...] = ()
    if not (cells.wholes or cells.starts or afters or befores):
        needs = tuple(phrase.words for phrase in cells.phrases)
    return cells, afters or _NONE, befores or _NONE, needs
