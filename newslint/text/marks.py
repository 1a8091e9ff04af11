"""Quotation marks of a text: where they stand and which way they may face. Apostrophes, feet and inches are none."""

from __future__ import annotations

import re
from functools import cache

from newslint.model.records import NamedTuple
from newslint.storage.expressions import compiled, expression
from newslint.text.lexicon import Lexicon

DOUBLE, SINGLE, ANGLE, SMALL_ANGLE = range(4)
OPEN, CLOSE, EITHER = range(3)

_FAMILY = {
    **dict.fromkeys(("“", "”", "„", "‟", '"', '""', "''", "``", "‘‘", "’’"), DOUBLE),
    **dict.fromkeys("‘’‚‛'`", SINGLE),
    **dict.fromkeys("«»", ANGLE),
    **dict.fromkeys("‹›", SMALL_ANGLE),
}
_CHARACTERS = "\"“”„‟«»‹›‘’‚‛'`"
_WORD = expression(r"[^\W_]+")
_YEAR = expression(r"\d\d(?:s?(?!\w))(?![,.]\d|%)")
_NEXT_WORD = expression(r"\s+([^\W_]+)")

_SPACE, _START, _STOP, _DASH, _LETTER = range(5)
_DASHES = frozenset("-\u2010\u2011–—―")
_STARTS = frozenset("([{<¿¡/*_|")
_STOPS = frozenset(".,;:?!…)]}>/*_|")


class _Patterns(NamedTuple):
    """Runs of marks, the marks of a run, and what holds marks that are none: 5' 10", rock 'n' roll."""

    run: re.Pattern[str]
    mark: re.Pattern[str]
    feet: re.Pattern[str]
    and_: re.Pattern[str]


@cache
def _patterns(ascii: bool) -> _Patterns:
    """The patterns for ASCII or any text, made on first use: a class with curly quotes takes half a millisecond.

    An apostrophe between letters, the usual case, makes no run.
    """
    marks, apostrophes = ("\"'`", "'`") if ascii else ("\"“”„‟«»‹›‘’‚‛'`", "‘’‚‛'`")
    run = rf"[{marks}](?!(?<=[^\W_][{apostrophes}])[^\W_])[{marks}]*"
    mark = rf"\"\"|''|``|[{marks}]"
    if not ascii:
        run += f"(?:[\u2009\u200a\u202f][{marks}]+)*"
        mark = f"‘‘|(?<=[.,?!…])’’|{mark}"
    return _Patterns(
        compiled(run),
        compiled(mark),
        compiled(r"\d(?<!\w\d)\d{0,2}\s?['’]\s?\d{1,2}(?:\.\d+|\s?[½¼¾])?\s?(?:\"|”|''|’’)"),
        compiled(r"['‘’](?<!\w.)[nN]['‘’](?!\w)"),
    )


class Mark(NamedTuple):
    """One quotation mark. `facing` is OPEN, CLOSE or EITHER (it closes what is open, else it opens).

    sure: nothing speaks for an apostrophe. An opening mark that isn't sure counts only where a closing one follows,
    a closing one that isn't ("players’ ") only where no better one follows.
    """

    start: int
    end: int
    family: int
    facing: int
    sure: bool


class Words(NamedTuple):
    """What telling marks from apostrophes needs of a lexicon, in lower case."""

    first: frozenset[str]
    first_sure: frozenset[str]
    last: frozenset[str]
    small: frozenset[str]
    said: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> Words:
        """The words of a lexicon, kept in its cache."""
        words = lexicon.cache.get(cls)
        if not isinstance(words, cls):
            short = lexicon["contractions"]
            first = [w for w in short if short.get(w, "side") != "last"]
            last = [w for w in short if short.get(w, "side") != "first"]
            sure = [w for w in first if short.get(w, "sure")]
            small = [w.lower() for w in lexicon["function-words"]]
            words = cls(*(frozenset(w) for w in (first, sure, last, small, lexicon["said-verbs"])))
            lexicon.cache[cls] = words
        return words


