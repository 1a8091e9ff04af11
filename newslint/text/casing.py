"""Upper and lower case: what a word has, how a replacement follows it, where a capital says nothing."""

from __future__ import annotations

import re
from collections.abc import Container

from newslint.storage.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Case = Literal["lower", "capital", "upper", "mixed"]

_WORD = expression(r"[^\W_]+(?:['\u2019][^\W\d_]+)*")
_OPENING = frozenset("\"'“‘„‚«‹")


def kind(word: str) -> Case:
    """The case of a word or phrase, by its letters: "lower", "capital" (only the first letter), "upper" or "mixed".

    Without cased letters it is "lower"; a single capital letter is "capital".
    """
    if word.isascii() and word.isalpha():  # most are
        return "lower" if word.islower() else "capital" if word.istitle() else "upper" if word.isupper() else "mixed"
    letters = [c for c in word if c.isupper() or c.islower() or c.istitle()]
    if not letters or not any(c.isupper() or c.istitle() for c in letters):
        return "lower"
    if len(letters) > 1 and not any(c.islower() for c in letters):
        return "upper"
    if not letters[0].islower() and all(c.islower() for c in letters[1:]):
        return "capital"
    return "mixed"


def capital(text: str) -> str:
    """`text` with its first letter as a capital; a first word that carries capitals already (iPhone) stays."""
    word = _WORD.search(text)
    if word is None or kind(word.group()) != "lower" or not word.group()[0].isalpha():
        return text
    at = word.start()
    return text[:at] + text[at].title() + text[at + 1 :]


def title(text: str, small: Container[str] = ()) -> str:
    """`text` in title case: each word with a capital, but those in `small` (not the first) and those with capitals."""
    first = True

    def change(match: re.Match[str]) -> str:
        nonlocal first
        word = match.group()
        keep = not first and word in small
        first = False
        return word if keep else capital(word)

    return _WORD.sub(change, text)


def is_title(text: str, small: Container[str] = ()) -> bool:
    """Whether several words begin with capitals, all of them but those in `small`."""
    words = [w for w in _WORD.findall(text) if w.lower() not in small]
    return len(words) > 1 and all(w[0].isupper() or w[0].isdigit() for w in words) and kind(text) != "upper"


def follow(found: str, replacement: str, *, literal: str = "", small: Container[str] = ()) -> str:
    """`replacement` in the case of the text that it replaces.

    found: the text as matched. literal: the rule's own writing of it; where they are the same the rule's replacement
    is meant as it stands ("NATO" to "Nato"). small: words that stay small in title case.
    "One-year" and "first" give "First", "ONE-YEAR" gives "FIRST", "One-Year Low" and "yearly low" "Yearly Low".
    Capitals of the replacement's own are kept.
    """
    if found == literal or (found.islower() and found.isalpha()):
        return replacement
    case = kind(found)
    if case == "upper":
        return replacement.upper()
    if is_title(found, small):
        return title(replacement, small)
    first = _WORD.search(found)
    if case != "lower" and first is not None and kind(first.group()) in ("capital", "upper"):
        return capital(replacement)
    return replacement


def at_sentence_start(text: str, offset: int, sentences: list[tuple[int, int]]) -> bool:
    """Whether a word begins a sentence, or the words of a quotation: there a capital says nothing about the word.

    offset: where the word starts. sentences: the block's sentence spans in order.
    """
    from bisect import bisect_right

    i = bisect_right(sentences, (offset, len(text) + 1)) - 1
    begin = sentences[i][0] if i >= 0 else 0
    at = offset
    while at > begin and not text[at - 1].isalnum():
        at -= 1
        if text[at] in _OPENING and (at == begin or text[at - 1].isspace()):
            return True
    return at == begin
