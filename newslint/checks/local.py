"""Regular expressions that are tried on a few characters round a find, outside the matcher."""

from __future__ import annotations

import re

from newslint.checks.parameters import ParameterError
from newslint.matching import PatternError
from newslint.storage.expressions import compiled, expression

_REPEATED_GROUP = expression(r"\)[*+{]")


def local(text: str, path: tuple[str | int, ...]) -> str:
    """The text of a regular expression, which is safe to try on some dozens of characters.

    path: of the parameter that it is from. Raises ParameterError for one that can't be compiled, or that may take
    exponential time.
    """
    try:
        # Analysis takes a millisecond; without a repeated group no time is exponential.
        if _REPEATED_GROUP.search(text) and _degree(text) is None:
            raise ParameterError("the pattern may take exponential time", path)
        compiled(text)
        return text
    except (PatternError, re.error) as error:
        raise ParameterError(f"the pattern can't be used: {error}", path) from error


def covered(expressions: list[re.Pattern[str]], text: str, start: int, end: int, reach: int) -> bool:
    """Whether a match of one of the expressions covers a place, looking at `reach` characters on each side of it."""
    low = max(0, start - reach)
    around = text[low : end + reach]
    return any(m.start() <= start - low and end - low <= m.end() for x in expressions for m in x.finditer(around))


def _degree(text: str) -> int | None:
    from newslint.matching.analysis import Analysis

    return Analysis(text).degree
