"""Finds what should not be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Finding, Scope, find, rows
from newslint.checks.parameters import Choice, Flag, Parameter, ParameterError, Settings
from newslint.checks.phrases import (
    EXCEPT,
    PATTERNS,
    REFERENCES,
    WORDS,
    Entry,
    PhraseCheck,
    Phrases,
    groups,
    referred,
    written,
)
from newslint.matching import Matcher, Pattern
from newslint.model import Block, TextMap, Zone
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon
from newslint.text.tokens import tokenize

_PATIENCE = 8
"""Sources searched before it is found out whether their very end will do."""
_NONE: dict[str, str] = {}
_EDGE = 400
"""Code points at the start or end of the source that an anchored pattern over the source sees."""


class Existence(PhraseCheck):
    """Each place where a text or pattern stands is a finding.

    `anchor` keeps only those at an edge: of their block (paragraph, list item ...), or of the document; white space
    between does not count. A find is what the pattern gives first: one that may end early wants a "$". `of: source`
    looks at the file's own characters instead of the article's text, in all of it, for what is not prose (a missing
    line end); an anchored one sees the 400 characters at its edge.
    """

    name = "existence"
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
        REFERENCES,
        Parameter("delete", Flag(), "whether the fix takes the find out", "no"),
    )

    placeholders = ()
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon, phrases: Phrases | None = None) -> None:
        super().__init__(settings, lexicon, phrases)
        self._anchor = settings.text("anchor")
        self._delete = settings.flag("delete")
        self._matcher = self._phrases.matcher if settings.text("of") == "source" else None
        self._searched = 0
        self._ends: list[re.Pattern[str]] = []

    @staticmethod
    def gather(settings: Settings, lexicon: Lexicon) -> Phrases:
        anchor = settings.text("anchor")
        phrases = Phrases(lexicon, at_start=anchor in ("block", "block-start", "document-start"))
        address = referred(settings)
        for i, word in enumerate(settings.texts("words")):
            phrases.add_literal(word, path=("words", i), reference=address.get(word, ""))
        for i, record in enumerate(settings.records("patterns")):
            match, path = record.text("match"), ("patterns", i)
            phrases.add_record(i, match, record.texts("to"), record.texts("except"), path, address.get(match, ""))
        if not phrases.patterns:
            raise ParameterError("one of the keys 'words' and 'patterns' is needed")
        if settings.flag("delete") and phrases.replaces:
            raise ParameterError("found 'to' beside 'delete': a find is either deleted or replaced", ("delete",))
        phrases.add_exceptions(settings.texts("except"))
        if settings.text("of") == "source" and anchor.startswith("block"):
            raise ParameterError("the source has no blocks: expected document-start or document-end", ("anchor",))
        return phrases

    def patterns(self) -> Sequence[Pattern]:
        return () if self._matcher else self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._matcher is not None:
            return self._in_source(article, self._matcher)
        if self._anchor != "none":
            return self._at_edges(article, hits)
        if rows and not self._delete and (found := rows.findings(hits, self._phrases.entries)) is not None:
            return iter(found)
        return self._anywhere(hits)

    def _anywhere(self, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for hit, entry in self._phrases.finds(hits):
            to = self._replacements(hit, entry) if entry.to or self._delete else ()
            yield find(hit, groups(hit) if len(hit.groups) > 1 else _NONE, to, entry.reference)

    def _at_edges(self, article: Article, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        edges = (-1, 0, 0)
        for hit, entry in self._phrases.finds(hits):
            block, start, end = hit.block, hit.start, hit.end
            if edges[0] != block.index:
                text = block.text
                edges = (block.index, len(text) - len(text.lstrip()), len(text.rstrip()))
            if self._anchored(article, block, start <= edges[1], end >= edges[2]):
                yield find(hit, groups(hit), self._replacements(hit, entry), entry.reference)

    def _replacements(self, hit: BlockHit, entry: Entry) -> tuple[str, ...]:
        if self._delete:
            return ("",)
        if not entry.to:
            return ()
        return tuple(written(entry.to, hit.block.text[hit.start : hit.end], hit, entry, self._lexicon))

    def _anchored(self, article: Article, block: Block, at_start: bool, at_end: bool) -> bool:
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

    def _look_at_patterns(self, matcher: Matcher) -> list[re.Pattern[str]]:
        """The patterns compiled, if none of them takes up a character: then each can only match at the very end."""
        self._searched += 1
        if self._searched > _PATIENCE:
            from newslint.matching.analysis import Analysis

            if all(not (p.literal or p.ignore_case) and Analysis(p.text).high == 0 for p in matcher.patterns):
                self._ends = [compiled(p.text) for p in matcher.patterns]
        return self._ends

    def _in_source(self, article: Article, matcher: Matcher) -> Iterator[Finding]:
        text = article.document.source.text
        low, high = 0, len(text)
        if self._anchor == "document-end":
            ends = self._ends if self._searched > _PATIENCE else self._look_at_patterns(matcher)
            if ends and not any(pattern.match(text, high) for pattern in ends):
                return
            low = max(0, high - _EDGE)
        elif self._anchor == "document-start":
            high = min(high, _EDGE)
        part = Block(Zone.PARAGRAPH, TextMap.slice(text, low, high))
        hits = (BlockHit(part, *hit) for hit in matcher.scan(part.text, tokenize(part.text)))
        for hit, entry in self._phrases.finds(hits):
            start, end = low + hit.start, low + hit.end
            if {"document-end": end == len(text), "document-start": start == 0}.get(self._anchor, True):
                yield Finding(None, start, end, groups(hit), self._replacements(hit, entry))
