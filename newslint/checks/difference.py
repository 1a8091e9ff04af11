"""Finds numbers of which one should be the difference of two others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Integer, Parameter, ParameterError, Settings
from newslint.checks.phrases import EXCEPT, PATTERNS, Phrases, written
from newslint.matching import Pattern
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.template import digits

_NOISE = 1e-9
"""Floating point: 0.3 - 0.1 is not 0.2."""


class Difference(Check):
    """Three numbers of a text, read from the groups `from`, `to` and `by` of the rule's patterns.

    report: `different` finds them where `by` is not the difference of the other two: an age that does not fit the year
    of birth. `equal` finds them where it is: a rise from 4% to 6% is one of two points, not 2%. A pattern without `to`
    means the year of publication, and finds nothing where that is not known. `less` is how much smaller the difference
    may be than the numbers say (1 where a birthday may be still to come), `more` how much larger.
    """

    name = "difference"
    parameters = (
        Parameter("report", Choice("different", "equal"), "what is wrong", required=True),
        PATTERNS,
        EXCEPT,
        Parameter("less", Integer(0, 100), "how much smaller `by` may be", "0"),
        Parameter("more", Integer(0, 100), "how much larger `by` may be", "0"),
    )
    placeholders = ("from", "to", "by", "difference")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._equal = settings.text("report") == "equal"
        self._less, self._more = settings.integer("less"), settings.integer("more")
        self._phrases = Phrases(lexicon)
        for i, record in enumerate(settings.records("patterns")):
            text = record.text("match")
            for group in ("from", "by"):
                if f"(?P<{group}>" not in text:
                    message = f"the group '{group}' is missing: write (?P<{group}>...)"
                    raise ParameterError(message, ("patterns", i, "match"))
            self._phrases.add_record(i, text, record.texts("to"), record.texts("except"), ("patterns", i))
        if not self._phrases.patterns:
            raise ParameterError("the key 'patterns' is missing")
        self._phrases.add_exceptions(settings.texts("except"))

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        published = article.document.metadata.published[:4]
        for h, entry in self._phrases.finds(hits):
            names = {"to": published} | {k: v for k, v in (h.names or {}).items() if v}
            numbers = self._numbers(names)
            if numbers is None:
                continue
            low, high, by = numbers
            apart = abs(high - low)
            agree = apart - self._less - _NOISE <= by <= apart + self._more + _NOISE
            if agree == self._equal:
                values = {**names, "difference": f"{round(apart, 6):g}"}
                to = written(entry.to, h.block.text[h.start : h.end], h, entry, self._lexicon)
                yield Finding(h.block, h.start, h.end, values, tuple(to))

    def _numbers(self, names: Mapping[str, str]) -> tuple[float, float, float] | None:
        try:
            low, high, by = (float(digits(names[k], self._lexicon).replace(",", "")) for k in ("from", "to", "by"))
        except (KeyError, ValueError):
            return None
        return low, high, by
