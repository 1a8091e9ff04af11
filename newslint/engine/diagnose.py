"""From what a check found to what a person reads: level, words, exact place, fixes."""

from __future__ import annotations

from zlib import crc32

from newslint.checks import Finding
from newslint.checks.base import Place
from newslint.model import Block, Diagnostic, Document, Edit, Fix, Related, Span
from newslint.rulebook.rule import Rule
from newslint.text.lexicon import Lexicon
from newslint.text.template import parse

_CONTEXT = 24
"""Code points on each side that a fingerprint holds: enough to tell places apart, few enough to outlive edits."""


class _Values(dict[str, str]):
    """Values of a message. What this finding does not have, such as a group of another pattern, is empty."""

    def __missing__(self, name: str) -> str:
        return ""


class Speaker:
    """Gives a rule's findings its level and words."""

    __slots__ = ("_lexicon", "_messages", "_rule")

    def __init__(self, rule: Rule, lexicon: Lexicon) -> None:
        self._rule = rule
        self._lexicon = lexicon
        self._messages = {"": parse(rule.message)} | {k: parse(v) for k, v in rule.messages.items()}

    def diagnostic(self, finding: Finding, document: Document) -> Diagnostic:
        """The diagnostic of a finding; its fingerprint may still equal that of another place."""
        block, start, end = finding.block, finding.start, finding.end
        if block is None:
            span, match = Span(start, end), document.source.text[start:end]
        else:
            span, match = block.span(start, end), block.text[start:end]
        values = _Values({"match": match, "replacement": "", **finding.values})
        if finding.replacements:
            values["replacement"] = finding.replacements[0]
        rule = self._rule
        place = document.locate(span) if document.parts else None
        return Diagnostic(
            rule=rule.id,
            severity=rule.levels[finding.confidence],
            message=self._say(finding.variant, values),
            span=span,
            match=match,
            zone=block.zone if block else None,
            fixes=tuple(self._fixes(finding, document)),
            related=tuple(self._related(p, values) for p in finding.related),
            fingerprint=self._fingerprint(document.source.text, span),
            url=rule.reference,
            part=place[0] if place else "",
            part_span=place[1] if place else None,
        )

    def _say(self, variant: str, values: dict[str, str]) -> str:
        return self._messages.get(variant, self._messages[""]).fill(values, self._lexicon)

    def _related(self, place: Place, values: dict[str, str]) -> Related:
        span = place.block.span(place.start, place.end)
        if place.message not in self._messages or not place.message:
            return Related(span, "")
        match = place.block.text[place.start : place.end]
        return Related(span, self._say(place.message, _Values(values | {"match": match})))

    def _fixes(self, finding: Finding, document: Document) -> list[Fix]:
        start, end = finding.fix or (finding.start, finding.end)
        fixes = []
        for new in dict.fromkeys(finding.replacements):
            edit = (
                Edit(Span(start, end), new)
                if finding.block is None
                else _deletion(finding.block, start, end, document)
                if not new
                else finding.block.edit(start, end, new)
            )
            if edit is not None:
                title = f"Replace with '{new}'" if new.strip() else "Delete" if not new else "Insert white space"
                fixes.append(Fix(title, (edit,), self._rule.applicability))
        return fixes

    def _fingerprint(self, text: str, span: Span) -> str:
        context = " ".join(text[max(0, span.start - _CONTEXT) : span.end + _CONTEXT].split())
        data = f"{self._rule.id}\0{text[span.start : span.end]}\0{context}".encode("utf-8", "surrogatepass")
        return f"{crc32(data):08x}{crc32(data, 0x9E3779B9):08x}"


def _deletion(block: Block, start: int, end: int, document: Document) -> Edit | None:
    """The edit that takes a range out without leaving two spaces or an empty line behind."""
    text = block.text
    if start == 0 and end == len(text):
        return _line_deletion(block, document)
    if end < len(text) and text[end] == " " and (start == 0 or text[start - 1] == " "):
        end += 1
    elif end == len(text) and start and text[start - 1] == " ":
        start -= 1
    return block.edit(start, end, "")


def _line_deletion(block: Block, document: Document) -> Edit | None:
    """Deletes a whole block: where it fills lines of plain text, with its line end and a blank line too many."""
    span = block.span(0, len(block.text))
    text = document.source.text
    if document.format not in ("text", "markdown") or text[: span.start].rpartition("\n")[2].strip():
        return block.edit(0, len(block.text), "")
    end = _next_line(text, span.end)
    if end is None:
        return block.edit(0, len(block.text), "")
    after = _next_line(text, end)
    before = text[: span.start].rstrip(" \t\r\n")
    if after is not None and after > end and text.count("\n", len(before), span.start) != 1:
        end = after
    return Edit(Span(span.start, end), "")


def _next_line(text: str, at: int) -> int | None:
    """Offset of the next line's start, or None where something visible stands before it."""
    end = at
    while end < len(text) and text[end] in " \t":
        end += 1
    for line_end in ("\r\n", "\n", "\r"):
        if text.startswith(line_end, end):
            return end + len(line_end)
    return end if end == len(text) else None
