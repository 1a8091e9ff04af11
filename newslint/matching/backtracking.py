"""How long a backtracking engine can take over a pattern, at worst.

The measure is the exponent of running time over the length of the text: 1 is linear, 2 quadratic, None exponential.
It errs upwards. Each place where the engine has a choice (go round a loop again or leave it, one alternative or the
other) is settled by the next character alone if what can follow each choice is disjoint. A loop with an unsettled way
out adds one to the exponent; a loop whose inside is unsettled can be gone round in exponentially many ways. (The test
is that of LL(1) grammars, on the sets First and Follow; Aho, Sethi and Ullman, Compilers, section 4.4.)
"""

from __future__ import annotations

from re import _constants as c
from typing import Any

from newslint.matching import charset, tree
from newslint.matching.folding import fold

SMALL = 4  # a repeat of up to so many multiplies the cost by a constant
MEDIUM = 40  # so does one of a plain class of characters up to so many
_MOST_WAYS = 4096
_PLAIN = (c.LITERAL, c.NOT_LITERAL, c.IN, c.ANY, c.AT, c.FAILURE)


class _Exponential(Exception):
    pass


class _Cost:
    """Unsettled loops multiply (`power`), settled ones only add up to one more factor (`linear`). `unsettled`: there is
    a choice that the next character does not settle; `factor`: the product of such choices outside endless loops."""

    __slots__ = ("factor", "linear", "power", "unsettled")

    def __init__(self) -> None:
        self.factor = 1
        self.power = 0
        self.linear = False
        self.unsettled = False


def degrees(items: tree.Items, flags: int) -> tuple[int, int] | None:
    """The exponents over the text's length of the time that finding all matches, and a try at one place, can take; None
    if exponential."""
    try:
        cost = _cost(items, flags, 0)
    except (_Exponential, RecursionError):
        return None
    once = cost.power + cost.linear
    if not once:
        return 1, 0
    return once + (0 if _apart(items, flags, charset.ALL)[1] else 1), once


def _cost(items: tree.Items, flags: int, follow: int) -> _Cost:
    total = _Cost()
    items = tree.listed(items)
    for i, (op, av) in enumerate(items):
        if op in _PLAIN:
            continue
        first, empty = tree.edge(items[i + 1 :], flags)
        part = _item(op, av, flags, first | (follow if empty else 0))
        total.power += part.power
        total.linear |= part.linear
        total.unsettled |= part.unsettled
        total.factor *= part.factor
        if total.factor > _MOST_WAYS:
            raise _Exponential
    return total


def _item(op: Any, av: Any, flags: int, follow: int) -> _Cost:
    if op is c.SUBPATTERN:
        return _cost(av[3], tree.inner_flags(flags, av), follow)
    if op is c.ATOMIC_GROUP:
        return _settled(_cost(av, flags, follow))
    if op in tree.REPEATS:
        loop = _loop(op, av, flags, follow)
        return _settled(loop) if op is c.POSSESSIVE_REPEAT else loop
    cost = _Cost()
    if op in tree.ASSERTIONS:
        inner = _cost(av[1], flags, 0)
        cost.factor = inner.factor
        if inner.power or inner.linear:
            cost.power = inner.power + inner.linear + 1
    elif op in (c.BRANCH, c.GROUPREF_EXISTS):
        leads: list[tuple[str, int]] = []
        inside = 1
        for body in tree.bodies(op, av):
            inner = _cost(body, flags, follow)
            cost.power = max(cost.power, inner.power)
            cost.linear |= inner.linear
            cost.unsettled |= inner.unsettled
            inside = max(inside, inner.factor)
            first, empty = tree.edge(body, flags)
            leads.append((_lead(body, flags), first | (follow if empty else 0)))
        ways = _alike(leads)
        cost.unsettled |= ways > 1
        cost.factor = ways * inside
    elif op is c.GROUPREF:
        cost.linear = cost.unsettled = True
    else:
        raise _Exponential  # something that a later Python brought
    return cost


