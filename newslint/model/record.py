"""Reports as plain values: the shape that JSON output, the library and the servers share."""

from __future__ import annotations

from bisect import bisect_right

from newslint.model.diagnostic import Diagnostic, ReadError, Report
from newslint.model.source import Source
from newslint.model.span import Span
from newslint.model.summary import Summary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VERSION = 1
"""Version of the shape; it changes only when a reader of the old one would misread the new."""

Record = dict[str, "Any"]
"""A mapping with text keys and values that JSON knows."""


def diagnostic_record(diagnostic: Diagnostic, source: Source) -> Record:
    """One finding. Lines and columns count from 1, offsets from 0, all in code points of the decoded source."""
    record: Record = {
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "zone": str(diagnostic.zone) if diagnostic.zone else None,
        "match": diagnostic.match,
        **_place(diagnostic.span, source),
        "fixes": [
            {
                "title": fix.title,
                "applicability": str(fix.applicability),
                "edits": [{"offset": span.start, "end_offset": span.end, "text": text} for span, text in fix.edits],
            }
            for fix in diagnostic.fixes
        ],
        "related": [{"message": r.message, **_place(r.span, source)} for r in diagnostic.related],
        "fingerprint": diagnostic.fingerprint,
        "url": diagnostic.url,
    }
    if diagnostic.part and diagnostic.part_span:
        record["part"] = diagnostic.part
        record["part_offset"], record["part_end_offset"] = diagnostic.part_span
    if diagnostic.origin:
        record["origin"] = diagnostic.origin._asdict()
    return record


def place(span: tuple[int, int], source: Source) -> tuple[int, int, int, int]:
    """Line and column of a span's start and end."""
    start, end = span
    starts = source.line_starts
    line = end_line = bisect_right(starts, start)
    if end_line < len(starts) and end >= starts[end_line]:
        end_line = bisect_right(starts, end)
    return line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1


def _place(span: Span, source: Source) -> Record:
    line, column, end_line, end_column = place(span, source)
    return {
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "offset": span.start,
        "end_offset": span.end,
    }


def file_record(report: Report) -> Record:
    """One file that was read, clean or not."""
    record: Record = {
        "path": report.source.path,
        "verdict": str(report.verdict),
        "diagnostics": [diagnostic_record(d, report.source) for d in report.diagnostics],
    }
    if report.notices:
        record["notices"] = list(report.notices)
    return record


def error_record(error: ReadError) -> Record:
    """One file that could not be checked."""
    record: Record = {"path": error.path, "message": error.message}
    if error.line:
        record["line"], record["column"] = error.line, error.column
    return record


def summary_record(summary: Summary) -> Record:
    """The counts of a run, by level."""
    return {
        "files": summary.files,
        "errors": summary.errors,
        "warnings": summary.warnings,
        "suggestions": summary.suggestions,
    }
