"""Findings as every reporter, gate and fixer sees them."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.fix import Fix
from newslint.model.records import NamedTuple
from newslint.model.severity import Severity, Verdict
from newslint.model.source import Source
from newslint.model.span import Span
from newslint.model.zone import Zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Related(NamedTuple):
    """Another place that explains a finding, and what stands there."""

    span: Span
    message: str


class Proposal(NamedTuple):
    """What an external checker says of a half-open range of a block's text; rules of kind `external` judge it.

    block: the block's index in the document. checker: who says it ("languagetool"). rule, category, kind,
    description: the checker's own names for what it found. suggestions: the likeliest first.
    """

    block: int
    start: int
    end: int
    checker: str
    rule: str
    message: str
    suggestions: tuple[str, ...] = ()
    category: str = ""
    kind: str = ""
    description: str = ""
    url: str = ""


class Origin(NamedTuple):
    """Whose finding it was before a rule of kind `external` let it pass: the checker, its rule, what that is about, and
    its page."""

    checker: str
    rule: str
    description: str = ""
    url: str = ""


class Diagnostic(NamedTuple):
    """One finding at one place of one source. `fixes` stand the likeliest first."""

    rule: str
    severity: Severity
    message: str
    span: Span
    match: str
    zone: Zone | None = None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    url: str = ""
    part: str = ""
    part_span: Span | None = None
    """Field and place in it, for an article that came as fields."""
    origin: Origin | None = None
    """Whose finding it was, for one that an external checker proposed."""


class Report:
    """What newslint says of one article: its diagnostics by place and rule, and the verdict.

    `notices`: what went amiss on the way, a line each, such as an external checker that could not be asked.
    `fail_level`: the lowest level that blocks publication.
    """

    __slots__ = ("diagnostics", "fail_level", "notices", "source", "verdict")

    def __init__(
        self,
        source: Source,
        diagnostics: tuple[Diagnostic, ...],
        verdict: Verdict,
        notices: tuple[str, ...] = (),
        fail_level: Severity = Severity.ERROR,
    ) -> None:
        self.source = source
        self.diagnostics = diagnostics
        self.verdict = verdict
        self.notices = notices
        self.fail_level = fail_level

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)

    def count(self, severity: Severity) -> int:
        """Number of diagnostics of a level."""
        return sum(d.severity is severity for d in self.diagnostics)

    def as_dict(self) -> dict[str, Any]:
        """The report in plain values, as `newslint check --format json` has it for a file."""
        from newslint.model.record import file_record

        return file_record(self)


class ReadError(NamedTuple):
    """A file that could not be checked, or a mistake in a configuration or rule file, and why, in one line.

    `line` and `column` count from 1; 0 where the whole file is meant.
    """

    path: str
    message: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.message}"
