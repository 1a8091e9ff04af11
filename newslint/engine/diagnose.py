"""From what a check found to what a person reads: level, words, exact place, fixes."""

from __future__ import annotations

from time import perf_counter
from zlib import crc32

from newslint.checks import Finding
from newslint.checks.base import Place
from newslint.model import Block, Diagnostic, Document, Edit, Fix, Related, Span, Zone
from newslint.native import native
from newslint.rulebook.rule import Rule
from newslint.storage.expressions import expression
from newslint.text.lexicon import Lexicon
from newslint.text.template import Template, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    Take: TypeAlias = Callable[[Iterable[Finding], Document, list[Diagnostic], float], bool]
    """See Speaker.take."""

_BEFORE = " ([“‘"
_CLOSING = ".,;:!?)]}…”’"
_BLANK = expression(r"[ \t]*")
_OPENED = expression(r"[ \t]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)]|>)[ \t]+){0,6}[*_]{0,3}\[?")
"""What may stand before a block of Markdown on its line: marks of headings, lists and quotes, emphasis, a link."""
_CLOSED = expression(r"(?:\]\([^()\s]*\))?[*_]{0,3}[ \t]*#*")
_UNDERLINE = expression(r"[ \t]*(?:=+|-+)")
_LINE_END = expression(r"\r\n|\r|\n")
_BLANK_TO_END = expression(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_BLANKS = {" ": "a space", "\u00a0": "a no-break space", "\n": "a line end", "\r\n": "a line end", "\r": "a line end"}
"""Replacements that can't be seen, in words."""
_CONTEXT = 24
"""Code points on each side that a fingerprint holds: enough to tell places apart, few enough to outlive edits."""


class _Values(dict[str, str]):
    """Values of a message. Group 0 is the whole find; what this finding does not have, such as a group of another
    pattern, is empty."""

    def __missing__(self, name: str) -> str:
        return self["match"] if name == "0" else ""


_new = tuple.__new__  # makes a Diagnostic in a third of the time that its own constructor takes


class Speaker:
    """Gives a rule's findings its level and words."""

    __slots__ = ("_lexicon", "_messages", "_rule", "_start")

    def __init__(self, rule: Rule, lexicon: Lexicon) -> None:
        self._rule = rule
        self._lexicon = lexicon
        self._messages: dict[str, Template] = {}
        """By variant."""
        self._start = f"{rule.id}\0"

    def ready(self) -> Take:
        """`take`, compiled where that can be."""
        if native is None:
            return self.take
        around, other = self._template("").around, self.diagnostic
        own = self._rule.id, self._rule.levels, self._rule.reference, around
        makers = self._message, self._fixes, other, perf_counter, self._rule.applicability
        take: Take = native.Speaker(*own, *makers, Diagnostic, Span, Fix).take
        return take

    def take(self, findings: Iterable[Finding], document: Document, taken: list[Diagnostic], limit: float) -> bool:
        """Add the diagnostics of findings to those taken. True where it was stopped: `perf_counter` has come past the
        limit."""
        for finding in findings:
            taken.append(self.diagnostic(finding, document))
            if perf_counter() > limit:
                return True
        return False

    def diagnostic(self, finding: Finding, document: Document) -> Diagnostic:
        """The diagnostic of a finding; its fingerprint may still equal that of another place."""
        block, start, end, _, replacements, confidence, _, related, _, _, reference, origin = finding
        if block is None:
            span, text, zone, tidy = Span(start, end), document.source.text, None, False
        else:
            span, text, zone, tidy = block.map.span(start, end), block.text, block.zone, block.tidy
        match = text[start:end]
        rule = self._rule
        place = document.locate(span) if document.parts else None
        return _new(
            Diagnostic,
            (
                rule.id,
                rule.levels[confidence],
                self._message(finding, match),
                span,
                match,
                zone,
                self._fixes(finding, document) if replacements else (),
                tuple([self._related(p, finding) for p in related]) if related else (),
                self._fingerprint(text, start, end, tidy),
                reference or rule.reference,
                place[0] if place else "",
                place[1] if place else None,
                origin,
            ),
        )

    def _message(self, finding: Finding, match: str) -> str:
        template = self._messages.get(finding.variant) or self._template(finding.variant)
        if template.around:
            before, behind = template.around
            return f"{before}{match}{behind}"
        return self._say(template, match, finding)

    def _template(self, variant: str) -> Template:
        found = self._messages[variant] = parse(self._rule.messages.get(variant, self._rule.message))
        return found

    def _say(self, template: Template, match: str, finding: Finding) -> str:
        """A message about a text that a finding speaks of."""
        values = _Values(finding.values)
        values["match"] = match
        values["replacement"] = finding.replacements[0] if finding.replacements else ""
        return template.fill(values, self._lexicon)

    def _related(self, place: Place, finding: Finding) -> Related:
        span = place.block.span(place.start, place.end)
        if place.message not in self._rule.messages:
            return Related(span, "")
        match = place.block.text[place.start : place.end]
        template = self._messages.get(place.message) or self._template(place.message)
        return Related(span, self._say(template, match, finding))

    def _fixes(self, finding: Finding, document: Document) -> tuple[Fix, ...]:
        start, end = finding.fix or (finding.start, finding.end)
        fixes: list[Fix] = []
        for new in dict.fromkeys(finding.replacements):
            edit = _edit(finding.block, start, end, new, document)
            if edit is None:
                continue
            edits = [edit]
            if finding.also and not fixes:
                more = (_edit(*place, document) for place in finding.also)
                for other in sorted(e for e in more if e is not None):
                    if not other.span.overlaps(edit.span) and not other.span.overlaps(edits[-1].span):
                        edits.append(other)
            fixes.append(Fix(_title(new, start == end, len(edits) - 1), tuple(edits), self._rule.applicability))
        return tuple(fixes)

    def _fingerprint(self, text: str, start: int, end: int, tidy: bool) -> str:
        """From the words of the finding's own block, so that it outlives changes elsewhere. tidy: see Block."""
        context = text[start - _CONTEXT if start > _CONTEXT else 0 : end + _CONTEXT]
        context = context.strip() if tidy else " ".join(context.split())
        data = f"{self._start}{text[start:end]}\0{context}".encode("utf-8", "surrogatepass")
        # Two sums of one kind differ by a constant only: the second takes the text backwards.
        return (crc32(data) << 32 | crc32(data[::-1])).to_bytes(8, "big").hex()


def _edit(block: Block | None, start: int, end: int, new: str, document: Document) -> Edit | None:
    """The edit that puts a text in place of a range of a block, of the source without one; None where it can't be."""
    if block is None:
        return Edit(Span(start, end), new)
    return block.edit(start, end, new) if new else _deletion(block, start, end, document)


def _title(new: str, insertion: bool, more: int = 0) -> str:
    """What a fix does, for people. more: places of the same fault that it mends beside."""
    shown = f"'{new}'" if new.strip() else _BLANKS.get(new, "white space")
    title = "Delete" if not new else f"Insert {shown}" if insertion else f"Replace with {shown}"
    return f"{title}, and mend {more} more like it" if more else title


def _deletion(block: Block, start: int, end: int, document: Document) -> Edit | None:
    """The edit that takes a range out without leaving two spaces, a space before a mark, or an empty line behind."""
    text = block.text
    if start == 0 and end == len(text):
        return _line_deletion(block, document)
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    wider = []
    if after == " " and (not before or before in _BEFORE):
        wider.append((start, end + 1))
    if before == " " and (not after or after == " " or after in _CLOSING):
        wider.append((start - 1, end))
    # White space beyond markup can't go along: "a <b>very</b> good".
    edits = (block.edit(low, high, "") for low, high in (*wider, (start, end)))
    return next((edit for edit in edits if edit is not None), None)


def _line_deletion(block: Block, document: Document) -> Edit | None:
    """Deletes a whole block: where it fills lines of plain text or Markdown, with the marks of its kind, its line end
    and a blank line too many."""
    span = block.span(0, len(block.text))
    text = document.source.text
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    opening, closing = (_OPENED, _CLOSED) if document.format == "markdown" else (_BLANK, _BLANK)
    ended = closing.match(text, span.end)
    end = _next_line(text, ended.end() if ended else span.end)
    if document.format not in ("text", "markdown") or not opening.fullmatch(text, start, span.start) or end is None:
        return block.edit(0, len(block.text), "")
    if document.format == "markdown" and block.zone in (Zone.HEADLINE, Zone.CROSSHEAD):
        underline = _UNDERLINE.match(text, end)
        end = (underline and _next_line(text, underline.end())) or end
    kept = start
    while kept and text[kept - 1] in " \t\r\n":
        kept -= 1
    if end == len(text):
        start = (kept and _next_line(text, kept)) or start
    elif not kept or len(_LINE_END.findall(text, kept, start)) > 1:
        # A blank line before and one behind are one too many.
        end = _next_line(text, end) or end
    return Edit(Span(start, end), "")


def _next_line(text: str, at: int) -> int | None:
    """Offset of the next line's start, or None where something visible stands before it."""
    m = _BLANK_TO_END.match(text, at)
    return m.end() if m else None
