"""Judges what an external checker proposes, with what newslint knows of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Confidence, Finding, Scope
from newslint.checks.parameters import Choice, Flag, Integer, ListOf, Parameter, ParameterError, Settings, Text
from newslint.model import Block, Origin, Proposal
from newslint.text.article import Article
from newslint.text.doubts import Doubts
from newslint.text.lexicon import Lexicon

_SOURCES = ("rules", "categories", "kinds")


class External(Check):
    """Findings of another checker that a newsroom can bear.

    A proposal passes if its rule, category or kind is named here and its rule is not among `except`; a rule that
    `rules` names in full passes though `except` has a glob for it. It does not pass where it lies out of the rule's
    zones, on nothing but quotation marks (newslint pairs them itself), on code or an address, or for one of the
    `doubts`. Nothing is asked of anyone: the proposals come with the article.

    Doubts: `name`, it holds a word with a capital inside a sentence, or one that the article has as a name; `repeated`,
    the article has the word again; `slip`, no suggestion is one slip of the fingers away; `variant`, the first
    suggestion is the same word in another English; `subject`, the verb's subject is a name or a group; `fragment`, the
    paragraph is no sentence; `title`, what stands before is no end of a sentence.
    """

    name = "external"
    external = True
    parameters = (
        Parameter("rules", ListOf(Text()), "rules of the checker that pass; * stands for any letters"),
        Parameter("categories", ListOf(Text()), "categories of the checker that pass"),
        Parameter("kinds", ListOf(Text()), "kinds of the checker that pass: misspelling, grammar ..."),
        Parameter("except", ListOf(Text()), "rules of the checker that don't pass; * stands for any letters"),
        Parameter("likely", ListOf(Text()), "rules of the checker that are `likely` right; * stands for any letters"),
        Parameter("possible", ListOf(Text()), "rules of the checker that are `possible`; * stands for any letters"),
        Parameter("doubts", ListOf(Choice(*Doubts.NAMES)), "reasons for which a proposal does not pass", []),
        Parameter("most", Integer(1, 20), "suggestions to keep", "3"),
        Parameter("mended", Flag(), "whether a proposal needs a suggestion", "no"),
    )
    placeholders = ("advice", "description", "rule")
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        if not any(settings.texts(name) for name in _SOURCES):
            raise ParameterError("one of the keys 'rules', 'categories' and 'kinds' is needed")
        self._rules = _Names(settings.texts("rules"))
        self._categories = frozenset(settings.texts("categories"))
        self._kinds = frozenset(settings.texts("kinds"))
        self._except = _Names(settings.texts("except"))
        self._levels = (
            (_Names(settings.texts("possible")), Confidence.POSSIBLE),
            (_Names(settings.texts("likely")), Confidence.LIKELY),
        )
        self._doubts = settings.texts("doubts")
        self._most = settings.integer("most")
        self._mended = settings.flag("mended")

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        doubts = Doubts(article)
        for p in article.proposals:
            block = article.blocks[p.block]
            if self._named(p) and scope.allows(article, block, p.start, p.end) and not self._doubtful(p, block, doubts):
                yield self._finding(p, block, doubts)

    def _named(self, p: Proposal) -> bool:
        if self._mended and not p.suggestions:
            return False
        if self._rules.has(p.rule):
            return True
        named = p.rule in self._rules or p.category in self._categories or p.kind in self._kinds
        return named and p.rule not in self._except

    def _doubtful(self, p: Proposal, block: Block, doubts: Doubts) -> bool:
        return doubts.unspoken(block, p) or any(getattr(doubts, name)(block, p) for name in self._doubts)

    def _finding(self, p: Proposal, block: Block, doubts: Doubts) -> Finding:
        confidence = next((level for names, level in self._levels if p.rule in names), Confidence.CERTAIN)
        to = p.suggestions
        if "slip" in self._doubts:
            to = tuple(dict.fromkeys((*doubts.meant(block, p), *to)))
            if block.text[p.start].isupper() and confidence is Confidence.CERTAIN:
                # It may be a name after all.
                confidence = Confidence.LIKELY
        values = {"advice": p.message, "description": p.description, "rule": p.rule}
        origin = Origin(p.checker, p.rule, p.description, p.url)
        return Finding(block, p.start, p.end, values, to[: self._most], confidence, reference=p.url, origin=origin)


class _Names:
    """Names, and globs of them."""

    __slots__ = ("_globs", "_known", "_names")

    def __init__(self, names: Sequence[str]) -> None:
        self._names = frozenset(name for name in names if "*" not in name)
        self._globs = tuple(name for name in names if "*" in name)
        self._known: dict[str, bool] = {}

    def has(self, name: str) -> bool:
        """Whether a name is there as it is."""
        return name in self._names

    def __contains__(self, name: object) -> bool:
        if not self._globs or name in self._names:
            return name in self._names
        assert isinstance(name, str)
        if name not in self._known:
            from fnmatch import fnmatchcase

            self._known[name] = any(fnmatchcase(name, glob) for glob in self._globs)
        return self._known[name]
