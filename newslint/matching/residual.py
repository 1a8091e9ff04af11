"""Patterns without a whole word to look up: RE2 tries them all in one pass over a text and says which can match."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.matching import guard, translate
from newslint.matching.analysis import Analysis
from newslint.matching.folding import fold

# Characters times patterns that are searched one by one before RE2 is loaded and the patterns compiled (some 40 ms):
# one article and fifty patterns never get there, an archive does.
_PATIENCE = 4_000_000
_MOST_REQUIRED = 8  # texts of which one must be there, before looking for them costs more than it saves


class Residual:
    """Tells which of the patterns numbered can match a text at all."""

    __slots__ = ("_always", "_numbers", "_patterns", "_searched", "_set", "_texts")

    def __init__(self, patterns: Sequence[tuple[int, Analysis]]) -> None:
        self._patterns = list(patterns)
        self._texts: list[tuple[int, tuple[str, ...], bool]] = []
        for number, analysis in self._patterns:
            required = analysis.required if len(analysis.required) <= _MOST_REQUIRED else ()
            self._texts.append((number, required, analysis.ignore_case))
        self._set: Any = None
        self._numbers: list[int] = []
        self._always: list[int] = []
        self._searched = 0

    def candidates(self, text: str) -> list[int]:
        """Numbers of the patterns that may match the text, in no order."""
        if self._patterns:
            self._searched += len(text) * len(self._patterns)
            if self._searched > _PATIENCE:
                self._compile()
        if self._set is not None:
            try:
                found = self._set.Match(text)
            except UnicodeEncodeError:  # a lone surrogate: RE2 takes UTF-8
                found = None
            # Pattern 0 matches everything: if it is not there, RE2 ran out of memory and the answer says nothing.
            if found and 0 in found:
                return [self._numbers[i] for i in found if i] + self._always
        folded = ""
        result = []
        for number, required, ignore_case in self._texts:
            if required:
                if ignore_case and not folded:
                    folded = fold(text)
                within = folded if ignore_case else text
                if not any(one in within for one in required):
                    continue
            result.append(number)
        return result

    def _compile(self) -> None:
        re2 = guard.load_re2()
        if re2 is None:
            self._patterns = []
            return
        options = guard.options(re2)
        together = re2.Set.SearchSet(options)
        together.Add("")
        self._numbers = [-1]
        for number, analysis in self._patterns:
            try:
                together.Add(translate.for_re2(analysis.tree)[0])
                self._numbers.append(number)
            except (translate.Untranslatable, re2.error):
                self._always.append(number)
        try:
            together.Compile()
            self._set = together
        except re2.error:
            pass
        self._patterns = []
