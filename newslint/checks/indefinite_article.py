"""Finds "a" before a vowel sound and "an" before a consonant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.casing import at_sentence_start
from newslint.text.lexicon import Lexicon

_ARTICLES = frozenset({"a", "an", "A", "An"})
_NEXT = expression(r"\s+[“\"‘'(\[]?[£$€]?(\d[\d,]*(?:\.\d+)?|[^\W\d_]\w*)(['’.-]?)")
_JOINING = frozenset("'’.-")
_VOWELS = frozenset("aeiou")
_NAMES_WITH_VOWEL = frozenset("aefilmnorsx")
"""Letters whose names begin with a vowel sound: "an F", "an X". H is "aitch" to some and "haitch" to others."""
_MOST_HEARD = 10_000
_LONGEST = 5
"""Letters of an abbreviation; longer words in capitals are only shouted."""
_ODD_START = expression(r"[bcdfgjkmnptvz][bcdgkmpvz]")
"""Beginnings of words that are foreign or read by letters."""


class IndefiniteArticle(Check):
    """An "a" or "an" that does not fit the sound behind it: "a hour", "an European", "a 18-year-old", "a FBI agent".

    What the first letter does not tell stands in lists, longest beginning first: `vowel` (hour), `consonant` (European,
    one) and `either` (historic), each item a word, or a beginning with an asterisk ("honest*"). Abbreviations are read
    by letters where the list `letters` has them or they have no vowel, as words where `spoken` has them; where the two
    readings differ and no list decides, nothing is said. `before` are words that follow "a" only by another slip.
    Confidence `likely` before names and abbreviations.
    """

    name = "indefinite-article"
    parameters = (
        Parameter("vowel", ListOf(Text()), "words that begin with a vowel sound"),
        Parameter("consonant", ListOf(Text()), "words that begin with a consonant sound"),
        Parameter("either", ListOf(Text()), "words before which both are right"),
        Parameter("letters", ListOf(Text()), "abbreviations read by letters"),
        Parameter("spoken", ListOf(Text()), "abbreviations read as words"),
        Parameter("before", ListOf(Text()), "words that never follow an article: another slip"),
    )
    placeholders = ("article", "next")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)

        def words(key: str) -> Iterable[str]:
            return (w for i, t in enumerate(settings.texts(key)) for w in phrases.expand(t, (key, i)))

        self._sounds: dict[str, str] = {}
        for key in ("vowel", "consonant", "either"):
            self._sounds |= {w.lower(): key for w in words(key)}
        self._longest = max(map(len, self._sounds), default=0)
        self._letters = frozenset(words("letters"))
        self._spoken = frozenset(words("spoken"))
        self._heard: dict[tuple[str, str], str] = {}
        self._before = frozenset(w.lower() for w in words("before"))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for block in scope.blocks(article):
            tokens = article.tokens(block)
            text, texts, starts = block.text, tokens.texts, tokens.starts
            for i in compress(range(len(texts)), map(_ARTICLES.__contains__, texts)):
                word, start = texts[i], starts[i]
                behind = start + len(word)
                # Nearly always one space and a word that fits: no need of the expression.
                if text[behind : behind + 1] == " " and i + 1 < len(texts) and starts[i + 1] == behind + 1:
                    following = texts[i + 1]
                    if following[0].isalpha():
                        mark = text[behind + 1 + len(following) : behind + 2 + len(following)]
                        if not self._differs(word, following, mark if mark in _JOINING else ""):
                            continue
                m = _NEXT.match(text, behind)
                if not m or not self._differs(word, m[1], m[2]):
                    continue
                if not self._stands_free(article, block, start, word, m[1]):
                    continue
                if m[2] != "-" and not m[1].isupper() and m[1].lower() in self._before:
                    continue
                end = start + len(word)
                if scope.allows(article, block, start, m.end(1)):
                    to = word[0] + "n" * (len(word) == 1)
                    sure = m[1][0].isdigit() or m[1].islower()
                    values = {"article": to, "next": m[1]}
                    confidence = Confidence.CERTAIN if sure else Confidence.LIKELY
                    yield Finding(block, start, end, values, (to,), confidence)

    @staticmethod
    def _stands_free(article: Article, block: Block, start: int, word: str, following: str) -> bool:
        """Whether the word is an article: no letter of a list, no part of a name or of another word."""
        before = block.text[start - 1 : start]
        if before and not before.isspace() and before not in '“"‘([—–':
            return False
        if word[0] == "A":
            # "Vitamin A", "An Nguyen"
            return not (word == "An" and following[0].isupper()) and at_sentence_start(
                block.text, start, article.sentences(block)
            )
        return True

    def _differs(self, word: str, following: str, mark: str) -> bool:
        """Whether the sound that a word begins with wants the other article. mark: what joins more to it."""
        sound = self._heard.get((following, mark))
        if sound is None:
            if len(self._heard) >= _MOST_HEARD:
                self._heard.clear()
            sound = self._heard[following, mark] = self._sound(following, mark)
        return sound == ("consonant" if len(word) == 2 else "vowel")

    def _sound(self, word: str, mark: str) -> str:
        """The sound that a word or number begins with: vowel, consonant, either, or "" where nobody knows."""
        if word[0].isdigit():
            return _number(word)
        low = word.lower()
        if len(word) == 1:
            return _letter(low) if word.isupper() or mark == "-" else ""
        if word.isupper() and len(word) <= _LONGEST:
            return self._abbreviation(word)
        if word[0].islower() and word[1].isupper():  # iPhone
            return _letter(low)
        for end in range(min(len(low), self._longest), 0, -1):
            found = self._sounds.get(low[:end] + "*") if end < len(low) else None
            found = found or (self._sounds.get(low) or self._sounds.get(low + "*") if end == len(low) else None)
            if found:
                return found
        if low[0] in _VOWELS:
            return "vowel"
        if not low[0].isascii() or not _VOWELS & {*low} or low[0] == "x" or not low.isalpha():
            return ""
        # Spanish and French names have a silent H; "y" before a consonant is a vowel.
        unsure = (
            (low[0] == "h" and word[0].isupper()) or (low[0] == "y" and low[1] not in _VOWELS) or _ODD_START.match(low)
        )
        return "" if unsure else "consonant"

    def _abbreviation(self, word: str) -> str:
        low = word.lower()
        by_letters = _letter(low)
        if word in self._letters or not _VOWELS & {*low, *("u" * ("y" in low))}:
            return by_letters
        as_word = "vowel" if low[0] in "aeio" else "consonant" if low[0] != "u" else ""
        if word in self._spoken:
            return self._sounds.get(low) or as_word
        return by_letters if by_letters == as_word else ""


def _letter(low: str) -> str:
    """The sound of a letter's name."""
    return "vowel" if low[0] in _NAMES_WITH_VOWEL else "consonant" if low[0].isascii() and low[0] != "h" else ""


def _number(word: str) -> str:
    """The sound of a number: eight, eleven, eighteen and what begins with them have a vowel."""
    whole, _, _ = word.partition(".")
    groups = whole.split(",")
    if len(groups) == 1 and len(whole) > 3 and whole[:2] in ("11", "18"):
        return ""  # a year, or a thousand and some
    return "vowel" if whole[0] == "8" or groups[0] in ("11", "18") else "consonant"
