"""Whether a word may be another one with a slip in it.

Damerau (Communications of the ACM 7, 1964, 3): four in five misspellings are one letter wrong, missing or too many, or
two neighbours turned. What a living word may do by itself (a plural, an agent's -er, another last letter) is no slip.
"""

from __future__ import annotations

import re

from newslint.storage.expressions import compiled
from newslint.text.lexicon import Lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Slip = Literal["", "apostrophe", "turned", "missing", "doubled", "added", "changed", "two"]
"""How a word came of another: "" for not by a slip; "changed" by a letter for another, "two" by two slips."""

_SHORT = 5
"""Letters below which almost every word has others one letter away."""
_LONG = 9
"""Letters from which on two slips leave a word to be known."""
_ENDINGS = frozenset("sdry")
"""Last letters that make another word of a word: plurals, past tenses, agents, adjectives."""


def slip(found: str, meant: str) -> Slip:
    """The slip that makes `found` (lower case) of `meant`. A hyphen or a space that is missing or too many is none."""
    plain = meant.replace("’", "'")
    if "'" in plain and found == plain.replace("'", ""):
        return "apostrophe"
    if not meant.islower() or " " in meant or len(found) < _SHORT or found.replace("-", "") == meant.replace("-", ""):
        return ""
    if found.endswith("ys") and meant == f"{found[:-2]}ies":
        return "apostrophe"
    one = _one(found, meant)
    if one or max(len(found), len(meant)) < _LONG or found[:2] != meant[:2] or found[-1] != meant[-1]:
        return one
    if len(found) == len(meant):
        # A letter missing and one too many are, most often, another word.
        return ""
    return "two" if any(_one(half, meant) for half in _halves(found, meant)) else ""


def _one(found: str, meant: str) -> Slip:
    i = next((i for i, (a, b) in enumerate(zip(found, meant, strict=False)) if a != b), min(len(found), len(meant)))
    last = len(found) - 1
    if len(found) == len(meant):
        if found[i : i + 2] == meant[i : i + 2][::-1] and found[i + 2 :] == meant[i + 2 :] and i < last:
            return "turned"
        return "changed" if 0 < i < last and found[i + 1 :] == meant[i + 1 :] and "-" not in found else ""
    if len(found) == len(meant) - 1 and found[i:] == meant[i + 1 :]:
        by_itself = i > last and meant[-1] in _ENDINGS
        return "" if by_itself or (i == 0 and len(found) < _LONG - 1) else "missing"
    if len(found) == len(meant) + 1 and found[i + 1 :] == meant[i:]:
        if i and found[i] == found[i - 1]:
            return "doubled"
        agent = found[i] == "r" and i >= last - 1
        return "" if i == 0 or agent or (i == last and found[-1] in _ENDINGS) else "added"
    return ""


def _halves(found: str, meant: str) -> list[str]:
    """`found` with its first slip mended each of the ways that it could be."""
    i = next((i for i, (a, b) in enumerate(zip(found, meant, strict=False)) if a != b), 0)
    if not i:
        return []
    rest = found[i:]
    return [
        found[:i] + meant[i] + rest,
        found[:i] + rest[1:],
        found[:i] + rest[1:2] + rest[:1] + rest[2:],
    ]


def parts(found: str, meant: str) -> tuple[str, str] | None:
    """The two words that `meant` makes of one by a space, else None."""
    first, space, second = meant.partition(" ")
    return (first, second) if space and first + second == found else None


def is_variant(found: str, meant: str, lexicon: Lexicon) -> bool:
    """Whether two words are one in the English of two countries, by the letters that they differ in (the word list
    variant-letters)."""
    found, meant = found.lower(), meant.lower()
    return found != meant and _plain(found, lexicon) == _plain(meant, lexicon)


def _plain(word: str, lexicon: Lexicon) -> str:
    """The word with the letters that the variants disagree about written one way."""
    pattern = lexicon.cache.get("variant letters")
    letters = lexicon["variant-letters"]
    if not isinstance(pattern, re.Pattern):
        pattern = compiled("|".join(sorted(map(re.escape, letters), key=len, reverse=True)) or "(?!)")
        lexicon.cache["variant letters"] = pattern
    return pattern.sub(lambda m: letters.get(m.group(), "to"), word)
