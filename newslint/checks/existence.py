"""Finds what should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import ListOf, Parameter, Settings, Text
from newslint.matching import Pattern
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Existence(Check):
    """Each listed text or pattern is a finding."""

    name = "existence"
    parameters = (Parameter("patterns", ListOf(Text()), "regular expressions"),)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._patterns = [Pattern(p) for p in settings.texts("patterns")]

    def patterns(self) -> Sequence[Pattern]:
        return self._patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for block, hit in hits:
            yield Finding(block, hit.start, hit.end)
