"""Questions about a parsed regular expression: what it can begin and end with, how wide it is.

Works on the tree of CPython's own parser (`re._parser`), so that what is analysed is what `re` will run. An operation
this does not know counts as "anything".
"""

from __future__ import annotations

import re
import warnings
from re import _constants as c
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from newslint.matching import charset
from newslint.matching.pattern import PatternError
from newslint.model.records import NamedTuple

# Plain numbers: `&` on the members of an enumeration costs a microsecond, and there are thousands.
IGNORECASE, MULTILINE, DOTALL, ASCII = int(re.IGNORECASE), int(re.MULTILINE), int(re.DOTALL), int(re.ASCII)

REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
ASSERTIONS = (c.ASSERT, c.ASSERT_NOT)
ENDLESS = int(c.MAXREPEAT)
_FREQUENT = sum(1 << ord(char) for char in " etaoinshrdlu")

_MANY = 40
"""Characters of ASCII: more than the small letters and the digits, fewer than the letters."""

Items = Any  # a list of (operation, argument) pairs, as the parser nests them


class Tree(NamedTuple):
    """A parsed pattern: its items, the flags in force at the top, and the parser's state."""

    items: Items
    flags: int
    state: Any


def parse(text: str, ignore_case: bool = False) -> Tree:
    """The tree of a regular expression. Raises PatternError for one that `re` would refuse to compile."""
    try:
        with warnings.catch_warnings():
            # What a later Python may read otherwise, such as "[[:alpha:]]", is no pattern to build on.
            warnings.simplefilter("error", FutureWarning)
            parsed = _parser.parse(text, re.IGNORECASE if ignore_case else 0)
    except FutureWarning as warning:
        raise PatternError(
            f"{str(warning)[:1].lower()}{str(warning)[1:]}; write a backslash before the sign"
        ) from warning
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(str(error) or type(error).__name__) from error
    tree = Tree(parsed.data, int(parsed.state.flags), parsed.state)
    if "(?<" in text:
        _refuse_wide_lookbehinds(tree.items, tree.state)
    return tree


def _refuse_wide_lookbehinds(items: Items, state: Any) -> None:
    for op, av in items:
        if op in ASSERTIONS and av[0] < 0:
            low, high = width(av[1], state)
            if low != high:
                raise PatternError("look-behind requires fixed-width pattern")
        for body in bodies(op, av):
            _refuse_wide_lookbehinds(body, state)


def bodies(op: Any, av: Any) -> list[Items]:
    """The parts of an item that are patterns themselves."""
    if op is c.BRANCH:
        return list(map(listed, av[1]))
    if op is c.SUBPATTERN:
        return [listed(av[3])]
    if op in REPEATS:
        return [listed(av[2])]
    if op in ASSERTIONS:
        return [listed(av[1])]
    if op is c.ATOMIC_GROUP:
        return [listed(av)]
    if op is c.GROUPREF_EXISTS:
        return [listed(av[1]), listed(av[2] or [])]
    return []


def listed(items: Items) -> list[Any]:
    """The items as a list, which is quicker to go through than what the parser has them in."""
    return items.data if isinstance(items, _parser.SubPattern) else items  # type: ignore[no-any-return]


def inner_flags(flags: int, av: Any) -> int:
    """The flags inside a group, whose own may add to and take from those outside."""
    return int((flags | av[1]) & ~av[2])


def width(items: Items, state: Any) -> tuple[int, int | None]:
    """Least and greatest number of characters, None for no limit."""
    low, high = _parser.SubPattern(state, listed(items)).getwidth()
    return int(low), int(high) if high < ENDLESS else None


def is_nothing(items: Items) -> bool:
    """Whether the items can match the empty text anywhere, with no assertion that says where."""
    return all(_may_be_nothing(op, av) for op, av in items)


def _may_be_nothing(op: Any, av: Any) -> bool:
    if op in REPEATS and av[0] == 0:
        return True
    return op is not c.AT and op not in ASSERTIONS and any(map(is_nothing, bodies(op, av)))


