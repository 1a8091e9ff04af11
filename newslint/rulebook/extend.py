"""Rules made of others: a file that extends a rule of an earlier pack, and what a configuration changes in one."""

from __future__ import annotations

from newslint.checks.parameters import close, describe
from newslint.rulebook.nodes import Located, Merged, elements, items
from newslint.rulebook.problems import Place, Problem

_NAMING = ("match", "name", "text", "document")
"""Keys by whose text an item of a list of mappings can be taken away."""


def overlay(base: Located, top: Located, where: Place, problems: list[Problem]) -> Located:
    """`base` with the keys of `top` in place of its own; `+key` adds to a list or mapping, `-key` takes from it.

    Both are mappings. The result stands at `where`; its parts keep their places. Mistakes go to `problems`.
    """
    parts = dict(items(base))
    keys = {key: base.place((key,), key=True) for key in parts}
    for key, value in items(top):
        sign, name = (key[0], key[1:]) if key[:1] in ("+", "-") else ("", key)
        if sign and name not in parts:
            message = f"'{key}': the rule has no '{name}' to change"
            problems.append(top.problem(message, (key,), key=True, hint=close(name, parts)))
            continue
        if sign == "+":
            parts[name] = _added(parts[name], value, problems, deep=name == "examples")
        elif sign == "-":
            parts[name] = _taken(parts[name], value, problems)
        else:
            parts[name] = value
            keys[name] = top.place((key,), key=True)
    return Merged(parts, where, keys)


def _added(base: Located, more: Located, problems: list[Problem], deep: bool = False) -> Located:
    """Two lists end to end, or the keys of two mappings, of which the later win."""
    if not isinstance(base.value, dict):
        return Merged([*elements(base), *elements(more)], more.place())
    if not isinstance(more.value, dict):
        problems.append(more.problem(f"found {describe(more.value)}, expected a mapping like the one to add to"))
        return base
    parts = dict(items(base))
    keys = {key: base.place((key,), key=True) for key in parts}
    for key, value in items(more):
        parts[key] = _added(parts[key], value, problems) if deep and key in parts else value
        keys[key] = more.place((key,), key=True)
    return Merged(parts, more.place(), keys)


def _taken(base: Located, less: Located, problems: list[Problem]) -> Located:
    """A list without some items, or a mapping without some keys or without some items of its keys' lists."""
    if isinstance(base.value, dict):
        parts = dict(items(base))
        keys = {key: base.place((key,), key=True) for key in parts}
        if isinstance(less.value, dict):
            for key, value in items(less):
                if key in parts:
                    parts[key] = _taken(parts[key], value, problems)
                else:
                    message = f"there is no '{key}' to take from"
                    problems.append(less.problem(message, (key,), key=True, hint=close(key, parts)))
            return Merged(parts, base.place(), keys)
        for item in elements(less):
            if not isinstance(item.value, str) or parts.pop(item.value, None) is None:
                problems.append(item.problem(f"there is no {_shown(item)} to take away", hint=_nearest(item, parts)))
        return Merged(parts, base.place(), keys)
    kept = elements(base)
    for item in elements(less):
        rest = [e for e in kept if not _same(e, item)]
        if len(rest) == len(kept):
            problems.append(item.problem(f"there is no {_shown(item)} to take away"))
        kept = rest
    return Merged(kept, base.place())


def _same(element: Located, item: Located) -> bool:
    if isinstance(element.value, dict) and isinstance(item.value, str):
        return any(element.value.get(key) == item.value for key in _NAMING)
    return bool(element.value == item.value)


def _shown(item: Located) -> str:
    return f"'{item.value}'" if isinstance(item.value, str) else "such item"


def _nearest(item: Located, known: dict[str, Located]) -> str:
    return close(item.value, known) if isinstance(item.value, str) else ""
