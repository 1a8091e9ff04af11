"""How much time the patterns may take over one document."""

from __future__ import annotations

from math import inf
from time import perf_counter

from newslint.matching.pattern import STEPS

SECONDS = 0.5
"""What one pattern may take of an engine that has to be stopped by the clock."""


class Budget:
    """The account of one document. Each document has its own, so that a matcher can be shared between threads.

    A pattern of more than linear time has a number of steps for `re`, by the estimate that analysis gives; when they
    are used up, RE2 says where to look, and `regex` has `seconds` for the rest of the document. `overruns`: patterns
    that were stopped, each with the seconds that it had taken. `late`: the document's deadline came while the patterns
    were looked for, and some were not looked for everywhere.
    """

    __slots__ = ("_spent", "_steps", "late", "overruns", "seconds", "until")

    def __init__(self, until: float = inf, seconds: float = SECONDS) -> None:
        """`until`: the document's deadline, as `time.perf_counter` counts."""
        self.until = until
        self.seconds = seconds
        self.overruns: dict[int, float] = {}
        self.late = False
        self._steps: dict[int, float] = {}
        self._spent: dict[int, float] = {}

    def affords(self, pattern: int, steps: float) -> bool:
        """Whether `re` may still take so many steps over a pattern; if so, they are booked."""
        used = self._steps.get(pattern, 0.0) + steps
        if used > STEPS:
            return False
        self._steps[pattern] = used
        return True

    def left(self, pattern: int) -> float:
        """Seconds that a pattern may still take, 0 or less for none."""
        return min(self.seconds - self._spent.get(pattern, 0.0), self.until - perf_counter())

    def book(self, pattern: int, seconds: float) -> None:
        """Seconds that a pattern has taken."""
        self._spent[pattern] = self._spent.get(pattern, 0.0) + seconds

    def stop(self, pattern: int) -> None:
        """A pattern was stopped: it is looked for no more. What it has taken was booked."""
        self.overruns[pattern] = self._spent.get(pattern, 0.0)

    def over(self) -> bool:
        """Whether the deadline has come."""
        if not self.late and perf_counter() > self.until:
            self.late = True
        return self.late
