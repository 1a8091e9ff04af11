"""Reads one article after another and checks it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from newslint.config import Config
from newslint.engine import Linter
from newslint.model import Document, ReadError, Report
from newslint.model.generics import Generic, TypeVar
from newslint.model.records import NamedTuple
from newslint.readers import ReadContext, UnknownFormat, Unreadable, read_bytes
from newslint.runner.asked import Asked
from newslint.runner.find import Target
from newslint.runner.linters import make_linter, mend
from newslint.runner.proposers import Proposers
from newslint.runner.request import Request
from newslint.storage import Damaged
from newslint.text.article import Twin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from newslint.engine.timings import Timings

T = TypeVar("T")


class Noticed(NamedTuple, Generic[T]):
    """What is made of an article's report, and what went amiss beside it: an error, or text for a notice."""

    result: T | ReadError
    notices: tuple[ReadError | str, ...]


Result: TypeAlias = "T | ReadError | Noticed[T] | None"
"""What is made of an article's report, or why there is none; None for a file that a folder held and that is gone."""


class Checker(Generic[T]):
    """Checks articles; a configuration's linter is made once.

    `configs` has the configurations whose linters are made, by their paths.
    """

    timings: Timings | None = None

    def __init__(self, request: Request, make: Callable[[Report], T], twins: Mapping[str, Twin] | None = None) -> None:
        """`make`: what is wanted of a report; where articles are checked in several processes it must go there. twins:
        for some paths the article with the same headline."""
        self.configs: dict[str, Config] = {}
        self.twins = twins or {}
        self._request = request
        self._make = make
        self._linters: dict[str, Linter] = {}
        self.proposers = Proposers(request)

    def __reduce__(self) -> tuple[type[Checker[T]], tuple[Request, Callable[[Report], T], Mapping[str, Twin]]]:
        return type(self), (self._request, self._make, self.twins)

    def linter(self, config: Config) -> Linter:
        """The linter for the articles of a configuration. Raises RulebookError."""
        linter = self._linters.get(config.path)
        if linter is None:
            linter = self._linters[config.path] = make_linter(config, self._request, self.timings)
            self.configs[config.path] = config
        return linter

    def check(self, target: Target) -> Result[T]:
        """What an article comes to."""
        try:
            with open(target.path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return ReadError(target.path, "no such file") if target.named else None
        except OSError as error:
            return ReadError(target.path, f"cannot be read: {error.strerror}")
        return self.check_bytes(data, target)

    def check_bytes(self, data: bytes, target: Target) -> T | ReadError | Noticed[T]:
        """The same of an article whose bytes are at hand."""
        config = target.config
        try:
            return self._check(data, target, self.linter(config))
        except Damaged:
            linter = self._linters[config.path] = mend(config, self._request, self.timings)
            return self._check(data, target, linter)

    def _check(self, data: bytes, target: Target, linter: Linter) -> T | ReadError | Noticed[T]:
        config = target.config
        metadata = config.metadata_of(target.path) | dict(self._request.metadata)
        context = ReadContext(linter.lexicon, metadata, options(config))
        try:
            document = self._read(data, target, context)
            with self._ask(config, document, linter) as asked:
                report = linter.lint(document, asked, self.twins.get(target.path))
            notices = asked.notices
            if not notices:
                return self._finish(report)
            report.notices = tuple(n.message if isinstance(n, ReadError) else n for n in notices)
            return Noticed(self._finish(report), notices)
        except (UnknownFormat, Unreadable) as error:
            return ReadError(target.path, str(error))
        except Damaged:
            raise
        except Exception as error:
            # One article that trips a fault must not keep the others from being checked.
            if os.environ.get("NEWSLINT_DEBUG"):
                raise
            return ReadError(target.path, f"internal error, please report it: {type(error).__name__}: {error}")

    def _read(self, data: bytes, target: Target, context: ReadContext) -> Document:
        return read_bytes(data, target.path, target.format, context)

    def _ask(self, config: Config, document: Document, linter: Linter) -> Asked:
        return self.proposers.ask(config, document, linter)

    def _finish(self, report: Report) -> T:
        return self._make(report)


def options(config: Config) -> dict[str, object]:
    """The readers' settings in a configuration, as ReadContext takes them."""
    return {"front_matter": config.front_matter} if config.front_matter else {}
