"""Finds quotations in other marks than those of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope, Use
from newslint.checks.parameters import Integer, Parameter, Settings
from newslint.model import Block, Confidence
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_DOUBLE = frozenset('"“”„«»')


class QuotationStyle(Check):
    """Quotations in single marks where the article's others have double ones, or the other way round.

    Quotations of fewer than `least` words are words held at arm's length, titles or nicknames, and may have either;
    so may those inside others. The marks that stand less often are found, on a tie the later; confidence is `likely`
    where the lead is less than two.
    """

    name = "quotation-style"
    parameters = (Parameter("least", Integer(1, 1000), "words that a quotation must have", "5"),)
    placeholders = ("form", "house", "count")
    variants = ("majority",)
    learns = True

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._least = settings.integer("least")

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        forms: dict[str, list[tuple[Block, int, int]]] = {}
        for form, block, start, end in self._quotations(article, scope):
            forms.setdefault(form, []).append((block, start, end))
        if len(forms) < 2:
            return
        house, other = sorted(forms, key=lambda f: (-len(forms[f]), forms[f][0][0].index, forms[f][0][1]))
        count = len(forms[house])
        values = {"form": other, "house": house, "count": str(count)}
        sure = Confidence.CERTAIN if count - len(forms[other]) > 1 else Confidence.LIKELY
        for block, start, end in forms[other]:
            yield Finding(block, start, end, values, confidence=sure, related=(Place(*forms[house][0], "majority"),))

    def uses(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Use]:
        """One use for each quotation: its marks, without its words."""
        for form, block, start, end in self._quotations(article, scope):
            yield Use("", form, f"{block.text[start]}…{block.text[end - 1]}")

    def _quotations(self, article: Article, scope: Scope) -> Iterator[tuple[str, Block, int, int]]:
        """The quotations that count, with the form of their marks: "double" or "single"."""
        for block in scope.blocks(article):
            for q in article.quotations(block):
                inside = block.text[q.start : q.end]
                # A lost mark is another fault, and '' a way to type a double one.
                if q.lost or not q.open or q.open == "''":
                    continue
                if q.level == 0 and inside and len(inside.split()) >= self._least:
                    yield "double" if inside[0] in _DOUBLE else "single", block, q.start, q.end
