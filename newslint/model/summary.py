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
        self.files += 1
        self.errors += report.count(Severity.ERROR)
        self.warnings += report.count(Severity.WARNING)
        self.suggestions += report.count(Severity.SUGGESTION)
        self.verdict = max(self.verdict, report.verdict, key=_WORST.index)
