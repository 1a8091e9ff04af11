"""Find every pattern of every rule in a text.

What only some texts and patterns need is imported where it is used: a run over one article starts without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from math import log
from time import perf_counter
from typing import TYPE_CHECKING, Any

from newslint.matching.budget import Budget
from newslint.matching.folding import fold
from newslint.matching.index import Built, Entry, Gate, Phrase
from newslint.matching.literal import expression, plain
from newslint.matching.pattern import STEPS, Pattern
from newslint.matching.residual import Residual
from newslint.model.records import NamedTuple
from newslint.storage.expressions import IGNORECASE, compiled
from newslint.text.tokens import Tokens

if TYPE_CHECKING:
    from newslint.matching.guard import Guarded
    from newslint.matching.tree import Tree


_PATIENCE = 50_000  # characters that a pattern is searched in before a quicker way is looked for
_LONG = 50_000  # characters of a text from which on the clock is looked at before each pattern
_LEAST = 0.001  # seconds: an engine takes 0 for no limit
_ANYWHERE = [-1]  # in place of places: search the whole text


class Hit(NamedTuple):
    """Pattern number `pattern` stands at the half-open range; `groups` holds the groups 0, 1, ... of a regular
    expression ("" where one took no part), and () for a literal."""

    pattern: int
    start: int
    end: int
    groups: tuple[str, ...] = ()
    names: dict[str, str] | None = None


_new = tuple.__new__
"""Makes a Hit in half the time that its own constructor takes."""


class Matcher:
    """Finds a fixed set of patterns. Of one pattern the hits are those of `re.finditer`; hits of different patterns may
    overlap. Raises PatternError (with the pattern's number) for one that can't be compiled, or that nothing here can
    run within a bound.

    `beside`: for patterns that are exceptions, those that they are exceptions to. Their hits may be left out in a text
    where none of these has a hit.

    What the patterns may take is for the caller's `Budget` to say, and it is told there which were stopped. A matcher
    can be shared between threads.
    """

    def __init__(
        self,
        patterns: Sequence[Pattern],
        beside: Mapping[int, frozenset[int]] | None = None,
        built: Built | None = None,
    ) -> None:
        """`built`: what an earlier run found out about these patterns (see `stored`)."""
        self.beside = beside or {}
        self.patterns = patterns
        self._compiled: dict[int, tuple[re.Pattern[str], int]] = {}
        self._guarded: dict[int, Guarded] = {}
        self._finders: dict[int, Callable[[str], Iterator[re.Match[str]]]] = {}
        self._searched: dict[int, int] = {}
        if built is None:
            from newslint.matching.builder import build

            built = build(patterns)
        self._index = built.index
        self._longest = built.longest
        self._gates = built.gates
        searched = [texts for texts in built.residual if texts[0] not in self.beside]
        self._residual = Residual(searched, self._tree) if searched else None
        self._loose: dict[int, list[int]] = {}
        """Exceptions that hang on no word, by the patterns that they are exceptions to."""
        for number, _, _ in built.residual:
            for other in self.beside.get(number, ()):
                self._loose.setdefault(other, []).append(number)
        self.built = built

    def scan(self, text: str, tokens: Tokens, budget: Budget | None = None) -> Iterator[Hit]:
        """Hits in a text, by start, then pattern. `tokens` are the text's own."""
        return iter(self.scan_all([(text, tokens)], budget=budget)[0])

    def scan_all(
        self,
        texts: Sequence[tuple[str, Tokens]],
        wanted: Sequence[Mapping[int, object]] | None = None,
        budget: Budget | None = None,
    ) -> list[list[Hit]]:
        """Hits in several texts at once, a list each, by start, then pattern. Cheaper than one text at a time: which
        patterns can match at all is settled once. `wanted`: for each text and pattern something true where its hits are
        of use; those of others may be left out. `budget`: of the document that the texts are of."""
        budget = budget or Budget()
        folded = [_fold_all(text, tokens) for text, tokens in texts]
        hot = self._index.find(set().union(*folded))
        result: list[list[Hit]] = []
        for number, (text, tokens) in enumerate(texts):
            if budget.over():
                result.append([])
                continue
            hits: list[Hit] = []
            tries = self._anchored(text, tokens, folded[number], hot, hits)
            if self._residual:
                for pattern in self._residual.candidates(text):
                    tries[pattern] = _ANYWHERE
            self._expressions(text, tries, wanted[number] if wanted else None, hits, budget)
            if len(hits) > 1:
                hits.sort(key=_place)
            result.append(hits)
        return result

    def _expressions(
        self,
        text: str,
        tries: dict[int, list[int]],
        wanted: Mapping[int, object] | None,
        hits: list[Hit],
        budget: Budget,
    ) -> None:
        """Add the hits of the expressions to try in a text, by their numbers, each with its places."""
        beside = self.beside
        later = []
        for pattern, places in tries.items():
            if wanted is not None and not wanted[pattern]:
                continue
            if pattern in beside:
                later.append(pattern)
            elif len(text) < _LONG or not budget.over():
                self._try(pattern, text, places, hits, budget)
        if hits and beside:
            found = {hit[0] for hit in hits}
            for pattern in {e for f in found if f in self._loose for e in self._loose[f]}:
                if wanted is None or wanted[pattern]:
                    self._search(pattern, text, hits, budget)
            for pattern in later:
                if not beside[pattern].isdisjoint(found):
                    self._try(pattern, text, tries[pattern], hits, budget)

    def _anchored(
        self,
        text: str,
        tokens: Tokens,
        folded: list[str],
        hot: dict[str, list[Entry]],
        hits: list[Hit],
    ) -> dict[int, list[int]]:
        """Add the hits of literals that hang on words of the text. Returns places to try for expressions."""
        tries: dict[int, list[int]] = {}
        found = [i for i, word in enumerate(folded) if word in hot]
        if not found:
            return tries
        starts = tokens.starts
        last = len(folded) - 1
        ends: dict[int, int] = {}
        for i in found:
            word = folded[i]
            for cells, afters, befores, _ in hot[word]:
                groups = [cells]
                if afters and i < last and folded[i + 1] in afters:
                    groups.append(afters[folded[i + 1]])
                if befores and i and folded[i - 1] in befores:
                    groups.append(befores[folded[i - 1]])
                for wholes, phrases, expressions in groups:
                    for pattern, exact in wholes:
                        if not exact or tokens.texts[i] == exact:
                            hits.append(_new(Hit, (pattern, starts[i], starts[i] + len(word), (), None)))
                    for phrase in phrases:
                        beside = i + phrase.near
                        if beside != i and (beside > last or folded[beside] != phrase.word):
                            continue
                        span = _phrase_at(phrase, i, text, tokens, folded)
                        if span and span[0] >= ends.get(phrase.pattern, 0):
                            ends[phrase.pattern] = span[1]
                            hits.append(Hit(phrase.pattern, *span))
                    for pattern, low, high, tail, run, near in expressions:
                        base = i
                        if near:
                            back, left, right, begins, ends_with = near
                            if right and not text.startswith(right, starts[i] + len(word)):
                                continue
                            if left and not text.endswith(left, 0, starts[i]):
                                continue
                            if begins or ends_with:
                                following = folded[i + 1] if i < last else ""
                                if not (following.startswith(begins) and following.endswith(ends_with)):
                                    continue
                            if back:
                                base = i - back
                                if base < 0:
                                    continue
                        if high < 0:
                            tries[pattern] = _ANYWHERE
                            continue
                        place = starts[base] + len(word) - tail if tail else starts[base]
                        places = tries.get(pattern)
                        if places is None:
                            places = tries[pattern] = []
                        elif places is _ANYWHERE:
                            continue
                        if run:
                            places += _along(text, place - high, place - low, run)
                        elif low == high:
                            if place >= low:
                                places.append(place - low)
                        else:
                            places.extend(range(max(0, place - high), place - low + 1))
        return tries

    def watch(self, book: Callable[[int, float], None]) -> None:
        """From now on tell `book` the number and the seconds of each expression that is tried in a text."""
        plain = self._try

        def timed(pattern: int, text: str, places: list[int], hits: list[Hit], budget: Budget) -> None:
            start = perf_counter()
            plain(pattern, text, places, hits, budget)
            book(pattern, perf_counter() - start)

        self._try = timed  # type: ignore[method-assign]

    def _try(self, pattern: int, text: str, places: list[int], hits: list[Hit], budget: Budget) -> None:
        """Add the hits of an expression in a text."""
        if places is _ANYWHERE:
            self._search(pattern, text, hits, budget)
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

        parsed = self._tree(pattern)
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
            steps = float(len(places)) * len(text) ** once
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
                    hits += [_hit(pattern, found, shape) for found in rest]
                    return
                hits.append(_hit(pattern, found, shape))

    def _search(self, pattern: int, text: str, hits: list[Hit], budget: Budget) -> None:
        """Add all matches in a text, for some patterns only those at its start."""
        if self.patterns[pattern].at_start:
            self._verify(pattern, text, range(_indent(text) + 1), hits, budget, at_start=True)
        elif pattern in self._gates and not _open(self._gates[pattern], text):
            return
        elif pattern not in self._longest or (
            len(text) < self._longest[pattern][0]
            and budget.affords(pattern, _steps(self._longest[pattern][0], len(text)))
        ):
            regex, shape = self._compiled.get(pattern) or self._compile(pattern)
            hits += [_hit(pattern, match, shape) for match in self._matches(pattern, regex, text)]
        else:
            self._search_guarded(pattern, text, hits, budget)

    def _search_guarded(self, pattern: int, text: str, hits: list[Hit], budget: Budget) -> None:
        from newslint.matching.guard import Guarded, Overrun

        if pattern in budget.overruns:
            return
        if pattern not in self._guarded:
            self._guarded[pattern] = Guarded(self._tree(pattern))
        shape = _LITERAL if self.patterns[pattern].literal else _NAMED
        last = _indent(text) if self.patterns[pattern].at_start else len(text)
        start = perf_counter()
        try:
            for match in self._guarded[pattern].finditer(text, max(budget.left(pattern), _LEAST)):
                if match.start() > last:
                    break
                hits.append(_hit(pattern, match, shape))
            budget.book(pattern, perf_counter() - start)
        except Overrun:
            budget.book(pattern, perf_counter() - start)
            budget.stop(pattern)

    def _compile(self, number: int) -> tuple[re.Pattern[str], int]:
        """A pattern compiled, and which parts of its matches a hit takes over. Most patterns never come this far."""
        pattern = self.patterns[number]
        regex = compiled(expression(pattern), IGNORECASE if pattern.ignore_case else 0)
        shape = _LITERAL if pattern.literal else _NAMED if regex.groupindex else _GROUPS if regex.groups else _PLAIN
        self._compiled[number] = regex, shape
        return regex, shape

    def _tree(self, number: int) -> Tree:
        from newslint.matching.tree import parse

        pattern = self.patterns[number]
        return parse(expression(pattern), pattern.ignore_case)


_QUADRATIC = 1_000  # of a greater length a pattern is one of quadratic time

_LITERAL, _PLAIN, _GROUPS, _NAMED = range(4)


def _hit(pattern: int, match: Any, shape: int) -> Hit:
    start, end = match.span()
    if shape == _PLAIN:
        return _new(Hit, (pattern, start, end, (match.group(),), None))
    if shape == _LITERAL:
        return _new(Hit, (pattern, start, end, (), None))
    groups = (match.group(), *match.groups(""))
    if shape == _GROUPS:
        return _new(Hit, (pattern, start, end, groups, None))
    return Hit(pattern, start, end, groups, match.groupdict("") or None)


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


def _along(text: str, low: int, high: int, run: int) -> list[int]:
    """Places from `low` to `high`, and all those among characters of the run right before them."""
    from newslint.matching.charset import members

    within = members(run)
    first = max(low, 0)
    while first and within[text[first - 1]]:
        first -= 1
    return list(range(first, high + 1))


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.pattern


def _fold_all(text: str, tokens: Tokens) -> list[str]:
    return tokens.lowered if text.isascii() else [fold(word) for word in tokens.texts]


def _phrase_at(cell: Phrase, i: int, text: str, tokens: Tokens, folded: list[str]) -> tuple[int, int] | None:
    """Where a literal stands whose word number `cell.at` is word i of the text, None if it does not."""
    words, starts = folded if cell.fold else tokens.texts, tokens.starts
    literal = cell.literal
    first = i - cell.at
    if first < 0 or first + len(literal.words) > len(words):
        return None
    for k, word in enumerate(literal.words, first):
        if words[k] != word:
            return None
    for k, between in enumerate(literal.between, first):
        there = text[starts[k] + len(words[k]) : starts[k + 1]]
        if there != between and plain(there) != between:
            return None
    start, last = starts[first], first + len(literal.words) - 1
    end = starts[last] + len(words[last])
    if literal.before:
        start -= len(literal.before)
        if start < 0 or plain(text[start : starts[first]]) != literal.before:
            return None
    if literal.after:
        if plain(text[end : end + len(literal.after)]) != literal.after:
            return None
        end += len(literal.after)
    return start, end
