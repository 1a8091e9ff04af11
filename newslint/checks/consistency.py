"""Finds two forms of one thing in one article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Finding, Place, Scope, Use
from newslint.checks.parameters import Choice, Flag, ListOf, Parameter, ParameterError, RecordOf, Settings, Text
from newslint.checks.phrases import EXCEPT, PhraseCheck, Phrases, written
from newslint.model import Confidence
from newslint.text.article import Article
from newslint.text.inflection import inflected
from newslint.text.lexicon import Lexicon

_FORM = RecordOf(
    Parameter("name", Text(), "what the form is called in the message", required=True),
    Parameter("words", ListOf(Text()), "texts of this form"),
    Parameter("patterns", ListOf(Text()), "regular expressions of this form"),
)


class Consistency(PhraseCheck):
    """Where one article holds several forms of one thing, those that stand less often are findings.

    `either` lists groups of spellings, each written "adviser | advisor"; the whole group is compared by itself, and the
    fix writes the spelling that stands most often. `forms` describes forms by patterns, such as two ways to write a
    time. On a tie the form that comes first in the article counts as the house's; on a tie or a lead of one, confidence
    is `likely`. With `names: no`, words that begin with a capital don't count, at the start of a sentence neither.
    """

    name = "consistency"
    parameters = (
        Parameter("either", ListOf(Text()), 'spellings of one word, written "adviser | advisor"'),
        Parameter("forms", ListOf(_FORM), "forms of one thing, by words and patterns"),
        Parameter("inflect", Choice("false", "true", "plural", "verb"), "also compare plurals and verb forms", "false"),
        Parameter("names", Flag(), "whether forms with a capital count: names keep their own spelling", "yes"),
        Parameter(
            "once", Flag(), "whether only the first place of a form is reported, for faults that have one cause", "no"
        ),
        EXCEPT,
    )

    learns = True
    settled = ("either", "forms", "inflect", "except")
    placeholders = ("majority", "count", "own", "form", "house")
    variants = ("majority",)

    def __init__(self, settings: Settings, lexicon: Lexicon, phrases: Phrases | None = None) -> None:
        super().__init__(settings, lexicon, phrases)
        self._capitals = settings.flag("names")
        self._once = settings.flag("once")
        self._names = self._phrases.labels
        """For each record: its group, the name of its form, the number of the form in the group."""

    @staticmethod
    def gather(settings: Settings, lexicon: Lexicon) -> Phrases:
        phrases = Phrases(lexicon)
        for g, text in enumerate(settings.texts("either")):
            spellings = [s.strip() for s in text.split("|")]
            if len(set(spellings)) < 2 or not all(spellings) or len(set(spellings)) < len(spellings):
                raise ParameterError(f"found '{text}', expected different spellings parted by '|'", ("either", g))
            for i, spelling in enumerate(spellings):
                others = [s for s in spellings if s != spelling]
                for writing, to in inflected(spelling, others, settings.text("inflect"), lexicon):
                    phrases.add_literal(writing, to, ("either", g), _form(phrases, g, spelling, i))
        for i, record in enumerate(settings.records("forms")):
            form = _form(phrases, -1, record.text("name"), i)
            for text in record.texts("words"):
                phrases.add_literal(text, (), ("forms", i, "words"), form)
            for text in record.texts("patterns"):
                phrases.add_pattern(text, (), ("forms", i, "patterns"), form)
        if not phrases.patterns:
            raise ParameterError("one of the keys 'either' and 'forms' is needed")
        phrases.add_exceptions(settings.texts("except"))
        return phrases

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        groups: dict[int, dict[int, list[BlockHit]]] = defaultdict(lambda: defaultdict(list))
        for h, (group, _, number) in self._labelled(hits):
            groups[group][number].append(h)
        for forms in groups.values():
            if len(forms) > 1:
                yield from self._minority(forms)

    def uses(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Use]:
        topics: dict[int, dict[str, None]] = defaultdict(dict)
        for group, name, _ in self._names:
            topics[group][name] = None
        for h, (group, name, _) in self._labelled(hits):
            topic = "" if group < 0 else " | ".join(topics[group])
            text = h.block.text
            space = text.find(" ", h.end + 1)
            yield Use(topic, name, text[h.start : h.end], text[h.end : space if space >= 0 else len(text)])

    def _labelled(self, hits: Sequence[BlockHit]) -> Iterator[tuple[BlockHit, tuple[int, str, int]]]:
        """The hits that count, each with the group, name and number of its form."""
        for h, entry in self._phrases.finds(hits):
            if self._capitals or not h.block.text[h.start].isupper():
                yield h, self._names[entry.record]

    def _minority(self, forms: dict[int, list[BlockHit]]) -> Iterator[Finding]:
        order = {n: min((h.block.index, h.start) for h in hits) for n, hits in forms.items()}
        ranked = sorted(forms, key=lambda n: (-len(forms[n]), order[n]))
        house, others = ranked[0], ranked[1:]
        first = min(forms[house], key=lambda h: (h.block.index, h.start))
        count = len(forms[house])
        majority = self._phrases.entries[first.pattern]
        assert majority is not None
        for number in others:
            close = count - len(forms[number]) < 2
            for h in forms[number][:1] if self._once else forms[number]:
                entry = self._phrases.entries[h.pattern]
                assert entry is not None
                block, start, end = h.block, h.start, h.end
                # An entry's replacements are the other spellings of its group, in order.
                to = entry.to[house - (house > number) :][:1]
                values = {
                    "majority": first.block.text[first.start : first.end],
                    "count": str(count),
                    "own": str(len(forms[number])),
                    "form": self._names[entry.record][1],
                    "house": self._names[majority.record][1],
                }
                related = (Place(first.block, first.start, first.end, "majority"),)
                confidence = Confidence.LIKELY if close else Confidence.CERTAIN
                replacements = written(to, block.text[start:end], h, entry, self._lexicon)
                yield Finding(block, start, end, values, tuple(replacements), confidence, related=related)


def _form(phrases: Phrases, group: int, name: str, number: int) -> int:
    """The number of a new record."""
    phrases.labels.append((group, name, number))
    return len(phrases.labels) - 1
