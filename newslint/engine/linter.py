"""One pass of many rules over a document."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.checks.base import BlockHit
from newslint.engine.policy import Policy
from newslint.engine.program import Program, compile_rules
from newslint.model import Diagnostic, Document, Report, Zone
from newslint.rulebook.rule import Rule
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Linter:
    """Checks documents against a fixed set of rules. Safe to share between threads once made.

    Raises ParameterError or PatternError for a rule that can't run; the rulebook has reported these with their places
    before, so here they mean rules made by hand.
    """

    def __init__(self, rules: Sequence[Rule] | Program, lexicon: Lexicon, policy: Policy | None = None) -> None:
        """`rules`: as they are, or made ready with the same lexicon."""
        self.policy = policy or Policy()
        self.lexicon = lexicon
        self.program = rules if isinstance(rules, Program) else compile_rules(rules, lexicon)
        self._looks: dict[str, dict[Zone, _Looks]] = {}
        self._wanted: dict[str, dict[Zone, _Wanted]] = {}

    def lint(self, document: Document) -> Report:
        """All diagnostics of a document, by offset and rule id, and the verdict."""
        article = Article(document, self.lexicon)
        hits = self._scan(article)
        found: list[Diagnostic] = []
        for i in sorted({*self.program.always, *hits}):
            runner = self.program.runners[i]
            rule = runner.rule
            if rule.formats and document.format not in rule.formats:
                continue
            for finding in runner.check.find(article, runner.scope(document.format), hits.get(i, ())):
                diagnostic = runner.speaker.diagnostic(finding, document)
                if self.policy.keeps(diagnostic):
                    found.append(diagnostic)
        found.sort(key=lambda d: (d.span, d.rule, d.message))
        diagnostics = self._number(found)
        return Report(document.source, diagnostics, self.policy.verdict(diagnostics))

    def _scan(self, article: Article) -> dict[int, list[BlockHit]]:
        """Hits of all patterns in the scope of their rules, by runner."""
        hits: dict[int, list[BlockHit]] = {}
        matcher, owners, blocks = self.program.matcher, self.program.owners, article.blocks
        if matcher is None:
            return hits
        zones = self._looks_in(article.document.format)
        useful = self._wanted_in(article.document.format)
        for number, (pattern, start, end, groups, names) in matcher.scan_all(
            [(block.text, article.tokens(block)) for block in blocks], [useful[block.zone] for block in blocks]
        ):
            block = blocks[number]
            wanted, quoted = zones[block.zone], None
            for i, own in owners[pattern]:
                quotations = wanted[i]
                if quotations is None:
                    continue
                if not quotations:
                    if quoted is None:
                        quoted = article.quoted(block, start, end)
                    if quoted:
                        continue
                if i not in hits:
                    hits[i] = []
                hits[i].append(BlockHit(block, own, start, end, groups, names))
        return hits

    def _looks_in(self, format: str) -> dict[Zone, _Looks]:
        """For each zone how the rules look at it in a document of the format."""
        if format not in self._looks:
            self._looks[format] = {zone: _Looks(self.program, format, zone) for zone in Zone}
        return self._looks[format]

    def _wanted_in(self, format: str) -> dict[Zone, _Wanted]:
        """For each zone whether the patterns are of use there in a document of the format."""
        if format not in self._wanted:
            looks = self._looks_in(format)
            self._wanted[format] = {zone: _Wanted(self.program, looks[zone]) for zone in Zone}
        return self._wanted[format]

    @staticmethod
    def _number(found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
        """Drop repeats and tell equal fingerprints apart by their order."""
        seen: dict[str, int] = {}
        out: list[Diagnostic] = []
        for d in found:
            if out and out[-1][:4] == d[:4]:
                continue
            n = seen[d.fingerprint] = seen.get(d.fingerprint, 0) + 1
            out.append(d if n == 1 else d._replace(fingerprint=f"{d.fingerprint}-{n}"))
        return tuple(out)


class _Looks(dict[int, bool | None]):
    """For each runner: None where the rule does not look in a zone of a format's documents, else whether it takes
    quotations too."""

    def __init__(self, program: Program, format: str, zone: Zone) -> None:
        self._program = program
        self._format = format
        self._zone = zone

    def __missing__(self, runner: int) -> bool | None:
        scope = self._program.runners[runner].scope(self._format)
        found = self[runner] = scope.quotations if self._zone in scope.zones else None
        return found


class _Wanted(dict[int, bool]):
    """Whether any rule looks for a pattern in a zone."""

    def __init__(self, program: Program, looks: _Looks) -> None:
        self._owners = program.owners
        self._looks = looks

    def __missing__(self, pattern: int) -> bool:
        found = self[pattern] = any(self._looks[i] is not None for i, _ in self._owners[pattern])
        return found
