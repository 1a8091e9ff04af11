"""Holds the white space round marks to a house's form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.matching import Pattern
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Spacing(Check):
    """White space before or after marks: `none`, `one` or `any` of it.

    marks: characters (or longer marks, such as "...") that are held to it. `except` are regular expressions; a find
    that overlaps one is right. The start and the end of a block never need white space.
    """

    name = "spacing"
    placeholders = ("mark",)
    variants = ()
    parameters = (
        Parameter("marks", ListOf(Text(), 1), "the marks, each a character or a few", required=True),
        Parameter("before", Choice("none", "one", "any"), "white space wanted before a mark", "any"),
        Parameter("after", Choice("none", "one", "any"), "white space wanted behind a mark", "any"),
        Parameter("except", ListOf(Text()), "regular expressions of what is right"),
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        marks = sorted((re.escape(m) for m in settings.texts("marks")), key=len, reverse=True)
        mark = "(?:" + "|".join(marks) + ")"
        self._phrases = Phrases(lexicon)
        before, after = settings.text("before"), settings.text("after")
        wrong = []
        if before == "none":
            wrong.append((rf"(\s+)({mark})()", "{2}"))
        elif before == "one":
            wrong.append((rf"(\S)({mark})()", "{1} {2}"))
        if after == "none":
            wrong.append((rf"()({mark})(\s+)", "{2}"))
        elif after == "one":
            wrong.append((rf"()({mark})([^\s\W])", "{2} {3}"))
        for i, (pattern, to) in enumerate(wrong):
            self._phrases.add_record(i, pattern, [to], settings.texts("except"), ("except",))

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        from newslint.checks.phrases import written

        for hit, entry in self._phrases.finds(hits):
            block, start, end = hit.block, hit.hit.start, hit.hit.end
            if not block.text[:start].strip() or not block.text[end:]:
                # White space at the edge of a block is the layout's business.
                if start == 0:
                    continue
            to = written(entry.to, block.text[start:end], hit, entry, article.lexicon)
            yield Finding(block, start, end, {"mark": hit.hit.groups[2]}, tuple(to))
