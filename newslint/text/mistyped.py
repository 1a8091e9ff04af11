"""Whether a word may be another one with a slip in it.

Damerau (Communications of the ACM 7, 1964, 3): four in five misspellings are one letter wrong, missing or too many, or
two neighbours turned. What a living word may do by itself (a plural, an agent's -er, another last letter) is no slip.
"""

from __future__ import annotations

import re

from newslint.storage.expressions import compiled
from newslint.text.lexicon import Lexicon

_SHORT = 5
"""Letters below which almost every word has others one letter away."""
_LONG = 9
"""Letters from which on two slips leave a word to be known."""
_ENDINGS = frozenset("sdry")
"""Last letters that make another word of a word: plurals, past tenses, agents, adjectives."""


def is_slip(found: str, meant: str) -> bool:
    """Whether `found` (lower case) is `meant` with one slip, in long words with two. Marks that are missing or too many
    make no slip of a compound, an apostrophe does: "wouldnt"."""
    if "'" in meant.replace("’", "'") and found == meant.replace("’", "'").replace("'", ""):
        return True
    if not meant.islower() or " " in meant or len(found) < _SHORT or found.replace("-", "") == meant.replace("-", ""):
        return False
    if _one(found, meant):
        return True
    return (
        len(found) >= _LONG
        and len(meant) >= _LONG
        and found[:2] == meant[:2]
        and found[-1] == meant[-1]
        and any(_one(half, meant) for half in _halves(found, meant))
    )


def _one(found: str, meant: str) -> bool:
    i = next((i for i, (a, b) in enumerate(zip(found, meant, strict=False)) if a != b), min(len(found), len(meant)))
    if len(found) == len(meant):
        turned = found[i : i + 2] == meant[i : i + 2][::-1] and found[i + 2 :] == meant[i + 2 :]
        put = (
            0 < i < len(found) - 1 and found[i + 1 :] == meant[i + 1 :] and "-" not in found and len(found) > _SHORT + 1
        )
        return found != meant and (turned or put)
    if len(found) == len(meant) - 1 and found[i:] == meant[i + 1 :]:
        return i > 0 and not (i == len(found) and meant[-1] in _ENDINGS)
    if len(found) == len(meant) + 1 and found[i + 1 :] == meant[i:]:
        doubled = i > 0 and found[i] == found[i - 1]
        agent = found[i] == "r" and i >= len(found) - 2
        return doubled or (i > 0 and not agent and not (i == len(found) - 1 and found[-1] in _ENDINGS))
    return False


def _halves(found: str, meant: str) -> list[str]:
    """`found` with its first slip mended each of the ways that it could be."""
    i = next((i for i, (a, b) in enumerate(zip(found, meant, strict=False)) if a != b), 0)
    if not i:
        return []
    rest = found[i:]
    return [
        found[:i] + meant[i] + rest,
        found[:i] + rest[1:],
        found[:i] + meant[i] + rest[1:],
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
