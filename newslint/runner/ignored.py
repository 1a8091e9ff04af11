"""What git ignores, as far as the .gitignore files on the way say."""

from __future__ import annotations

import os
from pathlib import Path

from newslint.config.paths import PathPatterns, fault

_Rules = tuple[tuple[Path, PathPatterns], ...]
"""Patterns with the folder they are relative to, the weakest first."""


class GitIgnored:
    """Answers whether a path is ignored. The .gitignore files of a folder and those above it, up to the one that holds
    .git, count; outside a repository only those from the first folder asked about downwards."""

    def __init__(self) -> None:
        self._known: dict[Path, _Rules] = {}
        self._below: set[Path] = set()

    def enter(self, folder: Path) -> None:
        """Begin at an absolute folder: collect what stands above it in its repository."""
        if folder in self._known:
            return
        above = [folder, *folder.parents]
        root = next((i for i, f in enumerate(above) if (f / ".git").exists()), 0)
        rules: _Rules = ()
        if (exclude := _read(above[root] / ".git" / "info" / "exclude")) is not None:
            rules = ((above[root], exclude),)
        for f in reversed(above[: root + 1]):
            rules = self._known[f] = self._add(rules, f)

    def descend(self, folder: Path) -> None:
        """Go on to a folder inside one that was entered before."""
        if folder not in self._known:
            self._known[folder] = self._add(self._known[folder.parent], folder)
            self._below.add(folder)

    def leave(self, folder: Path) -> None:
        """Forget a folder that has been gone through, unless it was entered."""
        if folder in self._below:
            self._below.remove(folder)
            del self._known[folder]

    def ignores(self, folder: Path, name: str, is_folder: bool) -> bool:
        """Whether an entry of an entered folder is ignored."""
        for base, patterns in reversed(self._known[folder]):
            inside = os.path.relpath(folder / name, base).replace(os.sep, "/")
            decision = patterns.decide(inside + "/" if is_folder else inside)
            if decision is not None:
                return decision
        return False

    @staticmethod
    def _add(rules: _Rules, folder: Path) -> _Rules:
        patterns = _read(folder / ".gitignore")
        return rules if patterns is None else (*rules, (folder, patterns))


def _read(path: Path) -> PathPatterns | None:
    try:
        lines = path.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return None
    lines = [line for line in lines if line.strip() and not line.startswith("#")]
    if fault(*lines):
        # As git does, a pattern that can't be understood is passed over.
        lines = [line for line in lines if not fault(line)]
    return PathPatterns(tuple(lines)) if lines else None
