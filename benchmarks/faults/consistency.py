"""Two forms of one thing in one article, and abbreviations that are not explained, or twice."""

from __future__ import annotations

import re
from random import Random

from benchmarks.faults.dates import FULL
from benchmarks.faults.model import Article, Fault, Place, add_sentence, edit, kind, pick, replace
from benchmarks.faults.wording import PAIRS, SPELLINGS

DEFINED = r"\b(?P<long>(?:[A-Z][\w’'.-]+(?: (?:of|for|and|the|on) | ))*[A-Z][\w’'-]+) \((?P<short>[A-Z]{2,6})\)"


def _defined(article: Article, random: Random) -> tuple[re.Match[str], list[re.Match[str]]] | None:
    """A definition and the later uses of its abbreviation."""
    found = [(d, article.own(rf"\b{d['short']}\b(?!\))")) for d in article.own(DEFINED)]
    return pick(random, [(d, uses) for d, uses in found if uses and article.text.count(f"({d['short']})") == 1])


@kind("consistency", "abbreviation-undefined")
def abbreviation_undefined(article: Article, random: Random) -> Fault | None:
    """The explanation of an abbreviation went, its uses stayed."""
    chosen = _defined(article, random)
    if not chosen:
        return None
    definition, uses = chosen
    fault = edit((definition.end("long"), definition.end(), ""), also=[m.span() for m in uses])
    return fault._replace(wrong=fault.wrong[1:])


@kind("consistency", "abbreviation-twice")
def abbreviation_twice(article: Article, random: Random) -> Fault | None:
    """An abbreviation is explained a second time."""
    chosen = _defined(article, random)
    if not chosen:
        return None
    use = random.choice(chosen[1])
    return replace(use, f"{chosen[0]['long']} ({use[0]})")


@kind("consistency", "abbreviation-too-early")
def abbreviation_too_early(article: Article, random: Random) -> Fault | None:
    """An abbreviation is used, and explained afterwards."""
    chosen = _defined(article, random)
    if not chosen:
        return None
    definition, uses = chosen
    return edit(
        (*definition.span(), f"[[{definition['short']}]]"),
        (*uses[0].span(), f"{definition['long']} ({definition['short']})"),
    )


@kind("consistency", "abbreviation-letters")
def abbreviation_letters(article: Article, random: Random) -> Fault | None:
    """Two letters of an abbreviation have changed places in one use."""
    chosen = _defined(article, random)
    if not chosen or len(chosen[0]["short"]) < 3:
        return None
    use = random.choice(chosen[1])
    at = random.randrange(len(use[0]) - 1)
    # With its only use gone, an editor may as well mark the explanation.
    changed = use[0][:at] + use[0][at + 1] + use[0][at] + use[0][at + 2 :]
    return replace(use, changed, also=[chosen[0].span("short")])


# What is written in two ways: the ending may follow.


@kind("consistency", "spelling-natural")
def spelling_natural(article: Article, random: Random) -> Fault | None:
    """One of the uses of a word is spelled in another way."""
    found: list[tuple[re.Match[str], str, list[Place]]] = []
    for one, other in SPELLINGS:
        for old, new in ((one, other), (other, one)):
            uses = article.own(rf"\b{old}\w*\b", re.IGNORECASE)
            # learned, check, license (verb) and program are words of their own.
            if len(uses) > 1 and old not in {
                "learned",
                "check",
                "license",
                "program",
                "meter",
                "labor",
                "labour",
                "learnt",
            }:
                tied = [m.span() for m in uses] if len(uses) == 2 else []
                found += [(m, new + m[0][len(old) :], [p for p in tied if p != m.span()]) for m in uses]
    chosen = pick(random, found)
    return replace(chosen[0], chosen[1], also=chosen[2]) if chosen else None


@kind("consistency", "spelling-pair")
def spelling_pair(article: Article, random: Random) -> Fault | None:
    """Two added sentences spell a word in two ways."""
    one, other = random.sample(random.choice(PAIRS), 2)
    return add_sentence(article, random, one.replace("[[minister]]", "minister"), other)


@kind("consistency", "capital-mixed")
def capital_mixed(article: Article, random: Random) -> Fault | None:
    """An office or body has a capital once, and small letters elsewhere."""
    nouns = "council|government|mayor|premier|chancellor|minister|committee|board|union|museum|company|trust"
    nouns += "|authority|agency|tribunal|treasurer|panel"
    uses = article.own(rf"(?<=[a-z,] )the ({nouns})\b(?=[ .,])")
    chosen = pick(random, (m for m in uses if sum(1 for u in uses if u[1] == m[1]) > 2))
    return replace(chosen, f"the [[{chosen[1].capitalize()}]]") if chosen else None


@kind("consistency", "percent-mixed")
def percent_mixed(article: Article, random: Random) -> Fault | None:
    """One percentage is written in another way."""
    uses = article.own(r"\b(\d+(?:\.\d+)?)(%| per cent| percent)")
    forms = {m[2] for m in uses}
    chosen = pick(random, uses) if len(uses) > 1 and len(forms) == 1 else None
    if not chosen:
        return None
    new = " percent" if chosen[2] == "%" and article.american else " per cent" if chosen[2] == "%" else "%"
    tied = [m.span() for m in uses if m != chosen] if len(uses) == 2 else []
    return replace(chosen, chosen[1] + new, also=tied)


@kind("consistency", "time-mixed")
def time_mixed(article: Article, random: Random) -> Fault | None:
    """Two times of the day are written in two ways."""
    pairs = [
        ("at [[9.30am]]", "at [[10:15 pm]]"),
        ("at [[14:30]]", "at [[6.45pm]]"),
        ("at [[7 p.m.]] sharp", "at [[9pm]]"),
    ]
    one, other = random.choice(pairs)
    return (
        add_sentence(article, random, f"Visitors were let in {one}.", f"The gates were shut {other}.")
        if not article.own(r"\d ?[ap]\.?m\b")
        else None
    )


@kind("consistency", "date-mixed")
def date_mixed(article: Article, random: Random) -> Fault | None:
    """One date has its day and month in the other order."""
    uses = article.own(FULL)
    chosen = pick(random, uses) if len(uses) > 1 else None
    if not chosen:
        return None
    tied = [m.span() for m in uses if m != chosen] if len(uses) == 2 else []
    year = chosen["y"].strip()
    if chosen["d"]:
        return replace(chosen, f"{chosen['w']}, {chosen['m']} {chosen['d']}, {year}", also=tied)
    return replace(chosen, f"{chosen['w']} {chosen['d2']} {chosen['m2']} {year}", also=tied)


@kind("consistency", "thousands-mixed")
def thousands_mixed(article: Article, random: Random) -> Fault | None:
    """One number of five figures lacks the comma that the others have."""
    uses = article.own(r"\b\d{1,3},\d{3}\b")
    chosen = pick(random, (m for m in uses if len(m[0]) > 5)) if len(uses) > 2 else None
    return replace(chosen, chosen[0].replace(",", "")) if chosen else None


@kind("consistency", "millions-mixed")
def millions_mixed(article: Article, random: Random) -> Fault | None:
    """One sum has "million" where the others have m, or the other way."""
    uses = article.own(r"([£$]\d+(?:\.\d+)?)(m\b| million\b)")
    chosen = pick(random, uses) if len(uses) > 2 and len({m[2] for m in uses}) == 1 else None
    return replace(chosen, chosen[1] + (" million" if chosen[2] == "m" else "m")) if chosen else None
