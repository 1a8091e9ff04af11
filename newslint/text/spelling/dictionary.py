"""A dictionary: what is known of a word, found without reading all the others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.storage import Rows

    Texts = Rows | Sequence[str]

_WORDS_A_ROW = 16
"""Few enough to search in no time, many enough that a file of rows stays small."""
_AT_ONCE = 4096
_LAST = "\U0010ffff"
_OFTEN = 30
_FEW = 64
"""Words that are looked at one by one."""


class Dictionary:
    """Words with a label each; `rows` hold the words whose CRC-32 has one remainder by their number, as one text:
    "\\nword label\\nword label\\n"."""

    __slots__ = ("_asked", "_count", "_known", "_read", "_rows", "_set", "_small")

    def __init__(self, rows: Texts | Callable[[], Texts], small: Callable[[], str] | None = None) -> None:
        """`rows` may be made when they are first needed; `small` is what `small_of` gives, made of them unless it is at
        hand."""
        self._read = rows if callable(rows) else None
        self._rows: Texts = () if callable(rows) else rows
        self._count = len(self._rows)
        self._small: Callable[[], str] | list[str] | None = small
        self._known: dict[int, str] = {}
        self._asked = 0
        self._set: frozenset[str] | None = None

    @property
    def rows(self) -> Texts:
        """All of it, as it is stored."""
        if self._read is not None:
            self._rows = self._read()
            self._count = len(self._rows)
            self._read = None
        return self._rows

    @property
    def small(self) -> list[str]:
        """Its words without a capital, in the order of their characters."""
        found = self._small
        if not isinstance(found, list):
            text = found() if found else small_of(_words(self.rows))
            found = self._small = text.split("\n") if text else []
        return found

    def finder(self) -> Callable[[str], bool]:
        """What tells whether a text is one of these words. Once it has been asked for often it is worth a set."""
        self._asked += 1
        if self._asked < _OFTEN:
            words = self.small
            last = len(words) - 1
            return lambda text: words[min(bisect_left(words, text), last)] == text if words else False
        if self._set is None:
            self._set = frozenset(self.small)
        return self._set.__contains__

    def following(self, beginning: str) -> frozenset[str]:
        """The characters that can come next in one of these words that begins so: "" where such a word ends."""
        words, length = self.small, len(beginning)
        at = bisect_left(words, beginning)
        end = bisect_left(words, beginning + _LAST, at)
        if end - at < _FEW:
            return frozenset([word[length : length + 1] for word in words[at:end]])
        found = set()
        while at < end:
            following = words[at][length : length + 1]
            found.add(following)
            # A word that is the beginning itself stands alone before the others.
            at = bisect_left(words, beginning + following + _LAST, at, end) if following else at + 1
        return frozenset(found)

    def label(self, word: str) -> str:
        """What is known of a word as it is written, "" for nothing."""
        # The first time the rows have not been counted.
        count = self._count or len(self.rows)
        if not count:
            return ""
        number = crc32(word.encode("utf-8", "surrogatepass")) % count
        row = self._known.get(number)
        if row is None:
            row = self._known[number] = self._rows[number]
        at = row.find(f"\n{word} ")
        if at < 0:
            return ""
        at += len(word) + 2
        return row[at : row.index("\n", at)]


def rows_of(labels: Mapping[str, str]) -> list[str]:
    """The rows of a dictionary with these words and labels."""
    count = len(labels) // _WORDS_A_ROW + 1
    rows = [["\n"] for _ in range(count)]
    for number, (word, label) in zip(_sums(labels), labels.items(), strict=True):
        rows[number % count].append(f"{word} {label}\n")
    return list(map("".join, rows))


def small_of(words: Iterable[str]) -> str:
    """Those of some words that have no capital, in the order of their characters, on a line each."""
    return "\n".join(sorted([word for word in words if word.islower()]))


def _sums(words: Iterable[str]) -> Iterator[int]:
    """The CRC-32 of each of some words; many are encoded at once, but not all, for the memory."""
    rest = iter(words)
    while some := list(islice(rest, _AT_ONCE)):
        yield from map(crc32, "\n".join(some).encode("utf-8", "surrogatepass").split(b"\n"))


def _words(rows: Texts) -> Iterator[str]:
    for number in range(len(rows)):
        for line in rows[number].split("\n"):
            if line:
                yield line.partition(" ")[0]


def parse(text: str) -> dict[str, str]:
    """Words with their labels from the text of a dictionary file.

    A line "[label]" says what the words behind it are, lines that begin with # are left out, white space parts words.
    Of a word that stands twice the first label counts.
    """
    labels: dict[str, str] = {}
    label = "1"
    for line in text.splitlines():
        if line.startswith("["):
            label = line.strip("[] ")
        elif not line.startswith("#"):
            for word in line.split():
                labels.setdefault(word, label)
    return labels
