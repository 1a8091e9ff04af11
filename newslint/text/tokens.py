"""Words of a text as parallel arrays: lists of strings and numbers cost a fraction of a list of objects."""

from __future__ import annotations

from itertools import accumulate, compress, count
from operator import add

from newslint.storage.expressions import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WORD = expression(r"\w+")
"""What a word is."""

_OTHER = expression(r"[^\w ]")
_BLANKS = "".join(chr(i) if chr(i).isalnum() or i == ord("_") else " " for i in range(128))
"""For `str.translate`: what is no part of a word becomes a space. Twice as fast as an expression that finds words."""
_WIDE_BLANKS = bytes(i if chr(i).isalnum() or i == ord("_") else ord(" ") for i in range(256))
"""The same for `bytes.translate`: in text that isn't ASCII, `str.translate` looks each character up in a dictionary."""
_MARKS = "’“”‘–—…"
"""Common marks beyond Latin-1."""


class Tokens:
    """Runs of letters, digits and underscores: `texts[i]` stands at `starts[i]`. Apostrophes and hyphens part tokens;
    whoever wants "O'Neill" joins them by their places."""

    __slots__ = ("_blanked", "_folded", "_lowered", "_pieces", "_starts", "_text", "texts")

    texts: list[str]
    _blanked: str
    _pieces: list[str]

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] | None = None
        self._lowered: list[str] | None = None
        self._folded: list[str] | None = None

    def __getattr__(self, name: str) -> Any:
        # Asked for slots that are not set: of many a text nobody asks for its words.
        if name == "_blanked":
            # The text, with a space for each character that is no part of a word.
            self._blanked = _blanked(self._text)
        elif name in ("texts", "_pieces"):
            self._pieces = self._blanked.split(" ")
            self.texts = list(filter(None, self._pieces))
        else:
            raise AttributeError(name)
        return getattr(self, name)

    def __len__(self) -> int:
        return len(self.texts)

    @property
    def starts(self) -> list[int]:
        """Offsets of the words; worked out on first use, as many a text is only asked for its words."""
        if self._starts is None:
            pieces = self._pieces
            # Each piece stands behind those before it and as many spaces.
            places = map(add, accumulate(map(len, pieces), initial=0), count())
            self._starts = list(compress(places, pieces))
            self._pieces = []
        return self._starts

    @property
    def lowered(self) -> list[str]:
        """The words in lower case; computed once."""
        if self._lowered is None:
            plain = self._blanked.isascii()
            self._lowered = self._blanked.lower().split() if plain else list(map(str.lower, self.texts))
        return self._lowered

    @property
    def folded(self) -> list[str]:
        """The words as they are compared whatever their case: lower case, but for letters such as the German sharp s;
        computed once."""
        if self._folded is None:
            self._folded = self.lowered if self._blanked.isascii() else list(map(str.casefold, self.texts))
        return self._folded

    def end(self, i: int) -> int:
        """Offset behind token i."""
        return self.starts[i] + len(self.texts[i])


def tokenize(text: str) -> Tokens:
    """The words of a text."""
    return Tokens(text)


def _blanked(text: str) -> str:
    """The text with a space for each character that is no part of a word."""
    if text.isascii():
        return text.translate(_BLANKS)
    for mark in _MARKS:
        text = text.replace(mark, " ")
    try:
        return text.encode("latin-1").translate(_WIDE_BLANKS).decode("latin-1")
    except UnicodeEncodeError:
        return _OTHER.sub(" ", text)
