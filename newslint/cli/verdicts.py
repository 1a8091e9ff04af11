"""A file of verdicts on findings: CSV with place and verdict, and no word of the articles."""

from __future__ import annotations

import csv
import os

from click.exceptions import Exit

from newslint.cli import FAILED
from newslint.cli.terminal import note
from newslint.model.records import NamedTuple
from newslint.runner.trial import Hit

HEAD = ["rule", "path", "line", "column", "fingerprint", "verdict"]
RIGHT, WRONG = "right", "wrong"


class Key(NamedTuple):
    """What a verdict is about. The fingerprint holds when the lines above change."""

    rule: str
    path: str
    fingerprint: str


class Verdicts:
    """Verdicts, kept in a file as they are given: none is lost if the judging stops."""

    def __init__(self, path: str = "") -> None:
        """`path`: the file, read if it exists; "" keeps them for this run only. A wrong file ends the command."""
        self._path = path
        self._known: dict[Key, bool] = {}
        if path and os.path.exists(path):
            self._read()

    def of(self, hit: Hit) -> bool | None:
        """Whether a hit was judged right; None if nobody has judged it."""
        return self._known.get(Key(hit.rule, hit.path, hit.fingerprint))

    def add(self, hit: Hit, right: bool) -> None:
        """Keep a verdict. A file that can't be written ends the command."""
        self._known[Key(hit.rule, hit.path, hit.fingerprint)] = right
        if not self._path:
            return
        try:
            new = not os.path.exists(self._path) or not os.path.getsize(self._path)
            with open(self._path, "a", encoding="utf-8", newline="") as file:
                rows = csv.writer(file, lineterminator="\n")
                if new:
                    rows.writerow(HEAD)
                row = (hit.rule, hit.path, hit.line, hit.column, hit.fingerprint, RIGHT if right else WRONG)
                rows.writerow(row)
        except OSError as error:
            raise _stop(f"cannot write {self._path}: {error.strerror}") from None

    def _read(self) -> None:
        try:
            with open(self._path, encoding="utf-8", newline="") as file:
                rows = csv.DictReader(file)
                if rows.fieldnames != HEAD:
                    raise _stop(f"{self._path}: no file of verdicts; expected the columns {', '.join(HEAD)}")
                for row in rows:
                    if row["verdict"] not in (RIGHT, WRONG):
                        message = f"found '{row['verdict']}', expected {RIGHT} or {WRONG}"
                        raise _stop(f"{self._path}:{rows.line_num}: {message}")
                    self._known[Key(row["rule"], row["path"], row["fingerprint"])] = row["verdict"] == RIGHT
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            raise _stop(f"{self._path}: cannot be read: {error}") from None


def _stop(message: str) -> Exit:
    """Say what is wrong, and give the exit to raise."""
    note(message)
    return Exit(FAILED)
