"""An article with its linguistic facts, each computed once, on first use, and shared by every check."""

from __future__ import annotations

from newslint.model import Block, Document
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import Tokens, tokenize


class Article:
    """A Document and a Lexicon, and what follows from the two."""

    __slots__ = ("document", "lexicon", "_tokens", "_facts")

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._tokens: dict[int, Tokens] = {}
        self._facts: dict[str, object] = {}

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
