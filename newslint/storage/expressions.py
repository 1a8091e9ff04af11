"""Regular expressions: made when they are first used, and kept on disk in the form that Python's engine runs.

`re` takes 0.2 to 5 ms to translate an expression into the numbers that its engine, `_sre`, runs; a run over one article
uses a hundred of them. From the numbers, which `_sre` checks by itself, a pattern is made in microseconds. They are
private to one build of Python, so the file is named for it; whatever is not as expected there, `re` does the work.

Only expressions that code or rules hold are for this: one that an article is written into would fill the file.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from typing import Any

    from newslint.storage.file import Table

IGNORECASE, MULTILINE, DOTALL, VERBOSE, ASCII = 2, 8, 16, 64, 256
"""Flags, as `re` numbers them."""

_VERSION = 1
"""Of what is written here."""
_MOST = 4096
"""Expressions that are kept: those of the program and of a large style that its articles touch. They take some 2 MB."""

_METHODS = (
    "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match", "pattern", "search", "split", "sub",
    "subn",
)  # fmt: skip


class _Waiting:
    """An expression that is compiled when one of its methods is first asked for; they are its own from then on."""

    __slots__ = (*_METHODS, "_source")

    def __init__(self, source: tuple[str, int]) -> None:
        self._source = source

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = compiled(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(made, method))
        return getattr(self, name)


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, to be made when it is first used. A mistake in it is then raised, as `re.error`."""
    return _Waiting((text, flags))  # type: ignore[return-value]


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made at once. Raises `re.error`."""
    if _kept is not None and not flags & _LOCALE:
        try:
            row = _kept.get(text)
            if row and flags in row:
                final, code, groups, groupindex, indexgroup = row[flags]
                numbers = memoryview(code).cast("I").tolist()
                return _compile(text, final, numbers, groups, groupindex, indexgroup)
        except (ValueError, TypeError, RuntimeError, OverflowError):
            pass
    if _new is not None and not flags & _LOCALE:
        made = _translated(text, flags)
        if made is not None:
            return made
    import re

    return re.compile(text, flags)


def use(path: str) -> None:
    """Take expressions from a file, and gather those that are not in it for `keep`. A file that is none of ours, or of
    another Python, is as good as none."""
    global _kept, _new, _compile, _path
    _path, _kept, _new = path, None, None
    try:
        import _sre  # type: ignore[import-not-found]

        _compile = _sre.compile
        if _sre.CODESIZE != 4:
            return
    except (ImportError, AttributeError):
        return
    from newslint.storage.file import Damaged, Stored

    _new = {}
    try:
        file = Stored(path)
        if file.value("python") == build():
            _kept = file.table("expressions")
    except (OSError, Damaged):
        pass


def stop() -> None:
    """Neither take nor gather any more."""
    global _kept, _new
    _kept = _new = None


def gathered() -> int:
    """How many had to be made since `use`."""
    return len(_new or ())


def keep() -> None:
    """Write down what had to be made since `use`. Raises OSError."""
    global _new
    if not _new:
        return
    from newslint.storage.file import Damaged
    from newslint.storage.write import Writer

    new, _new = _new, {}
    try:
        rows: dict[str, Any] = _kept.all() if _kept else {}
    except Damaged:
        rows = {}
    for (text, flags), row in new.items():
        rows[text] = {**rows.pop(text, {}), flags: row}
    file = Writer()
    file.value("python", build())
    file.table("expressions", dict(list(rows.items())[-_MOST:]))
    file.save(_path)


def build() -> tuple[object, ...]:
    """What the numbers depend on."""
    from _sre import CODESIZE, MAGIC

    return _VERSION, sys.version, sys.implementation.cache_tag, sys.byteorder, MAGIC, CODESIZE


def _translated(text: str, flags: int) -> re.Pattern[str] | None:
    """An expression compiled by `re`, its numbers taken down; None where `re` is not as this knows it."""
    global _recorded
    if _recorded is None:
        _recorded = _recording()
    if not _recorded:
        return None
    made: re.Pattern[str]
    made, parts = _recorded(text, flags)
    try:
        pattern, final, code, groups, groupindex, indexgroup = parts
        from array import array

        row = int(final), array("I", code).tobytes(), int(groups), dict(groupindex), tuple(indexgroup)
        if pattern == text and _new is not None and len(_new) < _MOST:
            _new[text, flags] = row
    except (ValueError, TypeError, OverflowError):
        pass
    return made


def _recording() -> Any:
    """CPython's own `compile`, to give what it hands to the engine besides; False where there is none."""
    try:
        from re import _compiler  # type: ignore[attr-defined]
        from types import FunctionType, SimpleNamespace

        own = _compiler.compile

        def run(text: str, flags: int) -> tuple[Any, tuple[Any, ...]]:
            taken: list[tuple[Any, ...]] = []

            def engine(*parts: Any) -> Any:
                taken.append(parts)
                return _compile(*parts)

            names = {**own.__globals__, "_sre": SimpleNamespace(compile=engine)}
            made = FunctionType(own.__code__, names, own.__name__, own.__defaults__)(text, flags)
            return made, taken[-1] if taken else ()

        run("a", 0)
    except Exception:
        return False
    return run


_LOCALE = 4
_path = ""
_kept: Table | None = None
_new: dict[tuple[str, int], Any] | None = None
_compile: Callable[..., re.Pattern[str]]
_recorded: Any = None
