"""What each format writes for the same run; the files in data/ show it whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.model import Diagnostic, Report, Severity, Source, Span, Verdict
from newslint.reporters import Style, UnknownReporter, reporter

from .conftest import ARTICLE, FINDINGS

DATA = Path(__file__).parent / "data"
Show = Callable[..., str]


@pytest.mark.parametrize(
    ("name", "format", "style"),
    [
        ("wide.txt", "text", Style(width=100)),
        ("narrow.txt", "text", Style(width=60)),
        ("cp1252.txt", "text", Style(width=60, encoding="cp1252")),
        ("warnings.txt", "text", Style(width=80, min_level=Severity.WARNING)),
        ("concise.txt", "concise", Style()),
        ("run.json", "json", Style()),
    ],
)
def test_golden(name: str, format: str, style: Style, show: Show) -> None:
    assert show(format, style) == (DATA / name).read_bytes().decode("utf-8")


def test_no_line_is_wider_than_the_terminal(show: Show) -> None:
    for line in show("text", Style(width=60)).splitlines():
        # The three wide characters take two cells each.
        assert len(line) + sum(c in "図書館" for c in line) <= 60


def test_text_can_be_written_in_the_consoles_encoding(show: Show) -> None:
    for encoding in ("cp1252", "ascii", "cp437"):
        show("text", Style(encoding=encoding)).encode(encoding)
        show("concise", Style(encoding=encoding)).encode(encoding)


def test_nothing_steers_the_terminal(show: Show) -> None:
    for format in ("text", "concise"):
        assert not set(show(format)) & {"\x1b", "\t", "\u200b", "\r"}


def test_color_changes_nothing_but_colors(show: Show) -> None:
    import re

    colored = show("text", Style(width=70, color=True))
    assert "\x1b[31m" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == show("text", Style(width=70))


def test_quiet_has_no_closing_line(show: Show) -> None:
    assert "could not" in show("text")
    assert "could not" not in show("text", Style(quiet=True))


def test_the_closing_line_counts_like_a_colleague(show: Show) -> None:
    def closing(
        *levels: Severity, least: Severity | None = Severity.SUGGESTION, fail_level: Severity = Severity.ERROR
    ) -> str:
        findings = tuple(Diagnostic("a/b", level, "m", Span(0, 1), "C") for level in levels)
        style = Style(width=120, min_level=least)
        return show("text", style, findings=findings, fail_level=fail_level).splitlines()[-1].partition(";")[0]

    error, warning, suggestion = Severity
    assert closing(error) == "1 must be fixed in 2 files"
    assert closing(error, error, warning) == "2 must be fixed, 1 to look at in 2 files"
    assert closing(warning, suggestion) == "1 to look at, 1 suggestion in 2 files"
    assert closing(suggestion, suggestion) == "2 suggestions in 2 files"
    assert closing() == "Nothing to fix in 2 files"
    assert closing(error, warning, fail_level=warning) == "2 must be fixed in 2 files"
    assert closing(warning, suggestion, fail_level=suggestion) == "2 must be fixed in 2 files"
    assert closing(error, suggestion, least=None) == (
        "1 must be fixed in 2 files, 1 suggestion not shown (--min-level suggestion)"
    )
    assert closing(suggestion, least=None, fail_level=suggestion) == "1 must be fixed in 2 files"
    assert closing(error, warning, suggestion, least=error) == "1 must be fixed in 2 files, 2 not shown (--min-level)"


def test_json_is_what_the_contract_says(show: Show) -> None:
    run = json.loads(show("json", Style(min_level=Severity.ERROR, quiet=True)))
    assert list(run) == ["version", "newslint", "files", "errors", "summary", "verdict"]
    assert [f["path"] for f in run["files"]] == ["news/bad.txt", "news/good.txt"]
    assert run["summary"] == {"files": 2, "errors": 2, "warnings": 2, "suggestions": 3}
    assert run["errors"] == [{"path": "news/odd.txt", "message": "not text: NUL byte at offset 17"}]
    assert run["verdict"] == run["files"][0]["verdict"] == "block"
    for d in run["files"][0]["diagnostics"]:
        assert d["end_offset"] - d["offset"] == len(d["match"])


def test_json_is_written_as_the_library_gives_it(show: Show) -> None:
    parts = {"part": "body", "part_span": Span(3, 7)}
    findings = (*FINDINGS, FINDINGS[2]._replace(**parts), FINDINGS[1]._replace(match='\ud800"\\', zone=None))
    report = Report(Source(ARTICLE, "news/bad.txt"), findings, Verdict.BLOCK)
    assert f"\n  {json.dumps(report.as_dict())},\n" in show("json", findings=findings)


def test_json_says_field_and_place_in_it() -> None:
    from newslint.model.record import diagnostic_record

    d = Diagnostic("a/b", Severity.ERROR, "m", Span(5, 6), "x", part="body", part_span=Span(2, 3))
    record = diagnostic_record(d, Source("12345x"))
    assert (record["part"], record["part_offset"], record["part_end_offset"]) == ("body", 2, 3)


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(UnknownReporter, match="unknown format 'sarif'; known: text, concise, json"):
        reporter("sarif")
