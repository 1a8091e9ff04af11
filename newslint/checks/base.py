"""The contract between the engine and the check kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newslint.checks.needs import Needs
from newslint.checks.parameters import Parameter, ParameterError, Settings
from newslint.matching import Pattern
from newslint.model import Block, Confidence, Origin, Span, Zone
from newslint.model.records import NamedTuple
from newslint.native import native
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar


class BlockHit(NamedTuple):
    """A hit of one of the check's own patterns, `pattern` by its number among them, at a half-open range of a block.
    `groups` holds the groups 0, 1, ... of a regular expression ("" where one took no part), and () for a literal."""

    block: Block
    pattern: int
    start: int
    end: int
    groups: tuple[str, ...] = ()
    names: dict[str, str] | None = None


class Place(NamedTuple):
    """A half-open range of a block's text, and what a reader is told of it."""

    block: Block
    start: int
    end: int
    message: str = ""


class Finding(NamedTuple):
    """One thing a check found. The engine turns it into a Diagnostic with the rule's level and words.

    block, start, end: where it is, in the block's text; with block None, half-open offsets of the source itself.
    values: what the message's {placeholders} may name beside {match} and {replacement}.
    replacements: texts to put in place of the range, the likeliest first ("" deletes it).
    variant: which of the rule's `messages` to use; "" is its `message`.
    related: other places; a place's `message` names one of the rule's `messages`, or is "" for none.
    fix: range to edit where that is not the range shown.
    also: other ranges of the same fault, that the first fix mends at one go: block, start, end, what to put there.
    reference: address of the page that this finding goes back to, where it is not that of the rule.
    origin: whose finding it was, where an external checker proposed it.
    """

    block: Block | None
    start: int
    end: int
    values: Mapping[str, str] = {}
    replacements: tuple[str, ...] = ()
    confidence: Confidence = Confidence.CERTAIN
    variant: str = ""
    related: tuple[Place, ...] = ()
    fix: tuple[int, int] | None = None
    also: tuple[tuple[Block, int, int, str], ...] = ()
    reference: str = ""
    origin: Origin | None = None


_new = tuple.__new__
rows: Any = native.Rows(BlockHit, Finding, Confidence.CERTAIN) if native else None
"""The compiled way from hits to findings, None where there is none."""


def find(hit: BlockHit, values: Mapping[str, str], to: tuple[str, ...], reference: str = "") -> Finding:
    """A certain finding of a hit. In a third of the time that Finding itself takes: a run may make a million."""
    block, _, start, end, _, _ = hit
    return _new(Finding, (block, start, end, values, to, Confidence.CERTAIN, "", (), None, (), reference, None))


def together(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings, of which the first mends all: what one fault did to a text is undone at one go.

    Only the first carries the edits of all, so that a text with many findings stays linear.
    """
    found = list(findings)
    others = tuple((f.block, f.start, f.end, f.replacements[0]) for f in found[1:] if f.block and f.replacements)
    for i, finding in enumerate(found):
        yield finding if i or not finding.replacements else finding._replace(also=others)


class Scope(NamedTuple):
    """Where a rule may look: its zones, and quotations only when it names them."""

    zones: frozenset[Zone]

    @property
    def quotations(self) -> bool:
        """Whether other people's words are in scope."""
        return Zone.QUOTATION in self.zones

    def blocks(self, article: Article) -> Iterator[Block]:
        """The blocks whose zone is in scope."""
        return (b for b in article.blocks if b.zone in self.zones)

    def allows(self, article: Article, block: Block, start: int, end: int) -> bool:
        """Whether a range of a block is in scope."""
        return block.zone in self.zones and (self.quotations or not article.quoted(block, start, end))


class Use(NamedTuple):
    """One use of one form of what a house writes in one way.

    topic: what has several forms, "adviser | advisor" say; "" where the rule knows only one such thing. form: its name
    among them. text: as it stands in the article. after: what follows there, to the end of the next word.
    """

    topic: str
    form: str
    text: str
    after: str = ""


class State(NamedTuple):
    """What a check is quickly made from another time, as plain values (text, numbers, None, and lists, tuples and dicts
    of them). value: what is needed at once. rows: what is looked up by number; read only as far as it is."""

    value: Any
    rows: Sequence[Any] = ()


class Check:
    """One kind of test. A subclass sets `name` and `parameters`; its docstring is its page of documentation.

    An instance serves one rule. Where `patterns` gives some, the engine scans the article for them together with
    those of all other rules, keeps the hits in scope, and calls `find` only if there are any; without patterns, or
    with `always`, `find` is called for every article.
    """

    name: ClassVar[str] = ""
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    always: ClassVar[bool] = False
    placeholders: ClassVar[tuple[str, ...] | None] = None
    """Names that messages may use beside {match}, {replacement} and the groups of the rule's patterns, by number and
    name. None: nobody checks them."""
    variants: ClassVar[tuple[str, ...] | None] = None
    """Names that a rule's `messages` may have, of `Finding.variant` and `Place.message`. None: nobody checks them."""

    learns: ClassVar[bool] = False
    """Whether `uses` tells which forms an article has, for a house's habits to be learnt from its archive."""

    yields: ClassVar[bool] = False
    """Whether it gives way to what the other rules find: what it says of the same words is left out."""
    external: ClassVar[bool] = False
    """Whether it judges proposals of external checkers. Then it is asked only where there are some, and gives way to
    what the other rules find."""

    by_section: ClassVar[bool] = False
    """Whether a house often has these forms by section: titles in the news, none in sport."""

    _rows: Sequence[Any]

    settled: ClassVar[tuple[str, ...]] = ()
    """Parameters that a check with a state is made without."""

    kept: ClassVar[tuple[str, ...]] = ()
    """Attributes that are plain values and all that comes of the parameters. A kind that names some needs no `state`
    of its own: another time each is read when it is first asked for, and `ready` sets the others."""

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        """Take the rule's validated parameters. Raises ParameterError for those that don't go together."""

    def ready(self, lexicon: Lexicon) -> None:
        """Set what is not `kept`. `__init__` calls it too."""

    def patterns(self) -> Sequence[Pattern]:
        """What the matcher should look for; asked once."""
        return ()

    def needs(self) -> Needs | None:
        """What an article must have for `find` to find anything, for a check that is called on every one; None where it
        may find something in any. Asked once, when rules are compiled."""
        return None

    def state(self) -> State | None:
        """What `revived` makes the check from. None, as for most kinds: it is made from its parameters again."""
        return State(None, [getattr(self, name) for name in self.kept]) if self.kept else None

    @classmethod
    def revived(cls, settings: Settings, lexicon: Lexicon, state: State) -> Check:
        """The check that left the state. The parameters are those of the same rule, all but the `settled` ones; none
        for a kind with `kept` attributes."""
        del settings
        check = cls.__new__(cls)
        check._rows = state.rows
        check.ready(lexicon)
        return check

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """A `kept` attribute that is asked for the first time."""
            if name not in self.kept or "_rows" not in vars(self):
                raise AttributeError(name, name=name, obj=self)
            value = self._rows[self.kept.index(name)]
            setattr(self, name, value)
            return value

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        """What is wrong with the article, in any order."""
        raise NotImplementedError

    def uses(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Use]:
        """The forms that the article has of what the rule is about, right or wrong; for kinds that say `learns`."""
        return iter(())


__all__ = [
    "BlockHit", "Check", "Confidence", "Finding", "Needs", "ParameterError", "Place", "Scope", "Span", "State", "Use",
    "find", "together",
]  # fmt: skip
