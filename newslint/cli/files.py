"""Files of the output."""

from __future__ import annotations

import os
from typing import IO

import click

from newslint.cli.terminal import note


class CannotWrite(click.ClickException):
    """A file of the output can't be written."""

    def __init__(self, path: str, error: OSError) -> None:
        super().__init__(f"cannot write {path}: {error.strerror or error}")

    def show(self, file: IO[str] | None = None) -> None:
        """Say so, as everything else is said."""
        note(self.message)


class OutputFile:
    """A file that takes its name only once it is complete. What is no regular file (a pipe, a device) is written as it
    comes."""

    def __init__(self, path: str) -> None:
        """Raises CannotWrite."""
        self._name = path
        self._path = os.path.realpath(path)
        self._part = ""
        try:
            if os.path.exists(self._path) and not os.path.isfile(self._path):
                self._file: IO[str] = open(self._path, "w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
                return
            self._part = f"{self._path}.{os.getpid()}.part"
            self._file = open(self._part, "x", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115
        except OSError as error:
            raise CannotWrite(path, error) from None

    def write(self, text: str) -> None:
        """Write on. Raises CannotWrite."""
        try:
            self._file.write(text)
        except OSError as error:
            raise CannotWrite(self._name, error) from None

    def closed(self, complete: bool) -> CannotWrite | None:
        """Give the file its name, or drop it. What went wrong, if it was to be complete."""
        wrong: OSError | None = None
        try:
            self._file.close()
            if self._part and complete:
                os.replace(self._part, self._path)
        except OSError as error:
            wrong = error
        if self._part and (wrong or not complete):
            os.unlink(self._part)
        return CannotWrite(self._name, wrong) if wrong and complete else None
