"""Spellings of English: which are at home where."""

from __future__ import annotations

from newslint.text.lexicon import Lexicon

SPELLINGS = {"US": "A", "PH": "A", "CA": "C", "AU": "D", "NZ": "BZD", "GB": "BZ", "UK": "BZ"}
"""By region the letters of spellings in a dictionary's labels. Elsewhere English is written as in Britain."""
HOMES = {"A": "American", "B": "British", "Z": "British", "C": "Canadian", "D": "Australian"}
"""What the spellings are called."""


def spellings_of(language: str) -> str | None:
    """The letters of the spellings of a language such as en-AU: "" where it says no region, None where it is not
    English. An article that doesn't say its language is taken to be in English.

    "en-GB-oxendict" is the British spelling with -ize, as BCP 47 has it.
    """
    first, *subtags = language.split("-")
    if first.lower() not in ("", "en"):
        return None
    if "oxendict" in (s.lower() for s in subtags):
        return "Z"
    region = next((s.upper() for s in subtags if len(s) == 2), "")
    return SPELLINGS.get(region, "BZ") if region else ""


def at_home(letters: str, spellings: str) -> bool:
    """Whether a word with these letters in its label is right in one of the spellings; without letters it is."""
    return not letters or any(s in letters or s.lower() in letters for s in spellings)


def counterparts(word: str, lexicon: Lexicon, pairs: str = "spelling-pairs") -> list[str]:
    """Texts that may be a word's other spelling, by the pairs of letters in a word list: "colour" for "color", and many
    that are no words."""
    found: dict[str, None] = {}
    for pair in lexicon[pairs]:
        one, _, other = pair.partition(" ")
        for old, new in ((one, other), (other, one)):
            at = word.find(old)
            while at >= 0:
                found[word[:at] + new + word[at + len(old) :]] = None
                at = word.find(old, at + 1)
    return list(found)
