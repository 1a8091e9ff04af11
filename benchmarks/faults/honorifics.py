"""Titles that come and go."""

from __future__ import annotations

from random import Random

from benchmarks.faults.model import Article, Fault, edit, kind, pick
from benchmarks.faults.people import Mention, Person, people

PLAIN = ("Mr", "Mrs", "Ms")


def _titled(article: Article, random: Random, titles: tuple[str, ...], least: int = 2) -> tuple[Person, Mention] | None:
    """Somebody who always has a title of `titles`, and one of the later mentions."""
    found = [
        p for p in people(article) if len(p.titled) >= least and not p.bare and p.titled[0].title.rstrip(".") in titles
    ]
    person = pick(random, found)
    return (person, random.choice(person.titled)) if person else None


def _others(person: Person, mention: Mention) -> list[tuple[int, int]]:
    """The other mention, where there is one only: neither form has the majority then."""
    others = [m.place for m in person.later if m != mention]
    return others if len(others) == 1 else []


@kind("honorifics", "title-dropped")
def title_dropped(article: Article, random: Random) -> Fault | None:
    """One later mention lost its title."""
    chosen = _titled(article, random, (*PLAIN, "Dr", "Professor"))
    if not chosen:
        return None
    person, mention = chosen
    return edit((*mention.place, person.surname), also=_others(person, mention))


@kind("honorifics", "title-added")
def title_added(article: Article, random: Random) -> Fault | None:
    """One later mention got a title that nobody else has."""
    person = pick(random, (p for p in people(article) if len(p.bare) > 1 and not p.titled))
    if not person or any(p.titled for p in people(article)):
        return None
    mention = random.choice(person.bare)
    title = random.choice(["Mr.", "Ms."] if article.american else ["Mr", "Ms"])
    return edit((*mention.place, f"{title} {person.surname}"), also=_others(person, mention))


def _changed(name: str, titles: tuple[str, ...], new: tuple[str, ...], least: int, doc: str) -> None:
    @kind("honorifics", name)
    def changed(article: Article, random: Random) -> Fault | None:
        chosen = _titled(article, random, titles, least)
        if not chosen:
            return None
        person, mention = chosen
        others = [t for t in new if t != mention.title.rstrip(".")]
        if not others:
            return None
        title = random.choice(others)
        return edit((*mention.place, f"{title} {person.surname}"), also=_others(person, mention))

    changed.__doc__ = doc


_changed("other-gender", ("Mr",), ("Ms", "Mrs"), 2, "Mr becomes Ms once.")
_changed("other-gender-man", ("Ms", "Mrs"), ("Mr",), 2, "Ms becomes Mr once.")
_changed("doctor-dropped", ("Dr",), ("Mr", "Ms"), 2, "Dr becomes Mr once.")
_changed("doctor-added", PLAIN, ("Dr",), 2, "Mr becomes Dr once.")
_changed("sir-with-surname", ("Mr",), ("Sir",), 2, "Sir stands with a surname alone.")
_changed("dame-with-surname", ("Ms", "Mrs"), ("Dame",), 2, "Dame stands with a surname alone.")


@kind("honorifics", "title-with-stop")
def title_with_stop(article: Article, random: Random) -> Fault | None:
    """One title has a full stop and the others have none, or the other way."""
    chosen = _titled(article, random, (*PLAIN, "Dr"))
    if not chosen or sum(len(p.titled) for p in people(article)) < 3:
        return None
    person, mention = chosen
    title = mention.title[:-1] if mention.title.endswith(".") else mention.title + "."
    return edit((*mention.place, f"{title} {person.surname}"))


@kind("honorifics", "two-titles")
def two_titles(article: Article, random: Random) -> Fault | None:
    """Two titles of one kind stand together."""
    chosen = _titled(article, random, PLAIN)
    if not chosen:
        return None
    person, mention = chosen
    return edit(
        (*mention.place, f"{mention.title} {random.choice(PLAIN)} {person.surname}"), also=_others(person, mention)
    )


@kind("honorifics", "title-lower-case")
def title_lower_case(article: Article, random: Random) -> Fault | None:
    """The title lost its capital."""
    chosen = _titled(article, random, PLAIN)
    if not chosen:
        return None
    person, mention = chosen
    return edit((*mention.place, f"{mention.title.lower()} {person.surname}"), also=_others(person, mention))
