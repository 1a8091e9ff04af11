"""The counts of a run over many files."""

from __future__ import annotations

from newslint.model.diagnostic import Report
from newslint.model.severity import Severity, Verdict

_WORST = (Verdict.PASS, Verdict.WARN, Verdict.BLOCK)


class Summary:
    """What a run came to. `errors`, `warnings` and `suggestions` count findings; `unread` counts files that could not
    be checked; `verdict` is the worst of all files."""

    __slots__ = ("errors", "files", "suggestions", "unread", "verdict", "warnings")

    def __init__(self) -> None:
        self.files = 0
        self.errors = 0
        self.warnings = 0
        self.suggestions = 0
        self.unread = 0
        self.verdict = Verdict.PASS

    def add(self, report: Report) -> None:
        """Count a file that was checked."""
        counts = (report.count(level) for level in (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION))
        self.count(report.verdict, *counts)

    def count(self, verdict: Verdict, errors: int, warnings: int, suggestions: int) -> None:
        """Count a file with a verdict and findings of each level."""
        self.files += 1
        self.errors += errors
        self.warnings += warnings
        self.suggestions += suggestions
        self.verdict = max(self.verdict, verdict, key=_WORST.index)
