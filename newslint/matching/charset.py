"""Sets of characters, coarse and cheap: one bit for each ASCII character and four for all the others by kind.

A set is two bit masks: `may` has every kind that the set could hold, `must` only the kinds it holds whole. Sets that
share no bit of `may` share no character, which is what the analysis of patterns needs to know.
"""

from __future__ import annotations

# The parser's own numbers for what it found; `re._constants` is private, but its tree is the only one there is.
from functools import cache
from re import _constants as c
from typing import Any

from newslint.matching.folding import variants

LETTER, DIGIT, SPACE, OTHER = (1 << bit for bit in range(128, 132))
ASCII = (1 << 128) - 1
FOREIGN = LETTER | DIGIT | SPACE | OTHER
ALL = ASCII | FOREIGN


def _ascii(test: Any) -> int:
    return sum(1 << code for code in range(128) if test(chr(code)))


_DIGIT = _ascii(str.isdecimal)
_SPACE = _ascii(str.isspace)
_WORD = _ascii(str.isalnum) | 1 << ord("_")
WORD = _WORD | LETTER | DIGIT
_NEWLINE = 1 << ord("\n")
_WIDE_RANGE = 2000

Set = tuple[int, int]
EMPTY: Set = (0, 0)
ANY: Set = (ALL, ALL)
ANY_BUT_NEWLINE: Set = (ALL & ~_NEWLINE, ALL & ~_NEWLINE)


def bit(char: str) -> int:
    """The mask bit that a character falls under."""
    code = ord(char)
    if code < 128:
        return 1 << code
    if char.isdecimal():
        return DIGIT
    if char.isalnum():
        return LETTER
    return SPACE if char.isspace() else OTHER


class Members(dict[str, bool]):
    """Whether a character falls under a mask; each is worked out once."""

    def __init__(self, mask: int) -> None:
        super().__init__()
        self._mask = mask

    def __missing__(self, char: str) -> bool:
        found = self[char] = bool(bit(char) & self._mask)
        return found


@cache
def members(mask: int) -> Members:
    """The members of a mask, the same for all who ask."""
    return Members(mask)


@cache
def of_char(char: str, ignore_case: bool) -> Set:
    """The set of one character."""
    if not ignore_case:
        mask = bit(char)
        return mask, mask & ASCII
    may = 0
    for other in variants(char):
        may |= bit(other)
    return may, may & ASCII


def negate(chars: Set) -> Set:
    """All other characters."""
    may, must = chars
    return ALL & ~must, ALL & ~may


@cache
def _category(kind: Any, ascii_only: bool) -> Set:
    mask = {
        c.CATEGORY_DIGIT: _DIGIT | DIGIT, c.CATEGORY_NOT_DIGIT: _DIGIT | DIGIT,
        c.CATEGORY_SPACE: _SPACE | SPACE, c.CATEGORY_NOT_SPACE: _SPACE | SPACE,
        c.CATEGORY_WORD: WORD, c.CATEGORY_NOT_WORD: WORD,
    }.get(kind)  # fmt: skip
    if mask is None:
        return ALL, 0
    if ascii_only:
        # \s in ASCII leaves out U+001C to U+001F, which only `may` would be wrong to drop from the negation.
        must = mask & ASCII & ~(0xF << 0x1C)
        chars = (mask & ASCII, must)
    else:
        chars = (mask, mask)
    return negate(chars) if kind in (c.CATEGORY_NOT_DIGIT, c.CATEGORY_NOT_SPACE, c.CATEGORY_NOT_WORD) else chars


def of_items(items: Any, ignore_case: bool, ascii_only: bool) -> Set:
    """The set that the parser's IN node lists."""
    may = must = 0
    negated = False
    for op, value in items:
        if op is c.NEGATE:
            negated = True
            continue
        if op is c.LITERAL:
            chars = of_char(chr(value), ignore_case)
        elif op is c.RANGE:
            chars = _range(value[0], value[1], ignore_case)
        elif op is c.CATEGORY:
            chars = _category(value, ascii_only)
        else:
            chars = (ALL, 0)
        may |= chars[0]
        must |= chars[1]
    return negate((may, must)) if negated else (may, must)


@cache
def _range(low: int, high: int, ignore_case: bool) -> Set:
    may = must = 0
    if high - low >= _WIDE_RANGE:
        may = FOREIGN | (ASCII if low < 128 or ignore_case else 0)
        return may, 0
    for code in range(low, high + 1):
        chars = of_char(chr(code), ignore_case)
        may |= chars[0]
        must |= chars[1]
    return may, must
