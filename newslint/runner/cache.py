"""Compiled rules on disk, so that a run need not read YAML or analyse patterns.

One file holds what one configuration and request come to: the configuration, the rules selected, their word lists and
matcher. It is named after the key (versions, packs, selection) and lists the files that all this was read from, with
their sizes and times: where one has changed, the entry is not used. Nothing here fails: an entry that can't be read is
made anew, one that can't be written is done without.

The folder is $NEWSLINT_CACHE_DIR, else a folder of the user's caches; NEWSLINT_CACHE=off stands for none. It may be
deleted at any time.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable
from zlib import crc32

from newslint import __version__
from newslint.engine.program import Program
from newslint.engine.stored import VERSION, open_program
from newslint.runner.request import Request
from newslint.storage import Damaged, Stored, expressions
from newslint.storage.folder import cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SUFFIX = ".newslint"
_MOST = 24
_LARGEST = 256 << 20
"""Entries, and bytes of all together, that are kept; the rest goes, the longest unused first."""
_DAY = 86_400
_TICK = 20_000_000
"""Nanoseconds within which two changes of a file may have the same time."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CODE = ("checks", "config", "engine", "matching", "model", "rulebook", "storage", "text")
"""Rooms whose code has a say in what is stored."""

File = tuple[str, int, int]
"""Path, size in bytes, time of the last change in nanoseconds."""


class Entry:
    """A valid entry."""

    __slots__ = ("_file", "_path", "config")

    def __init__(self, file: Stored, path: str) -> None:
        self._file = file
        self._path = path
        self.config: Any = file.value("config")
        """The configuration as plain values."""

    @property
    def program(self) -> Program:
        """The rules. Raises Damaged; so does using them."""
        return open_program(self._file)

    def discard(self) -> None:
        """Take away an entry that has turned out to be damaged."""
        _remove(self._path)


def find(request: Request, config: str) -> Entry | None:
    """The entry of a request and a configuration (an absolute path, "" for none), if there is one to be used."""
    folder = cache_folder() if request.cache else None
    if folder is None:
        return None
    key = _key(request, config)
    path = _path(folder, key)
    try:
        file = Stored(path)
        if file.value("key") != key or not all(map(_unchanged, file.value("files"))):
            return None
        _refresh(path)
        return Entry(file, path)
    except (OSError, Damaged):
        return None


def store(request: Request, config: str, settings: object, program: Program, read: Iterable[str], since: int) -> None:
    """Write an entry.

    settings: the configuration as plain values. read: the files that all this came from, beside newslint's own, first
    opened at the time `since` (nanoseconds): one that may have changed later makes the entry useless.
    """
    folder = cache_folder() if request.cache else None
    if folder is None:
        return
    from newslint.engine.stored import save
    from newslint.storage.write import Unstorable, Writer

    try:
        inside = os.path.join(_PACKAGE, "_rules", "")
        files = [_state(p) for p in dict.fromkeys([*_own(), *read]) if not p.startswith(inside)]
        if any(changed >= since - _TICK for _, _, changed in files):
            return
        key = _key(request, config)
        file = Writer()
        file.value("key", key)
        file.value("files", files)
        file.value("config", settings)
        save(program, file)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        file.save(_path(folder, key))
    except (OSError, Unstorable):
        return
    _prune(folder)


def use_expressions() -> None:
    """Take regular expressions from the cache, and gather others for `keep_expressions`."""
    folder = cache_folder()
    if folder is None:
        return
    path = _path(folder, ("expressions", *expressions.build()))
    expressions.use(path)
    _refresh(path)


def keep_expressions() -> None:
    """Leave what had to be made for the next run."""
    folder = cache_folder()
    if folder is None or not expressions.gathered():
        return
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        expressions.keep()
    except OSError:
        pass


def _key(request: Request, config: str) -> tuple[object, ...]:
    """All that an entry depends on beside the files."""
    packs = tuple(os.path.abspath(p) if os.path.exists(p) else p for p in request.packs)
    return VERSION, __version__, sys.version, _PACKAGE, config, packs, request.select, request.ignore


def _path(folder: str, key: tuple[object, ...]) -> str:
    text = repr(key).encode("utf-8", "surrogatepass")
    # Two sums of one kind differ by a constant only: the second takes the text backwards.
    return os.path.join(folder, f"{crc32(text):08x}{crc32(text[::-1]):08x}{_SUFFIX}")


def _own() -> list[str]:
    """Files of newslint itself that tell one version from another. A wheel's are written together; in a checkout each
    may change, and the rule files there are among those that were read."""
    first = os.path.join(_PACKAGE, "__init__.py")
    if os.path.isdir(os.path.join(_PACKAGE, "_rules")):
        return [first]
    code = [first]
    for room in _CODE:
        for folder, _, names in os.walk(os.path.join(_PACKAGE, room)):
            code += [os.path.join(folder, name) for name in names if name.endswith(".py")]
    return code


def _state(path: str) -> File:
    found = os.stat(path)
    return path, found.st_size, found.st_mtime_ns


def _unchanged(file: File) -> bool:
    found = os.stat(file[0])
    return found.st_size == file[1] and found.st_mtime_ns == file[2]


def _refresh(path: str) -> None:
    """Mark a file as used, once a day."""
    try:
        if time.time() - os.stat(path).st_mtime > _DAY:
            os.utime(path)
    except OSError:
        pass


def _prune(folder: str) -> None:
    """Take away what is too much, and what a writer left that was stopped."""
    kept = size = 0
    try:
        with os.scandir(folder) as listing:
            found = sorted(((e.stat(), e.path) for e in listing), key=lambda f: f[0].st_mtime, reverse=True)
    except OSError:
        return
    for state, path in found:
        if path.endswith(_SUFFIX):
            kept, size = kept + 1, size + state.st_size
            if kept > _MOST or (size > _LARGEST and kept > 1):
                _remove(path)
        elif path.endswith(".part") and _SUFFIX in path and time.time() - state.st_mtime > _DAY:
            _remove(path)


def _remove(path: str) -> None:
    try:  # noqa: SIM105  `contextlib` takes half a millisecond to import
        os.unlink(path)
    except OSError:
        pass
