"""Asks for what a rule that runs on every article needs there (`checks/needs.py`), before anything of it is read."""

from __future__ import annotations

from newslint.checks.needs import Needs
from newslint.model.records import NamedTuple
from newslint.model.zone import Zone
from newslint.storage.expressions import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newslint.rulebook.rule import Rule
    from newslint.storage import Table
    from newslint.text.article import Article


class Gate(NamedTuple):
    """Of one rule, as plain values: its number and its formats (all, if none), and what its check needs. words:
    whether it needs some, which are kept by word. zones: None stands for all. foreign: whether what `search` finds
    begins beyond ASCII. The rest is as `Needs` has it."""

    rule: int
    formats: tuple[str, ...]
    words: bool = False
    zones: frozenset[str] | None = None
    blocks: int = 0
    search: str = ""
    besides: frozenset[str] = frozenset()
    metadata: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    twin: bool = False
    proposals: bool = False
    foreign: bool = False


class Gates:
    """Which of the rules that run on every article can find something in one."""

    __slots__ = ("_asked", "_bearers", "_found", "rows", "words")

    def __init__(self, rows: Sequence[Gate], words: Mapping[str, Sequence[int]] | Table) -> None:
        """rows: by the rules' numbers. words: for each word that is needed the numbers of the rules that need it."""
        self.rows = rows
        self.words = words
        self._asked: set[str] = set()
        self._bearers: dict[str, Sequence[int]] = {}
        self._found: set[int] = set()

    def passed(self, article: Article) -> list[int]:
        """The numbers of these rules, in order."""
        with_words: set[int] | None = None
        passed = []
        for gate in self.rows:
            if gate.formats and article.document.format not in gate.formats:
                continue
            if gate.words:
                if with_words is None:
                    with_words = self._with_words(article.lowered_vocabulary)
                if gate.rule not in with_words:
                    continue
            if self._holds(gate, article):
                passed.append(gate.rule)
        return passed

    def _holds(self, gate: Gate, article: Article) -> bool:
        """Whether an article has what a gate asks for beside words and format."""
        document = article.document
        if (gate.proposals and not article.proposals) or (gate.twin and article.twin is None):
            return False
        if gate.notes and not any(note.kind in gate.notes for note in document.notes):
            return False
        if gate.metadata and not any(map(document.metadata.get, gate.metadata)):
            return False
        if gate.zones is not None or gate.blocks or gate.search:
            blocks = [b for b in document.blocks if gate.zones is None or b.zone in gate.zones]
            if len(blocks) < (gate.blocks or 1):
                return False
            # Where it was found once the check is there, and quicker to see that there is nothing.
            if gate.search and gate.rule not in self._found:
                if not any(_finds(gate, block.text) for block in blocks):
                    return False
                self._found.add(gate.rule)
        return True

    def _with_words(self, vocabulary: frozenset[str]) -> set[int]:
        """The rules of which a word stands in an article."""
        new = vocabulary - self._asked
        if new:
            get = self.words.get
            self._bearers |= {word: found for word in new if (found := get(word))}
            self._asked |= new  # in place: it grows to the words of all articles
        return {rule for word in self._bearers.keys() & vocabulary for rule in self._bearers[word]}


def _finds(gate: Gate, text: str) -> bool:
    if gate.foreign and text.isascii():
        return False
    expression = compiled(gate.search)
    if not gate.besides:
        return expression.search(text) is not None
    return any(m.group() not in gate.besides for m in expression.finditer(text))


def gate_of(rule: Rule, number: int, needs: Needs) -> Gate:
    """The gate of a rule, less its words."""
    zones = needs.zones
    if needs.within:
        zones &= rule.zones.union(*rule.zones_in.values())
    return Gate(
        number, tuple(sorted(rule.formats)), bool(needs.words),
        None if zones == frozenset(Zone) else frozenset(map(str, zones)), needs.blocks, needs.search, needs.besides,
        needs.metadata, needs.notes, needs.twin, needs.proposals, bool(needs.search) and _begins_foreign(needs.search),
    )  # fmt: skip


def _begins_foreign(search: str) -> bool:
    """Whether all matches of an expression begin with a character beyond ASCII."""
    from newslint.matching import charset, tree

    parsed = tree.parse(search)
    mask, empty = tree.edge(parsed.items, parsed.flags)
    return not empty and not mask & charset.ASCII
