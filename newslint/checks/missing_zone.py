"""Finds articles that lack a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Integer, Parameter, Settings
from newslint.model import PROSE, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_ZONES = tuple(str(z) for z in Zone if z is not Zone.QUOTATION)


class MissingZone(Check):
    """An article that has text and nothing in one zone: no headline, no byline, no standfirst.

    Articles of fewer than `least` words of prose are left alone. The finding is the article's beginning.
    """

    name = "missing-zone"
    parameters = (
        Parameter("zone", Choice(*_ZONES), "what the article should have", required=True),
        Parameter("least", Integer(0), "words of prose from which on it is missed", "1"),
    )
    placeholders = ("zone",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._zone = Zone(settings.text("zone"))
        self._least = settings.integer("least")

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if any(b.zone is self._zone and b.text.strip() for b in article.blocks):
            return
        if sum(len(article.tokens(b)) for b in article.blocks if b.zone in PROSE) >= self._least:
            yield Finding(None, 0, 0, {"zone": str(self._zone)})
