"""Regular English plurals and verb forms, for rules that cover a word in all its forms.

Spelling rules after the Oxford Guide to Style and Quirk et al., A Comprehensive Grammar of the English Language,
3.5-3.10 and 5.79-5.81; irregular forms come from the word list `irregular-forms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.text.lexicon import Lexicon

_VOWELS = frozenset("aeiou")


def inflected(text: str, to: Sequence[str], mode: str, lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A text and its replacements, then the same in each form that the mode ("plural", "verb", "true") asks for.

    The last word of a phrase takes a plural, the first a verb form.
    """
    yield text, tuple(to)
    forms = {"plural": ("plural",), "verb": ("s", "past", "ing"), "true": ("plural", "past", "ing")}.get(mode, ())
    for name in forms:
        writing = _phrase(text, name, lexicon)
        if writing != text:
            yield writing, tuple(_phrase(t, name, lexicon) for t in to)


def _phrase(text: str, name: str, lexicon: Lexicon) -> str:
    if name == "plural":
        head, space, last = text.rpartition(" ")
        return head + space + form(last, name, lexicon)
    first, space, rest = text.partition(" ")
    return form(first, name, lexicon) + space + rest


def form(word: str, name: str, lexicon: Lexicon) -> str:
    """One form of a word: "plural", "s" (third person), "past" or "ing"."""
    irregular = lexicon["irregular-forms"].get(word, name)
    if irregular:
        return irregular
    if not word or not word[-1].isalpha():
        return word
    if name in ("plural", "s"):
        return _s(word)
    if name == "past":
        return word + "d" if word.endswith("e") else _stem(word, "ed")
    if word.endswith("ie"):
        return word[:-2] + "ying"
    return word[:-1] + "ing" if word.endswith("e") and not word.endswith(("ee", "oe", "ye")) else _double(word) + "ing"


def _s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _stem(word: str, ending: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "i" + ending
    return _double(word) + ending


def _double(word: str) -> str:
    """The last consonant twice in words of one syllable that end in one vowel and one consonant: "stop", "plan"."""
    vowels = sum(c in _VOWELS for c in word)
    if vowels == 1 and len(word) > 2 and word[-2] in _VOWELS and word[-1] not in "aeiouwxy":
        return word + word[-1]
    return word
