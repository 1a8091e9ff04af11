"""Finds the articles that paths stand for, one after the other, in order of their paths."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import islice

from newslint.config import Config, Configs
from newslint.model import ReadError
from newslint.model.records import NamedTuple
from newslint.readers import base as readers
from newslint.rulebook.problems import RulebookError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.runner.ignored import GitIgnored

STDIN = "-"
NO_ARTICLES = ("README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "LICENCE", "REQUIREMENTS")
"""Files of a repository (README.md, requirements.txt) that are no articles, unless someone names them."""

_HELD = 5_000
"""Names of one folder that are held at a time."""


class Target(NamedTuple):
    """An article to read. `path` is as it was given (or the folder as given, and the way from there); `named` says
    that a person named the file itself; `size` is in bytes."""

    path: str
    format: str
    config: Config
    named: bool = False
    size: int = 0


Found = Target | ReadError


def find(paths: Iterable[str], configs: Configs, notify: Callable[[str], None] = print) -> Iterator[Found]:
    """The articles that files and folders stand for, each once, in order of their paths, and what can't be checked.
    "-" is left out. `notify` gets notices for the person who asked.

    A folder stands for the files in it, at any depth, with a known suffix (or a format by configuration), without
    hidden and git-ignored ones; links to folders are not followed. A file is taken as named, unless the
    configuration leaves it out. A faulty configuration is told once, and the files it governs are left out.

    No more than one folder's names are held for each level, and of a large folder only some at a time.
    """
    return _Finder(configs, notify).find([path for path in paths if path != STDIN])


class _Folder(NamedTuple):
    """A folder to walk: its absolute path, and what people see before the names in it."""

    full: str
    shown: str


class _Finder:
    def __init__(self, configs: Configs, notify: Callable[[str], None]) -> None:
        self._configs = configs
        self._notify = notify
        self._told: set[ReadError] = set()
        self._files: set[str] = set()
        self._folders: dict[str, str] = {}
        """Named files and folders by absolute path; the folders with what is shown before the names in them."""

    @cached_property
    def _ignored(self) -> GitIgnored:
        # Only folders need it.
        from newslint.runner.ignored import GitIgnored

        return GitIgnored()

    def find(self, paths: list[str]) -> Iterator[Found]:
        """All of it."""
        files: list[Found] = []
        for path in paths:
            files += self._named(path)
        files.sort(key=lambda found: found.path)
        streams = [self._walk(full, shown) for full, shown in self._folders.items()]
        if not streams:
            return iter(files)
        if not files and len(streams) == 1:
            return streams[0]
        from heapq import merge

        return merge(files, *streams, key=lambda found: found.path)

    def _named(self, path: str) -> Iterator[Found]:
        """The article of a path that a person named; a folder is only remembered."""
        try:
            state = os.stat(path)
        except FileNotFoundError:
            yield ReadError(path, "no such file or folder")
            return
        except (OSError, ValueError) as error:
            yield ReadError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}")
            return
        full = os.path.abspath(path)
        if stat.S_ISDIR(state.st_mode):
            if full not in self._folders:
                shown = "" if path == os.curdir else os.path.join(path, "")
                spelled = self._spelled(full, shown)
                self._folders[full] = os.path.join(spelled, "") if spelled else ""
        elif full not in self._files:
            self._files.add(full)
            if stat.S_ISREG(state.st_mode):
                yield from self._file(path, full, state.st_size)
            else:
                yield ReadError(path, _no_file(path, state.st_mode))

    def _file(self, path: str, full: str, size: int) -> Iterator[Found]:
        try:
            config = self._configs.of_file(path)
        except RulebookError as error:
            yield from self._problems(error)
            return
        if not config.wants(path):
            return
        format = config.format_of(path) or readers.format_of(path)
        if format is None:
            yield ReadError(path, unknown_suffix(path))
        else:
            yield Target(self._spelled(full, path), format, config, True, size)

    def _spelled(self, full: str, path: str) -> str:
        """The path of what lies in a folder that was named before, by way of that."""
        for folder, shown in self._folders.items():
            if full.startswith(os.path.join(folder, "")):
                return shown + full[len(os.path.join(folder, "")) :]
        return path

    def _problems(self, error: RulebookError) -> Iterator[ReadError]:
        for problem in problems_of(error):
            if problem not in self._told:
                self._told.add(problem)
                yield problem

    def _walk(self, full: str, shown: str) -> Iterator[Found]:
        """The articles below a named folder."""
        from pathlib import Path

        count = _Count()
        self._ignored.enter(Path(full))
        waiting = [self._entries(_Folder(full, shown), count)]
        while waiting:
            found = next(waiting[-1], None)
            if found is None:
                waiting.pop()
            elif isinstance(found, _Folder):
                waiting.append(self._entries(found, count))
            else:
                count.found += 1
                yield found
        if not count.found:
            self._notify(f"no articles in {shown.rstrip(os.sep) or full if shown else os.curdir} ({count.reason()})")

    def _entries(self, folder: _Folder, count: _Count) -> Iterator[_Folder | Found]:
        """What a folder holds: articles, and folders to go into."""
        from pathlib import Path

        full, shown = folder
        here = Path(full)
        try:
            config = self._configs.of_folder(full)
            self._ignored.descend(here)
            for entry in _listing(full):
                found = self._entry(entry, full, shown, config, count)
                if found is not None and not self._ignored.ignores(here, entry.name, isinstance(found, _Folder)):
                    yield found
        except RulebookError as error:
            count.found += 1
            yield from self._problems(error)
        except OSError as error:
            yield ReadError(shown or os.curdir, f"cannot be read: {error.strerror}")
        finally:
            self._ignored.leave(here)

    def _entry(
        self, entry: os.DirEntry[str], folder: str, shown: str, config: Config, count: _Count
    ) -> _Folder | Target | None:
        name = entry.name
        if name.startswith("."):
            return None
        full = os.path.join(folder, name)
        if entry.is_dir(follow_symlinks=False):
            if full in self._folders:
                count.found += 1
                return None
            inside = config.relative(full) if config.exclude else None
            if inside is not None and config.exclude.match(inside + "/"):
                count.leave(config)
                return None
            return _Folder(full, os.path.join(shown + name, ""))
        format = config.format_of(full) or readers.format_of(name)
        if format is None or not _is_file(entry):
            return None
        if full in self._files:
            count.found += 1
            return None
        if not config.wants(full):
            count.leave(config)
            return None
        if name.partition(".")[0].upper() in NO_ARTICLES and not config.files:
            return None
        return Target(shown + name, format, config, False, entry.stat().st_size)


class _Count:
    """What a walk has come to: articles, and files and folders that configurations left out."""

    def __init__(self) -> None:
        self.found = 0
        self._left = 0
        self._by = ""

    def leave(self, config: Config) -> None:
        """One that `files` or `exclude` left out."""
        self._left += 1
        self._by = config.path

    def reason(self) -> str:
        """Why there is nothing to check."""
        if self._left:
            what = "1 file or folder is" if self._left == 1 else f"{self._left} files or folders are"
            return f"{what} left out by 'files' or 'exclude' in {self._by}"
        return f"looked for {', '.join(suffixes())}"


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads to itself
        return False


def _listing(folder: str) -> Iterator[os.DirEntry[str]]:
    """The entries of a folder in the order of all paths below it. Raises OSError.

    An entry takes a kilobyte once its state was asked for: none is held that was given.
    """
    with os.scandir(folder) as listing:
        entries = sorted(islice(listing, _HELD), key=_order, reverse=True)
        more = next(listing, None) is not None
    if not more:
        while entries:
            yield entries.pop()
        return
    # Too many to hold: the folder is read again for each lot of the least that are left.
    from heapq import nsmallest

    last = ""
    while True:
        with os.scandir(folder) as listing:
            entries = nsmallest(_HELD, (e for e in listing if _order(e) > last), key=_order)
        if not entries:
            return
        last = _order(entries[-1])
        entries.reverse()
        while entries:
            yield entries.pop()


def _order(entry: os.DirEntry[str]) -> str:
    """What puts an entry where the paths below it belong: "a-b", then "a.txt", then all that lies in "a"."""
    return entry.name + os.sep if entry.is_dir(follow_symlinks=False) else entry.name


def _no_file(path: str, mode: int) -> str:
    """What to tell of something that is neither file nor folder: reading it may never end."""
    kind = "a named pipe" if stat.S_ISFIFO(mode) else "a socket" if stat.S_ISSOCK(mode) else "a device"
    return f"not a file but {kind}; to check what comes from it: newslint check - --stdin-filename NAME < {path}"


def problems_of(error: RulebookError) -> list[ReadError]:
    """The mistakes of a configuration or of rule files as entries of a report."""
    return [
        ReadError(p.path, f"{p.message}: {p.hint}" if p.hint else p.message, p.line, p.column) for p in error.problems
    ]


def suffixes() -> list[str]:
    """The suffixes that newslint knows."""
    return list(readers.SUFFIXES)


def unknown_suffix(path: str) -> str:
    """What to tell of a file whose suffix no reader knows."""
    suffix = os.path.splitext(path)[1]
    if suffix.lower() in (".docx", ".doc", ".odt", ".pdf", ".rtf"):
        return f"newslint doesn't read {suffix}; save it as text, Markdown or HTML"
    format = "fields" if suffix.lower() == ".json" else "text"
    what = f"unknown suffix {suffix}" if suffix else "no suffix"
    pattern = f"*{suffix}" if suffix else os.path.basename(path)
    return (
        f"{what}; known: {', '.join(suffixes())}. To check it all the same, name its format in the configuration "
        f"(formats: {{'{pattern}': {format}}}) or pipe it to 'newslint check - --stdin-format {format}'"
    )
