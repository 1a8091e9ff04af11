"""The people of an article: who is named in full and then again by surname, with a title or without."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from benchmarks.faults.model import Article, Place

TITLE = r"(?:Mrs|Mr|Ms|Miss|Dr|Professor|Prof|Sir|Dame|Lady|Lord|Sen|Gov)\.?"
_DOING = r"(?: (?:said|says|has|had|was|is|will|would|told|called|added|finished|hopes|plans|asked|also|who)\b|,)"


class Mention(NamedTuple):
    """A later mention: its title ("" for none), the place of the title and surname, and of the surname."""

    title: str
    place: Place
    surname: Place


class Person(NamedTuple):
    """Somebody with a first mention in full and at least two later ones in the reporter's words."""

    first: str
    surname: str
    full: Place
    later: tuple[Mention, ...]

    @property
    def titled(self) -> list[Mention]:
        """Later mentions with a title."""
        return [m for m in self.later if m.title]

    @property
    def bare(self) -> list[Mention]:
        """Later mentions without."""
        return [m for m in self.later if not m.title]


@lru_cache(maxsize=1024)
def people(article: Article) -> tuple[Person, ...]:
    """The article's people. What might be a place or a firm is left out."""
    found: dict[str, Person] = {}
    for full in article.own(r"\b([A-Z][a-z]+) ((?:Ma?c)?[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?)\b"):
        first, surname = full[1], full[2]
        if surname in found or re.fullmatch(TITLE, first):
            continue
        uses = article.own(rf"(?:(?P<t>\b{TITLE}) )?\b(?P<s>{surname})\b(?!-)")
        later = tuple(
            Mention(m["t"] or "", m.span(), m.span("s"))
            for m in uses
            if m.start() > full.end()
            and (m["t"] or (not re.search(r"[A-Z][a-z]+ $", article.text[: m.start()]) and _acts(article, m)))
        )
        person = len(later) > 1 and (any(m.title for m in later) or re.match(r",| who", article.text[full.end() :]))
        if person:
            found[surname] = Person(first, surname, full.span(), later)
    return tuple(found.values())


def _acts(article: Article, match: re.Match[str]) -> bool:
    """Whether a bare surname does something or speaks, so that it is no place and no attribute."""
    before, after = article.text[: match.start()], article.text[match.end() :]
    return bool(re.match(_DOING, after) or (re.search(r"\bsaid $", before) and after.startswith(".")))
