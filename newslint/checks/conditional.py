"""Finds one thing that stands without the other that it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Flag, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.matching import Pattern
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Conditional(Check):
    """Each find of `when` that no find of `unless` answers.

    Where the patterns have a group, the two must agree in it: an abbreviation in capitals, and the same letters in
    brackets behind a name. `order: before` wants the answer to stand earlier; `first` reports only the first find.
    """

    name = "conditional"
    placeholders = ("1",)
    variants = ()
    parameters = (
        Parameter("when", ListOf(Text()), "regular expressions of what needs an answer", required=True),
        Parameter("unless", ListOf(Text()), "regular expressions of the answer", required=True),
        Parameter("allow", ListOf(Text()), "values of the group (or whole finds) that need no answer"),
        Parameter("order", Choice("any", "before"), "where the answer may stand", "any"),
        Parameter("first", Flag(), "whether only the first find of each value is reported", "yes"),
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._phrases = Phrases(lexicon)
        for i, text in enumerate(settings.texts("when")):
            self._phrases.add_pattern(text, (), ("when", i), 0)
        for i, text in enumerate(settings.texts("unless")):
            self._phrases.add_pattern(text, (), ("unless", i), 1)
        self._allow = {w for t in settings.texts("allow") for w in self._phrases.expand(t, ("allow",))}
        self._before = settings.text("order") == "before"
        self._first = settings.flag("first")

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        answers: dict[str, tuple[int, int]] = {}
        asked: list[tuple[tuple[int, int], str, BlockHit]] = []
        for h in hits:
            entry = self._phrases.entries[h.hit.pattern]
            groups = [g for g in h.hit.groups[1:] if g]
            place = (h.block.index, h.hit.start)
            if entry is not None and entry.record == 1:
                key = groups[0] if groups else ""
                answers[key] = min(place, answers.get(key, place))
            else:
                asked.append((place, groups[0] if groups else "", h))
        seen: set[str] = set()
        for place, key, h in sorted(asked, key=lambda a: a[0]):
            answer = answers.get(key)
            found = h.block.text[h.hit.start : h.hit.end]
            if (answer is not None and (not self._before or answer <= place)) or {key, found} & self._allow:
                continue
            if not (self._first and key in seen):
                yield Finding(h.block, h.hit.start, h.hit.end, {"1": key})
            seen.add(key)
