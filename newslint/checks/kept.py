"""Patterns that a kind looks for by itself, in the few articles that come so far."""

from __future__ import annotations

from newslint.checks.base import State
from newslint.checks.phrases import Phrases
from newslint.matching import Matcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.text.tokens import Tokens


class Kept:
    """The matcher of some phrases, analysed when the rule is loaded. From a check's state it is made when it is first
    asked for."""

    __slots__ = ("_at", "_matcher", "_state")

    def __init__(self, phrases: Phrases, state: State | None = None, at: int = 0) -> None:
        """state: holds the analysis in its row number `at`, and the phrases are not looked at. Raises PatternError."""
        self._state, self._at = state, at
        self._matcher = Matcher(phrases.patterns) if phrases.patterns and not state else None

    def row(self) -> object:
        """The analysis as a plain value, for a row of the check's state."""
        from newslint.matching.stored import plain

        return plain(self._matcher) if self._matcher else self._state.rows[self._at] if self._state else None

    @property
    def matcher(self) -> Matcher | None:
        """What finds the phrases, None where there are none."""
        if self._state:
            from newslint.matching.stored import from_plain

            row, self._state = self._state.rows[self._at], None
            self._matcher = from_plain(row) if row else None
        return self._matcher

    def within(self, text: str, tokens: Tokens) -> bool:
        """Whether a text holds one of them. `tokens` are the text's own."""
        matcher = self.matcher
        return matcher is not None and next(iter(matcher.scan(text, tokens)), None) is not None
