"""The contract of output formats, and finding one by its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from newslint.model import Diagnostic, ReadError, Report, Severity, Summary

BUILT_IN: dict[str, str] = {
    "text": "newslint.reporters.text:TextReporter",
    "concise": "newslint.reporters.concise:ConciseReporter",
    "json": "newslint.reporters.json:JsonReporter",
}
"""Format name -> module:class of the built-in reporters."""

GROUP = "newslint.reporters"
"""Entry point group of further ones."""


class Style(NamedTuple):
    """How output may look. `width` is in terminal cells. `encoding` is that of the output: what it lacks is escaped.
    `min_level` leaves lesser findings out of the formats for people. `quiet`: findings only, no closing line."""

    color: bool = False
    width: int = 80
    encoding: str = "utf-8"
    min_level: Severity = Severity.SUGGESTION
    quiet: bool = False


class Reporter:
    """Writes one run in one format. Calls come in this order: begin; report and error as results come in; end."""

    def __init__(self, write: Callable[[str], object], style: Style) -> None:
        self.write = write
        self.style = style

    def begin(self) -> None:
        """The run starts."""

    def report(self, report: Report) -> None:
        """A file was checked; `report.source.path` names it."""

    def error(self, error: ReadError) -> None:
        """A file could not be checked. (The command says so on standard error, whatever the format.)"""

    def end(self, summary: Summary) -> None:
        """The run is over."""

    def shown(self, report: Report) -> list[Diagnostic]:
        """The findings at `min_level` and above."""
        least = self.style.min_level.rank
        return [d for d in report.diagnostics if d.severity.rank >= least]


class UnknownReporter(ValueError):
    """No reporter has the name."""


def reporters() -> list[str]:
    """Names of the built-in formats."""
    return list(BUILT_IN)


def reporter(name: str) -> type[Reporter]:
    """The reporter of a format. Raises UnknownReporter."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        kind = getattr(import_module(module), attribute)
    else:
        # Entry points cost 30 ms to read: only for a name that is not our own.
        from importlib.metadata import entry_points

        found = tuple(entry_points(group=GROUP, name=name))
        if not found:
            raise UnknownReporter(f"unknown format '{name}'; known: {', '.join(BUILT_IN)}")
        kind = found[0].load()
    if not (isinstance(kind, type) and issubclass(kind, Reporter)):
        raise UnknownReporter(f"entry point for format '{name}' is not a newslint.reporters.Reporter")
    return kind
