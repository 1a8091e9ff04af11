"""Text for a person at a terminal."""

from __future__ import annotations

from newslint.model import Diagnostic, Fix, Report, Severity, Source, Summary
from newslint.reporters.base import Reporter
from newslint.reporters.excerpt import excerpt
from newslint.reporters.visible import Visible, wrap

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
_FIXES = 3
"""Most fixes shown of a finding: JSON has the rest."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Counts = tuple[int, int, int, int, int]
    """Numbers of findings that are shown: those that block publication, others of note, suggestions; and of those that
    are not shown: suggestions, others."""


class TextReporter(Reporter):
    """Each finding with its place, level, rule, message, source line and suggested fix; then what it all comes to."""

    def begin(self) -> None:
        self._visible = Visible(self.style.encoding)
        self._counts: Counts = (0, 0, 0, 0, 0)

    def rendered(self, report: Report) -> tuple[Counts, str]:
        shown = self.shown(report)
        text = "".join(["\n".join(self._finding(d, report.source)) + "\n\n" for d in shown])
        return counted(report, shown), text

    def add(self, rendered: tuple[Counts, str]) -> None:
        (a, b, c, d, e), text = rendered
        blocking, notable, suggestions, hidden, others = self._counts
        self._counts = (blocking + a, notable + b, suggestions + c, hidden + d, others + e)
        if text:
            self.write(text)

    def end(self, summary: Summary) -> None:
        if summary.files and not self.style.quiet:
            text = closing(self._counts, summary.files, summary.unread)
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


def counted(report: Report, shown: Sequence[Diagnostic]) -> Counts:
    """What one article comes to."""
    levels = [d.severity for d in shown]
    blocking = sum(level.rank >= report.fail_level.rank for level in levels)
    suggestions = 0 if report.fail_level is Severity.SUGGESTION else levels.count(Severity.SUGGESTION)
    hidden = report.count(Severity.SUGGESTION) - levels.count(Severity.SUGGESTION)
    rest = len(levels) - blocking - suggestions
    return blocking, rest, suggestions, hidden, len(report) - len(levels) - hidden


def closing(counts: Counts, files: int, unread: int = 0) -> str:
    """What a run comes to, as a colleague would say it."""
    blocking, notable, suggestions, hidden, others = counts
    said = [f"{blocking} must be fixed"] if blocking else []
    said += [f"{notable} to look at"] if notable else []
    said += [_counted(suggestions, "suggestion")] if suggestions else []
    text = f"{', '.join(said) or 'Nothing to fix'} in {_counted(files, 'file')}"
    if others:
        text += f", {hidden + others} not shown (--min-level)"
    elif hidden:
        text += f", {_counted(hidden, 'suggestion')} not shown (--min-level suggestion)"
    if unread:
        text += f"; {unread} could not be checked"
    return text + "."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
