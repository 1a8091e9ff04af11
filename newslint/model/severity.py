"""How bad a finding is, and how sure a check is of it."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """ERROR blocks publication (right 99 times in 100), WARNING wants a look, SUGGESTION is advice."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"

    @property
    def rank(self) -> int:
        """0 for a suggestion, 2 for an error: higher is worse."""
        return _RANK[self]

    def lowered(self, steps: int) -> Severity:
        """The level some steps below, at least a suggestion."""
        return _ORDER[max(0, self.rank - steps)]


_ORDER = (Severity.SUGGESTION, Severity.WARNING, Severity.ERROR)
_RANK = {level: i for i, level in enumerate(_ORDER)}


class Confidence(StrEnum):
    """How sure a check is of one finding; each step down lowers the rule's level by one unless it says otherwise."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def steps(self) -> int:
        """Steps below certain."""
        return ("certain", "likely", "possible").index(self)


class Verdict(StrEnum):
    """What the policy says of a file."""

    PASS = "pass"
    WARN = "warn"
    BLOCK = "block"
