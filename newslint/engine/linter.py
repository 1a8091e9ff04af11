"""One pass of many rules over a document."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.checks import Scope, check_kind
from newslint.checks.base import BlockHit, Check
from newslint.engine.diagnose import Speaker
from newslint.engine.policy import Policy
from newslint.matching import Matcher, Pattern
from newslint.model import Diagnostic, Document, Report, Zone
from newslint.rulebook.rule import Rule
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class _Runner:
    """A rule ready to run: its check, scope and words."""

    __slots__ = ("check", "patterned", "rule", "scopes", "speaker")

    def __init__(self, rule: Rule, check: Check, lexicon: Lexicon) -> None:
        self.rule = rule
        self.check = check
        self.scopes = {"": Scope(rule.zones)} | {name: Scope(zones) for name, zones in rule.zones_in.items()}
        self.speaker = Speaker(rule, lexicon)
        self.patterned = False

    def scope(self, format: str) -> Scope:
        """Where the rule looks in a document of a format."""
        return self.scopes.get(format) or self.scopes[""]


class _Wanted(dict[int, bool]):
    """Whether any of a pattern's owners looks in a zone; worked out where it is first asked."""

    def __init__(self, owners: Sequence[Sequence[tuple[int, int]]], zone: Sequence[bool | None]) -> None:
        super().__init__()
        self._owners = owners
        self._zone = zone

    def __missing__(self, pattern: int) -> bool:
        found = self[pattern] = any(self._zone[i] is not None for i, _ in self._owners[pattern])
        return found


class Linter:
    """Checks documents against a fixed set of rules. Safe to share between threads once made.

    Raises ParameterError or PatternError for a rule that can't run; the rulebook has reported these with their places
    before, so here they mean rules made by hand.
    """

    def __init__(self, rules: Sequence[Rule], lexicon: Lexicon, policy: Policy | None = None) -> None:
        self.policy = policy or Policy()
        self.lexicon = lexicon
        self._runners = [_Runner(r, check_kind(r.check)(r.settings, lexicon), lexicon) for r in rules]
        self._owners: list[list[tuple[int, int]]] = []
        """For each pattern of the matcher: index of its runner, and its number among that check's patterns; of all
        runners that have the pattern."""
        self._scopes: dict[str, dict[Zone, list[bool | None]]] = {}
        self._wanted: dict[str, dict[Zone, _Wanted]] = {}
        self._matcher = self._make_matcher()

    def _make_matcher(self) -> Matcher | None:
        numbers: dict[Pattern, int] = {}
        beside: dict[int, frozenset[int]] = {}
        for i, runner in enumerate(self._runners):
            patterns = runner.check.patterns()
            runner.patterned = bool(patterns) and not runner.check.always
            found = [numbers.setdefault(pattern, len(numbers)) for pattern in patterns]
            self._owners += [[] for _ in range(len(self._owners), len(numbers))]
            for own, number in enumerate(found):
                self._owners[number].append((i, own))
            if any(pattern.exception for pattern in patterns):
                finds = frozenset(n for n, pattern in zip(found, patterns, strict=True) if not pattern.exception)
                beside |= {n: beside.get(n, frozenset()) | finds for n in set(found) - finds}
        return Matcher(list(numbers), beside=beside) if numbers else None

    def lint(self, document: Document) -> Report:
        """All diagnostics of a document, by offset and rule id, and the verdict."""
        article = Article(document, self.lexicon)
        hits = self._scan(article)
        found: list[Diagnostic] = []
        for i, runner in enumerate(self._runners):
            rule = runner.rule
            if runner.patterned and i not in hits:
                continue
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
        if self._matcher is None:
            return hits
        owners, blocks = self._owners, article.blocks
        zones = self._quotations_by_zone(article.document.format)
        useful = self._wanted_by_zone(article.document.format)
        for number, (pattern, start, end, groups, names) in self._matcher.scan_all(
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

    def _quotations_by_zone(self, format: str) -> dict[Zone, list[bool | None]]:
        """For each zone and runner: None where the rule does not look there in a document of the format, else whether
        it takes quotations too."""
        if format not in self._scopes:
            scopes = [runner.scope(format) for runner in self._runners]
            self._scopes[format] = {z: [s.quotations if z in s.zones else None for s in scopes] for z in Zone}
        return self._scopes[format]

    def _wanted_by_zone(self, format: str) -> dict[Zone, _Wanted]:
        """For each zone and pattern whether a rule looks for it there in a document of the format."""
        if format not in self._wanted:
            zones = self._quotations_by_zone(format)
            self._wanted[format] = {zone: _Wanted(self._owners, zones[zone]) for zone in Zone}
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
