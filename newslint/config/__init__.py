"""Configuration: finding it, reading it, checking it."""

from newslint.config.config import Config, Named, PathFormat, PathMetadata
from newslint.config.discover import DEFAULT, Configs

__all__ = ["DEFAULT", "Config", "Configs", "Named", "PathFormat", "PathMetadata"]
