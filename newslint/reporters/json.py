"""JSON: every level, every file read, in one document."""

from __future__ import annotations

from functools import cache
from json import dumps
from json.encoder import encode_basestring_ascii as quoted

import newslint
from newslint.model import Diagnostic, ReadError, Report, Source, Summary
from newslint.model.record import VERSION, error_record, place, summary_record
from newslint.reporters.base import Reporter


class JsonReporter(Reporter):
    """The shape is described in docs/json.md. One file a line, written as it comes, so that memory stays bounded.

    Only ASCII is written: no console and no pipe can spoil it, and lone surrogates stay valid.
    """

    def begin(self) -> None:
        self._errors: list[ReadError] = []
        self._first = True
        self.write(f'{{"version": {VERSION}, "newslint": {dumps(newslint.__version__)},\n "files": [')

    def rendered(self, report: Report) -> str:
        return _file(report)

    def add(self, rendered: str) -> None:
        self.write(("\n  " if self._first else ",\n  ") + rendered)
        self._first = False

    def error(self, error: ReadError) -> None:
        self._errors.append(error)

    def end(self, summary: Summary) -> None:
        errors = dumps([error_record(e) for e in self._errors])
        counts = dumps(summary_record(summary))
        self.write(f'],\n "errors": {errors},\n "summary": {counts}, "verdict": "{summary.verdict}"}}\n')


# What follows writes model.record.file_record as `json.dumps` would, in a third of the time: in a run with many
# findings that is a tenth of all. A test holds the two together.


def _file(report: Report) -> str:
    source = report.source
    found = ", ".join([_diagnostic(d, source) for d in report.diagnostics])
    return f'{{"path": {quoted(source.path)}, "verdict": "{report.verdict}", "diagnostics": [{found}]}}'


@cache
def _known(text: str | None) -> str:
    """A text of the rules or the program as JSON."""
    return quoted(str(text)) if text is not None else "null"


def _diagnostic(d: Diagnostic, source: Source) -> str:
    fixes = ", ".join(
        [
            f'{{"title": {quoted(title)}, "applicability": "{applicability}", "edits": ['
            + ", ".join(
                [f'{{"offset": {a}, "end_offset": {b}, "text": {quoted(text)}}}' for (a, b), text in edits],
            )
            + "]}"
            for title, edits, applicability in d.fixes
        ]
    )
    related = ", ".join([f'{{"message": {quoted(r.message)}, {_place(r.span, source)}}}' for r in d.related])
    part = ""
    if d.part and d.part_span:
        part = f', "part": {quoted(d.part)}, "part_offset": {d.part_span.start}, "part_end_offset": {d.part_span.end}'
    return (
        f'{{"rule": {_known(d.rule)}, "severity": "{d.severity}", "message": {quoted(d.message)}, '
        f'"zone": {_known(d.zone)}, "match": {quoted(d.match)}, {_place(d.span, source)}, "fixes": [{fixes}], '
        f'"related": [{related}], "fingerprint": "{d.fingerprint}", "url": {_known(d.url)}{part}}}'
    )


def _place(span: tuple[int, int], source: Source) -> str:
    line, column, end_line, end_column = place(span, source)
    return (
        f'"line": {line}, "column": {column}, "end_line": {end_line}, "end_column": {end_column}, '
        f'"offset": {span[0]}, "end_offset": {span[1]}'
    )
