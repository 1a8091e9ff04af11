"""Slips of the fingers: Shift, letters, small words, words that sound alike."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from benchmarks.faults.model import Article, Fault, add_sentence, edit, kind, pick, replace
from benchmarks.faults.wording import CODES, COMMON, CONFUSED, REAL

UK = dict(zip("1234567890", '!"£$%^&*()', strict=True))
US = dict(zip("1234567890", "!@#$%^&*()", strict=True))
SMALL = (
    r"\b(?:the|of|to|in|and|for|with|on|by|from|at|was|were|be|has|have|would|said"
    r"|which|who|as|it|their|will|not|but)\b"
)
LOOKALIKES = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "x": "х", "i": "і"}


def _shift(article: Article, random: Random, digits: str) -> str:
    """One digit of a text as its key gives it with Shift held."""
    at = random.choice([i for i, c in enumerate(digits) if c.isdigit()])
    return digits[:at] + (US if article.american else UK)[digits[at]] + digits[at + 1 :]


@kind("typos", "shift-code")
def shift_code(article: Article, random: Random) -> Fault | None:
    """In a code of letters and figures: G&, A£8."""
    own = pick(random, article.anywhere(r"\b[A-Z]{1,3}\d{1,3}\b"))
    if own and random.random() < 0.5:
        return replace(own, _shift(article, random, own[0]))
    code = random.choice(CODES)
    return add_sentence(
        article, random, re.sub(r"\[\[(.*?)\]\]", lambda m: f"[[{_shift(article, random, m[1])}]]", code)
    )


@kind("typos", "shift-year")
def shift_year(article: Article, random: Random) -> Fault | None:
    """In a year: 20!9."""
    year = pick(random, article.anywhere(r"\b(?:19|20)\d\d\b"))
    return replace(year, _shift(article, random, year[0])) if year else None


@kind("typos", "shift-money")
def shift_money(article: Article, random: Random) -> Fault | None:
    """In a sum of money: £4*m."""
    money = pick(random, article.anywhere(r"[£$]\d[\d.,]*\d|[£$]\d"))
    return replace(money, _shift(article, random, money[0])) if money else None


@kind("typos", "shift-percent")
def shift_percent(article: Article, random: Random) -> Fault | None:
    """In a percentage: 5* per cent."""
    figure = pick(random, article.anywhere(r"\b\d+(?:\.\d+)?(?=%| per ?cent)"))
    return replace(figure, _shift(article, random, figure[0])) if figure else None


@kind("typos", "shift-number")
def shift_number(article: Article, random: Random) -> Fault | None:
    """In a number with thousands: 1,2$0."""
    figure = pick(random, article.anywhere(r"(?<![£$])\b\d{1,3},\d{3}\b"))
    return replace(figure, _shift(article, random, figure[0])) if figure else None


@kind("typos", "stuck-shift")
def stuck_shift(article: Article, random: Random) -> Fault | None:
    """Shift let go a letter too late: THe, LOndon."""
    word = pick(random, article.anywhere(r"\b[A-Z][a-z]{2,}\b"))
    return replace(word, word[0][:2].upper() + word[0][2:]) if word else None


@kind("typos", "late-shift")
def late_shift(article: Article, random: Random) -> Fault | None:
    """Shift held a letter too late: tHe."""
    word = pick(random, article.anywhere(r"\b[A-Z][a-z]{2,}\b"))
    return replace(word, word[0][0].lower() + word[0][1].upper() + word[0][2:]) if word else None


@kind("typos", "doubled-small-word")
def doubled_small_word(article: Article, random: Random) -> Fault | None:
    """A small word twice: the the."""
    word = pick(random, article.anywhere(SMALL))
    return replace(word, f"{word[0]} {word[0]}") if word else None


@kind("typos", "doubled-word")
def doubled_word(article: Article, random: Random) -> Fault | None:
    """A word with a meaning twice: council council."""
    word = pick(random, article.own(r"\b(?!had|that|very)[a-z]{4,}\b"))
    return replace(word, f"{word[0]} {word[0]}") if word and not re.fullmatch(SMALL, word[0]) else None


def _common(article: Article, random: Random) -> re.Match[str] | None:
    return pick(random, (m for m in article.anywhere(r"\b[a-z]{5,}\b") if m[0] in COMMON))


def _letters(word: str, random: Random, how: str) -> str:
    at = random.randrange(1, len(word) - 2)
    if how == "swap":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if how == "drop" else word[:at] + word[at] + word[at:]


def _slip(how: str) -> None:
    @kind("typos", f"letters-{how}")
    def letters(article: Article, random: Random) -> Fault | None:
        word = _common(article, random)
        if not word:
            return None
        new = _letters(word[0], random, how)
        return replace(word, new) if new != word[0] and new not in COMMON | REAL else None


for _how in ("swap", "drop", "double"):
    _slip(_how)


@kind("typos", "a-an")
def a_an(article: Article, random: Random) -> Fault | None:
    """The other article before a word's sound."""
    match = pick(random, article.anywhere(r"\b([Aa])(n?) (?=[a-zA-Z0-9$£]+)(?!h)"))
    return replace(match, f"[[{match[1]}{'' if match[2] else 'n'}]] ") if match else None


