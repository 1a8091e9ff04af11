"""What is the same in two articles: each leaves its headline, and later ones are held against those before."""

from __future__ import annotations

from newslint.model import Document
from newslint.text.article import Twin
from newslint.text.similar import Index, Normal

_LEAST = 0.6
"""How alike two headlines must be at the least; a rule may ask for more."""


class Across:
    """The headlines of the articles seen so far. Holds their words and nothing else of the articles."""

    def __init__(self) -> None:
        self._index: Index[tuple[str, str]] = Index()

    def add(self, document: Document) -> Twin | None:
        """Take in an article. Gives the earlier one whose headline is most like its own, None where none is."""
        headline = document.headline
        words = Normal(headline.text).words if headline else []
        if headline is None or not words:
            return None
        near = self._index.nearest(words, _LEAST)
        self._index.add((document.source.path, headline.text), words)
        if near is None:
            return None
        (path, text), likeness = near
        return Twin(path, text, likeness)
