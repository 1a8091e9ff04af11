"""Reasons to doubt what an external checker proposes, from the facts of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from newslint.model import Block, Proposal
from newslint.storage.expressions import compiled
from newslint.text.article import Article
from newslint.text.mistyped import is_variant, parts, slip

_MARKS = frozenset("\"“”„‟«»‹›‘’‚‛'`")
_NOT_PROSE = "\ufffc"
_CLOSING = "\"”’')]»*"
_PROPER = ("nationalities", "countries", "weekdays", "months")
"""Word lists of words that always have a capital."""
_SAID = "closed-classes"
_SURE = ("determiner", "auxiliary", "conjunction", "pronoun")
"""Classes of small words that no compound begins or ends with."""
_FEW = 3
"""Suggestions among which a slip is looked for."""
_SHORT = 5
"""Letters of a word that may be many others with a slip."""
_LONG = 10
"""Letters of a word that begins a sentence and is no name, though a letter is too many in it."""
_PLAIN = ("turned", "missing", "doubled", "added")
_LIKELY = ("turned", "missing", "doubled", "capital")
"""Slips of the fingers in a mark, and in a word with a capital."""
_LOOK_BACK = 60
"""Code points before a verb in which its subject is looked for."""


class Doubts:
    """The doubts of one article. Each of NAMES is a method that says whether it holds of a proposal."""

    NAMES = ("name", "repeated", "slip", "variant", "subject", "fragment", "title")

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
        """It holds a name: a word with a capital inside a sentence, or a word that begins a sentence and
        that the article has with a capital only."""
        return any(True for _ in self._names(block, p))

    def repeated(self, block: Block, p: Proposal) -> bool:
        """The article has the word again: who writes it twice means it. With a capital it is another one."""
        found = block.text[p.start : p.end]
        if found.islower() and found.capitalize() in p.suggestions[:1]:
            return sum(self._article.tokens(b).texts.count(found) for b in self._article.blocks) > 1
        words = _word().findall(block.text[p.start : p.end])
        return bool(words) and min(map(self._count, words)) > 1

    def slip(self, block: Block, p: Proposal) -> bool:
        """No suggestion is a word that a slip of the fingers or the ear makes this one of, but a compound in two, a
        capital, or another word altogether."""
        return not self.meant(block, p)

    def meant(self, block: Block, p: Proposal) -> tuple[str, ...]:
        """The suggestions that a slip may have been made in, the likeliest first."""
        text, found = block.text, block.text[p.start : p.end]
        if text[p.end : p.end + 1] == "&":
            return ()
        if " " in found:
            return tuple(w for w in p.suggestions[:1] if _one_slip(found, w))
        if not (found[1:].islower() or found.isupper()):
            # "opeSUSE" is a slip away from the only mark that is like it. Names such as McNeil have neighbours, but
            # hardly any that are made by letters turned.
            kinds_of = _PLAIN if found[:1].islower() else ("turned",)
            marks = [w for w in p.suggestions[:_FEW] if _is_mark(w) and slip(found.lower(), w.lower()) in kinds_of]
            return tuple(marks) if len(marks) == 1 else ()
        if not found.islower():
            # Whatever stands behind a capitalised word is more likely a surname than a slip.
            before = _word().findall(text, max(0, p.start - _LOOK_BACK), p.start)
            kind = self._slip(found, p.suggestions[0], len(p.suggestions) == 1) if p.suggestions else ""
            inside = before and before[-1][:1].isupper() and before[-1].lower() not in self._lexicon[_SAID]
            begins = self._begins(block, p.start)
            # What begins as words do is one behind "the": "the Undredacted file".
            article = before and self._lexicon[_SAID].get(before[-1].lower(), "class") == "determiner"
            no_name = begins or (article and found.lower().startswith(tuple(self._lexicon["word-beginnings"])))
            sure = kind in _LIKELY or (no_name and kind in ("added", "two") and len(found) >= _LONG)
            return p.suggestions[:1] if sure and (begins or not inside) else ()
        kinds = [(self._slip(found, word), word) for word in p.suggestions[:_FEW]]
        first = [word for kind, word in kinds[:1] if kind]
        likely = [word for kind, word in kinds if kind in ("turned", "missing", "doubled", "apostrophe")]
        return tuple(dict.fromkeys((*likely, *first))) if first or len(found) > _SHORT else ()

    def variant(self, block: Block, p: Proposal) -> bool:
        """The first suggestion is the same word as another English writes it: that is the house's affair."""
        return bool(p.suggestions) and is_variant(block.text[p.start : p.end], p.suggestions[0], self._lexicon)

    def subject(self, block: Block, p: Proposal) -> bool:
        """The verb's subject is a name or a noun of a group, which British English gives a plural: "Chelsea have"."""
        own = _word().findall(block.text[p.start : p.end])
        before = _word().findall(block.text, max(0, p.start - _LOOK_BACK), p.start)
        if before and before[-1][:1].isupper() and not self._ordinary(before[-1].lower()):
            return True
        return any(w.lower() in self._lexicon["collective-nouns"] for w in (*before[-4:], *own))

    def fragment(self, block: Block, p: Proposal) -> bool:
        """The block is no sentence: a score, a heading, an item of a list."""
        return not block.text.rstrip().rstrip(_CLOSING).endswith((".", "?", "!", "…", ":", ";"))

    def title(self, block: Block, p: Proposal) -> bool:
        """What stands before is not the end of a sentence, but of a title with a mark of its own: "Wham! to"."""
        return block.text[: p.start].rstrip(" " + _CLOSING)[-1:] != "."

    def _names(self, block: Block, p: Proposal) -> Iterator[str]:
        """The words of a proposal that are names."""
        found = block.text[p.start : p.end]
        for m in _word().finditer(found):
            word = m.group()
            if word in _i() or not any(c.isupper() for c in word):
                continue
            begins = word[:1].isupper() and (word[1:].islower() or len(word) == 1)
            if not begins or not self._begins(block, p.start + m.start()) or self._only_capital(word):
                yield word

    def _only_capital(self, word: str) -> bool:
        """Whether a word that begins a sentence is a name elsewhere in the article."""
        return not self._ordinary(word.lower()) and self._count(word) > 1

    def _ordinary(self, low: str) -> bool:
        """Whether a word is one of everybody's, or the article has it in lower case."""
        common = self._lexicon["common-words"]
        if low in self._lexicon[_SAID] or low in common or low in self._article.vocabulary:
            return True
        return low.endswith("s") and low[:-1] in common

    def _slip(self, found: str, word: str, alone: bool = False) -> str:
        """The slip that makes a word of another as mistyped.slip has it; "" too for one that proves nothing. alone: no
        other word was meant."""
        capital = found[:1].isupper()
        if found.capitalize() == word:
            return "capital" if any(word in self._lexicon[name] for name in _PROPER) else ""
        glued = parts(found, word)
        if glued:
            return "glued" if self._glued(*glued) else ""
        if not found[1:].islower():
            return ""
        known = word.lower() in self._lexicon["common-words"]
        proper = any(word in self._lexicon[name] for name in _PROPER)
        kind = slip(found.lower(), word.lower() if capital else word)
        if kind == "added" and len(found) <= _SHORT + 1:
            return ""
        if capital:
            # A name is one slip away from many others; but not from a word that everybody knows.
            sure = known or proper or (alone and kind != "doubled" and len(found) > _SHORT + 2)
            return kind if sure and len(found) > _SHORT and found not in word else ""
        if kind == "changed":
            # A letter for another makes other words of words: the word meant has to be a common one, or sound alike.
            return kind if known or (len(found) > _SHORT + 1 and _same_sounds(found, word)) else ""
        if kind == "two" and len(found) > len(word) + 1:
            # Two letters too many: most often another word.
            return kind if known else ""
        return kind

    def _begins(self, block: Block, at: int) -> bool:
        from newslint.text.casing import at_sentence_start

        return at_sentence_start(block.text, at, self._article.sentences(block))

    def _count(self, word: str) -> int:
        if self._counts is None:
            self._counts = Counter(w for b in self._article.blocks for w in self._article.lowered(b))
        return min((self._counts[piece] for piece in _pieces().findall(word.lower())), default=0)

    def _glued(self, first: str, second: str) -> bool:
        """Whether two words are ones that stand beside others all the time, so that their space is only lost."""
        small = self._lexicon[_SAID]
        if first in small and second in small:
            return True
        least = min(len(first), len(second))
        return least > 2 and any(small.get(w, "class") in _SURE for w in (first, second))


