"""The sample articles: each defect that their lists name is found in its place, and nothing else is called wrong."""

import json
from pathlib import Path

import pytest

from newslint import lint
from newslint.model import Diagnostic, Report, Severity, Span

SEEDS = Path(__file__).parent.parent / "seeds"
LISTS = sorted(SEEDS.glob("*.expected.json"))


def _span(report: Report, item: dict[str, object]) -> Span:
    start = report.source.offset(int(str(item["line"])), int(str(item["column"])))
    return Span(start, start + len(str(item["text"])))


def _found(report: Report, item: dict[str, object]) -> list[Diagnostic]:
    span = _span(report, item)
    return [d for d in report if d.rule == item["rule"] and d.span.overlaps(span)]


@pytest.fixture(scope="module", params=LISTS, ids=lambda p: p.name.removesuffix(".expected.json"))
def case(request: pytest.FixtureRequest) -> tuple[Report, dict[str, list[dict[str, object]]]]:
    path: Path = request.param
    return lint(path.with_name(path.name.removesuffix(".expected.json"))), json.loads(path.read_text("utf-8"))


def test_the_list_is_about_the_text(case):
    report, expected = case
    for item in expected["expect"] + expected["optional"]:
        span = _span(report, item)
        assert report.source.text[span.start : span.end] == item["text"]


def test_each_defect_is_found(case):
    report, expected = case
    missed = [
        f"{x['line']}:{x['column']} {x['rule']} {x['text']!r}" for x in expected["expect"] if not _found(report, x)
    ]
    assert not missed


def test_nothing_else_is_called_wrong(case):
    report, expected = case
    known = [(x["rule"], _span(report, x)) for x in expected["expect"] + expected["optional"]]
    alarms = [
        f"{report.source.position(d.span.start)} {d.rule} {d.match!r}"
        for d in report
        if d.severity is not Severity.SUGGESTION
        and not any(rule == d.rule and d.span.overlaps(span) for rule, span in known)
    ]
    assert not alarms


def test_there_are_clean_articles_and_they_stay_silent():
    clean = [p for p in LISTS if not json.loads(p.read_text("utf-8"))["expect"]]
    assert len(clean) >= 3
    for path in clean:
        assert not list(lint(path.with_name(path.name.removesuffix(".expected.json"))))
