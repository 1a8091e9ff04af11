"""Reading a file of plain values: text, numbers, bytes, None, and tuples, lists, dicts and sets of them.

    8 bytes    magic: version of this layout, byte order
    8 bytes    length of the directory and its CRC-32
    directory  name -> kind, offset, length, CRC-32 of what is read with it
    sections   one after the other

A section is a value; or rows, that is the offsets of many values, their CRC-32s, and the values; or a table, rows that
are found by a word. Values are written by `marshal`, which is quick and knows no code here: what it reads has
been checked against its sum. A sum tells damage, not malice: such files belong in a folder that only its owner writes.
"""

from __future__ import annotations

import mmap
import sys
from collections.abc import Callable, Sequence
from marshal import loads
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar, overload

    T = TypeVar("T")
else:
    T = "T"

MAGIC = b"nwsl2" + sys.byteorder[:3].encode()
HEAD = 16
"""Bytes before the directory."""

VALUE, ROWS, TABLE = range(3)


class Damaged(ValueError):
    """The file is not what was written."""


class Stored:
    """An open file. Raises Damaged where it is none of ours, OSError where it can't be opened.

    What it gives out reads the file when it is asked; the file may be replaced or deleted meanwhile (where the system
    lets it).
    """

    __slots__ = ("_at", "_data", "_sections")

    def __init__(self, path: str) -> None:
        with open(path, "rb") as file:
            try:
                self._data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            except ValueError:
                raise Damaged("empty") from None
        length, check = number(self._data[8:12]), number(self._data[12:16])
        if self._data[:8] != MAGIC:
            raise Damaged("not a stored file")
        self._sections: dict[str, tuple[int, int, int, int]] = load(self._data[HEAD : HEAD + length], check)
        self._at = HEAD + length

    def value(self, name: str) -> Any:
        """A value. Raises Damaged."""
        data, check = self._section(name, VALUE)
        return load(data, check)

    def rows(self, name: str) -> Rows:
        """A sequence of values, each read when it is asked for. Raises Damaged; so does reading one."""
        return Rows(*self._section(name, ROWS))

    def table(self, name: str) -> Table:
        """Values by word, likewise."""
        return Table(Rows(*self._section(name, TABLE)))

    def _section(self, name: str, kind: int) -> tuple[memoryview, int]:
        found, offset, length, check = self._sections.get(name, (-1, 0, 0, 0))
        if found != kind:
            raise Damaged(f"no section {name}")
        return self._data[self._at + offset : self._at + offset + length], check


class Rows:
    """Values by number."""

    __slots__ = ("_sums", "_values", "offsets")

    def __init__(self, data: memoryview, check: int) -> None:
        count = number(data[:4])
        size = 8 + 8 * count
        if len(data) < size or crc32(data[:size]) != check:
            raise Damaged("offsets")
        numbers = data[4:size].cast("I")
        self.offsets = numbers[: count + 1]
        self._sums = numbers[count + 1 :]
        self._values = data[size:]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, at: int) -> Any:
        # What `load` does, once more: a run reads a thousand rows.
        data = self._values[self.offsets[at] : self.offsets[at + 1]]
        if crc32(data) != self._sums[at]:
            raise Damaged("wrong sum")
        try:
            return loads(data)
        except (ValueError, EOFError, TypeError) as error:
            raise Damaged(str(error)) from None


class Table:
    """Values by word. A row holds those whose words have one remainder of their CRC-32 by the number of rows."""

    __slots__ = ("_count", "_rows", "offsets")

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.offsets = rows.offsets
        self._count = len(rows)

    def __len__(self) -> int:
        """How many rows there are: twice the number of words."""
        return self._count

    def get(self, word: str) -> Any:
        """The value of a word, or None."""
        row = crc32(word.encode("utf-8", "surrogatepass")) % self._count
        if self.offsets[row] == self.offsets[row + 1]:
            return None
        return self._rows[row].get(word)

    def all(self) -> dict[str, Any]:
        """All of it."""
        found: dict[str, Any] = {}
        for i in range(self._count):
            if self.offsets[i] != self.offsets[i + 1]:
                found |= self._rows[i]
        return found


class Made(Sequence[T]):
    """Rows as what they stand for: `make` turns a row into it, once, when it is asked for."""

    __slots__ = ("_made", "_make", "_rows", "_start", "_stop")

    def __init__(self, rows: Rows, make: Callable[[Any], T], start: int = 0, stop: int | None = None) -> None:
        """`start`, `stop`: the half-open range of rows that this is about, all unless given."""
        self._rows = rows
        self._make = make
        self._made: dict[int, T] = {}
        self._start = start
        self._stop = len(rows) if stop is None else stop

    def __len__(self) -> int:
        return self._stop - self._start

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, at: int) -> T: ...
        @overload
        def __getitem__(self, at: slice) -> list[T]: ...

    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        if at not in self._made:
            if not 0 <= at < len(self):
                raise IndexError(at)
            self._made[at] = self._make(self._rows[self._start + at])
        return self._made[at]


def number(data: memoryview) -> int:
    """Four bytes as a number."""
    return int.from_bytes(data, sys.byteorder)


def load(data: memoryview, check: int) -> Any:
    """The value that some bytes stand for. Raises Damaged where they don't have the sum `check`."""
    if crc32(data) != check:
        raise Damaged("wrong sum")
    try:
        return loads(data)
    except (ValueError, EOFError, TypeError) as error:
        raise Damaged(str(error)) from None
