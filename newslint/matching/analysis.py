"""What can be known of a pattern before it meets a text."""

from __future__ import annotations

from re._constants import SUBPATTERN  # type: ignore[import-not-found]

from newslint.matching import backtracking, charset, sequences, tree
from newslint.matching.folding import fold
from newslint.matching.index import AFFIX
from newslint.matching.sequences import Gap, Sequence, Token
from newslint.storage.expressions import expression

_FLAGS = expression(r"\(\?[aiLmsux-]")
"""Flags in a pattern's own text."""


class Analysis:
    """A regular expression, analysed. Raises PatternError for one that can't be compiled. at_start: it is only wanted
    where a text begins or white space ends.

    - `choices`: for each sequence that a match can follow, the words it must contain (see Token); they are
      folded where `ignore_case`. A pattern can be anchored if each of its sequences has a word.
    - `literals`: every text that it matches, where they are few and known (before case); else None.
    - `required`: texts of which every match contains at least one, folded where `ignore_case`; none if unknown.
    - `low`, `high`: width of a match in characters, None for no limit.
    - `starts_word`, `ends_word`: no match begins, ends inside a word.
    - `degree`: the exponent of running time over length in a backtracking engine; None if exponential.
    - `once`: that of a try at one place.
    """

    __slots__ = ("_sequences", "choices", "degree", "ignore_case", "once", "tree")

    def __init__(self, text: str, ignore_case: bool = False, at_start: bool = False) -> None:
        parsed = tree.parse(text, ignore_case)
        items, flags, state = parsed
        self.tree = parsed
        self.ignore_case = _ignores_case(items, flags) if flags & tree.IGNORECASE or _FLAGS.search(text) else False
        degrees = backtracking.degrees(items, flags)
        self.degree = degrees[0] if degrees else None
        self.once = degrees[1] if degrees else 0
        edge: Sequence = (sequences.LEFT,) if at_start else ()
        seqs = self._sequences = [edge + seq for seq in sequences.expand(items, flags, state)]
        self.choices = self._words(seqs)
        if not all(self.choices):
            reverse = [edge + seq for seq in sequences.expand(items, flags, state, from_right=True)]
            if reverse != seqs:
                self.choices = self._words(reverse)

    @property
    def low(self) -> int:
        """See the class."""
        return tree.width(self.tree.items, self.tree.state)[0]

    @property
    def high(self) -> int | None:
        """See the class."""
        return tree.width(self.tree.items, self.tree.state)[1]

    @property
    def literals(self) -> tuple[str, ...] | None:
        """See the class."""
        return _literals(self._sequences)

    @property
    def required(self) -> tuple[str, ...]:
        """See the class."""
        return self._required(self._sequences)

    @property
    def starts_word(self) -> bool:
        """See the class."""
        return all(map(_begins_at_edge, self._sequences))

    @property
    def ends_word(self) -> bool:
        """See the class."""
        return all(map(_ends_at_edge, self._sequences))

    @property
    def anchored(self) -> bool:
        """Every match contains a known word, or a known prefix or suffix of one of AFFIX letters at least."""
        return bool(self.choices) and all(self.choices)

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """For each sequence that a match can follow, the texts that it then contains, the longest first; folded where
        `ignore_case`. None if there are unknown ones."""
        found: dict[tuple[str, ...], None] = {}
        for seq in self._sequences:
            texts = {fold(element) if self.ignore_case else element for element in seq if isinstance(element, str)}
            if not texts:
                return ()
            found[tuple(sorted(texts, key=len, reverse=True))] = None
        return tuple(found)

    def _words(self, seqs: list[Sequence]) -> list[list[Token]]:
        choices = (tuple(t for t in sequences.tokens_of(seq) if not t.part or len(t.text) >= AFFIX) for seq in seqs)
        if self.ignore_case:
            choices = (tuple([token.folded() for token in choice]) for choice in choices)
        found: dict[object, list[Token]] = {}
        for choice in choices:
            # Those that differ only in what stands around the words are one.
            key = tuple([token[:-1] for token in choice])
            known = found.get(key)
            if known is None:
                found[key] = list(choice)
            elif known != list(choice):
                pairs = zip(known, choice, strict=True)
                found[key] = [a._replace(around=a.around.common(b.around)) for a, b in pairs]
        return list(found.values())

    def _required(self, seqs: list[Sequence]) -> tuple[str, ...]:
        found = set()
        for seq in seqs:
            longest = max((e for e in seq if isinstance(e, str)), key=len, default="")
            if not longest:
                return ()
            found.add(fold(longest) if self.ignore_case else longest)
        return tuple(sorted(found))


def _ignores_case(items: tree.Items, flags: int) -> bool:
    """Case does not count, here or in any group."""
    if flags & tree.IGNORECASE:
        return True
    for op, av in items:
        inner = tree.inner_flags(flags, av) if op is SUBPATTERN else flags
        if any(_ignores_case(body, inner) for body in tree.bodies(op, av)):
            return True
    return False


def _literals(seqs: list[Sequence]) -> tuple[str, ...] | None:
    found = []
    for seq in seqs:
        if any(isinstance(element, Gap) for element in seq):
            return None
        found.append("".join(element for element in seq if isinstance(element, str)))
    return tuple(sorted(set(found)))


def _begins_at_edge(seq: Sequence) -> bool:
    for element in seq:
        if isinstance(element, int):
            if element & sequences.LEFT:
                return True
        elif isinstance(element, Gap):
            return bool(element.low) and not element.first & charset.WORD
        else:
            return not sequences.is_word(element[0])
    return False


def _ends_at_edge(seq: Sequence) -> bool:
    for element in reversed(seq):
        if isinstance(element, int):
            if element & sequences.RIGHT:
                return True
        elif isinstance(element, Gap):
            return bool(element.low) and not element.last & charset.WORD
        else:
            return not sequences.is_word(element[-1])
    return False
