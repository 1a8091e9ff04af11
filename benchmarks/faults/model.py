"""What a fault is made of: the clean article, the edits, and the places where the result is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeVar

Place = tuple[int, int]
Item = TypeVar("Item")

# Direct speech: double marks, then single ones, which close after a stop or comma; an apostrophe does not.
SPEECH = re.compile(r"“[^“”\n]*”|\"[^\"\n]*\"|(?<!\w)‘[^\n]*?[.,?!]’|(?<!\w)'[^\n]*?[.,?!]'(?!\w)")
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z])")
WRONG = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


class Article:
    """A clean article as plain text: the headline in the first line, then a paragraph a line."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text

    @cached_property
    def lines(self) -> list[Place]:
        """The lines with text, by offsets in code points."""
        return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", self.text)]

    @property
    def headline(self) -> Place:
        """The first line."""
        return self.lines[0]

    @property
    def paragraphs(self) -> list[Place]:
        """All lines but the headline."""
        return self.lines[1:]

    @cached_property
    def speech(self) -> list[Place]:
        """Direct speech, marks included."""
        return [m.span() for m in SPEECH.finditer(self.text)]

    @property
    def american(self) -> bool:
        """Whether a US keyboard is the likelier one."""
        return (
            "£" not in self.text
            and re.search(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, [A-Z]", self.text) is not None
        )

    def own(self, pattern: str, flags: int = 0) -> list[re.Match[str]]:
        """Matches in the reporter's own words: in the paragraphs, outside direct speech."""
        return [
            m for m in self.anywhere(pattern, flags) if not any(a < m.end() and m.start() < b for a, b in self.speech)
        ]

    def anywhere(self, pattern: str, flags: int = 0) -> list[re.Match[str]]:
        """Matches in the paragraphs."""
        body = self.paragraphs[0][0] if self.paragraphs else len(self.text)
        return [m for m in re.finditer(pattern, self.text, flags) if m.start() >= body]

    def at(self, place: Place) -> str:
        """The text at a place."""
        return self.text[place[0] : place[1]]

    def apostrophes(self, text: str) -> str:
        """A text to be added, with apostrophes as the article has them."""
        return text.replace("'", "’") if "’" in self.text else text

    def sentences(self, least: int = 8) -> list[Place]:
        """The sentences of paragraphs without direct speech that have this many words."""
        found: list[Place] = []
        for start, end in self.paragraphs:
            if any(start <= a < end for a, _ in self.speech):
                continue
            cuts = [start, *(start + m.end() for m in SENTENCE.finditer(self.at((start, end)))), end]
            for first, last in pairwise(cuts):
                sentence = self.at((first, last)).rstrip()
                # An abbreviation's full stop (Sen., Dr.) cuts too early: take only what reads as a sentence.
                if (
                    len(sentence.split()) >= least
                    and sentence.endswith(".")
                    and not re.search(r"\b[A-Z][a-z]{0,3}\.$", sentence)
                ):
                    found.append((first, first + len(sentence)))
        return found


class Edit(NamedTuple):
    """What replaces a place of the clean text."""

    start: int
    end: int
    text: str


class Fault(NamedTuple):
    """Edits, in order and apart, and the places of the new text that an editor would mark."""

    edits: tuple[Edit, ...]
    wrong: tuple[Place, ...]

    def apply(self, text: str) -> str:
        """The text with the fault in it."""
        for edit in reversed(self.edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def moved(self, offset: int, end: bool = False) -> int:
        """Where a place of the clean text is afterwards; what is put in at an `end` comes after it."""
        gone = (e for e in self.edits if e.end < offset or (e.end == offset and not (end and e.start == e.end)))
        return offset + sum(len(e.text) - (e.end - e.start) for e in gone)


Maker = Callable[[Article, Random], Fault | None]


class Kind(NamedTuple):
    """A kind of fault: its group, its name, how it is made."""

    group: str
    name: str
    make: Maker
    whole_line: bool


KINDS: dict[str, Kind] = {}


def kind(group: str, name: str, whole_line: bool = False) -> Callable[[Maker], Maker]:
    """Register a kind; with `whole_line` a report anywhere in a wrong place's line counts."""

    def register(make: Maker) -> Maker:
        assert name not in KINDS, name
        KINDS[name] = Kind(group, name, make, whole_line)
        return make

    return register


def pick(random: Random, items: Iterable[Item]) -> Item | None:
    """One of the items; None if there are none."""
    pool = list(items)
    return random.choice(pool) if pool else None


def edit(*edits: tuple[int, int, str], also: Sequence[Place] = ()) -> Fault:
    """A fault from edits whose text marks what is wrong as [[...]] (all of it without a mark).

    `also` are places of the clean text that are as wrong as the change, as the other of two spellings. Where text only
    went, the characters on both sides are the place.
    """
    done: list[Edit] = []
    wrong: list[Place] = []
    shift = 0
    for start, end, marked in sorted(edits):
        text = WRONG.sub(r"\1", marked)
        cut = WRONG.search(marked)
        first, last = (cut.start(), cut.start() + len(cut[1])) if cut else (0, len(text))
        place = (start + shift + first, start + shift + last)
        wrong.append(place if last > first else (max(0, place[0] - 1), place[1] + 1))
        done.append(Edit(start, end, text))
        shift += len(text) - (end - start)
    fault = Fault(tuple(done), ())
    return Fault(fault.edits, (*wrong, *((fault.moved(a), fault.moved(b, end=True)) for a, b in also)))


def replace(match: re.Match[str] | None, new: str, also: Sequence[Place] = ()) -> Fault | None:
    """The match replaced; None without a match."""
    return edit((match.start(), match.end(), new), also=also) if match and match[0] != WRONG.sub(r"\1", new) else None


def add_line(article: Article, random: Random, line: str, first: bool = False, last: bool = False) -> Fault | None:
    """A line of its own between two paragraphs, before the first of them, or at the article's end."""
    if not article.paragraphs:
        return None
    line = article.apostrophes(line)
    if last:
        at = article.paragraphs[-1][1]
        return edit((at, at, f"\n\n[[{line}]]"))
    starts = [start for start, _ in article.paragraphs]
    at = starts[0] if first or len(starts) < 3 else random.choice(starts[1:])
    return edit((at, at, f"[[{line}]]\n\n"))


def add_sentence(article: Article, random: Random, *sentences: str) -> Fault | None:
    """Sentences at the ends of paragraphs that end in the reporter's own words, each in another one, in order."""
    ends = [
        end
        for start, end in article.paragraphs
        if article.text[end - 1] == "." and article.text[end - 4 : end] != "a.m."
    ]
    if len(ends) < len(sentences):
        return None
    chosen = sorted(random.sample(ends, len(sentences)))
    return edit(*((at, at, " " + article.apostrophes(s)) for at, s in zip(chosen, sentences, strict=True)))


def articles(folder: Path) -> list[Article]:
    """The articles of a folder (*.txt), by name; those with a headline and two paragraphs at least."""
    found = [Article(path.name, path.read_bytes().decode("utf-8-sig")) for path in sorted(folder.glob("*.txt"))]
    return [a for a in found if len(a.lines) > 2 and "\r" not in a.text]
