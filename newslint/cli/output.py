"""Where a run's output goes: the terminal, and files that appear whole or not at all."""

from __future__ import annotations

import sys

from newslint.cli.terminal import note, put, use_color, width
from newslint.model import ReadError, Severity, Summary
from newslint.reporters import Rendered, Rendering, Reporter, Style, UnknownReporter, reporter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Any

    from newslint.cli.files import OutputFile


class Outputs:
    """The reporters of a run. As a context manager it begins them, and completes or drops their files."""

    def __init__(self, format: str, output: tuple[str, ...], least: Severity | None, quiet: bool, color: str) -> None:
        """Raises click.UsageError for an unknown format and CannotWrite for a file that can't be written."""
        self._quiet = quiet
        self._files: list[OutputFile] = []
        self._reporters: list[Reporter] = []
        self._progress = 0
        self._bar = sys.stderr.isatty() and not quiet
        self._lost: OSError | None = None
        asked = [_split(item) for item in output]
        standard = [name or format for name, path in asked if path == "-"]
        if len(standard) > 1:
            raise _wrong_usage("--output: standard output ('-') takes one format.")
        to_terminal = bool(standard) or all(name for name, _ in asked)
        kinds = [(_reporter(name or format), path) for name, path in asked if path != "-"]
        main = _reporter(standard[0] if standard else format)
        for kind, path in kinds:
            from newslint.cli.files import OutputFile

            file = OutputFile(path)
            self._files.append(file)
            self._reporters.append(kind(file.write, Style(min_level=least, quiet=quiet)))
        if to_terminal:
            out = sys.stdout
            style = Style(use_color(color, out), width(out), getattr(out, "encoding", None) or "utf-8", least, quiet)
            self._reporters.append(main(self._write, style))

    def __enter__(self) -> Outputs:
        for r in self._reporters:
            r.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.clear()
        wrong: Exception | None = self._lost
        for file in self._files:
            wrong = file.closed(complete=kind is None) or wrong
        if wrong and kind is None:
            raise wrong

    @property
    def rendering(self) -> Rendering:
        """What makes of a report what `report` takes, in this or another process."""
        return Rendering(self._reporters)

    def report(self, found: Rendered) -> None:
        """Write a file's findings."""
        for r, piece in zip(self._reporters, found.pieces, strict=True):
            if found.report is not None and piece is None:
                r.report(found.report)
            else:
                r.add(piece)

    def error(self, error: ReadError) -> None:
        """Write what could not be checked."""
        for r in self._reporters:
            r.error(error)

    def timings(self, record: Mapping[str, Any]) -> None:
        """Write where the time went: a table on standard error, and into the formats that have a place for it."""
        from contextlib import suppress

        from newslint.reporters.timings import table

        for r in self._reporters:
            r.timings(record)
        if not self._quiet:
            self.clear()
            with suppress(OSError):
                put("\n".join(table(record)) + "\n", sys.stderr)

    def end(self, summary: Summary) -> None:
        """Write what it all comes to."""
        self.clear()
        for r in self._reporters:
            r.end(summary)

    def notice(self, text: str) -> None:
        """Tell the person, on standard error."""
        if not self._quiet:
            self.clear()
            note(text)

    def progress(self, done: int) -> None:
        """Show how far a long run is, where a person watches."""
        if self._bar and done > 50 and done % 20 == 0:
            text = f"{done} articles"
            sys.stderr.write("\r" + text)
            sys.stderr.flush()
            self._progress = len(text)

    def clear(self) -> None:
        """Take the progress line away, before anything else is written."""
        if self._progress:
            sys.stderr.write("\r" + " " * self._progress + "\r")
            sys.stderr.flush()
            self._progress = 0

    def _write(self, text: str) -> None:
        if self._lost:
            return
        self.clear()
        try:
            put(text, sys.stdout)
        except OSError as error:
            if not self._files:
                raise
            # The files are still to be had; what became of standard output is said after them.
            self._lost = error


def _split(item: str) -> tuple[str, str]:
    """Format and file of an --output; "" for no format. One letter before the colon is a drive."""
    name, colon, path = item.partition(":")
    if colon and path and len(name) > 1 and name.replace("-", "").isalnum():
        return name, path
    return "", item


def _reporter(name: str) -> type[Reporter]:
    try:
        return reporter(name)
    except UnknownReporter as error:
        raise _wrong_usage(str(error)) from None


def _wrong_usage(message: str) -> Exception:
    from click import UsageError

    return UsageError(message)
