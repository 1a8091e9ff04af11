"""What a name that nobody knows, and a word with a capital inside, was meant to be."""

from __future__ import annotations

from collections.abc import Container, Iterable

from newslint.text.spelling import LETTERS
from newslint.text.spelling.speller import NAME, Speller

TURNED_LEAST = 6
"""Letters of a name in which two may be turned: shorter ones have neighbours that are names too."""
_DROPPED_LEAST = 7
"""The same for a letter that is missing."""

_STRAY_LEAST = 6
"""Letters of a word before which others may have got."""
_COMMON = ("1", "2", "3")


class Names:
    """Names that everybody knows, and surnames that are commoner than any other that is nearly like them."""

    __slots__ = ("_by_beginning", "_surnames", "known")

    def __init__(self, names: Iterable[str], surnames: Iterable[str]) -> None:
        self._surnames = frozenset(surnames)
        self._by_beginning: dict[tuple[str, int], list[str]] | None = None
        self.known = self._surnames.union(names)
        """All of them."""

    def _near(self, name: str) -> list[str]:
        """Surnames with a letter more that have the same first two."""
        if self._by_beginning is None:
            self._by_beginning = {}
            for surname in self._surnames:
                self._by_beginning.setdefault((surname[:2], len(surname)), []).append(surname)
        return self._by_beginning.get((name[:2], len(name) + 1), [])

    def meant(self, name: str, speller: Speller) -> str:
        """The known name that a name with a capital was meant to be, "" for none or several.

        Two letters may be turned ("Nicoals"), and a surname may lack one inside ("Campell"): without a last letter it
        is another name. The first letter stands.
        """
        found: set[str] = set()
        if name in self.known:
            return ""
        if len(name) >= TURNED_LEAST:
            others = [f"{name[:i]}{name[i + 1]}{name[i]}{name[i + 2 :]}" for i in range(1, len(name) - 1)]
            found.update(other for other in others if other in self.known and other != name)
            if not found and len(name) > TURNED_LEAST:
                # "Silvestre" and "Silvester" are one name in two languages.
                found.update(o for o in others[:-1] if o != name and speller.label(o) == NAME)
        if len(name) >= _DROPPED_LEAST and not found:
            found.update(self._surnames.intersection([name[0] + letter + name[1:] for letter in LETTERS]))
            found.update(o for o in self._near(name) if _lacks(name, o))
        return found.pop() if len(found) == 1 else ""


def _lacks(name: str, other: str) -> bool:
    """Whether a name is another one without a small letter, neither one of the first two nor the last."""
    return any(name == other[:i] + other[i + 1 :] and other[i] in LETTERS for i in range(2, len(name)))


def stray(word: str, words: Container[str], speller: Speller) -> str:
    """What a word with a capital inside is without the letters that only got before it, "" where they may belong there.

    Its first letter may stand twice, if the article has it with one ("ooFerry", "oFerry"); or two or three letters that
    are no word stand before a known one ("olDefense"). A single letter makes a mark ("eBook"), and so does a word.
    words: those of the article.
    """
    if word[0] == word[1] and word[1:] in words:
        return word[1:]
    at = next((i for i, c in enumerate(word) if c.isupper()), 0)
    before, name = word[:at], word[at:]
    if not (1 < at < 4 and len(name) >= _STRAY_LEAST and name.istitle()):
        return ""
    is_mark = speller.label(before) or speller.label(before.capitalize()) or speller.label(before.upper())
    return "" if is_mark or speller.label(name.lower())[:1] not in _COMMON else name
