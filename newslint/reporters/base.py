"""The contract of output formats, and finding one by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from newslint.model import Diagnostic, ReadError, Report, Severity, Summary
from newslint.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

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
    `min_level` leaves lesser findings out of the formats for people; None leaves out suggestions that block nothing.
    `quiet`: findings only, no closing line."""

    color: bool = False
    width: int = 80
    encoding: str = "utf-8"
    min_level: Severity | None = Severity.SUGGESTION
    quiet: bool = False


class Reporter:
    """Writes one run in one format. Calls come in this order: begin; report and error as results come in; end.

    A format whose files don't depend on each other does without `report`: it has `rendered`, which works in the process
    that checked the file, and if need be `add`.
    """

    def __init__(self, write: Callable[[str], object], style: Style) -> None:
        self.write = write
        self.style = style

    def begin(self) -> None:
        """The run starts."""

    def report(self, report: Report) -> None:
        """A file was checked; `report.source.path` names it."""
        self.add(self.rendered(report))

    def rendered(self, report: Report) -> Any:
        """What a file comes to in this format, as a plain value (text, a number, a tuple of them). It follows from the
        report and the style alone: the reporter may be a copy in another process, begun but given nothing else."""
        return ""

    def add(self, rendered: Any) -> None:
        """Take in what `rendered` gave for a file; by default it is text to write."""
        if rendered:
            self.write(rendered)

    def error(self, error: ReadError) -> None:
        """A file could not be checked. (The command says so on standard error, whatever the format.)"""

    def timings(self, record: Mapping[str, Any]) -> None:
        """Where the time went, as docs/json.md has it; only if that was asked for, and right before the end."""

    def end(self, summary: Summary) -> None:
        """The run is over."""

    def shown(self, report: Report) -> list[Diagnostic]:
        """The findings at `min_level` and above."""
        level = self.style.min_level
        least = level.rank if level else min(Severity.WARNING.rank, report.fail_level.rank)
        return [d for d in report.diagnostics if d.severity.rank >= least]


class Rendering:
    """Makes of a report what several reporters want of it; can be sent to another process."""

    def __init__(self, reporters: Sequence[Reporter]) -> None:
        self._reporters = reporters

    def __reduce__(self) -> tuple[Callable[..., Rendering], tuple[object, ...]]:
        return _copied, ([(type(r), r.style) for r in self._reporters],)

    def __call__(self, report: Report) -> Rendered:
        """The file's counts, and for each reporter what it rendered, or None where it wants the report itself."""
        levels = [d.severity for d in report.diagnostics]
        counts = (levels.count(Severity.ERROR), levels.count(Severity.WARNING), levels.count(Severity.SUGGESTION))
        own = [type(r).report is Reporter.report for r in self._reporters]
        pieces = [r.rendered(report) if o else None for r, o in zip(self._reporters, own, strict=True)]
        return Rendered((str(report.verdict), *counts), pieces, None if all(own) else report)


class Rendered(NamedTuple):
    """A checked file, ready to be written: the verdict and the number of errors, warnings and suggestions; a piece for
    each reporter; the report itself, where some reporter wants it."""

    counts: tuple[str, int, int, int]
    pieces: list[Any]
    report: Report | None


def _copied(reporters: Sequence[tuple[type[Reporter], Style]]) -> Rendering:
    copies = [kind(_nowhere, style) for kind, style in reporters]
    for copy in copies:
        copy.begin()
    return Rendering(copies)


def _nowhere(text: str) -> None:
    """What takes the output of a copy."""


class UnknownReporter(ValueError):
    """No reporter has the name."""


def reporters() -> list[str]:
    """Names of the built-in formats."""
    return list(BUILT_IN)


def reporter(name: str) -> type[Reporter]:
    """The reporter of a format. Raises UnknownReporter."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        kind = getattr(__import__(module, fromlist=[attribute]), attribute)
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
