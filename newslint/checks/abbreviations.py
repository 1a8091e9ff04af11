"""Finds abbreviations that the article does not explain, explains too late, twice, or for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Place, Scope
from newslint.checks.parameters import Choice, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence, Zone
from newslint.text.abbreviations import SHORT, Abbreviation
from newslint.text.abbreviations import Place as Spot
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.spelling.speller import Speller

_COMMON = ("1", "2", "3")
"""Labels of a dictionary's common words."""


class Abbreviations(Check):
    """Short forms in capitals and the long forms that the article gives for them: "Regional Harbour Board (RHB)".

    report: `undefined` takes the first place of a short form that is explained nowhere, `late` short forms before the
    place that explains them, `twice` explanations after the first, `unused` explanations of short forms that stand
    nowhere else, `turned` short forms that are one that the article explains with two letters turned, `unlinked` the
    first place of a short form whose long form stands in the article with capitals, but without the short one in
    brackets. A long form that stands in the text without brackets explains too, as far as `undefined` goes: its words
    begin with the letters. A short form beside another word with a capital is part of a name. Those in `known` need no
    explanation, nor those of fewer than `least` letters.
    """

    name = "abbreviations"
    parameters = (
        Parameter(
            "report",
            Choice("undefined", "late", "twice", "unused", "turned", "unlinked"),
            "what is wrong",
            required=True,
        ),
        Parameter("known", ListOf(Text()), "short forms that everybody knows", []),
        Parameter("least", Integer(2, 20), "letters that a short form has", "2"),
        Parameter(
            "dictionary", Text(), "undefined: dictionary of a pack; its common words in capitals are shouted", ""
        ),
        Parameter("most", Integer(2, 20), "undefined: letters that a short form has at the most", "6"),
    )
    placeholders = ("short", "meaning", "count")
    variants = ("definition",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._report = settings.text("report")
        self._least, self._most = settings.integer("least"), settings.integer("most")
        texts = (w for t in settings.texts("known") for w in phrases.expand(t, ("known",)))
        self._known = frozenset(w.replace(".", "") for w in texts)
        dictionary = settings.text("dictionary")
        self._speller = Speller.of(lexicon, dictionary) if dictionary else None

    def needs(self) -> Needs | None:
        # The known ones stand in most articles.
        return Needs(search=SHORT.pattern, besides=self._known)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        # Most articles have few capitals, and known ones.
        if not any(w.rstrip("s") not in self._known for w in article.shouted - self._known):
            return
        report = {
            "undefined": self._undefined,
            "late": self._late,
            "twice": self._twice,
            "unused": self._unused,
            "turned": self._turned,
            "unlinked": self._unlinked,
        }
        for found in article.abbreviations.values():
            short = found.short
            if len(short) < self._least or short in self._known or not short.isalpha():
                continue
            yield from report[self._report](article, scope, found)

    def _undefined(self, article: Article, scope: Scope, found: Abbreviation) -> Iterator[Finding]:
        places = [p for p in found.places if scope.allows(article, *p)]
        if found.definition or not places or len(found.short) > self._most:
            return
        if self._speller and self._speller.label(found.short.lower())[:1] in _COMMON:
            return
        # The name of a firm or product is not explained: "the SRX coupe", but "USS Peleliu".
        free = [p for p in places if not _in_name(*p)]
        if free and len(free) * 2 >= len(places) and not self._spelled(article, found.short):
            yield self._finding(found, free[0], len(places))

    def _late(self, article: Article, scope: Scope, found: Abbreviation) -> Iterator[Finding]:
        if found.definition is None:
            return
        at = _order(found.definition)
        early = [p for p in found.places if _order(p) < at and scope.allows(article, *p)]
        # "RHB (Regional Harbour Board)" begins with the short form.
        early = [p for p in early if not (p.block is found.definition.block and 0 <= at[1] - p.end < 3)]
        for place in early[:1]:
            yield self._finding(found, place, len(early))

    def _twice(self, article: Article, scope: Scope, found: Abbreviation) -> Iterator[Finding]:
        given = [found.definition, *found.again] if found.definition else []
        for place in [p for p in given if scope.allows(article, *p)][1:]:
            yield self._finding(found, place, len(found.places))

    def _unused(self, article: Article, scope: Scope, found: Abbreviation) -> Iterator[Finding]:
        if found.definition is None or not scope.allows(article, *found.definition):
            return
        used = [p for p in found.places if p.block.zone is not Zone.CAPTION]
        if len(used) == 1 and used[0].block is found.definition.block:
            yield self._finding(found, used[0], 1, Confidence.CERTAIN)

    def _turned(self, article: Article, scope: Scope, found: Abbreviation) -> Iterator[Finding]:
        short = found.short
        if found.definition is not None:
            return
        for i in range(len(short) - 1):
            other = article.abbreviations.get(short[:i] + short[i + 1] + short[i] + short[i + 2 :])
            if other is not None and other.definition is not None and other.short != short:
                values = {"short": other.short, "meaning": other.meaning, "count": str(len(other.places))}
                related = (Place(*other.definition, "definition"),)
                for place in found.places:
                    if scope.allows(article, *place):
                        yield Finding(*place, values, (other.short,), related=related)
                return

    def _unlinked(self, article: Article, scope: Scope, found: Abbreviation) -> Iterator[Finding]:
        places = [p for p in found.places if scope.allows(article, *p)]
        if found.definition is not None or not places or _in_name(*places[0]):
            return
        long = _long_form(article, scope, found.short)
        if long is not None:
            values = {"short": found.short, "meaning": long.text, "count": str(len(places))}
            yield Finding(*places[0], values, related=(Place(*long, "definition"),))

    def _finding(
        self, found: Abbreviation, place: Spot, count: int, confidence: Confidence = Confidence.CERTAIN
    ) -> Finding:
        values = {"short": found.short, "meaning": found.meaning, "count": str(count)}
        definition = found.definition
        related = (Place(*definition, "definition"),) if definition and definition != place else ()
        return Finding(*place, values, confidence=confidence, related=related)

    def _spelled(self, article: Article, short: str) -> bool:
        """Whether words that begin with the letters stand somewhere in a row."""
        letters = short.lower().removesuffix("s") if short.endswith("s") else short.lower()
        return any(letters in initials for initials in article.initials)


def _long_form(article: Article, scope: Scope, short: str) -> Spot | None:
    """Words with capitals in a row that begin with the letters of a short form, small words between them left out."""
    small = article.lexicon["small-words"]
    for block in scope.blocks(article):
        tokens = article.tokens(block)
        capitals = article.capitals(block)
        for first in capitals if len(capitals) >= len(short) else ():
            last, letters = first, short
            while letters and last < len(tokens.texts):
                word = tokens.texts[last]
                if word[0] == letters[0] and len(word) > 1 and not word.isupper():
                    letters = letters[1:]
                elif word not in small or last == first:
                    break
                last += 1
            if not letters:
                return Spot(block, tokens.starts[first], tokens.end(last - 1))
    return None


def _order(place: Spot) -> tuple[int, int]:
    return place.block.index, place.start


def _in_name(block: Block, start: int, end: int) -> bool:
    """Whether a capital stands right before or behind a range: both are one name."""
    text, low = block.text, max(0, start - 40)
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        return True
    # The first word of a sentence has its capital from there.
    words = text[low:start].split(" ")
    if len(words) > 1 and not words[-1] and len(words[-2]) > 3 and words[-2].isupper():
        return True
    if words[-2:-1] in (["The"], ["A"], ["An"]):
        return False
    return len(words) > 2 and not words[-1] and words[-2][:1].isupper() and words[-2][-1:].isalpha() and bool(words[-3])
