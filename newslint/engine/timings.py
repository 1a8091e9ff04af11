"""Where the time goes: per rule, check kind, fact and step, for `newslint check --timings`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.model import Block
from newslint.text.article import Article

if TYPE_CHECKING:
    from newslint.engine.program import Program
    from newslint.text.abbreviations import Abbreviation
    from newslint.text.people import People
    from newslint.text.quotations import Quotation
    from newslint.text.tokens import Tokens

T = TypeVar("T")
What = tuple[str, str]
"""One of "rule", "fact" and "step", and a name."""


class Timings:
    """An account of seconds. What starts within something else is booked by itself: no second counts twice."""

    def __init__(self) -> None:
        self.files = 0
        self._spent: dict[What, float] = {}
        self._kinds: dict[str, str] = {}
        self._findings: dict[str, int] = {}
        self._stack: list[What] = []
        self._since = 0.0

    def start(self, what: What) -> None:
        """Something begins, within what is going on."""
        self._book()
        self._stack.append(what)

    def stop(self) -> None:
        """What began last is over."""
        self._book()
        self._stack.pop()

    def _book(self) -> None:
        now = perf_counter()
        if self._stack:
            self._spent[self._stack[-1]] = self._spent.get(self._stack[-1], 0.0) + now - self._since
        self._since = now

    def rule(self, rule: str, kind: str, items: Iterator[T]) -> Iterator[T]:
        """The findings of a rule, each step to the next one timed."""
        self._kinds[rule] = kind
        what = ("rule", rule)
        while True:
            self.start(what)
            try:
                item = next(items)
            except StopIteration:
                return
            finally:
                self.stop()
            self._findings[rule] = self._findings.get(rule, 0) + 1
            yield item

    def watch(self, program: Program) -> None:
        """Book the search for each expression to the first rule that has it, from now on."""
        if program.matcher is None:
            return

        def book(pattern: int, seconds: float) -> None:
            rule = program.runners[program.owners[pattern][0][0]].rule
            self._kinds[rule.id] = rule.check
            for what, share in ((("rule", rule.id), seconds), (("step", "matching"), -seconds)):
                self._spent[what] = self._spent.get(what, 0.0) + share

        program.matcher.watch(book)

    def record(self) -> dict[str, Any]:
        """All of it in plain values, as docs/json.md describes it: seconds and shares in percent, the dearest first."""
        total = sum(self._spent.values()) or 1.0
        rules = [
            {"rule": rule, "check": kind, **_cost(self._spent.get(("rule", rule), 0.0), total),
             "findings": self._findings.get(rule, 0)}
            for rule, kind in self._kinds.items()
        ]  # fmt: skip
        kinds: dict[str, float] = {}
        for rule, kind in self._kinds.items():
            kinds[kind] = kinds.get(kind, 0.0) + self._spent.get(("rule", rule), 0.0)
        parts = {
            plural: [
                {one: name, **_cost(spent, total)} for (kind, name), spent in self._spent.items() if kind == one
            ]
            for one, plural in (("fact", "facts"), ("step", "steps"))
        }  # fmt: skip
        record = {
            "rules": rules,
            "checks": [{"check": kind, **_cost(spent, total)} for kind, spent in kinds.items()],
            **parts,
        }
        ordered = {name: sorted(rows, key=lambda row: -row["seconds"]) for name, rows in record.items()}
        return {"files": self.files, "seconds": round(total, 6), **ordered}


def _cost(spent: float, total: float) -> dict[str, Any]:
    return {"seconds": round(spent, 6), "share": round(100 * spent / total, 2)}


class TimedArticle(Article):
    """An article whose facts are booked by themselves, not to the rule that happens to ask first."""

    __slots__ = ("_timings",)

    def __init__(self, article: Article, timings: Timings) -> None:
        super().__init__(article.document, article.lexicon, article.proposals, article.twin)
        self._timings = timings

    def tokens(self, block: Block) -> Tokens:
        return self._timed("tokens", super().tokens, block)

    def lowered(self, block: Block) -> list[str]:
        return self._timed("tokens", super().lowered, block)

    def sentences(self, block: Block) -> list[tuple[int, int]]:
        return self._timed("sentences", super().sentences, block)

    def quotations(self, block: Block) -> list[Quotation]:
        return self._timed("quotations", super().quotations, block)

    def quoted(self, block: Block, start: int, end: int) -> bool:
        return self._timed("quotations", super().quoted, block, start, end)

    @property
    def vocabulary(self) -> frozenset[str]:
        return self._timed("vocabulary", lambda: super(TimedArticle, self).vocabulary)

    @property
    def lowered_vocabulary(self) -> frozenset[str]:
        return self._timed("vocabulary", lambda: super(TimedArticle, self).lowered_vocabulary)

    @property
    def people(self) -> People:
        return self._timed("people", lambda: super(TimedArticle, self).people)

    @property
    def abbreviations(self) -> dict[str, Abbreviation]:
        return self._timed("abbreviations", lambda: super(TimedArticle, self).abbreviations)

    def _timed(self, fact: str, make: Callable[..., T], *args: Any) -> T:
        self._timings.start(("fact", fact))
        try:
            return make(*args)
        finally:
            self._timings.stop()
