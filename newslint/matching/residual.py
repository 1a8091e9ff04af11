"""Patterns without a whole word to look up: RE2 tries them all in one pass over a text and says which can match."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from newslint.matching.folding import fold

if TYPE_CHECKING:
    from newslint.matching.tree import Tree

# Characters times patterns that are searched one by one before RE2 is loaded and the patterns compiled (some 40 ms):
# one article and fifty patterns never get there, an archive does.
_PATIENCE = 4_000_000
_MOST_ROUNDS = 3
"""Of a repeat. Bounds of hundreds, in many patterns at once, are more states than RE2's memory holds: it then takes
milliseconds for a paragraph. An endless repeat is one state, and finds a little more."""


class Residual:
    """Tells which of the patterns numbered can match a text at all."""

    __slots__ = ("_always", "_numbers", "_searched", "_set", "_texts", "_tree", "_waiting")

    def __init__(self, texts: list[tuple[int, tuple[str, ...], bool]], tree: Callable[[int], Tree]) -> None:
        """`texts`: see Built. `tree`: gives a pattern's tree by its number."""
        self._texts = texts
        self._tree = tree
        self._waiting = True
        self._set: Any = None
        self._numbers: list[int] = []
        self._always: list[int] = []
        self._searched = 0

    def candidates(self, text: str) -> list[int]:
        """Numbers of the patterns that may match the text, in no order."""
        if self._waiting:
            self._searched += len(text) * len(self._texts)
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
        from newslint.matching import guard, translate

        self._waiting = False
        re2 = guard.load_re2()
        if re2 is None:
            return
        options = guard.options(re2)
        together = re2.Set.SearchSet(options)
        together.Add("")
        self._numbers = [-1]
        for number, _, _ in self._texts:
            try:
                together.Add(translate.for_re2(self._tree(number), most=_MOST_ROUNDS)[0])
                self._numbers.append(number)
            except (translate.Untranslatable, re2.error):
                self._always.append(number)
        try:
            together.Compile()
            self._set = together
        except re2.error:
            pass
