"""Dates and times that cannot be, or that say something else tomorrow."""

from __future__ import annotations

import re
from random import Random

from benchmarks.faults.model import Article, Fault, add_sentence, edit, kind, pick, replace
from benchmarks.faults.wording import BACKWARDS, IMPOSSIBLE

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY, _MONTH = "|".join(DAYS), "|".join(MONTHS)
# Weekday, then the day and month in either order, then the year.
FULL = (
    rf"\b(?P<w>{_DAY})(?P<a>,? )(?:(?P<d>\d{{1,2}}) (?P<m>{_MONTH})|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}))"
    r",?(?P<y> \d{4})\b"
)
DATE = rf"\b(?:(?P<d>\d{{1,2}}) (?P<m>{_MONTH})|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}}))(?!\d)"
SHORT = {"February": (30, 31), "April": (31,), "June": (31,), "September": (31,), "November": (31,)}


@kind("dates", "wrong-weekday")
def wrong_weekday(article: Article, random: Random) -> Fault | None:
    """The weekday is not the date's."""
    date = pick(random, article.anywhere(FULL))
    return (
        replace(date, random.choice([d for d in DAYS if d != date["w"]]) + date[0][len(date["w"]) :]) if date else None
    )


@kind("dates", "wrong-weekday-by-day")
def wrong_weekday_by_day(article: Article, random: Random) -> Fault | None:
    """The day is one off, so that the weekday no longer fits."""
    date = pick(random, article.anywhere(FULL))
    if not date:
        return None
    day = int(date["d"] or date["d2"])
    new = random.choice([d for d in (day - 1, day + 1, day + 10) if 1 <= d <= 28] or [1])
    return replace(date, re.sub(rf"\b{day}\b", str(new), date[0], count=1)) if new != day else None


@kind("dates", "impossible-date")
def impossible_date(article: Article, random: Random) -> Fault | None:
    """The month has no such day; the weekday is taken out, so that nothing else is wrong."""
    date = pick(random, article.anywhere(FULL))
    if not date:
        return None
    day, month = date["d"] or date["d2"], date["m"] or date["m2"]
    new = random.choice([*SHORT.get(month, ()), 32, 35, 0])
    rest = date[0][len(date["w"]) + len(date["a"]) :]
    return replace(date, re.sub(rf"\b{day}\b", str(new), rest, count=1))


@kind("dates", "impossible-time")
def impossible_time(article: Article, random: Random) -> Fault | None:
    """The clock has no such time."""
    return add_sentence(article, random, random.choice(IMPOSSIBLE))


@kind("dates", "impossible-time-natural")
def impossible_time_natural(article: Article, random: Random) -> Fault | None:
    """The same in one of the article's times."""
    time = pick(random, article.anywhere(r"\b(\d{1,2})([.:])(\d\d) ?(?:[ap]m\b|[ap]\.m\.)"))
    return replace(time, time[0].replace(time[2] + time[3], time[2] + str(random.randrange(60, 100)))) if time else None


@kind("dates", "wrong-ordinal")
def wrong_ordinal(article: Article, random: Random) -> Fault | None:
    """The day has an ending that its number does not take: 22th."""
    date = pick(random, article.anywhere(DATE))
    if not date:
        return None
    day = int(date["d"] or date["d2"])
    right = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    ending = random.choice([e for e in ("st", "nd", "rd", "th") if e != right])
    return replace(date, re.sub(rf"\b{day}\b", f"{day}{ending}", date[0]))


@kind("dates", "year-of-five-figures")
def year_of_five_figures(article: Article, random: Random) -> Fault | None:
    """A figure of the year stands twice or is gone."""
    year = pick(
        random, article.anywhere(rf"(?:{_MONTH}|[Ii]n|[Ss]ince|,) ((?:19|20)\d\d)\b(?! (?:people|seats|miles))")
    )
    if not year:
        return None
    at = random.randrange(4)
    figures = year[1]
    new = (
        figures[: at + 1] + figures[at] + figures[at + 1 :]
        if random.random() < 0.5
        else figures[:at] + figures[at + 1 :]
    )
    return edit((year.start(1), year.end(1), new))


@kind("dates", "year-transposed")
def year_transposed(article: Article, random: Random) -> Fault | None:
    """Two figures of a date's year have changed places: 2062 for 2026, 0226."""
    date = pick(random, article.anywhere(FULL))
    if not date:
        return None
    year = date["y"].strip()
    new = random.choice([year[1] + year[0] + year[2:], year[0] + year[2] + year[1] + year[3]])
    return replace(date, date[0][:-4] + new) if new != year else None


@kind("dates", "years-backwards")
def years_backwards(article: Article, random: Random) -> Fault | None:
    """A span of years ends before it begins."""
    return add_sentence(article, random, random.choice(BACKWARDS))


@kind("dates", "weekday-twice")
def weekday_twice(article: Article, random: Random) -> Fault | None:
    """Two weekdays stand for one, as when one was to replace the other."""
    day = pick(random, article.anywhere(rf"\bon ({_DAY})\b"))
    return replace(day, f"on [[{day[1]} {random.choice([d for d in DAYS if d != day[1]])}]]") if day else None


@kind("dates", "name-of-day-misspelt")
def name_misspelt(article: Article, random: Random) -> Fault | None:
    """A weekday or month lacks a letter, or has two changed."""
    name = pick(random, (m for m in article.anywhere(rf"\b(?:{_DAY}|{_MONTH})\b") if len(m[0]) > 5))
    if not name:
        return None
    at = random.randrange(1, len(name[0]) - 2)
    word = name[0]
    new = word[:at] + word[at + 1 :] if random.random() < 0.5 else word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return replace(name, new)


@kind("dates", "relative")
def relative(article: Article, random: Random) -> Fault | None:
    """A month by "last" or "next", which says another thing when the piece is read later."""
    month = pick(random, article.own(rf"\b(?:in|In) ({_MONTH})(?: \d{{4}})?(?=[ .,])"))
    return replace(month, f"{random.choice(['last', 'next'])} {month[1]}") if month else None
