"""Runs the examples that a rule carries: the rule must flag what they mark, nothing else, and its fixes must hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from newslint.engine.across import Across
from newslint.engine.linter import Linter
from newslint.model import (
    Applicability,
    Block,
    Diagnostic,
    Document,
    Edit,
    Metadata,
    Proposal,
    Source,
    Span,
    TextMap,
    apply_edits,
)
from newslint.model.records import NamedTuple
from newslint.readers.base import ReadContext, read, read_bytes
from newslint.rulebook.rule import Example, ExampleFile, Rule
from newslint.text.lexicon import Lexicon

_CHECKER = "example"
"""Who proposes in an example."""


class Failure(NamedTuple):
    """What is wrong with a rule's examples: the rule, the place in its file (line from 1), and how."""

    rule: str
    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.message}"


def prove(rule: Rule, lexicon: Lexicon) -> list[Failure]:
    """Run a rule's examples with no other rule, whatever its status. An empty list means that all of them hold."""
    failures = _missing(rule) + _repeated(rule)
    try:
        linter = Linter([rule], lexicon)
    except ValueError as error:
        return [*failures, Failure(rule.id, rule.path, rule.line, f"the rule can't run: {error}")]
    for example in rule.examples:
        kind = "bad" if example.bad else "good"
        for message in _Trial(rule, linter, example).run():
            failures.append(Failure(rule.id, example.file or rule.path, example.line, f"{kind} example: {message}"))
    return sorted(failures, key=lambda f: f.line)


def prove_all(rules: Iterable[Rule], lexicon: Lexicon) -> list[Failure]:
    """Run the examples of many rules, each by itself; failures by rule and line."""
    return [failure for rule in rules for failure in prove(rule, lexicon)]


def said(rule: Rule, lexicon: Lexicon) -> list[list[str]]:
    """For each example of a rule, in order, the messages that an editor reads of it. Empty where the rule can't run."""
    try:
        linter = Linter([rule], lexicon)
    except ValueError:
        return [[] for _ in rule.examples]
    return [_Trial(rule, linter, example).messages() for example in rule.examples]


def _missing(rule: Rule) -> list[Failure]:
    kinds = {e.bad for e in rule.examples}
    return [
        Failure(rule.id, rule.path, rule.line, f"the rule has no {name} example, expected at least one")
        for bad, name in ((True, "bad"), (False, "good"))
        if bad not in kinds
    ]


def _repeated(rule: Rule) -> list[Failure]:
    failures = []
    first: dict[object, Example] = {}
    for example in rule.examples:
        files = tuple(
            (f.name, f.text, f.data, f.format, f.zone, tuple(sorted(f.metadata.items()))) for f in example.files
        )
        key = (files, example.proposals)
        if key in first:
            other, path = first[key], example.file or rule.path
            where = f"line {other.line}" if other.file == example.file else f"{other.file}:{other.line}"
            failures.append(Failure(rule.id, path, example.line, f"the example stands twice, first in {where}"))
        first.setdefault(key, example)
    return failures


