"""Finds the articles that paths stand for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import Config, Configs
from newslint.model import ReadError
from newslint.readers import base as readers
from newslint.rulebook.problems import RulebookError

if TYPE_CHECKING:
    from pathlib import Path

    from newslint.runner.ignored import GitIgnored

STDIN = "-"
NO_ARTICLES = ("README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "LICENCE", "REQUIREMENTS")
"""Files of a repository (README.md, requirements.txt) that are no articles, unless someone names them."""


class Target(NamedTuple):
    """An article to read. `path` is as it was given (or the folder as given, and the way from there); `named` says
    that a person named the file itself."""

    path: str
    format: str
    config: Config
    named: bool = False


class Found(NamedTuple):
    """What paths came to: articles by path, what can't be checked, and notices for the person who asked."""

    targets: list[Target]
    errors: list[ReadError]
    notices: list[str]


def find(paths: Iterable[str], configs: Configs) -> Found:
    """The articles that files and folders stand for, each once, sorted by path. "-" is left out.

    A folder stands for the files in it, at any depth, with a known suffix (or a format by configuration), without
    hidden and git-ignored ones; links to folders are not followed. A file is taken as named, unless the
    configuration leaves it out. A faulty configuration is among the errors, and the files it governs are left out.
    """
    finder = _Finder(configs)
    for path in paths:
        if path != STDIN:
            finder.add(path)
    finder.targets.sort(key=lambda t: t.path)
    return Found(finder.targets, list(dict.fromkeys(finder.errors)), finder.notices)


class _Finder:
    def __init__(self, configs: Configs) -> None:
        self.targets: list[Target] = []
        self.errors: list[ReadError] = []
        self.notices: list[str] = []
        self._configs = configs
        self._seen: set[str] = set()

    @cached_property
    def _ignored(self) -> GitIgnored:
        # Only folders need it.
        from newslint.runner.ignored import GitIgnored

        return GitIgnored()

    def add(self, path: str) -> None:
        """Take in a path that a person named."""
        try:
            is_folder = os.path.isdir(path)
            if not is_folder:
                os.stat(path)
        except FileNotFoundError:
            self.errors.append(ReadError(path, "no such file or folder"))
        except (OSError, ValueError) as error:
            self.errors.append(ReadError(path, f"cannot be read: {getattr(error, 'strerror', None) or error}"))
        else:
            if is_folder:
                self._add_folder(path)
            else:
                self._add_file(path)

    def _add_file(self, path: str) -> None:
        try:
            config = self._configs.of_file(path)
        except RulebookError as error:
            self.errors += problems_of(error)
            return
        if not config.wants(path):
            return
        format = config.format_of(path) or readers.format_of(path)
        if format is None:
            self.errors.append(ReadError(path, unknown_suffix(path)))
        else:
            self._take(Target(path, format, config, named=True))

    def _add_folder(self, path: str) -> None:
        from pathlib import Path

        before, errors = len(self._seen), len(self.errors)
        shown = "" if path == os.curdir else os.path.join(path, "")
        folder = Path(path).absolute()
        self._ignored.enter(folder)
        found = 0
        for target in self._walk(folder, shown):
            found += 1
            self._take(target)
        if not found and before == len(self._seen) and errors == len(self.errors):
            self.notices.append(f"no articles in {path} (looked for {', '.join(suffixes())})")

    def _take(self, target: Target) -> None:
        key = os.path.abspath(target.path)
        if key not in self._seen:
            self._seen.add(key)
            self.targets.append(target)

    def _walk(self, folder: Path, shown: str) -> Iterator[Target]:
        """The articles below an absolute folder; `shown` is the folder's path as people see it."""
        waiting = [(folder, shown)]
        while waiting:
            folder, shown = waiting.pop()
            try:
                config = self._configs.of_folder(folder)
                with os.scandir(folder) as listing:
                    entries = sorted(listing, key=lambda e: e.name)
            except RulebookError as error:
                self.errors += problems_of(error)
                continue
            except OSError as error:
                self.errors.append(ReadError(shown or os.curdir, f"cannot be read: {error.strerror}"))
                continue
            self._ignored.descend(folder)
            for entry in entries:
                target = self._entry(entry, folder, shown, config, waiting)
                if target:
                    yield target

    def _entry(
        self, entry: os.DirEntry[str], folder: Path, shown: str, config: Config, waiting: list[tuple[Path, str]]
    ) -> Target | None:
        """The article that an entry is; a folder is put among those that wait."""
        name = entry.name
        if name.startswith("."):
            return None
        path = shown + name
        if entry.is_dir(follow_symlinks=False):
            inside = config.relative(str(folder / name)) if config.exclude else None
            excluded = inside is not None and config.exclude.match(inside + "/")
            if not excluded and not self._ignored.ignores(folder, name, True):
                waiting.append((folder / name, os.path.join(path, "")))
            return None
        full = str(folder / name)
        format = config.format_of(full) or readers.format_of(name)
        if format is None or not os.path.isfile(full) or not config.wants(full):
            return None
        if name.partition(".")[0].upper() in NO_ARTICLES and not config.files:
            return None
        return None if self._ignored.ignores(folder, name, False) else Target(path, format, config)


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
