"""Finds characters that look like others in a word or number where they have no business."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope
from newslint.checks.parameters import ListOf, MapOf, Parameter, ParameterError, Settings, Text
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class LookAlikes(Check):
    """A word in which some characters stand for others that look the same: a Cyrillic "а" in "Pаris", an O in "2O19".

    looks: each such character, and the one it is taken for. A word counts where one of them adjoins a character that
    `beside` matches, and where the word as it should be matches `whole`. The finding is the word. `except` are regular
    expressions for whole words that are right.
    """

    name = "look-alikes"
    parameters = (
        Parameter("looks", MapOf(Text()), "character: the one that it looks like", required=True),
        Parameter("beside", Text(), "regular expression of one character that must adjoin", required=True),
        Parameter("whole", Text(), "regular expression of the whole word as it should be", r"\w+"),
        Parameter("except", ListOf(Text()), "regular expressions of words that are right"),
    )
    placeholders = ("found",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        looks: dict[str, str] = settings.mapping("looks")
        for character, to in looks.items():
            if len(character) != 1 or len(to) != 1 or character == to:
                raise ParameterError(f"found '{character}: {to}', expected two characters", ("looks", character))
        if not looks:
            raise ParameterError("the key 'looks' names no character", ("looks",))
        self._table = str.maketrans(looks)
        self._ascii = any(map(str.isascii, looks))
        odd, beside = "[" + "".join(map(re.escape, looks)) + "]", settings.text("beside")
        _compiled(beside, ("beside",))
        self._at = _compiled(f"{odd}(?:(?={beside})|(?<=(?:{beside})(?s:.)))", ("beside",))
        # Common letters look like digits: what stands beside them is rarer.
        beside = f"(?:{beside})(?:(?={odd})|(?<={odd}(?s:.)))"
        self._beside = _compiled(beside, ("beside",)) if self._ascii else None
        self._looks = frozenset(looks)
        self._odd = compiled(odd)
        self._whole = _compiled(settings.text("whole"), ("whole",))
        self._right = [_compiled(t, ("except", i)) for i, t in enumerate(settings.texts("except"))]

    def needs(self) -> Needs | None:
        return Needs(search=self._at.pattern)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for block in scope.blocks(article):
            if block.text.isascii() and not self._ascii:
                continue
            tokens, last = None, -1
            for at in self._places(block.text):
                tokens = tokens or article.tokens(block)
                i = bisect_right(tokens.starts, at) - 1
                if i <= last:
                    continue
                last = i
                word, start = tokens.texts[i], tokens.starts[i]
                to = word.translate(self._table)
                right = any(p.fullmatch(word) for p in self._right)
                if not right and self._whole.fullmatch(to) and scope.allows(article, block, start, tokens.end(i)):
                    yield Finding(block, start, tokens.end(i), {"found": ", ".join(self._odd.findall(word))}, (to,))

    def _places(self, text: str) -> Iterator[int]:
        """Offsets of the characters with one of `beside` next to them, in order, some of them twice."""
        if self._beside is None:
            yield from (m.start() for m in self._at.finditer(text))
            return
        for m in self._beside.finditer(text):
            at = m.start()
            if at and text[at - 1] in self._looks:
                yield at - 1
            if text[at + 1 : at + 2] in self._looks:
                yield at + 1


def _compiled(text: str, path: tuple[str | int, ...]) -> re.Pattern[str]:
    try:
        return compiled(text)
    except re.error as error:
        raise ParameterError(f"'{text}' is no regular expression: {error}", path) from error
