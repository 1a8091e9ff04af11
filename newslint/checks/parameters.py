"""Typed parameters of check kinds: how a value from a rule file is validated, converted and described.

Rule files give plain values in which every scalar is text (YAML 1.1 would read `no` and `12:30` as something else):
a str, a list, or a dict with text keys. A kind of value turns that into what the check uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newslint.model.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, TypeAlias

Raw: TypeAlias = "Any"
"""A plain value of a rule file: str, list of Raw, or dict of str to Raw."""

Path = tuple[str | int, ...]


class ParameterError(ValueError):
    """A value that does not fit; `path` leads to it from the rule's parameters (keys and list indexes).

    `key`: the mistake is in the last key of the path, not in its value. `more`: further mistakes of the same rule.
    """

    def __init__(self, message: str, path: Path = (), *, key: bool = False, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.key = key
        self.hint = hint
        self.more: list[ParameterError] = []

    @property
    def all(self) -> list[ParameterError]:
        """This mistake and the further ones."""
        return [self, *self.more]

    def moved(self, path: Path) -> ParameterError:
        """The same mistake, without the further ones, at another path."""
        return ParameterError(self.message, path, key=self.key, hint=self.hint)


class Mistakes:
    """Gathers what is wrong, so that a person hears of everything at once."""

    __slots__ = ("errors",)

    def __init__(self) -> None:
        self.errors: list[ParameterError] = []

    def add(self, error: ParameterError) -> None:
        """Remember a mistake and those that it carries."""
        self.errors += error.all

    def settle(self) -> None:
        """Raise what has been gathered, if anything."""
        if self.errors:
            first, *rest = self.errors
            first.more = rest
            raise first


def describe(raw: Raw) -> str:
    """What a plain value is, for messages: "a list", "text 'abc'"."""
    if isinstance(raw, dict):
        return "a mapping"
    if isinstance(raw, list):
        return "a list"
    return f"'{raw}'" if raw else "nothing"


class Kind:
    """A kind of value. Subclasses say how it is read and what a JSON Schema says of it."""

    expected = "a value"

    def read(self, raw: Raw, path: Path = ()) -> Any:
        """The value the check uses. Raises ParameterError."""
        raise NotImplementedError

    def schema(self) -> dict[str, Any]:
        """JSON Schema of the value as an editor sees it."""
        return {}

    def fail(self, raw: Raw, path: Path, expected: str = "") -> ParameterError:
        """The error of a value that does not fit."""
        return ParameterError(f"found {describe(raw)}, expected {expected or self.expected}", path)


class Text(Kind):
    """Any text."""

    expected = "text"

    def read(self, raw: Raw, path: Path = ()) -> str:
        if not isinstance(raw, str):
            raise self.fail(raw, path)
        return raw

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean", "null"]}


class Flag(Kind):
    """true or false (yes/no and on/off too)."""

    expected = "true or false"
    _values: ClassVar[dict[str, bool]] = {
        "true": True, "yes": True, "on": True, "false": False, "no": False, "off": False,
    }  # fmt: skip

    def read(self, raw: Raw, path: Path = ()) -> bool:
        value = self._values.get(raw.lower()) if isinstance(raw, str) else None
        if value is None:
            raise self.fail(raw, path)
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


class Integer(Kind):
    """A whole number within bounds."""

    def __init__(self, least: int = 0, most: int = 1_000_000) -> None:
        self.least, self.most = least, most
        self.expected = f"a whole number from {least} to {most}"

    def read(self, raw: Raw, path: Path = ()) -> int:
        try:
            value = int(raw)
        except (TypeError, ValueError):
            raise self.fail(raw, path) from None
        if not self.least <= value <= self.most:
            raise self.fail(raw, path)
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


class Number(Kind):
    """A number within bounds."""

    def __init__(self, least: float = 0.0, most: float = 1e9) -> None:
        self.least, self.most = least, most
        self.expected = f"a number from {least:g} to {most:g}"

    def read(self, raw: Raw, path: Path = ()) -> float:
        try:
            value = float(raw)
        except (TypeError, ValueError):
            raise self.fail(raw, path) from None
        if not self.least <= value <= self.most:
            raise self.fail(raw, path)
        return value

    def schema(self) -> dict[str, Any]:
        return {"type": "number", "minimum": self.least, "maximum": self.most}


class Choice(Kind):
    """One of some words."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices
        self.expected = " or ".join([", ".join(choices[:-1]), choices[-1]] if len(choices) > 1 else choices)

    def read(self, raw: Raw, path: Path = ()) -> str:
        if raw not in self.choices:
            error = self.fail(raw, path)
            error.hint = close(raw, self.choices) if isinstance(raw, str) else ""
            raise error
        return str(raw)

    def schema(self) -> dict[str, Any]:
        # An editor may read these words as YAML 1.1 does.
        flags = [flag for word, flag in Flag._values.items() if word in self.choices]
        return {"enum": [*self.choices, *dict.fromkeys(flags)]}


