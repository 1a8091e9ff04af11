"""Reports what a reader saw and did not judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope
from newslint.checks.parameters import Parameter, Settings, Text
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class Note(Check):
    """Each note of one kind that decoding or reading left: "not-utf8", "front-matter"."""

    name = "note"
    parameters = (Parameter("kind", Text(), "the kind of note", required=True),)

    placeholders = ("detail",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._kind = settings.text("kind")

    def needs(self) -> Needs | None:
        return Needs(notes=(self._kind,))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for note in article.document.notes:
            if note.kind == self._kind:
                yield Finding(None, note.span.start, note.span.end, {"detail": note.detail})
