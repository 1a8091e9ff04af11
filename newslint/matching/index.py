"""The token index: from a word to the patterns that can only match where that word stands.

Plain data throughout (dicts, lists, tuples, strings, numbers), made by the builder or read from a file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newslint.matching.literal import Literal
from newslint.model.records import NamedTuple

if TYPE_CHECKING:
    from newslint.storage import Table

AFFIX = 3  # letters of a prefix or suffix that are looked up
_PROBES = 5_000  # words looked up in the file before all of it is read: an archive looks up millions, an article 300

_MOST_PLAIN = 100_000

Whole = tuple[int, str]
"""A literal of one word: its number, and the word where its case counts, else ""."""

Near = tuple[int, str, str, str, str]
"""What a word's surroundings say: from how many words before it the places count; what adjoins it before and behind;
what the next word begins and ends with (folded)."""

Start = tuple[int, int, int, int, int, Near | tuple[()]]
"""A regular expression: its number, `low`, `high`, `tail`, `run`, `near`. It can begin `low` to `high` characters
before the word, or before the word's last `tail` letters if `tail` is not 0; `high` PRESENT: anywhere in the text,
AT_START: where the text begins. With a `run` it can also begin among the characters under that mask right before."""

PRESENT, AT_START = -1, -2

Gate = tuple[tuple[tuple[str, ...], ...], bool]
"""Of a pattern: see Built."""


class Phrase(NamedTuple):
    """Any other literal, hung on its word number `at`; `near` is the place beside that (-1, 1, or 0 for none) where the
    word `word` must stand, one of its `words` (folded)."""

    pattern: int
    at: int
    near: int
    word: str
    words: tuple[str, ...]
    literal: Literal
    fold: bool


Cells = tuple[list[Whole], list[Phrase], list[Start]]
"""Patterns to look at, by kind."""

# Cells to look at wherever a word stands, and those only before, only after another word. Where there are only phrases,
# words last, of which the article must contain one for the entry to be of use; else ().
Entry = tuple[Cells, dict[str, Cells], dict[str, Cells], tuple[str, ...]]


NONE: dict[str, Cells] = {}  # one for all entries that need none


class Index:
    """Entries by word, and by the first and last AFFIX letters of prefixes and suffixes, each with the whole affix. All
    words are folded; patterns whose case counts look at it afterwards."""

    __slots__ = ("_affixed", "_entries", "_known", "_plain", "_table", "prefixes", "suffixes")

    def __init__(
        self,
        entries: dict[str, Entry] | Table,
        prefixes: dict[str, list[tuple[str, Entry]]],
        suffixes: dict[str, list[tuple[str, Entry]]],
    ) -> None:
        """`entries`: by word, all there or in a file."""
        self._table = None if isinstance(entries, dict) else entries
        self._entries = entries if isinstance(entries, dict) else {}
        self._known: set[str] = set()
        self._affixed: dict[str, tuple[Entry, ...]] = {}  # what words that have been seen have by their affixes
        self._plain: set[str] = set()  # those that have nothing
        self.prefixes = prefixes
        self.suffixes = suffixes

    def find(self, words: set[str]) -> dict[str, tuple[Entry, ...]]:
        """The entries of those of the words that have any."""
        if self._table is not None:
            self._fetch(self._table, words)
        index, apart = self._entries, words.isdisjoint
        found: dict[str, tuple[Entry, ...]] = {}
        for word in index.keys() & words:
            entry = index[word]
            needs = entry[3]
            if not needs or not apart(needs):
                found[word] = (entry,)
        if self.prefixes or self.suffixes:
            self._find_affixes(words, found)
        return found

    def _find_affixes(self, words: set[str], found: dict[str, tuple[Entry, ...]]) -> None:
        """Add the entries of prefixes and suffixes."""
        if len(self._plain) > _MOST_PLAIN:
            self._plain, self._affixed = set(), {}
        plain, affixed = self._plain, self._affixed
        for word in words - plain - affixed.keys():
            entries = [entry for affix, entry in self.prefixes.get(word[:AFFIX], ()) if word.startswith(affix)]
            entries += [entry for affix, entry in self.suffixes.get(word[-AFFIX:], ()) if word.endswith(affix)]
            if entries:
                affixed[word] = tuple(entries)
            else:
                plain.add(word)
        for word in affixed.keys() & words:
            found[word] = found.get(word, ()) + affixed[word]

    def all(self) -> dict[str, Entry]:
        """The entries by word."""
        return self._entries

    def _fetch(self, table: Table, words: set[str]) -> None:
        """Read the entries of words from the file."""
        new = words - self._known
        if len(self._known) + len(new) > _PROBES:
            self._entries = {word: revived(entry) for word, entry in table.all().items()}
            self._table, self._known = None, set()
            return
        get, entries = table.get, dict(self._entries)
        for word in new:
            if entry := get(word):
                entries[word] = revived(entry)
        self._known, self._entries = self._known | new, entries


class Built:
    """What a matcher knows of its patterns.

    index: those that hang on words. residual: for each of the others its number, texts of which one must be there (if
    they are known), and whether case does not count. longest: by number, text length from which a pattern is guarded,
    and the exponent of a try at one place; most patterns have none. gates: for some of these, by number, rows of
    texts, of which all of one row must be there, and whether case does not count.
    """

    __slots__ = ("gates", "index", "longest", "residual")

    def __init__(
        self,
        index: Index,
        residual: list[tuple[int, tuple[str, ...], bool]],
        longest: dict[int, tuple[int, int]],
        gates: dict[int, Gate],
    ) -> None:
        self.index = index
        self.residual = residual
        self.longest = longest
        self.gates = gates


def revived(entry: Any) -> Entry:
    """An entry as a file has it, with names to its parts again."""
    cells, afters, befores, needs = entry
    return (
        _cells(cells),
        {word: _cells(cells) for word, cells in afters.items()} if afters else NONE,
        {word: _cells(cells) for word, cells in befores.items()} if befores else NONE,
        needs,
    )


def _cells(cells: Any) -> Cells:
    wholes, phrases, starts = cells
    return wholes, [_phrase(phrase) for phrase in phrases], starts


def _phrase(parts: Any) -> Phrase:
    pattern, at, near, word, words, literal, fold = parts
    return Phrase(pattern, at, near, word, words, Literal(*literal), fold)


def stored(entry: Entry) -> object:
    """An entry as a file has it: plain tuples."""
    cells, afters, befores, needs = entry
    return (
        _stored(cells),
        {word: _stored(cells) for word, cells in afters.items()},
        {word: _stored(cells) for word, cells in befores.items()},
        needs,
    )


def _stored(cells: Cells) -> object:
    wholes, phrases, starts = cells
    return wholes, [(*phrase[:5], tuple(phrase.literal), phrase.fold) for phrase in phrases], starts
