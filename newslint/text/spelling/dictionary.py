"""A dictionary: what is known of a word, found without reading all the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from newslint.storage import Rows

    Texts = Rows | Sequence[str]

_WORDS_A_ROW = 16
"""Few enough to search in no time, many enough that a file of rows stays small."""


class Dictionary:
    """Words with a label each; `rows` hold the words whose CRC-32 has one remainder by their number, as one text:
    "\\nword label\\nword label\\n"."""

    __slots__ = ("_known", "_read", "_rows", "used")

    def __init__(self, rows: Texts | Callable[[], Texts]) -> None:
        """`rows` may be made when they are first needed."""
        self._read = rows if callable(rows) else None
        self._rows: Texts = () if callable(rows) else rows
        self._known: dict[int, str] = {}
        self.used = False
        """Whether a rule wants it: it is stored with the rules then."""

    @property
    def rows(self) -> Texts:
        """All of it, as it is stored."""
        if self._read is not None:
            self._rows = self._read()
            self._read = None
        return self._rows

    def label(self, word: str) -> str:
        """What is known of a word as it is written, "" for nothing."""
        rows = self.rows
        if not rows:
            return ""
        number = crc32(word.encode("utf-8", "surrogatepass")) % len(rows)
        row = self._known.get(number)
        if row is None:
            row = self._known[number] = rows[number]
        at = row.find(f"\n{word} ")
        if at < 0:
            return ""
        at += len(word) + 2
        return row[at : row.index("\n", at)]


def rows_of(labels: Mapping[str, str]) -> list[str]:
    """The rows of a dictionary with these words and labels."""
    count = len(labels) // _WORDS_A_ROW + 1
    rows = [[""] for _ in range(count)]
    for word, label in labels.items():
        rows[crc32(word.encode("utf-8", "surrogatepass")) % count].append(f"{word} {label}")
    return ["\n".join([*row, ""]) for row in rows]


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
