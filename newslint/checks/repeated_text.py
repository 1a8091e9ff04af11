"""Finds a paragraph, sentence or quotation that stands twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Choice, Integer, Number, Parameter, Settings
from newslint.model import Block, Confidence
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.similar import similarity

_LONG = 7
"""Letters of a word that tells units apart."""
_CROWD = 8
"""Units that one word is remembered for: a word of many tells nothing."""


class RepeatedText(Check):
    """A unit of text with the same words as an earlier one, whatever its punctuation and capitals.

    unit: `block` (paragraph, list item, caption), `sentence`, or `quotation` (the rule's zones must name it too).
    Units of fewer than `least` words are left alone: short ones come again by right. The later one is the finding.
    Sentences and quotations of a block that stands twice as a whole do not count.
    near: finds
    units that are only nearly the same instead, from that likeness on (Dice's coefficient over words and pairs of
    words); confidence is `likely`.
    """

    name = "repeated-text"
    parameters = (
        Parameter("unit", Choice("block", "sentence", "quotation"), "what is compared", "block"),
        Parameter("least", Integer(1, 1000), "words that a unit must have", "8"),
        Parameter("near", Number(0.5, 1), "how alike two units must be that are not the same"),
        Parameter("within", Choice("document", "block"), "where the earlier one must stand", "document"),
    )

    placeholders = ("words",)
    variants = ("original",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._unit = settings.text("unit")
        self._least = settings.integer("least")
        self._block = settings.text("within") == "block"
        self._near = settings.number("near")

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._near:
            yield from self._nearly(article, scope)
            return
        seen: dict[tuple[int, tuple[str, ...]], Place] = {}
        again = self._repeated_blocks(article, scope)
        units = [(b, *span) for b in scope.blocks(article) if b.index not in again for span in self._units(article, b)]
        counts = [self._count(article, *unit) for unit in units]
        often = Counter(counts)
        for (block, start, end), count in zip(units, counts, strict=True):
            # Most are alone with their number of words.
            if count >= self._least and often[count] > 1 and scope.allows(article, block, start, end):
                words = self._words(article, block, start, end)
                place = Place(block, start, end, "original")
                first = seen.setdefault((block.index if self._block else -1, words), place)
                if first is not place:
                    values = {"words": str(len(words))}
                    yield Finding(block, start, end, values, ("",), related=(first,))

    def _repeated_blocks(self, article: Article, scope: Scope) -> set[int]:
        """Blocks that stand twice as a whole: their sentences and quotations are no findings of their own."""
        if self._unit == "block":
            return set()
        blocks = list(scope.blocks(article))
        often = Counter(len(article.tokens(b)) for b in blocks)
        seen: set[tuple[str, ...]] = set()
        again: set[int] = set()
        for block in blocks:
            if often[len(article.tokens(block))] > 1:
                words = self._words(article, block, 0, len(block.text))
                if words in seen:
                    again.add(block.index)
                seen.add(words)
        return again

    def _nearly(self, article: Article, scope: Scope) -> Iterator[Finding]:
        """Units that are nearly the same as an earlier one, and not the same."""
        units: list[tuple[Place, tuple[str, ...]]] = []
        bearers: dict[str, list[int]] = {}
        for block in scope.blocks(article):
            for start, end in self._units(article, block):
                if self._count(article, block, start, end) < self._least:
                    continue
                words = self._words(article, block, start, end)
                # Near copies share most of their long words, and few others share many.
                long = {w for w in words if len(w) >= _LONG} or set(words)
                shared = Counter(i for w in long for i in bearers.get(w, ()))
                best, count = shared.most_common(1)[0] if shared else (0, 0)
                if 2 * count > len(long):
                    place, other = units[best]
                    allowed = scope.allows(article, block, start, end)
                    if allowed and words != other and similarity(words, other) >= self._near:
                        values = {"words": str(len(words))}
                        yield Finding(block, start, end, values, (), Confidence.LIKELY, related=(place,))
                for word in long:
                    known = bearers.setdefault(word, [])
                    if len(known) < _CROWD:
                        known.append(len(units))
                units.append((Place(block, start, end, "original"), words))

    def _units(self, article: Article, block: Block) -> list[tuple[int, int]]:
        if self._unit == "sentence":
            return article.sentences(block)
        if self._unit == "quotation":
            return [(q.start, q.end) for q in article.quotations(block) if q.level == 0]
        return [(0, len(block.text))]

    @staticmethod
    def _count(article: Article, block: Block, start: int, end: int) -> int:
        """Number of words."""
        tokens = article.tokens(block)
        if start == 0 and end == len(block.text):
            return len(tokens)
        return bisect_left(tokens.starts, end) - bisect_left(tokens.starts, start)

    @staticmethod
    def _words(article: Article, block: Block, start: int, end: int) -> tuple[str, ...]:
        tokens = article.tokens(block)
        if start == 0 and end == len(block.text):
            return tuple(map(str.casefold, tokens.texts))
        low, high = bisect_left(tokens.starts, start), bisect_left(tokens.starts, end)
        return tuple(map(str.casefold, tokens.texts[low:high]))
