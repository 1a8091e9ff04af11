"""Runs some rules, drafts too, over an archive and gathers what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import sqrt
from random import Random

from newslint.engine import Linter
from newslint.engine.policy import Policy
from newslint.model import Diagnostic, Document, Severity, Source
from newslint.model.records import NamedTuple
from newslint.rulebook.rule import Rule
from newslint.text.lexicon import Lexicon


class Hit(NamedTuple):
    """One finding in its context: where it is (line and column from 1), what is flagged, the source line it stands in
    and the half-open range in it, what is said of it, its first fix as text (None without one), and its fingerprint."""

    rule: str
    path: str
    line: int
    column: int
    text: str
    context: str
    start: int
    end: int
    message: str
    fix: str | None
    fingerprint: str


class Counts(NamedTuple):
    """What a trial came to: articles read and those with hits, words in them, hits, and hits by the text they flag and
    by rule."""

    articles: int
    with_hits: int
    words: int
    hits: int
    texts: Counter[str]
    rules: Counter[str]

    @property
    def per_thousand(self) -> float:
        """Hits per 1,000 words."""
        return 1000 * self.hits / self.words if self.words else 0.0


class Trial:
    """Runs rules over articles one by one. Holds a random sample of the hits, not all of them: an archive may have
    millions."""

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon, sample: int, seed: int = 0) -> None:
        """`sample`: most hits to keep. The same seed over the same articles keeps the same ones."""
        self._linter = Linter(rules, lexicon, Policy(Severity.ERROR, ()))
        self._size = sample
        self._random = Random(seed)
        self._kept: list[tuple[int, Hit]] = []
        self._articles = self._with_hits = self._words = self._hits = 0
        self._texts: Counter[str] = Counter()
        self._rules: Counter[str] = Counter()

    def add(self, document: Document) -> None:
        """Run the rules over an article."""
        report = self._linter.lint(document)
        self._articles += 1
        self._with_hits += bool(report.diagnostics)
        source = report.source
        self._words += len(re.findall(r"\S+", source.text))
        for d in report.diagnostics:
            self._hits += 1
            self._rules[d.rule] += 1
            self._texts[" ".join(source.text[d.span.start : d.span.end].split()).lower()] += 1
            # Reservoir sampling (Vitter 1985, algorithm R): each hit has the same chance, whatever their number.
            slot = len(self._kept) if len(self._kept) < self._size else self._random.randrange(self._hits)
            if slot < self._size:
                self._kept[slot : slot + 1] = [(self._hits, _hit(d, source))]

    def sample(self) -> list[Hit]:
        """The hits that were kept, by article and place."""
        return [hit for _, hit in sorted(self._kept, key=lambda item: item[0])]

    def counts(self) -> Counts:
        """The sums so far."""
        return Counts(self._articles, self._with_hits, self._words, self._hits, self._texts, self._rules)


def _hit(d: Diagnostic, source: Source) -> Hit:
    position = source.position(d.span.start)
    low, high = source.line_span(position.line)
    fix = d.fixes[0].edits[0].text if d.fixes and len(d.fixes[0].edits) == 1 else None
    return Hit(
        d.rule, source.path, position.line, position.column, source.text[d.span.start : d.span.end],
        source.text[low:high], d.span.start - low, min(d.span.end, high) - low, d.message, fix, d.fingerprint,
    )  # fmt: skip


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson's score method (Wilson 1927, "Probable inference, the law of succession,
    and statistical inference"): it stays sensible for small samples and shares near 0 and 1."""
    if not of:
        return 0.0, 1.0
    z = 1.959964
    share = right / of
    middle = share + z * z / (2 * of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    below = 1 + z * z / of
    return max(0.0, (middle - half) / below), min(1.0, (middle + half) / below)
