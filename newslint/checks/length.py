"""Measures blocks and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Integer, Parameter, ParameterError, Settings, Text
from newslint.model import Block
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Length(Check):
    """A block, sentence or the whole article with fewer than `least` or more than `most` words or characters.

    Words are what white space parts, marks alone left out: "well-known", "don't" and "3.5" are one each. Characters are
    code points. Width is that of a line in pixels, at a type `size` in pixels, by the word list `widths`. Quotations
    count in a sentence or block that holds them; one that is nothing but a quotation is left
    alone unless the rule names `quotation`. A whole article is reported at its first block in scope.
    """

    name = "length"
    parameters = (
        Parameter("of", Choice("block", "sentence", "document"), "what is measured", "block"),
        Parameter("unit", Choice("characters", "words", "width"), "what is counted", "characters"),
        Parameter("least", Integer(0), "the fewest that are right"),
        Parameter("most", Integer(1), "the most that are right"),
        Parameter("widths", Text(), "width: word list of characters, in thousandths of the size", "character-widths"),
        Parameter("size", Integer(1, 1000), "width: type size", "20"),
    )

    placeholders = ("count", "least", "most")
    variants = ("short",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._of = settings.text("of")
        self._unit = settings.text("unit")
        self._widths = lexicon[settings.text("widths")]
        if self._unit == "width" and not self._widths:
            raise ParameterError(f"no word list is named '{settings.text('widths')}'", ("widths",))
        self._size = settings.integer("size")
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
            if self._few(block, 0, len(block.text)):
                continue
            spans = article.sentences(block) if self._of == "sentence" else [(0, len(block.text))]
            for start, end in spans:
                if self._few(block, start, end):
                    continue
                count = self._count(block.text[start:end])
                if not self._fits(count) and scope.allows(article, block, start, end):
                    yield self._finding(block, start, end, count)

    def _few(self, block: Block, start: int, end: int) -> bool:
        """Whether a text, and every part of it, is certain to be right: not even with marks counted are its words too
        many. Most texts are, and this is quickly seen."""
        if self._unit != "words" or self._least or self._most is None:
            return False
        if block.tidy:
            return block.text.count(" ", start, end) < self._most
        return len(block.text[start:end].split()) <= self._most

    def _fits(self, count: int) -> bool:
        return self._least <= count and (self._most is None or count <= self._most)

    def _finding(self, block: Block, start: int, end: int, count: int) -> Finding:
        values = {"count": str(count), "least": str(self._least), "most": str(self._most or "")}
        return Finding(block, start, end, values, variant="short" if count < self._least else "")

    def _count(self, text: str) -> int:
        if self._unit == "characters":
            return len(text)
        if self._unit == "width":
            return round(sum(map(self._width, text)) * self._size / 1000)
        words = text.split()
        return len(words) - sum(not any(map(str.isalnum, w)) for w in filterfalse(str.isalnum, words))

    def _width(self, character: str) -> int:
        """In thousandths of the type size."""
        if not character.isascii() and character not in self._widths:
            import unicodedata

            if unicodedata.east_asian_width(character) in "WF":
                return 1000
            character = unicodedata.normalize("NFD", character)[0]
        return int(self._widths.get(character, "width", "556"))
