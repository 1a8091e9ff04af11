"""What stands beside a place of a text, read without a copy of all the text before it: those add up to a square."""

from __future__ import annotations


def last_before(text: str, at: int, blanks: str = "") -> str:
    """The last character before an offset that is no blank, "" where there is none. blanks: white space,
    unless given."""
    while at and (text[at - 1] in blanks if blanks else text[at - 1].isspace()):
        at -= 1
    return text[at - 1 : at] if at else ""
