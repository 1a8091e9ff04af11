"""A pattern spelled out as a short list of sequences, and the whole words that each must contain.

A sequence alternates between text that is known (`str`), stretches of which only the width and the kinds of characters
are known (`Gap`), and marks for places where a word can't go on. Every match of the pattern is described by at least
one of its sequences. Alternatives, small classes and small repeats multiply; past a limit they become gaps.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from re import _constants as c
from typing import Any

from newslint.matching import charset, tree
from newslint.matching.folding import UNSURE, fold
from newslint.model.records import NamedTuple
from newslint.text.tokens import WORD

START_RANGE = 8  # places to try for a match around one word; more, and the whole text is searched
LIMIT = 64  # sequences by multiplication
BRANCH_LIMIT = 8000  # sequences by a plain list of alternatives
_CLASS_LIMIT = 8


class Gap(NamedTuple):
    """`low` to `high` characters (no limit: None); the kinds of the first, of the last and of all of them."""

    low: int
    high: int | None
    first: int
    last: int
    chars: int


LEFT, RIGHT = 1, 2  # marks: no word character stands before, after this place
BOTH = LEFT | RIGHT  # \b: beside a word character it is whichever of the two is wanted

Sequence = tuple[str | Gap | int, ...]


WHOLE, PREFIX, SUFFIX = range(3)


class Around(NamedTuple):
    """What must stand around a word: `left`, `right` adjoin it and are no part of a word (ASCII); the next word begins
    and ends with `begins` and `ends`. `back`: so many words before, with no other between, stands one `back_low` to
    `back_high` characters from the match's start (0: none is known)."""

    left: str = ""
    right: str = ""
    begins: str = ""
    ends: str = ""
    back: int = 0
    back_low: int = 0
    back_high: int = 0

    def common(self, other: Around) -> Around:
        """What holds of both."""
        if self == other:
            return self
        left, right, begins, ends = (a if a == b else "" for a, b in zip(self[:4], other[:4], strict=True))
        back = self[4:] if self[4:] == other[4:] else (0, 0, 0)
        return Around(left, right, begins, ends, *back)


UNKNOWN = Around()


class Token(NamedTuple):
    """A word that stands in every match of a sequence, `low` to `high` characters from the match's start; `part`: the
    word is WHOLE, or this is its PREFIX, its SUFFIX; `before` and `after` are the whole words next to a whole word,
    where only they can stand there ("" otherwise). `run`: the kinds of characters of the gaps that the sequence begins
    with (0 for none), which end `near_low` to `near_high` characters before the word."""

    text: str
    low: int
    high: int | None
    before: str = ""
    after: str = ""
    part: int = WHOLE
    run: int = 0
    near_low: int = 0
    near_high: int | None = 0
    around: Around = UNKNOWN

    def folded(self) -> Token:
        """The same with its words folded."""
        around = self.around
        if around.begins or around.ends:
            around = around._replace(begins=fold(around.begins), ends=fold(around.ends))
        before, after = self.before and fold(self.before), self.after and fold(self.after)
        return Token(fold(self.text), self.low, self.high, before, after, *self[5:9], around)


def expand(items: tree.Items, flags: int, state: Any, from_right: bool = False) -> list[Sequence]:
    """The sequences of a tree's items. Where they would be too many, the first items are kept spelled out and the later
    ones become gaps; with `from_right` the other way round."""
    result: list[Sequence] = [()]
    ignore_case = flags & tree.IGNORECASE
    items = tree.listed(items)
    i = 0
    while i < len(items):
        op, av = items[-1 - i] if from_right else items[i]
        i += 1
        if op is c.LITERAL and not (ignore_case and chr(av) in UNSURE):
            known = chr(av)
            while i < len(items):
                op, av = items[-1 - i] if from_right else items[i]
                if op is not c.LITERAL or (ignore_case and chr(av) in UNSURE):
                    break
                known = chr(av) + known if from_right else known + chr(av)
                i += 1
            result = [_join((known,), a) if from_right else _join(a, (known,)) for a in result]
            continue
        options = _options(op, av, flags, state, from_right)
        many = len(options) * len(result)
        if many > (LIMIT if len(options) > 1 and len(result) > 1 else BRANCH_LIMIT):
            options = [(_gap([(op, av)], flags, state),)]
        if from_right:
            result = [_join(b, a) for a in result for b in options]
        else:
            result = [_join(a, b) for a in result for b in options]
    return result


