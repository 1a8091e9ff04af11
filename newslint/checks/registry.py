"""Finds a check kind by its name: a module of this package, else an entry point of the group newslint.checks."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cache

from newslint.checks.base import Check

GROUP = "newslint.checks"


class UnknownCheck(ValueError):
    """No module and no entry point has the kind. `reason` leaves out the known ones."""

    def __init__(self, reason: str, known: Sequence[str] = ()) -> None:
        super().__init__(f"{reason}; known: {', '.join(known)}" if known else reason)
        self.reason = reason


@cache
def check_kind(name: str) -> type[Check]:
    """The class of a kind, such as "substitution". Raises UnknownCheck."""
    own = _built_in(name)
    if own is not None:
        return own
    # Entry points cost 30 ms to read: only for a name that is not our own.
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        kind = entry.load()
        if isinstance(kind, type) and issubclass(kind, Check):
            return kind
        raise UnknownCheck(f"entry point {entry.value} for check {name!r} is not a newslint.checks.Check")
    raise UnknownCheck(f"no check kind {name!r}", check_kinds())


def _built_in(name: str) -> type[Check] | None:
    """The class of one of our own kinds, None for any other name."""
    module = "newslint.checks." + name.replace("-", "_")
    if not name.replace("-", "").isalpha():
        return None
    try:
        __import__(module)  # `importlib` takes half a millisecond to import
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        return None
    for value in vars(sys.modules[module]).values():
        if isinstance(value, type) and issubclass(value, Check) and value.__dict__.get("name") == name:
            return value
    return None


def check_kinds() -> list[str]:
    """Names of all kinds, built in and installed, sorted."""
    from importlib.metadata import entry_points
    from pkgutil import iter_modules

    import newslint.checks

    modules = (m.name.replace("_", "-") for m in iter_modules(newslint.checks.__path__))
    return sorted({*filter(_built_in, modules), *(e.name for e in entry_points(group=GROUP))})
