"""What a LanguageTool server answers, in plain values.

The API: https://languagetool.org/http-api/ (POST /v2/check).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from newslint.model.records import NamedTuple

_SUGGESTIONS = 5
"""Suggestions that are kept; the server sends up to fifty."""


class Match(NamedTuple):
    """One thing LanguageTool says of a text. start, end: half-open, in code points of that text."""

    start: int
    end: int
    rule: str
    category: str
    kind: str
    message: str
    suggestions: tuple[str, ...]
    description: str
    url: str


class NotLanguageTool(ValueError):
    """An answer has another shape than LanguageTool's."""


def matches(answer: Any, text: str) -> list[Match]:
    """What the answer to /v2/check says of a text. Raises NotLanguageTool.

    LanguageTool counts UTF-16 units, of which a character beyond the Basic Multilingual Plane has two; the words are
    taken from the text itself, never from the answer.
    """
    try:
        place = _Places(text)
        return [_match(m, place) for m in answer["matches"]]
    except (TypeError, KeyError, AttributeError, IndexError, ValueError) as error:
        raise NotLanguageTool(f"unexpected answer: {type(error).__name__} {error}") from None


def _match(raw: Mapping[str, Any], place: _Places) -> Match:
    rule = raw["rule"]
    start = int(raw["offset"])
    urls = rule.get("urls") or ()
    return Match(
        place.of(start),
        place.of(start + int(raw["length"])),
        str(rule["id"]),
        str(rule["category"]["id"]),
        str(rule.get("issueType") or ""),
        " ".join(str(raw["message"]).split()),
        tuple(str(r["value"]) for r in raw["replacements"][:_SUGGESTIONS]),
        str(rule.get("description") or ""),
        str(urls[0]["value"]) if urls else "",
    )


class _Places:
    """From UTF-16 units to code points of a text."""

    __slots__ = ("_length", "_units")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._units: list[int] | None = None
        if any(c > "\uffff" for c in text):
            self._units = []
            for i, c in enumerate(text):
                self._units += [i, i] if c > "\uffff" else [i]
            self._units.append(len(text))

    def of(self, unit: int) -> int:
        """The code point that a unit belongs to. Raises ValueError outside the text."""
        if not 0 <= unit <= (self._length if self._units is None else len(self._units) - 1):
            raise ValueError(f"offset {unit} is outside the text")
        return unit if self._units is None else self._units[unit]
