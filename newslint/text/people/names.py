"""Capitalised words of a block, joined into names, with the titles before them."""

from __future__ import annotations

import unicodedata

from newslint.model.records import NamedTuple
from newslint.text.people.model import Title
from newslint.text.people.words import TitleEntry, Words
from newslint.text.tokens import Tokens

HYPHENS = frozenset("-\u2010\u2011")
APOSTROPHES = frozenset("'’ʼ‘`´")
QUOTES = frozenset("\"“”'‘’«»")
_ENDINGS = frozenset(("s", "S", "d", "ll", "re", "ve", "m", "t"))
_LONGEST_TITLE = 4
_JOINING = frozenset("'`-")
"""ASCII marks that may join a word to the next."""
_PARTING = frozenset("”“–—…\u00a0«»")
"""Common marks beyond ASCII that never do."""


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


Rest = tuple[list[int], list[str]]
"""Most of a text's capitals: no title before them and no given name among them, so that they name nobody by themselves.
The tokens that units begin with and the units' keys ("" for one of several parts); what else there is to know is worked
out for the few that turn out to bear somebody's surname."""


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

    __slots__ = ("capitals", "lowered", "starts", "text", "tokens", "words")

    def __init__(self, text: str, tokens: Tokens, lowered: list[str], capitals: list[int], words: Words) -> None:
        """`lowered`: the tokens' texts in lower case. `capitals`: the numbers of those that begin with a capital."""
        self.text = text
        self.capitals = capitals
        self.tokens = tokens
        self.lowered = lowered
        self.words = words
        self.starts = tokens.starts

    def gap(self, i: int) -> str:
        """What stands between token i and the next; any spaces as one."""
        start, end = self.starts[i] + len(self.tokens.texts[i]), self.starts[i + 1]
        if end == start + 1 and self.text[start] == " ":
            return " "
        gap = self.text[start:end].replace("\u00a0", " ")
        return gap if len(gap) == 1 else " " if gap.isspace() else ". " if gap[:1] == "." and gap[1:].isspace() else gap

    def unit(self, i: int) -> Unit:
        """The unit that begins with the capitalised token i."""
        texts, starts, text = self.tokens.texts, self.starts, self.text
        start = starts[i]
        end = start + len(texts[i])
        unhyphened = not start or text[start - 1] not in HYPHENS
        if unhyphened:
            mark = text[end : end + 1]
            if (mark < "\x80" and mark not in _JOINING) or mark in _PARTING:
                return Unit(texts[i], start, end, end, i, i)
            if mark in APOSTROPHES and text[end + 1 : end + 3] == "s ":
                return Unit(texts[i], start, end, end + 2, i, i)
        first, last, prefix = i, i, False
        if i and not unhyphened and self.gap(i - 1) in HYPHENS and texts[i - 1].islower():
            if texts[i - 1] in self.words.joined:
                first, start = i - 1, starts[i - 1]
            else:
                prefix = True
        stop = end
        while last + 1 < len(texts):
            gap, following = self.gap(last), texts[last + 1]
            if gap in APOSTROPHES:
                if following in _ENDINGS:
                    stop = self.tokens.end(last + 1) if following in ("s", "S") else stop
                    break
                if len(following) < 2:
                    break
            elif not (gap in HYPHENS or (gap and all(map(unicodedata.combining, gap)))):
                break
            last += 1
            end = stop = self.tokens.end(last)
        if last + 1 == len(texts) or self.gap(last) not in HYPHENS:
            while end < len(text) and unicodedata.combining(text[end]):
                end = stop = end + 1
        if stop == end and text[end - 1] == "s" and text[end + 1 : end + 2] == " " and text[end] in APOSTROPHES:
            stop = end + 1
        return Unit(text[start:end], start, end, stop, first, last, prefix)

    def title_ending(self, j: int) -> tuple[int, TitleEntry] | None:
        """The longest title whose last token is j: its first token and entry."""
        words, texts = self.words, self.tokens.texts
        phrase = self.lowered[j]
        longest = words.title_ends.get(phrase, 0)
        found = None
        for i in range(j, max(-1, j - min(longest, _LONGEST_TITLE)), -1):
            if i < j:
                if self.gap(i) not in (" ", "-", ". "):
                    break
                phrase = f"{self.lowered[i]} {phrase}"
            entry = words.titles.get(phrase)
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
        if not i or self.lowered[i - 1] not in self.words.title_ends:
            return ()
        found: list[Title] = []
        while i > 0 and len(found) < _LONGEST_TITLE:
            match = self.title_ending(i - 1) if self._touches(i - 1) else None
            if match is None:
                break
            first, entry = match
            start, end = self.starts[first], self.tokens.end(i - 1) + (self.gap(i - 1)[0] == ".")
            found.append(Title(self.text[start:end], start, end, entry.kind, entry.entry, entry.gender, entry.plural))
            i = first
        return tuple(reversed(found))

    def runs(self) -> tuple[list[Run], list[Rest]]:
        """The runs that may name somebody, and the others, both in reading order."""
        texts, words, starts, text = self.tokens.texts, self.words, self.starts, self.text
        lowered = self.lowered
        openers, title_starts, title_ends = words.openers, words.title_starts, words.title_ends
        joined, known, days = words.joined, words.known, words.days
        out: list[Run] = []
        rest: list[Rest] = []
        units: list[int] = []
        keys: list[str] = []
        done = titled = last = behind = -1
        named = owned = False
        for i in self.capitals:
            if i <= done:
                continue
            token, start, low = texts[i], starts[i], lowered[i]
            if units:
                if i > last + 1:
                    joins = texts[last + 1] in joined and self._joins(units[-1], last, owned, i)
                else:
                    joins = (text[behind:start] == " " and not owned) or self._joins(units[-1], last, owned, i)
                if not joins:
                    if named:
                        self._close(units, out, rest)
                    else:
                        rest.append((units, keys))
                    units = []
            if not units:
                # Most capitals only open a sentence.
                if low in openers and i != titled + 1:
                    continue
                keys, named = [], bool(i) and (texts[i - 1] in joined or lowered[i - 1] in title_ends)
            # A title followed by a name is no part of the name; "John Major said" and "Billie Jean King" are names.
            phrase = self._title_from(i) if low in title_starts else None
            if phrase is not None and not (units and phrase == i and self.unit(units[-1]).text in words.given):
                self._close(units, out, rest)
                units, done = [], phrase
                titled = phrase
                continue
            behind = start + len(token)
            mark = text[behind : behind + 1]
            parted = (mark < "\x80" and mark not in _JOINING) or mark in _PARTING
            if parted and (not start or text[start - 1] not in HYPHENS):
                done, owned = i, False
                named = named or token in known or (len(token) < 3 and token.isupper())
            elif (
                text[behind + 1 : behind + 3] == "s " and mark in APOSTROPHES and text[start - 1 : start] not in HYPHENS
            ):
                done, owned = i, True
                named = named or token in known or (len(token) < 3 and token.isupper())
            else:
                unit, named = self.unit(i), True
                done, owned, behind = unit.last, unit.possessive, starts[unit.last] + len(texts[unit.last])
            last = done
            if token in days:
                self._close(units, out, rest)
                units = []
                continue
            units.append(i)
            keys.append(low if low.isascii() else fold(token))
        self._close(units, out, rest)
        return out, rest

    def _title_from(self, i: int) -> int | None:
        """The last token of the longest title that begins at token i and leads to a name, or None."""
        for j in range(min(i + _LONGEST_TITLE, len(self.tokens.texts)) - 1, i - 1, -1):
            if self.lowered[j] in self.words.title_ends and self.leads_to_name(j):
                match = self.title_ending(j)
                if match is not None and match[0] <= i:
                    return j
        return None

    def _joins(self, first: int, last: int, owned: bool, i: int) -> bool:
        """Whether the unit that begins at token i goes on with the name of the unit before, its tokens `first` to
        `last`; owned: that one is a possessive."""
        between = i - last - 1
        if owned or between > 4:
            return False
        texts, particles = self.tokens.texts, self.words.particles
        if between and self.gap(i - 1) in HYPHENS and texts[i - 1] in self.words.joined:
            between -= 1
        if between > 3 or any(texts[k] not in particles for k in range(last + 1, last + 1 + between)):
            return False
        if any(not is_gap(self.gap(k)) for k in range(last + 1, last + 1 + between)):
            return False
        gap = self.gap(last)
        if is_gap(gap):
            return True
        if gap[-1:] in QUOTES or gap[:1] in QUOTES:
            return self._nickname(first, i, gap)
        return gap in (". ", ".") and len(self.unit(first).text) == 1

    def _nickname(self, first: int, i: int, gap: str) -> bool:
        """Whether a quoted word stands between given name and surname: Marion "Sonny" Vale."""
        if len(gap) != 2 or not (gap[0] == " ") ^ (gap[1] == " "):
            return False
        if gap[0] == " ":
            after = self.gap(i) if i + 1 < len(self.tokens) else ""
            return len(after) == 2 and after[0] in QUOTES and after[1] == " " and self.tokens.texts[i + 1][0].isupper()
        first = self.unit(first).first
        before = self.gap(first - 1) if first else ""
        return len(before) == 2 and before[0] == " " and before[1] in QUOTES

    def _close(self, units: list[int], out: list[Run], rest: list[Rest]) -> None:
        """Sort the units that begin with some tokens, if any."""
        if not units:
            return
        texts, words, found = self.tokens.texts, self.words, list(map(self.unit, units))
        first = found[0].first
        titles: tuple[Title, ...] = ()
        # Before most stands neither a title nor a particle.
        if first and (self.lowered[first - 1] in words.title_ends or texts[first - 1] in words.particles):
            # "de Villepin": particles before the first unit belong to the name.
            while first and texts[first - 1] in words.particles and is_gap(self.gap(first - 1)):
                first -= 1
            titles = self.titles_before(first)
        if titles or len(found) > 1:
            out.append(Run(titles, found))
        else:
            name = found[0].text
            rest.append((units, [fold(name) if HYPHENS.isdisjoint(name) else ""]))
