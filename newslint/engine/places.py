"""What a program comes to in the documents of one format, found out once."""

from __future__ import annotations

from newslint.checks.base import Check, Scope
from newslint.engine.program import Program
from newslint.model import Zone
from newslint.model.records import NamedTuple
from newslint.rulebook.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.engine.diagnose import Take

OWN, YIELDING, EXTERNAL = range(3)
"""Whose findings give way: no one's; those of checks that yield; those of external checkers."""


class At(NamedTuple):
    """A runner at work: its rule, check and scope, what makes diagnostics of its findings, and who they give way to."""

    rule: Rule
    check: Check
    scope: Scope
    take: Take
    kind: int


class Ready(dict[int, At | None]):
    """The runners by number; None for one whose rule is not for the format."""

    def __init__(self, program: Program, format: str) -> None:
        self._program = program
        self._format = format

    def __missing__(self, number: int) -> At | None:
        runner = self._program.runners[number]
        rule, found = runner.rule, None
        if not rule.formats or self._format in rule.formats:
            check = runner.check
            kind = EXTERNAL if check.external else YIELDING if check.yields else OWN
            found = At(rule, check, runner.scope(self._format), runner.speaker.ready(), kind)
        self[number] = found
        return found


class Wanted(dict[int, tuple[tuple[int, int, bool], ...]]):
    """For each pattern the runners that look for it in a zone of a format's documents: their numbers, the pattern's
    number among the check's own, and whether they take quotations too."""

    def __init__(self, program: Program, format: str, zone: Zone) -> None:
        self._program = program
        self._format = format
        self._zone = zone
        self._looks: dict[int, bool | None] = {}

    def __missing__(self, pattern: int) -> tuple[tuple[int, int, bool], ...]:
        looks = ((i, own, self._look(i)) for i, own in self._program.owners[pattern])
        found = self[pattern] = tuple((i, own, quotations) for i, own, quotations in looks if quotations is not None)
        return found

    def _look(self, runner: int) -> bool | None:
        """None where the rule does not look in the zone, else whether it takes quotations."""
        if runner not in self._looks:
            scope = self._program.runners[runner].scope(self._format)
            self._looks[runner] = scope.quotations if self._zone in scope.zones else None
        return self._looks[runner]
