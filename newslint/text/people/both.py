"""Tells without looking for people that nobody who has a title in one place stands bare in another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import compress

from newslint.model import Block, Zone
from newslint.text.article import Article
from newslint.text.people.names import APOSTROPHES, HYPHENS
from newslint.text.people.words import Words

_REACH = 8
"""Tokens behind a title in which the name ends."""
_SOFT = HYPHENS | APOSTROPHES


def may_stand_bare(article: Article, titles: Collection[str], zones: frozenset[Zone]) -> bool:
    """Whether somebody with one of the titles right before the name may stand with the bare surname in some zones.

    titles: first words of titles that go before a surname, in lower case. "No" is sure: no capitalised word of what
    follows such a title stands anywhere but behind a title or a given name.
    """
    words = Words.of(article.lexicon)
    names: set[str] = set()
    for block in article.blocks:
        texts = article.tokens(block).texts
        for i in _places(article.lowered(block), titles):
            for name in texts[i + 1 : i + 1 + _REACH] if texts[i][0].isupper() else ():
                if name[0].isupper():
                    names.add(name.lower())
                elif name not in words.joined and name.lower() not in words.title_ends:
                    break
    if not all(map(str.isascii, names)):
        return True  # an accent can be written in two ways
    for block in article.blocks:
        if block.zone in zones:
            for i in _places(article.lowered(block), names):
                if _bare(article, words, block, i):
                    return True
    return False


def _places(words: list[str], wanted: Collection[str]) -> Iterator[int]:
    """The indexes at which one of some words stands."""
    return compress(range(len(words)), map(wanted.__contains__, words))


def _bare(article: Article, words: Words, block: Block, i: int) -> bool:
    """Whether token i, a part of somebody's name, may be a bare surname: no title and no given name touches it."""
    tokens = article.tokens(block)
    texts = tokens.texts
    if not texts[i][0].isupper():
        return False
    if not i or block.text[tokens.end(i - 1) : tokens.starts[i]] != " ":
        return True
    before = texts[i - 1]
    if before in words.given and before not in words.days:
        start = tokens.starts[i - 1]
        return bool(start) and block.text[start - 1] in _SOFT
    title = words.titles.get(before.lower())
    return title is None or (title.needs_capital and not before[0].isupper())