def find_marks(text: str, words: Words) -> list[Mark]:
    """The quotation marks of a text, in order."""
    ascii = text.isascii()
    if ascii and '"' not in text and "'" not in text and "`" not in text:
        return []
    patterns = _patterns(ascii)
    runs = [r for r in patterns.run.finditer(text) if not _before_digit(text, r)]
    if not runs:
        return []
    skip: set[int] = set()
    for pattern in (patterns.feet, patterns.and_):
        for found in pattern.finditer(text):
            skip.update(range(*found.span()))
    marks: list[Mark] = []
    for run in runs:
        left, right = _left(text, run.start()), _right(text, run.end())
        if left == _SPACE and text.startswith(("..", "…"), run.end()):
            right = _LETTER
        for match in patterns.mark.finditer(text, run.start(), run.end()):
            if match.start() in skip:
                continue
            family = _FAMILY[match.group()]
            if family == SINGLE:
                mark = _single(text, match.start(), run, left, right, words)
                if mark is not None:
                    marks.append(mark)
            else:
                marks.append(Mark(match.start(), match.end(), family, _double(match.group(), left, right), True))
    return marks


def _before_digit(text: str, run: re.Match[str]) -> bool:
    """Whether a run is one straight mark between a letter and a digit ("Cop\"6"): it stands for something else."""
    start, end = run.span()
    if text[start] != '"' or end != start + 1:
        return False
    return start > 0 and text[start - 1].isalnum() and text[end : end + 1].isdigit()


def _left(text: str, at: int) -> int:
    """What stands before an offset."""
    if at == 0 or text[at - 1].isspace():
        return _SPACE
    before = text[at - 1]
    if before in _DASHES:
        return _DASH
    if before in _STARTS:
        return _START
    return _STOP if before in _STOPS else _LETTER


def _right(text: str, at: int) -> int:
    """What stands behind an offset."""
    if at >= len(text) or text[at].isspace():
        return _SPACE
    after = text[at]
    if after in _DASHES:
        return _DASH
    return _STOP if after in _STOPS else _LETTER


def _facing(left: int, right: int) -> int:
    """Which way a mark without a shape of its own faces."""
    if left in (_SPACE, _START):
        return OPEN if right == _LETTER else EITHER
    if left == _DASH:
        return OPEN if right == _LETTER else CLOSE
    return EITHER if right == _LETTER else CLOSE


def _double(character: str, left: int, right: int) -> int:
    """Which way a mark that can't be an apostrophe faces. “ closes in German, ” opens in Swedish and by mistake."""
    facing = _facing(left, right)
    if character in ("„", "‟", "``", "‘‘"):
        return OPEN
    if character in ("“", "«", "‹"):
        return EITHER if facing == CLOSE else OPEN
    if character in ("”", "»", "›"):
        return EITHER if facing == OPEN else CLOSE
    return facing


def _single(text: str, at: int, run: re.Match[str], left: int, right: int, words: Words) -> Mark | None:
    """The mark at an offset, or None for an apostrophe."""
    facing = _facing(left, right)
    if left == right == _LETTER:
        return None
    if facing == OPEN or right == _LETTER:
        sure = _opens(text, at, run, words)
        if sure is None:
            return None
        return Mark(at, at + 1, SINGLE, facing, sure and facing == OPEN)
    if text[at] in "‚‛`":
        return None
    sure = facing == CLOSE and text[at] != "‘" and (at > run.start() or _closes(text, at, run.end(), words))
    return Mark(at, at + 1, SINGLE, CLOSE, sure)


def _opens(text: str, at: int, run: re.Match[str], words: Words) -> bool | None:
    """Whether a mark before a word opens a quotation: surely, perhaps (False), or not (None: 'tis, '90s)."""
    if at + 1 < run.end():
        return True
    if at > 0 and text[at - 1] == "-" and not text[at - 2 : at - 1].isspace():
        return False
    word = _WORD.match(text, at + 1)
    if word is None:
        return text[at] != "’"
    name = word.group().lower()
    if name in words.first_sure or (_YEAR.match(text, at + 1) and (name.endswith("s") or text[at] == "’")):
        return None
    if text[at] == "’":
        return None if name in words.first else False
    return not (name in words.first or text[at] == "`" or _YEAR.match(text, at + 1))


def _closes(text: str, at: int, end: int, words: Words) -> bool:
    """Whether a mark behind a word can only close a quotation: not "players’ bus", "goin’", "5’ tall"."""
    before = text[at - 1]
    if not before.isalnum():
        return True
    begin = at
    while begin and at - begin < 20 and text[begin - 1].isalnum():
        begin -= 1
    word = text[begin:at].lower()
    cut = before.isdigit() or before in "sSxXzZ" or word in words.last or (word.endswith("in") and len(word) > 3)
    if not cut or end >= len(text) or not text[end].isspace():
        return True
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return True
    return following.group(1).lower() in words.small or following.group(1) in words.said
