"""Finds one thing that stands without the other that it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Flag, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import EXCEPT, Phrases, groups
from newslint.matching import Pattern
from newslint.model import Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Conditional(Check):
    """Each find of `when` that no find of `unless` answers.

    Where the patterns have a group, the two must agree in it: an abbreviation in capitals, and the same letters in
    brackets behind a name; of several groups the first that took part counts. `order: before` wants the answer to begin
    at the find or earlier. `answers_in` keeps answers to some of the rule's zones.
    """

    name = "conditional"
    parameters = (
        Parameter("when", ListOf(Text()), "regular expressions of what needs an answer", required=True),
        Parameter("unless", ListOf(Text()), "regular expressions of the answer", required=True),
        Parameter("allow", ListOf(Text()), "values of the group (or whole finds) that need no answer"),
        Parameter("order", Choice("any", "before"), "where the answer may stand", "any"),
        Parameter("answers_in", ListOf(Choice(*Zone)), "zones in which answers count; all of the rule's unless said"),
        Parameter("first", Flag(), "whether only the first find of each value is reported", "yes"),
        EXCEPT,
    )
    placeholders = ("value",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._phrases = Phrases(lexicon)
        for i, text in enumerate(settings.texts("when")):
            self._phrases.add_pattern(text, (), ("when", i), 0)
        for i, text in enumerate(settings.texts("unless")):
            self._phrases.add_pattern(text, (), ("unless", i), 1)
        self._answers_in = frozenset(map(Zone, settings.texts("answers_in")))
        self._allow = {w for t in settings.texts("allow") for w in self._phrases.expand(t, ("allow",))}
        self._phrases.add_exceptions(settings.texts("except"))
        self._before = settings.text("order") == "before"
        self._first = settings.flag("first")

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        answers: dict[str, tuple[int, int]] = {}
        asked: list[BlockHit] = []
        for h in hits:
            entry = self._phrases.entries[h.pattern]
            if entry is None or entry.record == 0:
                asked.append(h)
            elif not self._answers_in or h.block.zone in self._answers_in:
                key = _value(h)
                place = (h.block.index, h.start)
                answers[key] = min(place, answers.get(key, place))
        seen: set[str] = set()
        for h, _ in self._phrases.finds(asked):
            found = h.block.text[h.start : h.end]
            key = _value(h)
            answer = answers.get(key)
            if (answer is not None and (not self._before or answer <= (h.block.index, h.start))) or (
                {key, found} & self._allow
            ):
                continue
            if not (self._first and (key or found) in seen):
                yield Finding(h.block, h.start, h.end, {**groups(h), "value": key or found})
            seen.add(key or found)


def _value(h: BlockHit) -> str:
    """The first group of a find that took part, "" where there is none."""
    return next((g for g in h.groups[1:] if g), "")
