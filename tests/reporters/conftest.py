"""A run made by hand: reporters are tested without rules and files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.model import (
    Applicability,
    Diagnostic,
    Edit,
    Fix,
    ReadError,
    Related,
    Report,
    Severity,
    Source,
    Span,
    Summary,
    Verdict,
    Zone,
)
from newslint.reporters import Style, reporter

ARTICLE = """\
Council closes last library

\tThe “Old Mill” library — 図書館 to some — shuts on Friday.
The mayor said the decision was was made after months of talks with the county, the unions and the friends of the library, and she regretted it.
Share  Tweet
Pin it
Cafe\u0301 owners \x1b[31mprotested\u200b loudly
"""


def found(
    text: str, rule: str, level: Severity, message: str, *titles: str, after: int = 0, **more: object
) -> Diagnostic:
    """A diagnostic at the first place of a text behind an offset; each title has the text to put there."""
    start = ARTICLE.index(text, after)
    span = Span(start, start + len(text))
    fixes = tuple(Fix(f"Replace with '{t}'" if t else "Delete", (Edit(span, t),), Applicability.SAFE) for t in titles)
    return Diagnostic(rule, level, message, span, text, Zone.PARAGRAPH, fixes, fingerprint="f00d", **more)  # type: ignore[arg-type]


FINDINGS = (
    found("last", "dates/vague", Severity.SUGGESTION, "'last' may not last"),
    found("図書館", "script/foreign", Severity.WARNING, "'図書館' wants a translation", "library"),
    found(
        "was was", "typos/twice", Severity.ERROR, "'was' stands twice", "was", "were", url="https://example.org/twice",
        related=(Related(Span(0, 7), "the headline has it once"),),
    ),
    found("Share  Tweet\nPin it", "leftovers/bar", Severity.ERROR, "share bar left in the article", ""),
    found("\u0301", "marks/accent", Severity.WARNING, "an accent by itself; this message is long enough that a narrow terminal has to break it"),
    found("protested\u200b", "marks/invisible", Severity.SUGGESTION, "'protested\u200b' hides a character"),
    Diagnostic("format/end", Severity.SUGGESTION, "an end of line too many", Span(len(ARTICLE), len(ARTICLE)), ""),
)  # fmt: skip


STYLE = Style(width=76)


@pytest.fixture
def show() -> Callable[..., str]:
    """Runs a reporter over a bad file, a clean one and one that can't be read, and gives what it writes."""

    def run(
        format: str,
        style: Style = STYLE,
        findings: tuple[Diagnostic, ...] = FINDINGS,
        fail_level: Severity = Severity.ERROR,
    ) -> str:
        written: list[str] = []
        target = reporter(format)(written.append, style)
        summary = Summary()
        target.begin()
        for report in (
            Report(
                Source(ARTICLE, "news/bad.txt"),
                findings,
                Verdict.BLOCK if findings else Verdict.PASS,
                fail_level=fail_level,
            ),
            Report(Source("Fine\n", "news/good.txt"), (), Verdict.PASS),
        ):
            summary.add(report)
            target.report(report)
        summary.unread += 1
        target.error(ReadError("news/odd.txt", "not text: NUL byte at offset 17"))
        target.end(summary)
        return "".join(written)

    return run
