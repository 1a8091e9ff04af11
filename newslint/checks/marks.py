"""Which brackets, quotation marks and exclamation marks of a text are meant as such."""

from __future__ import annotations

import re

_MARK = re.compile(r'[()"!]')


class Marks:
    """Pairs brackets and straight quotation marks of one block, in one pass."""

    __slots__ = ("_paired", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._paired: set[int] = set()
        brackets: list[int] = []
        quote = -1
        for m in _MARK.finditer(text):
            at, mark = m.start(), m.group()
            before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
            if mark == "(":
                brackets.append(at)
            elif mark == ")" and brackets:
                self._paired |= {at, brackets.pop()}
            elif mark == '"':
                inside = bool(before) and before.isalnum() and after.isalnum()
                if quote < 0 and not inside and (not before or before.isspace() or before in "([-–—'‘"):
                    quote = at
                elif quote >= 0 and not inside and not (before.isspace() and after.isalnum()):
                    self._paired |= {quote, at}
                    quote = -1
        # A quotation that runs on into the next paragraph opens and does not close.
        if quote >= 0 and not text[:quote].strip():
            self._paired.add(quote)

    def paired(self, at: int) -> bool:
        """Whether the bracket or quotation mark has its partner."""
        return at in self._paired

    def meant(self, at: int) -> bool:
        """Whether the character at an offset does the work of a mark: it has its partner, or ends a sentence."""
        mark = self._text[at]
        if mark in '()"':
            return at in self._paired
        if mark == "!":
            rest = self._text[at + 1 :].lstrip(" \"'”’)")[:1]
            return not (rest.islower() or rest.isdigit() or rest in tuple(",;%"))
        return False
