"""Finds what should not be there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Flag, Parameter, Settings
from newslint.checks.phrases import EXCEPT, PATTERNS, WORDS, Phrases, groups, written
from newslint.matching import Matcher, Pattern
from newslint.model import Block
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import tokenize

_EDGE = 400
"""Code points at the start or end of the source that an anchored pattern over the source sees."""


class Existence(Check):
    """Each place where a text or pattern stands is a finding.

    `anchor` keeps only those at an edge: of their block (paragraph, list item ...), or of the document. `of: source`
    looks at the file's own characters instead of the article's text, for what is not prose (a missing line end).
    """

    name = "existence"
    placeholders = ("1",)
    variants = ()
    parameters = (
        WORDS,
        PATTERNS,
        EXCEPT,
        Parameter(
            "anchor",
            Choice("none", "block", "block-start", "block-end", "document-start", "document-end"),
            "where a find must stand: it fills its block, or touches the named edge",
            "none",
        ),
        Parameter("of", Choice("text", "source"), "what is searched", "text"),
        Parameter("delete", Flag(), "whether the fix takes the find out", "no"),
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._anchor = settings.text("anchor")
        self._delete = settings.flag("delete")
        self._phrases = Phrases(lexicon)
        for i, word in enumerate(settings.texts("words")):
            self._phrases.add_literal(word, path=("words", i))
        for i, record in enumerate(settings.records("patterns")):
            self._phrases.add_record(
                i, record.text("match"), record.texts("to"), record.texts("except"), ("patterns", i)
            )
        self._phrases.add_exceptions(settings.texts("except"))
        self._source = settings.text("of") == "source"
        self._matcher = Matcher(self._phrases.patterns) if self._source else None

    def patterns(self) -> Sequence[Pattern]:
        return () if self._source else self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._matcher is not None:
            yield from self._in_source(article)
            return
        for hit, entry in self._phrases.finds(hits):
            block, start, end = hit.block, hit.hit.start, hit.hit.end
            if self._anchored(article, block, start, end):
                replacements = written(entry.to, block.text[start:end], hit, entry, self._lexicon)
                yield Finding(block, start, end, groups(hit.hit), ("",) if self._delete else tuple(replacements))

    def _anchored(self, article: Article, block: Block, start: int, end: int) -> bool:
        at_start, at_end = not block.text[:start].strip(), not block.text[end:].strip()
        match self._anchor:
            case "block":
                return at_start and at_end
            case "block-start":
                return at_start
            case "block-end":
                return at_end
            case "document-start":
                return at_start and block.index == 0
            case "document-end":
                return at_end and block.index == len(article.blocks) - 1
        return True

    def _in_source(self, article: Article) -> Iterator[Finding]:
        assert self._matcher is not None
        text = article.document.source.text
        low, high = 0, len(text)
        if self._anchor == "document-end":
            low = max(0, high - _EDGE)
        elif self._anchor == "document-start":
            high = min(high, _EDGE)
        part = text[low:high]
        for hit in self._matcher.scan(part, tokenize(part)):
            entry = self._phrases.entries[hit.pattern]
            start, end = low + hit.start, low + hit.end
            at_edge = {"document-end": end == len(text), "document-start": start == 0}.get(self._anchor, True)
            if entry is not None and at_edge:
                values = groups(hit)
                filled = values | {"match": text[start:end]}
                to = [t if isinstance(t, str) else t.fill(filled, self._lexicon) for t in entry.to]
                yield Finding(None, start, end, values, ("",) if self._delete else tuple(to))
