"""Finds faults of quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Confidence, Finding, Scope
from newslint.checks.parameters import Choice, Parameter, Settings
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Quotations(Check):
    """One kind of fault in quotation marks.

    fault: `unclosed`, a mark that opens and never closes, where the quotation does not go on in the next paragraph;
    `unopened`, one that closes what nothing opened; `mixed`, one that opens straight and closes curly or the other way.
    The finding is the mark that stands.
    """

    name = "quotations"
    parameters = (Parameter("fault", Choice("unclosed", "unopened", "mixed"), "the fault to find", required=True),)

    placeholders = ("mark", "open")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._fault = settings.text("fault")

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for block in scope.blocks(article):
            for q in article.quotations(block):
                if q.open and not q.closed and q.lost and self._fault == "unclosed":
                    # A quotation at the very start that some house leaves open from paragraph to paragraph is doubtful.
                    sure = q.level == 0 and not q.continues
                    confidence = Confidence.CERTAIN if sure else Confidence.LIKELY
                    values = {"mark": q.open, "open": q.open}
                    yield Finding(block, q.start, q.start + len(q.open), values, confidence=confidence)
                elif q.close and not q.open and q.lost and self._fault == "unopened":
                    yield Finding(block, q.end - len(q.close), q.end, {"mark": q.close, "open": ""})
                elif q.open and q.close and self._fault == "mixed" and (q.open in "\"'") != (q.close in "\"'"):
                    yield Finding(block, q.end - len(q.close), q.end, {"mark": q.close, "open": q.open})
