"""Measures blocks and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Integer, Parameter, ParameterError, Settings
from newslint.model import Block
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Length(Check):
    """A block, sentence or the whole article with fewer than `least` or more than `most` words or characters.

    Words are what white space parts, marks alone left out: "well-known", "don't" and "3.5" are one each. Characters are
    code points. Quotations count in a sentence or block that holds them; one that is nothing but a quotation is left
    alone unless the rule names `quotation`. A whole article is reported at its first block in scope.
    """

    name = "length"
    parameters = (
        Parameter("of", Choice("block", "sentence", "document"), "what is measured", "block"),
        Parameter("unit", Choice("characters", "words"), "what is counted", "characters"),
        Parameter("least", Integer(0), "the fewest that are right"),
        Parameter("most", Integer(1), "the most that are right"),
    )

    placeholders = ("count", "least", "most")
    variants = ("short",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._of = settings.text("of")
        self._words = settings.text("unit") == "words"
        self._least = settings.integer("least")
        self._most = settings.integer("most") if settings.has("most") else None
        if not self._least and self._most is None:
            raise ParameterError("one of the keys 'least' and 'most' is needed")
        if self._most is not None and self._most < self._least:
            raise ParameterError(f"found {self._most}, expected at least {self._least} as 'least' says", ("most",))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        blocks = list(scope.blocks(article))
        if self._of == "document":
            count = sum(self._count(b.text) for b in blocks)
            if blocks and not self._fits(count):
                yield self._finding(blocks[0], 0, len(blocks[0].text), count)
            return
        for block in blocks:
            spans = article.sentences(block) if self._of == "sentence" else [(0, len(block.text))]
            for start, end in spans:
                count = self._count(block.text[start:end])
                if not self._fits(count) and scope.allows(article, block, start, end):
                    yield self._finding(block, start, end, count)

    def _fits(self, count: int) -> bool:
        return self._least <= count and (self._most is None or count <= self._most)

    def _finding(self, block: Block, start: int, end: int, count: int) -> Finding:
        values = {"count": str(count), "least": str(self._least), "most": str(self._most or "")}
        return Finding(block, start, end, values, variant="short" if count < self._least else "")

    def _count(self, text: str) -> int:
        if not self._words:
            return len(text)
        words = text.split()
        return len(words) - sum(not any(map(str.isalnum, w)) for w in filterfalse(str.isalnum, words))
