"""Finds lists that do not have as many items as the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Integer, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import EXCEPT, PATTERNS, Phrases
from newslint.matching import Pattern
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.template import digits


class CountedList(Check):
    """A count and a list, read from the groups `count` and `list` of the rule's patterns, that disagree.

    The items are what stands between the marks that `between` matches. A pattern without `count` takes `count`: "both"
    wants two. Whether the list is one at all is for the pattern to say. Nothing is said of a list in which an "and"
    may stand inside an item, nor where names stand beside other words, which may say who somebody is, nor of
    items that are more than one ("two women").
    """

    name = "counted-list"
    parameters = (
        PATTERNS,
        EXCEPT,
        Parameter("between", Text(), "regular expression of what parts items", r",? and |, | & "),
        Parameter("count", Integer(1, 100), "items that there should be, where the pattern has no `count`"),
    )
    placeholders = ("count", "items")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._count = settings.text("count")
        self._phrases = Phrases(lexicon)
        for i, record in enumerate(settings.records("patterns")):
            text = record.text("match")
            for group in ("list", *([] if self._count else ["count"])):
                if f"(?P<{group}>" not in text:
                    message = f"the group '{group}' is missing: write (?P<{group}>...)"
                    raise ParameterError(message, ("patterns", i, "match"))
            self._phrases.add_record(i, text, (), record.texts("except"), ("patterns", i))
        if not self._phrases.patterns:
            raise ParameterError("the key 'patterns' is missing")
        self._phrases.add_exceptions(settings.texts("except"))
        between = settings.text("between")
        try:
            self._between = compiled(between)
        except re.error as error:
            raise ParameterError(f"'{between}' is no regular expression: {error}", ("between",)) from error

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for h, _ in self._phrases.finds(hits):
            names = h.names or {}
            count = digits(names.get("count") or self._count, self._lexicon)
            items = [x for x in self._between.split(names.get("list", "")) if x.strip()]
            if count.isdecimal() and items and int(count) != len(items) and self._plain(names, items):
                yield Finding(h.block, h.start, h.end, {"count": count, "items": str(len(items))})

    def _plain(self, names: Mapping[str, str], items: Sequence[str]) -> bool:
        """Whether there is one way to read a list."""
        commas = names.get("list", "").split(", ")
        if any(" and " in item for item in commas[:-1]) or commas[-1].count(" and ") > 1:
            return False
        if any(digits(item.split()[0], self._lexicon) not in ("1", item.split()[0]) for item in items):
            return False
        return len({item.strip(" '\"“”‘’")[:1].isupper() for item in items}) == 1
