"""Holds words or whole blocks to a way of using capitals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import EXCEPT, Phrases
from newslint.matching import Pattern
from newslint.model import Block
from newslint.storage.expressions import expression
from newslint.text import casing
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_SPACES = expression(r"\s+")


class Capitalization(Check):
    """Names with capitals of their own (`terms`), or the capitals of a whole block (`style`).

    terms: each is right only as it is written, or all in capitals ("YouTube", not "Youtube"); one that begins with a
    small letter may have a capital where a sentence begins ("eBay", "EBay"). style: `sentence` (first word and names:
    found where a capital begins every word), `title` (every word but small ones), `upper`, `lower`, `not-upper`.
    """

    name = "capitalization"
    parameters = (
        Parameter("terms", ListOf(Text()), "names as they are written"),
        Parameter("style", Choice("sentence", "title", "upper", "lower", "not-upper"), "capitals of the whole block"),
        Parameter("accept", ListOf(Text()), "words that keep their own capitals in any style"),
        EXCEPT,
    )

    placeholders = ("style",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._style = settings.text("style")
        self._small = frozenset(lexicon["small-words"])
        self._phrases = Phrases(lexicon)
        self._terms: dict[str, str] = {}
        for i, text in enumerate(settings.texts("terms")):
            for term in self._phrases.expand(text, ("terms", i)):
                self._terms[term.lower()] = term
                self._phrases.add_literal(term.lower().replace("@", "\\@"), path=("terms", i))
        self._accept = {w for t in settings.texts("accept") for w in self._phrases.expand(t, ("accept",))}
        self._phrases.add_exceptions(settings.texts("except"))
        if bool(self._terms) == bool(self._style):
            raise ParameterError("one of the keys 'terms' and 'style' is needed, and not both")

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns if self._terms else ()

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        if self._terms:
            for hit, entry in self._phrases.finds(hits):
                block, start, end = hit.block, hit.start, hit.end
                wanted = _written(self._terms[entry.literal], block.text[start:end])
                right = (wanted, wanted.upper(), *self._at_start(article, block, start, wanted))
                if block.text[start:end] not in right:
                    yield Finding(block, start, end, {}, (wanted,))
            return
        for block in scope.blocks(article):
            if not self._fits(block.text) and scope.allows(article, block, 0, len(block.text)):
                yield Finding(block, 0, len(block.text), {"style": self._style})

    @staticmethod
    def _at_start(article: Article, block: Block, start: int, wanted: str) -> tuple[str, ...]:
        """The form that a term may also have because a sentence begins with it."""
        if not wanted[0].islower() or not casing.at_sentence_start(block.text, start, article.sentences(block)):
            return ()
        return (wanted[0].upper() + wanted[1:],)

    def _plain(self, word: str) -> bool:
        """Whether a word is in lower case, and none of those that always are."""
        return word.islower() and word not in self._small

    def _fits(self, text: str) -> bool:
        words = [w for w in text.split() if w.isalpha() or any(map(str.isalpha, w))]
        if self._accept:
            words = [w for w in words if w.strip(".,:;!?\"'“”‘’()") not in self._accept]
        if len(words) < 2:
            return True
        if (
            self._style == "sentence"
            and words[0][0].isupper()
            and any(w.isalpha() and self._plain(w) for w in words[1:])
        ):
            return True  # most texts are settled by one small word
        kinds = [casing.kind(w) for w in words]
        # "A" is a capital and upper case at once.
        capitals = [w.isupper() for w in words]
        match self._style:
            case "upper":
                return all(c or k == "mixed" for c, k in zip(capitals, kinds, strict=True))
            case "lower":
                return all(k == "lower" for k in kinds)
            case "not-upper":
                return not all(capitals)
            case "title":
                return all(k != "lower" or w.lower() in self._small for w, k in zip(words, kinds, strict=True))
        # Sentence case: names have capitals too, so only a headline with no small content word at all is wrong.
        content = [k for w, k in zip(words[1:], kinds[1:], strict=True) if w.lower() not in self._small]
        return kinds[0] != "lower" and (len(content) < 3 or "lower" in content)


def _written(term: str, found: str) -> str:
    """A term with the white space, apostrophes and hyphens of the text."""
    gaps = [*_SPACES.findall(found), ""]
    words = term.split()
    if len(gaps) == len(words):
        term = "".join(word + gap for word, gap in zip(words, gaps, strict=True))
    if len(term) != len(found):
        return term
    return "".join(t if t.isalnum() else f for t, f in zip(term, found, strict=True))
