"""YAML text into plain values that know their places.

Every scalar is text, as it is written: `no`, `on`, `12:30`, `1_000` and an empty value are 'no', 'on', '12:30', '1_000'
and ''. Only what a person would write is read: no tags, no key twice, one document, bounded size, depth and aliases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NoReturn

import yaml

from newslint.checks.parameters import Path, Raw, describe
from newslint.model import Source
from newslint.rulebook.problems import Place, Problem, RulebookError
from newslint.rulebook.yamlwords import explain

MAX_BYTES = 8_000_000
"""Largest file, in bytes: a word list of half a million words."""
MAX_DEPTH = 40
"""Deepest nesting of lists and mappings."""
MAX_VALUES = 2_000_000
"""Most values in a file, those behind an alias counted as often as they are named."""
_DEEP = f"lists and mappings are nested more than {MAX_DEPTH} deep"

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Spot = Any
"""Offset of a scalar; (offset, [Spot]) of a list; (offset, {key: (offset of the key, Spot)}) of a mapping."""


class Located:
    """A plain value (text, list or mapping) that knows where it and everything inside it stands.

    This one knows places of a YAML file. A subclass may know them otherwise: only `value`, `place` and `at` matter.
    """

    __slots__ = ("_source", "_spot", "value")

    def __init__(self, value: Raw, spot: Spot, source: Source) -> None:
        self.value = value
        self._spot = spot
        self._source = source

    def __repr__(self) -> str:
        return f"Located({self.value!r} at {':'.join(map(str, self.place()))})"

    def place(self, path: Path = (), key: bool = False) -> Place:
        """The place of the value that a path of keys and list indexes leads to, or of that path's last key.

        A path that leads nowhere gives the place of the last value on its way.
        """
        spot, offset = self._spot, 0
        for i, step in enumerate(path):
            inside = None if isinstance(spot, int) else spot[1]
            if isinstance(inside, dict) and step in inside:
                offset, spot = inside[step]
            elif isinstance(inside, list) and isinstance(step, int) and step < len(inside):
                spot = inside[step]
                offset = _start(spot)
            else:
                break
            if key and i == len(path) - 1:
                return self._place(offset)
        return self._place(_start(spot))

    def _place(self, offset: int) -> Place:
        return Place(self._source.path, *self._source.position(offset))

    def at(self, step: str | int) -> Located:
        """The value of a key or index. Raises KeyError or IndexError."""
        inside = self._spot[1][step]
        return Located(self.value[step], inside[1] if isinstance(step, str) else inside, self._source)

    def problem(self, message: str, path: Path = (), *, hint: str = "", key: bool = False) -> Problem:
        """A problem at a place inside this value."""
        return Problem.at(self.place(path, key), message, hint)


class Merged(Located):
    """A list or mapping whose items come from several places, such as a rule that extends another."""

    __slots__ = ("_keys", "_parts", "_where")

    def __init__(
        self, parts: Mapping[str, Located] | Sequence[Located], where: Place, keys: Mapping[str, Place] | None = None
    ) -> None:
        """`parts` are the values; `where` is the place of the whole and `keys` are those of a mapping's keys."""
        self._parts: dict[str, Located] | list[Located]
        if isinstance(parts, Mapping):
            self._parts = dict(parts)
            self.value = {k: v.value for k, v in parts.items()}
        else:
            self._parts = list(parts)
            self.value = [v.value for v in parts]
        self._where = where
        self._keys = dict(keys or {})

    def place(self, path: Path = (), key: bool = False) -> Place:
        if not path:
            return self._where
        try:
            part = self.at(path[0])
        except (KeyError, IndexError):
            return self._where
        if key and len(path) == 1:
            return self._keys.get(str(path[0])) or part.place()
        return part.place(path[1:], key)

    def at(self, step: str | int) -> Located:
        if isinstance(self._parts, dict):
            return self._parts[str(step)]
        if isinstance(step, int):
            return self._parts[step]
        raise KeyError(step)


def items(node: Located) -> Iterator[tuple[str, Located]]:
    """Keys and values of a mapping, in order."""
    return ((key, node.at(key)) for key in node.value)


def elements(node: Located) -> list[Located]:
    """The items of a list; a text or mapping stands for a list of one."""
    return [node.at(i) for i in range(len(node.value))] if isinstance(node.value, list) else [node]


def _start(spot: Spot) -> int:
    return spot if isinstance(spot, int) else int(spot[0])


def read_yaml(data: bytes | str, path: str) -> Located:
    """Read a YAML file. An empty one gives ''. Raises RulebookError with all that is wrong with it."""
    if len(data) > MAX_BYTES:
        raise RulebookError([Problem(path, 1, 1, f"the file has {len(data):,} bytes, expected {MAX_BYTES:,} at most")])
    text = data if isinstance(data, str) else _decode(data, path)
    source = Source(text.removeprefix("\ufeff"), path)
    composer = _Composer(source)
    try:
        value, spot = composer.compose()
    except yaml.YAMLError as error:
        offset, message, hint = explain(error, source.text)
        if "nesting depth" in str(error):  # newer parsers have a limit too, and meet it looking ahead
            message, hint = _DEEP, ""
        composer.problem(offset, message, hint)
        raise RulebookError(composer.problems) from None
    except _Stop:
        raise RulebookError(composer.problems) from None
    if composer.problems:
        raise RulebookError(composer.problems)
    return Located(value, spot, source)


