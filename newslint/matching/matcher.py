"""Find every pattern of every rule in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.matching.pattern import Pattern, PatternError
from newslint.text.tokens import Tokens


class Hit(NamedTuple):
    """Pattern number `pattern` stands at the half-open range; `groups` holds the groups 0, 1, ... of a regular
    expression ("" where one took no part), and () for a literal."""

    pattern: int
    start: int
    end: int
    groups: tuple[str, ...] = ()
    names: dict[str, str] | None = None


class Matcher:
    """Finds a fixed set of patterns. Raises PatternError for one that can't be compiled."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._compiled = [_compile(p) for p in patterns]

    def scan(self, text: str, tokens: Tokens) -> Iterator[Hit]:
        """Hits in a text, by start, then pattern. `tokens` are the text's own."""
        hits = [
            Hit(i, m.start(), m.end(), tuple(g or "" for g in (m.group(), *m.groups())), m.groupdict("") or None)
            for i, regex in enumerate(self._compiled)
            for m in regex.finditer(text)
        ]
        hits.sort(key=lambda h: (h.start, h.pattern))
        return iter(hits)


def _compile(pattern: Pattern) -> re.Pattern[str]:
    text = pattern.text
    if pattern.literal:
        text = re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]").replace(r"\-", "[-‐‑]")
        text = rf"(?<!\w){text}" if pattern.text[:1].isalnum() else text
        text = rf"{text}(?!\w)" if pattern.text[-1:].isalnum() else text
    try:
        return re.compile(text, re.IGNORECASE if pattern.ignore_case else 0)
    except re.error as error:
        raise PatternError(str(error)) from error
