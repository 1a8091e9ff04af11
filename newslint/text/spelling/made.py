"""New words that are made of known ones: "outjumped", "strugglers", "cybercrime". No dictionary has them all."""

from __future__ import annotations

from collections.abc import Callable

from newslint.text.lexicon import Lexicon

_LEAST = 3
"""Letters of the shortest part of such a word."""
_LONGEST_ENDING = 7
_PAST = ("ed", "ing")


def formed(word: str, known: Callable[[str], bool], lexicon: Lexicon) -> bool:
    """Whether a word in lower case is a known word with one of the beginnings `word-beginnings` or the endings
    `word-endings`, a regular plural or participle, or the singular of a known plural.

    Before an ending a stem may have lost its "e" or changed its "y" to "i": "sentencer", "readiness".
    """
    return begun(word, known, lexicon) or ended(word, known, lexicon)


def begun(word: str, known: Callable[[str], bool], lexicon: Lexicon) -> bool:
    """Whether a word is a known one with one of the beginnings."""
    return any(
        word.startswith(beginning) and len(word) - len(beginning) > _LEAST and known(word[len(beginning) :])
        for beginning in lexicon["word-beginnings"]
    )


def ended(word: str, known: Callable[[str], bool], lexicon: Lexicon) -> bool:
    """Whether a word is a known one with one of the endings, a plural, a participle, or a singular."""
    if word[-1] == "s" and len(word) > _LEAST and _takes_s(word[:-1]) and known(word[:-1]):
        return True
    # "embarras" is no singular.
    if (word[-1] != "s" and known(word + "s")) or any(
        word.endswith(e) and _is_firm(word[: -len(e)]) and known(word[: -len(e)]) for e in _PAST
    ):
        return True
    for ending in lexicon["word-endings"]:
        stem = word[: -len(ending)]
        if word.endswith(ending) and len(stem) >= _LEAST:
            if (known(stem) and not _changes_y(stem, ending)) or (ending[0] in "aeiouy" and known(stem + "e")):
                return True
            if stem.endswith("i") and known(stem[:-1] + "y"):
                return True
    return False


def misended(word: str, common: Callable[[str], bool], lexicon: Lexicon) -> str:
    """The common word with another ending of the same sound (`endings-alike`): "editor" for "editer", "" for none."""
    endings = lexicon["endings-alike"]
    for i in range(max(_LEAST - 1, len(word) - _LONGEST_ENDING), len(word) - 1):
        if word[i:] in endings:
            for other in endings.get(word[i:], "to").split():
                if common(word[:i] + other):
                    return word[:i] + other
    return ""


def undoubled(word: str, common: Callable[[str], bool]) -> str:
    """The common word with two letters where a word with an ending has one: "drummer" for "drumer", "" for none."""
    found = (word[:i] + word[i - 1] + word[i:] for i in range(_LEAST, len(word) - 1) if word[i - 1] not in "aeiouwxy")
    return next((other for other in found if common(other)), "")


def _parts(word: str, lexicon: Lexicon) -> bool:
    """Whether a short loner begins no words at all."""
    return lexicon["loners"].get(word, "begins") == "nothing"


def _takes_s(word: str) -> bool:
    """Whether a plural of a word is made by an "s" alone."""
    return not word.endswith(("s", "x", "z", "ch", "sh", "self")) and not (word[-1] == "y" and word[-2] not in "aeiou")


def _changes_y(stem: str, ending: str) -> bool:
    """Whether a "y" becomes an "i" before the ending: "happiness". A stem of one syllable may keep it: "shyness"."""
    return stem[-1] == "y" and stem[-2] not in "aeiou" and ending[0] != "i" and any(c in "aeiou" for c in stem)


def _is_firm(word: str) -> bool:
    """Whether a verb never doubles its last letter: it has two other consonants at the end ("dumb", "trend")."""
    return len(word) > _LEAST and word[-1] != word[-2] and not set(word[-2:]) & set("aeiouy")


def joined(word: str, known: Callable[[str], bool], least: int = _LEAST) -> bool:
    """Whether a word in lower case is two known ones of so many letters written together."""
    return any(known(word[:i]) and known(word[i:]) for i in range(least, len(word) - least + 1))


def run_together(word: str, known: Callable[[str], bool], lexicon: Lexicon) -> str:
    """Two words that a space is missing between, with the space: one of `loners`, which no compound begins or ends
    with, and a known one. "" where it is not so."""
    loners = lexicon["loners"]
    for i in range(2, len(word) - 1):
        first, second = word[:i], word[i:]
        if first in loners and second in loners:
            return f"{first} {second}"
        if len(second) > _LEAST and first in loners and known(second) and (i >= _LEAST or _parts(first, lexicon)):
            return f"{first} {second}"
        # "chatshow" is no "chats how".
        if len(second) > _LEAST and i > _LEAST and second in loners and known(first):
            return f"{first} {second}"
    return ""
