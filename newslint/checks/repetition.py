"""Finds a word that stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Flag, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Repetition(Check):
    """The same word again within `within` words.

    With 1 (the default) the two adjoin, white space between them: a word typed twice. With more it is an echo. Words
    with a capital inside a sentence are taken for names ("Duran Duran") unless `names` says otherwise.
    """

    name = "repetition"
    placeholders = ("word", "second", "apart")
    variants = ()
    parameters = (
        Parameter("words", ListOf(Text()), "only these words; all where it is unset"),
        Parameter("allow", ListOf(Text()), "words that may stand twice"),
        Parameter("within", Integer(1, 200), "how many words apart the two may be", "1"),
        Parameter("least", Integer(1, 100), "characters a word must have", "1"),
        Parameter("names", Flag(), "whether words with a capital count too", "no"),
        Parameter("numbers", Flag(), "whether numbers count too", "no"),
        Parameter("case", Choice("any", "same"), "whether the two may differ in case", "any"),
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._within = settings.integer("within")
        self._least = settings.integer("least")
        self._names = settings.flag("names")
        self._numbers = settings.flag("numbers")
        self._same = settings.text("case") == "same"
        phrases = Phrases(lexicon)
        self._words = {w for t in settings.texts("words") for w in phrases.expand(t, ("words",))}
        self._allow = {w for t in settings.texts("allow") for w in phrases.expand(t, ("allow",))}

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for block in scope.blocks(article):
            for a, b in self._pairs(article, block):
                tokens = article.tokens(block)
                start, end = tokens.starts[a], tokens.end(b)
                if not scope.allows(article, block, start, end):
                    continue
                if self._within == 1:
                    values = {"word": tokens.texts[a], "second": tokens.texts[b]}
                    yield Finding(block, start, end, values, (tokens.texts[a],))
                else:
                    yield Finding(block, tokens.starts[b], end, {"word": tokens.texts[b], "apart": str(b - a)})

    def _pairs(self, article: Article, block: Block) -> Iterator[tuple[int, int]]:
        """Numbers of the two tokens of each repetition."""
        tokens = article.tokens(block)
        texts = tokens.texts if self._same else [t.lower() for t in tokens.texts]
        if self._within == 1:
            for i, (a, b) in enumerate(zip(texts, texts[1:], strict=False)):
                if a == b and self._counts(tokens.texts[i], tokens.texts[i + 1], a):
                    gap = block.text[tokens.end(i) : tokens.starts[i + 1]]
                    apart = block.text[tokens.starts[i] - 1 : tokens.starts[i]] not in tuple("'’-.@#/&")
                    after = block.text[tokens.end(i + 1) : tokens.end(i + 1) + 1] not in tuple("'’-&")
                    if gap.isspace() and apart and after:
                        yield i, i + 1
            return
        last: dict[str, int] = {}
        for i, word in enumerate(texts):
            before = last.get(word)
            last[word] = i
            if before is not None and i - before <= self._within and self._counts(tokens.texts[before], word, word):
                yield before, i

    def _counts(self, first: str, second: str, word: str) -> bool:
        if len(word) < self._least or word in self._allow or (self._words and word not in self._words):
            return False
        if word.isdigit():
            return self._numbers
        # "The the" begins a sentence; "Duran Duran" and "NY NY" are names.
        return self._names or not second[0].isupper() or (first == second and len(word) == 1)


__all__ = ["Repetition"]