class ListOf(Kind):
    """A list; a single value stands for a list of one."""

    def __init__(self, item: Kind, least: int = 0) -> None:
        self.item, self.least = item, least
        self.expected = f"a list of {item.expected}"

    def read(self, raw: Raw, path: Path = ()) -> tuple[Any, ...]:
        if not isinstance(raw, list):
            return (self.item.read(raw, path),)
        if len(raw) < self.least:
            raise self.fail(raw, path, f"at least {self.least} of {self.item.expected}")
        values, mistakes = [], None
        for i, x in enumerate(raw):
            try:
                values.append(self.item.read(x, (*path, i)))
            except ParameterError as error:
                mistakes = mistakes or Mistakes()
                mistakes.add(error)
        if mistakes:
            mistakes.settle()
        return tuple(values)

    def schema(self) -> dict[str, Any]:
        item = self.item.schema()
        return {"anyOf": [item, {"type": "array", "items": item, "minItems": self.least}]}


class MapOf(Kind):
    """A mapping from text to values of one kind."""

    def __init__(self, value: Kind) -> None:
        self.value = value
        self.expected = f"a mapping from text to {value.expected}"

    def read(self, raw: Raw, path: Path = ()) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise self.fail(raw, path)
        values, mistakes = {}, Mistakes()
        for k, v in raw.items():
            try:
                values[k] = self.value.read(v, (*path, k))
            except ParameterError as error:
                mistakes.add(error)
        mistakes.settle()
        return values

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.value.schema()}


class Parameter(NamedTuple):
    """One parameter of a check kind: its name in rule files, kind of value, meaning, and the raw default.

    A default of None leaves the parameter unset; `required` refuses a rule without it.
    """

    name: str
    kind: Kind
    doc: str
    default: Raw = None
    required: bool = False


class RecordOf(Kind):
    """A mapping with known keys; `short` names the key that a bare text stands for."""

    def __init__(self, *fields: Parameter, short: str = "") -> None:
        self.fields = {f.name: f for f in fields}
        self.short = short
        self.expected = "a mapping with the keys " + ", ".join(self.fields)

    def read(self, raw: Raw, path: Path = ()) -> Settings:
        if isinstance(raw, str) and self.short:
            raw = {self.short: raw}
        if not isinstance(raw, dict):
            raise self.fail(raw, path)
        return read_settings(raw, tuple(self.fields.values()), path)

    def schema(self) -> dict[str, Any]:
        record = {
            "type": "object",
            "properties": {f.name: f.kind.schema() | {"description": f.doc} for f in self.fields.values()},
            "required": [f.name for f in self.fields.values() if f.required],
            "additionalProperties": False,
        }
        return {"anyOf": [{"type": "string"}, record]} if self.short else record


class Settings:
    """The validated parameters of one rule, read by name and type."""

    __slots__ = ("values",)

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.values = dict(values)

    def has(self, name: str) -> bool:
        """Whether the parameter is set (by the rule or by its default)."""
        return self.values.get(name) is not None

    def text(self, name: str) -> str:
        """A text or choice; "" where it is unset."""
        return str(self.values.get(name) or "")

    def flag(self, name: str) -> bool:
        """A flag; False where it is unset."""
        return bool(self.values.get(name))

    def integer(self, name: str) -> int:
        """A whole number; 0 where it is unset."""
        return int(self.values.get(name) or 0)

    def number(self, name: str) -> float:
        """A number; 0.0 where it is unset."""
        return float(self.values.get(name) or 0)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; () where it is unset."""
        return tuple(self.values.get(name) or ())

    def records(self, name: str) -> Sequence[Settings]:
        """A list of records; () where it is unset."""
        return tuple(self.values.get(name) or ())

    def mapping(self, name: str) -> dict[str, Any]:
        """A mapping; {} where it is unset."""
        return dict(self.values.get(name) or {})


def read_settings(raw: Mapping[str, Raw], parameters: Sequence[Parameter], path: Path = ()) -> Settings:
    """Validate plain values against parameters. Raises ParameterError for the first that does not fit; it carries the
    others."""
    known = {p.name: p for p in parameters}
    values: dict[str, Any] = {}
    mistakes = Mistakes()
    for name in raw:
        if name not in known:
            mistakes.add(ParameterError(f"unknown key '{name}'", (*path, name), key=True, hint=near(name, known)))
    for p in parameters:
        if p.name in raw:
            try:
                values[p.name] = p.kind.read(raw[p.name], (*path, p.name))
            except ParameterError as error:
                mistakes.add(error)
        elif p.required:
            mistakes.add(ParameterError(f"the key '{p.name}' is missing: {p.doc}", path))
        else:
            values[p.name] = None if p.default is None else p.kind.read(p.default)
    mistakes.settle()
    return Settings(values)


def close(found: str, known: Iterable[str]) -> str:
    """A hint for a misspelt word: "did you mean 'severity'?", or "" where no known word is near."""
    from difflib import get_close_matches

    words = {k.lower(): k for k in known}
    best = get_close_matches(found.lower(), words, 1)
    return f"did you mean '{words[best[0]]}'?" if best else ""


def near(found: str, known: Iterable[str]) -> str:
    """The hint of `close`, or else the known words."""
    words = sorted(known)
    some = " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
    return close(found, words) or (f"expected {some}" if words else "")
