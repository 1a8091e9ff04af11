"""Concise: one line a finding, as compilers write and editors read."""

from __future__ import annotations

from newslint.model import Report
from newslint.reporters.base import Reporter
from newslint.reporters.visible import Visible


class ConciseReporter(Reporter):
    """path:line:column: level rule message"""

    def rendered(self, report: Report) -> str:
        visible = Visible(self.style.encoding)
        path = visible.text(report.source.path)
        lines = []
        for d in self.shown(report):
            line, column = report.source.position(d.span.start)
            lines.append(f"{path}:{line}:{column}: {d.severity} {d.rule} {visible.text(d.message)}\n")
        return "".join(lines)