def _decode(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = Source(data[: error.start].decode("utf-8-sig", "replace"))
        place = Place(path, *before.position(len(before)))
        message = f"found the byte 0x{data[error.start]:02X}, expected text in UTF-8"
        raise RulebookError([Problem.at(place, message)]) from None


class _Stop(Exception):
    """A mistake behind which reading on makes no sense; it is among the problems."""


class _Open:
    """A list or mapping whose end has not come yet."""

    __slots__ = ("anchor", "count", "is_list", "key", "key_at", "offset", "spots", "values")

    def __init__(self, is_list: bool, offset: int, anchor: str | None, count: int) -> None:
        self.is_list = is_list
        self.values: Any = [] if is_list else {}
        self.spots: Any = [] if is_list else {}
        self.offset = offset
        self.anchor = anchor
        self.count = count
        self.key: str | None = None
        self.key_at = 0


class _Composer:
    """Builds values from the parser's events. (PyYAML's own composer recurses, and a deep file kills the process.)"""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self._anchors: dict[str, tuple[Raw, Spot, int] | None] = {}
        self._count = 0

    def problem(self, offset: int, message: str, hint: str = "") -> None:
        """Remember a mistake at an offset."""
        place = Place(self.source.path, *self.source.position(min(offset, len(self.source))))
        self.problems.append(Problem.at(place, message, hint))

    def compose(self) -> tuple[Raw, Spot]:
        """The value of the one document and its places."""
        stack: list[_Open] = []
        result: tuple[Raw, Spot] | None = None
        loader = _LOADER(self.source.text)
        for event in iter(loader.get_event, None):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                value, spot = event.value, event.start_mark.index
                if event.anchor:
                    self._anchors[event.anchor] = (value, spot, 1)
                if event.tag is not None:
                    self._tag(event)
                self._count += 1
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._start(event, stack)
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                closed = stack.pop()
                value, spot = closed.values, (closed.offset, closed.spots)
                if closed.anchor:
                    self._anchors[closed.anchor] = (value, spot, self._count - closed.count)
            elif kind is yaml.AliasEvent:
                value, spot = self._alias(event)
            else:
                if kind is yaml.DocumentStartEvent and result is not None:
                    self._fail(event.start_mark.index, "found a second document, expected one to a file")
                continue
            if not stack:
                result = value, spot
                continue
            top = stack[-1]
            if top.is_list:
                top.values.append(value)
                top.spots.append(spot)
            elif top.key is None:
                self._key(top, value, spot)
            else:
                top.values[top.key] = value
                top.spots[top.key] = (top.key_at, spot)
                top.key = None
        return result or ("", 0)

    def _start(self, event: Any, stack: list[_Open]) -> None:
        offset = event.start_mark.index
        if len(stack) >= MAX_DEPTH:
            self._fail(offset, _DEEP)
        if event.tag is not None:
            self._tag(event)
        if event.anchor:
            self._anchors[event.anchor] = None
        self._count += 1
        stack.append(_Open(type(event) is yaml.SequenceStartEvent, offset, event.anchor, self._count - 1))

    def _key(self, top: _Open, value: Raw, spot: Spot) -> None:
        top.key_at = _start(spot)
        if not isinstance(value, str):
            self.problem(top.key_at, f"found {describe(value)} as a key, expected text", "put quotes round it")
            value = f"\0{top.key_at}"
        elif value in top.values:
            line = self.source.position(top.spots[value][0]).line
            self.problem(top.key_at, f"the key '{value}' stands twice, first in line {line}")
        top.key = value

    def _tag(self, event: Any) -> None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.problem(
            event.start_mark.index,
            f"found the tag '{tag}', expected a value without a tag",
            "put quotes round text that begins with '!'",
        )

    def _alias(self, event: Any) -> tuple[Raw, Spot]:
        offset, name = event.start_mark.index, event.anchor
        if name not in self._anchors:
            self._fail(
                offset,
                f"found the alias '*{name}', but there is no anchor '&{name}'",
                "put quotes round text that begins with '*'",
            )
        target = self._anchors[name]
        if target is None:
            self._fail(offset, f"the alias '*{name}' stands inside what it names")
        value, spot, count = target
        self._count += count
        if self._count > MAX_VALUES:
            self._fail(offset, f"aliases make this file larger than {MAX_VALUES:,} values")
        return value, spot

    def _fail(self, offset: int, message: str, hint: str = "") -> NoReturn:
        self.problem(offset, message, hint)
        raise _Stop
