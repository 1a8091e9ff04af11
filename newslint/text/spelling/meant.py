"""What a word was meant to be: known words that are one slip of the fingers or of the ear away from it.

Damerau (Communications of the ACM 7, 1964, 3) found four in five misspellings to be one letter wrong, missing or too
many, or two neighbours turned. Which of these is likely follows Kernighan, Church and Gale (COLING 1990): by the keys
and sounds of the letters, and how common the word is.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from newslint.model.records import NamedTuple
from newslint.text.lexicon import Lexicon
from newslint.text.spelling import LETTERS
from newslint.text.spelling.dictionary import Dictionary

TURNED, DOUBLED, DROPPED, STRUCK, ALIKE, OTHER = 2, 2, 3, 3, 3, 6
"""Costs of slips: two letters turned; a letter doubled or two made one; a letter left out; a neighbouring key hit
beside the right one or for it; a letter that sounds alike in its place; any other letter too many."""
STAMMER = 4
"""Cost of two letters typed again, or once for twice: "positition", "accessibity"."""
ASTRAY = 4
"""Cost of two letters turned with one between them: "revelant"."""
SHAPE = 3
"""Cost of letters that look alike for others, as a scanner takes them: "govemment"."""
FIRST = 3
"""Cost of the first letter being wrong, which is rare (Yannakoudakis and Fawthrop, 1983), on top."""

_LAST = 1 << 30
"""Rank of a word that is not among the common ones."""
LONG = 8
"""Letters of a word that may have two slips in it and still be known for what it is."""
_SHORT = 4
"""Letters of a word whose last one says as little as any."""
_LONGEST = 14
"""Letters of a word that two letters are put into: there are a hundred thousand ways."""


class Slip(NamedTuple):
    """A word that may have been meant, and how unlikely the slip is: 2 or more."""

    word: str
    cost: int


def meant(
    word: str,
    dictionary: Dictionary,
    rarity: Callable[[str], int | None],
    lexicon: Lexicon,
    *,
    two: bool = True,
    missing: bool = True,
) -> list[Slip]:
    """The words of a dictionary that a word in lower case may have been meant for, the likeliest first.

    rarity: what is added to the cost of a word for being rare, None where it does not count. two: also look for two
    slips in a long word; that takes several times as long. missing: also where two letters are left out, which takes a
    hundred times as long.
    """
    found: dict[str, int] = {}
    is_word, next_of = dictionary.finder(), cache(dictionary.following)
    _gather(slips(word, lexicon, next_of), is_word, rarity, found)
    if two and len(word) >= LONG:
        _gather(stammers(word, next_of), is_word, rarity, found)
        if not found:
            _gather(pairs(word, lexicon, next_of), is_word, rarity, found)
    if not found and two:
        _gather(rarer(word, lexicon, next_of, missing=missing), is_word, rarity, found)
    return _ranked(word, found, lexicon)


def meant_among(word: str, words: Container[str], lexicon: Lexicon) -> list[Slip]:
    """Which of some words a word in lower case may have been meant for by one slip, the likeliest first."""
    found: dict[str, int] = {}
    for other, cost in slips(word, lexicon):
        if other in words and cost < found.get(other, cost + 1):
            found[other] = cost
    return _ranked(word, found, lexicon)


def _ranked(word: str, found: dict[str, int], lexicon: Lexicon) -> list[Slip]:
    """Of words that are as likely those come first that end as the word does, that are common, and that are longer: a
    letter is rather lost than taken for another."""
    if len(found) < 2:
        return [Slip(w, cost) for w, cost in found.items()]
    ranks: dict[str, int] | None = lexicon.cache.get("ranks")
    if ranks is None:
        ranks = lexicon.cache["ranks"] = {w: i for i, w in enumerate(lexicon["common-words"])}
    known = ranks

    def order(s: Slip) -> tuple[int, bool, bool, int, int, str]:
        rank = known.get(s.word, _LAST)
        turns = len(word) > _SHORT and s.word[-1] != word[-1]
        return s.cost, turns, rank == _LAST, -len(s.word), rank, s.word

    return sorted((Slip(w, cost) for w, cost in found.items()), key=order)


def _gather(
    made: Iterable[tuple[str, int]],
    is_word: Callable[[str], bool],
    rarity: Callable[[str], int | None],
    found: dict[str, int],
) -> None:
    """Add those of the texts made that are words."""
    for word, cost in made:
        if is_word(word):
            more = rarity(word)
            if more is not None and cost + more < found.get(word, cost + more + 1):
                found[word] = cost + more


Next = Callable[[str], AbstractSet[str]]
"""By a beginning what may come next in the words worth finding, "" for their end. What none goes on with is left."""

_SMALL = frozenset(LETTERS)
_ANY = frozenset(("", *LETTERS))


def _any(beginning: str) -> AbstractSet[str]:
    return _ANY


def slips(word: str, lexicon: Lexicon, next_of: Next = _any) -> Iterator[tuple[str, int]]:
    """All texts of lower-case letters that a slip may have made the word of; some come twice. Most are no words."""
    near = _near(lexicon)
    for i in range(len(word)):
        first = FIRST if i == 0 else 0
        before, letter, behind = word[:i], word[i], word[i + 1 :]
        last = before[-1:]
        following = next_of(before)
        if not following:
            return
        if behind and behind[0] != letter and behind[0] in following:
            yield (f"{before}{behind[0]}{letter}{behind[1:]}", TURNED + first)
        if letter != last and behind[:1] in following:
            # Of two equal letters the first is taken out.
            beside = near.keys[letter]
            doubled = behind[:1] == letter
            struck = behind[:1] in beside or last in beside
            if i or behind:
                # A last letter is seldom too many: "coverd" is "covered".
                last_one = 0 if behind or letter == last else 1
                yield (before + behind, (DOUBLED if doubled else STRUCK if struck else OTHER) + first + last_one)
        for other in _SMALL & following:
            if other != letter:
                # What is put in before an equal letter is the same as behind it, and comes there.
                cost = DOUBLED if other == last else DROPPED
                yield (f"{before}{other}{letter}{behind}", cost + first)
        for other in near.keys[letter] & following:
            yield (before + other + behind, STRUCK + first)
        for other in (near.sounds[letter] - near.keys[letter]) & following:
            yield (before + other + behind, ALIKE + first)
    for other in _SMALL & next_of(word):
        yield (word + other, DOUBLED if other == word[-1:] else DROPPED)


def stammers(word: str, next_of: Next = _any) -> Iterator[tuple[str, int]]:
    """The same for two letters typed once more than is right, or once less."""
    for i in range(1, len(word) - 1):
        letter = word[i]
        if not next_of(word[:i]):
            return
        if word[i : i + 2] in (word[i + 2 : i + 4], word[i - 2 : i]):
            yield (word[:i] + word[i + 2 :], STAMMER)
        if i < len(word) - 2 and letter == word[i + 2]:
            yield (word[:i] + word[i + 2 :], STAMMER)
        for other in _SMALL & next_of(word[: i + 1]):
            yield (f"{word[:i]}{letter}{other}{word[i:]}", STAMMER)


def rarer(word: str, lexicon: Lexicon, next_of: Next = _any, *, missing: bool = True) -> Iterator[tuple[str, int]]:
    """The same for what is less likely: a letter for any other, letters that look alike, letters turned over one
    between them; in a long word two letters left out, or too many, or one of these with one of the commonest slips."""
    for i in range(1, len(word)):
        before, letter, behind = word[:i], word[i], word[i + 1 :]
        following = next_of(before)
        if not following:
            break
        for other in _SMALL & following:
            if other != letter:
                yield (before + other + behind, OTHER)
        if len(behind) > 1 and behind[1] != letter:
            yield (f"{before}{behind[1]}{behind[0]}{letter}{behind[2:]}", ASTRAY)
    shapes = lexicon["shapes-alike"]
    for shape in shapes:
        other = shapes.get(shape, "for")
        for one, two in ((shape, other), (other, shape)):
            at = word.find(one)
            while at >= 0:
                yield (word[:at] + two + word[at + len(one) :], SHAPE)
                at = word.find(one, at + 1)
    if LONG <= len(word) <= _LONGEST:
        for i in range(1, len(word)):
            rest = word[:i] + word[i + 1 :]
            for second, more in _common(rest, lexicon, next_of):
                yield (second, STRUCK + more)
            for j in range(i, len(rest)):
                if not next_of(rest[:j]):
                    break
                yield (rest[:j] + rest[j + 1 :], STRUCK + STRUCK)
            for other in LETTERS if missing else ():
                more_letters = word[:i] + other + word[i:]
                for second, more in _common(more_letters, lexicon, next_of):
                    yield (second, DROPPED + more)
                for j in range(i + 1, len(more_letters)):
                    following = next_of(more_letters[:j])
                    if not following:
                        break
                    for another in _SMALL & following:
                        yield (more_letters[:j] + another + more_letters[j:], DROPPED + DROPPED)


def pairs(word: str, lexicon: Lexicon, next_of: Next = _any) -> Iterator[tuple[str, int]]:
    """The same for two slips of the commonest kinds at once: letters turned, doubled, or mistaken by ear."""
    for first, cost in _common(word, lexicon):
        for second, more in _common(first, lexicon, next_of):
            yield (second, cost + more)


def _common(word: str, lexicon: Lexicon, next_of: Next = _any) -> Iterator[tuple[str, int]]:
    sounds = _near(lexicon).sounds
    for i in range(1, len(word)):
        before, letter, behind = word[:i], word[i], word[i + 1 :]
        following = next_of(before)
        if not following:
            return
        if behind and behind[0] != letter and behind[0] in following:
            yield (f"{before}{behind[0]}{letter}{behind[1:]}", TURNED)
        if before[-1] != letter:
            if letter in following:
                yield (before + letter + letter + behind, DOUBLED)
        elif behind[:1] in following:
            yield (before + behind, DOUBLED)
        for other in sounds[letter] & following:
            yield (before + other + behind, ALIKE)


class _Near(NamedTuple):
    keys: dict[str, frozenset[str]]
    sounds: dict[str, frozenset[str]]


def _near(lexicon: Lexicon) -> _Near:
    """The neighbours of each letter, by the word lists."""
    found: _Near | None = lexicon.cache.get("letters")
    if found is None:
        keys: dict[str, set[str]] = {c: set() for c in LETTERS}
        layouts = lexicon["letter-keys"]
        for layout in layouts:
            rows = layouts.get(layout, "keys").split()
            for y, row in enumerate(rows):
                for x, letter in enumerate(row):
                    around = row[max(0, x - 1) : x + 2]
                    # Each row stands half a key to the right of the one above.
                    above = rows[y - 1][x : x + 2] if y else ""
                    below = rows[y + 1][max(0, x - 1) : x + 1] if y + 1 < len(rows) else ""
                    keys.setdefault(letter, set()).update(set(around + above + below) - {letter})
        sounds: dict[str, set[str]] = {c: set() for c in LETTERS}
        for group in lexicon["letters-alike"]:
            for letter in group:
                sounds.setdefault(letter, set()).update(set(group) - {letter})
        found = _Near(_frozen(keys), _frozen(sounds))
        lexicon.cache["letters"] = found
    return found


def _frozen(near: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {letter: frozenset(others) for letter, others in near.items()}
