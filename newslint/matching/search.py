"""Tries expressions: at places of a text or all over it, each by the engine that holds it to its bound.

What only some texts and patterns need is imported where it is used: a run over one article starts without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial
from itertools import takewhile
from math import log
from time import perf_counter

from newslint.matching.anchored import ANYWHERE
from newslint.matching.budget import Budget
from newslint.matching.folding import fold
from newslint.matching.hit import GROUPS, LITERAL, NAMED, PLAIN, Hit, hit_of
from newslint.matching.index import Built, Gate
from newslint.matching.literal import expression
from newslint.matching.pattern import STEPS, Pattern
from newslint.native import native
from newslint.storage.expressions import IGNORECASE, compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.matching.guard import Guarded
    from newslint.matching.tree import Tree

_PATIENCE = 50_000  # characters that a pattern is searched in before a quicker way is looked for
_LEAST = 0.001  # seconds: an engine takes 0 for no limit
_QUADRATIC = 1_000  # of a greater length a pattern is one of quadratic time

matches: Any = native.Matches(Hit, hit_of) if native else None
"""The compiled way to make hits of matches, None where there is none."""


class Search:
    """Finds patterns one by one, by their numbers. Each is compiled when it is first tried."""

    def __init__(self, patterns: Sequence[Pattern], built: Built, apart: Container[int] = ()) -> None:
        """apart: patterns that are not to be among the `plain` ones."""
        self._patterns = patterns
        self._longest = built.longest
        self._gates = built.gates
        self._compiled: dict[int, tuple[re.Pattern[str], int]] = {}
        self.plain: dict[int, tuple[Callable[..., re.Match[str] | None], int]] = {}
        """Of the expressions compiled so far those of linear time: their `match`, and what a hit takes over."""
        self._apart: Container[int] = apart
        self._guarded: dict[int, Guarded] = {}
        self._finders: dict[int, Callable[[str], Iterator[re.Match[str]]]] = {}
        self._searched: dict[int, int] = {}

    def watch(self, book: Callable[[int, float], None]) -> None:
        """From now on tell `book` the number and the seconds of each expression that is tried in a text."""
        plain = self.attempt
        self.plain.clear()
        self._apart = range(len(self._patterns))

        def timed(pattern: int, text: str, places: list[int], hits: list[Hit], budget: Budget) -> None:
            start = perf_counter()
            plain(pattern, text, places, hits, budget)
            book(pattern, perf_counter() - start)

        self.attempt = timed  # type: ignore[method-assign]

    def attempt(self, pattern: int, text: str, places: list[int], hits: list[Hit], budget: Budget) -> None:
        """Add the hits of an expression in a text."""
        if places is ANYWHERE:
            self.search(pattern, text, hits, budget)
        elif places:
            self._verify(pattern, text, places, hits, budget)

    def _matches(self, pattern: int, regex: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """All matches in a text. Once much has been searched for a pattern, it is worth while to find out whether there
        is a quicker way: by the characters that it begins with, or, for one of more than linear time, by asking RE2
        where to look."""
        if pattern not in self._finders:
            self._searched[pattern] = self._searched.get(pattern, 0) + len(text)
            if self._searched[pattern] < _PATIENCE:
                return regex.finditer(text)
            self._finders[pattern] = self._finder(pattern, regex)
        return self._finders[pattern](text)

    def _finder(self, pattern: int, regex: re.Pattern[str]) -> Callable[[str], Iterator[re.Match[str]]]:
        from newslint.matching import guard
        from newslint.matching.tree import starters

        parsed = self.tree(pattern)
        first = starters(parsed.items, parsed.flags)
        if first:
            return partial(_beginning, compiled(first), regex)
        if pattern not in self._longest:
            return regex.finditer
        quick = guard.prefilter(parsed)
        finder = regex.finditer if quick is None else partial(_with, quick, regex)
        exact = guard.exactly(parsed)
        return finder if exact is None else partial(guard.plainly, exact, finder)

    def _verify(
        self, pattern: int, text: str, places: Sequence[int], hits: list[Hit], budget: Budget, at_start: bool = False
    ) -> None:
        """Add the matches that begin at the places, as a search of the whole text would find them. at_start: they are
        all places where the pattern counts; only then may a match be empty."""
        if pattern in self._longest:
            longest, once = self._longest[pattern]
            steps = float(len(places)) * float(len(text)) ** min(once, 20)
            if len(text) < longest:
                steps = min(steps, _steps(longest, len(text)))
            if not budget.affords(pattern, steps):
                self._search_guarded(pattern, text, hits, budget)
                return
        regex, shape = self._compiled.get(pattern) or self._compile(pattern)
        match = regex.match
        end = 0
        for place in places if len(places) == 1 else sorted(set(places)):
            if place >= end and (found := match(text, place)):
                end = found.end()
                if at_start and end == place:  # behind an empty match there may be another at the same place
                    rest = takewhile(lambda found: found.start() <= places[-1], regex.finditer(text, place))
                    hits += [hit_of(pattern, found, shape) for found in rest]
                    return
                hits.append(hit_of(pattern, found, shape))

    def search(self, pattern: int, text: str, hits: list[Hit], budget: Budget) -> None:
        """Add all matches in a text, for some patterns only those at its start."""
        if self._patterns[pattern].at_start:
            self._verify(pattern, text, range(_indent(text) + 1), hits, budget, at_start=True)
        elif pattern in self._gates and not _open(self._gates[pattern], text):
            return
        elif pattern not in self._longest or (
            len(text) < self._longest[pattern][0]
            and budget.affords(pattern, _steps(self._longest[pattern][0], len(text)))
        ):
            regex, shape = self._compiled.get(pattern) or self._compile(pattern)
            found = self._matches(pattern, regex, text)
            if matches:
                matches.all(pattern, found, shape, text, hits)
            else:
                hits += [hit_of(pattern, match, shape) for match in found]
        else:
            self._search_guarded(pattern, text, hits, budget)

    def _search_guarded(self, pattern: int, text: str, hits: list[Hit], budget: Budget) -> None:
        from newslint.matching.guard import Guarded, Overrun

        if pattern in budget.overruns:
            return
        if pattern not in self._guarded:
            self._guarded[pattern] = Guarded(self.tree(pattern))
        shape = LITERAL if self._patterns[pattern].literal else NAMED
        last = _indent(text) if self._patterns[pattern].at_start else len(text)
        start = perf_counter()
        try:
            for match in self._guarded[pattern].finditer(text, max(budget.left(pattern), _LEAST)):
                if match.start() > last:
                    break
                hits.append(hit_of(pattern, match, shape))
            budget.book(pattern, perf_counter() - start)
        except Overrun:
            budget.book(pattern, perf_counter() - start)
            budget.stop(pattern)

    def _compile(self, number: int) -> tuple[re.Pattern[str], int]:
        """A pattern compiled, and which parts of its matches a hit takes over. Most patterns never come this far."""
        pattern = self._patterns[number]
        regex = compiled(expression(pattern), IGNORECASE if pattern.ignore_case else 0)
        shape = LITERAL if pattern.literal else NAMED if regex.groupindex else GROUPS if regex.groups else PLAIN
        self._compiled[number] = regex, shape
        if number not in self._longest and number not in self._apart:
            self.plain[number] = regex.match, shape
        return regex, shape

    def tree(self, number: int) -> Tree:
        from newslint.matching.tree import parse

        pattern = self._patterns[number]
        return parse(expression(pattern), pattern.ignore_case)


def _beginning(first: re.Pattern[str], regex: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches in a text, none of them empty, each of which begins with one of some characters."""
    end = 0
    for start in first.finditer(text):
        at = start.start()
        if at >= end and (found := regex.match(text, at)):
            end = found.end()
            yield found


