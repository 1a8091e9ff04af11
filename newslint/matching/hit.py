"""What the matcher finds."""

from __future__ import annotations

from newslint.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Hit(NamedTuple):
    """Pattern number `pattern` stands at the half-open range; `groups` holds the groups 0, 1, ... of a regular
    expression ("" where one took no part), and () for a literal."""

    pattern: int
    start: int
    end: int
    groups: tuple[str, ...] = ()
    names: dict[str, str] | None = None


new_hit = tuple.__new__
"""Makes a Hit in half the time that its own constructor takes."""

LITERAL, PLAIN, GROUPS, NAMED = range(4)
"""What a hit takes over of a match: nothing, for a literal; group 0; all groups; their names too."""


def hit_of(pattern: int, match: Any, shape: int) -> Hit:
    """The hit of a pattern's match."""
    start, end = match.span()
    if shape == PLAIN:
        return new_hit(Hit, (pattern, start, end, (match.group(),), None))
    if shape == LITERAL:
        return new_hit(Hit, (pattern, start, end, (), None))
    groups = (match.group(), *match.groups(""))
    if shape == GROUPS:
        return new_hit(Hit, (pattern, start, end, groups, None))
    return Hit(pattern, start, end, groups, match.groupdict("") or None)
