"""Finds parts of one whole that add up to more than it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope, State
from newslint.checks.kept import Kept
from newslint.checks.parameters import Integer, ListOf, Number, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.matching import Pattern
from newslint.model import Confidence
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import tokenize


class Total(Check):
    """Numbers in one sentence whose sum is more than `most`: shares of a vote, hours of a day.

    part: regular expressions of a part; the first group is the number. whole: regular expressions that say that the
    parts of a sentence are parts of one whole ("the rest", "undecided"). A sentence counts with at least `least` parts,
    and where it holds a `whole`. `slack` is what rounding may add. The finding runs from the first part to the last,
    with confidence `likely`.
    """

    name = "total"
    parameters = (
        Parameter("part", ListOf(Text(), 1), "regular expressions of a part; group 1 is its number", required=True),
        Parameter("whole", ListOf(Text()), "regular expressions of which the sentence must hold one"),
        Parameter("most", Number(), "what the parts may add up to", "100"),
        Parameter("slack", Number(), "what rounding may add", "2"),
        Parameter("least", Integer(2, 100), "parts that a sentence must have", "3"),
        Parameter("except", ListOf(Text()), "regular expressions that make a sentence right"),
    )
    placeholders = ("sum", "most")
    variants = ()
    settled = ("part", "whole", "except")

    def __init__(self, settings: Settings, lexicon: Lexicon, state: State | None = None) -> None:
        parts, whole, right = (Phrases(lexicon) for _ in range(3))
        for i, text in enumerate(settings.texts("part")):
            if "(" not in text:
                raise ParameterError("the part has no group for its number", ("part", i))
            parts.add_pattern(text, path=("part", i))
        for i, text in enumerate(settings.texts("whole")):
            whole.add_pattern(text, path=("whole", i))
        for i, text in enumerate(settings.texts("except")):
            right.add_pattern(text, path=("except", i))
        # Sums that are too large are rare: what speaks for or against them is looked for only there.
        self._whole, self._except = Kept(whole, state, 0), Kept(right, state, 1)
        self._parts = Phrases.revived(lexicon, State(state.value, state.rows[2:])) if state else parts
        self._most, self._slack = settings.number("most"), settings.number("slack")
        self._least = settings.integer("least")

    def patterns(self) -> Sequence[Pattern]:
        return self._parts.patterns

    def state(self) -> State:
        value, rows = self._parts.state()
        return State(value, [self._whole.row(), self._except.row(), *rows])

    @classmethod
    def revived(cls, settings: Settings, lexicon: Lexicon, state: State) -> Total:
        return cls(settings, lexicon, state)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        blocks: dict[int, list[BlockHit]] = {}
        for h, _ in self._parts.finds(hits):
            blocks.setdefault(h.block.index, []).append(h)
        sentences: dict[tuple[int, int], list[BlockHit]] = {}
        for index, parts in blocks.items():
            for h in parts if len(parts) >= self._least else ():
                sentences.setdefault((index, _sentence(article, h)), []).append(h)
        for (_, number), parts in sentences.items():
            if len(parts) < self._least:
                continue
            numbers = [_number(h) for h in parts]
            total, block = sum(numbers), parts[0].block
            if total <= self._most + self._slack or max(numbers) > self._most:
                continue
            sentence = block.text[slice(*article.sentences(block)[number])]
            tokens = tokenize(sentence)
            if self._whole.matcher and not self._whole.within(sentence, tokens):
                continue
            if self._except.within(sentence, tokens):
                continue
            values = {"sum": f"{round(total, 4):g}", "most": f"{self._most:g}"}
            yield Finding(block, parts[0].start, parts[-1].end, values, confidence=Confidence.LIKELY)


def _sentence(article: Article, h: BlockHit) -> int:
    """Number of the sentence that a hit begins in."""
    from bisect import bisect_right

    return max(0, bisect_right(article.sentences(h.block), (h.start, len(h.block.text) + 1)) - 1)


def _number(h: BlockHit) -> float:
    try:
        return float(next((g for g in h.groups[1:] if g), "0").replace(",", ""))
    except ValueError:
        return 0.0
