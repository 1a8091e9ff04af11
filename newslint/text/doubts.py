"""Reasons to doubt what an external checker proposes, from the facts of an article."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newslint.model import Block, Proposal
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.mistyped import is_slip, is_variant, parts

_MARKS = frozenset("\"“”„‟«»‹›‘’‚‛'`")
_NOT_PROSE = "\ufffc"
_ENDS = tuple(".?!…:;")
_CLOSING = "\"”’')]»*"


class Doubts:
    """The doubts of one article. Each of NAMES, with underscores, is a method that says whether it holds."""

    NAMES = ("name", "repeated", "slip", "variant", "subject", "fragment", "unmarked")

    def __init__(self, article: Article) -> None:
        self._article = article
        self._lexicon = article.lexicon
        self._counts: Counter[str] | None = None

    def unspoken(self, block: Block, p: Proposal) -> bool:
        """It is about what nobody wrote as prose: code, an image, an address, a tag; or about nothing but quotation
        marks, which newslint pairs over the whole article and a checker of paragraphs can't."""
        found = block.text[p.start : p.end]
        if _NOT_PROSE in found or (found and all(c in _MARKS for c in found.strip())):
            return True
        return bool(_address().search(_token(block.text, p.start, p.end)))

    def name(self, block: Block, p: Proposal) -> bool:
        """It holds a name: a word with a capital inside a sentence, one with a capital at its beginning that the
        article has elsewhere too, or a figure."""
        text, found = block.text, block.text[p.start : p.end]
        for m in _word().finditer(found):
            word = m.group()
            if word.islower() or word in _i():
                continue
            if not word[:1].isupper() or not word[1:].islower() or not self._begins(block, p.start + m.start()):
                # A capital that nothing explains, inside a word, or a figure.
                return True
            if text[p.start + m.end() : p.start + m.end() + 1] in ("&", "-") or self._count(word) > 1:
                return True
        return False

    def repeated(self, block: Block, p: Proposal) -> bool:
        """The article has the word again: who writes it twice means it."""
        found = block.text[p.start : p.end]
        words = [m.group() for m in _word().finditer(found)]
        return bool(words) and min(map(self._count, words)) > 1

    def slip(self, block: Block, p: Proposal) -> bool:
        """The first suggestion is no word that a slip of the fingers or the ear makes of it, but a compound in two, a
        capital, or another word altogether."""
        found = block.text[p.start : p.end]
        if not p.suggestions or block.text[p.end : p.end + 1] == "&":
            return True
        meant = p.suggestions[0]
        if found[:1].isupper() and found[1:].islower():
            found, meant = found.lower(), meant.lower()
        if found.capitalize() == meant:
            return not any(
                meant in self._lexicon[name] for name in ("nationalities", "countries", "weekdays", "months")
            )
        glued = parts(found, meant)
        if glued:
            return not self._glued(*glued)
        return not is_slip(found, meant)

    def variant(self, block: Block, p: Proposal) -> bool:
        """The first suggestion is the same word as another English writes it: that is the house's affair."""
        return bool(p.suggestions) and is_variant(block.text[p.start : p.end], p.suggestions[0], self._lexicon)

    def subject(self, block: Block, p: Proposal) -> bool:
        """The verb's subject is a name or a noun of a group, which British English gives a plural: "Chelsea have"."""
        before = [m.group() for m in _word().finditer(block.text, max(0, p.start - 60), p.end)]
        own = len(_word().findall(block.text[p.start : p.end]))
        subjects = before[-own - 4 : len(before) - own] + before[len(before) - own :]
        near = before[max(0, len(before) - own - 1) : len(before) - own]
        if any(w[:1].isupper() and w.lower() not in self._lexicon["function-words"] for w in near):
            return True
        return any(w.lower() in self._lexicon["collective-nouns"] for w in subjects)

    def fragment(self, block: Block, p: Proposal) -> bool:
        """The block is no sentence: a score, a heading, an item of a list."""
        return not block.text.rstrip().rstrip(_CLOSING).endswith(_ENDS)

    def unmarked(self, block: Block, p: Proposal) -> bool:
        """What stands before is the end of no sentence, but of a title with a mark of its own: "Wham! to"."""
        return block.text[: p.start].rstrip(" " + _CLOSING)[-1:] != "."

    def _begins(self, block: Block, at: int) -> bool:
        from newslint.text.casing import at_sentence_start

        return at_sentence_start(block.text, at, self._article.sentences(block))

    def _count(self, word: str) -> int:
        if self._counts is None:
            self._counts = Counter(w for b in self._article.blocks for w in self._article.lowered(b))
        return min(self._counts[piece] for piece in re.split(r"\W+", word.lower()) if piece)

    def _glued(self, first: str, second: str) -> bool:
        """Whether two words are ones that stand beside others all the time, so that their space is only lost."""
        small = self._lexicon["closed-classes"]
        sure = ("determiner", "auxiliary", "conjunction", "pronoun")
        if first in small and second in small:
            return True
        return (
            any(len(w) > 2 and small.get(w, "class") in sure for w in (first, second))
            and min(len(first), len(second)) > 2
        )


@cache
def _word() -> re.Pattern[str]:
    return compiled(r"\w+(?:['’-]\w+)*")


@cache
def _address() -> re.Pattern[str]:
    """Part of an address, a file, a tag or an account."""
    return compiled(r"[@#/\\_=]|\w\.\w\w|\bwww\b")


def _i() -> frozenset[str]:
    return frozenset({"I", "I'm", "I've", "I'd", "I'll", "I’m", "I’ve", "I’d", "I’ll"})


def _token(text: str, start: int, end: int) -> str:
    """What stands between the white space round a range of one word, "" for a range of several."""
    if " " in text[start:end]:
        return ""
    low = text.rfind(" ", 0, start) + 1
    high = text.find(" ", end)
    token = text[low : high if high >= 0 else len(text)]
    return token if len(token) < 200 else "/"
