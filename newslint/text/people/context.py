"""Reads the words round a lone surname: is it the person, or an adjective, a family, a firm?

There is no tagger of parts of speech here. A surname stands for its person where the noun phrase visibly ends with it
(a verb, a function word, a mark, a possessive) and no determiner opens the phrase; the rest is left in doubt.
"""

from __future__ import annotations

from newslint.model.records import NamedTuple
from newslint.text.people.model import Form
from newslint.text.people.names import APOSTROPHES, HYPHENS, Scanner, Unit, fold, is_gap

# Personal names take none of these; "that", "all" and "both" may stand before one.
LOOSE = frozenset(("that", "which", "what", "whose", "both", "either", "neither", "all", "such", "no"))
_COMPLEMENTS = frozenset(("determiner", "pronoun", "preposition", "conjunction"))
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
    """Judges lone surnames of one block."""

    __slots__ = ("scan", "tokens", "words")

    def __init__(self, scan: Scanner) -> None:
        self.scan = scan
        self.tokens = scan.tokens
        self.words = scan.words

    def standing(self, unit: Unit, start: int, common: bool, mass: bool) -> Standing | None:
        """What a unit, with the particles from `start` on, stands for; None where it is no name at all.

        common: it is an ordinary word too; mass: one that opens a sentence without an article.
        """
        first = unit.first
        if start < unit.start:
            while self.tokens.starts[first] > start:
                first -= 1
        before, near = self._before(first)
        after, ends = self._after(unit)
        if unit.prefix:
            return _ADJECTIVE
        common = common or mass or unit.text.lower() in self.words.classes
        mass = mass or unit.text in self.words.calendar or unit.text.lower() in self.words.classes
        if before == "start" and (common and (after is _MAYBE_ADJECTIVE or ends == "object")):
            return None
        if after is _ADJECTIVE or (after and after.form is Form.OTHER):
            return after
        if before == "determiner" and near and unit.text in self.words.nations:
            return None
        if before == "determiner":
            # "the record Vance will defend" ends in a person, "the Vance record" does not.
            return _ADJECTIVE if near or ends not in ("verb", "aux") else Standing(Form.BARE, False)
        if unit.text in self.words.months and before == "preposition":
            return None
        if after is not None:
            return after
        if before == "nickname":
            return _MAYBE_ADJECTIVE
        if before == "start" and mass and ends not in ("possessive", "speech"):
            return Standing(Form.BARE, False) if ends in ("verb", "aux", "comma") else None
        if ends == "participle":
            return Standing(Form.BARE, before in ("preposition", "verb"))
        return Standing(Form.BARE, ends != "verb?" and before not in ("open", "noun"))

    def _word(self, i: int) -> str:
        """Token i folded; "" outside the block."""
        return self.scan.lowered[i] if 0 <= i < len(self.tokens) else ""

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
        if word.endswith("ed") and len(word) > 3 and word[-3] != "e":
            return "verb"
        if word.endswith("ly") and len(word) > 4:
            return "adverb"
        if word.endswith("ing") and len(word) > 5:
            return "verb?"
        return "open"

    def _before(self, first: int) -> tuple[str, bool]:
        """What stands before: start, mark, nickname (a closing quotation mark), determiner, noun (a possessive or a
        name), open, or the class of the word; and whether a determiner touches the name."""
        if first == 0:
            return "start", True
        scan, i = self.scan, first - 1
        gap = scan.gap(i)
        if not is_gap(gap):
            marks = gap.strip()
            if gap[-1] == " " and marks and not marks.strip("\"'”’»") and self.tokens.texts[i][0].isupper():
                return "nickname", True
            if not marks or marks[-1] in _OPENING or any(c in _SENTENCE_MARKS for c in marks):
                return "start", True
            return "mark", True
        text = self.tokens.texts[i]
        kind = self._class(i)
        if kind == "determiner":
            return "pronoun" if text.lower() in LOOSE else "determiner", True
        if text in ("s", "S") and i and scan.gap(i - 1) in APOSTROPHES:
            return "noun", True
        if text in self.words.calendar:
            return "adverb", True
        if text[0].isupper() and kind == "open":
            return "noun", True
        if kind not in ("open", "group", "verb?", "number"):
            return kind, True
        # "the new Trump ...": a determiner two or three words back, with nothing but adjectives and nouns between.
        for back in range(i - 1, max(-1, i - 4), -1):
            if not is_gap(scan.gap(back)):
                break
            between = self._class(back)
            if between == "determiner" and self._word(back) not in LOOSE:
                return "determiner", False
            if between not in ("open", "group", "number"):
                break
        if kind == "verb?" or text.endswith(("s", "ing")):
            return "verb", True
        return "open", True

    def _after(self, unit: Unit) -> tuple[Standing | None, str]:
        """A verdict from what follows, or None where the noun phrase ends with the unit; and what ends it."""
        scan, last = self.scan, unit.last
        if unit.possessive:
            following = last + 2 if unit.stop > unit.end + 1 else last + 1
            if following < len(self.tokens) and self.tokens.texts[following] in self.words.companies:
                return _THING, "name"
            return (Standing(Form.OTHER, False), "name") if self._names_thing(following) else (None, "possessive")
        if last + 1 >= len(self.tokens):
            return None, "mark"
        gap, i = self.scan.text[unit.end : self.tokens.starts[last + 1]], last + 1
        if not is_gap(gap):
            if gap[:1] == "," and self._word(i) == "which":
                return Standing(Form.OTHER, False), "name"
            if gap and (gap in HYPHENS or gap in ("–", "—", "/")):
                return _ADJECTIVE, "name"
            if "&" in gap:
                return _THING, "name"
            return None, "aux" if gap in APOSTROPHES else "comma" if gap[0] == "," else "mark"
        word = self._word(i)
        if self.tokens.texts[i] in self.words.companies:
            return _THING, "name"
        kind = self._class(i)
        if word in ("and", "or") and self._shared_noun(i + 1):
            return _ADJECTIVE, "noun"
        if self.tokens.texts[i][0].isupper():
            return None, "name"
        if self._its(i):
            return Standing(Form.OTHER, False), "name"
        if kind == "auxiliary":
            return None, "aux"
        if kind == "verb":
            return None, "speech" if word in self.words.speech else "verb"
        if kind == "verb?":
            if word.endswith("ing"):
                return None, "participle"
            clear = i + 1 == len(self.tokens) or not is_gap(scan.gap(i)) or self._class(i + 1) in _COMPLEMENTS
            if clear and word in self.words.verbs and word not in self.words.groups:
                return None, "speech" if word in self.words.speech else "verb"
            return (None, "verb?") if word not in self.words.groups else (_MAYBE_ADJECTIVE, "noun")
        if kind in ("group", "number", "open"):
            return (_ADJECTIVE if kind == "group" else _MAYBE_ADJECTIVE), "noun"
        if kind in ("determiner", "pronoun"):
            return None, "object"
        return None, "aux" if kind == "adverb" else "function"

    def _shared_noun(self, i: int) -> bool:
        """Whether token i is a name before a noun that it shares: "the Conroy and Hale families"."""
        texts = self.tokens.texts
        return (
            i + 1 < len(texts) and texts[i][0].isupper() and is_gap(self.scan.gap(i))
            and self._class(i + 1) == "group"
        )  # fmt: skip

    def _names_thing(self, i: int) -> bool:
        """Whether a capitalised name of something follows a possessive: "Brennan's Ireland" may be a book."""
        texts, gap = self.tokens.texts, self.scan.gap
        if i >= len(texts) or not texts[i][0].isupper() or not is_gap(gap(i - 1)):
            return False
        while i + 1 < len(texts) and is_gap(gap(i)) and texts[i + 1][0].isupper():
            i += 1
        # "Brennan's Dublin home" is about the home.
        return i + 1 >= len(texts) or not is_gap(gap(i)) or self._class(i + 1) not in ("open", "group")

    def _its(self, i: int) -> bool:
        """Whether "its" follows soon in the clause: a person would have "his" or "her"."""
        for k in range(i, min(i + 5, len(self.tokens))):
            if self._word(k) in ("its", "itself"):
                return True
            if not is_gap(self.scan.gap(k)) if k + 1 < len(self.tokens) else True:
                return False
        return False


def parts(unit: Unit) -> list[str]:
    """Keys of the parts of a hyphenated unit: "Trump-era" has "trump" and "era"."""
    key = fold(unit.text)
    return key.split("-") if "-" in key else []
