"""Abbreviations in capitals: where they stand, and where the article says what they stand for.

Definitions in brackets are matched as in A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation
definitions in biomedical text" (2003): the letters of the short form are sought from right to left in the words before
the bracket, the first of them at the start of a word.
"""

from __future__ import annotations

import re
from itertools import filterfalse

from newslint.model import ALL, Block, Zone
from newslint.model.records import NamedTuple
from newslint.storage.expressions import expression
from newslint.text.article import Article

# G20, A&E, U.S., MPs (without its s), COVID of COVID-19.
# The capital comes before the look behind it: the engine then goes from capital to capital.
SHORT = expression(r"[A-Z](?<![\w&.’'-].)(?:\.(?:[A-Z]\.)+|(?:[A-Z0-9]|&(?=[A-Z]))+(?=s?(?![\w&])))")
_BRACKET = expression(r"\(([^()]{2,120})\)")
_OR = expression(r", or ((?:the )?)(?=[A-Z][A-Z0-9&]+\b)")
_WORD = expression(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BREAK = expression(r"[.!?;:,–—\"“”]\s|[()]")
_LONGEST = 10
"""Code points of the longest short form that a bracket is taken to define."""
_ZONES = ALL - {Zone.METADATA, Zone.FURNITURE, Zone.EMBED, Zone.CREDIT, Zone.QUOTATION}


class Place(NamedTuple):
    """A half-open range of a block's text."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.block.text[self.start : self.end]


class Abbreviation(NamedTuple):
    """A short form with every place it stands at, in reading order, a bracket that defines it among them.

    definition: the long form's place, None where the article does not give it. again: long forms that it gives later.
    """

    short: str
    places: list[Place]
    definition: Place | None = None
    again: tuple[Place, ...] = ()

    @property
    def meaning(self) -> str:
        """The long form as written, "" where the article does not give it."""
        return self.definition.text if self.definition else ""


def find_abbreviations(article: Article) -> dict[str, Abbreviation]:
    """The abbreviations of an article by their short form without full stops, in order of appearance.

    Lines in capitals alone are passed over. Takes time in proportion to the text.
    """
    places: dict[str, list[Place]] = {}
    definitions: dict[str, list[Place]] = {}
    small = frozenset(article.lexicon["small-words"])
    for block in article.blocks:
        text = block.text
        if block.zone not in _ZONES or text.isupper():
            continue
        for match in SHORT.finditer(text):
            places.setdefault(_plain(match.group()), []).append(Place(block, match.start(), match.end()))
        for short, start, end in _definitions(text, small):
            definitions.setdefault(_plain(short), []).append(Place(block, start, end))
    out = {}
    for short, found in places.items():
        given = definitions.get(short, [])
        out[short] = Abbreviation(short, found, given[0] if given else None, tuple(given[1:]))
    return out


def initials(article: Article) -> list[str]:
    """The first letters of the words of each block in lower case, but for small words; `Article.initials` keeps it."""
    small = frozenset(article.lexicon["small-words"])
    words = (filterfalse(small.__contains__, article.lowered(block)) for block in article.blocks)
    return ["".join([w[0] for w in some]) for some in words]


def _plain(short: str) -> str:
    return short.replace(".", "")


def _definitions(text: str, small: frozenset[str]) -> list[tuple[str, int, int]]:
    """Short forms and the places of their long forms: "long (SHORT)", "SHORT (long)", "long, or SHORT,"."""
    found = []
    for bracket in _BRACKET.finditer(text):
        inside = bracket.group(1).strip()
        short = SHORT.match(inside)
        if short and short.end() >= len(inside) - 1 and len(inside) <= _LONGEST:
            span = _long_before(text, small, bracket.start(), _plain(short.group()))
            if span:
                found.append((short.group(), *span))
            continue
        before = text[max(0, bracket.start() - _LONGEST - 1) : bracket.start()].rstrip()
        word = before.rpartition(" ")[2].lstrip("(“\"'‘")
        if SHORT.fullmatch(word):
            # The whole bracket, or its first phrase: "(Office of Harbours, founded in 1920)".
            phrase = _BREAK.split(inside, maxsplit=1)[0]
            start = bracket.start(1) + bracket.group(1).index(inside)
            span = _long_before(text, small, start + len(phrase), _plain(word), start)
            if span:
                found.append((word, start, start + len(phrase)))
    for link in _OR.finditer(text):
        short = SHORT.match(text, link.end())
        if short:
            span = _long_before(text, small, link.start(), _plain(short.group()))
            if span:
                found.append((short.group(), *span))
    return found


def _long_before(text: str, small: frozenset[str], end: int, short: str, low: int = 0) -> tuple[int, int] | None:
    """The words that end at `end` and give the letters of `short`, not before `low`; None where they don't."""
    most = min(len(short) + 5, 2 * len(short))
    window = max(low, end - 20 * most)
    for mark in _BREAK.finditer(text, window, end):
        window = mark.end()
    words = list(_WORD.finditer(text, window, end))[-most:]
    if not words:
        return None
    end = words[-1].end()
    at, stretch = end - 1, words[0].start()
    starts = {w.start() for w in words if w.group() not in small}
    starts |= {w.start() + m.end() for w in words for m in re.finditer("-", w.group())}
    letters = [c.lower() for c in short if c.isalnum()]
    for i in range(len(letters) - 1, -1, -1):
        while at >= stretch and (text[at].lower() != letters[i] or (i == 0 and at not in starts)):
            at -= 1
        if at < stretch:
            return None
        at -= 1
    start = max(w.start() for w in words if w.start() <= at + 1)
    # Each letter inside words could be chance: most of the long form's words should begin with one of the letters.
    own = [w.group()[0].lower() for w in words if w.start() >= start]
    if sum(c in letters for c in own) * 2 < len(own) or len(own) < 2:
        return None
    return start, end
