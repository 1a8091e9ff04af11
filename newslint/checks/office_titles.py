"""Finds the same office before a name with a capital in one place and in lower case in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Place, Scope
from newslint.checks.parameters import Choice, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence, Zone
from newslint.text import casing
from newslint.text.article import Article
from newslint.text.beside import last_before
from newslint.text.lexicon import Lexicon
from newslint.text.people import Mention, Title
from newslint.text.tokens import tokenize

_HEADS = frozenset({Zone.HEADLINE, Zone.CROSSHEAD})
_SENTENCE_MARKS = frozenset(".!?:…\"“”‘’'(–—•\n")


class OfficeTitles(Check):
    """An office before a name in the case that the house, or the rest of the article, does not use.

    `form: capital` is for a house that writes "President Sand", `form: lower` for "president Sand". With `form: auto`
    the rarer form of one office in one article is the finding; on a tie, the lower-case one.

    Only an office right before a name counts: "the president" and "the president, Ida Sand" are right anywhere.
    Lower case is right too, whatever the house, where a word of `descriptive` stands before the office ("former
    president Ida Sand") or a determiner opens the phrase ("the club president Ida Sand"). The first word of a sentence
    and headlines in title case say nothing of the form.

    Confidence is `likely` where the word before a lower-case office is not one of `states` ("Rovers president"): a
    club's president is another office than a country's.

    `@name` stands for the words of a list. The message may name {office} as written, {form} (how it should be) and
    {count}, how often it stands so.
    """

    name = "office-titles"
    placeholders = ("office", "form", "count")
    variants = ("related",)
    parameters = (
        Parameter("form", Choice("auto", "capital", "lower"), "the house's form before a name", "auto"),
        Parameter("offices", ListOf(Text()), "the offices compared; without it, all of the lexicon", []),
        Parameter("exempt", ListOf(Text()), "offices that are left alone", []),
        Parameter("descriptive", ListOf(Text()), "words that make an office a description: former", []),
        Parameter("states", ListOf(Text()), "words before an office of state: nationalities", []),
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)

        def words(name: str) -> frozenset[str]:
            texts = enumerate(settings.texts(name))
            return frozenset(w.casefold() for i, t in texts for w in phrases.expand(t, (name, i)))

        known = lexicon["office-titles"].having("kind", "office")
        self._offices = (words("offices") or {o.casefold() for o in known}) - words("exempt")
        self._lasts = frozenset(w for o in self._offices for w in tokenize(o).texts[-1:])
        self._form = settings.text("form")
        self._descriptive = words("descriptive")
        self._states = words("states")
        classes = lexicon["closed-classes"]
        self._openers = frozenset(classes.having("class", "determiner"))
        self._links = frozenset(classes) - self._openers

    def needs(self) -> Needs | None:
        return Needs(words=frozenset(w.lower() for w in self._lasts))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if not self._may_differ(article):
            return
        uses: dict[str, list[_Use]] = {}
        for person in article.people:
            for mention in person.mentions:
                if not scope.allows(article, mention.block, mention.start, mention.end):
                    continue
                for title in mention.titles:
                    if title.kind == "office" and title.entry.casefold() in self._offices:
                        use = self._use(mention, title)
                        if use is not None:
                            uses.setdefault(title.entry.casefold(), []).append(use)
        for office in uses.values():
            office.sort(key=lambda u: (u.block.index, u.title.start))
            yield from self._judge(office)

    def _may_differ(self, article: Article) -> bool:
        """Whether the last word of an office stands in the form that is wrong; most articles have none, and then
        nobody need look for people."""
        lasts = self._lasts & article.lowered_vocabulary
        if not lasts:
            return False
        raised = [w for w in article.raised if w.lower() in lasts]
        capital = {w.lower() for w in raised if w[0].isupper()}
        lower = (lasts & article.vocabulary) | {w.lower() for w in raised if not w[0].isupper()}
        return bool(capital & lower if self._form == "auto" else lower if self._form == "capital" else capital)

    def _use(self, mention: Mention, title: Title) -> _Use | None:
        """What one office before a name says of the form, or None where it says nothing."""
        block, text = mention.block, mention.block.text
        words = [w for w in title.text.replace("-", " ").split() if w.lower() not in ("of", "for", "and")]
        capitals = [w[0].isupper() for w in words]
        opening = last_before(text, title.start)
        starts = not opening or opening in _SENTENCE_MARKS
        if block.zone in _HEADS and _title_case(block):
            return None
        if all(capitals):
            if starts and len(words) == 1:
                return None
            return _Use(block, title, True, True)
        if any(capitals[1:]) or (capitals[0] and not starts):
            return None
        before = self._before(text, title.start)
        if any(w.casefold().strip("-") in self._descriptive or w.casefold() in self._openers for w in before):
            return None
        state = not before or before[-1].casefold() in self._states or (before[-1].isupper() and len(before[-1]) < 4)
        return _Use(block, title, False, state)

    def _before(self, text: str, end: int) -> list[str]:
        """Up to three words before an offset that belong to its noun phrase, in reading order."""
        words: list[str] = []
        for word in reversed(text[max(0, end - 60) : end].split()):
            link = word.casefold() in self._links and not word.isupper()  # "US" is no pronoun
            if link or word[-1] in '.,;:!?"”“(' or len(words) == 3:
                break
            words.insert(0, word)
        return words

    def _judge(self, uses: list[_Use]) -> Iterator[Finding]:
        """The uses of one office that differ from the form."""
        capital = [u for u in uses if u.capital]
        lower = [u for u in uses if not u.capital]
        if self._form == "auto":
            if not (capital and lower):
                return
            wrong, right = (capital, lower) if len(capital) < len(lower) else (lower, capital)
        else:
            wrong, right = (lower, capital) if self._form == "capital" else (capital, lower)
        for use in wrong:
            title = use.title
            form = title.text.lower() if use.capital else _raised(title)
            doubtful = not all(u.state for u in lower)
            related = tuple(Place(u.block, u.title.start, u.title.end, "related") for u in right[:1])
            values = {"office": title.text, "form": form, "count": str(len(right))}
            sure = Confidence.LIKELY if doubtful else Confidence.CERTAIN
            yield Finding(use.block, title.start, title.end, values, (form,), sure, "", related)


class _Use:
    """One office before a name. state: it may be an office of state."""

    __slots__ = ("block", "capital", "state", "title")

    def __init__(self, block: Block, title: Title, capital: bool, state: bool) -> None:
        self.block = block
        self.title = title
        self.capital = capital
        self.state = state


def _title_case(block: Block) -> bool:
    """Whether most of the longer words of a heading have a capital."""
    words = [w for w in block.text.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > 0.75 * len(words)


def _raised(title: Title) -> str:
    """The office with the capitals of its list, and with its own spaces and hyphens."""
    if len(title.entry) != len(title.text):
        return casing.title(title.text)
    return "".join(e if t.isalpha() else t for t, e in zip(title.text, title.entry, strict=True))
