"""Finds long quotations without a speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope
from newslint.checks.parameters import Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import PROSE, Block, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_TEXT = PROSE | {Zone.BLOCKQUOTE}
_MARKS = "\"“‘'„«"
"""What a quotation may open with."""


class Attribution(Check):
    """A paragraph that is nothing but a quotation, with no word of `said` in it, before it or behind it.

    Of the paragraphs beside it those words count that stand outside quotations. A quotation that goes on from paragraph
    to paragraph is looked at as a whole, and so are its neighbours. Paragraphs of fewer than `least` words are left
    alone, and articles in which a line ends with a colon before the quotation (an interview, a transcript).
    """

    name = "attribution"
    parameters = (
        Parameter("said", ListOf(Text(), 1), "words that name a speaker", required=True),
        Parameter("least", Integer(1, 1000), "words that the paragraph must have", "15"),
    )
    placeholders = ()
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._said = frozenset(w.lower() for t in settings.texts("said") for w in phrases.expand(t, ("said",)))
        self._least = settings.integer("least")

    def needs(self) -> Needs | None:
        return Needs(zones=_TEXT, search=r"^\s*" + f"[{_MARKS}]")

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        text = [b for b in article.blocks if b.zone in _TEXT]
        quotes = [self._is_quotation(article, b) for b in text]
        if not any(quotes):
            return
        spoken = [self._names_speaker(article, b) for b in text]
        i = 0
        while i < len(text):
            end = i + 1
            if quotes[i]:
                while end < len(text) and quotes[end]:
                    end += 1
                first = text[i]
                around = [spoken[j] for j in (i - 1, end) if 0 <= j < len(text)]
                long = max(len(article.tokens(b)) for b in text[i:end]) >= self._least
                if i and long and not any(around) and first.zone in scope.zones:
                    yield Finding(first, 0, len(first.text))
            i = end

    def _is_quotation(self, article: Article, block: Block) -> bool:
        """Whether a paragraph holds no word outside its quotation."""
        text = block.text.strip()
        if not text or text[0] not in _MARKS:
            return False
        outer = [q for q in article.quotations(block) if q.level == 0]
        return bool(outer) and not any(map(str.isalnum, _outside(block.text, [(q.start, q.end) for q in outer])))

    def _names_speaker(self, article: Article, block: Block) -> bool:
        if block.text.rstrip().endswith(":"):
            return True
        if self._said.isdisjoint(article.lowered(block)):
            return False
        spans = [(q.start, q.end) for q in article.quotations(block) if q.level == 0]
        return not self._said.isdisjoint(
            _outside(block.text, spans).lower().replace(",", " ").replace(".", " ").split()
        )


def _outside(text: str, spans: list[tuple[int, int]]) -> str:
    """What stands between some ranges."""
    parts, at = [], 0
    for start, end in sorted(spans):
        parts.append(text[at:start])
        at = max(at, end)
    return " ".join([*parts, text[at:]])
