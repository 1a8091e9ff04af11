"""Counts what may stand only so often."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Finding, Scope
from newslint.checks.parameters import Choice, Integer, Parameter, ParameterError, Settings
from newslint.checks.phrases import EXCEPT, PATTERNS, WORDS, PhraseCheck, Phrases, groups
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Occurrence(PhraseCheck):
    """More than `most` finds in a sentence, block or document; each find past the limit is reported."""

    name = "occurrence"
    parameters = (
        WORDS,
        PATTERNS,
        EXCEPT,
        Parameter("most", Integer(0, 10_000), "how many are right", "1"),
        Parameter("per", Choice("sentence", "block", "document"), "what they are counted in", "document"),
    )

    placeholders = ("count", "most")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon, phrases: Phrases | None = None) -> None:
        super().__init__(settings, lexicon, phrases)
        self._most = settings.integer("most")
        self._per = settings.text("per")

    @staticmethod
    def gather(settings: Settings, lexicon: Lexicon) -> Phrases:
        phrases = Phrases(lexicon)
        for i, word in enumerate(settings.texts("words")):
            phrases.add_literal(word, path=("words", i))
        for i, record in enumerate(settings.records("patterns")):
            phrases.add_record(i, record.text("match"), (), record.texts("except"), ("patterns", i))
        if not phrases.patterns:
            raise ParameterError("one of the keys 'words' and 'patterns' is needed")
        phrases.add_exceptions(settings.texts("except"))
        return phrases

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        counts: dict[tuple[int, int], list[BlockHit]] = defaultdict(list)
        for h, _ in self._phrases.finds(hits):
            counts[self._unit(article, h)].append(h)
        for found in counts.values():
            for h in found[self._most :]:
                values = {**groups(h), "count": str(len(found)), "most": str(self._most)}
                yield Finding(h.block, h.start, h.end, values)

    def _unit(self, article: Article, h: BlockHit) -> tuple[int, int]:
        if self._per == "document":
            return (0, 0)
        if self._per == "block":
            return (h.block.index, 0)
        return (h.block.index, bisect_right(article.sentences(h.block), (h.start, len(h.block.text))))
