"""Reads a configuration file. (Being written.)"""

from __future__ import annotations

from pathlib import Path

from newslint.config.config import Config


def load_config(path: Path) -> Config:
    """The configuration of a file. Raises RulebookError."""
    return Config(str(path), path.absolute().parent)
