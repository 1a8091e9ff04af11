"""TOML and JSON front matter: the standard library judges it, and one small scanner finds the places of its strings."""

from __future__ import annotations

from typing import Any

from newslint.readers.markdown.front_text import C_ESCAPES, Front, Problem, Scalar, joined, lines, unescape
from newslint.readers.markdown.inline import Piece
from newslint.storage.expressions import DOTALL, expression

_LETTERS = {**C_ESCAPES, "e": "\x1b"}
_SPACE = expression(r"(?:[ \t]++|\r\n|[\r\n]|#[^\r\n]*+)*+")
_BLANK = expression(r"[ \t]*+")
_BARE = expression(r"[A-Za-z0-9_-]++")
_ATOM = expression(r"[^\s,\[\]{}#=\"']++(?:[ ](?=\d\d:)[^\s,\[\]{}#]++)?")
_STRINGS = (
    ('"""', expression(r'"""((?:[^\\"]|\\.|"(?!""))*+)("{3,5})', DOTALL)),
    ("'''", expression(r"'''((?:[^']|'(?!''))*+)('{3,5})", DOTALL)),
    ('"', expression(r'"((?:[^\\"\r\n]|\\.)*+)(")')),
    ("'", expression(r"'([^'\r\n]*+)(')")),
)
_DOTS = 500
"""More full stops than this in one line are refused: the true parser's time and memory grow with the square of a dotted
key's parts."""
_PLACE = expression(r"line (\d+)")


def read_toml(text: str) -> Front:
    """The values of TOML. Where it is broken, what comes before the mistake is kept."""
    import tomllib

    problems: list[Problem] = []
    if any(row.count(".") > _DOTS for row in text.splitlines()):
        return Front([], [Problem(0, len(text), "nested too deeply")])
    scan = _Scan(text, json=False)
    scan.toml()
    try:
        values: Any = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _PLACE.search(str(error))
        rows = lines(text, 0, len(text))
        low, high, _ = rows[min(int(found[1]), len(rows)) - 1] if found else (0, len(text), 0)
        problems.append(Problem(low, high, str(error) or "nested too deeply"))
        return Front(scan.scalars, problems)
    return Front(_trusted(scan, values), problems)


def read_json(text: str) -> Front:
    """The values of a JSON object, with or without its braces."""
    import json

    if not text.lstrip().startswith("{"):
        inner = read_json("{" + text + "}")
        return Front(
            [s._replace(pieces=tuple(Piece(t, a - 1, b - 1, k) for t, a, b, k in s.pieces)) for s in inner.scalars],
            [Problem(max(0, p.start - 1), max(0, min(p.end - 1, len(text))), p.detail) for p in inner.problems],
        )
    scan = _Scan(text, json=True)
    scan.value("")
    problems = [Problem(a, b, f"the key {key!r} stands twice; the last counts") for key, a, b in scan.twice]
    try:
        values: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        at = min(getattr(error, "pos", 0), len(text))
        detail = getattr(error, "msg", "nested too deeply")
        return Front(scan.scalars, [*problems, Problem(at, min(at + 1, len(text)), detail)])
    return Front(_trusted(scan, values), problems)


def _trusted(scan: _Scan, values: Any) -> list[Scalar]:
    """The scalars, without places if the scanner's strings are not those of the true parser."""
    known: dict[str, list[str]] = {}
    waiting = [("", values)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(joined(path, key), v) for key, v in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(path, v) for v in reversed(value)]
        elif isinstance(value, str):
            known.setdefault(path, []).append(value)
    seen: dict[str, list[str]] = {}
    for scalar in scan.scalars:
        if scalar.style != "other":
            seen.setdefault(scalar.path, []).append(scalar.value)
    # Of a key that stands twice, the true parser has the last value only.
    good = {path for path, strings in known.items() if seen.get(path, [])[-len(strings) :] == strings}
    return [s if s.style == "other" or s.path in good else s._replace(pieces=()) for s in scan.scalars]