def _settled(cost: _Cost) -> _Cost:
    """Of what is never gone back into once it has matched."""
    cost.unsettled = False
    return cost


def _lead(items: tree.Items, flags: int) -> str:
    """The literal text that an alternative begins with."""
    known = ""
    for op, av in tree.listed(items):
        if op is not c.LITERAL:
            break
        known += chr(av)
    return fold(known) if flags & tree.IGNORECASE else known


def _alike(leads: list[tuple[str, int]]) -> int:
    """How many of several alternatives can begin to match at one place, at most: those whose leading text begins
    another's, and those without any whose first character may be another's."""
    most, chain = 1, [""]
    for lead in sorted(lead for lead, _ in leads if lead):
        while not lead.startswith(chain[-1]):
            chain.pop()
        chain.append(lead)
        most = max(most, len(chain) - 1)
    seen = 0
    for lead, first in sorted(leads, reverse=True):
        if not lead and first & seen:
            most += 1
        seen |= first
    return most


def _loop(op: Any, av: Any, flags: int, follow: int) -> _Cost:
    low, high, body = int(av[0]), int(av[1]), av[2]
    first, empty = tree.edge(body, flags)
    again = high > 1
    inner = _cost(body, flags, first | follow if again else follow)
    plain = tree.single(body, flags) is not None
    way_out = low != high and bool(first & follow) and op is not c.POSSESSIVE_REPEAT
    long = high > (MEDIUM if plain and not way_out else SMALL)
    if again and (inner.unsettled or empty):
        if long or high > SMALL:
            raise _Exponential
        inner.power *= high
        inner.factor **= high
    if long and low == high and not inner.power and not inner.linear:
        long = False
    inner.unsettled |= way_out
    if long and way_out:
        inner.power += 1
        inner.linear = False  # the loops within this one are part of its rounds
    elif long:
        inner.linear = True
    elif way_out:
        inner.factor *= high - low + 1
    return inner


def _apart(items: tree.Items, flags: int, before: int) -> tuple[int, bool]:
    """Whether each loop starts only where its own characters have just not been, so that no two tries at a match share
    a loop's work. `before`: what can stand before the items. Also returns what can stand after them."""
    for i, (op, av) in enumerate(items):
        chars = tree.one_set(op, av, flags)
        if chars is not None:
            before = chars[0]
        elif op is c.AT:
            before = _narrowed(av, before, tree.edge(items[i + 1 :], flags)[0])
        elif op is c.ASSERT_NOT and av[0] < 0:
            behind = tree.single(av[1], flags)
            before &= ~behind[1] if behind else charset.ALL
        elif op is c.SUBPATTERN:
            before, fine = _apart(tree.listed(av[3]), tree.inner_flags(flags, av), before)
            if not fine:
                return before, False
        elif op is c.BRANCH:
            after = 0
            for body in av[1]:
                end, fine = _apart(tree.listed(body), flags, before)
                if not fine:
                    return before, False
                after |= end
            before = after
        elif op in tree.REPEATS:
            low, high, body = int(av[0]), int(av[1]), av[2]
            if high > (MEDIUM if tree.single(body, flags) is not None else SMALL) and low != high:
                if before & tree.alphabet(body, flags):
                    return before, False
            elif not _apart(tree.listed(body), flags, before | tree.edge(body, flags, last=True)[0])[1]:
                return before, False
            end, empty = tree.edge(body, flags, last=True)
            before = end | (before if empty or low == 0 else 0)
        elif op not in tree.ASSERTIONS:
            before = charset.ALL
    return before, True


def _narrowed(kind: Any, before: int, after: int) -> int:
    if kind is c.AT_BEGINNING or kind is c.AT_BEGINNING_STRING:
        return 0
    if kind is c.AT_BOUNDARY:
        if after & charset.WORD == after:
            return before & ~charset.WORD
        if not after & charset.WORD:
            return before & charset.WORD
    return before
