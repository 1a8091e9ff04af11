"""Writing a file of plain values (see `file`): all at once, or not at all."""

from __future__ import annotations

import marshal
import os
import sys
from array import array
from collections.abc import Iterable, Mapping
from typing import Any
from zlib import crc32

from newslint.storage.file import MAGIC, ROWS, TABLE, VALUE


class Unstorable(ValueError):
    """A value that is not plain."""


class Writer:
    """Gathers sections. Its methods raise Unstorable."""

    def __init__(self) -> None:
        self._directory: dict[str, tuple[int, int, int, int]] = {}
        self._parts: list[bytes] = []
        self._length = 0

    def value(self, name: str, value: object) -> None:
        """Put in a value."""
        data = _dump(value)
        self._add(name, VALUE, crc32(data), data)

    def rows(self, name: str, values: Iterable[object]) -> None:
        """Put in a sequence of values."""
        self._rows(name, ROWS, map(_dump, values))

    def table(self, name: str, values: Mapping[str, object]) -> None:
        """Put in values by word: any but None."""
        count = 2 * len(values) + 1
        rows: list[dict[str, object]] = [{} for _ in range(count)]
        for word, value in values.items():
            rows[crc32(word.encode("utf-8", "surrogatepass")) % count][word] = value
        self._rows(name, TABLE, (_dump(row) if row else b"" for row in rows))

    def save(self, path: str) -> None:
        """Write the file under a name of its own beside the path, then move it there: whoever reads meanwhile sees the
        old or the new one whole, and of two who write the last one wins. Raises OSError."""
        directory = _dump(self._directory)
        head = MAGIC + _number(len(directory)) + _number(crc32(directory))
        part = f"{path}.{os.getpid()}.{id(self):x}.part"
        try:
            with open(part, "xb", opener=_private) as file:
                file.writelines([head, directory, *self._parts])
            os.replace(part, path)
        except OSError:
            if os.path.exists(part):
                os.unlink(part)
            raise

    def _rows(self, name: str, kind: int, rows: Iterable[bytes]) -> None:
        offsets, sums, parts, end = array("I", [0]), array("I"), [], 0
        for data in rows:
            parts.append(data)
            end += len(data)
            offsets.append(end)
            sums.append(crc32(data))
        head = _number(len(sums)) + offsets.tobytes() + sums.tobytes()
        self._add(name, kind, crc32(head), head, *parts)

    def _add(self, name: str, kind: int, check: int, *parts: bytes) -> None:
        assert name not in self._directory
        length = sum(map(len, parts))
        # Offsets are numbers of four bytes, so they begin at a multiple of four.
        padding = -length % 4
        self._directory[name] = kind, self._length, length, check
        self._parts += [*parts, bytes(padding)]
        self._length += length + padding


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _dump(value: Any) -> bytes:
    try:
        return marshal.dumps(value)
    except ValueError as error:
        raise Unstorable(str(error)) from None


def _number(value: int) -> bytes:
    return value.to_bytes(4, sys.byteorder)
