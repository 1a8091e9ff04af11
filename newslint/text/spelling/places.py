"""Where a run of letters is a word of prose."""

from __future__ import annotations

_BEFORE = frozenset("@#/\\_.&=’'])")
_BEHIND = frozenset("@/\\_.&=’'[(")


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a half-open range of letters is a word: no part of an address, a tag, a handle or a contraction.

    A possessive ending does no harm, nor a hyphen, nor an apostrophe that opens a quotation.
    """
    behind = text[end : end + 3]
    if start and text[start - 1] in _BEFORE and not _opens(text, start - 1):
        return False
    if behind[:2] == "&#":
        return False
    return not (behind[:1] in _BEHIND and behind[1:2].isalpha() and not (behind[1] == "s" and not behind[2:].isalpha()))


def _opens(text: str, at: int) -> bool:
    """Whether an apostrophe is a quotation mark before a word."""
    return text[at] in "’'" and not text[at - 1 : at].isalnum()


def begins_address(text: str, start: int, end: int) -> bool:
    """Whether a range of letters with a capital begins the name of a site, as prose writes it: "Digital.gov"."""
    if start and text[start - 1] not in ' (“‘"':
        return False
    behind = text[end + 1 :].split(" ", 1)[0].rstrip('.,;:!?)”’"')
    return text[end : end + 1] == "." and behind.isalpha() and 1 < len(behind) < 5
