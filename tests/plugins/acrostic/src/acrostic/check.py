"""Finds articles whose paragraphs spell a word with their first letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Acrostic(Check):
    """A word of the list, spelled by the first letters of paragraphs that follow one another."""

    name = "acrostic"
    parameters = (
        Parameter("words", ListOf(Text()), "words that must not be spelled; @name for a word list", required=True),
        Parameter("least", Integer(2, 20), "letters a word must have", "3"),
    )
    placeholders = ("word",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        expand = Phrases(lexicon).expand
        words = {w.lower() for i, t in enumerate(settings.texts("words")) for w in expand(t, ("words", i))}
        self._words = sorted(w for w in words if len(w) >= settings.integer("least"))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        blocks = [b for b in scope.blocks(article) if b.text[:1].isalpha()]
        letters = "".join(b.text[0].lower() for b in blocks)
        for word in self._words:
            at = letters.find(word)
            while at >= 0:
                yield Finding(blocks[at], 0, 1, {"word": word})
                at = letters.find(word, at + 1)
