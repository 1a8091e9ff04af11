"""An article with its linguistic facts, each computed once, on first use, and shared by every check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress

from newslint.model import Block, Document, Proposal, Zone
from newslint.model.generics import TypeVar
from newslint.model.records import NamedTuple
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import Tokens, tokenize

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.text.abbreviations import Abbreviation
    from newslint.text.people import People
    from newslint.text.quotations import Quotation, Quoted

_Fact = TypeVar("_Fact")


class Twin(NamedTuple):
    """Another article of the run with the same headline or nearly so: its path, its headline, and how alike the two
    are, to 1 for the same words."""

    path: str
    headline: str
    likeness: float


class Article:
    """A Document and a Lexicon, and what follows from the two. `proposals`: what external checkers say of it; `twin` is
    known where articles are held against each other."""

    __slots__ = (
        "_facts", "_people", "_quoted", "_sentences", "_tokens", "document", "lexicon", "proposals", "twin",
    )  # fmt: skip

    def __init__(
        self, document: Document, lexicon: Lexicon, proposals: Sequence[Proposal] = (), twin: Twin | None = None
    ) -> None:
        self.document = document
        self.lexicon = lexicon
        self.proposals = proposals
        self.twin = twin
        self._tokens: dict[int, Tokens] = {}
        self._facts: dict[object, Any] = {}
        self._sentences: dict[int, list[tuple[int, int]]] = {}
        self._quoted: dict[int, Quoted] = {}
        self._people: People | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The document's blocks, in reading order."""
        return self.document.blocks

    def tokens(self, block: Block) -> Tokens:
        """Words of a block as parallel arrays."""
        tokens = self._tokens.get(block.index)
        if tokens is None:
            tokens = self._tokens[block.index] = tokenize(block.text)
        return tokens

    def lowered(self, block: Block) -> list[str]:
        """Words of a block in lower case."""
        return self.tokens(block).lowered

    def folded(self, block: Block) -> list[str]:
        """Words of a block as they are compared whatever their case: lower case, but for letters such as the German
        sharp s."""
        return self.tokens(block).folded

    def sentences(self, block: Block) -> list[tuple[int, int]]:
        """Half-open spans of the sentences of a block, in order."""
        found = self._sentences.get(block.index)
        if found is None:
            from newslint.text.sentences import sentences

            found = self._sentences[block.index] = sentences(block.text, self.lexicon)
        return found

    def fact(self, key: object, find: Callable[[], _Fact]) -> _Fact:
        """What `find` gives, which is asked once for each key."""
        if key not in self._facts:
            self._facts[key] = find()
        found: _Fact = self._facts[key]
        return found

    @property
    def vocabulary(self) -> frozenset[str]:
        """All words of the article, as they are written."""
        found: frozenset[str] | None = self._facts.get("vocabulary")
        if found is None:
            found = self._facts["vocabulary"] = frozenset().union(*[self.tokens(b).texts for b in self.blocks])
        return found

    @property
    def lowered_vocabulary(self) -> frozenset[str]:
        """All words of the article in lower case."""
        found: frozenset[str] | None = self._facts.get("lowered vocabulary")
        if found is None:
            found = self._facts["lowered vocabulary"] = frozenset().union(*map(self.lowered, self.blocks))
        return found

    @property
    def raised(self) -> frozenset[str]:
        """The words of the article that are written with a capital anywhere in them."""
        found: frozenset[str] | None = self._facts.get("raised")
        if found is None:
            found = self._facts["raised"] = self.vocabulary - self.lowered_vocabulary
        return found

    @property
    def capitalised(self) -> frozenset[str]:
        """The words of the article that begin with a capital."""
        found: frozenset[str] | None = self._facts.get("capitalised")
        if found is None:
            found = self._facts["capitalised"] = frozenset([w for w in self.raised if w[0].isupper()])
        return found

    @property
    def shouted(self) -> frozenset[str]:
        """The words of the article that begin with two capitals, or a capital and a digit: abbreviations mostly."""
        found: frozenset[str] | None = self._facts.get("shouted")
        if found is None:
            found = self._facts["shouted"] = frozenset([w for w in self.raised if w[:2].isupper() and len(w) > 1])
        return found

    def capitals(self, block: Block) -> list[int]:
        """Numbers of the words of a block that begin with a capital."""
        texts = self.tokens(block).texts
        return list(compress(range(len(texts)), map(self.capitalised.__contains__, texts)))

    @property
    def people(self) -> People:
        """The people of the article and their mentions."""
        if self._people is None:
            from newslint.text.people import find_people

            self._people = find_people(self)
        return self._people

    def quotations(self, block: Block) -> list[Quotation]:
        """The quotations of a block in the order of their starts; nested ones follow those they stand in."""
        found: list[list[Quotation]] | None = self._facts.get("quotations")
        if found is None:
            from newslint.text.quotations import find_quotations

            found = self._facts["quotations"] = find_quotations(self.document, self.lexicon)
        return found[block.index]

    def quoted(self, block: Block, start: int, end: int) -> bool:
        """Whether a range of a block's text is other people's words: in a quotation (its marks too) or blockquote."""
        if block.zone is Zone.BLOCKQUOTE:
            return True
        quoted = self._quoted.get(block.index)
        if quoted is None:
            from newslint.text.quotations import Quoted

            quoted = self._quoted[block.index] = Quoted(self.quotations(block))
        return quoted.covers(start, end)

    @property
    def abbreviations(self) -> dict[str, Abbreviation]:
        """Abbreviations in capitals by their short form, with their definitions and places."""
        found: dict[str, Abbreviation] | None = self._facts.get("abbreviations")
        if found is None:
            from newslint.text.abbreviations import find_abbreviations

            found = self._facts["abbreviations"] = find_abbreviations(self)
        return found

    @property
    def initials(self) -> list[str]:
        """For each block the first letters of its words in lower case, but for small words, in one text."""
        found: list[str] | None = self._facts.get("initials")
        if found is None:
            from newslint.text.abbreviations import initials

            found = self._facts["initials"] = initials(self)
        return found