def _with(quick: Any, regex: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """All matches in a text, of which none begins before the next one that RE2 finds for a wider pattern."""
    at = 0
    while True:
        try:
            near = quick.search(text, at)
        except UnicodeEncodeError:  # a lone surrogate: RE2 takes UTF-8
            yield from regex.finditer(text, at)
            return
        found = regex.search(text, near.start()) if near else None
        if found is None:
            return
        if found.end() == found.start():  # behind an empty match there may be another at the same place
            yield from regex.finditer(text, at)
            return
        yield found
        at = found.end()


def _steps(longest: int, length: int) -> float:
    """What a search of a text may take by the estimate of analysis. `longest`: of what length it takes STEPS."""
    degree = 2 if longest > _QUADRATIC else round(log(STEPS) / log(longest + 0.5)) if longest > 1 else 0
    return float(STEPS) * (length / longest) ** degree if degree else STEPS + 1.0


def _open(gate: Gate, text: str) -> bool:
    """Whether a text has what a pattern can't do without."""
    rows, ignore_case = gate
    if ignore_case:
        text = fold(text)
    return any(all(one in text for one in row) for row in rows)


def _indent(text: str) -> int:
    """Width of the white space that a text begins with."""
    return len(text) - len(text.lstrip()) if text[:1].isspace() else 0