def one_set(op: Any, av: Any, flags: int) -> charset.Set | None:
    """The characters that an item of exactly one character takes; None for any other item."""
    ignore_case = bool(flags & IGNORECASE)
    if op is c.LITERAL:
        return charset.of_char(chr(av), ignore_case)
    if op is c.NOT_LITERAL:
        return charset.negate(charset.of_char(chr(av), ignore_case))
    if op is c.ANY:
        return charset.ANY if flags & DOTALL else charset.ANY_BUT_NEWLINE
    if op is c.IN:
        return charset.of_items(av, ignore_case, bool(flags & ASCII))
    return None


def single(items: Items, flags: int) -> charset.Set | None:
    """The characters that a body takes, where it is one character in any number of groups; else None."""
    if len(items) != 1:
        return None
    op, av = items[0]
    if op is c.SUBPATTERN:
        return single(av[3], inner_flags(flags, av))
    return one_set(op, av, flags)


def roams(items: Items, flags: int, rounds: int) -> bool:
    """Whether a match can go on for more than some rounds of a repeat over nearly any text: over several characters at
    a time, or over many kinds."""
    for op, av in items:
        if op in ASSERTIONS:
            continue
        if op in REPEATS and av[1] > rounds:
            one = single(av[2], flags)
            if one is None or (one[0] & charset.ASCII).bit_count() > _MANY:
                return True
        inner = inner_flags(flags, av) if op is c.SUBPATTERN else flags
        if any(roams(body, inner, rounds) for body in bodies(op, av)):
            return True
    return False


def edge(items: Items, flags: int, last: bool = False) -> tuple[int, bool]:
    """The characters that a match of the items can begin (or end) with, as a mask, and whether it can be empty."""
    mask = 0
    items = listed(items)
    for op, av in reversed(items) if last else items:
        more, empty = _edge_of(op, av, flags, last)
        mask |= more
        if not empty:
            return mask, False
    return mask, True


def _edge_of(op: Any, av: Any, flags: int, last: bool) -> tuple[int, bool]:
    chars = one_set(op, av, flags)
    if chars is not None:
        return chars[0], False
    if op in ASSERTIONS or op is c.AT:
        return 0, True
    if op is c.SUBPATTERN:
        return edge(av[3], inner_flags(flags, av), last)
    if op in REPEATS:
        mask, empty = edge(av[2], flags, last)
        return (mask, empty or av[0] == 0) if av[1] else (0, True)
    if op is c.FAILURE:
        return 0, False
    parts = [edge(body, flags, last) for body in bodies(op, av)]
    if not parts:
        return charset.ALL, True  # a back reference, or what a later Python may bring
    mask = 0
    for more, _ in parts:
        mask |= more
    return mask, any(empty for _, empty in parts)


def starters(items: Items, flags: int) -> str:
    """A regular expression for the characters that a match can begin with, where few characters of a text are among
    them; else "". `re` looks for such characters by itself, but not behind a look-around or \\b."""
    mask, empty = edge(items, flags)
    if empty or not mask or mask & _FREQUENT:
        return ""
    listed = "".join(re.escape(chr(code)) for code in range(128) if mask & 1 << code)
    return f"[{listed}]" if mask < 1 << 128 else f"[{listed}\\x80-\\U0010ffff]"


def alphabet(items: Items, flags: int) -> int:
    """Every character that can stand in a match of the items, as a mask."""
    mask = 0
    for op, av in listed(items):
        chars = one_set(op, av, flags)
        if chars is not None:
            mask |= chars[0]
        elif op is c.SUBPATTERN:
            mask |= alphabet(av[3], inner_flags(flags, av))
        elif op in ASSERTIONS or op is c.AT or op is c.FAILURE:
            continue
        elif inner := bodies(op, av):
            for body in inner:
                mask |= alphabet(body, flags)
        else:
            return charset.ALL
    return mask
