"""Edits of the source and fixes made of them."""

from __future__ import annotations

from enum import StrEnum

from newslint.model.records import NamedTuple
from newslint.model.span import Span


class Edit(NamedTuple):
    """Put `text` in place of a span of the source."""

    span: Span
    text: str


class Applicability(StrEnum):
    """How far a fix may be trusted: SAFE keeps the meaning, UNSAFE wants a look, DISPLAY is only shown."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    DISPLAY = "display"


class Fix(NamedTuple):
    """One way to mend a finding; its edits do not overlap."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE


def apply_edits(text: str, edits: tuple[Edit, ...] | list[Edit]) -> str:
    """`text` with the edits made; insertions at one place stand in the order given.

    Raises ValueError where two edits overlap or one lies outside the text.
    """
    out, at = [], 0
    for span, new in sorted(edits, key=lambda edit: edit.span):
        if span.start < at:
            raise ValueError(f"edits overlap at offset {span.start}")
        if not span.start <= span.end <= len(text):
            raise ValueError(f"edit {span.start}:{span.end} is outside a text of {len(text)} characters")
        out += [text[at : span.start], new]
        at = span.end
    return "".join([*out, text[at:]])
