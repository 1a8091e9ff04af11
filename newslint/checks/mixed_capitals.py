"""Finds lines in which some common words have a capital and others have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope
from newslint.checks.parameters import ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import ALL, PROSE, Block
from newslint.text.article import Article
from newslint.text.beside import last_before
from newslint.text.lexicon import Lexicon
from newslint.text.spelling.speller import Speller

_SHORTEST = 4
"""Letters of a word that both styles of headlines treat as the other common words."""
_TITLED = 3
"""Capitals that make a headline one with capitals throughout."""
_CLEAR = 4
"""Common words that a headline must have for one or two with a capital to be slips."""
_COMMON = ("1", "2", "3")
"""Labels of words that a dictionary calls common."""
_PARTS = ".:;?!\"“‘'–—|-("


class MixedCapitals(Check):
    """Common words of a headline that have a capital where most have none ("Larks Beat Comets in double overtime"), or
    none where most have one. The finding is the rarer form.

    A word is common, and no name, if the article has it in lower case and never with a capital inside a sentence. What
    the article lacks and a dictionary calls common counts too, beside a word that it has. Beside another capital a
    word may be part of a name. Function words and short ones may be small in any headline, and a word that opens a
    headline or a part of it has its capital from there; those of `accept` keep theirs.
    """

    name = "mixed-capitals"
    parameters = (
        Parameter("dictionary", Text(), "dictionary of a pack, a file of its folder `dictionaries`", "english"),
        Parameter("accept", ListOf(Text()), "words that are right as they are", []),
    )
    placeholders = ()
    variants = ("small",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._lexicon = lexicon
        self._dictionary = settings.text("dictionary")
        lexicon.dictionary(self._dictionary)
        self._accept = frozenset(w for t in settings.texts("accept") for w in phrases.expand(t, ("accept",)))
        self._functions = frozenset(lexicon["closed-classes"])

    def needs(self) -> Needs:
        return Needs(zones=ALL - PROSE, within=True)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        names: set[str] | None = None
        for block in scope.blocks(article):
            if block.zone in PROSE or not scope.allows(article, block, 0, len(block.text)):
                continue
            capitals, small = self._common(article, block)
            if capitals and small:
                if names is None:
                    names = _inside(article)
                texts = article.tokens(block).texts
                capitals = [i for i in capitals if texts[i] not in names]
                yield from self._rarer(article, block, capitals, small)

    def _common(self, article: Article, block: Block) -> tuple[list[int], list[int]]:
        """The numbers of a line's common words with a capital, and of those without."""
        tokens, text = article.tokens(block), block.text
        capitals: list[int] = []
        small: list[int] = []
        for i, word in enumerate(tokens.texts):
            start = tokens.starts[i]
            if len(word) < _SHORTEST or not word.isalpha() or word.lower() in self._functions or word in self._accept:
                continue
            if text[start - 1 : start] not in ("", " ") or text[tokens.end(i) : tokens.end(i) + 1] == "-":
                continue
            if word.islower():
                small.append(i)
            elif word.istitle() and last_before(text, start) not in _PARTS:
                low = word.lower()
                if low in article.vocabulary or Speller.of(self._lexicon, self._dictionary).label(low)[:1] in _COMMON:
                    capitals.append(i)
        return capitals, small

    def _rarer(self, article: Article, block: Block, capitals: list[int], small: list[int]) -> Iterator[Finding]:
        tokens = article.tokens(block)
        known = [i for i in capitals if tokens.texts[i].lower() in article.vocabulary]
        if len(known) >= _TITLED and 2 * len(small) <= len(known):
            for i in small:
                yield Finding(
                    block, tokens.starts[i], tokens.end(i), {}, (tokens.texts[i].capitalize(),), variant="small"
                )
        # The first word of a headline has a capital in any case.
        plain = [0, *capitals] if tokens.texts[0].lower() in article.vocabulary else capitals
        free = [i for i in capitals if not _beside_name(tokens.texts, i, plain)]
        known = [i for i in known if i in free]
        if known and len(small) >= len(free) and len(small) + len(free) >= _CLEAR:
            for i in free:
                yield Finding(block, tokens.starts[i], tokens.end(i), {}, (tokens.texts[i].lower(),))


def _beside_name(texts: Sequence[str], i: int, common: Sequence[int]) -> bool:
    """Whether a word with a capital that is not common stands right before or behind a word, or behind a common one
    that stands there."""
    first = last = i
    while first - 1 in common:
        first -= 1
    while last + 1 in common:
        last += 1
    before = texts[first - 1] if first else ""
    behind = texts[last + 1] if last + 1 < len(texts) else ""
    return before[:1].isupper() or behind[:1].isupper()


def _inside(article: Article) -> set[str]:
    """Words that stand with a capital inside a sentence of the article."""
    found: set[str] = set()
    for block in article.blocks:
        if block.zone in PROSE:
            tokens = article.tokens(block)
            for i in article.capitals(block):
                before = last_before(block.text, tokens.starts[i])
                if before.isalnum() or before == ",":
                    found.add(tokens.texts[i])
    return found
