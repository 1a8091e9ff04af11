"""Patterns that a backtracking engine could take too long over: RE2 runs those it can run exactly, in linear time; for
the others it says where to look, and `regex` finds the matches within a time limit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from newslint.matching import translate
from newslint.matching.pattern import PatternError
from newslint.matching.tree import Tree, edge

_RE2_MEMORY = 32 << 20  # bytes


class Overrun(Exception):
    """A pattern was stopped at its time limit."""


def options(re2: Any) -> Any:
    """RE2's options as all patterns here are compiled."""
    chosen = re2.Options()
    chosen.max_mem = _RE2_MEMORY
    chosen.log_errors = False
    return chosen


def load_re2() -> Any:
    """The RE2 module, None where there is no wheel for this platform."""
    try:
        import re2
    except ImportError:
        return None
    return re2


def check(parsed: Tree) -> None:
    """Raise PatternError if no engine here can run the pattern within a bound. Loads none of them if it need not."""
    if find_spec("regex") is not None:
        try:
            translate.for_regex(parsed)
            return
        except translate.Untranslatable:
            pass
    Guarded(parsed)


def exactly(parsed: Tree) -> Any:
    """RE2's own way to find a pattern in plain texts (see `plain`), None where it has none."""
    re2 = load_re2()
    if re2 is None or edge(parsed.items, parsed.flags)[1]:
        return None
    try:
        text, exact = translate.for_re2(parsed, plain=True)
        return re2.compile(text, options(re2)) if exact else None
    except (translate.Untranslatable, re2.error):  # the latter for one too big for its memory
        return None


def plain(text: str) -> bool:
    """Whether RE2 and `re` agree about a text on what a word is and where it ends."""
    return text.isascii() and text[-1:] != "\n"


def plainly(exact: Any, other: Callable[[str], Iterator[Any]], text: str) -> Iterator[Any]:
    """All matches in a text: those of `exactly` where that knows them, else those of the other."""
    matches: Iterator[Any] = exact.finditer(text) if plain(text) else other(text)
    return matches


def prefilter(parsed: Tree) -> Any:
    """What RE2 has for a pattern, to ask quickly whether a text may hold a match; None where it has nothing."""
    re2 = load_re2()
    if re2 is None:
        return None
    try:
        return re2.compile(translate.for_re2(parsed)[0], options(re2))
    except (translate.Untranslatable, re2.error):
        return None


class Guarded:
    """One pattern with a bound on its time. Raises PatternError if no engine here can give one."""

    __slots__ = ("_exact", "_filter", "_parsed", "_plain", "_slow")

    def __init__(self, parsed: Tree) -> None:
        self._parsed = parsed
        self._filter: Any = None
        self._exact = False
        self._slow: Any = None
        self._plain: Any = exactly(parsed)
        re2 = load_re2()
        if re2 is not None:
            try:
                text, exact = translate.for_re2(parsed)
                self._filter = re2.compile(text, options(re2))
                self._exact = exact and not edge(parsed.items, parsed.flags)[1]
            except (translate.Untranslatable, re2.error):  # the latter for one too big for its memory
                pass
        if not self._exact:
            if find_spec("regex") is None:
                raise PatternError("it may take exponential time, and neither RE2 nor the regex module can run it")
            try:
                translate.for_regex(parsed)
            except translate.Untranslatable as error:
                raise PatternError(f"it may take exponential time, and no engine with a bound has {error}") from error

    def finditer(self, text: str, seconds: float) -> Iterator[Any]:
        """Matches as `re.finditer` would give them. Raises Overrun when `seconds` are over."""
        if self._plain is not None and plain(text):
            yield from self._plain.finditer(text)
            return
        if self._filter is not None:
            try:
                if self._exact:
                    yield from self._filter.finditer(text)
                    return
                if self._filter.search(text) is None:
                    return
            except UnicodeEncodeError:  # a lone surrogate: RE2 takes UTF-8
                pass
        if self._slow is None:
            self._slow = self._compile()
        try:
            yield from self._slow.finditer(text, timeout=seconds)
        except TimeoutError as error:
            raise Overrun from error

    def _compile(self) -> Any:
        try:
            import regex  # type: ignore[import-untyped]

            return regex.compile(translate.for_regex(self._parsed), regex.VERSION0)
        except Exception as error:
            raise PatternError(f"no engine with a bound on its time can run it: {error}") from error
