"""Mistakes in YAML files: where they are, what is wrong, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.model.records import NamedTuple


class Place(NamedTuple):
    """A place in a file for people: line and column count from 1, the column in code points; 0 for the whole file."""

    path: str
    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """One mistake: its place, what was found and expected, and a hint ("" for none)."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    @classmethod
    def at(cls, place: Place, message: str, hint: str = "") -> Problem:
        """A problem at a place."""
        return cls(*place, message, hint)

    def __str__(self) -> str:
        """The line for a terminal: "rules/a.yaml:3:1: unknown key 'severty': did you mean 'severity'?"."""
        hint = f": {self.hint}" if self.hint else ""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{place}: {self.message}{hint}"


class RulebookError(ValueError):
    """Files that can't be used, with every mistake found in them, by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Sequence[Problem] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
