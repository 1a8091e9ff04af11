"""Finds people who are introduced too late, not at all, twice, or so that they can't be told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Choice, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import PROSE, Confidence, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.people import Form, Mention, People, Person, Title

_NAMING = frozenset({Form.FULL, Form.TITLED, Form.OFFICE, Form.BARE})
_FEW = 20
"""Full names of one paragraph that are looked at."""
_HEADS = frozenset({Zone.HEADLINE, Zone.CROSSHEAD, Zone.KICKER})


class PersonNames(Check):
    """How an article introduces people and names them again.

    report: `no-full-name` finds the first mention of somebody who has a title and a surname only ("Ms Tran"), all
    through the article. `late-full-name` finds surnames before the full name of their bearer. `namesakes` finds a
    surname that two people bear who both stand in the same paragraph before it, or neither in this one: it may be
    either. `offices` finds people with two different offices before their name, `office-again` a full name with the
    office that it had before.

    Headlines and crossheads name people as they like. Surnames and full names in `known` need no introduction.
    """

    name = "person-names"
    parameters = (
        Parameter(
            "report",
            Choice("no-full-name", "late-full-name", "namesakes", "offices", "office-again"),
            "what is wrong",
            required=True,
        ),
        Parameter("known", ListOf(Text()), "people who need no introduction", []),
        Parameter("kinds", ListOf(Choice("office", "role")), "titles that count as offices", ["office"]),
        Parameter("beside", ListOf(Text()), "offices: those that go with any other", []),
    )
    placeholders = ("name", "other", "office")
    variants = ("related",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._report = settings.text("report")
        self._known = frozenset(w for t in settings.texts("known") for w in phrases.expand(t, ("known",)))
        self._kinds = settings.texts("kinds")
        self._beside = frozenset(t.lower() for t in settings.texts("beside"))
        self._names = (lexicon["mens-names"], lexicon["womens-names"])

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        people = article.people
        if self._report == "namesakes":
            yield from self._namesakes(people, scope)
            return
        report = {
            "no-full-name": self._no_full_name,
            "late-full-name": self._late_full_name,
            "offices": self._offices,
            "office-again": self._office_again,
        }[self._report]
        for person in people:
            if person.surname not in self._known and person.name not in self._known:
                yield from report(person, people, scope)

    def _no_full_name(self, person: Person, people: People, scope: Scope) -> Iterator[Finding]:
        if person.having(Form.FULL, Form.OFFICE) or person.key in people.things or people.namesakes(person):
            return
        own = [m for m in person.having(Form.TITLED) if _told(m, scope)]
        first = next((m for m in own if m.titled_as("courtesy", "earned")), None)
        # "Mr Justice Sand", "the teacher Mrs Sand": more than a title says who it is.
        if first and len(first.titles) == 1:
            yield _finding(first, first.text)

    def _late_full_name(self, person: Person, people: People, scope: Scope) -> Iterator[Finding]:
        own = [m for m in person.mentions if m.form in _NAMING and m.zone not in _HEADS]
        full = next((m for m in own if m.form is Form.FULL and not m.quoted), None)
        first = next((m for m in own if _told(m, scope)), None)
        if full is None or first is None or first.form in (Form.FULL, Form.OFFICE) or person.key in people.things:
            return
        if not self._is_given(full.names[0]) or first.titled_as("rank", "religious", "military"):
            return
        if _order(first) < _order(full) and first.certain:
            yield _finding(first, person.name, (_place(full),), sure=not people.namesakes(person))

    def _is_given(self, name: str) -> bool:
        return any(name in names for names in self._names)

    def _namesakes(self, people: People, scope: Scope) -> Iterator[Finding]:
        seen: set[str] = set()
        for person in people:
            bearers = [p for p in (person, *people.namesakes(person)) if p.having(Form.FULL) and p.given]
            if person.key in seen or len(bearers) != 2 or person.key in people.things:
                continue
            seen.add(person.key)
            yield from self._unclear(
                bearers, [m for p in (person, *people.namesakes(person)) for m in p.mentions], scope
            )

    def _unclear(self, bearers: list[Person], mentions: list[Mention], scope: Scope) -> Iterator[Finding]:
        given = [p.given[0] for p in bearers]
        if not all(map(self._is_given, given)) or given[0][:3] == given[1][:3]:
            return
        firsts = [_order(p.having(Form.FULL)[0]) for p in bearers]
        fulls: dict[int, list[tuple[int, int]]] = {}
        for i, person in enumerate(bearers):
            for mention in person.having(Form.FULL):
                known = fulls.setdefault(mention.block.index, [])
                # The first few of a paragraph tell who is named in it.
                if len(known) < _FEW:
                    known.append((mention.start, i))
        for mention in sorted(mentions, key=_order):
            if mention.form not in (Form.BARE, Form.TITLED) or not _told(mention, scope) or not mention.certain:
                continue
            gender = next((t.gender for t in mention.titles if t.gender), "")
            if max(firsts) > _order(mention) or (gender and len({p.gender for p in bearers}) > 1):
                continue
            before = {i for start, i in fulls.get(mention.block.index, ()) if start < mention.start}
            if len(before) != 1:
                names = [p.name for p in bearers]
                places = tuple(_place(p.having(Form.FULL)[0]) for p in bearers)
                values = {"name": names[0], "other": names[1], "office": ""}
                yield Finding(mention.block, mention.start, mention.end, values, related=places)
                return

    def _offices(self, person: Person, people: People, scope: Scope) -> Iterator[Finding]:
        known: dict[str, Mention] = {}
        for mention, title in self._with_office(person):
            key = title.entry.lower().replace("-", " ")
            if key in self._beside or mention.block.text.endswith((" a ", " an "), 0, title.start):
                continue
            other = next((k for k in known if k != key and not _within(k, key) and not _within(key, k)), None)
            if key not in known and other and _told(mention, scope):
                values = {"name": person.name, "office": title.text, "other": _office(known[other], self._kinds)}
                yield Finding(mention.block, title.start, title.end, values, related=(_place(known[other]),))
            known.setdefault(key, mention)

    def _office_again(self, person: Person, people: People, scope: Scope) -> Iterator[Finding]:
        first: dict[str, Mention] = {}
        for mention, title in self._with_office(person):
            key = title.entry.lower()
            if mention.form is Form.FULL and key in first and _told(mention, scope):
                yield _finding(mention, person.name, (_place(first[key]),), title.text)
            if mention.form is Form.FULL:
                first.setdefault(key, mention)

    def _with_office(self, person: Person) -> list[tuple[Mention, Title]]:
        """Mentions outside headlines that have an office."""
        own = [(m, m.titled_as(*self._kinds)) for m in person.having(Form.FULL, Form.OFFICE) if m.zone in PROSE]
        return [(m, t) for m, t in own if t is not None and not m.quoted]


def _told(mention: Mention, scope: Scope) -> bool:
    """Whether a mention stands in the reporter's own words, where the rule looks."""
    return mention.zone in scope.zones and mention.zone not in _HEADS and (scope.quotations or not mention.quoted)


def _order(mention: Mention) -> tuple[int, int]:
    return mention.block.index, mention.start


def _place(mention: Mention) -> Place:
    return Place(mention.block, mention.start, mention.end, "related")


def _office(mention: Mention, kinds: Sequence[str]) -> str:
    title = mention.titled_as(*kinds)
    return title.text if title else ""


def _within(short: str, long: str) -> bool:
    """Whether all words of one office stand in another: Minister, Prime Minister."""
    return set(short.split()) <= set(long.split())


def _finding(
    mention: Mention, name: str, related: tuple[Place, ...] = (), office: str = "", *, sure: bool = True
) -> Finding:
    values = {"name": name, "other": "", "office": office}
    confidence = Confidence.CERTAIN if sure else Confidence.LIKELY
    return Finding(mention.block, mention.start, mention.end, values, confidence=confidence, related=related)
