"""Words that say one thing twice."""

from __future__ import annotations

from random import Random

from benchmarks.faults.model import Article, Fault, add_sentence, kind, pick, replace
from benchmarks.faults.wording import REDUNDANT


@kind("usage", "redundant")
def redundant(article: Article, random: Random) -> Fault | None:
    """A redundant phrase in an added sentence."""
    return add_sentence(article, random, random.choice(REDUNDANT))


NATURAL = [
    (r"\bnoon\b(?! )", "12 noon"),
    (r"\breturned\b", "returned back"),
    (r"(?<=[a-z] )(?<!be )repeat\b", "repeat again"),
    (r"\bcentenary\b", "100-year centenary"),
    (r"(?<=first )day\b", "initial day"),
    (r"\bexperience\b", "past experience"),
    (r"\bhistory\b", "past history"),
    (r"\bwarned\b", "warned in advance"),
    (r"\bfounded\b", "originally founded"),
    (r"\bestimates\b", "roughly estimates"),
    (r"\b([0-9.]+[ap]m)\b(?! on)", "\\1 in the morning"),
    (r"\bbecause\b(?! of)", "due to the fact that"),
    (r"\bnow\b", "at this moment in time"),
    (r"\bexpects\b", "expects in the future"),
    (r"\bforecast\b", "future forecast"),
    (r"\bjoined\b", "joined together with"),
]


@kind("usage", "redundant-natural")
def redundant_natural(article: Article, random: Random) -> Fault | None:
    """A word of the article's own made a redundant phrase."""
    chosen = pick(random, [(m, new) for old, new in NATURAL for m in article.own(old)])
    return replace(chosen[0], chosen[0].expand(chosen[1])) if chosen else None
