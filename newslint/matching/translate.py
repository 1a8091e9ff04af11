r"""A parsed pattern written out again for another engine, with the meaning that `re` gives it.

RE2 knows `\w`, `\d`, `\s` and `\b` for ASCII only and no look-around; `regex` has its own ideas of case and of what a
word character is. So classes are spelled out by Unicode category (for Python `\w` is exactly the letters, the numbers
and `_`), and case by listing every letter. What RE2 can't say is left out or widened: the result then matches wherever
the original does, and elsewhere too (`exact` is False).
"""

from __future__ import annotations

from re import _constants as c
from typing import Any

from newslint.matching import tree
from newslint.matching.folding import variants

_WORD = r"\p{L}\p{N}_"
_SPACE = r"\t-\r\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}"
_SPACES = f"[{_SPACE}]*"
_SPACE_FOR_REGEX = r"\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WIDE_RANGE = 2000
_RE2_REPEAT = 1000


class Untranslatable(ValueError):
    """The other engine has no way to say this."""


def for_re2(parsed: tree.Tree, plain: bool = False) -> tuple[str, bool]:
    """The pattern for RE2, and whether it means exactly the same. Raises Untranslatable. plain: in ASCII texts that do
    not end with a line feed; there RE2 knows what a word is, and where a text ends."""
    writer = _Writer(parsed, re2=True, plain=plain)
    return writer.write(parsed.items, parsed.flags), writer.exact


def to_ask_re2(parsed: tree.Tree, most: int, at_start: bool) -> str:
    """A pattern for RE2 that matches something in each text where the given one does. Raises Untranslatable. most:
    repeats of more than this become endless, as RE2 writes each round of a repeat out. at_start: only where the text
    starts, or its white space ends.

    What stands around a match, by a look-behind at its start and a look-ahead at its end, is part of it here.
    """
    text = _Writer(parsed, re2=True, most=most).wide(parsed.items, parsed.flags, not at_start, True)
    return rf"\A{_SPACES}(?:{text})" if at_start else text


def for_regex(parsed: tree.Tree) -> str:
    """The pattern for the `regex` module (version 0 syntax). Raises Untranslatable."""
    return _Writer(parsed, re2=False).write(parsed.items, parsed.flags)


def _is_edge(op: Any) -> bool:
    return op is c.AT or op in tree.ASSERTIONS


def _fixed(edges: tree.Items) -> bool:
    """Whether some assertions have one that says where in the text they are."""
    return any(op is c.AT and av is not c.AT_BOUNDARY for op, av in edges)


