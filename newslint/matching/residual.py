"""Patterns without a whole word to look up: RE2 tries them all in one pass over a text and says which can match."""

from __future__ import annotations

from collections.abc import Callable

from newslint.matching.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.matching.tree import Tree

# Characters times patterns that are searched one by one before RE2 is loaded and the patterns compiled (some 40 ms):
# one article and fifty patterns never get there, an archive does.
_PATIENCE = 4_000_000
_MOST_ROUNDS = 3
"""Of a repeat. Bounds of hundreds, in many patterns at once, are more states than RE2's memory holds: it then takes
milliseconds for a paragraph. An endless repeat is one state, and finds a little more."""


class Residual:
    """Tells which of the patterns numbered can match a text at all."""

    __slots__ = ("_always", "_at_start", "_searched", "_sets", "_texts", "_tree", "_waiting")

    def __init__(
        self,
        texts: list[tuple[int, tuple[str, ...], bool]],
        tree: Callable[[int], Tree],
        at_start: Callable[[int], bool],
    ) -> None:
        """`texts`: see Built. By a pattern's number gives `tree` its tree, and `at_start` whether it counts only where
        a text starts."""
        self._texts = texts
        self._tree = tree
        self._at_start = at_start
        self._waiting = True
        self._sets: list[tuple[Any, list[int]]] = []
        self._always: list[int] = []
        self._searched = 0

    def candidates(self, text: str) -> list[int]:
        """Numbers of the patterns that may match the text, in no order."""
        if self._waiting:
            self._searched += len(text) * len(self._texts)
            if self._searched > _PATIENCE:
                self._compile()
        if self._sets and (found := self._asked(text)) is not None:
            return found
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

    def _asked(self, text: str) -> list[int] | None:
        """What RE2 says, None where it can't say."""
        try:
            data = text.encode()
        except UnicodeEncodeError:  # a lone surrogate
            return None
        result = [*self._always]
        for together, numbers in self._sets:
            found = together.Match(data)
            # Pattern 0 matches everything: if it is not there, RE2 ran out of memory and the answer says nothing.
            if not found or 0 not in found:
                return None
            if len(found) > 1:
                result += [numbers[i] for i in found if i]
        return result

    def _compile(self) -> None:
        from newslint.matching import guard, translate
        from newslint.matching.tree import roams

        self._waiting = False
        re2 = guard.load_re2()
        if re2 is None:
            return
        options = guard.options(re2)
        # Whichever patterns with long repeats have begun in a text makes states of its own, with every other pattern's:
        # those are tried apart, so that the others' states stay few.
        sets: list[tuple[Any, list[int]]] = []
        for _ in range(2):
            together = re2.Set.SearchSet(options)
            together.Add("")
            sets.append((together, [-1]))
        for number, _, _ in self._texts:
            parsed = self._tree(number)
            together, numbers = sets[roams(parsed.items, parsed.flags, _MOST_ROUNDS)]
            try:
                together.Add(translate.to_ask_re2(parsed, _MOST_ROUNDS, self._at_start(number)))
                numbers.append(number)
            except (translate.Untranslatable, re2.error):
                self._always.append(number)
        try:
            for together, _ in sets:
                together.Compile()
            self._sets = [one for one in sets if len(one[1]) > 1]
        except re2.error:
            pass
