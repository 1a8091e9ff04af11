"""Which configuration governs a file: the nearest one above it."""

from __future__ import annotations

import os
from collections.abc import Callable

from newslint.config.config import Config
from newslint.rulebook.problems import RulebookError

NAMES = ("newslint.yaml", "newslint.yml", "pyproject.toml")
"""Files looked for in each folder, the strongest first. A pyproject.toml counts if it has [tool.newslint]."""

DEFAULT = Config()


def read_config(path: str) -> Config:
    """The configuration of a file. Raises RulebookError."""
    # Only here, for it brings YAML with it.
    from newslint.config.load import load_config

    return load_config(path)


class Configs:
    """Configurations by folder, each read once.

    `fixed` governs every file in place of discovery: the DEFAULT for --no-config, or a file's for --config. `load`
    reads a configuration from an absolute path.
    """

    def __init__(self, fixed: Config | None = None, load: Callable[[str], Config] = read_config) -> None:
        self._fixed = fixed
        self._load = load
        self._by_folder: dict[str, Config | RulebookError] = {}

    def of_folder(self, folder: str | os.PathLike[str]) -> Config:
        """The configuration that governs the files of an absolute folder.

        It is the nearest one upwards, up to the folder that holds .git: what is outside a repository doesn't change
        what is found in it. Raises RulebookError for one with mistakes.
        """
        if self._fixed is not None:
            return self._fixed
        folder = os.fspath(folder)
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._look(folder)
        if isinstance(known, RulebookError):
            raise known
        return known

    def of_file(self, path: str) -> Config:
        """The configuration that governs a file. Raises RulebookError for one with mistakes."""
        return self._fixed if self._fixed is not None else self.of_folder(os.path.dirname(os.path.abspath(path)))

    def _look(self, folder: str) -> Config | RulebookError:
        try:
            for name in NAMES:
                path = os.path.join(folder, name)
                if os.path.isfile(path) and (name != NAMES[-1] or _counts(path)):
                    return self._load(path)
            above = os.path.dirname(folder)
            if above == folder or os.path.exists(os.path.join(folder, ".git")):
                return DEFAULT
            return self.of_folder(above)
        except RulebookError as error:
            return error


def _counts(path: str) -> bool:
    """Whether a pyproject.toml speaks of newslint."""
    with open(path, "rb") as file:
        return b"tool.newslint" in file.read()