class _Writer:
    def __init__(self, parsed: tree.Tree, re2: bool, plain: bool = False, most: int = _RE2_REPEAT) -> None:
        self.re2 = re2
        self.most = most
        self.plain = plain
        self.exact = True
        self.names = {number: name for name, number in parsed.state.groupdict.items()}

    def write(self, items: tree.Items, flags: int) -> str:
        return "".join(self._item(op, av, flags) for op, av in items)

    def wide(self, items: tree.Items, flags: int, left: bool, right: bool) -> str:
        """The same for RE2 with one of the assertions taken in at each end of the items: `left` and `right` say whether
        these are the pattern's own ends."""
        items = list(items)
        first, last = 0, len(items)
        while first < last and _is_edge(items[first][0]):
            first += 1
        while last > first and _is_edge(items[last - 1][0]):
            last -= 1
        left, right = left and not _fixed(items[:first]), right and not _fixed(items[last:])
        before = self._taken_in(items[:first], flags, True) if left else ""
        behind = self._taken_in(items[last:], flags, False) if right else ""
        parts = [before or self.write(items[:first], flags)]
        for n in range(first, last):
            op, av = items[n]
            parts.append(
                self._wide_item(
                    op, av, flags, left and not before and n == first, right and not behind and n == last - 1
                )
            )
        return "".join([*parts, behind or self.write(items[last:], flags)])

    def _wide_item(self, op: Any, av: Any, flags: int, left: bool, right: bool) -> str:
        if not (left or right):
            return self._item(op, av, flags)
        if op is c.BRANCH:
            return f"(?:{'|'.join(self.wide(body, flags, left, right) for body in av[1])})"
        if op is c.SUBPATTERN:
            return f"(?:{self.wide(av[3], tree.inner_flags(flags, av), left, right)})"
        if op is c.ATOMIC_GROUP:
            return f"(?:{self.wide(av, flags, left, right)})"
        return self._item(op, av, flags)

    def _taken_in(self, edges: tree.Items, flags: int, left: bool) -> str:
        """One of some assertions as text that is matched, "" where none can be. What must not stand there is let be:
        it would make many more states, and hardly a text fewer."""
        for op, av in edges:
            if op is c.ASSERT and (av[0] < 0) == left and not tree.roams(av[1], flags, self.most):
                return f"(?:{self.wide(av[1], flags, left, not left)})"
        return ""

    def _item(self, op: Any, av: Any, flags: int) -> str:
        if op is c.LITERAL:
            return self._class([(op, av)], flags) if flags & tree.IGNORECASE else self._char(av)
        if op is c.NOT_LITERAL:
            return self._class([(c.NEGATE, None), (c.LITERAL, av)], flags)
        if op is c.IN:
            return self._class(av, flags)
        if op is c.ANY:
            return "(?s:.)" if flags & tree.DOTALL else r"[^\n]"
        if op is c.BRANCH:
            return f"(?:{'|'.join(self.write(body, flags) for body in av[1])})"
        if op is c.SUBPATTERN:
            return self._group(av, flags)
        if op in tree.REPEATS:
            return self._repeat(op, av, flags)
        if op is c.AT:
            return self._at(av, flags)
        return self._beyond_re2(op, av, flags)

    def _group(self, av: Any, flags: int) -> str:
        body = self.write(av[3], tree.inner_flags(flags, av))
        if av[0] is None:
            return f"(?:{body})"
        name = self.names.get(av[0])
        return f"(?P<{name}>{body})" if name else f"({body})"

    def _repeat(self, op: Any, av: Any, flags: int) -> str:
        low, high = int(av[0]), int(av[1])
        body = f"(?:{self.write(av[2], flags)})"
        if self.re2:
            self.exact &= op is not c.POSSESSIVE_REPEAT and not tree.edge(av[2], flags)[1]
            if low > self.most or self.most < high < tree.ENDLESS:
                self.exact = False
                low, high = min(low, self.most), tree.ENDLESS
        times = f"{{{low},}}" if high >= tree.ENDLESS else f"{{{low},{high}}}"
        lazy = {c.MIN_REPEAT: "?", c.POSSESSIVE_REPEAT: "" if self.re2 else "+"}.get(op, "")
        return body + times + lazy

    def _at(self, kind: Any, flags: int) -> str:
        if kind is c.AT_BEGINNING or kind is c.AT_BEGINNING_STRING:
            return "(?m:^)" if flags & tree.MULTILINE and kind is c.AT_BEGINNING else r"\A"
        if kind is c.AT_END and flags & tree.MULTILINE:
            return "(?m:$)"
        if kind is c.AT_END_STRING:
            return r"\z" if self.re2 else r"\Z"
        if kind is c.AT_END:
            if self.plain:
                return r"\z"
            self.exact = False
            return r"\n?\z" if self.re2 else r"(?=\n?\Z)"
        if self.plain and kind is c.AT_BOUNDARY:
            return r"\b"
        if self.re2:
            self.exact = False
            return ""
        word = "A-Za-z0-9_" if flags & tree.ASCII else _WORD
        if kind is c.AT_BOUNDARY:
            return f"(?:(?<=[{word}])(?![{word}])|(?<![{word}])(?=[{word}]))"
        return f"(?:(?<=[{word}])(?=[{word}])|(?<![{word}])(?![{word}]))"

    def _beyond_re2(self, op: Any, av: Any, flags: int) -> str:
        self.exact = False
        if op in tree.ASSERTIONS:
            sign = ("?<" if av[0] < 0 else "?") + ("=" if op is c.ASSERT else "!")
            return "" if self.re2 else f"({sign}{self.write(av[1], flags)})"
        if op is c.ATOMIC_GROUP:
            return f"({'?:' if self.re2 else '?>'}{self.write(av, flags)})"
        if op is c.GROUPREF:
            if self.re2:
                return "(?s:.)*"
            return f"(?{'i' if flags & tree.IGNORECASE else ''}:\\g<{av}>)"
        if op is c.GROUPREF_EXISTS:
            number, yes, no = av[0], self.write(av[1], flags), self.write(av[2] or [], flags)
            return f"(?:{yes}|{no})" if self.re2 else f"(?({number}){yes}|{no})"
        if op is c.FAILURE:
            return r"[^\x00-\x{10ffff}]" if self.re2 else "(?!)"
        raise Untranslatable(str(op))

    def _char(self, code: int) -> str:
        char = chr(code)
        if char.isascii() and (char.isalnum() or char in " _"):
            return char
        if 0xD800 <= code <= 0xDFFF:
            raise Untranslatable("a lone surrogate")
        return f"\\x{{{code:x}}}" if self.re2 else f"\\U{code:08x}"

    def _class(self, members: Any, flags: int) -> str:
        """A class. One that holds \\W or \\S beside others is written as alternatives, or, negated, as a
        look-ahead before the class that is left (RE2: as that class alone, which is wider)."""
        members = list(members)
        negated = bool(members) and members[0][0] is c.NEGATE
        parts, others = [], []
        for op, av in members[1:] if negated else members:
            if op is c.LITERAL:
                parts.append(self._letters(av, av, flags))
            elif op is c.RANGE:
                parts.append(self._letters(av[0], av[1], flags))
            elif op is c.CATEGORY:
                listed, inverse = self._category(av, flags)
                if inverse:
                    others.append(listed)
                else:
                    parts.append(listed)
            else:
                raise Untranslatable(str(op))
        text = "".join(parts)
        if not negated:
            choices = ([f"[{text}]"] if text else []) + [f"[^{other}]" for other in others]
            return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
        if not others:
            return f"[^{text}]"
        if self.re2:
            self.exact &= not text and len(others) == 1
            return f"[{others[0]}]"
        conditions = "".join(f"(?=[{other}])" for other in others[1:]) + (f"(?![{text}])" if text else "")
        return f"(?:{conditions}[{others[0]}])"

    def _letters(self, low: int, high: int, flags: int) -> str:
        if not flags & tree.IGNORECASE:
            return self._char(low) if low == high else self._bounds(low, high)
        if high - low >= _WIDE_RANGE:
            self.exact = False
            if self.re2:
                return r"\x00-\x{10ffff}"
            raise Untranslatable("a wide range without case")
        codes = {ord(other) for code in range(low, high + 1) for other in variants(chr(code))}
        if flags & tree.ASCII:
            codes = {code for code in codes if code < 128} | set(range(low, high + 1))
        return "".join(self._char(code) for code in sorted(codes))

    def _bounds(self, low: int, high: int) -> str:
        if low <= 0xDFFF and high >= 0xD800:
            raise Untranslatable("a range over the surrogates")
        return f"{self._char(low)}-{self._char(high)}"

    def _category(self, kind: Any, flags: int) -> tuple[str, bool]:
        ascii_only = bool(flags & tree.ASCII) or self.plain
        if kind in (c.CATEGORY_WORD, c.CATEGORY_NOT_WORD):
            return "A-Za-z0-9_" if ascii_only else _WORD, kind is c.CATEGORY_NOT_WORD
        if kind in (c.CATEGORY_DIGIT, c.CATEGORY_NOT_DIGIT):
            return "0-9" if ascii_only else r"\p{Nd}", kind is c.CATEGORY_NOT_DIGIT
        if kind in (c.CATEGORY_SPACE, c.CATEGORY_NOT_SPACE):
            space = (
                r"\t-\r\x{1c}-\x{20}"
                if self.plain and not flags & tree.ASCII
                else r"\t-\r "
                if ascii_only
                else _SPACE
                if self.re2
                else _SPACE_FOR_REGEX
            )
            return space, kind is c.CATEGORY_NOT_SPACE
        raise Untranslatable(str(kind))
