"""Which rules run: ids, groups and globs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol


class HasId(Protocol):
    """Anything with a rule id and a status."""

    @property
    def id(self) -> str: ...

    @property
    def status(self) -> str: ...


@cache
def _glob(pattern: str) -> re.Pattern[str]:
    # fnmatch folds case on some systems; ids are the same everywhere.
    parts = (".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern)
    return re.compile("".join(parts), re.DOTALL)


def names(pattern: str, id: str) -> bool:
    """Whether a pattern names a rule: its id ("leftovers/share-text"), its group ("leftovers") or a glob ("*/share*").

    "all" names every rule.
    """
    if pattern in (id, "all") or id.startswith(pattern.rstrip("/") + "/"):
        return True
    return ("*" in pattern or "?" in pattern) and _glob(pattern).fullmatch(id) is not None


def runs(rule: HasId, select: Sequence[str] = (), ignore: Iterable[str] = ()) -> bool:
    """Whether a rule runs. No `select` stands for all; `ignore` is stronger, but for an id that `select` spells out
    where `ignore` names it only by group or glob. A draft runs only when `select` spells out its id."""
    exact = rule.id in select
    if rule.status == "off" or (rule.status == "draft" and not exact):
        return False
    if select and not any(names(p, rule.id) for p in select):
        return False
    return not any(p == rule.id if exact else names(p, rule.id) for p in ignore)
