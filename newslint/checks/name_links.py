"""Finds a name of several words that has another small word in it than elsewhere in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Place, Scope
from newslint.checks.parameters import ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import WORD

_NAME = r"[A-Z][\w’'-]{0,30}+"
_BESIDE = r"(?! (?:and|&|of|for) [A-Z])"
"""Not one name of several: "Department of Health and Social Care" is not the Department of Health."""


class NameLinks(Check):
    """ "Department of Health" where the article has "Department for Health" elsewhere.

    links: the small words that are taken for each other. heads: words of which the one right before the link must be
    one; without any every name with capitals on both sides of the link counts. The rarer form is the finding;
    confidence is `likely` where another stands as often, and then the first is taken to be right. What is quoted
    neither counts nor is found.
    """

    name = "name-links"
    parameters = (
        Parameter("links", ListOf(Text()), "small words that are taken for each other", required=True),
        Parameter("heads", ListOf(Text()), "words that stand before them; @name for a word list", []),
    )
    placeholders = ("majority", "count")
    variants = ("majority",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        links = settings.texts("links")
        if len(links) < 2:
            raise ParameterError("at least two words can be taken for each other", ("links",))
        phrases = Phrases(lexicon)
        heads = [w for i, t in enumerate(settings.texts("heads")) for w in phrases.expand(t, ("heads", i))]
        head = rf"\b(?:{'|'.join(map(re.escape, heads))})" if heads else rf"\b{_NAME}"
        link = "|".join(map(re.escape, links))
        self._links = [f" {link} " for link in links]
        firsts = [found and found.group() for found in map(WORD.match, heads)]
        self._heads = frozenset(w for w in firsts if w) if all(firsts) else frozenset()
        """The first words of the heads, where each begins with one."""
        self._names = compiled(rf"({head}) ({link}) ({_NAME}(?: {_NAME}){{0,5}}+){_BESIDE}")

    def needs(self) -> Needs | None:
        heads = frozenset(map(str.lower, self._heads))
        return Needs(words=heads) if heads else Needs(search=self._names.pattern)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._heads and self._heads.isdisjoint(article.vocabulary):
            return
        blocks = list(scope.blocks(article))
        if sum(any(link in block.text for block in blocks) for link in self._links) < 2:
            return
        forms: dict[tuple[str, str], dict[str, list[Place]]] = {}
        for block in blocks:
            for match in self._matches(article, block):
                if scope.allows(article, block, *match.span()):
                    tail = match[3].removesuffix("’s").removesuffix("'s")
                    places = forms.setdefault((match[1], tail), {}).setdefault(match[2], [])
                    places.append(Place(block, match.start(), match.start(3) + len(tail)))
        for (head, tail), found in forms.items():
            if len(found) > 1:
                yield from self._rarer(head, tail, found)

    def _matches(self, article: Article, block: Block) -> Iterator[re.Match[str]]:
        """All names with a link in a block. Where heads are known each begins at one of them."""
        if not self._heads:
            yield from self._names.finditer(block.text)
            return
        tokens = article.tokens(block)
        if self._heads.isdisjoint(tokens.texts):
            return
        end = 0
        for word, start in zip(tokens.texts, tokens.starts, strict=True):
            if word in self._heads and start >= end and (found := self._names.match(block.text, start)):
                end = found.end()
                yield found

    @staticmethod
    def _rarer(head: str, tail: str, found: dict[str, list[Place]]) -> Iterator[Finding]:
        usual = max(found, key=lambda link: len(found[link]))
        most = len(found[usual])
        right = f"{head} {usual} {tail}"
        related = (found[usual][0]._replace(message="majority"),)
        for link, places in found.items():
            if link != usual:
                sure = Confidence.CERTAIN if most > len(places) else Confidence.LIKELY
                for place in places:
                    values = {"majority": right, "count": str(most)}
                    yield Finding(place.block, place.start, place.end, values, (right,), sure, related=related)
