"""Character references: `&amp;`, `&#8217;`, `&nbsp` without its semicolon, `&#150;` for a Windows-1252 dash."""

from __future__ import annotations

from functools import cache

from newslint.storage.expressions import expression

_REFERENCE = expression(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_LONGEST_NUMBER = 12
"""Digits, with the leading zeros that someone may write; a longer number is no character."""


@cache
def _names() -> dict[str, str]:
    from html.entities import html5

    return html5


def reference(text: str, start: int, end: int, attribute: bool = False) -> tuple[int, str] | None:
    """The reference at the `&` at `start`: its end and the characters it stands for, or None where it is none.

    A name without a semicolon counts where the HTML Standard says so: in an attribute's value not before a letter, a
    digit or `=`. The characters are "" for a control code, as html.unescape has it.
    """
    m = _REFERENCE.match(text, start, end)
    if m is None:
        return None
    body = m[0][1:]
    if body[0] == "#":
        if len(body) > _LONGEST_NUMBER:
            digits = body.strip("#xX;").lstrip("0")
            if len(digits) > 7:
                return m.end(), "\ufffd"
            body = ("#x" if body[1] in "xX" else "#") + (digits or "0")
        from html import unescape

        return m.end(), unescape(f"&{body.rstrip(';')};")
    names = _names()
    for size in range(len(body), 1, -1):
        value = names.get(body[:size])
        if value is not None:
            stop = start + 1 + size
            bare = attribute and body[size - 1] != ";"
            if bare and stop < end and (text[stop] == "=" or (text[stop].isascii() and text[stop].isalnum())):
                return None
            return stop, value
    return None
