"""Finds dates that can't be right: the weekday of another day, a future that is past."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Integer, Parameter, ParameterError, Settings
from newslint.checks.phrases import EXCEPT, PATTERNS, Phrases
from newslint.matching import Pattern
from newslint.model import Confidence
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_NEEDED = {"weekday": ("weekday", "day", "month"), "past": ("day", "month", "year"), "future": ("day", "month", "year")}

_NEAR = 90
"""Days from publication within which a date without a year is one of the months around it."""


class Dates(Check):
    """Dates, read from the named groups of the rule's patterns: `weekday`, `day`, `month` (by name) and `year`.

    test: `weekday` finds a weekday that is not the date's; without a year in the text it is the year that brings the
    date nearest to publication, with confidence `likely`, and without a date of publication nothing is said; a date
    more than 90 days away may be that of the year before or after, if the weekday is right then. `past`
    finds dates before the day of publication, for patterns that speak of the future, `future` those after it, for
    patterns that speak of the past; without a year it is again the nearest, with confidence `likely`. Dates more than
    `years` on the other side are history, or plans for long, and left alone. The lists
    `weekdays` (from Monday) and `months` give the names; their first three letters count too.
    """

    name = "dates"
    parameters = (
        Parameter("test", Choice("weekday", "past", "future"), "what to hold against the calendar", required=True),
        PATTERNS,
        Parameter(
            "years", Integer(1, 1000), "years on the other side of publication that a date may be at most", "1000"
        ),
        EXCEPT,
    )
    placeholders = ("right", "date", "published")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._test = settings.text("test")
        self._phrases = Phrases(lexicon)
        for i, record in enumerate(settings.records("patterns")):
            text = record.text("match")
            for group in _NEEDED[self._test]:
                if f"(?P<{group}>" not in text:
                    message = f"the group '{group}' is missing: write (?P<{group}>...)"
                    raise ParameterError(message, ("patterns", i, "match"))
            self._phrases.add_record(i, text, (), record.texts("except"), ("patterns", i))
        if not self._phrases.patterns:
            raise ParameterError("the key 'patterns' is missing")
        self._phrases.add_exceptions(settings.texts("except"))
        self._most = settings.integer("years") * 366
        self._days = list(lexicon["weekdays"])
        self._months = [m[:3].lower() for m in lexicon["months"]]

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        published = _iso(article.document.metadata.published)
        for h, _ in self._phrases.finds(hits):
            names = h.names or {}
            if self._test == "weekday":
                finding = self._weekday(h, names, published)
            else:
                finding = self._other_side(h, names, published)
            if finding:
                yield finding

    def _weekday(self, h: BlockHit, names: Mapping[str, str], published: date | None) -> Finding | None:
        found, day = self._number(names.get("weekday", "")), self._date(names, published)
        if found is None or day is None or day.weekday() == found:
            return None
        if published and not names.get("year") and abs((day - published).days) > _NEAR:
            others = (_day(y, day.month, day.day) for y in (day.year - 1, day.year + 1))
            if any(d and d.weekday() == found for d in others):
                return None
        right, text = self._days[day.weekday()], h.block.text[h.start : h.end]
        values = {"right": right, "date": day.isoformat()}
        confidence = Confidence.CERTAIN if names.get("year") else Confidence.LIKELY
        to = text.replace(names["weekday"], right, 1)
        return Finding(h.block, h.start, h.end, values, (to,), confidence)

    def _other_side(self, h: BlockHit, names: Mapping[str, str], published: date | None) -> Finding | None:
        """A date on the other side of publication than the words say."""
        day = self._date(names, published)
        if day is None or published is None or day == published or (day > published) is not (self._test == "future"):
            return None
        if abs((day - published).days) > self._most:
            return None
        confidence = Confidence.CERTAIN if names.get("year") else Confidence.LIKELY
        values = {"date": day.isoformat(), "published": published.isoformat()}
        return Finding(h.block, h.start, h.end, values, confidence=confidence)

    def _number(self, weekday: str) -> int | None:
        return next((i for i, d in enumerate(self._days) if d[:3].lower() == weekday[:3].lower()), None)

    def _date(self, names: Mapping[str, str], published: date | None) -> date | None:
        """The date that is meant, None where nobody knows or where there is no such day."""
        month, day = names.get("month", "")[:3].lower(), names.get("day", "")
        if month not in self._months or not day.isdecimal():
            return None
        if names.get("year"):
            years = [int(names["year"])]
        elif published:
            years = [published.year - 1, published.year, published.year + 1]
        else:
            return None
        dates = [d for y in years if (d := _day(y, self._months.index(month) + 1, int(day)))]
        return min(dates, key=lambda d: abs((d - published).days) if published else 0, default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str) -> date | None:
    """The date that an ISO date or date-time begins with."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
