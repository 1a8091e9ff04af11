"""Finds a word that comes again within a few words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Choice, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class WordEcho(Check):
    """A word of `least` letters or more that stands a second time in one sentence, at most `within` words further on.

    Names (words with a capital), words in `words`, numbers, and a word that stands right behind itself do not count;
    forms of one word (plan, plans) do where they differ by an s only.
    """

    name = "word-echo"
    parameters = (
        Parameter("least", Integer(2, 50), "letters that a word has", "6"),
        Parameter("within", Integer(2, 200), "words between the two at the most", "12"),
        Parameter("per", Choice("sentence", "block"), "what both stand in", "sentence"),
        Parameter("words", ListOf(Text()), "words that come again by right", []),
    )
    placeholders = ("word", "distance")
    variants = ("first",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._least, self._within = settings.integer("least"), settings.integer("within")
        self._block = settings.text("per") == "block"
        self._words = frozenset(w.lower() for t in settings.texts("words") for w in phrases.expand(t, ("words",)))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for block in scope.blocks(article):
            tokens = article.tokens(block)
            ends = [len(block.text)] if self._block else [end for _, end in article.sentences(block)]
            seen: dict[str, int] = {}
            at = 0
            for i, token in enumerate(tokens.texts):
                while at < len(ends) - 1 and tokens.starts[i] >= ends[at]:
                    at += 1
                    seen = {}
                if len(token) < self._least or not token.islower() or not token.isalpha() or token in self._words:
                    continue
                key = token.removesuffix("s")
                before = seen.get(key)
                seen[key] = i
                if before is None or not 1 < i - before <= self._within:
                    continue
                start, end = tokens.starts[i], tokens.end(i)
                if scope.allows(article, block, start, end):
                    first = Place(block, tokens.starts[before], tokens.end(before), "first")
                    values = {"word": token, "distance": str(i - before)}
                    yield Finding(block, start, end, values, related=(first,))
