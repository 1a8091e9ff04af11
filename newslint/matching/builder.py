"""Makes the token index: hangs each pattern on the rarest of the words it must contain, or a prefix or suffix of one.

Which word is rare is estimated, since no list of frequencies is at hand here: short words are common, and so are words
that many of the patterns share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.matching import tree
from newslint.matching.analysis import Analysis
from newslint.matching.folding import fold
from newslint.matching.guard import check
from newslint.matching.index import (
    AFFIX,
    AT_START,
    PRESENT,
    Built,
    Cells,
    Entry,
    Gate,
    Index,
    Near,
    Phrase,
    Start,
    Whole,
)
from newslint.matching.literal import Literal, expression, split_literal
from newslint.matching.pattern import STEPS, Pattern, PatternError
from newslint.matching.sequences import PREFIX, START_RANGE, SUFFIX, Token

# Share of running English text, in tokens of a hundred thousand, that one average word of so many letters has (index:
# letters). Only the order of magnitude matters.
_BY_LENGTH = (0, 900, 1200, 600, 250, 90, 50, 30, 20, 12, 8)
_NONE: dict[str, Cells] = {}  # one for all entries that need none
_KINDS = (2, 7, 6)  # parts of a whole word, a phrase, a start
_COMMON = 4  # letters of words that are taken for common
_LOOSE = 20  # how much dearer a search of the whole text is than a try at one place
_BESIDE = 10  # how much cheaper a word is that counts only beside another
_RUN = 3  # the same of going back over a run of characters

_LETTERS = sum(1 << ord(char) for char in "abcdefghijklmnopqrstuvwxyz")
_BLANK = 1 << ord(" ")


_NEVER = 99  # no text is long enough to try a pattern at one place that may take exponential time
_MOST_REQUIRED = 8  # texts of which one must be there, before looking for them costs more than it saves
_MOST_AT_GATE = 100  # sequences of texts, for a pattern of more than linear time, of which a search costs more

_Cell = Whole | Phrase | Start
_Hung = tuple[_Cell, str, str, str]
"""What hangs on a word: the words beside it, where they are known, and the rarest other word of the text."""


def build(patterns: Sequence[Pattern]) -> Built:
    """Analyse patterns. Raises PatternError (with the pattern's number) for one that can't be compiled, or that nothing
    here can run within a bound."""
    builder = _Builder()
    residual = []
    longest: dict[int, tuple[int, int]] = {}
    gates: dict[int, Gate] = {}
    for number, pattern in enumerate(patterns):
        plain_text = pattern.literal and not pattern.at_start
        literal = split_literal(pattern.text, pattern.ignore_case) if plain_text else None
        if literal is not None:
            builder.add_literal(number, literal, pattern.ignore_case)
            continue
        try:
            if pattern.literal and not pattern.text:
                raise PatternError("an empty text")
            analysis = Analysis(expression(pattern), pattern.ignore_case, pattern.at_start)
            if tree.is_nothing(analysis.tree.items):
                raise PatternError("it matches the empty text, everywhere")
            if analysis.degree is None:
                check(analysis.tree)
                longest[number] = 0, _NEVER
            elif analysis.degree > 1:
                longest[number] = int(STEPS ** (1 / analysis.degree)), analysis.once
            if number in longest and (gate := _gate(analysis)):
                gates[number] = gate
        except PatternError as error:
            error.number = number
            raise
        if analysis.anchored and not _hangs_on_common(pattern, analysis):
            where = AT_START if pattern.at_start else PRESENT if analysis.degree is None else 0
            builder.add_expression(number, analysis, where)
        else:
            required = analysis.required if len(analysis.required) <= _MOST_REQUIRED else ()
            residual.append((number, required, analysis.ignore_case))
    return Built(builder.build(), residual, longest, gates)


def _gate(analysis: Analysis) -> Gate | None:
    rows = analysis.rows
    return (rows, analysis.ignore_case) if 0 < len(rows) <= _MOST_AT_GATE else None


def _hangs_on_common(pattern: Pattern, analysis: Analysis) -> bool:
    """Whether the word that an expression would hang on stands in nearly every text. RE2 is then the better judge of
    one that would be searched for everywhere, and an exception is best left until it is needed."""
    if pattern.at_start or analysis.degree is None:
        return False
    for choice in analysis.choices:
        token = min(choice, key=lambda token: _token_cost(token, _frequency(token.text)))
        if len(token.text) <= _COMMON and (pattern.exception or _start(0, token, 0)[2] == PRESENT):
            return True
    return False


class _Builder:
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
                token = min(choice, key=lambda token: _token_cost(token, self._cost(token.text)))
                tail = len(token.text) if token.part == SUFFIX else 0
                start = (number, 0, where, tail, 0, _near(token, 0)) if where else _start(number, token, tail)
                plan.add(token.part, token.text, start, token.before, token.after)
        return plan.index()

    def _hang_literal(self, plan: _Plan, number: int, literal: Literal, ignore_case: bool) -> None:
        words = literal.words if ignore_case else tuple(map(fold, literal.words))
        if len(words) == 1 and not literal.before and not literal.after:
            plan.add(0, words[0], (number, "" if ignore_case else literal.words[0]), "", "")
            return
        at = min(range(len(words)), key=lambda i: self._cost(words[i])) if len(words) > 1 else 0
        near = 1 if at + 1 < len(words) else -1 if at else 0
        word = words[at + near] if near else ""
        cell: Phrase = (number, at, *literal, ignore_case)
        need = min((w for w in words if w != words[at]), key=self._cost, default="")
        plan.add(0, words[at], cell, word if near < 0 else "", word if near > 0 else "", need)

    def _cost(self, word: str) -> int:
        return _frequency(word) * (3 + self._shared[word])


def _frequency(word: str) -> int:
    return _BY_LENGTH[min(len(word), len(_BY_LENGTH) - 1)]


def _token_cost(token: Token, word: int) -> int:
    """What it costs to hang an expression on a token; `word`: what it costs to hang anything on its word."""
    _, low, high, before, after, part, _, _, _, around = token
    near = (high is not None and high - low <= START_RANGE) or around[4]
    way = 1 if near else _RUN if _goes_back(token) else _LOOSE
    return word * way * (_LOOSE if part else 1) // (_BESIDE if before or after else 1)


def _goes_back(token: Token) -> bool:
    """Whether a match can only begin among the characters right before a token, or close before these."""
    endless = token.run & _LETTERS and token.run & _BLANK
    far = token.near_high
    return bool(token.run) and not endless and far is not None and far - token.near_low <= START_RANGE


def _start(number: int, token: Token, tail: int) -> Start:
    """Where a pattern can begin that must contain the token."""
    low, high, near, far = token.low, token.high, token.near_low, token.near_high
    if high is not None and high - low <= START_RANGE:
        return number, low, high, tail, 0, _near(token, 0)
    if token.around.back:
        return number, token.around.back_low, token.around.back_high, 0, 0, _near(token, token.around.back)
    if far is not None and _goes_back(token):
        return number, near, far, tail, token.run, _near(token, 0)
    return number, 0, PRESENT, tail, 0, _near(token, 0)


def _near(token: Token, back: int) -> Near | tuple[()]:
    around = token.around
    near = (back, around.left, around.right, around.begins, around.ends)
    return near if any(near) else ()


class _Plan:
    """What hangs on each word, before cells are told apart by their neighbours."""

    def __init__(self) -> None:
        self._found: tuple[dict[str, list[_Hung]], ...] = ({}, {}, {})

    def add(self, part: int, text: str, cell: _Cell, before: str, after: str, need: str = "") -> None:
        self._found[part].setdefault(text, []).append((cell, before, after, need))

    def index(self) -> Index:
        index = Index({word: _entry(found) for word, found in self._found[0].items()}, {}, {})
        for affix, found in self._found[PREFIX].items():
            index.prefixes.setdefault(affix[:AFFIX], []).append((affix, _entry(found)))
        for affix, found in self._found[SUFFIX].items():
            index.suffixes.setdefault(affix[-AFFIX:], []).append((affix, _entry(found)))
        return index


def _entry(found: list[_Hung]) -> Entry:
    cells: Cells = ([], [], [])
    afters: dict[str, Cells] = {}
    befores: dict[str, Cells] = {}
    for cell, before, after, _ in found:
        target = cells
        if before or after:
            near, word = (afters, after) if after else (befores, before)
            target = near.setdefault(word, ([], [], []))
        kind = _KINDS.index(len(cell))
        if kind < 2 or cell not in target[2]:
            target[kind].append(cell)  # type: ignore[arg-type]
    needs = {need for _, _, _, need in found}
    return cells if any(cells) else (), afters or _NONE, befores or _NONE, () if "" in needs else tuple(sorted(needs))
