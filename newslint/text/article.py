"""An article with its linguistic facts, each computed once, on first use, and shared by every check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.model import Block, Document
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import Tokens, tokenize

if TYPE_CHECKING:
    from newslint.text.people import People


class Article:
    """A Document and a Lexicon, and what follows from the two."""

    __slots__ = ("document", "lexicon", "_facts", "_people", "_tokens")

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._tokens: dict[int, Tokens] = {}
        self._facts: dict[str, object] = {}
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

    @property
    def people(self) -> People:
        """The people of the article and their mentions."""
        if self._people is None:
            from newslint.text.people import find_people

            self._people = find_people(self)
        return self._people
