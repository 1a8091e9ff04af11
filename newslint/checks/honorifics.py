"""Finds people who have a title in one place and none in another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Place, Scope, Use
from newslint.checks.parameters import Choice, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import PROSE, Block, Confidence, Zone
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.people import Form, Mention, People, Person
from newslint.text.people.both import may_stand_bare
from newslint.text.tokens import tokenize

_AGE = expression(r",? (?:aged )?(\d{1,3})(?=[,.;) ]|$)|[ ,-]+(\d{1,3})-year-old|, who is (\d{1,3})\b")
_PARTS = expression(r"\s*[/>,;|]\s*")
_SHORT_LINE = 120
"""Code points of the longest line that is taken for a label where it does not end like a sentence."""
_REACH = 200
"""Code points before a name that its last three words are looked for in."""
_END_MARKS = frozenset(".!?…:;,")
_RUNNING = frozenset({Zone.PARAGRAPH, Zone.LIST_ITEM})
_KINDS = ("courtesy", "earned", "rank", "military", "religious")
_FORMS = ("bare", "attributive", "office", "family")


class Honorifics(Check):
    """Later mentions of people against the house's form.

    `form: title` is for a house that writes "Mr Tran", `form: surname` for one that writes "Tran". With `form: auto`
    the article itself says which: where a person has a courtesy title in one place and stands bare in another, the
    bare name is the finding, unless bare names outnumber titles three to one in the whole article. Confidence is
    `certain` only where the words round the surname leave no doubt that it is the person, nobody else bears it, and
    titles are the article's form; `possible` where the words leave a doubt.

    Zones decide about headlines, standfirsts, crossheads and captions; a title in any prose counts as evidence.
    Passages in the first person (readers' letters, columns) are no evidence and are left alone.

    Messages: `message` for a bare name (`once` where the title stands only once elsewhere, `house` where the rule and
    not the article says the form), `title` for a title that should not be there, `first` for an early short form. They
    may name {title} and {name} (the form that the person has elsewhere, or should have), {count} (how often), {bare}.
    """

    name = "honorifics"
    learns = True
    by_section = True
    placeholders = ("title", "name", "count", "bare")
    variants = ("once", "house", "title", "first", "related")
    parameters = (
        Parameter("form", Choice("auto", "title", "surname"), "the house's form of later mentions", "auto"),
        Parameter("titles", ListOf(Choice(*_KINDS)), "kinds of title that stay on later mention", ["courtesy"]),
        Parameter("report", ListOf(Choice(*_FORMS)), "forms that may not stand without a title", ["bare"]),
        Parameter("first", Choice("any", "full"), "full: a full name comes before the shorter forms", "any"),
        Parameter("exempt_sections", ListOf(Text()), "sections (of the metadata) that are left alone", []),
        Parameter("exempt_people", ListOf(Text()), "full names or surnames left alone: the dead, the historical", []),
        Parameter("exempt_described", ListOf(Text()), "words before a full name that exempt its bearer: late", []),
        Parameter("minimum_age", Integer(0, 150), "people said to be younger are left alone", "16"),
        Parameter("minimum_titled", Integer(1), "auto: titles a person must have before a bare name counts", "1"),
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._form = settings.text("form")
        self._kinds = settings.texts("titles")
        self._report = frozenset(Form(f) for f in settings.texts("report"))
        self._first = settings.text("first") == "full"
        self._sections = frozenset(s.casefold() for s in settings.texts("exempt_sections"))
        phrases = Phrases(lexicon)
        self._exempt, self._described = (
            frozenset(w.casefold() for i, t in enumerate(settings.texts(n)) for w in phrases.expand(t, (n, i)))
            for n in ("exempt_people", "exempt_described")
        )
        self._honorifics = lexicon["honorifics"]
        self._signs = _first_words(lexicon, self._kinds)
        self._age = settings.integer("minimum_age")
        self._least = settings.integer("minimum_titled")

    def needs(self) -> Needs | None:
        # A house that writes titles misses them where there is none.
        return Needs(words=self._signs) if self._form != "title" and not self._first else None

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        sections = _PARTS.split(article.document.metadata.section.casefold())
        if self._sections.intersection(sections):
            return
        if self._form != "title" and not self._first and not self._may_differ(article, scope):
            return
        voice = _Voice(article, scope.quotations)
        people = article.people
        counts = [_Count(p, voice, scope, self._kinds, self._report) for p in people]
        titled, bare = sum(len(c.titled) for c in counts), sum(len(c.bare) for c in counts)
        for count in counts:
            person = count.person
            if not (count.titled or count.bare) or self._exempted(person):
                continue
            if self._first:
                yield from _first(person, count)
            if self._form == "title":
                yield from self._bare_by_rule(count)
            elif self._form == "surname":
                yield from self._titles(count, Confidence.CERTAIN)
            elif len(count.titled) >= self._least and count.bare and person.key not in people.things:
                alone = not people.namesakes(person)
                # Three to one is what it takes for a title to be the slip: bare names also have innocent readings.
                if len(count.bare) >= 3 * len(count.titled) and bare >= 3 * titled:
                    yield from self._titles(count, Confidence.LIKELY if alone else Confidence.POSSIBLE)
                elif alone or not self._shared(person, people, voice):
                    yield from self._bare(count, titled > bare and titled > 1, alone)

    def uses(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Use]:
        """One use for each later mention of somebody whom the article names in full."""
        voice = _Voice(article, scope.quotations)
        for person in article.people:
            if person.key in article.people.things or not person.having(Form.FULL):
                continue
            count = _Count(person, voice, scope, self._kinds, self._report)
            titled = [m for m in count.titled if m.zone in scope.zones]
            yield from (Use("", "title", m.text) for m in titled)
            yield from (Use("", "surname", m.text) for m in count.bare if m.certain)

    @staticmethod
    def _shared(person: Person, people: People, voice: _Voice) -> bool:
        """Whether the reporter names somebody else of the surname and gives them no title: a bare one may be theirs."""
        others = ([m for m in other.mentions if voice.reports(m)] for other in people.namesakes(person))
        return any(own and all(m.form is not Form.TITLED for m in own) for own in others)

    def _may_differ(self, article: Article, scope: Scope) -> bool:
        """Whether a title may stand in the article, and with form `auto` also its bearer's bare name: in most not, and
        then nobody need look for people."""
        signs = self._signs & article.lowered_vocabulary
        if not signs:
            return False
        words = article.vocabulary
        if words.isdisjoint(map(str.title, signs)) and not any(w[0].isupper() and w.lower() in signs for w in words):
            return False
        plain = self._form == "auto" and self._kinds == ("courtesy",) and self._report == {Form.BARE}
        return not plain or may_stand_bare(article, signs, scope.zones)

    def _exempted(self, person: Person) -> bool:
        """Whether the rule leaves the person alone by name, age or description."""
        if self._exempt and self._exempt & {person.surname.casefold(), person.name.casefold()}:
            return True
        for mention in person.having(Form.FULL):
            text = mention.block.text
            age = _AGE.match(text, mention.end)
            if age and 0 < int(next(filter(None, age.groups()))) < self._age:
                return True
            before = text[max(0, mention.start - _REACH) : mention.start] if self._described else ""
            if not self._described.isdisjoint(before.casefold().split()[-3:]):
                return True
        return False

    def _bare(self, count: _Count, settled: bool, alone: bool) -> Iterator[Finding]:
        """The bare mentions of a person who has a title elsewhere. alone: nobody else has the surname; if somebody has,
        a title is missing, but whose is not sure."""
        form, related = count.usual, count.titled[0]
        values = {"title": form.partition(" ")[0], "name": form, "count": str(len(count.titled))}
        for mention in count.bare:
            certain = alone and settled and mention.certain
            yield Finding(
                mention.block,
                mention.start,
                mention.end,
                values | {"bare": mention.text},
                (form,) if alone and mention.form is Form.BARE else (),
                Confidence.CERTAIN if certain else Confidence.LIKELY if mention.certain else Confidence.POSSIBLE,
                "once" if len(count.titled) == 1 else "",
                (Place(related.block, related.start, related.end, "related"),),
            )

    def _bare_by_rule(self, count: _Count) -> Iterator[Finding]:
        """The bare mentions of any person, where the house writes titles."""
        if count.titled:
            forms: tuple[str, ...] = (count.usual,)
        elif count.other:
            return
        else:
            forms = tuple(f"{t} {count.person.surname}" for t in self._titles_of(count.person.gender))
        for mention in count.bare:
            values = {"title": "", "name": forms[0] if forms else "…", "count": "0", "bare": mention.text}
            # A firm may bear a founder's name (William Ford, Ford): only a title proves that the bare name is a person.
            sure = Confidence.CERTAIN if count.titled and mention.certain else Confidence.LIKELY
            yield Finding(mention.block, mention.start, mention.end, values, forms, sure, "house")

    def _titles_of(self, gender: str) -> list[str]:
        """The courtesy titles that a reporter would choose from for a gender, by the order of the lexicon's list."""
        known = self._honorifics
        fitting = [t for t in known.having("gender", gender) if gender and known.get(t, "kind") == "courtesy"]
        return [t for t in fitting if known.get(t, "number") != "plural"][: 2 if gender == "female" else 1]

    def _titles(self, count: _Count, confidence: Confidence) -> Iterator[Finding]:
        """The titles of a person, where the house writes the surname alone."""
        for mention in count.titled:
            title = next(t for t in reversed(mention.titles) if t.kind in count.kinds)
            text = mention.block.text
            kept = text[title.end : mention.end].lstrip()
            values = {"title": title.text, "name": kept, "count": str(len(count.bare)), "bare": kept}
            related = tuple(Place(m.block, m.start, m.end, "related") for m in count.bare[:1])
            yield Finding(mention.block, title.start, mention.end, values, (kept,), confidence, "title", related)


class _Count:
    """One person's mentions in the reporter's words: `titled` (all prose), `bare` (in scope), `other` titles."""

    __slots__ = ("bare", "kinds", "other", "person", "titled")

    def __init__(
        self, person: Person, voice: _Voice, scope: Scope, kinds: Sequence[str], report: frozenset[Form]
    ) -> None:
        own = [m for m in person.mentions if voice.reports(m)]
        self.person = person
        self.kinds = kinds
        self.titled = [m for m in own if m.form is Form.TITLED and m.zone in PROSE and m.titled_as(*kinds)]
        self.other = [m for m in own if m.form is Form.TITLED and not m.titled_as(*kinds)]
        self.bare = [m for m in own if m.form in report and m.zone in scope.zones and not _label(m)]

    @property
    def usual(self) -> str:
        """The commonest titled form, such as "Mr Tran"; a plural title does not count."""
        single = [m for m in self.titled if m.title and not m.title.plural] or self.titled
        # "Mr Dean Fallow" counts for "Mr Fallow": given names are no part of the later form.
        forms = (
            f"{m.title.text} {m.block.text[m.surname_start : m.surname_end]}" if m.title else m.text for m in single
        )
        return Counter(forms).most_common(1)[0][0]


class _Voice:
    """Tells the reporter's own words from quotations and from passages in the first person."""

    __slots__ = ("_article", "_others", "_quotations")

    def __init__(self, article: Article, quotations: bool) -> None:
        self._article = article
        self._quotations = quotations
        blocks = article.blocks if "I" in article.vocabulary else ()
        personal = [b.index for b in blocks if b.zone in PROSE and self._personal(b)]
        # Letters and comments come in a row, and not each of them says "I".
        end = len(article.blocks) if len(personal) > 1 else 0
        self._others = frozenset(personal) | frozenset(range(personal[0], end) if personal else ())

    def _personal(self, block: Block) -> bool:
        tokens = self._article.tokens(block)
        if "I" not in tokens.texts:
            return False
        for i, token in enumerate(tokens.texts):
            if token != "I":
                continue
            # Charles I, World War I: a capital before it.
            at = tokens.starts[i]
            if i == 0 or tokens.texts[i - 1].islower() or block.text[at - 2] in ".!?,;":
                spoken = self._article.quoted(block, at, at + 1)
                if not spoken and block.text[at + 1 : at + 2] in (" ", "'", "’"):
                    return True
        return False

    def reports(self, mention: Mention) -> bool:
        """Whether a mention stands in the reporter's own words."""
        return (self._quotations or not mention.quoted) and mention.block.index not in self._others


def _first_words(lexicon: Lexicon, kinds: Sequence[str]) -> frozenset[str]:
    """The first words of the titles of some kinds, in lower case."""
    titles = [t for kind in ("military", "religious") if kind in kinds for t in lexicon[f"{kind}-titles"]]
    titles += [t for t, values in lexicon["honorifics"].entries.items() if values.get("kind", "courtesy") in kinds]
    return frozenset(w for t in titles for w in tokenize(t.lower()).texts[:1])


def _label(mention: Mention) -> bool:
    """Whether a mention stands in a short line without an end mark: a link, a label or a stray heading."""
    text, end = mention.block.text, len(mention.block.text)
    while end and text[end - 1] in "\"'”’) ":
        end -= 1
    return mention.zone in _RUNNING and end < _SHORT_LINE and text[max(0, end - 1) : end] not in _END_MARKS


def _first(person: Person, count: _Count) -> Iterator[Finding]:
    """The first mention, where it lacks the given name that a later one has."""
    fulls = [m for m in person.having(Form.FULL) if m.zone in PROSE and not m.quoted]
    early = min(count.titled[:1] + count.bare[:1], key=lambda m: (m.block.index, m.start))
    if fulls and (fulls[0].block.index, fulls[0].start) > (early.block.index, early.start):
        values = {"title": "", "name": person.name, "count": "0", "bare": early.text}
        place = Place(fulls[0].block, fulls[0].start, fulls[0].end, "related")
        yield Finding(early.block, early.start, early.end, values, (), Confidence.LIKELY, "first", (place,))
