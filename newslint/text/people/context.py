"""Reads the words round a lone surname: is it the person, or an adjective, a family, a firm?

There is no tagger of parts of speech here. A surname stands for its person where the noun phrase visibly ends with it (a
verb, a function word, a mark, a possessive) and no determiner opens the phrase; everything else is left in doubt.
"""

from __future__ import annotations

from typing import NamedTuple

from newslint.text.people.model import Form
from newslint.text.people.names import APOSTROPHES, HYPHENS, Scanner, Unit, fold, is_gap, surname_key

# Personal names take none of these; "that", "all" and "both" may stand before one.
_LOOSE = frozenset(("that", "which", "what", "whose", "both", "either", "neither", "all", "such", "her", "no"))
_SENTENCE_MARKS = frozenset(".!?:;…\n\ufffc")
_OPENING = frozenset("\"“‘«(['–—-*•")


class Standing(NamedTuple):
    """The form of a lone surname, and whether the words around leave no doubt."""

    form: Form
    certain: bool = True


_THING = Standing(Form.OTHER)
_ADJECTIVE = Standing(Form.ATTRIBUTIVE)
_MAYBE_ADJECTIVE = Standing(Form.ATTRIBUTIVE, False)


class Context:
    """Judges lone surnames of one block. `common` are folded surnames that the article, or the language, also uses as
    ordinary words."""

    __slots__ = ("common", "scan", "tokens", "words")

    def __init__(self, scan: Scanner, common: frozenset[str] | set[str]) -> None:
        self.scan = scan
        self.tokens = scan.tokens
        self.words = scan.words
        self.common = common

    def standing(self, unit: Unit, start: int) -> Standing:
        """What a unit, or the particles from `start` on and the unit, stands for."""
        first, key = unit.first, surname_key(unit, self.words)
        if start < unit.start:
            while self.tokens.starts[first] > start:
                first -= 1
        before = self._before(first)
        after, ends = self._after(unit)
        if after is _THING or (unit.prefix or after is _ADJECTIVE):
            return after or _ADJECTIVE
        if before == "determiner":
            return _ADJECTIVE
        if after is not None:
            return _MAYBE_ADJECTIVE if before != "start" or ends != "verb?" else after
        common = key in self.common or unit.text in self.words.calendar or unit.text.lower() in self.words.classes
        if before == "start" and common and not unit.possessive:
            return Standing(Form.BARE, False) if ends in ("verb", "aux") else _MAYBE_ADJECTIVE
        if unit.text in self.words.months and before == "preposition":
            return _THING
        certain = ends != "verb?" and before not in ("open", "noun")
        return Standing(Form.BARE, certain)

    def _word(self, i: int) -> str:
        """Token i folded; "" outside the block."""
        return self.tokens.texts[i].lower() if 0 <= i < len(self.tokens) else ""

    def _class(self, i: int) -> str:
        """Class of a function word, "verb", "verb?" (may be a noun) or "open"."""
        word = self._word(i)
        if word in self.words.classes:
            return self.words.classes[word]
        if self.tokens.texts[i][0].isdigit():
            return "number"
        form = self.words.verbs.get(word)
        if form:
            return "verb" if form == "past" else "verb?"
        if word in self.words.groups:
            return "group"
        if word.endswith("ed") and len(word) > 4:
            return "verb"
        if word.endswith("ly") and len(word) > 4:
            return "adverb"
        if word.endswith("ing") and len(word) > 5:
            return "verb?"
        return "open"

    def _before(self, first: int) -> str:
        """What stands before: start, determiner, noun (a possessive or a name), open, or the class of the word."""
        if first == 0:
            return "start"
        scan, i = self.scan, first - 1
        gap = scan.gap(i)
        if not is_gap(gap):
            marks = gap.strip()
            if not marks or marks[-1] in _OPENING or any(c in _SENTENCE_MARKS for c in marks):
                return "start"
            return "mark"
        text = self.tokens.texts[i]
        kind = self._class(i)
        if kind == "determiner":
            return "pronoun" if text.lower() in _LOOSE else "determiner"
        if text in ("s", "S") and i and scan.gap(i - 1) in APOSTROPHES:
            return "noun"
        if text[0].isupper() and kind == "open":
            return "noun"
        if kind not in ("open", "group", "verb?", "number"):
            return kind
        # "the new Trump ...": a determiner two or three words back, with nothing but adjectives and nouns between.
        for back in range(i - 1, max(-1, i - 4), -1):
            if not is_gap(scan.gap(back)):
                break
            between = self._class(back)
            if between == "determiner" and self._word(back) not in _LOOSE:
                return "determiner"
            if between not in ("open", "group", "number"):
                break
        if kind == "verb?" or text.endswith(("s", "ing")):
            return "verb?"
        return "open"

    def _after(self, unit: Unit) -> tuple[Standing | None, str]:
        """A verdict from what follows, or None where the noun phrase ends with the unit; and what ends it."""
        scan, last = self.scan, unit.last
        if unit.possessive:
            following = last + 2 if unit.stop > unit.end + 1 else last + 1
            if following < len(self.tokens) and self.tokens.texts[following] in self.words.companies:
                return _THING, "name"
            return None, "possessive"
        if last + 1 >= len(self.tokens):
            return None, "mark"
        gap, i = self.scan.text[unit.end : self.tokens.starts[last + 1]], last + 1
        if not is_gap(gap):
            if gap and (gap in HYPHENS or gap in ("–", "—", "/")):
                return _ADJECTIVE, "name"
            if "&" in gap:
                return _THING, "name"
            return None, "aux" if gap in APOSTROPHES else "mark"
        word = self._word(i)
        if self.tokens.texts[i] in self.words.companies:
            return _THING, "name"
        kind = self._class(i)
        if word in ("and", "or") and self._shared_noun(i + 1):
            return _ADJECTIVE, "noun"
        if self.tokens.texts[i][0].isupper():
            return None, "name"
        if self._its(i):
            return _THING, "name"
        if kind == "auxiliary":
            return None, "aux"
        if kind == "verb":
            return None, "verb"
        if kind == "verb?":
            complement = self._class(i + 1) if i + 1 < len(self.tokens) and is_gap(scan.gap(i)) else "open"
            clear = word in self.words.verbs and complement in ("determiner", "pronoun", "preposition", "conjunction")
            if clear and word not in self.words.groups:
                return None, "verb"
            return (None, "verb?") if word not in self.words.groups else (_MAYBE_ADJECTIVE, "noun")
        if kind in ("group", "number", "open"):
            return (_ADJECTIVE if kind == "group" else _MAYBE_ADJECTIVE), "noun"
        return None, "aux" if kind == "adverb" else "function"

    def _shared_noun(self, i: int) -> bool:
        """Whether token i is a name before a noun that it shares: "the Conroy and Hale families"."""
        texts = self.tokens.texts
        return (
            i + 1 < len(texts) and texts[i][0].isupper() and is_gap(self.scan.gap(i))
            and self._class(i + 1) == "group"
        )  # fmt: skip

    def _its(self, i: int) -> bool:
        """Whether "its" or a firm's word follows soon in the clause: a person would have "his" or "her"."""
        for k in range(i, min(i + 5, len(self.tokens))):
            if self._word(k) in ("its", "itself", "plc", "which"):
                return True
            if not is_gap(self.scan.gap(k)) if k + 1 < len(self.tokens) else True:
                return False
        return False


def parts(unit: Unit) -> list[str]:
    """Keys of the parts of a hyphenated unit: "Trump-era" has "trump" and "era"."""
    key = fold(unit.text)
    return key.split("-") if "-" in key else []