def _join(a: Sequence, b: Sequence) -> Sequence:
    if a and b:
        last, first = a[-1], b[0]
        if isinstance(last, str) and isinstance(first, str):
            return (*a[:-1], last + first, *b[1:])
    return a + b


def _gap(items: tree.Items, flags: int, state: Any, low: int = 1, high: int | None = 1) -> Gap:
    """The items, `low` to `high` times over, as a gap."""
    least, most = tree.width(items, state)
    first, last = tree.edge(items, flags)[0], tree.edge(items, flags, last=True)[0]
    top = 0 if most == 0 else None if most is None or high is None else most * high
    return Gap(least * low, top, first, last, tree.alphabet(items, flags))


def _options(op: Any, av: Any, flags: int, state: Any, from_right: bool) -> list[Sequence]:
    chars = tree.one_set(op, av, flags)
    if chars is not None:
        found = _letters(op, av, bool(flags & tree.IGNORECASE))
        return [(char,) for char in found] if found else [(Gap(1, 1, chars[0], chars[0], chars[0]),)]
    if op is c.SUBPATTERN:
        return expand(av[3], tree.inner_flags(flags, av), state, from_right)
    if op is c.ATOMIC_GROUP:
        return expand(av, flags, state, from_right)
    if op is c.AT:
        return _at(av, flags)
    if op in tree.ASSERTIONS:
        mark = _asserted(op, av, flags, state)
        return [(mark,)] if mark else [()]
    if op in tree.REPEATS:
        return _repeat(av, flags, state, from_right)
    if op in (c.BRANCH, c.GROUPREF_EXISTS):
        return [seq for body in tree.bodies(op, av) for seq in expand(body, flags, state, from_right)]
    return [(Gap(0, None, charset.ALL, charset.ALL, charset.ALL),)]


def _letters(op: Any, av: Any, ignore_case: bool) -> list[str]:
    """The characters of a literal or a small class; none for other items, or where case makes them doubtful."""
    if op is c.LITERAL:
        chars = [chr(av)]
    elif op is c.IN:
        chars = []
        for kind, value in av:
            if kind is c.LITERAL:
                chars.append(chr(value))
            elif kind is c.RANGE and value[1] - value[0] < _CLASS_LIMIT:
                chars += map(chr, range(value[0], value[1] + 1))
            else:
                return []
    else:
        return []
    if ignore_case:
        if any(char in UNSURE for char in chars):
            return []
        chars = list({fold(char): char for char in chars}.values())
    return chars if len(chars) <= _CLASS_LIMIT else []


def _at(kind: Any, flags: int) -> list[Sequence]:
    if kind in (c.AT_BEGINNING, c.AT_BEGINNING_STRING):
        return [(LEFT,)]
    if kind in (c.AT_END, c.AT_END_STRING):
        return [(RIGHT,)]
    if kind is c.AT_BOUNDARY and not flags & tree.ASCII:
        return [(BOTH,)]
    return [()]


def _asserted(op: Any, av: Any, flags: int, state: Any) -> int:
    """What a look-around says about the word's edge here: LEFT, RIGHT or 0."""
    behind, body = av[0] < 0, tree.listed(av[1])
    if op is c.ASSERT:
        seqs = expand(body, flags, state)
        if behind:
            return LEFT if all(free_before(seq, len(seq)) for seq in seqs) else 0
        return RIGHT if all(free_after(seq, -1) for seq in seqs) else 0
    choices = list(map(tree.listed, body[0][1][1])) if len(body) == 1 and body[0][0] is c.BRANCH else [body]
    for choice in choices:
        chars = tree.single(choice, flags)
        if chars is not None and charset.WORD & ~chars[1] == 0:
            return LEFT if behind else RIGHT
    return 0


def _repeat(av: Any, flags: int, state: Any, from_right: bool) -> list[Sequence]:
    low, high, body = int(av[0]), int(av[1]), tree.listed(av[2])
    if high == 0:
        return [()]
    limit = None if high >= tree.ENDLESS else high
    if tree.single(body, flags) is not None and isinstance(_first(expand(body, flags, state)), Gap):
        return [(_gap(body, flags, state, low, limit),)]
    once = expand(body, flags, state, from_right)
    if (low, high) == (0, 1):
        return [(), *once]
    if limit is not None and high <= 4 and sum(len(once) ** n for n in range(low, high + 1)) <= 32:
        return [_chain(choice) for n in range(low, high + 1) for choice in product(once, repeat=n)]
    if low == 0:
        return [(_gap(body, flags, state, 0, limit),)]
    rest = _gap(body, flags, state, low - 1, None if limit is None else limit - 1)
    if from_right:
        return [_join((rest,), seq) for seq in once]
    return [_join(seq, (rest,)) for seq in once]


