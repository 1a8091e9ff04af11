"""Finds headlines that another article of the run has too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope
from newslint.checks.parameters import Integer, ListOf, Number, Parameter, Settings, Text
from newslint.model import Confidence
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.similar import Normal


class SameHeadline(Check):
    """The headline of an earlier article of the same run, by the order of the paths. Only `--across` knows of others.

    near: how alike the words and pairs of words must be (Dice's coefficient); confidence is `likely` where they are not
    the same. Headlines of fewer than `least` words come again by right, and so do those in `words`.
    """

    name = "same-headline"
    parameters = (
        Parameter("near", Number(0.6, 1), "how alike two headlines must be", "0.85"),
        Parameter("least", Integer(1, 100), "words that a headline must have", "4"),
        Parameter("words", ListOf(Text()), "headlines that come again by right", []),
    )
    placeholders = ("path", "other")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._near = settings.number("near")
        self._least = settings.integer("least")
        self._words = frozenset(t.lower() for t in settings.texts("words"))

    def needs(self) -> Needs | None:
        return Needs(twin=True)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        twin, headline = article.twin, article.document.headline
        if twin is None or headline is None or twin.likeness < self._near or headline.zone not in scope.zones:
            return
        if len(Normal(headline.text)) >= self._least and headline.text.lower() not in self._words:
            confidence = Confidence.CERTAIN if twin.likeness == 1 else Confidence.LIKELY
            values = {"path": twin.path, "other": twin.headline}
            yield Finding(headline, 0, len(headline.text), values, confidence=confidence)
