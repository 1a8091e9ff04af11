"""A checker that takes down what takes how long, for `newslint check --timings`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from newslint.config import Config
from newslint.engine import Linter
from newslint.engine.timings import Timings
from newslint.model import Document, Report
from newslint.readers import ReadContext
from newslint.runner.asked import Asked
from newslint.runner.checker import Checker
from newslint.runner.find import Target
from newslint.runner.request import Request

T = TypeVar("T")


class TimedChecker(Checker[T]):
    """Checks articles in this process, and books every step."""

    def __init__(self, request: Request, make: Callable[[Report], T], timings: Timings) -> None:
        super().__init__(request, make)
        self.timings: Timings = timings

    def linter(self, config: Config) -> Linter:
        self.timings.start(("step", "loading rules"))
        try:
            return super().linter(config)
        finally:
            self.timings.stop()

    def _read(self, data: bytes, target: Target, context: ReadContext) -> Document:
        self.timings.start(("step", "reading"))
        try:
            return super()._read(data, target, context)
        finally:
            self.timings.stop()

    def _ask(self, config: Config, document: Document, linter: Linter) -> Asked:
        self.timings.start(("step", "asking others"))
        try:
            asked = super()._ask(config, document, linter)
            len(asked)  # waits, so that the time is booked here
            return asked
        finally:
            self.timings.stop()

    def _finish(self, report: Report) -> T:
        self.timings.start(("step", "output"))
        try:
            return super()._finish(report)
        finally:
            self.timings.stop()
