"""JSON values that know their place in the source, and strings with the place of every character."""

from __future__ import annotations

from newslint.model import Codec, Segment, Source, TextMap
from newslint.model.records import NamedTuple
from newslint.readers.base import Unreadable
from newslint.storage.expressions import DOTALL, expression

_TOKEN = expression(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}:,]|[^\s\[\]{}:,"]++', DOTALL)
_ESCAPE = expression(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[\ud800-\udfff]", DOTALL
)
_SURROGATE = expression(r"[\ud800-\udfff]")
_HIGH_BEFORE = expression(r"\\u[dD][89abAB][0-9a-fA-F]{2}\Z")
_LOW_BEHIND = expression(r"\\u[dD][c-fC-F]")
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Node(NamedTuple):
    """A JSON value: what kind it is, in words for people, and its half-open place (a string's with its marks)."""

    kind: str
    start: int
    end: int
    items: tuple[Node, ...] = ()
    members: dict[str, Node] | None = None


def parse(source: Source) -> Node:
    """The JSON value of a source. Raises Unreadable with line and column where it is not valid JSON, or an object has a
    key twice: one of the two would go unread."""
    import json

    try:
        json.loads(source.text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        place = source.position(error.pos)
        raise Unreadable(f"not JSON at line {place.line}, column {place.column}: {error.msg}") from None
    except RecursionError:
        raise Unreadable("JSON nested too deeply") from None
    return _tree(source)


def _tree(source: Source) -> Node:
    """The tree of a text that is known to be valid JSON."""
    text = source.text
    found: list[list[Node]] = [[]]
    starts: list[int] = []
    for m in _TOKEN.finditer(text):
        first = m[0][0]
        if first in "[{":
            starts.append(m.start())
            found.append([])
        elif first in "]}":
            items, start = found.pop(), starts.pop()
            if first == "]":
                node = Node("a list", start, m.end(), tuple(items))
            else:
                members: dict[str, Node] = {}
                for key, value in zip(items[::2], items[1::2], strict=True):
                    name = string_map(text, key).text
                    if name in members:
                        place = source.position(key.start)
                        raise Unreadable(
                            f"the key {name[:60]!r} stands twice, again at line {place.line}, column {place.column}"
                        )
                    members[name] = value
                node = Node("an object", start, m.end(), members=members)
            found[-1].append(node)
        elif first not in ":,":
            kind = {'"': "text", "t": "true", "f": "false", "n": "null"}.get(first, "a number")
            found[-1].append(Node(kind, m.start(), m.end()))
    return found[0][0]


def string_map(text: str, node: Node) -> TextMap:
    """The decoded text of a string and its map. Half of a surrogate pair, which no text may hold, is U+FFFD."""
    start, end = node.start + 1, node.end - 1
    pieces: list[str] = []
    segments: list[Segment] = []
    length = 0
    for m in _ESCAPE.finditer(text, start, end):
        if m.start() > start:
            pieces.append(text[start : m.start()])
            segments.append(Segment(length, length + m.start() - start, start, m.start(), STRING))
            length += m.start() - start
        start = m.end()
        pieces.append(_decode(m[0]))
        segments.append(Segment(length, length + 1, m.start(), start, STRING))
        length += 1
    if start < end or not segments:
        pieces.append(text[start:end])
        segments.append(Segment(length, length + end - start, start, end, STRING))
    return TextMap("".join(pieces), segments, text)


def _decode(escape: str) -> str:
    if escape[0] != "\\":
        return "\ufffd"
    if escape[1] != "u":
        return _SHORT.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    if len(escape) == 12:
        return chr(0x10000 + ((code - 0xD800) << 10) + int(escape[8:], 16) - 0xDC00)
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _encode(new: str, source: str, start: int, end: int) -> str | None:
    """`new` as it stands in a JSON string: in ASCII where the source keeps to it."""
    import json

    if _SURROGATE.search(new):
        return None
    if not new and _HIGH_BEFORE.search(source, max(0, start - 6), start) and _LOW_BEHIND.match(source, end):
        return None
    return json.dumps(new, ensure_ascii=source.isascii())[1:-1]


STRING = Codec("json", _encode)
"""The inside of a JSON string."""
