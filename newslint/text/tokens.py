"""Words of a text as parallel arrays: lists of strings and numbers cost a fraction of a list of objects."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")


class Tokens:
    """Runs of letters, digits and underscores: `texts[i]` stands at `starts[i]`. Apostrophes and hyphens part tokens;
    whoever wants "O'Neill" joins them by their places."""

    __slots__ = ("starts", "texts")

    def __init__(self, texts: list[str], starts: list[int]) -> None:
        self.texts = texts
        self.starts = starts

    def __len__(self) -> int:
        return len(self.texts)

    def end(self, i: int) -> int:
        """Offset behind token i."""
        return self.starts[i] + len(self.texts[i])


def tokenize(text: str) -> Tokens:
    """The words of a text."""
    matches = list(WORD.finditer(text))
    return Tokens([m.group() for m in matches], [m.start() for m in matches])
