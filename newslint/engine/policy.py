"""What a report means for publication."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model import Diagnostic, Severity, Verdict


class Policy:
    """Block at a level and above, warn at any warning below it."""

    __slots__ = ("fail_level",)

    def __init__(self, fail_level: Severity = Severity.ERROR) -> None:
        self.fail_level = fail_level

    def verdict(self, diagnostics: Iterable[Diagnostic]) -> Verdict:
        """BLOCK with a diagnostic at `fail_level` or above, WARN with a warning or error, else PASS."""
        worst = max((d.severity.rank for d in diagnostics), default=-1)
        if worst >= self.fail_level.rank:
            return Verdict.BLOCK
        return Verdict.WARN if worst >= Severity.WARNING.rank else Verdict.PASS
