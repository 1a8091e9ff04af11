"""Which configuration governs a file: the nearest one above it."""

from __future__ import annotations

from pathlib import Path

from newslint.config.config import Config
from newslint.rulebook.problems import RulebookError

NAMES = ("newslint.yaml", "newslint.yml", "pyproject.toml")
"""Files looked for in each folder, the strongest first. A pyproject.toml counts if it has [tool.newslint]."""

DEFAULT = Config()


class Configs:
    """Configurations by folder, each read once.

    `fixed` governs every file in place of discovery: the DEFAULT for --no-config, or a file's for --config.
    """

    def __init__(self, fixed: Config | None = None) -> None:
        self._fixed = fixed
        self._by_folder: dict[Path, Config | RulebookError] = {}

    def of_folder(self, folder: Path) -> Config:
        """The configuration that governs the files of an absolute folder.

        It is the nearest one upwards, up to the folder that holds .git: what is outside a repository doesn't change
        what is found in it. Raises RulebookError for one with mistakes.
        """
        if self._fixed is not None:
            return self._fixed
        known = self._by_folder.get(folder)
        if known is None:
            known = self._by_folder[folder] = self._look(folder)
        if isinstance(known, RulebookError):
            raise known
        return known

    def of_file(self, path: str) -> Config:
        """The configuration that governs a file. Raises RulebookError for one with mistakes."""
        return self._fixed if self._fixed is not None else self.of_folder(Path(path).absolute().parent)

    def _look(self, folder: Path) -> Config | RulebookError:
        try:
            for name in NAMES:
                path = folder / name
                if path.is_file() and (name != NAMES[-1] or b"tool.newslint" in path.read_bytes()):
                    # Only here, for it brings YAML with it.
                    from newslint.config.load import load_config

                    return load_config(path)
            if folder.parent == folder or (folder / ".git").exists():
                return DEFAULT
            return self.of_folder(folder.parent)
        except RulebookError as error:
            return error
