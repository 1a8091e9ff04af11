"""Finds a word that stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, islice
from operator import eq

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.local import covered, local
from newslint.checks.parameters import Choice, Flag, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block
from newslint.native import native
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.casing import at_sentence_start
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import Tokens

_REACH = 60
"""Code points on each side of two adjoining words that exceptions are tried on."""


class Repetition(Check):
    """The same word again within `within` words.

    With 1 (the default) the two adjoin, white space between them: a word typed twice. With more it is an echo, and the
    second is the finding. Words with a capital inside a sentence are taken for names ("Duran Duran"), single capitals
    before a name for initials ("J J Abrams"), unless `names` says otherwise. `except` are tried on the words, with 60
    characters on each side: what a match covers is right.
    """

    name = "repetition"
    parameters = (
        Parameter("words", ListOf(Text()), "only these words; all where it is unset"),
        Parameter("allow", ListOf(Text()), "words that may stand twice"),
        Parameter(
            "called", ListOf(Text()), "words that are names too: with a capital they may stand before themselves"
        ),
        Parameter("within", Integer(1, 200), "how many words apart the two may be", "1"),
        Parameter("least", Integer(1, 100), "characters a word must have", "1"),
        Parameter("names", Flag(), "whether words with a capital count too", "no"),
        Parameter("numbers", Flag(), "whether numbers count too", "no"),
        Parameter("thrice", Flag(), "whether a word counts that stands three times in a row or more", "yes"),
        Parameter("except", ListOf(Text()), "regular expressions of text in which adjoining words are right"),
        Parameter("case", Choice("any", "same"), "whether the two may differ in case", "any"),
    )

    placeholders = ("word", "second", "apart")
    variants = ("original",)
    kept = ("_allow", "_besides", "_called", "_least", "_names", "_numbers", "_same", "_thrice", "_within", "_words")

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._within = settings.integer("within")
        self._least = settings.integer("least")
        self._names = settings.flag("names")
        self._numbers = settings.flag("numbers")
        self._same = settings.text("case") == "same"
        phrases = Phrases(lexicon)
        self._words = {w for t in settings.texts("words") for w in phrases.expand(t, ("words",))}
        self._called = {w.lower() for t in settings.texts("called") for w in phrases.expand(t, ("called",))}
        self._thrice = settings.flag("thrice")
        self._besides = [local(x, ("except", i)) for i, x in enumerate(settings.texts("except"))]
        self._allow = {w for t in settings.texts("allow") for w in phrases.expand(t, ("allow",))}
        self.ready(lexicon)

    def ready(self, lexicon: Lexicon) -> None:
        self._except = list(map(expression, self._besides))

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
                    values = {"word": tokens.texts[b], "second": tokens.texts[b], "apart": str(b - a)}
                    first = Place(block, start, tokens.end(a), "original")
                    yield Finding(block, tokens.starts[b], end, values, related=(first,))

    def _pairs(self, article: Article, block: Block) -> Iterator[tuple[int, int]]:
        """Numbers of the two tokens of each repetition."""
        if self._within == 1 and native and native.doubled(block.text) == []:
            return  # as in most
        tokens = article.tokens(block)
        texts = tokens.texts if self._same else article.lowered(block)
        if self._within == 1:
            for i in compress(range(len(texts)), map(eq, texts, islice(texts, 1, None))):
                word = texts[i]
                if not self._counts(word) or self._named(tokens, i) or not _adjoin(block.text, tokens, i):
                    continue
                if not self._thrice and word in (*texts[i - 1 : i], *texts[i + 2 : i + 3]):
                    continue
                if covered(self._except, block.text, tokens.starts[i], tokens.end(i + 1), _REACH):
                    continue
                if tokens.texts[i] == tokens.texts[i + 1] or word.lower() not in self._called:
                    yield i, i + 1
            return
        last: dict[str, int] = {}
        for i, word in enumerate(texts):
            before = last.get(word)
            last[word] = i
            if before is None or i - before > self._within or not self._counts(word):
                continue
            # A capital says nothing where a sentence begins.
            if self._names or not tokens.texts[i][0].isupper() or _begins(article, block, i):
                yield before, i

    def _counts(self, word: str) -> bool:
        """Whether a word matters at all; in lower case unless case counts."""
        if len(word) < self._least or (self._words and word not in self._words):
            return False
        return word not in self._allow and (self._numbers or not word.isdigit())

    def _named(self, tokens: Tokens, i: int) -> bool:
        """Whether two adjoining tokens are a name: "The the" begins a sentence, "Duran Duran" and "NY NY" are names."""
        first, second = tokens.texts[i], tokens.texts[i + 1]
        if self._names or not second[0].isupper():
            return False
        following = tokens.texts[i + 2] if i + 2 < len(tokens) else ""
        return not (first == second and len(second) == 1) or following[:1].isupper()


def _adjoin(text: str, tokens: Tokens, i: int) -> bool:
    """Whether tokens i and i + 1 are whole words with white space between them."""
    gap = text[tokens.end(i) : tokens.starts[i + 1]]
    before, after = tokens.starts[i] - 1, tokens.end(i + 1)
    apart = before < 0 or text[before] not in "'’-.@#/&"
    return gap.isspace() and apart and text[after : after + 1] not in tuple("'’-&")


def _begins(article: Article, block: Block, i: int) -> bool:
    """Whether token i begins a sentence or a quotation."""
    return at_sentence_start(block.text, article.tokens(block).starts[i], article.sentences(block))
