"""Configuration: finding it, reading it, checking it."""

from newslint.config.config import Config, Named, PathFormat, PathMetadata, from_plain
from newslint.config.discover import DEFAULT, Configs, read_config
from newslint.config.paths import shown

__all__ = [
    "DEFAULT", "Config", "Configs", "Named", "PathFormat", "PathMetadata", "from_plain", "read_config", "shown",
]  # fmt: skip
