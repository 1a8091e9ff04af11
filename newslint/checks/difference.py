"""Finds numbers of which one should be the difference of two others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.base import BlockHit, Check, Confidence, Finding, Scope
from newslint.checks.parameters import Choice, Integer, ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import EXCEPT, PATTERNS, Phrases, written
from newslint.matching import Pattern
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.template import digits

_NOISE = 1e-9
"""Floating point: 0.3 - 0.1 is not 0.2."""


class Difference(Check):
    """Three numbers of a text, read from the groups `from`, `to` and `by` of the rule's patterns.

    report: `different` finds them where `by` is not the difference of the other two: an age that does not fit the year
    of birth. `equal` finds them where it is: a rise from 4% to 6% is one of two points, not 2%. `falls` and `unequal`
    need no `by`: they find a `to` that is less than `from` (from 2019 to 2012), or another number (three (4)).
    A pattern without `to` means the year of publication. Where that is not known, it is the latest year that a find
    of `dated` names (its first group), give or take `about`, with confidence `likely`; without one nothing is found.
    `less` is how much smaller the difference may be than the numbers say (1 where a birthday may be still to come),
    `more` how much larger.
    """

    name = "difference"
    parameters = (
        Parameter("report", Choice("different", "equal", "falls", "unequal"), "what is wrong", required=True),
        PATTERNS,
        EXCEPT,
        Parameter("less", Integer(0, 100), "how much smaller `by` may be", "0"),
        Parameter("more", Integer(0, 100), "how much larger `by` may be", "0"),
        Parameter("dated", ListOf(Text()), "regular expressions of dates of the article; group 1 is the year", []),
        Parameter("about", Integer(0, 100), "years that the latest of these may be off the day of publication", "10"),
    )
    placeholders = ("from", "to", "by", "difference")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._report = settings.text("report")
        self._about = settings.integer("about")
        self._less, self._more = settings.integer("less"), settings.integer("more")
        self._phrases = Phrases(lexicon)
        for i, record in enumerate(settings.records("patterns")):
            text = record.text("match")
            for group in ("from", "by") if self._report in ("different", "equal") else ("from", "to"):
                if f"(?P<{group}>" not in text:
                    message = f"the group '{group}' is missing: write (?P<{group}>...)"
                    raise ParameterError(message, ("patterns", i, "match"))
            self._phrases.add_record(i, text, record.texts("to"), record.texts("except"), ("patterns", i))
        if not self._phrases.patterns:
            raise ParameterError("the key 'patterns' is missing")
        self._phrases.add_exceptions(settings.texts("except"))
        dated = [self._phrases.in_pattern(text, ("dated", i)) for i, text in enumerate(settings.texts("dated"))]
        self._dated = "|".join(f"(?:{text})" for text in dated)

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        published = article.document.metadata.published[:4]
        for h, entry in self._phrases.finds(hits):
            names = {k: v for k, v in (h.names or {}).items() if v}
            slack, confidence = 0, Confidence.CERTAIN
            if "to" not in names:
                if not published and self._dated:
                    slack, confidence = self._about, Confidence.LIKELY
                    names["to"] = self._latest(article)
                else:
                    names["to"] = published
            if self._wrong(names, slack):
                low, high = self._numbers(names, "from", "to") or (0.0, 0.0)
                values = {**names, "difference": f"{round(abs(high - low), 6):g}"}
                to = written(entry.to, h.block.text[h.start : h.end], h, entry, self._lexicon)
                yield Finding(h.block, h.start, h.end, values, tuple(to), confidence)

    def _wrong(self, names: Mapping[str, str], slack: int) -> bool:
        """Whether the numbers of a find are as the rule says that they should not be."""
        if self._report in ("falls", "unequal"):
            two = self._numbers(names, "from", "to")
            return two is not None and (two[1] < two[0] if self._report == "falls" else two[1] != two[0])
        numbers = self._numbers(names, "from", "to", "by")
        if numbers is None:
            return False
        low, high, by = numbers
        apart = abs(high - low)
        agree = apart - self._less - slack - _NOISE <= by <= apart + self._more + slack + _NOISE
        return agree == (self._report == "equal")

    def _latest(self, article: Article) -> str:
        """The latest year that the article's dates name, "" where it has none."""
        dated = compiled(self._dated)
        years = (next(filter(None, m.groups()), "") for b in article.blocks for m in dated.finditer(b.text))
        return max(years, default="")

    def _numbers(self, names: Mapping[str, str], *keys: str) -> list[float] | None:
        try:
            return [float(digits(names[k], self._lexicon).replace(",", "")) for k in keys]
        except (KeyError, ValueError):
            return None