class _Trial:
    """One example under one rule."""

    def __init__(self, rule: Rule, linter: Linter, example: Example) -> None:
        self._rule = rule
        self._linter = linter
        self._example = example

    def run(self) -> list[str]:
        """What does not hold, in words."""
        messages = []
        across = Across()
        for file, marks in zip(self._example.files, self._example.marks, strict=True):
            try:
                document = self._document(file)
            except ValueError as error:
                messages.append(f"it can't be read: {error}")
                continue
            try:
                found = self._found(document, across)
                messages += self._compare(document.source, _in_text(file, marks, document.source), found)
                if self._example.bad:
                    messages += self._mended(file, document, found)
            except Exception as error:
                # A check of a plug-in may fail in any way; the other examples are still to be run.
                messages.append(f"the check failed with {type(error).__name__}: {error}")
        return messages

    def messages(self) -> list[str]:
        """What the rule says of the example, each message once."""
        across = Across()
        try:
            found = [d for file in self._example.files for d in self._found(self._document(file), across)]
        except Exception:
            # A check of a plug-in may fail in any way: `run` tells of it.
            return []
        return list(dict.fromkeys(d.message for d in found))

    def _found(self, document: Document, across: Across) -> tuple[Diagnostic, ...]:
        twin = across.add(document) if len(self._example.files) > 1 else None
        return self._linter.lint(document, self._proposals(document), twin).diagnostics

    def _document(self, file: ExampleFile, text: str | None = None) -> Document:
        """The example as a document, or `text` in its place. Raises Unreadable or UnknownFormat."""
        format = file.format or min(self._rule.formats, default="text")
        name = file.name or "example"
        if file.zone is not None:
            source = Source(file.text if text is None else text, name)
            block = Block(file.zone, TextMap.slice(source.text, 0, len(source)))
            metadata = Metadata()
            for key, value in file.metadata.items():
                metadata.set(key, value)
            return Document(source, [block], metadata, format=format)
        context = ReadContext(self._linter.lexicon, file.metadata)
        if text is None and file.data is not None:
            return read_bytes(file.data, name, format, context)
        return read(Source(file.text if text is None else text, name), format, context)

    def _proposals(self, document: Document) -> list[Proposal]:
        """What an external checker is supposed to say, wherever its words stand."""
        return [
            Proposal(block.index, m.start(), m.end(), _CHECKER, p.rule, p.message, p.suggestions, p.category, p.kind)
            for p in self._example.proposals
            for block in document.blocks
            for m in re.finditer(rf"(?<!\w){re.escape(p.words)}(?!\w)", block.text)
        ]

    @staticmethod
    def _compare(source: Source, expected: Sequence[Span], found: Sequence[Diagnostic]) -> list[str]:
        wanted, got = Counter(expected), Counter(d.span for d in found)
        missed, extra = sorted((wanted - got).elements()), sorted((got - wanted).elements())
        messages = []
        if missed and extra:
            messages.append(f"expected {_shown(source, missed)}, flagged {_shown(source, extra)}")
        elif missed:
            messages.append(f"not flagged: {_shown(source, missed)}")
        elif extra:
            messages.append(f"flagged, and it should not be: {_shown(source, extra)}")
        return messages

    def _mended(self, file: ExampleFile, document: Document, found: Sequence[Diagnostic]) -> list[str]:
        """What is wrong with the fixes."""
        text = document.source.text
        messages = []
        for d in found:
            for fix in d.fixes:
                if apply_edits(text, fix.edits) == text:
                    messages.append(f"the fix '{fix.title}' of {_shown(document.source, [d.span])} changes nothing")
        edits, unfixed = first_fixes(found)
        fixed = apply_edits(text, edits)
        wanted = self._example.fix
        if wanted is not None and wanted == text:
            messages.append("the example's own 'fix' changes nothing")
        elif wanted is not None and fixed != wanted:
            messages.append(_difference(wanted, fixed) if edits else "the rule offers no fix, the example has one")
        if edits and fixed != text:
            after = self._document(file, fixed)
            left = self._linter.lint(after, self._proposals(after)).diagnostics
            if len(left) > unfixed:
                spans = [d.span for d in left]
                messages.append(f"after the fix the rule still flags {_shown(after.source, spans)} in '{_cut(fixed)}'")
        return messages


def first_fixes(diagnostics: Sequence[Diagnostic]) -> tuple[list[Edit], int]:
    """The edits of the first fix of each diagnostic, and how many diagnostics they leave as they are.

    Where two fixes overlap, the one that starts first wins, then that of the higher level. Fixes that are only for
    display are not applied.
    """
    edits: list[Edit] = []
    left = 0
    for d in sorted(diagnostics, key=lambda d: (d.span.start, -d.severity.rank)):
        fix = next((f for f in d.fixes if f.applicability is not Applicability.DISPLAY), None)
        if fix is None or any(e.span.overlaps(other.span) for e in fix.edits for other in edits):
            left += 1
            continue
        edits += fix.edits
    return edits, left


def _in_text(file: ExampleFile, marks: Sequence[tuple[int, int]], source: Source) -> list[Span]:
    """The marks as spans of the decoded text."""
    if file.data is None:
        return [Span(*m) for m in marks]
    return [Span(_decoded_length(file.data, a, source), _decoded_length(file.data, b, source)) for a, b in marks]


def _decoded_length(data: bytes, end: int, source: Source) -> int:
    """Code points that the first `end` bytes stand for."""
    from newslint.readers.decoding import decode

    return len(decode(data[:end], "")[0]) if len(data) != len(source) else end


def _shown(source: Source, spans: Iterable[Span]) -> str:
    """ "'12 noon' at 1:6 and 'noon' at 3:1" (line and column in the example)."""
    parts = []
    for span in spans:
        line, column = source.position(span.start)
        parts.append(f"'{_cut(source.text[span.start : span.end])}' at {line}:{column}")
    return " and ".join(parts)


def _cut(text: str, most: int = 80) -> str:
    text = text.replace("\n", "\\n")
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _difference(wanted: str, fixed: str) -> str:
    """Where two texts part, with what stands there in each."""
    at = next((i for i, (a, b) in enumerate(zip(wanted, fixed, strict=False)) if a != b), min(len(wanted), len(fixed)))
    start = max(0, at - 20)
    line, column = Source(fixed).position(at)
    return f"the fix gives '{_cut(fixed[start:])}' (from {line}:{column} on), expected '{_cut(wanted[start:])}'"
