"""A reporter: one line a rule, with the number of its findings."""

from __future__ import annotations

from collections import Counter

from newslint.model import Report, Summary
from newslint.reporters.base import Reporter


class Tally(Reporter):
    """Counts the findings of all files by rule."""

    def begin(self) -> None:
        self.counts: Counter[str] = Counter()

    def report(self, report: Report) -> None:
        self.counts.update(d.rule for d in self.shown(report))

    def end(self, summary: Summary) -> None:
        for rule, count in sorted(self.counts.items()):
            self.write(f"{count} {rule}\n")
        self.write(f"{summary.files} files\n")
