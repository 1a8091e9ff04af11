"""Finds a form and names the one to use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Finding, Scope, find, together
from newslint.checks.parameters import Choice, Flag, ListOf, MapOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import EXCEPT, PATTERNS, REFERENCES, PhraseCheck, Phrases, groups, referred, written
from newslint.text.article import Article
from newslint.text.inflection import inflected
from newslint.text.lexicon import Lexicon


class Substitution(PhraseCheck):
    """Each text of `swap` and each pattern is a finding, with what should stand in its place.

    A swap without capitals is found in any case, and its replacement follows the case that it finds; one with capitals
    is found as written. `inflect` adds the regular forms: "plural", "verb" or, with true, both. With `names: no`, what
    is found in any case counts with a capital only where a sentence begins, and not before another capital: "Pearl
    Harbor" and "the World Health Organization" keep their spelling.
    """

    name = "substitution"
    parameters = (
        Parameter("swap", MapOf(ListOf(Text())), "text to find: its replacements, the likeliest first"),
        Parameter(
            "inflect",
            Choice("false", "true", "plural", "verb"),
            "also find plurals and verb forms, and inflect the replacement alike",
            "false",
        ),
        PATTERNS,
        EXCEPT,
        Parameter(
            "known",
            ListOf(Text()),
            "words that prove a replacement right; one that is not among them must stand elsewhere in the article",
        ),
        Parameter("names", Flag(), "whether swaps without capitals are found in names too", "yes"),
        REFERENCES,
        Parameter("together", Flag(), "whether the first fix mends all finds of the article", "no"),
    )

    settled = ("swap", "patterns", "except", "references")
    placeholders = ()
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon, phrases: Phrases | None = None) -> None:
        super().__init__(settings, lexicon, phrases)
        self._together = settings.flag("together")
        self._names = settings.flag("names")
        known = [w for i, t in enumerate(settings.texts("known")) for w in self._phrases.expand(t, ("known", i))]
        self._known = frozenset(map(str.lower, known)) if settings.has("known") else None

    @staticmethod
    def gather(settings: Settings, lexicon: Lexicon) -> Phrases:
        phrases = Phrases(lexicon)
        address = referred(settings)
        for text, to in settings.mapping("swap").items():
            if text in to:
                raise ParameterError(f"'{text}' is replaced by itself", ("swap", text))
            for writing, replacements in inflected(text, to, settings.text("inflect"), lexicon):
                phrases.add_literal(writing, replacements, ("swap", text), reference=address.get(text, ""))
        for i, record in enumerate(settings.records("patterns")):
            match, path = record.text("match"), ("patterns", i)
            phrases.add_record(i, match, record.texts("to"), record.texts("except"), path, address.get(match, ""))
        if not phrases.patterns:
            raise ParameterError("one of the keys 'swap' and 'patterns' is needed")
        phrases.add_exceptions(settings.texts("except"))
        return phrases

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        found = self._found(article, hits)
        return together(found) if self._together else found

    def _found(self, article: Article, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        for hit, entry in self._phrases.finds(hits):
            block, start, end = hit.block, hit.start, hit.end
            found = block.text[start:end]
            if not self._names and entry.literal and entry.literal == entry.literal.lower() and _named(block.text, hit):
                continue
            to = [t for t in written(entry.to, found, hit, entry, self._lexicon) if t != found]
            if self._known is not None:
                to = [t for t in to if t.lower() in self._known or t in article.vocabulary]
                if not to:
                    continue
            if to or not entry.to:
                yield find(hit, groups(hit), tuple(to), entry.reference)


def _named(text: str, hit: BlockHit) -> bool:
    """Whether a find looks like a name, or a part of one."""
    if not text[hit.start].isupper():
        return False
    if any(c.isupper() for c in text[hit.start + 1 : hit.end]):
        return True
    before = text[max(0, hit.start - 8) : hit.start].rstrip(" \"'“‘(")
    after = text[hit.end : hit.end + 2]
    return (before[-1:] not in ("", ".", "!", "?", ":", "…") or before.endswith(" St.")) or after[1:].isupper()
