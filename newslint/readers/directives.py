"""Comments of a source that speak to newslint: `<!-- newslint-disable typos/doubled-word: as he said it -->`."""

from __future__ import annotations

from newslint.model import Directive, Span
from newslint.storage.expressions import DOTALL, expression

_DIRECTIVE = expression(r"\s*newslint-([a-z][a-z-]*)\b[ \t]*(.*?)\s*\Z", DOTALL)


def directive(comment: str, span: Span) -> Directive | None:
    """What a comment says, or None where it does not speak to newslint.

    `comment` is its text without the delimiters, `span` the place of the whole comment.
    """
    if "newslint-" not in comment:
        return None
    match = _DIRECTIVE.match(comment.rstrip())
    return Directive(match[1], match[2].strip(), span) if match else None


def html_directives(text: str, start: int, end: int) -> list[Directive]:
    """The directives in the HTML comments of a half-open range of a text."""
    found = []
    while (low := text.find("<!--", start, end)) >= 0:
        high = text.find("-->", low + 4, end)
        if high < 0:
            break
        start = high + 3
        said = directive(text[low + 4 : high], Span(low, start))
        if said:
            found.append(said)
    return found
