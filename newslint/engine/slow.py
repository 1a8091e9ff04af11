"""What is said of rules that took too long over an article and were stopped."""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

from newslint.model import Diagnostic, Severity, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.engine.program import Program
    from newslint.matching import Budget

RULE = "internal/slow-rule"
DEADLINE = 30.0
"""Seconds for one article, unless a configuration or a person says otherwise. A book of 5 MB takes three."""
_NAMED = 3
_SHOWN = 60


class Slow:
    """The rules of one article that were stopped or not run.

    stopped: rules that were stopped while they looked at what was found, with their seconds. unrun: rules that the
    deadline left no time for. longest: the rule that took longest and its seconds, "" for the search for patterns.
    """

    __slots__ = ("longest", "stopped", "unrun")

    def __init__(self) -> None:
        self.stopped: dict[str, float] = {}
        self.unrun: list[str] = []
        self.longest: tuple[float, str] = (0.0, "")

    def diagnostics(self, budget: Budget, program: Program, deadline: float) -> Iterator[Diagnostic]:
        """One for each rule that was stopped, and one for all that did not run."""
        told = set()
        for pattern, seconds in budget.overruns.items():
            for i, _ in program.owners[pattern]:
                rule = program.runners[i].rule.id
                if rule not in told:
                    told.add(rule)
                    text = program.matcher.patterns[pattern].text if program.matcher else ""
                    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
                    yield _diagnostic(f"'{rule}' was stopped after {seconds:.2f} s: too much for its pattern {shown}")
        for rule, seconds in self.stopped.items():
            yield _diagnostic(f"'{rule}' was stopped after {seconds:.2f} s: it had found no end")
        seconds, longest = self.longest
        if budget.late:
            yield _diagnostic(f"the patterns were not looked for in the whole article: {deadline:g} s are too little")
        if self.unrun:
            named = ", ".join(self.unrun[:_NAMED])
            more = f" and {len(self.unrun) - _NAMED} more" if len(self.unrun) > _NAMED else ""
            took = f"; '{longest}' took the longest, {seconds:.2f} s" if longest else ""
            yield _diagnostic(
                f"the time for this article ({deadline:g} s) was over before these rules could run: {named}{more}{took}"
            )


def _diagnostic(message: str) -> Diagnostic:
    data = f"{RULE}\0{message.partition(' after ')[0]}".encode("utf-8", "surrogatepass")
    mark = f"{crc32(data):08x}{crc32(data[::-1]):08x}"
    return Diagnostic(RULE, Severity.WARNING, message, Span(0, 0), "", fingerprint=mark)