class _Scan:
    """Reads on as long as it understands."""

    def __init__(self, text: str, *, json: bool) -> None:
        self.text = text
        self.json = json
        self.at = 0
        self.scalars: list[Scalar] = []
        self.twice: list[tuple[str, int, int]] = []

    def space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def toml(self) -> None:
        """Read tables and pairs to the end of the text, or to the first mistake."""
        prefix = ""
        while True:
            self.space()
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                double = self.text.startswith("[[", self.at)
                self.at += 2 if double else 1
                key = self.key()
                if key is None or not self.sign("]") or (double and not self.sign("]")):
                    return
                prefix = joined("", key)
                continue
            key = self.key()
            if key is None or not self.sign("=") or not self.value(joined(prefix, key)):
                return

    def blank(self) -> None:
        match = _BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def sign(self, char: str) -> bool:
        """Step over a sign and the space before it, if it is there."""
        self.blank()
        if self.text.startswith(char, self.at):
            self.at += 1
            return True
        return False

    def key(self) -> str | None:
        """A key, dotted and quoted ones too."""
        parts = []
        while True:
            self.blank()
            if self.text[self.at : self.at + 1] in ('"', "'") and self.at < len(self.text):
                quoted = self.string("")
                if quoted is None:
                    return None
                parts.append(quoted.value)
            elif match := _BARE.match(self.text, self.at):
                parts.append(match.group())
                self.at = match.end()
            else:
                return None
            if not self.sign("."):
                return ".".join(parts)

    def value(self, path: str) -> bool:
        """A value, with all that it holds; false at a mistake."""
        # What is open: its closing bracket, its path, and the keys that an object has.
        stack: list[tuple[str, str, set[str]]] = []
        while True:
            self.space() if self.json or stack else self.blank()
            char = self.text[self.at : self.at + 1]
            if char and char in "[{":
                self.at += 1
                stack.append(("]" if char == "[" else "}", path, set()))
                if char == "{" and not self.closes(stack):
                    found = self.member(stack)
                    if found is None:
                        return False
                    path = found
                    continue
                if stack and stack[-1][0] == "]" and char == "[" and not self.closes(stack):
                    continue
            elif char in ('"', "'") and char:
                scalar = self.string(path)
                if scalar is None:
                    return False
                self.scalars.append(scalar)
            else:
                match = _ATOM.match(self.text, self.at)
                if match is None:
                    return False
                piece = Piece(match.group(), match.start(), match.end())
                self.scalars.append(Scalar(path, match.group(), (piece,)))
                self.at = match.end()
            while stack:
                if self.closes(stack):
                    continue
                if not self.text.startswith(",", self.at):
                    return False
                self.at += 1
                if self.closes(stack):
                    continue
                path = stack[-1][1]
                if stack[-1][0] == "}":
                    found = self.member(stack)
                    if found is None:
                        return False
                    path = found
                break
            if not stack:
                return True

    def closes(self, stack: list[tuple[str, str, set[str]]]) -> bool:
        """Step over the bracket that closes what is open, if it comes next."""
        self.space()
        if stack and self.text.startswith(stack[-1][0], self.at):
            self.at += 1
            stack.pop()
            return True
        return False

    def member(self, stack: list[tuple[str, str, set[str]]]) -> str | None:
        """The key of an object's next member, as the path of its value."""
        _, path, keys = stack[-1]
        self.space()
        start = self.at
        if self.json:
            quoted = self.string("")
            key = None if quoted is None else quoted.value
        else:
            key = self.key()
        if self.json:
            self.space()
        if key is None or not self.sign(":" if self.json else "="):
            return None
        if key in keys:
            self.twice.append((key, start, self.at))
        keys.add(key)
        return joined(path, key)

    def string(self, path: str) -> Scalar | None:
        """A string of any kind, or None at a mistake."""
        text = self.text
        for opener, pattern in _STRINGS[2:3] if self.json else _STRINGS:
            if not text.startswith(opener, self.at):
                continue
            match = pattern.match(text, self.at)
            if match is None:
                return None
            self.at = match.end()
            start, end = match.start(1), match.end() - len(opener)
            if len(opener) == 1:
                pieces = unescape(text, start, end, _LETTERS) if opener == '"' else _verbatim(text, start, end)
            else:
                pieces = _long(text, start, end, opener == '"""')
            style = "basic" if opener[0] == '"' else "raw"
            return Scalar(path, "".join(p.text for p in pieces), tuple(pieces), style)
        return None


def _verbatim(text: str, start: int, end: int) -> list[Piece]:
    return [Piece(text[start:end], start, end)] if start < end else []


def _long(text: str, start: int, end: int, escapes: bool) -> list[Piece]:
    """A string of several lines: a line break behind the opening is dropped, and so is all white space behind a
    backslash at a line's end."""
    pieces: list[Piece] = []
    rows = lines(text, start, end)
    if len(rows) > 1 and rows[0][0] == rows[0][1]:
        rows = rows[1:]
    broken = -1
    joined = False
    for i, (low, high, _) in enumerate(rows):
        last = i == len(rows) - 1
        if joined:
            while low < high and text[low] in " \t":
                low += 1
            if low == high and not last:
                continue
        elif broken >= 0:
            pieces.append(Piece("\n", broken, low, "break"))
        joined = False
        content = high
        if escapes and not last:
            bare = text[low:high].rstrip(" \t")
            if (len(bare) - len(bare.rstrip("\\"))) % 2:
                joined = True
                content = low + len(bare) - 1
        if escapes:
            pieces += unescape(text, low, content, _LETTERS)
        else:
            pieces += _verbatim(text, low, content)
        broken = high
    return pieces
