"""Faults for clean articles: each kind is a function that puts one fault into an article and says where it is.

They are written from what a copy editor marks, by somebody who did not know the rules, so that they measure them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from random import Random
from typing import NamedTuple

from benchmarks.faults import (  # noqa: F401 (each module adds its kinds)
    consistency,
    dates,
    encoding,
    headline,
    honorifics,
    leftovers,
    names,
    numbers,
    quotations,
    repetition,
    spacing,
    typos,
    usage,
)
from benchmarks.faults.model import KINDS, Article, Fault, Kind

GROUPS = sorted({kind.group for kind in KINDS.values()})


class Case(NamedTuple):
    """One article with one fault."""

    kind: Kind
    article: Article
    fault: Fault
    text: str


def cases(articles: Sequence[Article], group: str, seed: int = 1, most: int = 240, least: int = 20) -> list[Case]:
    """Cases of a group: `most` shared out over its kinds, `least` of each if the articles have as many places.

    The same articles and seed give the same cases; no two of a kind have the same text.
    """
    kinds = [kind for kind in KINDS.values() if kind.group == group]
    sources = [_cases(kind, articles, seed, most) for kind in kinds]
    made: list[list[Case]] = [[] for _ in kinds]
    # Kinds that find few places leave their share to the others.
    for share in range(max(least, most // len(kinds)), most + 1):
        for found, source in zip(made, sources, strict=True):
            found.extend(islice(source, share - len(found)))
        if sum(map(len, made)) >= most:
            break
    return [case for found in made for case in found]


def _cases(kind: Kind, articles: Sequence[Article], seed: int, most: int) -> Iterator[Case]:
    """Cases of a kind, over all articles in turn, until they have no places left that are easily found."""
    random = Random(f"{seed}/{kind.name}")
    order = list(articles)
    seen: set[tuple[str, str]] = set()
    for _ in range(max(4, 2 * most // max(1, len(order)))):
        random.shuffle(order)
        for article in order:
            fault = kind.make(article, random)
            text = fault.apply(article.text) if fault else article.text
            if fault and text != article.text and (article.name, text) not in seen:
                seen.add((article.name, text))
                yield Case(kind, article, fault, text)
