"""What a report means for publication, and which findings a house has settled already."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model import Diagnostic, Severity, Verdict

_POSSESSIVE = ("'s", "'")


class Policy:
    """Block at a level and above, warn at any warning below it.

    accept: words and names that are right in this house, whatever a rule says of them. One in lower case stands for
    every case.
    """

    __slots__ = ("_accept", "fail_level")

    def __init__(self, fail_level: Severity = Severity.ERROR, accept: Iterable[str] = ()) -> None:
        self.fail_level = fail_level
        self._accept = frozenset(_plain(word) for word in accept)

    def keeps(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic stands: what it found is no accepted word or name (nor its possessive)."""
        if not self._accept:
            return True
        match = _plain(diagnostic.match)
        stems = [match, *(match.removesuffix(p) for p in _POSSESSIVE)]
        return not any(s in self._accept or s.lower() in self._accept for s in stems)

    def kept(self, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """Those that stand."""
        return list(filter(self.keeps, diagnostics)) if self._accept else diagnostics

    def verdict(self, diagnostics: Iterable[Diagnostic]) -> Verdict:
        """BLOCK with a diagnostic at `fail_level` or above, WARN with a warning or error, else PASS."""
        worst = max((level.rank for level in {d.severity for d in diagnostics}), default=-1)
        if worst >= self.fail_level.rank:
            return Verdict.BLOCK
        return Verdict.WARN if worst >= Severity.WARNING.rank else Verdict.PASS


def _plain(text: str) -> str:
    """Text with single spaces and straight apostrophes."""
    return " ".join(text.split()).replace("\u2019", "'")
