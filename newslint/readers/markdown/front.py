"""Where front matter stands in a text, and what it holds."""

from __future__ import annotations

import re

from newslint.model.records import NamedTuple
from newslint.readers.markdown.front_text import LIMIT, Front, Problem
from newslint.storage.expressions import MULTILINE, compiled, expression

_OPEN = expression(r"(---|\+\+\+|;;;)[ \t]*(?:\r\n|\n|\r)")
_LINE = expression(r"(?:\A|(?<=\n)|(?<=\r)(?!\n))(---|\.\.\.|\+\+\+|;;;)[ \t]*+(?=[\r\n]|\Z)")
_EMPTY = expression(r"(?:\r\n|\n|\r)[ \t]*+(?:\r\n|\n|\r)")
_PAIR = expression(r"\s*(?:#[^\r\n]*\s+)*(?:[A-Za-z_][\w.-]*|\"[^\"\n]*\"|'[^'\n]*')[ \t]*[:=]")


class Matter(NamedTuple):
    """Front matter in a source."""

    format: str
    """yaml, toml or json."""
    start: int
    end: int
    """Where its text begins and ends, without the fences."""
    body: int
    """Where the article begins."""
    front: Front


def find(text: str) -> Matter | None:
    """The front matter that a text begins with, or None."""
    opened = _OPEN.match(text)
    if opened is None:
        return _bare_json(text) if text.startswith("{") else None
    fence = opened[1]
    start = opened.end()
    end = body = -1
    for line in _LINE.finditer(text, start - 1):
        if line.start() >= start and (line[1] == fence or (fence == "---" and line[1] == "...")):
            end, body = line.start(), line.end()
            break
    format = {"---": "yaml", "+++": "toml", ";;;": "json"}[fence]
    if end < 0:
        # Never closed: the lines down to the first empty one, if they look like front matter.
        if not _PAIR.match(text, start, start + 200):
            return None
        empty = _EMPTY.search(text, start - 1)
        end = body = empty.start() if empty else len(text)
        front = _read(format, text[start:end])
        front.problems.insert(0, Problem(-start, len(fence) - start, f"the front matter has no closing {fence}"))
        return Matter(format, start, end, body, front)
    front = _read(format, text[start:end])
    empty_handed = not front.mapping or (format == "yaml" and not front.scalars and bool(front.problems))
    if empty_handed and not _PAIR.match(text, start, min(end, start + 200)):
        return None  # two rules across the page
    return Matter(format, start, end, body, front)


def _read(format: str, text: str) -> Front:
    if len(text) > LIMIT:
        return Front([], [Problem(0, len(text), f"longer than {LIMIT} characters")])
    if format == "yaml":
        from newslint.readers.markdown.front_yaml import read_yaml

        return read_yaml(text)
    from newslint.readers.markdown.front_toml import read_json, read_toml

    return read_toml(text) if format == "toml" else read_json(text)


def _bare_json(text: str) -> Matter | None:
    """A JSON object that the text begins with; Liquid tags begin with a brace, too."""
    import json

    if not re.match(r"\{\s*[\"}]", text):
        return None
    try:
        _, end = json.JSONDecoder().raw_decode(text[:LIMIT])
    except (ValueError, RecursionError):
        close = compiled(r"^\}[ \t]*\r?$", MULTILINE).search(text, 0, LIMIT)
        if close is None:
            return None
        end = close.start() + 1
    return Matter("json", 0, end, end, _read("json", text[:end]))
