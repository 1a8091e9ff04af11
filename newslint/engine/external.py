"""What external checkers add to newslint's own findings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newslint.model import Diagnostic

_BROAD = 80
"""Code points from which on a finding speaks of a passage, not of the words in it."""


def news(external: Sequence[Diagnostic], own: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics of external checkers that say something new: not of words that newslint's own are about, and of
    several about the same words the one of the highest level (then the first, the shortest, the first by rule)."""
    if not external:
        return []
    spans = sorted(d.span for d in own if d.span.end - d.span.start < _BROAD)
    starts = [start for start, _ in spans]
    kept: list[Diagnostic] = []
    for d in sorted(external, key=lambda d: (-d.severity.rank, d.span.start, d.span.end, d.rule)):
        low = bisect_left(starts, d.span.start - _BROAD)
        high = bisect_left(starts, d.span.end + 1)
        near = (spans[i] for i in range(low, high))
        if not any(d.span.overlaps(other) for other in near):
            kept.append(d)
            at = bisect_left(spans, d.span)
            spans.insert(at, d.span)
            starts.insert(at, d.span.start)
    return kept
