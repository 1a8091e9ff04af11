"""Text that stands twice."""

from __future__ import annotations

import re
from random import Random

from benchmarks.faults.model import Article, Fault, Place, edit, kind, pick

# Small words that a second version of a sentence may lack or change.
DROPPED = re.compile(
    r" (?:also|about|still|nearly|almost|more than|now|since|all|only|just|then|very|local|new|later|already)\b"
)
SWAPPED = {
    "said": "added", "because": "since", "but": "though", "would": "will", "has": "had", "was": "is", "were": "are",
    "people": "residents", "more": "over", "about": "around", "which": "that", "began": "started", "before": "until",
}  # fmt: skip


def _long(article: Article, words: int) -> list[Place]:
    return [p for p in article.paragraphs if len(article.at(p).split()) >= words]


def _again(article: Article, random: Random, place: Place, text: str, next_only: bool) -> Fault:
    """The text as a paragraph after the one at `place`, or after a later one."""
    later = [end for start, end in article.paragraphs if start >= place[0]]
    at = later[0] if next_only else random.choice(later)
    return edit((at, at, f"\n\n[[{text}]]"), also=[place])


@kind("repetition", "paragraph-twice", whole_line=True)
def paragraph_twice(article: Article, random: Random) -> Fault | None:
    """A paragraph stands again at once."""
    place = pick(random, _long(article, 15))
    return place and _again(article, random, place, article.at(place), True)


@kind("repetition", "paragraph-twice-later", whole_line=True)
def paragraph_twice_later(article: Article, random: Random) -> Fault | None:
    """A paragraph stands again further down."""
    place = pick(random, _long(article, 15))
    return place and _again(article, random, place, article.at(place), False)


@kind("repetition", "paragraph-nearly-twice", whole_line=True)
def paragraph_nearly_twice(article: Article, random: Random) -> Fault | None:
    """A paragraph stands again with one or two words changed, as when both versions of an edit stay."""
    place = pick(random, _long(article, 25))
    if not place:
        return None
    text = DROPPED.sub("", article.at(place), count=1)
    for old in random.sample(sorted(SWAPPED), len(SWAPPED)):
        new = re.sub(rf"\b{old}\b", SWAPPED[old], text, count=1)
        if new != text:
            text = new
            break
    return _again(article, random, place, text, random.random() < 0.5) if text != article.at(place) else None


@kind("repetition", "sentence-twice")
def sentence_twice(article: Article, random: Random) -> Fault | None:
    """A sentence stands again at once."""
    place = pick(random, article.sentences())
    return place and edit((place[1], place[1], f" [[{article.at(place)}]]"), also=[place])


@kind("repetition", "sentence-twice-later")
def sentence_twice_later(article: Article, random: Random) -> Fault | None:
    """A sentence stands again at the end of a later paragraph."""
    place = pick(random, article.sentences())
    end = pick(random, (e for s, e in article.paragraphs if place and s > place[1] and article.text[e - 1] == "."))
    return edit((end, end, f" [[{article.at(place)}]]"), also=[place]) if place and end else None


@kind("repetition", "sentence-nearly-twice")
def sentence_nearly_twice(article: Article, random: Random) -> Fault | None:
    """A sentence stands again at once with a word changed."""
    place = pick(random, article.sentences(12))
    if not place:
        return None
    text = DROPPED.sub("", article.at(place), count=1)
    if text == article.at(place):
        for old in random.sample(sorted(SWAPPED), len(SWAPPED)):
            text = re.sub(rf"\b{old}\b", SWAPPED[old], text, count=1)
            if text != article.at(place):
                break
    return edit((place[1], place[1], f" [[{text}]]"), also=[place]) if text != article.at(place) else None
