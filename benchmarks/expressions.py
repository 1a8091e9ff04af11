r"""Regular expressions of Go's regexp2 (the engine behind Vale) as Python's `re` writes them.

The two differ in how groups are named, in where flags may stand, in Unicode and POSIX classes, and in look-behind,
which `re` wants to be of one width. `\w`, `\d` and `\s` are left as they are: to
regexp2 as Vale uses it they are about ASCII only.
"""

from __future__ import annotations

import re

_POSIX = {
    "alpha": "A-Za-z", "digit": "0-9", "alnum": "A-Za-z0-9", "upper": "A-Z", "lower": "a-z", "space": r"\s",
    "word": r"\w", "punct": r"!-/:-@\[-`{-~", "xdigit": "0-9A-Fa-f", "blank": r" \t",
}  # fmt: skip
_CATEGORIES = {"L": r"[^\W\d_]", "N": r"\d", "P": r"[^\w\s]", "Lu": "[A-Z]", "Ll": "[a-z]"}
_NAMED = re.compile(r"\(\?<(?![=!])(\w+)>")
_FLAG = re.compile(r"\(\?([ims]+)\)")
_BEHIND = ("(?<=", "(?<!")


class Unconvertible(ValueError):
    """A pattern or rule that has no equal here; the text says why."""


def python_pattern(text: str) -> tuple[str, tuple[str, ...]]:
    """The pattern in Python's syntax, and patterns of what must not be there: a find that overlaps one is none.

    The second holds what a look-behind at the start forbade where it has no fixed width. Raises Unconvertible.
    """
    rest, exceptions = text, []
    if rest.startswith("(?<!") and not _compiles(_rewritten(rest[: _end(rest, 0)])):
        end = _end(rest, 0)
        exceptions.append(f"(?:{_rewritten(rest[4 : end - 1])})(?:{_rewritten(rest[end:])})")
        rest = rest[end:]
    found = _rewritten(rest)
    for pattern in (found, *exceptions):
        try:
            re.compile(pattern)
        except re.error as error:
            raise Unconvertible(f"re has no such pattern: {error}") from None
    return found, tuple(exceptions)


def _rewritten(text: str) -> str:
    out: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "\\":
            piece, at = _escape(text, at, False)
            out.append(piece)
        elif text[at] == "[":
            piece, at = _class(text, at)
            out.append(piece)
        elif text.startswith(_BEHIND, at):
            end = _end(text, at)
            out.append(_look_behind(text[at:end]))
            at = end
        elif m := _NAMED.match(text, at):
            out.append(f"(?P<{m[1]}>")
            at = m.end()
        elif (m := _FLAG.match(text, at)) and at:
            # `re` takes flags at the start alone: they hold to the end of the group here.
            end = _group_end(text, at)
            out.append(f"(?{m[1]}:{_rewritten(text[m.end() : end])})")
            at = end
        else:
            out.append(text[at])
            at += 1
    return "".join(out)


def _escape(text: str, at: int, in_class: bool) -> tuple[str, int]:
    """An escape and where it ends."""
    two = text[at : at + 2]
    if two in (r"\p", r"\P"):
        m = re.compile(r"\\([pP])(?:\{\^?(\w+)\}|(\w))").match(text, at)
        name = (m[2] or m[3]) if m else ""
        if not m or name not in _CATEGORIES or m[1] == "P" or in_class:
            raise Unconvertible(f"no class like {text[at : at + 6]}")
        return _CATEGORIES[name], m.end()
    if two == r"\x" and (m := re.compile(r"\\x\{([0-9A-Fa-f]+)\}").match(text, at)):
        return re.escape(chr(int(m[1], 16))), m.end()
    if two in (r"\z", r"\Z"):
        return r"\Z", at + 2
    if two == r"\h":
        return (r" \t" if in_class else r"[ \t]"), at + 2
    if len(two) == 2 and two[1].isalpha() and two[1] not in "AbBdDsSwWafnrtvxuU" and two[1].isascii():
        raise Unconvertible(f"no escape like {two}")
    return two, at + 2


def _class(text: str, at: int) -> tuple[str, int]:
    """A character class and where it ends."""
    start, out = at, ["["]
    at += 1
    if text.startswith("^", at):
        out.append("^")
        at += 1
    first = True
    while at < len(text) and (text[at] != "]" or first):
        first = False
        if text[at] == "\\":
            piece, at = _escape(text, at, True)
            out.append(piece)
        elif m := re.compile(r"\[:(\w+):\]").match(text, at):
            if m[1] not in _POSIX:
                raise Unconvertible(f"no class like {m[0]}")
            out.append(_POSIX[m[1]])
            at = m.end()
        else:
            out.append("\\[" if text[at] == "[" else text[at])
            at += 1
    if at >= len(text):
        raise Unconvertible(f"a class that does not end: {text[start:]}")
    return "".join(out) + "]", at + 1


def _look_behind(group: str) -> str:
    """A look-behind as one for each of its alternatives, which may differ in width."""
    kind, body = group[:4], _rewritten(group[4:-1])
    if _compiles(f"{kind}{body})"):
        return f"{kind}{body})"
    alternatives = [f"{kind}{part})" for part in _alternatives(body)]
    if not all(map(_compiles, alternatives)):
        return f"{kind}{body})"
    return "".join(alternatives) if kind == "(?<!" else f"(?:{'|'.join(alternatives)})"


def _alternatives(body: str) -> list[str]:
    parts, depth, at, start = [], 0, 0, 0
    while at < len(body):
        if body[at] == "\\":
            at += 2
            continue
        if body[at] == "[":
            at = _class(body, at)[1]
            continue
        depth += (body[at] == "(") - (body[at] == ")")
        if body[at] == "|" and not depth:
            parts.append(body[start:at])
            start = at + 1
        at += 1
    return [*parts, body[start:]]


def _end(text: str, at: int) -> int:
    """Where the group that opens at an offset ends."""
    return _group_end(text, at + 1) + 1


def _group_end(text: str, at: int) -> int:
    """Offset of the bracket that closes the group in which an offset stands; the text's length outside of any."""
    depth = 0
    while at < len(text):
        if text[at] == "\\":
            at += 2
            continue
        if text[at] == "[":
            at = _class(text, at)[1]
            continue
        if text[at] == ")" and not depth:
            return at
        depth += (text[at] == "(") - (text[at] == ")")
        at += 1
    return at


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
