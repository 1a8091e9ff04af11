"""Finds a check kind by its name: a module of this package, else an entry point of the group newslint.checks."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.util import find_spec

from newslint.checks.base import Check

GROUP = "newslint.checks"


class UnknownCheck(ValueError):
    """No module and no entry point has the kind."""


@cache
def check_kind(name: str) -> type[Check]:
    """The class of a kind, such as "substitution". Raises UnknownCheck."""
    module = "newslint.checks." + name.replace("-", "_")
    if name.replace("-", "").isalpha() and find_spec(module):
        for value in vars(import_module(module)).values():
            if isinstance(value, type) and issubclass(value, Check) and value.__dict__.get("name") == name:
                return value
    # Entry points cost 30 ms to read: only for a name that is not our own.
    from importlib.metadata import entry_points

    for entry in entry_points(group=GROUP, name=name):
        kind = entry.load()
        if isinstance(kind, type) and issubclass(kind, Check):
            return kind
        raise UnknownCheck(f"entry point {entry.value} for check {name!r} is not a newslint.checks.Check")
    raise UnknownCheck(f"no check kind {name!r}")


def check_kinds() -> list[str]:
    """Names of all kinds, built in and installed, sorted."""
    from importlib.metadata import entry_points
    from pkgutil import iter_modules

    import newslint.checks

    names = {e.name for e in entry_points(group=GROUP)}
    for module in iter_modules(newslint.checks.__path__):
        name = module.name.replace("_", "-")
        try:
            check_kind(name)
        except UnknownCheck:
            continue
        names.add(name)
    return sorted(names)
