"""JSON: every level, every file read, in one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from math import inf

import newslint
from newslint.model import Diagnostic, Fix, Origin, ReadError, Related, Report, Span, Summary
from newslint.model.record import VERSION, error_record, summary_record
from newslint.native import native
from newslint.reporters.base import Reporter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

try:
    # json itself takes longer to load than an article to check.
    from _json import encode_basestring_ascii as quoted
except ImportError:
    from json.encoder import encode_basestring_ascii as quoted


def dumps(value: object) -> str:
    """A plain value as JSON."""
    import json

    return json.dumps(value)


class JsonReporter(Reporter):
    """The shape is described in docs/json.md. One file a line, written as it comes, so that memory stays bounded.

    Only ASCII is written: no console and no pipe can spoil it, and lone surrogates stay valid.
    """

    def begin(self) -> None:
        self._errors: list[ReadError] = []
        self._first = True
        self._timings = ""
        self.write(f'{{"version": {VERSION}, "newslint": {quoted(newslint.__version__)},\n "files": [')

    def rendered(self, report: Report) -> str:
        return _file(report)

    def add(self, rendered: str) -> None:
        self.write(("\n  " if self._first else ",\n  ") + rendered)
        self._first = False

    def error(self, error: ReadError) -> None:
        self._errors.append(error)

    def timings(self, record: Mapping[str, Any]) -> None:
        self._timings = f' "timings": {dumps(record)},\n'

    def end(self, summary: Summary) -> None:
        errors = dumps([error_record(e) for e in self._errors]) if self._errors else "[]"
        counts = "{" + ", ".join(f'"{name}": {count}' for name, count in summary_record(summary).items()) + "}"
        self.write(f'],\n "errors": {errors},\n{self._timings} "summary": {counts}, "verdict": "{summary.verdict}"}}\n')


# What follows writes model.record.file_record as `json.dumps` would, in a fraction of the time: in a run with many
# findings it is a tenth of all. A test holds the two together.


class _Known(dict["Any", str]):
    """Texts of the rules and the program as JSON."""

    def __missing__(self, text: str | None) -> str:
        written = self[text] = quoted(str(text)) if text is not None else "null"
        return written


_known = _Known()


def _file(report: Report) -> str:
    source = report.source
    diagnostics, starts = report.diagnostics, source.line_starts
    if native is not None:
        found = native.listed(diagnostics, starts, _known, _related, _more)
    else:
        found = ", ".join(_listed(diagnostics, starts))
    notices = f', "notices": {dumps(report.notices)}' if report.notices else ""
    return f'{{"path": {quoted(source.path)}, "verdict": "{report.verdict}", "diagnostics": [{found}]{notices}}}'


def _listed(diagnostics: Iterable[Diagnostic], starts: list[int]) -> Iterator[str]:
    known, ends = _known, [*starts[1:], inf]
    line, low, high = 0, 0, 0.0
    for rule, severity, message, span, match, zone, fixes, related, mark, url, part, part_span, origin in diagnostics:
        start, end = span
        if not low <= start < high:
            line = bisect_right(starts, start)
            low, high = starts[line - 1], ends[line - 1]
        last = line if end < high else bisect_right(starts, end)
        column, end_column = start - low + 1, end - starts[last - 1] + 1
        edits = ", ".join(map(_fix, fixes)) if fixes else ""
        others = _related(related, starts) if related else ""
        more = _more(part, part_span, origin) if part or origin else ""
        yield (
            f'{{"rule": {known[rule]}, "severity": {known[severity]}, "message": {quoted(message)}, '
            f'"zone": {known[zone]}, "match": {quoted(match)}, "line": {line}, "column": {column}, '
            f'"end_line": {last}, "end_column": {end_column}, "offset": {start}, "end_offset": {end}, '
            f'"fixes": [{edits}], "related": [{others}], "fingerprint": "{mark}", "url": {known[url]}{more}}}'
        )


def _fix(fix: Fix) -> str:
    title, edits, applicability = fix
    changes = ", ".join([f'{{"offset": {a}, "end_offset": {b}, "text": {quoted(text)}}}' for (a, b), text in edits])
    return f'{{"title": {quoted(title)}, "applicability": {_known[applicability]}, "edits": [{changes}]}}'


def _related(related: Iterable[Related], starts: list[int]) -> str:
    return ", ".join([f'{{"message": {quoted(r.message)}, {_place(r.span, starts)}}}' for r in related])


def _place(span: Span, starts: list[int]) -> str:
    start, end = span
    line, last = bisect_right(starts, start), bisect_right(starts, end)
    return (
        f'"line": {line}, "column": {start - starts[line - 1] + 1}, "end_line": {last}, '
        f'"end_column": {end - starts[last - 1] + 1}, "offset": {start}, "end_offset": {end}'
    )


def _more(part: str, span: Span | None, origin: Origin | None) -> str:
    """The fields that few findings have."""
    field = ""
    if part and span:
        field = f', "part": {quoted(part)}, "part_offset": {span.start}, "part_end_offset": {span.end}'
    return field + f', "origin": {dumps(origin._asdict())}' if origin else field
