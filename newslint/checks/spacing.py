"""Holds the white space round marks to a house's form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.matching import Pattern
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_OPENING = frozenset("([{“‘«‹")


class Spacing(Check):
    """White space before or after marks: `none`, `one` (a single space) or `any` of it.

    marks: characters (or longer marks, such as "...") that are held to it. `except` are regular expressions; a find
    that overlaps one is right. The finding is the mark with the white space that is wrong. The start and the end of a
    block count as white space and are never wrong. An opening bracket or quotation mark may stand right before a mark;
    behind one only a letter or digit lacks white space.
    """

    name = "spacing"
    parameters = (
        Parameter("marks", ListOf(Text(), 1), "the marks, each a character or a few", required=True),
        Parameter("before", Choice("none", "one", "any"), "white space wanted before a mark", "any"),
        Parameter("after", Choice("none", "one", "any"), "white space wanted behind a mark", "any"),
        Parameter("except", ListOf(Text()), "regular expressions of what is right"),
    )
    placeholders = ("mark",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        if not all(m.strip() for m in settings.texts("marks")):
            raise ParameterError("a mark needs a visible character", ("marks",))
        marks = "|".join(sorted(map(re.escape, settings.texts("marks")), key=len, reverse=True))
        self._before, self._after = settings.text("before"), settings.text("after")
        if self._before == self._after == "any":
            raise ParameterError("one of the keys 'before' and 'after' is needed")
        self._phrases = Phrases(lexicon)
        # Only what is wrong is looked for, not every comma of an article; `find` then takes in all of the white space.
        before = {"none": rf"\s({marks})", "one": rf"\S({marks})|\s\s({marks})"}.get(self._before)
        after = {"none": rf"({marks})\s", "one": rf"({marks})(?:[^\s\W]|\s\s)"}.get(self._after)
        for pattern in filter(None, (before, after)):
            self._phrases.add_pattern(pattern)
        for i, text in enumerate(settings.texts("except")):
            self._phrases.add_exception(text, ("except", i))

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        wide: list[BlockHit] = []
        seen: dict[tuple[int, int], tuple[str, str]] = {}
        for h in hits:
            if self._phrases.entries[h.pattern] is None:
                wide.append(h)
                continue
            mark = next(g for g in h.groups[1:] if g)
            start, end, to = self._judge(h.block.text, h.start + h.groups[0].rindex(mark), mark)
            if to and (h.block.index, start) not in seen:
                seen[h.block.index, start] = mark, to
                wide.append(h._replace(start=start, end=end))
        for h, _ in self._phrases.finds(wide):
            mark, to = seen[h.block.index, h.start]
            yield Finding(h.block, h.start, h.end, {"mark": mark}, (to,))

    def _judge(self, text: str, at: int, mark: str) -> tuple[int, int, str]:
        """What is wrong round the mark at an offset: the range and what should stand there, "" where nothing is."""
        low, end = at, at + len(mark)
        while low and text[low - 1].isspace():
            low -= 1
        high = end
        while high < len(text) and text[high].isspace():
            high += 1
        before, after = at - low, high - end
        opened = not before and text[low - 1 : low] in _OPENING
        wrong_before = low > 0 and {"none": before > 0, "one": before != 1 and not opened}.get(self._before, False)
        lacks = not after and text[end : end + 1].isalnum()
        wrong_after = high < len(text) and {"none": after > 0, "one": lacks or after > 1}.get(self._after, False)
        if not wrong_before and not wrong_after:
            return at, end, ""
        to = " " * (wrong_before and self._before == "one") + mark + " " * (wrong_after and self._after == "one")
        return low if wrong_before else at, high if wrong_after else end, to
