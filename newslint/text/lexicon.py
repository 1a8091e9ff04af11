"""Language data that packs hand in: word lists by name, some with attributes a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.text.spelling.dictionary import Dictionary

Attributes = Mapping[str, str]


class WordList:
    """Words in the order of their file, each with attributes (often none)."""

    __slots__ = ("entries", "name")

    def __init__(self, name: str, entries: Mapping[str, Attributes]) -> None:
        self.name = name
        self.entries = dict(entries)

    def __contains__(self, word: object) -> bool:
        return word in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def get(self, word: str, attribute: str, default: str = "") -> str:
        """A word's attribute, or the default."""
        return self.entries.get(word, {}).get(attribute, default)

    def having(self, attribute: str, value: str) -> list[str]:
        """The words whose attribute has a value."""
        return [w for w, a in self.entries.items() if a.get(attribute) == value]


class Lexicon:
    """The word lists and dictionaries of the packs in use, by name. A list that no pack brings is empty."""

    __slots__ = ("_cache", "dictionaries", "lists", "used")

    def __init__(
        self, lists: Mapping[str, WordList] | None = None, dictionaries: Mapping[str, Dictionary] | None = None
    ) -> None:
        """`lists` may be read as they are asked for."""
        self.lists: Mapping[str, WordList] = lists if lists is not None else {}
        self.dictionaries: Mapping[str, Dictionary] = dictionaries if dictionaries is not None else {}
        self.used: set[str] = set()
        """The dictionaries that were asked for."""
        self._cache: dict[object, Any] = {}

    def __getitem__(self, name: str) -> WordList:
        return self.lists.get(name) or WordList(name, {})

    def __contains__(self, name: object) -> bool:
        return name in self.lists

    def dictionary(self, name: str) -> Dictionary:
        """A dictionary, empty where no pack brings it."""
        self.used.add(name)
        found = self.dictionaries.get(name)
        if found is None:
            from newslint.text.spelling.dictionary import Dictionary

            found = Dictionary(())
        return found

    @property
    def cache(self) -> dict[object, Any]:
        """What the facts derive from the lists (compiled patterns, sets), kept as long as the lexicon lives."""
        return self._cache


EMPTY = Lexicon()
