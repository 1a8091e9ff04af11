"""Finds a paragraph, sentence or quotation that stands twice."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence, Set

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Choice, Integer, Number, Parameter, Settings
from newslint.model import Block, Confidence
from newslint.model.records import NamedTuple
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.sentences import may_begin
from newslint.text.similar import similarity

_LONG = 7
"""Letters of a word that tells units apart."""
_CROWD = 8
"""Units that one word is remembered for: a word of many tells nothing."""

_REFRAIN = 3
"""Times that a unit comes again when somebody may mean it to: a refrain, a pointer under each crosshead."""

_BEGINNING = 4
"""Words by which sentences are first told apart."""


class RepeatedText(Check):
    """A unit of text with the same words as an earlier one, whatever its punctuation and capitals.

    unit: `block` (paragraph, list item, caption), `sentence`, or `quotation` (the rule's zones must name it too).
    Units of fewer than `least` words are left alone: short ones come again by right. The later one is the finding.
    Sentences and quotations of a block that stands twice as a whole do not count.
    near: finds
    units that are only nearly the same instead, from that likeness on (Dice's coefficient over words and pairs of
    words); confidence is `likely`. So it is for a unit that comes again three times or more.
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
        blocks = list(scope.blocks(article))
        if self._unit == "sentence":
            blocks = _beginning_alike(article, blocks, min(self._least, _BEGINNING))
        units = [(block, *span) for block in blocks for span in self._units(article, block)]
        counts = [self._count(article, *unit) for unit in units]
        # Most are alone with their number of words.
        often = {n for n, units in Counter(counts).items() if n >= self._least and units > 1}
        again = self._repeated_blocks(article, scope) if often else set()
        seen: dict[tuple[int, tuple[str, ...]], Place] = {}
        times: Counter[Place] = Counter()
        found: list[tuple[Place, Place, int]] = []
        for (block, start, end), count in zip(units, counts, strict=True) if often else ():
            if count in often and block.index not in again and scope.allows(article, block, start, end):
                words = self._words(article, block, start, end)
                place = Place(block, start, end, "original")
                first = seen.setdefault((block.index if self._block else -1, words), place)
                if first is not place:
                    times[first] += 1
                    found.append((place, first, len(words)))
        for place, first, length in found:
            sure = Confidence.CERTAIN if times[first] < _REFRAIN else Confidence.LIKELY
            values = {"words": str(length)}
            yield Finding(place.block, place.start, place.end, values, ("",), sure, related=(first,))

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
        units: list[_Unit] = []
        bearers = _Bearers(units)
        seen: set[str] = set()
        telling = article.fact("telling words", lambda: _telling(article))
        for block in scope.blocks(article):
            if len(article.tokens(block)) < self._least:
                continue
            folded, starts = article.folded(block), article.tokens(block).starts
            for start, end in self._units(article, block):
                first, last = (0, len(folded)) if end - start == len(block.text) else _between(starts, start, end)
                if last - first < self._least:
                    continue
                words = folded[first:last]
                # Near copies share most of their long words, and few others share many.
                long = telling.intersection(words) or set(words)
                # With all earlier units together most share few: then no single one need be found.
                best = bearers.best(long) if 2 * len(long & seen) > len(long) else None
                if best:
                    allowed = scope.allows(article, block, start, end)
                    if allowed and words != best.words and similarity(words, best.words) >= self._near:
                        place = Place(best.block, best.start, best.end, "original")
                        values = {"words": str(len(words))}
                        yield Finding(block, start, end, values, (), Confidence.LIKELY, related=(place,))
                seen |= long
                units.append(_new(_Unit, (block, start, end, words, long)))

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
        first, last = _between(tokens.starts, start, end)
        return last - first

    @staticmethod
    def _words(article: Article, block: Block, start: int, end: int) -> tuple[str, ...]:
        words = article.folded(block)
        if start == 0 and end == len(block.text):
            return tuple(words)
        first, last = _between(article.tokens(block).starts, start, end)
        return tuple(words[first:last])


def _beginning_alike(article: Article, blocks: list[Block], count: int) -> list[Block]:
    """The blocks in which a sentence may begin with so many of the same words as another, as the same ones do."""
    places: dict[tuple[str, ...], list[Block]] = {}
    for block in blocks:
        words, starts = article.folded(block), article.tokens(block).starts
        for i in {bisect_left(starts, at) for at in may_begin(block.text)}:
            places.setdefault(tuple(words[i : i + count]), []).append(block)
    alike = {block.index for found in places.values() if len(found) > 1 for block in found}
    return [block for block in blocks if block.index in alike]


def _telling(article: Article) -> frozenset[str]:
    """The words of an article that tell its units apart."""
    return frozenset([w for w in map(str.casefold, article.lowered_vocabulary) if len(w) >= _LONG])


def _between(starts: list[int], start: int, end: int) -> tuple[int, int]:
    """Numbers of the words that start in a half-open range."""
    first = bisect_left(starts, start)
    return first, bisect_left(starts, end, first)


class _Unit(NamedTuple):
    """A stretch of text with its words, and those of them that tell it apart."""

    block: Block
    start: int
    end: int
    words: list[str]
    long: Set[str]


_new = tuple.__new__


class _Bearers:
    """Which of some units have a word. The units grow; they are filed when somebody asks, which is seldom."""

    __slots__ = ("_bearers", "_filed", "_units")

    def __init__(self, units: list[_Unit]) -> None:
        self._units = units
        self._filed = 0
        self._bearers: dict[str, list[int]] = {}

    def best(self, long: Set[str]) -> _Unit | None:
        """The unit that shares most words with some, the earliest of several, if that is more than half of them."""
        for number in range(self._filed, len(self._units)):
            for word in self._units[number].long:
                known = self._bearers.setdefault(word, [])
                if len(known) < _CROWD:
                    known.append(number)
        self._filed = len(self._units)
        shared = Counter(i for w in long for i in self._bearers.get(w, ()))
        best, count = max(shared.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
        return self._units[best] if 2 * count > len(long) else None
