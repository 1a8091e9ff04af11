"""Finds a block that says again what the headline, or another display line, says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Place, Scope
from newslint.checks.parameters import Choice, Integer, Number, Parameter, Settings
from newslint.model import Block, Confidence, Zone
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_BAR = expression(r"[|»]")
_FAR = 0.94
"""Share of words in common that makes a near copy further down."""
_WORD = expression(r"\w+(?:['’]\w+)*")


class RepeatedHeadline(Check):
    """A later block that holds the words of the first headline (or standfirst) again.

    Found anywhere: the same words, whatever the punctuation and capitals; the same words with a few more glued on at
    either end (a section label, a site's name), or the headline less its own label. Found among the first `within`
    blocks: a near copy, by the words that both have (Dice's coefficient; confidence `likely`), and a paragraph that
    begins with the headline and goes on with a new sentence. Of a long headline a copy that differs by a word or so is
    found anywhere.
    """

    name = "repeated-headline"
    parameters = (
        Parameter("of", Choice("headline", "standfirst"), "what is repeated", "headline"),
        Parameter("least", Integer(1, 100), "words it must have for anything but the same words", "4"),
        Parameter("glued", Integer(0, 20), "words that may be glued on to it, or be missing", "4"),
        Parameter("near", Number(0, 1), "share of words in common that makes a near copy; 1 for none", "0.85"),
        Parameter("within", Integer(0, 1000), "blocks from the top that are compared for near copies", "6"),
    )

    placeholders = ()
    variants = ("original",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._zone = Zone(settings.text("of"))
        self._least = settings.integer("least")
        self._glued = settings.integer("glued")
        self._near = settings.number("near")
        self._within = settings.integer("within")

    def needs(self) -> Needs | None:
        return Needs(zones=frozenset({self._zone}))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        original = next((b for b in article.blocks if b.zone is self._zone), None)
        if original is None:
            return
        wanted = _words(original.text)
        if not wanted:
            return
        same = [wanted, *_without_site(original.text, self._least)]
        first = Place(original, 0, len(original.text), "original")
        following = [b for b in scope.blocks(article) if b.index > original.index]
        most = max(map(len, same)) + self._glued
        for number, block in enumerate(following):
            near_top = number < self._within
            if not self._differs(article, block, most, near_top):
                found = self._compare(same, block, near_top)
            else:
                words = article.folded(block) if near_top else []
                found = self._beginning(wanted, block) if words and wanted[0].startswith(words[0]) else None
            if found is not None:
                start, end, confidence = found
                yield Finding(block, start, end, {}, ("",), confidence, related=(first,))

    def _differs(self, article: Article, block: Block, most: int, near_top: bool) -> bool:
        """Whether a block has too many words for a copy with some glued on, and too many different ones for a near
        copy. Told by its tokens."""
        tokens = article.lowered(block)
        joined = block.text.count("'") + block.text.count("’")  # at most so many go on with the word before
        if len(tokens) - joined <= most:
            return False
        # Of a words, all of them among b others, Dice's coefficient is 2 a / (a + b).
        return not near_top or self._near * (len(set(tokens)) - joined) > 2 * most

    def _compare(self, same: list[list[str]], block: Block, near_top: bool) -> tuple[int, int, Confidence] | None:
        """The part of a block that repeats the wanted words (the first of `same`), and how surely."""
        wanted = same[0]
        whole = 0, len(block.text)
        # Far longer blocks can only begin with it.
        if len(block.text) > 40 * (len(wanted) + self._glued):
            return self._beginning(wanted, block) if near_top else None
        words = _words(block.text)
        if words in same:
            return *whole, Confidence.CERTAIN
        if len(wanted) < self._least or len(words) < min(self._least, len(wanted)):
            return None
        more = len(words) - len(wanted)
        if 0 < more <= self._glued:
            begins = words[: len(wanted)] == wanted
            sentence = begins and block.text.rstrip("\"'”’")[-1:] in (".", "?", "!")
            if not sentence and (begins or words[-len(wanted) :] == wanted):
                return *whole, Confidence.CERTAIN if near_top else Confidence.LIKELY
        # A label without a space: "SPORTRovers beat City in Cup final".
        if 0 <= more <= self._glued and len(wanted) > self._least and words[1 - len(wanted) :] == wanted[1:]:
            first = words[-len(wanted)]
            if first.endswith(wanted[0]) and first != wanted[0]:
                return *whole, Confidence.LIKELY
        if 0 < -more <= self._glued and len(words) >= self._least:
            begins = wanted[: len(words)] == words and near_top
            if begins or wanted[-len(words) :] == words:
                return *whole, Confidence.CERTAIN
        if near_top:
            if self._near < 1 and _alike(words, wanted) >= self._near:
                return *whole, Confidence.LIKELY
            return self._beginning(wanted, block)
        # Further down only what is longer and closer: a list of links has other headlines of the same subject.
        if self._near < 1 and len(wanted) >= 2 * self._least and _alike(words, wanted) >= _FAR:
            return *whole, Confidence.LIKELY
        return None

    def _beginning(self, wanted: list[str], block: Block) -> tuple[int, int, Confidence] | None:
        """The headline at the start of a paragraph that goes on with a new sentence."""
        if len(wanted) < self._least:
            return None
        end = 0
        matches = _WORD.finditer(block.text)
        for word in wanted:
            m = next(matches, None)
            if m is None or _fold(m.group()) != word:
                return None
            end = m.end()
        after = next(matches, None)
        if after is None or not after.group()[0].isupper():
            return None
        between = block.text[end : after.start()]
        sentence = between.strip(" \"'”’")
        # "Rovers beat City in Cup. Alex ..." may be the reporter's own first sentence, "... in Cup Final" goes on.
        return 0, end + len(between.rstrip()), Confidence.LIKELY if sentence[:1] in ("", ".") else Confidence.CERTAIN


def _without_site(headline: str, least: int) -> list[list[str]]:
    """The words of "Bridge to close | Harbour News" without the site's name, which is far shorter; else nothing."""
    if "|" not in headline and "»" not in headline:
        return []
    parts = sorted(map(_words, _BAR.split(headline)), key=len)
    return parts[1:] if len(parts) == 2 and len(parts[1]) >= max(least, 2 * len(parts[0])) else []


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


def _words(text: str) -> list[str]:
    """Words of a text without capitals and punctuation."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [_fold(w) for w in _WORD.findall(text)]


def _alike(a: list[str], b: list[str]) -> float:
    """Dice's coefficient of two sets of words: 2 |A and B| / (|A| + |B|)."""
    left, right = set(a), set(b)
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 0.0
