"""Finds a name with a slip in it, by the same name without it elsewhere in the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Confidence
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.near_names import inflected, listed, near_pairs
from newslint.text.slips import slips
from newslint.text.spelling.places import stands_alone
from newslint.text.spelling.speller import Speller


class NameSlip(Check):
    """Names of places, firms and people that the article spells in another way elsewhere: "Barwock" where "Barwick"
    stands twice.

    The finding is a word with a capital of which one slip of the fingers makes another one that stands at least twice
    as often. No dictionary has it, and neither of the two stands in the article in lower case. Words of fewer than
    `least` letters are not compared, nor words that differ by one of `endings` (Korea, Korean), nor two names that
    stand behind or before different names, or in lists both, as on team sheets. Confidence is `likely` where the other
    name stands only twice. A person's name (behind one of `firsts`) that stands once without its capital, and is no
    word, is a finding too. Where other rules say something of the word, this one is silent.
    """

    name = "name-slip"
    parameters = (
        Parameter("dictionary", Text(), "dictionary of a pack, a file of its folder `dictionaries`", "english"),
        Parameter("least", Integer(3, 30), "letters a name must have", "5"),
        Parameter("endings", ListOf(Text()), "endings that make another word of a name", []),
        Parameter("words", ListOf(Text()), "words that are no misspelt names", []),
        Parameter("firsts", ListOf(Text()), "given names and titles, behind which a person's name stands", []),
    )
    placeholders = ("majority", "count")
    variants = ("majority",)
    kept = ("_dictionary", "_endings", "_firsts", "_least", "_words")
    yields = True

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._dictionary = settings.text("dictionary")
        self._least = settings.integer("least")
        self._endings = frozenset(settings.texts("endings"))
        words = (w for t in settings.texts("words") for w in phrases.expand(t, ("words",)))
        self._words = frozenset(v for w in words for v in (w, w.capitalize()))
        self._firsts = frozenset(w for t in settings.texts("firsts") for w in phrases.expand(t, ("firsts",)))
        lexicon.dictionary(self._dictionary)
        self.ready(lexicon)

    def ready(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        yield from self._small(article, scope)
        pairs = near_pairs(article, self._least)
        pairs = [p for p in pairs or () if self._may_be_one(article, *p)]
        if not pairs:
            return
        uses = _uses(article, scope, {w for p in pairs for w in p})
        for pair in pairs:
            wrong, right = sorted(pair, key=lambda w: len(uses[w].places))
            count = len(uses[right].places)
            if count < max(2, 2 * len(uses[wrong].places)) or not self._unknown(wrong):
                continue
            if _apart(uses[wrong], uses[right]) or _cased(wrong, right):
                continue
            values = {"majority": right, "count": str(count)}
            sure = Confidence.CERTAIN if count > 2 else Confidence.LIKELY
            for place in uses[wrong].places:
                if scope.allows(article, *place[:3]):
                    related = (uses[right].places[0]._replace(message="majority"),)
                    yield Finding(*place[:3], values, (right,), sure, related=related)

    def _small(self, article: Article, scope: Scope) -> Iterator[Finding]:
        """Names that lost their capital."""
        names = {w.lower(): w for w in article.capitalised if len(w) >= self._least and w.istitle()}
        lost = [w for w in names.keys() & article.vocabulary if w.isalpha() and self._unknown(w, name=False)]
        uses = _uses(article, scope, {*lost, *(names[w] for w in lost)}) if lost else {}
        for word in lost:
            right = uses[names[word]].places
            if self._firsts.isdisjoint(uses[names[word]].before):
                continue
            for place in uses[word].places if len(right) > 1 and len(uses[word].places) == 1 else ():
                if place.block.text[place.start - 1 : place.start] in ("-", "/"):
                    continue
                if stands_alone(place.block.text, place.start, place.end) and scope.allows(article, *place[:3]):
                    values = {"majority": names[word], "count": str(len(right))}
                    related = (right[0]._replace(message="majority"),)
                    yield Finding(*place[:3], values, (names[word],), related=related)

    def _may_be_one(self, article: Article, a: str, b: str) -> bool:
        """Whether two words that are nearly the same may be one name."""
        small = article.vocabulary
        return (
            slips(a, b, 1) == 1
            and a not in self._words
            and b not in self._words
            and a.lower() not in small
            and b.lower() not in small
            and not inflected(a, b, self._endings)
        )

    def _unknown(self, word: str, *, name: bool = True) -> bool:
        """Whether the dictionary lacks a word; `name`: as a name too."""
        speller = Speller.of(self._lexicon, self._dictionary)
        return not speller.label(word.lower()) and not (name and speller.is_name(word))


class _Uses:
    """Where a word stands where the rule looks, the words with a capital right before and behind it, and how often it
    is an item of a list."""

    __slots__ = ("after", "before", "listed", "places")

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.before: set[str] = set()
        self.after: set[str] = set()
        self.listed = 0


def _uses(article: Article, scope: Scope, words: set[str]) -> dict[str, _Uses]:
    """The uses of some words."""
    found = {w: _Uses() for w in words}
    for block in scope.blocks(article):
        tokens, text = article.tokens(block), block.text
        if words.isdisjoint(tokens.texts):
            continue
        for i, word in enumerate(tokens.texts):
            if word in words:
                uses, start, end = found[word], tokens.starts[i], tokens.end(i)
                uses.places.append(Place(block, start, end))
                uses.listed += listed(text, start, end)
                if i and tokens.texts[i - 1][:1].isupper() and text[tokens.end(i - 1) : start] == " ":
                    uses.before.add(tokens.texts[i - 1])
                if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
                    uses.after.add(tokens.texts[i + 1])
    return found


def _apart(a: _Uses, b: _Uses) -> bool:
    """Whether two names have different ones beside them, or both stand on team sheets."""
    return (
        (a.listed == len(a.places) and b.listed > 0)
        or bool(a.before and b.before and a.before.isdisjoint(b.before))
        or bool(a.after and b.after and a.after.isdisjoint(b.after))
    )


def _cased(wrong: str, right: str) -> bool:
    """Whether two words differ in their capitals alone, and not as a slip makes it: "PayPal" for "Paypal"."""
    return (
        wrong.lower() == right.lower() and not wrong[1:].islower() and not (wrong[:2].isupper() and wrong[2:].islower())
    )
