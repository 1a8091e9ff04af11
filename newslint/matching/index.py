"""The token index: from a word to the patterns that can only match where that word stands.

Plain data throughout (dicts, lists, tuples, strings, numbers), made by the builder or read from a file.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.storage import Table

AFFIX = 3  # letters of a prefix or suffix that are looked up

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


Phrase = tuple[int, int, tuple[str, ...], tuple[str, ...], str, str, bool]
"""Any other literal: its number, which of its words it hangs on, its parts (see Literal), and whether case does not
count."""

Cells = tuple[list[Whole], list[Phrase], list[Start]]
"""Patterns to look at, by kind."""

Entry = tuple[Cells | tuple[()], dict[str, Cells], dict[str, Cells], tuple[str, ...]]
"""What hangs on a word: cells to look at wherever it stands; those only before, only after another word; and, where
there are only phrases, words of which the article must contain one for the entry to be of use, else ()."""


class Index:
    """Entries by word, and by the first and last AFFIX letters of prefixes and suffixes, each with the whole affix. All
    words are folded; patterns whose case counts look at it afterwards."""

    __slots__ = ("_entries", "_known", "_plain", "prefixes", "suffixes")

    def __init__(
        self,
        entries: dict[str, Entry] | Table,
        prefixes: dict[str, list[tuple[str, Entry]]],
        suffixes: dict[str, list[tuple[str, Entry]]],
    ) -> None:
        """`entries`: by word, all there or in a file."""
        self._entries = entries
        self._known: dict[str, tuple[Entry, ...]] = {}  # of words that have been met and have some
        self._plain: set[str] = set()  # those that have none
        self.prefixes = prefixes
        self.suffixes = suffixes

    def find(self, words: set[str]) -> dict[str, tuple[Entry, ...]]:
        """The entries of those of the words that have any."""
        if len(self._plain) > _MOST_PLAIN:
            self._plain, self._known = set(), {}
        known, apart = self._known, words.isdisjoint
        found: dict[str, tuple[Entry, ...]] = {}
        for word in words - self._plain:
            entries = known.get(word) or self._look_up(word)
            if entries:
                needs = entries[0][3]
                if not needs or len(entries) > 1 or not apart(needs):
                    found[word] = entries
        return found

    def _look_up(self, word: str) -> tuple[Entry, ...]:
        """The entries of a word that is met for the first time."""
        entries = self.entries(word)
        if entries:
            self._known[word] = entries
        else:
            self._plain.add(word)
        return entries

    def entries(self, word: str) -> tuple[Entry, ...]:
        """The entries of a word."""
        entries: list[Entry] = []
        if self.prefixes or self.suffixes:
            entries += [entry for affix, entry in self.prefixes.get(word[:AFFIX], ()) if word.startswith(affix)]
            entries += [entry for affix, entry in self.suffixes.get(word[-AFFIX:], ()) if word.endswith(affix)]
        if whole := self._entries.get(word):
            entries.insert(0, whole)
        return tuple(entries)

    @property
    def rows(self) -> memoryview | None:
        """The bytes of the offsets of the rows of the entries in a file, None where they are not in one."""
        return None if isinstance(self._entries, dict) else self._entries.offsets.cast("B")

    def all(self) -> dict[str, Entry]:
        """The entries by word."""
        return self._entries if isinstance(self._entries, dict) else self._entries.all()


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
