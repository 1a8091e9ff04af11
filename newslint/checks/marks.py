"""Which brackets, quotation marks and exclamation marks of a text are meant as such."""

from __future__ import annotations

from newslint.storage.expressions import expression

_MARK = expression(r'[()"]')
_LABEL = expression(r"(?:^|[\s(])(?:\d{1,2}|[A-Za-z]|[ivx]{2,4})\)(?=\s)")
_CLOSED_BY = {")": "(", '"': '"'}


class Marks:
    """Pairs brackets and straight quotation marks of one block, in one pass.

    A quotation mark opens behind white space, a bracket or a dash, and closes elsewhere; inside a word it does neither.
    """

    __slots__ = ("_paired", "_stray", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._paired: set[int] = set()
        self._stray: dict[str, list[int]] = {"(": [], ")": [], '"': []}
        """Marks without partner, by kind, in order."""
        open_marks: dict[str, list[int]] = {"(": [], '"': []}
        for m in _MARK.finditer(text):
            at, mark = m.start(), m.group()
            if mark == "(" or (mark == '"' and self._opens(at)):
                open_marks[mark].append(at)
            elif mark == '"' and text[at - 1].isalnum() and text[at + 1 : at + 2].isalnum():
                self._stray[mark].append(at)
            elif open_marks[_CLOSED_BY[mark]]:
                self._paired |= {at, open_marks[_CLOSED_BY[mark]].pop()}
            elif mark != ")" or not _LABEL.match(text, max(0, text.rfind(" ", 0, at))):
                # Not the label of an item: "2) eggs".
                self._stray[mark].append(at)
        quotes = open_marks['"']
        # A quotation that runs on into the next paragraph opens and does not close.
        if quotes and not text[: quotes[0]].strip():
            self._paired.add(quotes.pop(0))
        self._stray["("] += open_marks["("]
        self._stray['"'] = sorted(self._stray['"'] + quotes)

    def _opens(self, at: int) -> bool:
        before = self._text[at - 1 : at] if at else ""
        if before in "-'‘":
            before = self._text[at - 2 : at - 1] if at > 1 else ""
        return not before or before.isspace() or before in "([–—"

    def meant(self, at: int) -> bool:
        """Whether the character at an offset does the work of a mark: it has its partner, or ends a sentence.

        Where one too many stands in the block, the pair may be wrong: a closing mark that another stray one follows,
        and an opening bracket that another stray one precedes, are not taken for meant.
        """
        mark = self._text[at]
        if mark == "!":
            behind = self._text[at + 1 : at + 9]
            # “It was BB!” he said: the end of a quotation, but not "ITV!’s".
            if behind[:1] in tuple("\"'”’") and not behind[1:2].isalnum():
                return True
            rest = behind.lstrip(" \"'”’)")[:1]
            return not (rest.islower() or rest.isdigit() or rest in tuple(",;%"))
        if at not in self._paired:
            return False
        stray = self._stray[mark]
        if mark == "(":
            return not (stray and stray[0] < at)
        return (mark == '"' and self._opens(at)) or not (stray and stray[-1] > at)
