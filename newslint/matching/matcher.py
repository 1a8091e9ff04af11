"""Find every pattern of every rule in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from newslint.matching.anchored import ANYWHERE, Anchored
from newslint.matching.budget import Budget
from newslint.matching.folding import fold
from newslint.matching.hit import Hit
from newslint.matching.index import Built, Index
from newslint.matching.pattern import Pattern
from newslint.matching.residual import Residual
from newslint.matching.search import Search, matches
from newslint.native import native
from newslint.text.tokens import Tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONG = 50_000  # characters of a text from which on the clock is looked at before each pattern
_place = itemgetter(Hit._fields.index("start"), Hit._fields.index("pattern"))


class Matcher:
    """Finds a fixed set of patterns. Of one pattern the hits are those of `re.finditer`; hits of different patterns may
    overlap. Raises PatternError (with the pattern's number) for one that can't be compiled, or that nothing here can
    run within a bound.

    `beside`: for patterns that are exceptions, those that they are exceptions to. Their hits may be left out in a text
    where none of these has a hit.

    What the patterns may take is for the caller's `Budget` to say, and it is told there which were stopped. A matcher
    can be shared between threads.
    """

    def __init__(
        self,
        patterns: Sequence[Pattern],
        beside: Mapping[int, frozenset[int]] | None = None,
        built: Built | None = None,
    ) -> None:
        """`built`: what an earlier run found out about these patterns (see `stored`)."""
        self.beside = beside or {}
        self.patterns = patterns
        if built is None:
            from newslint.matching.builder import build

            built = build(patterns)
        self._index = built.index
        self._words = _words(built.index) if native else None
        self._search = Search(patterns, built, self.beside)
        searched = [texts for texts in built.residual if texts[0] not in self.beside]
        self._residual = Residual(searched, self._search.tree, lambda n: patterns[n].at_start) if searched else None
        loose: dict[int, tuple[frozenset[int], list[int]]] = {}
        for number, _, _ in built.residual:
            if number in self.beside:
                finds = self.beside[number]
                loose.setdefault(id(finds), (finds, []))[1].append(number)
        self._loose = list(loose.values())
        """Exceptions that hang on no word, behind what they are exceptions to, which those of one rule share."""
        self.built = built

    def watch(self, book: Callable[[int, float], None]) -> None:
        """From now on tell `book` the number and the seconds of each expression that is tried in a text."""
        self._search.watch(book)

    def scan(self, text: str, tokens: Tokens, budget: Budget | None = None) -> Iterator[Hit]:
        """Hits in a text, by start, then pattern. `tokens` are the text's own."""
        return iter(self.scan_all([(text, tokens)], budget=budget)[0])

    def scan_all(
        self,
        texts: Sequence[tuple[str, Tokens]],
        wanted: Sequence[Mapping[int, object]] | None = None,
        budget: Budget | None = None,
    ) -> list[list[Hit]]:
        """Hits in several texts at once, a list each, by start, then pattern. Cheaper than one text at a time: which
        patterns can match at all is settled once. `wanted`: for each text and pattern something true where its hits are
        of use; those of others may be left out. `budget`: of the document that the texts are of."""
        budget = budget or Budget()
        looked = self._looked(texts, wanted)
        result: list[list[Hit]] = []
        for number, (text, _) in enumerate(texts):
            if budget.over():
                result.append([])
                continue
            hits, tries = next(looked)
            count = len(hits)
            if self._residual:
                tries |= dict.fromkeys(self._residual.candidates(text), ANYWHERE)
            self._expressions(text, tries, wanted[number] if wanted else None, hits, budget)
            if not self._words or len(hits) != count:
                hits.sort(key=_place)
            result.append(hits)
        return result

    def _looked(
        self, texts: Sequence[tuple[str, Tokens]], wanted: Sequence[Mapping[int, object]] | None
    ) -> Iterator[tuple[list[Hit], dict[int, list[int]]]]:
        """What `Anchored` has for each text: hits, and where to try expressions. Compiled, some are tried already."""
        if self._words is not None:
            for number, (text, tokens) in enumerate(texts):
                folded = () if text.isascii() else _fold_all(text, tokens)
                plain = self._search.plain if len(text) < _LONG else {}
                yield self._words.look(text, tokens, folded, plain, wanted[number] if wanted else None)
            return
        rows = [_fold_all(text, tokens) for text, tokens in texts]
        hot = self._index.find(set().union(*rows))
        for (text, tokens), words in zip(texts, rows, strict=True):
            found = Anchored(text, tokens, words)
            found.look(hot)
            yield found.hits, found.tries

    def _expressions(
        self,
        text: str,
        tries: dict[int, list[int]],
        wanted: Mapping[int, object] | None,
        hits: list[Hit],
        budget: Budget,
    ) -> None:
        """Add the hits of the expressions to try in a text, by their numbers, each with its places."""
        beside, attempt = self.beside, self._search.attempt
        later = []
        for pattern, places in tries.items():
            if wanted is not None and not wanted[pattern]:
                continue
            if pattern in beside:
                later.append(pattern)
            elif len(text) < _LONG or not budget.over():
                attempt(pattern, text, places, hits, budget)
        if hits and (later or self._loose):
            found = {hit[0] for hit in hits}
            for finds, exceptions in self._loose:
                for pattern in () if finds.isdisjoint(found) else exceptions:
                    if wanted is None or wanted[pattern]:
                        self._search.search(pattern, text, hits, budget)
            for pattern in later:
                if not beside[pattern].isdisjoint(found):
                    attempt(pattern, text, tries[pattern], hits, budget)


def _fold_all(text: str, tokens: Tokens) -> list[str]:
    if text.isascii() or not tokens.texts:
        return tokens.lowered
    return fold(" ".join(tokens.texts)).split(" ")


def _words(index: Index) -> Any:
    """The compiled way to look at the words of a text."""
    affixes = set(index.prefixes), set(index.suffixes)
    return native.Words(index.entries, index.rows, *affixes, _members, ANYWHERE, matches)


def _members(run: int) -> Mapping[str, bool]:
    from newslint.matching.charset import members

    return members(run)
