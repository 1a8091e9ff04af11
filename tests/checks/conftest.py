"""Rules from YAML and articles from marked text: `[[ ]]` stands round what must be flagged, as in rule files."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from newslint.engine import Linter
from newslint.engine.proof import first_fixes
from newslint.model import Block, Diagnostic, Document, Metadata, Source, TextMap, Zone, apply_edits
from newslint.readers import ReadContext, read
from newslint.rulebook.examples import unmark
from newslint.rulebook.nodes import read_yaml
from newslint.rulebook.rulefile import RuleReader
from newslint.text.lexicon import Lexicon, WordList

_LINE = re.compile(rf"(?:({'|'.join(Zone)}): )?(.*)")


class Found(list[Diagnostic]):
    """Findings, and what tests ask of them."""

    @property
    def messages(self) -> list[str]:
        return [d.message for d in self]

    @property
    def levels(self) -> list[str]:
        return [str(d.severity) for d in self]

    @property
    def offers(self) -> list[list[str]]:
        """What each fix of each finding puts in."""
        return [[fix.edits[0].text for fix in d.fixes] for d in self]

    @property
    def related(self) -> list[list[str]]:
        """What is said of other places."""
        return [[r.message for r in d.related] for d in self]


class Trial:
    """One rule over articles."""

    def __init__(self, linter: Linter) -> None:
        self.linter = linter

    def flags(self, marked: str, **metadata: str) -> Found:
        """Check blocks, one a line ("headline: ..." names the zone, a paragraph otherwise); the marks are what must be
        found. An empty line parts nothing and holds nothing."""
        text, marks = unmark(marked)
        return self._compare(marked, marks, self.linter.lint(layout(text, metadata)).diagnostics)

    def reads(self, marked: str, format: str = "text", **metadata: str) -> Found:
        """The same for an article as a reader reads it."""
        text, marks = unmark(marked)
        return self._compare(marked, marks, self.linter.lint(self.document(text, format, **metadata)).diagnostics)

    def fixed(self, text: str, format: str = "text", **metadata: str) -> str:
        """The text of an article after the first fix of each finding; what remains must be silent."""
        found = self.linter.lint(self.document(text, format, **metadata)).diagnostics
        edits, left = first_fixes(found)
        result = apply_edits(text, edits)
        assert left or not self.linter.lint(self.document(result, format, **metadata)).diagnostics
        return result

    def document(self, text: str, format: str = "text", **metadata: str) -> Document:
        return read(Source(text), format, ReadContext(self.linter.lexicon, metadata))

    @staticmethod
    def _compare(marked: str, marks: tuple[tuple[int, int], ...], found: tuple[Diagnostic, ...]) -> Found:
        text = unmark(marked).text
        expected = [(span, text[slice(*span)]) for span in marks]
        assert [(tuple(d.span), text[slice(*d.span)]) for d in found] == expected
        return Found(found)


def layout(text: str, metadata: dict[str, str] | None = None) -> Document:
    """A document with one block a line, each in the zone that the line begins with."""
    blocks, at = [], 0
    for line in re.findall(r"[^\n]*\n?", text):
        m = _LINE.match(line)
        assert m
        if m[2]:
            start = at + m.start(2)
            blocks.append(Block(Zone(m[1] or "paragraph"), TextMap.slice(text, start, start + len(m[2]))))
        at += len(line)
    known = Metadata()
    for key, value in (metadata or {}).items():
        known.set(key, value)
    return Document(Source(text), blocks, known)


RuleMaker = Callable[..., Trial]


@pytest.fixture
def rule(lexicon: Lexicon) -> RuleMaker:
    """Makes the trial of a rule from its YAML; `severity` and `message` have defaults, `lists` are more word lists."""

    def make(text: str, lists: dict[str, dict[str, dict[str, str]]] | None = None) -> Trial:
        found, problems = attempt(text, _with(lexicon, lists))
        assert found is not None, problems
        return found

    return make


@pytest.fixture
def refuses(lexicon: Lexicon) -> Callable[[str], list[str]]:
    """Gives the mistakes in the YAML of a rule, without their places."""

    def make(text: str) -> list[str]:
        found, problems = attempt(text, lexicon)
        assert found is None
        return problems

    return make


def attempt(text: str, lexicon: Lexicon) -> tuple[Trial | None, list[str]]:
    head = [f"{k}: {v}\n" for k, v in (("severity", "error"), ("message", "m")) if f"\n{k}:" not in "\n" + text]
    reader = RuleReader(lexicon)
    rule = reader.read(read_yaml("".join(head) + text, "rule.yaml"), "group/rule", "tests")
    problems = [p.message + (f": {p.hint}" if p.hint else "") for p in reader.problems]
    return (Trial(Linter([rule], lexicon)) if rule else None), problems


def _with(lexicon: Lexicon, lists: dict[str, dict[str, dict[str, str]]] | None) -> Lexicon:
    if not lists:
        return lexicon
    return Lexicon({**lexicon.lists, **{name: WordList(name, words) for name, words in lists.items()}})
