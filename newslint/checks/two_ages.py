"""Finds a person with two ages in one article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Parameter, ParameterError, Settings, Text
from newslint.matching import Pattern
from newslint.model import Confidence
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.people import Mention

_BEFORE = 60
"""Code points before a name in which its age may stand."""


class TwoAges(Check):
    """A person whose age is given twice, differently: "Ann Tran, 34" and further on "Ms Tran, 35".

    after, before: regular expressions of an age right behind a name, and of one that ends where the name begins; their
    first group is the age in figures. The finding is an age that differs from the person's first one; confidence is
    `likely` where they differ by one, since a birthday may lie between them. Nothing is said of namesakes and
    quotations, or where a person has more than two ages.
    """

    name = "two-ages"
    parameters = (
        Parameter("after", Text(), "regular expression of what follows a name, its first group the age", required=True),
        Parameter("before", Text(), "regular expression of what ends before a name, its first group the age", ""),
    )
    placeholders = ("name", "age", "other")
    variants = ("other",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        texts = {key: settings.text(key) for key in ("after", "before") if settings.text(key)}
        self._ages = [_expression(text, key) for key, text in texts.items()]
        self._after = self._ages[0]
        self._before = _expression(texts["before"] + r"\Z", "before") if "before" in texts else None

    def patterns(self) -> Sequence[Pattern]:
        return [Pattern(ages.pattern) for ages in self._ages]

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        # Looking for people costs more than to see that there are no two ages, whoever's they are.
        if len({hit.groups[1] for hit in hits}) < 2:
            return
        for person in article.people:
            ages = [age for m in person.mentions if (age := self._age(m, scope)) is not None]
            figures = [int(a.block.text[a.start : a.end]) for a in ages]
            if len(set(figures)) != 2 or article.people.namesakes(person):
                continue
            first, its = ages[0], figures[0]
            for age, figure in zip(ages, figures, strict=True):
                if figure != its:
                    sure = Confidence.LIKELY if abs(figure - its) == 1 else Confidence.CERTAIN
                    values = {"name": person.name, "age": str(figure), "other": str(its)}
                    yield Finding(age.block, age.start, age.end, values, (str(its),), sure, related=(first,))

    def _age(self, mention: Mention, scope: Scope) -> Place | None:
        """The age that stands beside a mention in the reporter's own words."""
        if mention.zone not in scope.zones or mention.quoted:
            return None
        text = mention.block.text
        match, shift = self._after.match(text, mention.end), 0
        if match is None and self._before is not None:
            shift = max(0, mention.start - _BEFORE)
            match = self._before.search(text[shift : mention.start])
        return Place(mention.block, shift + match.start(1), shift + match.end(1), "other") if match else None


def _expression(text: str, key: str) -> re.Pattern[str]:
    found = compiled(text)
    if not found.groups:
        raise ParameterError("the expression has no group for the age", (key,))
    return found
