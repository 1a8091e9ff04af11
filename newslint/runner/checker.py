"""Reads one article after another and checks it."""

from __future__ import annotations

import os

from newslint.config import Config
from newslint.engine import Linter
from newslint.model import ReadError, Report
from newslint.readers import ReadContext, UnknownFormat, Unreadable, read_bytes
from newslint.runner.find import Target
from newslint.runner.linters import make_linter, mend
from newslint.runner.request import Request
from newslint.storage import Damaged


class Checker:
    """Checks articles; a configuration's linter is made once."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._linters: dict[str, Linter] = {}

    def linter(self, config: Config) -> Linter:
        """The linter for the articles of a configuration. Raises RulebookError."""
        linter = self._linters.get(config.path)
        if linter is None:
            linter = self._linters[config.path] = make_linter(config, self._request)
        return linter

    def check(self, target: Target) -> Report | ReadError | None:
        """The report of an article, or why there is none; None for a file that a folder held and that is gone."""
        try:
            with open(target.path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return ReadError(target.path, "no such file") if target.named else None
        except OSError as error:
            return ReadError(target.path, f"cannot be read: {error.strerror}")
        return self.check_bytes(data, target)

    def check_bytes(self, data: bytes, target: Target) -> Report | ReadError:
        """The report of an article whose bytes are at hand, or why there is none."""
        config = target.config
        try:
            return self._check(data, target, self.linter(config))
        except Damaged:
            linter = self._linters[config.path] = mend(config, self._request)
            return self._check(data, target, linter)

    def _check(self, data: bytes, target: Target, linter: Linter) -> Report | ReadError:
        config = target.config
        metadata = config.metadata_of(target.path) | dict(self._request.metadata)
        context = ReadContext(linter.lexicon, metadata, options(config))
        try:
            return linter.lint(read_bytes(data, target.path, target.format, context))
        except (UnknownFormat, Unreadable) as error:
            return ReadError(target.path, str(error))
        except Damaged:
            raise
        except Exception as error:
            # One article that trips a fault must not keep the others from being checked.
            if os.environ.get("NEWSLINT_DEBUG"):
                raise
            return ReadError(target.path, f"internal error, please report it: {type(error).__name__}: {error}")


def options(config: Config) -> dict[str, object]:
    """The readers' settings in a configuration, as ReadContext takes them."""
    return {"front_matter": config.front_matter} if config.front_matter else {}
