"""Text as a terminal may show it: nothing that steers it, nothing it can't write, and a known width."""

from __future__ import annotations

TAB = "    "


class Visible:
    """Shows text in an encoding. Controls, invisible characters and what the encoding lacks become escapes such as
    \\x1b or \\u200b; a tab becomes four spaces."""

    __slots__ = ("_cells", "_encoding")

    def __init__(self, encoding: str = "utf-8") -> None:
        self._encoding = encoding
        self._cells: dict[str, tuple[str, int]] = {}

    def cell(self, char: str) -> tuple[str, int]:
        """How a character is shown, and in how many terminal cells."""
        known = self._cells.get(char)
        if known is None:
            known = self._cells[char] = self._measure(char)
        return known

    def text(self, text: str) -> str:
        """A text on one line."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(self.cell(c)[0] for c in text)

    def width(self, text: str) -> int:
        """Terminal cells that `text(text)` takes."""
        if text.isascii() and text.isprintable():
            return len(text)
        return sum(self.cell(c)[1] for c in text)

    def _measure(self, char: str) -> tuple[str, int]:
        if char == "\t":
            return TAB, len(TAB)
        if char.isascii() and char.isprintable():
            return char, 1
        from unicodedata import category, east_asian_width

        kind = category(char)
        if kind in ("Cc", "Cf", "Cs", "Zl", "Zp") or not self._writes(char):
            escape = char.encode("ascii", "backslashreplace").decode("ascii")
            escape = escape if len(escape) > 1 else f"\\x{ord(char):02x}"
            return escape, len(escape)
        if kind in ("Mn", "Me"):
            return char, 0
        return char, 2 if east_asian_width(char) in "WF" else 1

    def _writes(self, char: str) -> bool:
        try:
            char.encode(self._encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True


def wrap(text: str, width: int, visible: Visible) -> list[str]:
    """A text in lines of at most `width` cells, broken at spaces; a longer word has a line of its own."""
    lines: list[str] = []
    line, used = "", 0
    for word in visible.text(text).split():
        size = visible.width(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = "", 0
        line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line] if line else lines
