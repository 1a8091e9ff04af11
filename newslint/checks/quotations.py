"""Finds faults of quotation marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from newslint.checks.base import BlockHit, Check, Confidence, Finding, Scope
from newslint.checks.parameters import Choice, Parameter, Settings
from newslint.model import Block
from newslint.text.article import Article
from newslint.text.beside import last_before
from newslint.text.lexicon import Lexicon
from newslint.text.quotations import Quotation

_TO_SINGLE = {"“": "‘", "”": "’", '"': "'"}
_TO_DOUBLE = {single: double for double, single in _TO_SINGLE.items()}
_AFTER = ("", " ", "\u00a0")


class Quotations(Check):
    """One kind of fault in quotation marks.

    fault: `unclosed`, a mark that opens and never closes, where the quotation does not go on in the next paragraph;
    `unopened`, one that closes what nothing opened; `mixed`, one that opens straight and closes curly or the other way;
    `order`, outer quotations in single marks where the house wants `double` ones, or the other way (said once an
    article; the fix turns all, and the marks inside them); `punctuation`, a comma or full stop on the wrong side of the
    closing mark: `inside` wants it before the mark always (as in the United States), `sense` behind it where the
    quotation is a mere phrase.
    The finding is the mark that stands.
    """

    name = "quotations"
    parameters = (
        Parameter(
            "fault",
            Choice("unclosed", "unopened", "mixed", "order", "punctuation"),
            "the fault to find",
            required=True,
        ),
        Parameter("outer", Choice("double", "single"), "order: the marks of a quotation that no other holds", "double"),
        Parameter("place", Choice("inside", "sense"), "punctuation: where the house wants it", "inside"),
    )

    placeholders = ("mark", "open")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._fault = settings.text("fault")
        single = settings.text("outer") == "single"
        self._outer, self._inner = (_TO_SINGLE, _TO_DOUBLE) if single else (_TO_DOUBLE, _TO_SINGLE)
        self._inside = settings.text("place") == "inside"

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._fault == "order":
            found = [f for block in scope.blocks(article) for f in self._turned(block, article.quotations(block))]
            if found:
                more = ((f.block, f.start, f.end, f.replacements[0]) for f in found[1:] if f.block)
                yield found[0]._replace(also=(*more, *chain.from_iterable(f.also for f in found)))
            return
        for block in scope.blocks(article):
            for q in article.quotations(block):
                if self._fault == "punctuation":
                    yield from self._misplaced(block, q)
                    continue
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

    def _turned(self, block: Block, quotations: Sequence[Quotation]) -> Iterator[Finding]:
        """Quotations whose outer marks are those of inner ones, with the marks of all that they hold."""
        for i, q in enumerate(quotations):
            if q.level or q.lost or q.continues or q.open not in self._outer or q.close not in ("", *self._outer):
                continue
            also = [(block, q.end - len(q.close), q.end, self._outer[q.close])] if q.close else []
            for inner in quotations[i + 1 :]:
                if inner.start >= q.end:
                    break
                turn = self._inner if inner.open in self._inner else self._outer
                if inner.open in turn and inner.close in turn:
                    also.append((block, inner.start, inner.start + len(inner.open), turn[inner.open]))
                    also.append((block, inner.end - len(inner.close), inner.end, turn[inner.close]))
            end = q.start + len(q.open)
            values = {"mark": q.open, "open": q.open}
            yield Finding(block, q.start, end, values, (self._outer[q.open],), also=tuple(also))

    def _misplaced(self, block: Block, q: Quotation) -> Iterator[Finding]:
        """A comma or full stop on the wrong side of a closing mark."""
        if not (q.open and q.close) or q.lost:
            return
        text, close = block.text, q.end - len(q.close)
        values = {"mark": q.close, "open": q.open}
        if self._inside:
            mark = text[q.end : q.end + 1]
            if mark and mark in ",." and text[close - 1] not in ",.?!…;:—–-" and text[q.end + 1 : q.end + 2] in _AFTER:
                yield Finding(block, close, q.end + 1, values, (mark + q.close,))
            return
        words = text[q.start + len(q.open) : close]
        before = last_before(text, q.start)
        phrase = words[:1].islower() and not any(end in words[:-1] for end in (". ", "! ", "? "))
        if words.endswith(".") and words[-2:-1].isalpha() and phrase and before.isalpha() and q.level == 0:
            yield Finding(block, close - 1, q.end, values, (q.close + ".",))
