"""Tags, text and comments of an HTML text with their places, in one pass, as browsers read broken markup too.

After the tokenization of the HTML Standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization). Two
things differ on purpose: a quotation mark that never closes does not swallow the rest of the text, and `<!--` inside
a script has no states of its own. Why not a library: docs/decisions/0003-html-tokens.md.

Every pattern is possessive or scans for one character, so the time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache

from newslint.model.records import NamedTuple
from newslint.storage.expressions import ASCII, DOTALL, IGNORECASE, compiled, expression

_MARKUP = expression(r"<(?:[a-zA-Z!?]|/.)", DOTALL)
_ATTRIBUTE = (
    r"""([^\t\n\f\r />][^\t\n\f\r /=>]*+)"""
    r"""(?:[\t\n\f\r ]*+=[\t\n\f\r ]*+(?:"([^"]*+)"|'([^']*+)'|(?!["'])([^\t\n\f\r >]*+)))?+"""
)
_ATTRIBUTES = expression(rf"[\t\n\f\r /]++|{_ATTRIBUTE}")
_TAG = expression(rf"</?([a-zA-Z][^\t\n\f\r />]*+)((?:[\t\n\f\r /]++|{_ATTRIBUTE})*+)>")
_COMMENT = expression(r"<!--(?:-?>|.*?(?:--!?>|\Z))", DOTALL)
RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title"})
"""Elements whose content is no markup: it ends at the first end tag of the same name."""
_FOREIGN = frozenset({"svg", "math"})


class Kind(IntEnum):
    """What a token is. RAW is the content of a raw element and follows its OPEN."""

    TEXT = 0
    OPEN = 1
    CLOSE = 2
    COMMENT = 3
    RAW = 4


class Token(NamedTuple):
    """A piece of HTML at a half-open range; `name` in lower case for tags and raw content, "" otherwise.

    `inner` is where a tag's attributes start.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    inner: int = 0


class Value(NamedTuple):
    """An attribute's value as written: its range without the quotation marks, and the mark ("" where it has none)."""

    start: int
    end: int
    quote: str


def tokens(text: str) -> Iterator[Token]:
    """The tokens of `text` in order. A doctype, a processing instruction and a CDATA section count as comments; a
    tag that the text's end cuts off is left out."""
    at, size, foreign = 0, len(text), 0
    while at < size:
        found = _MARKUP.search(text, at)
        start = found.start() if found else size
        if start > at:
            yield Token(Kind.TEXT, at, start)
        if not found:
            return
        mark = text[start + 1]
        if mark in "!?" or (mark == "/" and not (text[start + 2].isascii() and text[start + 2].isalpha())):
            at = _comment_end(text, start)
            yield Token(Kind.COMMENT, start, at)
            continue
        tag = _TAG.match(text, start)
        if tag is None:
            return
        name, at = tag[1].lower(), tag.end()
        if mark == "/":
            foreign -= bool(foreign) and name in _FOREIGN
            yield Token(Kind.CLOSE, start, at, name)
            continue
        yield Token(Kind.OPEN, start, at, name, tag.end(1))
        closed = text[at - 2] == "/"
        foreign += name in _FOREIGN and not closed
        if name in RAW and not (foreign and closed):
            end = _raw_end(name).search(text, at)
            start, at = at, end.start() if end else size
            yield Token(Kind.RAW, start, at, name)


@cache
def _raw_end(name: str) -> re.Pattern[str]:
    return compiled(rf"</{name}(?=[\t\n\f\r />])", IGNORECASE | ASCII)


def _comment_end(text: str, start: int) -> int:
    if text.startswith("<!--", start):
        comment = _COMMENT.match(text, start)
        assert comment is not None
        return comment.end()
    end = text.find(">", start)
    return end + 1 if end >= 0 else len(text)


def attributes(text: str, token: Token) -> dict[str, Value]:
    """The attributes of an OPEN token by lower-case name; of two with one name the first counts."""
    found: dict[str, Value] = {}
    if token.end - token.inner > 2:
        for m in _ATTRIBUTES.finditer(text, token.inner, token.end - 1):
            if m[1]:
                group = m.lastindex or 1
                start, end = m.span(group) if group > 1 else (m.end(), m.end())
                found.setdefault(m[1].lower(), Value(start, end, " \"' "[group - 1].strip()))
    return found
