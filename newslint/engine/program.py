"""Rules made ready to run together: their patterns in one matcher, and each with its check, scope and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newslint.checks.base import Check, Scope
from newslint.checks.needs import Needs
from newslint.checks.registry import check_kind
from newslint.engine.diagnose import Speaker
from newslint.engine.gates import Gate, Gates, gate_of
from newslint.matching import Matcher, Pattern
from newslint.rulebook.rule import Rule
from newslint.text.lexicon import Lexicon


class Runner:
    """A rule ready to run. Its check is made when it is first asked for."""

    __slots__ = ("_check", "_make", "_scopes", "rule", "speaker")

    def __init__(self, rule: Rule, lexicon: Lexicon, make: Callable[[], Check]) -> None:
        self.rule = rule
        self.speaker = Speaker(rule, lexicon)
        self._make = make
        self._check: Check | None = None
        self._scopes: dict[str, Scope] = {}

    @property
    def check(self) -> Check:
        """The rule's check."""
        if self._check is None:
            self._check = self._make()
        return self._check

    def scope(self, format: str) -> Scope:
        """Where the rule looks in a document of a format."""
        if format not in self._scopes:
            self._scopes[format] = Scope(self.rule.zones_in.get(format) or self.rule.zones)
        return self._scopes[format]


class Program:
    """What a linter runs.

    gates: of the runners that may find something in any article; the others run where they have hits. owners: for each
    pattern of the matcher the numbers of the runners that have it, each with the pattern's number among that check's.
    matcher: None where no rule has a pattern.
    """

    __slots__ = ("gates", "lexicon", "matcher", "owners", "runners")

    def __init__(
        self,
        lexicon: Lexicon,
        runners: Sequence[Runner],
        gates: Gates,
        matcher: Matcher | None,
        owners: Sequence[Sequence[tuple[int, int]]],
    ) -> None:
        self.lexicon = lexicon
        self.runners = runners
        self.gates = gates
        self.matcher = matcher
        self.owners = owners

    @property
    def always(self) -> list[int]:
        """Numbers of the runners that have a gate."""
        return [gate.rule for gate in self.gates.rows]


def compile_rules(rules: Sequence[Rule], lexicon: Lexicon) -> Program:
    """The program of some rules.

    Raises ParameterError or PatternError for a rule that can't run; the rulebook has reported these with their places
    before, so here they mean rules made by hand.
    """
    runners = [_runner(rule, lexicon) for rule in rules]
    gates: list[Gate] = []
    words: dict[str, list[int]] = {}
    owners: list[list[tuple[int, int]]] = []
    numbers: dict[Pattern, int] = {}
    beside: dict[int, frozenset[int]] = {}
    for i, runner in enumerate(runners):
        patterns = runner.check.patterns()
        if not patterns or runner.check.always:
            needs = runner.check.needs() or Needs()
            gates.append(gate_of(runner.rule, i, needs._replace(proposals=needs.proposals or runner.check.external)))
            for word in needs.words:
                words.setdefault(word, []).append(i)
        found = [numbers.setdefault(pattern, len(numbers)) for pattern in patterns]
        owners += [[] for _ in range(len(owners), len(numbers))]
        for own, number in enumerate(found):
            owners[number].append((i, own))
        if any(pattern.exception for pattern in patterns):
            finds = frozenset(n for n, pattern in zip(found, patterns, strict=True) if not pattern.exception)
            for n in set(found) - finds:
                beside[n] = beside[n] | finds if n in beside else finds
    matcher = Matcher(list(numbers), beside=beside) if numbers else None
    return Program(lexicon, runners, Gates(gates, words), matcher, owners)


def _runner(rule: Rule, lexicon: Lexicon) -> Runner:
    return Runner(rule, lexicon, lambda: check_kind(rule.check)(rule.settings, lexicon))
