"""Names that are spelled two ways, or that nobody has introduced."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

from benchmarks.faults.model import Article, Fault, Place, edit, kind, pick
from benchmarks.faults.people import Mention, Person, people


def _mention(article: Article, random: Random) -> tuple[Person, Mention] | None:
    chosen = pick(random, (p for p in people(article) if len(p.surname) > 4 and p.surname.isalpha()))
    return (chosen, random.choice(chosen.later)) if chosen else None


def _misspelt(name: str, random: Random, how: str) -> str:
    """The name with a letter dropped, doubled, swapped with the next one, or another vowel, never its first."""
    at = random.randrange(1, len(name) - 1)
    if how == "drop":
        return name[:at] + name[at + 1 :]
    if how == "double":
        return name[:at] + name[at] + name[at:]
    if how == "swap":
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    vowels = [i for i, c in enumerate(name) if i and c in "aeiou"]
    if not vowels:
        return name
    at = random.choice(vowels)
    return name[:at] + random.choice([v for v in "aeiou" if v != name[at]]) + name[at + 1 :]


def _kinds(how: str) -> None:
    @kind("names", f"surname-{how}")
    def surname(article: Article, random: Random) -> Fault | None:
        chosen = _mention(article, random)
        if not chosen:
            return None
        person, mention = chosen
        new = _misspelt(person.surname, random, how)
        return edit((*mention.surname, new)) if new != person.surname else None

    @kind("names", f"place-{how}")
    def place(article: Article, random: Random) -> Fault | None:
        chosen = pick(random, _places(article))
        if not chosen:
            return None
        name = article.at(chosen)
        new = _misspelt(name, random, how)
        return edit((*chosen, new)) if new != name else None

    if how != "vowel":

        @kind("names", f"full-name-{how}")
        def full(article: Article, random: Random) -> Fault | None:
            chosen = pick(random, (p for p in people(article) if len(p.surname) > 4))
            if not chosen:
                return None
            new = _misspelt(chosen.surname, random, how)
            place = (chosen.full[1] - len(chosen.surname), chosen.full[1])
            # The first mention may be the right one: an editor marks either.
            return edit((*place, new), also=[m.surname for m in chosen.later]) if new != chosen.surname else None


def _places(article: Article) -> list[Place]:
    """Mentions of places (after in, at, near, from, to) that are named at least three times."""
    names = Counter(m[1] for m in article.own(r"\b(?:in|at|near|to|from|of|outside) ([A-Z][a-z]{5,})\b(?! [A-Z])"))
    people_ = {p.surname for p in people(article)} | {p.first for p in people(article)}
    months = {"January", "February", "August", "September", "October", "November", "December"}
    found: list[Place] = []
    for name in names:
        uses = article.own(rf"\b{name}\b")
        if name not in people_ | months and len(uses) > 2:
            found += [m.span() for m in uses[1:]]
    return found


for _how in ("drop", "double", "swap", "vowel"):
    _kinds(_how)


@kind("names", "never-introduced")
def never_introduced(article: Article, random: Random) -> Fault | None:
    """The first mention lost its first name: the surname stands alone, or with its title, from the beginning."""
    chosen = pick(random, people(article))
    if not chosen:
        return None
    head = article.text[article.headline[0] : article.headline[1]]
    if chosen.surname in head or re.search(r"[A-Z][a-z.]+ $", article.text[: chosen.full[0]]):
        return None
    title = chosen.titled[0].title + " " if chosen.titled else ""
    return edit((*chosen.full, f"{title}{chosen.surname}"), also=[m.place for m in chosen.later[:1]])


@kind("names", "two-first-names")
def two_first_names(article: Article, random: Random) -> Fault | None:
    """A later mention in full has another first name."""
    chosen = _mention(article, random)
    if not chosen:
        return None
    person, mention = chosen
    new = _misspelt(person.first, random, "vowel") if len(person.first) > 3 else person.first
    return edit((*mention.place, f"{new} {person.surname}"), also=[person.full]) if new != person.first else None


@kind("names", "lower-case")
def lower_case(article: Article, random: Random) -> Fault | None:
    """A surname stands without its capital."""
    chosen = _mention(article, random)
    return edit((*chosen[1].surname, chosen[0].surname.lower())) if chosen else None
