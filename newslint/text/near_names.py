"""Capitalised words of an article that differ by no more than slips of the fingers."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from newslint.text.article import Article
from newslint.text.beside import last_before
from newslint.text.slips import slips

Pair = tuple[str, str]

_LONG = 8
"""Letters from which on two slips still leave a name recognisable (Zelenskiy, Zelensky)."""
_FEW = 300
"""Names of an article that are all held against each other."""


def near_pairs(article: Article, least: int) -> list[Pair] | None:
    """Pairs of the article's capitalised words of `least` letters or more that are nearly the same, but for words that
    an ending makes of each other as well; None where it has so many names that they were not compared."""
    return article.fact(("near names", least), lambda: _near_pairs(article, least))


def _near_pairs(article: Article, least: int) -> list[Pair] | None:
    names = sorted([w for w in article.capitalised if len(w) >= least and not w.isupper()])
    if len(names) > _FEW:
        return None
    found: list[Pair] = []
    for i, a in enumerate(names):
        for b in islice(names, i + 1, None):
            if a[0] != b[0]:
                break
            # A slip in one of the two letters leaves the other as it is, or there is none in the first four.
            beside = (a[1] == b[1] or a[-1] == b[-1] or len(a) == 3) and -3 < len(a) - len(b) < 3
            if beside and near(a, b):
                found.append((a, b))
    return found


def near(a: str, b: str) -> bool:
    """Whether one slip, in words of eight letters two, makes one of the words of the other. The first letters are the
    same."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    most = 2 if len(short) >= _LONG and a[:4] == b[:4] else 1
    # One slip leaves the letters before or behind it as they are.
    half = (len(short) - 1) // 2
    if most == 1 and (len(long) - len(short) > 1 or (a[:half] != b[:half] and a[-half:] != b[-half:])):
        return False
    if slips(a, b, most) > most:
        return False
    shared = _shared(short, long)
    return (short[shared:] + long[shared:]).isalpha()


def inflected(a: str, b: str, endings: Collection[str]) -> bool:
    """Whether endings make two words of one name: "Italy" and "Italian", "Williams" and "William"."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    shared = _shared(short, long)
    # A letter typed twice makes no other word.
    if long[shared : shared + 1] == short[shared - 1] and long[shared + 1 :] == short[shared:]:
        return False
    return any(
        long[cut:] in endings and (short[cut:] in endings or not short[cut:])
        for cut in range(max(0, shared - 2), shared + 1)
    )


def listed(text: str, start: int, end: int) -> bool:
    """Whether a word stands between commas, as an item of a list."""
    return last_before(text, start) in ("", ",", ":", ";") and text[end : end + 1] in (",", ";", ".", " (")


def _shared(short: str, long: str) -> int:
    """Letters that two words begin with."""
    shared = 0
    while shared < len(short) and short[shared] == long[shared]:
        shared += 1
    return shared
