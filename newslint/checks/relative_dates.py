"""Finds dates that say too little once the article is read on another day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import EXCEPT, Entry, Phrases
from newslint.matching import Pattern
from newslint.model import Confidence
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_DATE = expression(r"[0-9]{4}-[0-9]{2}(?![0-9])")
_RELATIVE, _BARE, _DATED = 0, 1, 2


class RelativeDates(Check):
    """Phrases whose date depends on the day of reading.

    relative: phrases that always do, such as "last @months". bare: phrases without a year; they are found only where
    `dated` (the name is its first group) gives the same month, day or season with a year elsewhere in the article, so
    that two years are in play: confidence `possible`. The name compared is the last word of the phrase; the first may
    have a capital. Where the article's date of publication is known and the name is a month, the year goes into the
    fix: the last such month before it for a phrase that begins with a word of `past`, the next one for a word of
    `future`, both (the nearer years) for a bare phrase.
    With `sections` only articles of these sections are looked at: guides that stay for years, not the news of the day.
    """

    name = "relative-dates"
    placeholders = ("name",)
    variants = ("bare",)
    parameters = (
        Parameter("relative", ListOf(Text()), "phrases that never keep; @name for a word list"),
        Parameter("bare", ListOf(Text()), "phrases that want a year where the article gives another"),
        Parameter("dated", ListOf(Text()), "regular expressions of the same with a year"),
        Parameter("past", ListOf(Text()), "words that point back"),
        Parameter("future", ListOf(Text()), "words that point ahead"),
        Parameter("sections", ListOf(Text()), "only in articles whose metadata name one of these sections, any case"),
        EXCEPT,
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._phrases = Phrases(lexicon)
        for kind, key in ((_RELATIVE, "relative"), (_BARE, "bare")):
            for i, text in enumerate(settings.texts(key)):
                for phrase in self._phrases.expand(text, (key, i)):
                    literal = phrase.replace("@", "\\@")
                    for writing in dict.fromkeys((literal, literal[:1].upper() + literal[1:])):
                        self._phrases.add_literal(writing, record=kind)
        for i, text in enumerate(settings.texts("dated")):
            self._phrases.add_pattern(text, path=("dated", i), record=_DATED)
        if not self._phrases.patterns:
            raise ParameterError("one of the keys 'relative' and 'bare' is needed")
        self._phrases.add_exceptions(settings.texts("except"))
        self._past = frozenset(settings.texts("past"))
        self._future = frozenset(settings.texts("future"))
        self._sections = frozenset(map(str.casefold, settings.texts("sections")))
        self._months = {m: number for number, m in enumerate(lexicon["months"], 1)}

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._sections and article.document.metadata.section.casefold() not in self._sections:
            return
        dated = {self._name(h) for h in hits if self._record(h) == _DATED}
        for h, entry in self._phrases.finds([h for h in hits if self._record(h) != _DATED]):
            name = entry.literal.rpartition(" ")[2]
            if entry.record == _BARE and name not in dated:
                continue
            found = h.block.text[h.start : h.end]
            relative = entry.record == _RELATIVE
            yield Finding(
                h.block,
                h.start,
                h.end,
                {"name": name},
                self._with_year(article, found, entry),
                Confidence.CERTAIN if relative else Confidence.POSSIBLE,
                "" if relative else "bare",
            )

    def _record(self, h: BlockHit) -> int:
        entry = self._phrases.entries[h.pattern]
        return -1 if entry is None else entry.record

    @staticmethod
    def _name(h: BlockHit) -> str:
        groups = [g for g in h.groups[1:] if g]
        return groups[0] if groups else ""

    def _with_year(self, article: Article, found: str, entry: Entry) -> tuple[str, ...]:
        """The phrase with its year, where the date of publication tells it."""
        first, _, name = entry.literal.rpartition(" ")
        published = article.document.metadata.published
        month = self._months.get(name)
        if not month or not _DATE.match(published):
            return ()
        year, now = int(published[:4]), int(published[5:7])
        if entry.record == _BARE:
            years = (year - 1, year) if month > now else (year, year + 1)
            return tuple(f"{found[: found.rindex(name)]}{name} {y}" for y in years)
        word = first.lower()
        if word in self._past:
            year -= month >= now
        elif word in self._future:
            year += month <= now
        else:
            return ()
        return (f"{'In' if found[0].isupper() else 'in'} {name} {year}",)
