"""TOML values that know their places: tomllib gives the values, a scan of the lines the places of the keys."""

from __future__ import annotations

import re
from typing import Any

from newslint.checks.parameters import Path, Raw
from newslint.rulebook.nodes import Located
from newslint.rulebook.problems import Place, Problem, RulebookError
from newslint.storage.expressions import expression

_KEY = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_HEADER = expression(rf"\s*(\[\[?)\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*\]")
_PAIR = expression(rf"\s*({_KEY}(?:\s*\.\s*{_KEY})*)\s*=")
_PART = expression(_KEY)


class TomlValue(Located):
    """A value of a TOML file. Lists and inline tables stand where their key stands."""

    __slots__ = ("_below", "_places")

    def __init__(self, value: Raw, places: dict[Path, Place], below: Path = ()) -> None:
        self.value = value
        self._places = places
        self._below = below

    def place(self, path: Path = (), key: bool = False) -> Place:
        full = (*self._below, *path)
        while full and full not in self._places:
            full = full[:-1]
        return self._places[full]

    def at(self, step: str | int) -> Located:
        return TomlValue(self.value[step], self._places, (*self._below, step))


def read_toml(data: bytes, path: str, table: tuple[str, ...] = ()) -> Located:
    """A table of a TOML file; every scalar is text, as in YAML. Raises RulebookError where the file is no TOML."""
    import tomllib

    try:
        text = data.decode("utf-8")
        value: Any = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(found[1]), int(found[2])) if found else (1, 1)
        message = str(error)[: found.start()].strip() if found else str(error)
        raise RulebookError([Problem(path, line, column, f"not TOML: {message}")]) from None
    for name in table:
        value = value.get(name, {})
    return TomlValue(_plain(value), _places(text, path), table)


def _plain(value: Any) -> Raw:
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def _places(text: str, path: str) -> dict[Path, Place]:
    """Where tables and keys stand, by their paths."""
    places: dict[Path, Place] = {(): Place(path)}
    table: Path = ()
    counts: dict[Path, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HEADER.match(line):
            table = _path(found[2])
            at = found.start(2)
            if found[1] == "[[":
                places.setdefault(table, Place(path, number, at + 1))
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            _enter(places, table, Place(path, number, at + 1))
        elif found := _PAIR.match(line):
            _enter(places, (*table, *_path(found[1])), Place(path, number, found.start(1) + 1))
    return places


def _enter(places: dict[Path, Place], path: Path, place: Place) -> None:
    for i in range(1, len(path) + 1):
        places.setdefault(path[:i], place)


def _path(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))
