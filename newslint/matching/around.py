"""Which of some patterns can have a match that reaches over a character, told by its neighbours alone.

A pattern is taken as an automaton with one position for each character that it spells (V. M. Glushkov, "The abstract
theory of automata", 1961); sets of positions are bit masks. Long repeats and characters beyond ASCII are taken for
wider than they are: a pattern that isn't named can't reach, one that is may not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from re import _constants as c
from typing import Any

from newslint.matching import charset, tree
from newslint.model.records import NamedTuple

_MOST = 4
"""Copies of a repeated part that are spelled out; more become a loop."""
_SEEN = 4
"""Neighbours looked at on each side, in code points."""
_KEPT = 20_000
"""Sequences of neighbours remembered on each side."""


class _Part(NamedTuple):
    """Part of an automaton: the positions that it can begin and end with, as masks; whether it can be empty."""

    first: int
    last: int
    empty: bool


_NOTHING = _Part(0, 0, True)


class Around:
    """Patterns, asked by a text's characters. Raises NotImplementedError for a pattern with a back reference."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._accepts: list[int] = []
        """For each position its characters."""
        self._follow: list[int] = []
        """For each position those that can come next."""
        self._first = self._last = 0
        self._ends: list[int] = []
        """For each pattern the number of the position behind its own."""
        for pattern in patterns:
            parsed = tree.parse(pattern)
            part = self._sequence(parsed.items, parsed.flags)
            self._first |= part.first
            self._last |= part.last
            self._ends.append(len(self._accepts))
        self._before = [0] * len(self._follow)
        for i, following in enumerate(self._follow):
            for j in _bits(following):
                self._before[j] |= 1 << i
        self._at: dict[str, int] = {}
        self._near: dict[tuple[str, str], bool] = {}
        self._left: dict[str, int] = {}
        self._right: dict[str, int] = {}
        self._numbers: dict[int, list[int]] = {0: []}

    def reaching(self, text: str, at: int, character: str) -> list[int]:
        """Numbers of the patterns of which a match may hold offset `at` of the text if the character stood there."""
        beside = text[at - 1 : at + 2]
        if at and len(beside) == 3:
            # The two nearest neighbours mostly settle it, and come again and again.
            near = self._near.get((character, beside))
            if near is None:
                near = self._near[character, beside] = self._nearly(beside[0], character, beside[2])
            if not near:
                return []
        left, right = text[max(0, at - _SEEN) : at], text[at + 1 : at + 1 + _SEEN]
        before = self._left.get(left)
        if before is None:
            before = self._remember(self._left, left, left, self._first, self._follow)
        behind = self._right.get(right)
        if behind is None:
            behind = self._remember(self._right, right, right[::-1], self._last, self._before)
        possible = before & behind & self._taking(character)
        numbers = self._numbers.get(possible)
        return self._number(possible) if numbers is None else numbers

    def _nearly(self, left: str, character: str, right: str) -> bool:
        """Whether any pattern can have a match over the character, as far as the two beside it tell."""
        if len(self._near) >= _KEPT:
            self._near.clear()
        before = _union(self._follow[i] for i in _bits(self._taking(left)))
        behind = _union(self._before[i] for i in _bits(self._taking(right)))
        return bool((self._first | before) & (self._last | behind) & self._taking(character))

    def _number(self, possible: int) -> list[int]:
        """Numbers of the patterns of some positions."""
        if len(self._numbers) >= _KEPT:
            self._numbers = {0: []}
        places = _bits(possible)
        found = self._numbers[possible] = sorted({bisect_right(self._ends, place) for place in places})
        return found

    def _remember(self, kept: dict[str, int], key: str, inward: str, edge: int, beside: list[int]) -> int:
        """The positions that some neighbours leave possible. inward: the neighbours, the nearest last."""
        if len(kept) >= _KEPT:
            kept.clear()
        # Short of a full look there is the text's end.
        possible = edge if len(inward) < _SEEN else (1 << len(self._accepts)) - 1
        for character in inward:
            there, possible = possible & self._taking(character), edge
            for i in _bits(there):
                possible |= beside[i]
        kept[key] = possible
        return possible

    def _taking(self, character: str) -> int:
        """The positions at which a character can stand."""
        found = self._at.get(character)
        if found is None:
            bit = charset.bit(character)
            found = sum(1 << i for i, accepts in enumerate(self._accepts) if accepts & bit)
            self._at[character] = found
        return found

    def _sequence(self, items: tree.Items, flags: int) -> _Part:
        whole = _NOTHING
        for op, av in items:
            whole = self._then(whole, self._item(op, av, flags))
        return whole

    def _then(self, one: _Part, other: _Part) -> _Part:
        for i in _bits(one.last):
            self._follow[i] |= other.first
        first = one.first | (other.first if one.empty else 0)
        return _Part(first, other.last | (one.last if other.empty else 0), one.empty and other.empty)

    def _item(self, op: Any, av: Any, flags: int) -> _Part:
        chars = tree.one_set(op, av, flags)
        if chars is not None:
            place = 1 << len(self._accepts)
            self._accepts.append(chars[0])
            self._follow.append(0)
            return _Part(place, place, False)
        if op in tree.ASSERTIONS or op is c.AT:
            return _NOTHING
        if op is c.SUBPATTERN:
            return self._sequence(av[3], tree.inner_flags(flags, av))
        if op is c.ATOMIC_GROUP:
            return self._sequence(av, flags)
        if op is c.BRANCH:
            parts = [self._sequence(body, flags) for body in av[1]]
            return _Part(_union(p.first for p in parts), _union(p.last for p in parts), any(p.empty for p in parts))
        if op in tree.REPEATS:
            return self._repeat(av[0], av[1], av[2], flags)
        raise NotImplementedError(str(op))

    def _repeat(self, low: int, high: int, body: tree.Items, flags: int) -> _Part:
        if high > _MOST:
            part = self._sequence(body, flags)
            self._then(part, part)
            return part._replace(empty=part.empty or low == 0)
        whole = _NOTHING
        for count in range(high):
            part = self._sequence(body, flags)
            whole = self._then(whole, part._replace(empty=part.empty or count >= low))
        return whole


def _bits(mask: int) -> list[int]:
    """The numbers of the bits that are set."""
    found = []
    while mask:
        low = mask & -mask
        found.append(low.bit_length() - 1)
        mask ^= low
    return found


def _union(masks: Any) -> int:
    whole = 0
    for mask in masks:
        whole |= mask
    return whole
