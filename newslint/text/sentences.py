"""Sentences of a text: where full stops, question and exclamation marks end one, and where they do not.

A candidate is a run of end marks with its closing quotation marks and brackets, before white space. What stands on
either side decides; docs/decisions/0004-sentences.md says why this is not a library's work.
"""

from __future__ import annotations

import re
from functools import cache

from newslint.model.records import NamedTuple
from newslint.native import native
from newslint.storage.expressions import compiled, expression
from newslint.text.lexicon import Lexicon

_GOES_ON = ".,;:!?…)]}”’»›"
_INITIALS = expression(r"(?:[^\W\d_]\.)+")
_LIST_NUMBER = expression(r"(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]+")
_OPENING = '([“”"‘«—–'
"""What stands before a word and is no part of it."""


@cache
def _patterns(ascii: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Candidates, and what follows one, in ASCII or any text. Made on first use: curly quotes in a class take long."""
    end, close, open = ("", "", "") if ascii else ("…", "”’»›", "“‘«‹¿¡–—•")
    return (
        compiled(rf"[.!?{end}](?<![.!?{end}].)[.!?{end}]*+[\"'{close})\]}}]*+(?=\s)"),
        compiled(rf"\s+([\"'{open}(\[{{*-]*)\s*([^\W_]*)"),
    )


@cache
def _speaker() -> re.Pattern[str]:
    return compiled(r"(?:\s+[^\W\d_][\w'’-]*\.?){1,5}")


class _Words(NamedTuple):
    """What the decision needs of a lexicon."""

    ends: dict[str, str]
    small: frozenset[str]
    titles: frozenset[str]
    calendar: frozenset[str]
    said: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> _Words:
        words = lexicon.cache.get(cls)
        if not isinstance(words, cls):
            short = lexicon["abbreviations"]
            words = lexicon.cache[cls] = cls(
                {w: short.get(w, "ends", "rarely") for w in short},
                frozenset(w.lower() for w in lexicon["function-words"]),
                frozenset(lexicon["honorifics"]),
                frozenset([*lexicon["weekdays"], *lexicon["months"]]),
                frozenset(lexicon["said-verbs"]),
            )
        return words


def sentences(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Half-open spans of the sentences in order, white space between them left out.

    Together they hold every character that isn't white space. Linear in the length of the text.
    """
    words = _Words.of(lexicon)
    candidates, following = _patterns(text.isascii())
    if native is not None:
        found: list[tuple[int, int]] | None = native.sentences(
            text, words.ends, lambda start, mark, end: _breaks(text, start, mark, following.match(text, end), words)
        )
        if found is not None:
            return found
    spans = []
    start = _skip(text, 0)
    for candidate in candidates.finditer(text):
        end = candidate.end()
        if end > start and _breaks(text, start, candidate.start(), following.match(text, end), words):
            spans.append((start, end))
            start = _skip(text, end)
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def may_begin(text: str) -> list[int]:
    """Offsets behind which alone the sentences of a text begin, in order: more than there are, and found sooner."""
    return [0, *[candidate.end() for candidate in _patterns(text.isascii())[0].finditer(text)]]


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _breaks(text: str, start: int, mark: int, following: re.Match[str] | None, words: _Words) -> bool:
    """Whether a sentence that began at `start` ends with the marks from `mark` to what is `following`."""
    if following is None or (not following.group(2) and text[following.end() : following.end() + 1] in _GOES_ON):
        return False
    end = following.start()
    opening, word = following.groups()
    if word[:1].islower() and word.lower() == word:
        return False
    marks = text[mark:end]
    if marks[0] == "." and marks[:2] != "..":
        return _full_stop(text, start, mark, end, opening, word, words)
    if not any(c.isalnum() for c in text[start : min(mark, start + 40)]):
        return False
    if marks[0] in "!?":
        name = text[max(start, mark - 20) : mark].rpartition(" ")[2] + marks
        if name in words.ends:
            return word.lower() in words.small
        return marks[-1] not in "\"'”’»›" or not _name_speaks(text, end, words)
    return word != "I"


def _full_stop(text: str, start: int, mark: int, end: int, opening: str, word: str, words: _Words) -> bool:
    """Whether a single full stop ends the sentence; a capital, a figure or a mark follows."""
    before = text[max(start, mark - 30) : mark]
    before = "" if before[-1:].isspace() else before.split()[-1] if before else ""
    for character in _OPENING:
        before = before.rpartition(character)[2]
    before += "."
    if end == mark + 1 and mark - start < 4 and _LIST_NUMBER.fullmatch(text, start, end):
        return False
    if before == ".":
        return mark > start
    kind = words.ends.get(before) or words.ends.get(before.lstrip("'’"))
    if kind is None and before[1] == "." and _INITIALS.fullmatch(before):
        kind = "rarely"
    if kind is None:
        return True
    closed = end > mark + 1
    if kind == "no":
        return closed and not opening
    if kind == "number":
        return not word[:1].isdigit()
    if kind == "often":
        return closed or word not in words.calendar
    small = word.lower() in words.small or word in words.titles
    return small or closed or (bool(opening) and opening[0] in "\"'“‘«")


def _name_speaks(text: str, end: int, words: _Words) -> bool:
    """Whether a name and a verb of saying follow: “Why?” Ms Lund asked."""
    found = _speaker().match(text, end)
    names = found.group().split() if found else []
    return bool(names) and names[0].lower() not in words.small and any(w.rstrip(".") in words.said for w in names[1:])
