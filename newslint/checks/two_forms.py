"""Finds a word that the article writes in two ways, though no list names it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Choice, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.casing import at_sentence_start, follow
from newslint.text.lexicon import Lexicon
from newslint.text.spelling.places import stands_alone
from newslint.text.spelling.speller import Speller
from newslint.text.spelling.spellings import counterparts

_HYPHEN = expression(r"(?<![\w./@&'’-])([A-Za-z]{1,30})-([a-z]{2,30})(?![\w/@&-]|\.\w)")


class TwoForms(Check):
    """A word in two forms in one article: the one that stands less often is found.

    of: `hyphens` are words that stand with a hyphen and joined ("fund-raising", "fundraising"), `spellings` words in
    the spellings of two countries ("jeweller", "jeweler"), as the dictionary has them. Words of `real` are two words.
    What is quoted, and names, neither count nor are found. On a tie the form that comes first is the article's;
    confidence is then `likely`. Where other rules say something of the word, this one is silent.
    """

    name = "two-forms"
    parameters = (
        Parameter("of", Choice("hyphens", "spellings"), "what differs", required=True),
        Parameter("dictionary", Text(), "spellings: dictionary of a pack", "english"),
        Parameter("real", ListOf(Text()), "words that are two words in their two forms", []),
    )
    placeholders = ("majority", "count")
    variants = ("majority",)
    yields = True

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._lexicon = lexicon
        self._small = lexicon["small-words"]
        self._hyphens = settings.text("of") == "hyphens"
        self._dictionary = settings.text("dictionary")
        self._real = {w.lower() for i, t in enumerate(settings.texts("real")) for w in phrases.expand(t, ("real", i))}
        lexicon.dictionary(self._dictionary)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for one, other in self._hyphened(article, scope) if self._hyphens else self._spelled(article, scope):
            forms = [places for places in (one, other) if places]
            if len(forms) < 2:
                continue
            often, rare = sorted(forms, key=lambda f: (-len(f), f[0].block.index, f[0].start))
            first = often[0]
            written = first.block.text[first.start : first.end]
            values = {"majority": written, "count": str(len(often))}
            sure = Confidence.CERTAIN if len(often) > len(rare) else Confidence.LIKELY
            related = (first._replace(message="majority"),)
            for block, start, end, _ in rare:
                to = follow(block.text[start:end], written.lower(), small=self._small)
                yield Finding(block, start, end, values, (to,), sure, related=related)

    def _hyphened(self, article: Article, scope: Scope) -> Iterator[tuple[list[Place], list[Place]]]:
        """The places of each word with a hyphen, and of the same without it."""
        found: dict[str, list[Place]] = {}
        words = article.lowered_vocabulary
        for block in scope.blocks(article):
            for m in _HYPHEN.finditer(block.text) if "-" in block.text else ():
                joined = (m[1] + m[2]).lower()
                if joined not in words or joined in self._real or _is_name(article, block, *m.span()):
                    continue
                if scope.allows(article, block, *m.span()):
                    found.setdefault(joined, []).append(Place(block, m.start(), m.end()))
        if found:
            joined_places = _places(article, scope, found.keys())
            yield from ((places, joined_places.get(word, [])) for word, places in found.items())

    def _spelled(self, article: Article, scope: Scope) -> Iterator[tuple[list[Place], list[Place]]]:
        """The places of each word that is spelled in two ways, by its two spellings."""
        speller = Speller.of(self._lexicon, self._dictionary)
        words = article.vocabulary
        pairs: set[tuple[str, str]] = set()
        for word in words:
            if (
                len(word) > 3
                and word.islower()
                and word.isalpha()
                and word not in self._real
                and speller.label(word)[1:]
            ):
                others = (w for w in counterparts(word, self._lexicon) if w in words and speller.label(w)[1:])
                pairs.update((word, w) if word < w else (w, word) for w in others)
        if pairs:
            places = _places(article, scope, {w for pair in pairs for w in pair})
            yield from ((places.get(a, []), places.get(b, [])) for a, b in sorted(pairs))


def _is_name(article: Article, block: Block, start: int, end: int) -> bool:
    """Whether a word has a capital that no sentence gives it."""
    text = block.text
    if text[start].islower():
        return False
    return text[end + 1 : end + 2].isupper() or not at_sentence_start(text, start, article.sentences(block))


def _places(article: Article, scope: Scope, words: Container[str]) -> dict[str, list[Place]]:
    """Where some words stand by themselves, in any case, by their lower case."""
    found: dict[str, list[Place]] = {}
    for block in scope.blocks(article):
        tokens = article.tokens(block)
        for i, word in enumerate(article.lowered(block)):
            if word in words:
                start, end = tokens.starts[i], tokens.end(i)
                if _is_name(article, block, start, end):
                    continue
                if stands_alone(block.text, start, end) and scope.allows(article, block, start, end):
                    found.setdefault(word, []).append(Place(block, start, end))
    return found
