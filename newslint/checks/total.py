"""Finds parts of one whole that add up to more than it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Integer, ListOf, Number, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import EXCEPT, Phrases
from newslint.matching import Pattern
from newslint.model import Confidence
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


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
        EXCEPT,
    )
    placeholders = ("sum", "most")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._phrases = Phrases(lexicon)
        for key in ("part", "whole"):
            for i, text in enumerate(settings.texts(key)):
                if key == "part" and "(" not in text:
                    raise ParameterError("the part has no group for its number", ("part", i))
                self._phrases.add_pattern(text, path=(key, i), record=int(key == "whole"))
        self._phrases.add_exceptions(settings.texts("except"))
        self._whole = settings.has("whole")
        self._most, self._slack = settings.number("most"), settings.number("slack")
        self._least = settings.integer("least")

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        sentences: dict[tuple[int, int], list[BlockHit]] = {}
        wholes: set[tuple[int, int]] = set()
        for h, entry in self._phrases.finds(hits):
            place = h.block.index, _sentence(article, h)
            if entry.record:
                wholes.add(place)
            else:
                sentences.setdefault(place, []).append(h)
        for place, parts in sentences.items():
            if len(parts) < self._least or (self._whole and place not in wholes):
                continue
            numbers = [_number(h) for h in parts]
            total = sum(numbers)
            if total > self._most + self._slack and max(numbers) <= self._most:
                start, end = parts[0].start, parts[-1].end
                values = {"sum": f"{round(total, 4):g}", "most": f"{self._most:g}"}
                yield Finding(parts[0].block, start, end, values, confidence=Confidence.LIKELY)


def _sentence(article: Article, h: BlockHit) -> int:
    """Number of the sentence that a hit begins in."""
    from bisect import bisect_right

    return bisect_right(article.sentences(h.block), (h.start, len(h.block.text) + 1))


def _number(h: BlockHit) -> float:
    try:
        return float(next((g for g in h.groups[1:] if g), "0").replace(",", ""))
    except ValueError:
        return 0.0