def _first(seqs: list[Sequence]) -> str | Gap | int | None:
    return seqs[0][0] if seqs and seqs[0] else None


def _chain(parts: tuple[Sequence, ...]) -> Sequence:
    result: Sequence = ()
    for part in parts:
        result = _join(result, part)
    return result


def is_word(char: str) -> bool:
    """Part of a word, as \\w sees it."""
    return char.isalnum() or char == "_"


def free_before(seq: Sequence, i: int) -> bool:
    """No word character can stand directly before a word character that element i begins with."""
    for element in reversed(seq[:i]):
        if isinstance(element, str):
            return not is_word(element[-1])
        if isinstance(element, Gap):
            if element.last & charset.WORD:
                return False
            if element.low:
                return True
        elif element & LEFT:
            return True
    return False


def free_after(seq: Sequence, i: int) -> bool:
    """No word character can stand directly after a word character that element i ends with."""
    for element in seq[i + 1 :]:
        if isinstance(element, str):
            return not is_word(element[0])
        if isinstance(element, Gap):
            if element.first & charset.WORD:
                return False
            if element.low:
                return True
        elif element & RIGHT:
            return True
    return False


@lru_cache(4096)
def _words_in(text: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a text and where they start and end. Many sequences have one text."""
    return tuple([(word.group(), *word.span()) for word in WORD.finditer(text)])


@lru_cache(4096)
def _marks(text: str) -> str:
    """The end of a text, as far back as there are but ASCII characters that are no part of a word."""
    at = len(text)
    while at and text[at - 1].isascii() and not is_word(text[at - 1]):
        at -= 1
    return text[at:]


def _following(seq: Sequence, i: int, end: int) -> tuple[str, str]:
    """What the next word must begin and end with, behind one that ends at a place of element i."""
    begins, inside = "", False
    for k in range(i, len(seq)):
        element = seq[k]
        if isinstance(element, str):
            text = element[end:] if k == i else element
            word = WORD.match(text) if inside else WORD.search(text)
            if word is None:
                if inside:
                    break
                continue
            if not inside:
                begins, inside = word.group(), True
            if word.end() < len(text) or free_after(seq, k):
                return begins, word.group()
        elif isinstance(element, Gap):
            if not inside and not element.chars & charset.WORD:
                continue
            if element.chars & ~charset.WORD:
                break
            inside = True
        elif inside:
            break
    return begins, ""


def tokens_of(seq: Sequence) -> list[Token]:
    """The words, prefixes and suffixes of words that stand in every match of the sequence, in order."""
    found: list[list[Any]] = []
    run, run_low, known = 0, 0, False
    low, high, near_high = 0, 0, 0
    endless = far = linked = False
    back = (0, 0, 0)
    for i, element in enumerate(seq):
        if isinstance(element, str):
            behind = 0
            for word, start, end in _words_in(element):
                begins = start > 0 or free_before(seq, i)
                ends = end < len(element) or free_after(seq, i)
                whole = begins and ends
                if whole and linked:
                    found[-1][4] = word
                if not (begins and linked):
                    back = (0, 0, 0)
                if begins or ends:
                    before = found[-1][0] if whole and linked else ""
                    part = WHOLE if whole else PREFIX if begins else SUFFIX
                    places = low + start, None if endless else high + start
                    near = low - run_low + start, None if far else near_high + start
                    sides = _marks(element[behind:start]), _marks(element[end:][::-1])[::-1]
                    following = _following(seq, i, end) if ends else ("", "")
                    found.append([word, *places, before, "", part, run, *near, Around(*sides, *following, *back)])
                if whole and not endless and high - low <= START_RANGE:
                    back = (1, low + start, high + start)
                elif whole and back[0]:
                    back = (back[0] + 1, *back[1:])
                else:
                    back = (0, 0, 0)
                linked = whole
                behind = end
            known = True
            low += len(element)
            high += len(element)
            near_high += len(element)
        elif isinstance(element, Gap):
            if element.chars & charset.WORD:
                linked = False
            low += element.low
            if not known:
                run |= element.chars
                run_low = low
            elif element.high is None:
                far = True
            else:
                near_high += element.high
            if element.high is None:
                endless = True
            else:
                high += element.high
    return [Token(*one) for one in found]