@kind("typos", "confused-word")
def confused_word(article: Article, random: Random) -> Fault | None:
    """A word that sounds like the right one, in a sentence that leaves no doubt."""
    return add_sentence(article, random, random.choice(CONFUSED))


OWNERS = (
    "council|town|city|company|government|minister|museum|school|church|judge|mayor|bank|club|hospital|union|agency"
    "|authority|country|state|world|region|theatre|infirmary|party"
)
CLEAR: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
    (r"\b(could|would|should|must|might) have\b", r"\1 [[of]]"), (r"\bits own\b", "[[it's]] own"),
    (r"\b(more|less|fewer|rather) than\b", r"\1 [[then]]"), (r"\btheir own\b", "[[there]] own"),
    (r"\bled the\b", "[[lead]] the"), (r"\bled by\b", "[[lead]] by"), (r"\bwhose\b", "who's"),
    (r"\b(used|have|has|had|expected|want|wanted|needed|going) to (be|have|open|keep|go|see)\b", r"\1 [[too]] \2"),
    (r"\b(?:it has|it had|they have) been\b", "it [[has bean]]"), (r"\bthey were\b", "they [[where]]"),
    (r"\bwhich were\b", "which [[where]]"), (r"\bthere (is|was|were)\b", r"[[their]] \1"), (r"\bcouldn.t\b", "couldnt"),
    (r"\b(?:didn|doesn|don|can).t\b", lambda m: re.sub("[’']", "", m[0])),
]  # fmt: skip


@kind("typos", "confused-word-natural")
def confused_word_natural(article: Article, random: Random) -> Fault | None:
    """The same in the article's own sentences."""
    found = [(m, new) for old, new in CLEAR for m in article.anywhere(old)]
    chosen = pick(random, found)
    if not chosen:
        return None
    match, new = chosen
    return replace(match, match.expand(new) if isinstance(new, str) else new(match))


@kind("typos", "letter-for-figure")
def letter_for_figure(article: Article, random: Random) -> Fault | None:
    """O for 0, l for 1: 2O26."""
    figure = pick(random, article.anywhere(r"\b\d[\d,]*[01]\d*\b"))
    if not figure:
        return None
    at = random.choice([i for i, c in enumerate(figure[0]) if c in "01" and i])
    return replace(figure, figure[0][:at] + ("O" if figure[0][at] == "0" else "l") + figure[0][at + 1 :])


@kind("typos", "other-alphabet")
def other_alphabet(article: Article, random: Random) -> Fault | None:
    """A Cyrillic letter within a Latin word, as a forged or badly scanned text has."""
    word = pick(random, article.anywhere(r"\b[a-zA-Z]{4,}\b"))
    letters = [i for i, c in enumerate(word[0]) if c in LOOKALIKES] if word else []
    if not word or not letters:
        return None
    at = random.choice(letters)
    return edit((word.start(), word.end(), word[0][:at] + LOOKALIKES[word[0][at]] + word[0][at + 1 :]))


@kind("typos", "missing-apostrophe")
def missing_apostrophe(article: Article, random: Random) -> Fault | None:
    """The apostrophe of a possessive is gone: the towns mayor."""
    owner = pick(random, article.own(rf"\b(?:[Tt]he|a|an) (?:{OWNERS})[’']s(?= [a-z])"))
    return replace(owner, re.sub(r"(\w+)[’']s$", r"[[\1s]]", owner[0])) if owner else None
