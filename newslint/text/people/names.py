"""Capitalised words of a block, joined into names, with the titles before them."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from newslint.text.people.model import Title
from newslint.text.people.words import TitleEntry, Words, phrase_key
from newslint.text.tokens import Tokens

HYPHENS = frozenset("-\u2010\u2011")
APOSTROPHES = frozenset("'’ʼ‘`´")
QUOTES = frozenset("\"“”'‘’«»")
_ENDINGS = frozenset(("s", "S", "d", "ll", "re", "ve", "m", "t"))
_LONGEST_TITLE = 4


class Unit(NamedTuple):
    """A capitalised word, joined by hyphens and apostrophes ("O'Neill", "Smith-Jones", "al-Assad").

    `end` is before, `stop` behind a possessive ending; first, last are its tokens. `prefix`: a lower-case word is
    joined in front ("anti-Trump").
    """

    text: str
    start: int
    end: int
    stop: int
    first: int
    last: int
    prefix: bool = False

    @property
    def possessive(self) -> bool:
        """Whether 's or s' follows."""
        return self.stop > self.end


class Run(NamedTuple):
    """Units that stand as one name, with the titles before it. Particles between units are not units, but inside."""

    titles: tuple[Title, ...]
    units: list[Unit]
    start: int


def fold(surname: str) -> str:
    """A surname as it is compared: its last word, folded, one form of apostrophe and hyphen, no article."""
    word = surname.rsplit(" ", 1)[-1].casefold()
    if word.isascii() and "`" not in word:
        return word
    for mark in APOSTROPHES - {"'"}:
        word = word.replace(mark, "'")
    for mark in HYPHENS - {"-"}:
        word = word.replace(mark, "-")
    return unicodedata.normalize("NFC", word)


def surname_key(unit: Unit, words: Words) -> str:
    """The key of a unit; "al-Assad" and "Assad" have the same."""
    key = fold(unit.text)
    head, hyphen, tail = key.partition("-")
    return tail if hyphen and head in words.articles else key


def is_gap(gap: str) -> bool:
    """Whether two words stand in one phrase: nothing but spaces between them."""
    return gap.isspace()


class Scanner:
    """Finds the runs of one block."""

    __slots__ = ("at", "ends", "text", "tokens", "words")

    def __init__(self, text: str, tokens: Tokens, words: Words) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self.ends = [s + len(t) for s, t in zip(tokens.starts, tokens.texts, strict=True)]

    def gap(self, i: int) -> str:
        """What stands between token i and the next; any spaces as one."""
        start, end = self.ends[i], self.tokens.starts[i + 1]
        if end == start + 1 and self.text[start] == " ":
            return " "
        gap = self.text[start:end].replace("\u00a0", " ")
        return gap if len(gap) == 1 else " " if gap.isspace() else ". " if gap[:1] == "." and gap[1:].isspace() else gap

    def unit(self, i: int) -> Unit:
        """The unit that begins with the capitalised token i."""
        texts, starts, text = self.tokens.texts, self.tokens.starts, self.text
        first, last, prefix = i, i, False
        start = starts[i]
        if i and self.gap(i - 1) in HYPHENS and texts[i - 1].islower():
            if texts[i - 1] in self.words.joined:
                first, start = i - 1, starts[i - 1]
            else:
                prefix = True
        end = stop = self.ends[i]
        while last + 1 < len(texts):
            gap, following = self.gap(last), texts[last + 1]
            if gap in APOSTROPHES:
                if following in _ENDINGS:
                    stop = self.ends[last + 1] if following in ("s", "S") else stop
                    break
                if len(following) < 2:
                    break
            elif not (gap in HYPHENS or (gap and all(map(unicodedata.combining, gap)))):
                break
            last += 1
            end = stop = self.ends[last]
        if last + 1 == len(texts) or self.gap(last) not in HYPHENS:
            while end < len(text) and unicodedata.combining(text[end]):
                end = stop = end + 1
        if stop == end and text[end - 1] == "s" and text[end + 1 : end + 2] == " " and text[end] in APOSTROPHES:
            stop = end + 1
        return Unit(text[start:end], start, end, stop, first, last, prefix)

    def title_ending(self, j: int) -> tuple[int, TitleEntry] | None:
        """The longest title whose last token is j: its first token and entry."""
        words, texts = self.words, self.tokens.texts
        longest = words.title_ends.get(texts[j].lower(), 0)
        found = None
        for i in range(j, max(-1, j - min(longest, _LONGEST_TITLE)), -1):
            if i < j and self.gap(i) not in (" ", "-", ". "):
                break
            entry = words.titles.get(phrase_key(self.text[self.tokens.starts[i] : self.ends[j]]))
            if entry and not (entry.needs_capital and not texts[i][0].isupper()):
                found = i, entry
        return found

    def leads_to_name(self, j: int, depth: int = 0) -> bool:
        """Whether the title that ends at token j is followed by a name or another title."""
        texts = self.tokens.texts
        if j + 1 >= len(texts) or not self._touches(j):
            return False
        following = texts[j + 1]
        if following[0].isupper():
            return following not in self.words.suffixes and following not in self.words.days
        if following in self.words.particles or (following in self.words.joined and self.gap(j + 1) in HYPHENS):
            return j + 2 < len(texts) and (texts[j + 2][0].isupper() or texts[j + 2] in self.words.particles)
        return depth < _LONGEST_TITLE and self.title_ending(j + 1) is not None and self.leads_to_name(j + 1, depth + 1)

    def _touches(self, j: int) -> bool:
        """Whether a title that ends at token j stands right before the next token: with a full stop, if it is short."""
        gap = self.gap(j)
        return gap == " " or (gap in (". ", ".") and self.tokens.texts[j] in self.words.stopped)

    def titles_before(self, i: int) -> tuple[Title, ...]:
        """The titles that stand right before token i, in reading order."""
        found: list[Title] = []
        while i > 0 and len(found) < _LONGEST_TITLE:
            gap = self.gap(i - 1)
            match = self.title_ending(i - 1) if self._touches(i - 1) else None
            if match is None:
                break
            first, entry = match
            start, end = self.tokens.starts[first], self.ends[i - 1] + (gap[0] == ".")
            found.append(Title(self.text[start:end], start, end, entry.kind, entry.entry, entry.gender, entry.plural))
            i = first
        return tuple(reversed(found))

    def runs(self) -> list[Run]:
        """All runs of the block, in reading order."""
        texts, words = self.tokens.texts, self.words
        out: list[Run] = []
        units: list[Unit] = []
        done = titled = -1
        for i, token in enumerate(texts):
            if i <= done or not token[0].isupper():
                continue
            if units and not self._joins(units[-1], i):
                self._close(units, out)
                units = []
            # Most capitals only open a sentence.
            if not units and i != titled + 1 and token.lower() in words.openers:
                continue
            # A title followed by a name is no part of the name; "John Major said" and "Billie Jean King" are names.
            phrase = self._title_from(i)
            if phrase is not None and not (units and units[-1].text in words.given and phrase == i):
                self._close(units, out)
                units, done = [], phrase
                titled = phrase
                continue
            unit = self.unit(i)
            done = unit.last
            if token in words.days:
                self._close(units, out)
                units = []
                continue
            units.append(unit)
        self._close(units, out)
        return out

    def _title_from(self, i: int) -> int | None:
        """The last token of the longest title that begins at token i and leads to a name, or None."""
        if self.tokens.texts[i].lower() not in self.words.title_starts:
            return None
        for j in range(min(i + _LONGEST_TITLE, len(self.tokens.texts)) - 1, i - 1, -1):
            if self.tokens.texts[j].lower() in self.words.title_ends and self.leads_to_name(j):
                match = self.title_ending(j)
                if match is not None and match[0] <= i:
                    return j
        return None

    def _joins(self, unit: Unit, i: int) -> bool:
        """Whether the unit that begins at token i goes on with the name that `unit` is in."""
        if unit.possessive:
            return False
        j = unit.last
        between = i - j - 1
        if i > j + 1 and self.gap(i - 1) in HYPHENS and self.tokens.texts[i - 1] in self.words.joined:
            between -= 1
        if between > 3 or any(self.tokens.texts[k] not in self.words.particles for k in range(j + 1, j + 1 + between)):
            return False
        if any(not is_gap(self.gap(k)) for k in range(j + 1, j + 1 + between)):
            return False
        gap = self.gap(j)
        if is_gap(gap):
            return True
        if gap[-1:] in QUOTES or gap[:1] in QUOTES:
            return self._nickname(unit, i, gap)
        return gap in (". ", ".") and len(unit.text) == 1

    def _nickname(self, unit: Unit, i: int, gap: str) -> bool:
        """Whether a quoted word stands between given name and surname: Marion "Sonny" Vale."""
        if len(gap) != 2 or not (gap[0] == " ") ^ (gap[1] == " "):
            return False
        if gap[0] == " ":
            after = self.gap(i) if i + 1 < len(self.tokens) else ""
            return len(after) == 2 and after[0] in QUOTES and after[1] == " " and self.tokens.texts[i + 1][0].isupper()
        before = self.gap(unit.first - 1) if unit.first else ""
        return len(before) == 2 and before[0] == " " and before[1] in QUOTES

    def _close(self, units: list[Unit], out: list[Run]) -> None:
        if not units:
            return
        first, texts = units[0].first, self.tokens.texts
        # "de Villepin": particles before the first unit belong to the name.
        while first and is_gap(self.gap(first - 1)) and texts[first - 1] in self.words.particles:
            first -= 1
        start = min(units[0].start, self.tokens.starts[first])
        out.append(Run(self.titles_before(first), list(units), start))
