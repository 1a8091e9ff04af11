"""YAML front matter: the parser gives the values, and the places of their characters are read along with it.

Only the parser's events are used: no object is built, so aliases do not multiply and tags make nothing.
"""

from __future__ import annotations

from typing import Any

from newslint.readers.markdown.front_text import C_ESCAPES, Front, Problem, Scalar, joined, lines, unescape
from newslint.readers.markdown.inline import Piece
from newslint.storage.expressions import expression

_NESTED = 2_000
"""More brackets than this are refused: the parser's time grows with the square of their depth."""

_LETTERS = {
    **C_ESCAPES, "0": "\0", "a": "\a", "e": "\x1b", "v": "\v", " ": " ", "\t": "\t",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_PROPERTIES = expression(r"(?:[&!]\S*+\s++)*+")
_STYLES = {"'": "single", '"': "double", ">": "folded", "|": "literal"}
_TEXT_TAG = "tag:yaml.org,2002:str"


def read_yaml(text: str) -> Front:
    """The values of YAML; what comes before an error is kept."""
    import yaml

    scalars: list[Scalar] = []
    problems: list[Problem] = []
    if text.count("[") + text.count("{") > _NESTED:
        return Front([], [Problem(0, len(text), "too many brackets")])
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    walk = _Walk(text, scalars, problems)
    try:
        for event in yaml.parse(text, Loader=loader):
            if not walk.take(event):
                break
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = min(mark.index if mark else getattr(error, "position", 0), len(text))
        reason = str(getattr(error, "problem", None) or getattr(error, "reason", "not YAML"))
        problems.append(Problem(at, min(at + 1, len(text)), reason))
    except (UnicodeEncodeError, RecursionError) as error:
        problems.append(Problem(0, len(text), f"not YAML: {type(error).__name__}"))
    return Front(scalars, problems, walk.mapping)


class _Walk:
    """Follows the events of one document."""

    def __init__(self, text: str, scalars: list[Scalar], problems: list[Problem]) -> None:
        self.text = text
        self.scalars = scalars
        self.problems = problems
        self.mapping = True
        self.anchors: dict[str, Scalar | None] = {}
        # What is open: its path and, in a mapping, the key that waits for its value and the keys it has.
        self.stack: list[tuple[str, list[str | None] | None, set[str]]] = []

    def take(self, event: Any) -> bool:
        """Take an event; false where the document is at its end or is no mapping."""
        kind = type(event).__name__
        if kind == "DocumentEndEvent":
            return False
        if kind.endswith("StartEvent") and kind.startswith(("Mapping", "Sequence")):
            if not self.stack and kind == "SequenceStartEvent":
                self.mapping = False
                return False
            path = self.path()
            if event.anchor:
                self.anchors[event.anchor] = None
            self.tag(event)
            self.stack.append((path, [None] if kind == "MappingStartEvent" else None, set()))
        elif kind in ("MappingEndEvent", "SequenceEndEvent"):
            self.stack.pop()
            self.valued()
        elif kind in ("ScalarEvent", "AliasEvent"):
            if not self.stack:
                self.mapping = False
                return False
            self.value(event, kind == "AliasEvent")
        return True

    def path(self) -> str:
        """The path of the value that comes next."""
        if not self.stack:
            return ""
        path, key, _ = self.stack[-1]
        if key is None:
            return path
        return joined(path, key[0] or "")

    def valued(self) -> None:
        """The key that waited has its value."""
        if self.stack and self.stack[-1][1] is not None:
            self.stack[-1][1][0] = None

    def value(self, event: Any, alias: bool) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        _, key, keys = self.stack[-1]
        if key is not None and key[0] is None:
            name = "*" if alias else event.value
            if name in keys and not alias:
                self.problems.append(Problem(start, end, f"the key {name!r} stands twice; the last counts"))
            keys.add(name)
            key[0] = name
            return
        path = self.path()
        self.valued()
        if alias:
            if event.anchor not in self.anchors:
                self.problems.append(Problem(start, end, f"no anchor {event.anchor!r}"))
            known = self.anchors.get(event.anchor)
            if known:
                self.scalars.append(known._replace(path=path, alias=True))
            return
        if not self.tag(event):
            return
        style = _STYLES.get(event.style or "", "plain")
        scalar = Scalar(path, event.value, (), style)
        if style != "plain" or is_text(event.value) or event.tag == _TEXT_TAG:
            scalar = scalar._replace(pieces=_pieces(self.text, start, end, style, event.value))
        else:
            scalar = scalar._replace(pieces=(Piece(event.value, start, end),) if event.value else (), style="other")
        if event.anchor:
            self.anchors[event.anchor] = scalar
        self.scalars.append(scalar)

    def tag(self, event: Any) -> bool:
        """Whether a value has no tag, or one that names a plain type; others are noted."""
        tag = event.tag
        if not tag or tag == "!" or (tag.startswith("tag:yaml.org,2002:") and "/" not in tag):
            return True
        at = event.start_mark.index
        self.problems.append(Problem(at, event.end_mark.index, f"the tag {tag!r} is not followed"))
        return False


def is_text(value: str) -> bool:
    """Whether a plain scalar is a string, and not a number, a date, a truth value or nothing."""
    import yaml

    resolver: Any = yaml.resolver.Resolver()
    return bool(resolver.resolve(yaml.ScalarNode, value, (True, False)) == _TEXT_TAG)


def _pieces(text: str, start: int, end: int, style: str, value: str) -> tuple[Piece, ...]:
    """The value's pieces, or none where they do not come to the value."""
    properties = _PROPERTIES.match(text, start, end)
    start = properties.end() if properties else start
    if style in ("folded", "literal"):
        pieces = _block(text, start, end, style == "folded")
        same = "".join(p.text for p in pieces).rstrip("\n") == value.rstrip("\n")
    else:
        if style != "plain":
            start, end = start + 1, end - 1
        pieces = _flow(text, start, end, style)
        same = "".join(p.text for p in pieces) == value
    return tuple(pieces) if same else ()


def _flow(text: str, start: int, end: int, style: str) -> list[Piece]:
    """A plain or quoted scalar: single line breaks are spaces, empty lines are line breaks."""
    pieces: list[Piece] = []
    empty = 0
    gap = start
    rows = lines(text, start, end)
    for i, (low, high, _) in enumerate(rows):
        first, last = i == 0, i == len(rows) - 1
        if not first:
            while low < high and text[low] in " \t":
                low += 1
        joined = False
        if not last:
            whole = high
            while high > low and text[high - 1] in " \t":
                high -= 1
            if style == "double" and (high - len(text[low:high].rstrip("\\")) - low) % 2:
                # An escaped space stays; an escaped line break joins the lines.
                joined = high == whole
                high = high - 1 if joined else high + 1
        if low == high and not first and not last:
            empty += 1
            continue
        if not first and gap >= 0:
            pieces.append(Piece("\n" * empty or " ", gap, low, "break"))
        elif not first and empty:
            pieces.append(Piece("\n" * empty, -gap, low, "break"))
        empty = 0
        if style == "double":
            pieces += unescape(text, low, high, _LETTERS)
        elif style == "single":
            pieces += _single(text, low, high)
        elif low < high:
            pieces.append(Piece(text[low:high], low, high))
        gap = -(high + 1) if joined else high
    return pieces


def _single(text: str, start: int, end: int) -> list[Piece]:
    pieces = []
    at = start
    while (quote := text.find("''", at, end)) >= 0:
        if quote > at:
            pieces.append(Piece(text[at:quote], at, quote))
        pieces.append(Piece("'", quote, quote + 2))
        at = quote + 2
    if at < end:
        pieces.append(Piece(text[at:end], at, end))
    return pieces


def _block(text: str, start: int, end: int, folded: bool) -> list[Piece]:
    """A folded or literal scalar, as YAML 1.1 reads it; the line breaks at its end may be more or fewer."""
    rows = lines(text, start, end)
    header = text[rows[0][0] : rows[0][1]].split("#")[0]
    digit = next((c for c in header if c.isdigit()), "")
    rows = rows[1:]
    indent = int(digit) if digit else 0
    if not digit:
        for low, high, _ in rows:
            line = text[low:high]
            if line.strip(" "):
                indent = len(line) - len(line.lstrip(" "))
                break
    pieces: list[Piece] = []
    broken = -1  # where the last line of text ended
    empty: list[tuple[int, int]] = []
    plain = False  # whether that line began without more indent
    for low, high, after in rows:
        line = text[low:high]
        content = low + indent
        if content >= high and not line.strip(" "):
            empty.append((high, after))
            continue
        if len(line) - len(line.lstrip(" ")) < indent:
            break  # a comment, or what follows the scalar
        flush = line[indent] not in " \t"
        if broken >= 0:
            if folded and plain and flush:
                pieces.append(Piece("\n" * len(empty) or " ", broken, content, "break"))
            else:
                pieces.append(Piece("\n" * (len(empty) + 1), broken, content, "break"))
        elif empty:
            pieces.append(Piece("\n" * len(empty), empty[0][0], content, "break"))
        pieces.append(Piece(text[content:high], content, high))
        broken, empty, plain = high, [], flush
    return pieces
