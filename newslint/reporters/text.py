"""Text for a person at a terminal."""

from __future__ import annotations

from newslint.model import Diagnostic, Fix, Report, Severity, Source, Summary
from newslint.reporters.base import Reporter
from newslint.reporters.excerpt import excerpt
from newslint.reporters.visible import Visible, wrap

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
_FIXES = 3
"""Most fixes shown of a finding: JSON has the rest."""


class TextReporter(Reporter):
    """Each finding with its place, level, rule, message, source line and suggested fix; then what it all comes to."""

    def begin(self) -> None:
        self._visible = Visible(self.style.encoding)
        self._hidden = 0

    def rendered(self, report: Report) -> tuple[int, str]:
        shown = self.shown(report)
        text = "".join(["\n".join(self._finding(d, report.source)) + "\n\n" for d in shown])
        return len(report) - len(shown), text

    def add(self, rendered: tuple[int, str]) -> None:
        hidden, text = rendered
        self._hidden += hidden
        if text:
            self.write(text)

    def end(self, summary: Summary) -> None:
        if summary.files and not self.style.quiet:
            text = closing(summary, self.style.min_level, self._hidden)
            self.write("\n".join(wrap(text, self.style.width - 1, self._visible)) + "\n")

    def _finding(self, d: Diagnostic, source: Source) -> list[str]:
        line, column = source.position(d.span.start)
        place = self._paint(f"{self._visible.text(source.path)}:{line}:{column}:", bold=True)
        level = self._paint(str(d.severity), _COLORS[d.severity], bold=True)
        lines = [f"{place} {level} {d.rule}"]
        if d.part and d.part_span:
            lines[0] += f" (in {self._visible.text(d.part)})"
        lines += self._wrapped(d.message)
        lines += self._source(d, source)
        for related in d.related:
            line, column = source.position(related.span.start)
            lines += self._wrapped(
                f"See {line}:{column}: {related.message}" if related.message else f"See {line}:{column}"
            )
        if d.fixes:
            lines += self._wrapped("Fix: " + fixes(d.fixes))
        return lines

    def _source(self, d: Diagnostic, source: Source) -> list[str]:
        line, column = source.position(d.span.start)
        low, high = source.line_span(line)
        text = source.text[low:high]
        gutter = f"  {line} |"
        # A span that runs over lines is marked to the end of its first.
        last = source.position(d.span.end)
        beyond = f" to {last.line}:{last.column}" if last.line > line and last != (line + 1, 1) else ""
        room = self.style.width - len(gutter) - len(beyond) - 2
        cut = excerpt(text, column - 1, min(d.span.end - low, len(text)), room, self._visible)
        marks = " " * cut.before + self._paint("^" * cut.marked + beyond, _COLORS[d.severity])
        return [
            f"{self._paint(gutter, 'blue')} {cut.text}".rstrip(),
            f"{self._paint('|'.rjust(len(gutter)), 'blue')} {marks}",
        ]

    def _wrapped(self, text: str) -> list[str]:
        return ["  " + line for line in wrap(text, self.style.width - 3, self._visible)]

    def _paint(self, text: str, color: str | None = None, bold: bool = False) -> str:
        if not self.style.color:
            return text
        from click import style

        return style(text, fg=color, bold=bold or None)


def fixes(fixes: tuple[Fix, ...]) -> str:
    """The suggestions in one sentence, the likeliest first: "Replace with 'G20', 'G7' or 'G6'"."""
    first, *others = [f.title for f in fixes[:_FIXES]]
    common = "Replace with " if first.startswith("Replace with ") else ""
    *some, last = [first, *(other.removeprefix(common) for other in others)]
    return f"{', '.join(some)} or {last}" if some else last


def closing(summary: Summary, least: Severity = Severity.SUGGESTION, hidden: int = 0) -> str:
    """What a run comes to, as a colleague would say it. `hidden` findings below the level `least` were not shown."""
    counts = [(summary.errors, Severity.ERROR, "must be fixed"), (summary.warnings, Severity.WARNING, "to look at")]
    said = [f"{n} {what}" for n, level, what in counts if n and level.rank >= least.rank]
    if summary.suggestions and least is Severity.SUGGESTION:
        said.append(_counted(summary.suggestions, "suggestion"))
    files = _counted(summary.files, "file")
    text = f"{', '.join(said)} in {files}" if said else f"Nothing to fix in {files}"
    if hidden:
        text += f", {hidden} below {least} not shown"
    if summary.unread:
        text += f"; {summary.unread} could not be checked"
    return text + "."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
