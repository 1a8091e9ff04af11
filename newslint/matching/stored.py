"""A matcher in a file: what the analysis of its patterns found, read as far as an article needs it; or as a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.matching.index import Built, Index
from newslint.matching.matcher import Matcher
from newslint.matching.pattern import Pattern
from newslint.storage import Made, Rows, Stored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.storage.write import Writer


def save(matcher: Matcher, file: Writer) -> None:
    """Put a matcher into a file."""
    built = matcher.built
    file.table("words", built.index.all())
    file.value("affixes", [built.index.prefixes, built.index.suffixes])
    file.value("searched", (built.residual, built.longest, built.gates))
    file.rows("patterns", map(tuple, matcher.patterns))
    # Exceptions of one rule share what they are exceptions to.
    sets = {id(finds): finds for finds in matcher.beside.values()}
    numbers = {key: number for number, key in enumerate(sets)}
    file.value("exceptions", {pattern: numbers[id(finds)] for pattern, finds in matcher.beside.items()})
    file.rows("finds", sets.values())


def open_matcher(file: Stored) -> Matcher:
    """The matcher of a file. Raises Damaged; so does using it."""
    prefixes, suffixes = file.value("affixes")
    index = Index(file.table("words"), prefixes, suffixes)
    built = Built(index, *file.value("searched"))
    patterns = Made(file.rows("patterns"), lambda row: Pattern(*row))
    return Matcher(patterns, beside=_Beside(file.value("exceptions"), file.rows("finds")), built=built)


def plain(matcher: Matcher) -> object:
    """A matcher of few patterns, none of which stands beside others, as plain values."""
    built = matcher.built
    index = built.index
    affixes = [index.prefixes, index.suffixes]
    return list(map(tuple, matcher.patterns)), index.all(), affixes, built.residual, built.longest, built.gates


def from_plain(values: Any) -> Matcher:
    """The matcher of such values."""
    patterns, words, (prefixes, suffixes), *searched = values
    index = Index(words, prefixes, suffixes)
    return Matcher([Pattern(*row) for row in patterns], built=Built(index, *searched))


class _Beside(Mapping[int, frozenset[int]]):
    """The finds that each exception stands beside."""

    def __init__(self, numbers: dict[int, int], finds: Rows) -> None:
        self._numbers = numbers
        self._finds = Made[frozenset[int]](finds, frozenset)

    def __contains__(self, pattern: object) -> bool:
        return pattern in self._numbers

    def __getitem__(self, pattern: int) -> frozenset[int]:
        return self._finds[self._numbers[pattern]]

    def __iter__(self) -> Iterator[int]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)
