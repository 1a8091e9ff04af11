"""JSON: every level, every file read, in one document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import newslint
from newslint.model import Diagnostic, Fix, ReadError, Report, Summary
from newslint.model.record import VERSION, error_record, summary_record
from newslint.reporters.base import Reporter

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


class _Known(dict[Any, str]):
    """Texts of the rules and the program as JSON."""

    def __missing__(self, text: str | None) -> str:
        written = self[text] = quoted(str(text)) if text is not None else "null"
        return written


class _Heads(dict[tuple[str, str], str]):
    """How the findings of a rule at a level begin."""

    def __missing__(self, key: tuple[str, str]) -> str:
        head = self[key] = f'{{"rule": {quoted(key[0])}, "severity": "{key[1]}", "message": '
        return head


_known = _Known()
_heads = _Heads()


def _file(report: Report) -> str:
    source = report.source
    starts = source.line_starts
    found = ", ".join([_diagnostic(d, starts) for d in report.diagnostics])
    notices = f', "notices": {dumps(report.notices)}' if report.notices else ""
    return f'{{"path": {quoted(source.path)}, "verdict": "{report.verdict}", "diagnostics": [{found}]{notices}}}'


def _diagnostic(d: Diagnostic, starts: list[int]) -> str:
    rule, severity, message, span, match, zone, fixes, related, fingerprint, url, part, part_span, origin = d
    listed = ", ".join(map(_fix, fixes)) if fixes else ""
    others = ""
    if related:
        others = ", ".join([f'{{"message": {quoted(r.message)}, {_place(r.span, starts)}}}' for r in related])
    field = ""
    if part and part_span:
        field = f', "part": {quoted(part)}, "part_offset": {part_span.start}, "part_end_offset": {part_span.end}'
    if origin:
        field += f', "origin": {dumps(origin._asdict())}'
    return (
        f'{_heads[rule, severity]}{quoted(message)}, "zone": {_known[zone]}, "match": {quoted(match)}, '
        f'{_place(span, starts)}, "fixes": [{listed}], "related": [{others}], "fingerprint": "{fingerprint}", '
        f'"url": {_known[url]}{field}}}'
    )


def _fix(fix: Fix) -> str:
    title, edits, applicability = fix
    changes = ", ".join([f'{{"offset": {a}, "end_offset": {b}, "text": {quoted(text)}}}' for (a, b), text in edits])
    return f'{{"title": {quoted(title)}, "applicability": "{applicability}", "edits": [{changes}]}}'


def _place(span: tuple[int, int], starts: list[int]) -> str:
    start, end = span
    line = last = bisect_right(starts, start)
    if end >= (starts[line] if line < len(starts) else end + 1):
        last = bisect_right(starts, end)
    return (
        f'"line": {line}, "column": {start - starts[line - 1] + 1}, "end_line": {last}, '
        f'"end_column": {end - starts[last - 1] + 1}, "offset": {start}, "end_offset": {end}'
    )
