"""JSON: every level, every file read, in one document."""

from __future__ import annotations

import json

import newslint
from newslint.model import ReadError, Report, Summary
from newslint.model.record import VERSION, error_record, file_record, summary_record
from newslint.reporters.base import Reporter


class JsonReporter(Reporter):
    """The shape is described in docs/json.md. One file a line, written as it comes, so that memory stays bounded.

    Only ASCII is written: no console and no pipe can spoil it, and lone surrogates stay valid.
    """

    def begin(self) -> None:
        self._errors: list[ReadError] = []
        self._first = True
        self.write(f'{{"version": {VERSION}, "newslint": {json.dumps(newslint.__version__)},\n "files": [')

    def report(self, report: Report) -> None:
        self.write(("\n  " if self._first else ",\n  ") + json.dumps(file_record(report)))
        self._first = False

    def error(self, error: ReadError) -> None:
        self._errors.append(error)

    def end(self, summary: Summary) -> None:
        errors = json.dumps([error_record(e) for e in self._errors])
        counts = json.dumps(summary_record(summary))
        self.write(f'],\n "errors": {errors},\n "summary": {counts}, "verdict": "{summary.verdict}"}}\n')
