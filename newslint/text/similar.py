"""Near-duplicate text: whether two texts say the same in the same words, and which of many is close to a given one."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

from newslint.model.generics import Generic, TypeVar
from newslint.storage.expressions import expression

_WORD = expression(r"(?:[^\W\d_]\.){2,}|\d+(?:[,.]\d+)+|[^\W_]+(?:['\u2019\u02bc][^\W_]+)*")
_INSIDE = expression("[.,'\u2019\u02bc]")

_SHINGLE = 4
"""Words in a run; `sketch` is written for four."""
_SKETCH = 16
_CROWD = 32

Key = TypeVar("Key")


class Normal:
    """The words of a text without case, accents and punctuation: `words[i]` stands at `starts[i]:ends[i]`.

    "U.S." and "US" are one word, so are "don’t" and "dont", "1,000" and "1000".
    """

    __slots__ = ("ends", "starts", "words")

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self.words = [normal_word(m.group()) for m in found]
        self.starts = [m.start() for m in found]
        self.ends = [m.end() for m in found]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def key(self) -> str:
        """Equal for texts that differ in case, accents, spaces and punctuation only."""
        return " ".join(self.words)


def normal_word(word: str) -> str:
    """A word as it is compared: case, accents, apostrophes and points folded away (a decimal point stays)."""
    if word.isalpha() and word.isascii():
        return word.lower()
    if word[0].isdigit():
        return word.replace(",", "").casefold()
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in parts if not unicodedata.combining(c)) or word
    return _INSIDE.sub("", word).casefold()


def find(needle: Sequence[str], words: Sequence[str], start: int = 0) -> int:
    """Index of the first word where `needle` occurs whole from `start` on, or -1. An empty needle is nowhere."""
    if not needle:
        return -1
    text = "\0".join(["", *words[start:], ""])
    at = text.find("\0".join(["", *needle, ""]))
    return -1 if at < 0 else start + text.count("\0", 0, at)


def similarity(a: Sequence[str], b: Sequence[str]) -> float:
    """How alike two word sequences are, 0 to 1: Dice's coefficient over their words and pairs of neighbours."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    left, right = Counter([*a, *pairwise(a)]), Counter([*b, *pairwise(b)])
    return 2 * (left & right).total() / (left.total() + right.total())


def sketch(words: Sequence[str]) -> list[int]:
    """The smallest hashes of the runs of four words: texts with many runs in common share some of them (Broder, 1997).

    The same in every process and on every machine.
    """
    hashes = [crc32(w.encode("utf-8", "surrogatepass")) for w in words]
    hashes += [0] * (_SHINGLE - len(hashes))
    runs = zip(hashes, hashes[1:], hashes[2:], hashes[3:], strict=False)
    mixed = {(a * 0x9E3779B1 + b * 0x85EBCA77 + c * 0xC2B2AE3D + d * 0x27D4EB2F) & 0xFFFFFFFF for a, b, c, d in runs}
    return sorted(mixed)[:_SKETCH]


class Index(Generic[Key]):
    """Texts by their words, to look up one that is near another. Adding and looking up cost the length of one text."""

    __slots__ = ("_entries", "_exact", "_last", "_postings")

    def __init__(self) -> None:
        self._entries: list[tuple[Key, Sequence[str]]] = []
        self._exact: dict[str, int] = {}
        self._postings: dict[int, list[int]] = {}
        self._last: tuple[Sequence[str], list[int]] = ((), [])

    def add(self, key: Key, words: Sequence[str]) -> None:
        """Keep a text under a key."""
        place = len(self._entries)
        self._entries.append((key, words))
        self._exact.setdefault(" ".join(words), place)
        for value in self._sketch(words):
            posting = self._postings.setdefault(value, [])
            if len(posting) < _CROWD:
                posting.append(place)

    def nearest(self, words: Sequence[str], least: float) -> tuple[Key, float] | None:
        """The key of the most similar text and its similarity, if that is `least` or more; the earliest among equals.

        A near copy is found surely enough where half of its runs of four words are the same.
        """
        same = self._exact.get(" ".join(words))
        if same is not None:
            return self._entries[same][0], 1.0
        shared = Counter(place for value in self._sketch(words) for place in self._postings.get(value, ()))
        best: tuple[Key, float] | None = None
        for place, _ in sorted(shared.most_common(4)):
            key, other = self._entries[place]
            score = similarity(words, other)
            if score >= least and (best is None or score > best[1]):
                best = key, score
        return best

    def _sketch(self, words: Sequence[str]) -> list[int]:
        """The sketch of a text; a text is mostly looked up and then added, so the last one is kept."""
        if words is not self._last[0]:
            self._last = words, sketch(words)
        return self._last[1]
