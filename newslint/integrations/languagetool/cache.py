"""Answers of LanguageTool by paragraph and settings, so that an edited article is asked about only where it changed.

In memory for the life of the process, and on disk in newslint's cache folder (languagetool.sqlite). Nothing here
fails: where the file can't be read or written, there is only memory.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b

from newslint.integrations.languagetool.answers import Match
from newslint.storage.folder import cache_folder

VERSION = 1
"""Of what is kept: part of every key."""
_IN_MEMORY = 20_000
_ON_DISK = 200_000
"""Paragraphs that are kept."""
_AT_ONCE = 500
"""Keys in one query: SQLite's own limit is 999."""
_ATTEMPTS = 50
_PAUSE = 0.02
"""Tries to open a file that another one holds, and the seconds between them."""


class Answers:
    """The answers that are known. Safe to share between threads, and the file between processes."""

    def __init__(self, on_disk: bool = True) -> None:
        self._lock = threading.Lock()
        self._memory: dict[bytes, tuple[Match, ...]] = {}
        self._on_disk = on_disk
        self._file: sqlite3.Connection | None = None
        self._opened = False

    @staticmethod
    def key(settings: str, text: str) -> bytes:
        """What an answer is found by. settings: all that it depends on beside the text (server, version, language)."""
        return blake2b(f"{VERSION}\0{settings}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def find(self, keys: Iterable[bytes]) -> dict[bytes, tuple[Match, ...]]:
        """The answers that are known, by key."""
        with self._lock:
            found, unknown = {}, []
            for key in keys:
                if key in self._memory:
                    found[key] = self._memory[key]
                else:
                    unknown.append(key)
            if unknown:
                found |= self._read(unknown)
            return found

    def keep(self, answers: dict[bytes, tuple[Match, ...]]) -> None:
        """Remember answers."""
        if not answers:
            return
        with self._lock:
            self._remember(answers)
            if not (file := self._open()):
                return
            rows = [(key, json.dumps(matches)) for key, matches in answers.items()]
            with suppress(sqlite3.Error), file:
                file.executemany("INSERT OR REPLACE INTO answers (key, matches) VALUES (?, ?)", rows)
                last = file.execute("SELECT max(rowid) FROM answers").fetchone()[0]
                file.execute("DELETE FROM answers WHERE rowid <= ?", (last - _ON_DISK,))

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._file:
                self._file.close()
            self._file, self._opened = None, False

    def _read(self, keys: list[bytes]) -> dict[bytes, tuple[Match, ...]]:
        file = self._open()
        found: dict[bytes, tuple[Match, ...]] = {}
        if file is None:
            return found
        with suppress(sqlite3.Error, ValueError, TypeError):
            for i in range(0, len(keys), _AT_ONCE):
                some = keys[i : i + _AT_ONCE]
                marks = ",".join("?" * len(some))
                for key, text in file.execute(f"SELECT key, matches FROM answers WHERE key IN ({marks})", some):
                    found[key] = tuple(_match(row) for row in json.loads(text))
        self._remember(found)
        return found

    def _remember(self, answers: dict[bytes, tuple[Match, ...]]) -> None:
        self._memory |= answers
        while len(self._memory) > _IN_MEMORY:
            del self._memory[next(iter(self._memory))]

    def _open(self) -> sqlite3.Connection | None:
        if self._opened:
            return self._file
        self._opened = True
        folder = cache_folder() if self._on_disk else None
        if folder is None:
            return None
        path = os.path.join(folder, "languagetool.sqlite")
        for attempt in range(_ATTEMPTS):
            try:
                os.makedirs(folder, mode=0o700, exist_ok=True)
                self._file = _connect(path)
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                    break
                # Two make the file at once: SQLite doesn't wait for the other's change of journal.
                time.sleep(_PAUSE)
            except sqlite3.DatabaseError:
                # What is no database (any more) is made anew.
                if attempt:
                    break
                with suppress(OSError):
                    os.unlink(path)
            except OSError:
                break
        return self._file


def _connect(path: str) -> sqlite3.Connection:
    file = sqlite3.connect(path, timeout=2.0, check_same_thread=False)
    try:
        # Losing answers costs time only: no waiting for the disk.
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = OFF")
        file.execute("CREATE TABLE IF NOT EXISTS answers (key BLOB UNIQUE, matches TEXT)")
        file.commit()
    except sqlite3.Error:
        file.close()
        raise
    return file


def _match(row: list[object]) -> Match:
    start, end, rule, category, kind, message, suggestions, description, url = row
    if not (isinstance(start, int) and isinstance(end, int) and isinstance(suggestions, list)):
        raise TypeError("no match")
    texts = tuple(map(str, suggestions))
    return Match(start, end, str(rule), str(category), str(kind), str(message), texts, str(description), str(url))
