"""Finds titles that do not go with the person, the name, or the section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Place, Scope
from newslint.checks.parameters import Choice, Integer, ListOf, Parameter, Settings, Text
from newslint.model import Block, Confidence
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.people import Form, Mention, People, Person, Title

_AGE = expression(r",? (?:aged )?(\d{1,3})(?=[,.;) ]|$)|[ ,-]+(\d{1,3})-year-old|, who is (\d{1,3})\b")
_YOUNG = expression(r"(\d{1,3})-year-old (?:\w+ ){0,3}$")
_SECTIONS = expression(r"\s*[/>,;|]\s*")


class PersonTitles(Check):
    """Titles before names that something else in the article speaks against.

    report: `genders` finds a title of the other gender for somebody who has the right one elsewhere ("Ann Tran, Ms Tran
    ... Mr Tran"), unless a word of `kin` stands in the same paragraph. `mixed` finds the rarer of two courtesy titles
    for one person (Ms and Mrs), `earned` the rarer of a courtesy title and one that was earned (Mr and Dr). `rank`
    finds titles that go before a given name (Sir, Dame) and stand before a surname. `first` finds a courtesy title
    before a full name where at least `least` other people are introduced without one and nobody else with one.
    `exempt` finds courtesy titles in an article of one of `sections` (of the metadata), and of people said to be
    younger than `minimum_age`.
    """

    name = "person-titles"
    parameters = (
        Parameter(
            "report", Choice("genders", "mixed", "earned", "rank", "first", "exempt"), "what is wrong", required=True
        ),
        Parameter("kin", ListOf(Text()), "genders: words that tell of another bearer of the name", []),
        Parameter("least", Integer(1), "first: people introduced without a title", "3"),
        Parameter("sections", ListOf(Text()), "exempt: sections in which nobody has a title", []),
        Parameter("minimum_age", Integer(0, 150), "exempt: age from which on people have a title", "0"),
    )
    placeholders = ("name", "title", "other", "count")
    variants = ("related",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._report = settings.text("report")
        self._kin = frozenset(settings.texts("kin"))
        self._least = settings.integer("least")
        self._sections = frozenset(s.casefold() for s in settings.texts("sections"))
        self._age = settings.integer("minimum_age")
        titles = lexicon["honorifics"]
        self._signs = frozenset(w.lower() for w in titles)
        self._given = {w for w in titles if titles.get(w, "before") == "given"}
        self._names = (lexicon["mens-names"], lexicon["womens-names"])

    def needs(self) -> Needs | None:
        exempts = self._report == "exempt" and not self._age and "" not in self._sections
        return Needs(words=self._signs, metadata=("section",) if exempts else ())

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._signs.isdisjoint(article.lowered_vocabulary):
            return
        if self._report == "exempt" and not self._may_exempt(article):
            return
        report = {
            "genders": self._genders,
            "mixed": self._mixed,
            "earned": self._earned,
            "rank": self._rank,
            "first": self._first,
            "exempt": self._exempt,
        }
        yield from report[self._report](article, article.people, scope)

    def _genders(self, article: Article, people: People, scope: Scope) -> Iterator[Finding]:
        for person in people:
            if person.having(Form.FULL):
                continue
            named = [p for p in people.namesakes(person) if p.having(Form.FULL)]
            if len(named) != 1:
                continue
            full = named[0].having(Form.FULL)[0]
            right = {t.gender for m in named[0].mentions for t in m.titles} - {""}
            sure, titled = bool(right), self._courtesy(person, scope)
            # Given names are no proof, Shirley and Marion have been men; but a lone title beside bare names is a slip.
            if not right and len(titled) == 1 and any(_told(m, scope) for m in named[0].having(Form.BARE)):
                right = {named[0].gender} - {""}
            for mention in titled:
                title = mention.titled_as("courtesy")
                if title is None or not title.gender or not right or title.gender in right:
                    continue
                if self._kin.isdisjoint(article.lowered(mention.block)):
                    values = {"name": named[0].name, "title": title.text, "other": "", "count": ""}
                    yield _finding(mention, title, values, (), (full,), sure)

    def _mixed(self, article: Article, people: People, scope: Scope) -> Iterator[Finding]:
        for person in people:
            titled = self._courtesy(person, scope)
            counts = Counter(t.entry for m in titled if (t := m.titled_as("courtesy")) and not t.plural)
            if len(counts) < 2 or any(p.gender == person.gender for p in people.namesakes(person)):
                continue
            usual = max(counts, key=lambda e: counts[e])
            first = next(m for m in titled if (t := m.titled_as("courtesy")) and t.entry == usual)
            for mention in titled:
                title = mention.titled_as("courtesy")
                if title is not None and title.entry != usual and not title.plural:
                    values = {"name": person.name, "title": title.text, "other": usual, "count": str(counts[usual])}
                    sure = counts[usual] > counts[title.entry]
                    yield _finding(mention, title, values, (usual,), (first,), sure)

    def _earned(self, article: Article, people: People, scope: Scope) -> Iterator[Finding]:
        for person in people:
            if any(p.gender in ("", person.gender) or not person.gender for p in people.namesakes(person)):
                continue
            titled = [m for m in person.having(Form.TITLED) if _told(m, scope)]
            earned = [m for m in titled if m.titled_as("earned")]
            plain = [m for m in titled if m.titled_as("courtesy") and not m.titled_as("earned")]
            if not earned or not plain:
                continue
            rare, often = (plain, earned) if len(plain) <= len(earned) else (earned, plain)
            usual = often[0].titled_as("earned", "courtesy")
            for mention in rare:
                title = mention.titled_as("earned", "courtesy")
                if title is not None and usual is not None and not title.plural:
                    values = {"name": person.name, "title": title.text, "other": usual.text, "count": str(len(often))}
                    yield _finding(mention, title, values, (usual.text,), often[:1], len(often) > len(rare))

    def _rank(self, article: Article, people: People, scope: Scope) -> Iterator[Finding]:
        fulls: dict[str, Person] = {}
        for person in people:
            if person.given:
                fulls.setdefault(person.surname, person)
        for person in people:
            for mention in person.having(Form.TITLED):
                title = mention.title
                if title is None or title.entry not in self._given or not _told(mention, scope) or mention.names[1:]:
                    continue
                name = mention.names[0] if mention.names else mention.surname
                bearer = fulls.get(name)
                if bearer is None or name == bearer.given[0] or any(name in names for names in self._names):
                    continue
                new = f"{title.text} {bearer.given[0]}"
                values = {"name": bearer.name, "title": title.text, "other": new, "count": ""}
                related = (Place(*_range(bearer.mentions[0]), "related"),)
                yield Finding(mention.block, title.start, mention.end, values, (new,), related=related)

    def _first(self, article: Article, people: People, scope: Scope) -> Iterator[Finding]:
        introduced = [m for p in people for m in p.having(Form.FULL)[:1] if _told(m, scope) and len(m.names) > 1]
        titled = [m for m in introduced if m.titled_as("courtesy") and any(m.names[0] in n for n in self._names)]
        if len(titled) == 1 and len(introduced) - 1 >= self._least:
            title = titled[0].titled_as("courtesy")
            assert title is not None
            values = {"name": titled[0].text, "title": title.text, "other": "", "count": str(len(introduced) - 1)}
            yield _finding(titled[0], title, values, ("",))

    def _may_exempt(self, article: Article) -> bool:
        """Whether the section, or a number that may be an age, gives reason to look at people."""
        sections = _SECTIONS.split(article.document.metadata.section.casefold())
        ages = map(str, range(1, self._age))
        return not self._sections.isdisjoint(sections) or not article.vocabulary.isdisjoint(ages)

    def _exempt(self, article: Article, people: People, scope: Scope) -> Iterator[Finding]:
        sections = _SECTIONS.split(article.document.metadata.section.casefold())
        everybody = bool(self._sections.intersection(sections))
        if not everybody and not self._age:
            return
        for person in people:
            if everybody or self._young(person):
                for mention in self._courtesy(person, scope):
                    title = mention.titled_as("courtesy")
                    if title is not None:
                        values = {"name": person.name, "title": title.text, "other": "", "count": ""}
                        yield _finding(mention, title, values, ("",))

    def _young(self, person: Person) -> bool:
        """Whether the article says that a person is younger than titles begin."""
        for mention in person.having(Form.FULL):
            text = mention.block.text
            age = _AGE.match(text, mention.end) or _YOUNG.search(text[max(0, mention.start - 40) : mention.start])
            if age and 0 < int(next(filter(None, age.groups()))) < self._age:
                return True
        return False

    def _courtesy(self, person: Person, scope: Scope) -> list[Mention]:
        """A person's mentions with a courtesy title and the surname."""
        return [m for m in person.having(Form.TITLED) if m.titled_as("courtesy") and _told(m, scope)]


def _told(mention: Mention, scope: Scope) -> bool:
    """Whether a mention stands in the reporter's own words, where the rule looks."""
    return mention.zone in scope.zones and (scope.quotations or not mention.quoted)


def _range(mention: Mention) -> tuple[Block, int, int]:
    return mention.block, mention.start, mention.end


def _finding(
    mention: Mention, title: Title, values: dict[str, str], new: tuple[str, ...], related: Sequence[Mention] = (),
    sure: bool = True,
) -> Finding:  # fmt: skip
    """The finding of a title with its name; `new` stands in place of the title alone."""
    text = mention.block.text
    kept = text[title.end : mention.end]
    return Finding(
        mention.block, title.start, mention.end, values, tuple((n + kept) if n else kept.lstrip() for n in new),
        Confidence.CERTAIN if sure else Confidence.LIKELY,
        related=tuple(Place(m.block, m.start, m.end, "related") for m in related),
    )  # fmt: skip
