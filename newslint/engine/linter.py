"""One pass of many rules over a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import inf
from operator import itemgetter
from time import perf_counter

from newslint.checks.base import BlockHit, rows
from newslint.engine.external import news
from newslint.engine.places import EXTERNAL, At, Ready, Wanted
from newslint.engine.policy import Policy
from newslint.engine.program import Program, compile_rules
from newslint.engine.slow import DEADLINE, Slow
from newslint.matching import Budget, Hit
from newslint.model import Diagnostic, Document, Proposal, Report, Zone
from newslint.native import native
from newslint.rulebook.rule import Rule
from newslint.text.article import Article, Twin
from newslint.text.lexicon import Lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.engine.timings import Timings

_SEEN = 1000
"""Texts whose hits are kept."""
_new = tuple.__new__  # makes a BlockHit in a third of the time that its own constructor takes
_order = itemgetter(*map(Diagnostic._fields.index, ("span", "rule", "message")))


def _is_external(numbered: tuple[int, At]) -> bool:
    return numbered[1].kind == EXTERNAL


class Linter:
    """Checks documents against a fixed set of rules. Safe to share between threads once made.

    Raises ParameterError or PatternError for a rule that can't run; the rulebook has reported these with their places
    before, so here they mean rules made by hand.
    """

    def __init__(
        self,
        rules: Sequence[Rule] | Program,
        lexicon: Lexicon,
        policy: Policy | None = None,
        deadline: float = DEADLINE,
        timings: Timings | None = None,
    ) -> None:
        """`rules`: as they are, or made ready with the same lexicon. `deadline`: seconds for one article, 0 for any
        number. `timings`: takes down what took how long; then the linter is for one thread."""
        self.policy = policy or Policy()
        self.lexicon = lexicon
        self.program = rules if isinstance(rules, Program) else compile_rules(rules, lexicon)
        self.deadline = deadline
        self._timings = timings
        if timings:
            timings.watch(self.program)
        self._external: dict[str, frozenset[Zone]] = {}
        self._ready: dict[str, Ready] = {}
        self._wanted: dict[str, dict[Zone, Wanted]] = {}
        self._seen: dict[tuple[str, Zone, str], list[Hit]] = {}
        """What was found in the last texts: of an article that was edited most are as they were."""

    def lint(self, document: Document, proposals: Sequence[Proposal] = (), twin: Twin | None = None) -> Report:
        """All diagnostics of a document, by offset and rule id, and the verdict.

        proposals: what external checkers say of it. What the rules let pass is left out where newslint says something
        of the same words itself. twin: what `Across` gave for it.

        Where the deadline nears, rules are stopped: the search for patterns takes no more than half of the time, and
        each rule no more than half of what is then left, so that one without an end leaves the others theirs. What was
        stopped or not run is among the diagnostics.
        """
        article, timings = Article(document, self.lexicon, proposals, twin), self._timings
        if timings:
            return self._timed(article, timings)
        return self._lint(article, None)

    def _timed(self, article: Article, timings: Timings) -> Report:
        from newslint.engine.timings import TimedArticle

        timings.files += 1
        timings.start(("step", "findings"))
        try:
            return self._lint(TimedArticle(article, timings), timings)
        finally:
            timings.stop()

    def _lint(self, article: Article, timings: Timings | None) -> Report:
        document = article.document
        began = perf_counter()
        until = began + self.deadline if self.deadline else inf
        budget = Budget(began + self.deadline / 2 if self.deadline else inf)
        if timings:
            timings.start(("step", "matching"))
        hits = self._scan(article, budget)
        if timings:
            timings.stop()
        slow: Slow | None = None
        longest = (0.0, "")
        found: list[Diagnostic] = []
        yielding: list[Diagnostic] = []
        external: list[Diagnostic] = []
        ready, taken_by = self._ready_for(document.format), (found, yielding, external)
        numbers = sorted({*self.program.gates.passed(article), *hits})
        runners = [(i, runner) for i in numbers if (runner := ready[i]) is not None]
        # Who is asked for proposals has as long as newslint's own rules take.
        runners.sort(key=_is_external)
        waits = True
        for i, runner in runners:
            if waits and runner.kind == EXTERNAL:
                began, waits = perf_counter(), False
                len(article.proposals)
                # The deadline is for newslint's own work.
                until += perf_counter() - began
            rule, check, scope, take, kind = runner
            began = perf_counter()
            if began > until:
                slow = slow or Slow()
                slow.unrun.append(rule.id)
                continue
            findings = check.find(article, scope, hits.get(i, ()))
            if timings:
                findings = timings.rule(rule.id, rule.check, findings)
            if take(findings, document, taken_by[kind], (began + until) / 2):
                slow = slow or Slow()
                slow.stopped[rule.id] = perf_counter() - began
            if (took := perf_counter() - began) > longest[0]:
                longest = (took, rule.id)
        if yielding:
            found += news(yielding, found)
        found = self.policy.kept(found + news(external, found) if external else found)
        if slow or budget.overruns or budget.late:
            slow = slow or Slow()
            slow.longest = longest
            found += slow.diagnostics(budget, self.program, self.deadline)
        diagnostics = native.ordered(found) if native else None
        if diagnostics is None:
            found.sort(key=_order)
            diagnostics = self._number(found)
        return Report(document.source, diagnostics, self.policy.verdict(diagnostics), fail_level=self.policy.fail_level)

    def forget(self) -> None:
        """Forget what was found in the texts of other articles, so that the next check takes as long as a first one."""
        self._seen = {}

    def external_zones(self, format: str) -> frozenset[Zone]:
        """Where rules judge proposals of external checkers, in a document of a format; empty where none does."""
        if format not in self._external:
            runners = (self.program.runners[gate.rule] for gate in self.program.gates.rows if gate.proposals)
            judges = (r for r in runners if r.check.external and format in (r.rule.formats or {format}))
            zones = [r.scope(format).zones for r in judges]
            self._external[format] = frozenset().union(*zones)
        return self._external[format]

    def _scan(self, article: Article, budget: Budget | None = None) -> dict[int, list[BlockHit]]:
        """Hits of all patterns in the scope of their rules, by runner."""
        hits: defaultdict[int, list[BlockHit]] = defaultdict(list)
        matcher, blocks = self.program.matcher, article.blocks
        if matcher is None:
            return hits
        zones = self._wanted_in(article.document.format)
        wanted = [zones[block.zone] for block in blocks]
        keys = [(block.text, block.zone, article.document.format) for block in blocks]
        seen = self._seen
        known = [seen.get(key) for key in keys]
        new = [i for i, found in enumerate(known) if found is None]
        scanned = matcher.scan_all(
            [(blocks[i].text, article.tokens(blocks[i])) for i in new], [wanted[i] for i in new], budget
        )
        for i, hit in zip(new, scanned, strict=True):
            known[i] = hit
        if budget is None or not (budget.late or budget.overruns):
            if len(seen) > _SEEN:
                seen = self._seen = {}
            seen.update((keys[i], hit) for i, hit in zip(new, scanned, strict=True))
        for block, looks, found in zip(blocks, wanted, known, strict=True):
            if rows is not None and found:
                rows.spread(block, looks, found, hits, article.quoted)
                continue
            for pattern, start, end, groups, names in found or ():
                quoted = None
                for i, own, quotations in looks[pattern]:
                    if not quotations:
                        if quoted is None:
                            quoted = article.quoted(block, start, end)
                        if quoted:
                            continue
                    hits[i].append(_new(BlockHit, (block, own, start, end, groups, names)))
        return hits

    def _ready_for(self, format: str) -> Ready:
        """The runners in documents of a format."""
        if format not in self._ready:
            self._ready[format] = Ready(self.program, format)
        return self._ready[format]

    def _wanted_in(self, format: str) -> dict[Zone, Wanted]:
        """For each zone who looks for the patterns there in a document of the format."""
        if format not in self._wanted:
            self._wanted[format] = {zone: Wanted(self.program, format, zone) for zone in Zone}
        return self._wanted[format]

    @staticmethod
    def _number(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Drop repeats and tell equal fingerprints apart by their order."""
        seen: dict[str, int] = {}
        out: list[Diagnostic] = []
        last = None
        for d in found:
            mark = d.fingerprint
            if last and d.span == last.span and d[:4] == last[:4]:
                continue
            last = d
            if mark in seen:
                n = seen[mark] = seen[mark] + 1
                d = d._replace(fingerprint=f"{mark}-{n}")
            else:
                seen[mark] = 1
            out.append(d)
        return tuple(out)
