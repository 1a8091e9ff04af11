"""Patterns that the matcher refuses, with their places in the rule file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.checks.parameters import Path, Raw
from newslint.matching import Matcher, Pattern, PatternError
from newslint.rulebook.nodes import Located
from newslint.rulebook.problems import Problem

_LIST = re.compile(r"(?<!\\)@[a-z][a-z0-9-]*")


def refused(patterns: Sequence[Pattern], node: Located, common: Iterable[str]) -> list[Problem]:
    """A problem for each of a rule's patterns that can't be compiled or bounded. `common`: keys that hold none.

    This takes about a millisecond a regular expression, so it is for `rule test`, and for telling where a mistake is
    once there is one.
    """
    problems = []
    for pattern in patterns:
        error = None if pattern.literal else _error(pattern)
        if error is not None:
            path = _find(node, pattern.text, frozenset(common))
            problems.append(node.problem(f"the pattern can't be used: {error}", path))
    return problems


def refused_texts(node: Located, common: Iterable[str]) -> list[Problem]:
    """The same for a check that could not even be made: every text among its parameters that is no pattern."""
    problems = []
    for path, text in _texts(node.value, frozenset(common)):
        error = _error(Pattern(_LIST.sub("x", text)))
        if error is not None:
            problems.append(node.problem(f"the pattern can't be used: {error}", path))
    return problems


def _error(pattern: Pattern) -> PatternError | None:
    try:
        Matcher([pattern])
    except PatternError as error:
        return error
    return None


def _find(node: Located, text: str, common: frozenset[str]) -> Path:
    """Where a pattern stands, as it is or with its word lists (@name) not yet written out."""
    texts = list(_texts(node.value, common))
    for path, found in texts:
        if found == text:
            return path
    for path, found in texts:
        pieces = _LIST.split(found)
        if len(pieces) > 1 and text.startswith(pieces[0]) and text.endswith(pieces[-1]):
            return path
    return ()


def _texts(raw: Raw, leave: frozenset[str] = frozenset(), path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text inside a value and the path to it."""
    if isinstance(raw, str):
        yield path, raw
    elif isinstance(raw, list):
        for i, item in enumerate(raw):
            yield from _texts(item, path=(*path, i))
    else:
        for key, value in raw.items():
            if key not in leave:
                yield from _texts(value, path=(*path, key))
