"""Literal texts: the regular expression that says what they match, and the parts to compare without one."""

from __future__ import annotations

import re

from newslint.matching.folding import UNSURE, fold
from newslint.matching.pattern import Pattern
from newslint.model.records import NamedTuple
from newslint.storage import expressions
from newslint.text.tokens import WORD

_SPACES = expressions.expression(r"\s+")
_APOSTROPHES = "'\u2019"
_HYPHENS = "-\u2010\u2011"
_NORMAL = {ord("\u2019"): "'", ord("\u2010"): "-", ord("\u2011"): "-"}


class Literal(NamedTuple):
    """A literal as words and what stands before, between and after them. Apostrophes and hyphens are the plain ones;
    the words are folded where case does not count."""

    words: tuple[str, ...]
    between: tuple[str, ...]
    before: str
    after: str


def expression(pattern: Pattern) -> str:
    """The regular expression that says what a pattern matches."""
    return literal_regex(pattern.text) if pattern.literal else pattern.text


def literal_regex(text: str) -> str:
    """The regular expression that a literal stands for (see Pattern)."""
    parts = []
    for char in re.sub(" +", " ", text):
        if char == " ":
            parts.append(r"\s+")
        elif char in _APOSTROPHES:
            parts.append(f"[{_APOSTROPHES}]")
        elif char in _HYPHENS:
            parts.append(f"[{_HYPHENS}]")
        else:
            parts.append(re.escape(char))
    if WORD.match(text):
        parts.insert(0, r"(?<!\w)")
    if WORD.match(text[-1:]):
        parts.append(r"(?!\w)")
    return "".join(parts)


def split_literal(text: str, ignore_case: bool) -> Literal | None:
    """The parts of a literal, None for one that only its regular expression can find: one without a word, with white
    space at an end or of another kind than the plain space, or with letters whose case is doubtful."""
    if text.isalnum() and text.isascii():
        return Literal((text.lower() if ignore_case else text,), (), "", "")
    words, others, end = [], [], 0
    for word in WORD.finditer(text):
        words.append(word.group())
        others.append(text[end : word.start()])
        end = word.end()
    others.append(text[end:])
    if not words or others[0].count(" ") or others[-1].count(" "):
        return None
    if any(char != " " and (char.isspace() or char.lower() != char.upper()) for other in others for char in other):
        return None
    if ignore_case:
        if not UNSURE.isdisjoint(text):
            return None
        words = [fold(word) for word in words]
    others = [plain(other) for other in others]
    return Literal(tuple(words), tuple(others[1:-1]), others[0], others[-1])


def plain(other: str) -> str:
    """What stands between two words, with plain apostrophes and hyphens and one plain space for any white space."""
    if other.isspace():
        return " "
    return _SPACES.sub(" ", other if other.isascii() else other.translate(_NORMAL))