def _is_mark(word: str) -> bool:
    """Whether a word has a capital inside, and is no compound."""
    return " " not in word and "-" not in word and not word[1:].islower() and not word.isupper()


def _one_slip(found: str, meant: str) -> bool:
    """Whether letters turned or one missing make a name of several words of another, in one long word."""
    pairs = list(zip(found.split(), meant.split(), strict=False))
    differing = [(a, b) for a, b in pairs if a != b]
    if len(found.split()) != len(meant.split()) or len(differing) != 1:
        return False
    ((a, b),) = differing
    return len(a) > _SHORT and b.isascii() and slip(a.lower(), b.lower()) in ("turned", "missing")


def _same_sounds(found: str, word: str) -> bool:
    """Whether two words of one length differ in a vowel between consonants."""
    i = next(i for i, (a, b) in enumerate(zip(found, word, strict=True)) if a != b)
    vowels = frozenset("aeiou")
    return {found[i], word[i]} <= vowels and not vowels & {found[i - 1], *found[i + 1 : i + 2]}


@cache
def _word() -> re.Pattern[str]:
    return compiled(r"\w+(?:['’-]\w+)*")


@cache
def _pieces() -> re.Pattern[str]:
    return re.compile(r"\w+")


@cache
def _address() -> re.Pattern[str]:
    """Part of an address, a file, a tag or an account."""
    return compiled(r"[@#/\\_=]|\w\.\w\w|\bwww\b")


@cache
def _i() -> frozenset[str]:
    """The pronoun that has a capital everywhere."""
    return frozenset(f"I{ending}" for ending in ("", "'m", "'ve", "'d", "'ll", "’m", "’ve", "’d", "’ll"))


def _token(text: str, start: int, end: int) -> str:
    """What stands between the white space round a range of one word, "" for a range of several."""
    if " " in text[start:end]:
        return ""
    low = text.rfind(" ", 0, start) + 1
    high = text.find(" ", end)
    token = text[low : high if high >= 0 else len(text)]
    return token if len(token) < 200 else "/"
