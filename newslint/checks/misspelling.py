"""Finds words that are spelled wrong, from lists: known misspellings, and slips of the fingers in common words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope
from newslint.checks.parameters import Flag, Integer, ListOf, MapOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence
from newslint.text.article import Article
from newslint.text.casing import at_sentence_start, follow
from newslint.text.lexicon import Lexicon
from newslint.text.spelling.places import stands_alone
from newslint.text.spelling.speller import Speller
from newslint.text.tokens import Tokens

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_LONG = 8
"""Letters of a word that is no name by chance, though it has a capital."""
_ENDINGS = frozenset("deglrsy")
"""Last letters without which many words are still words: updated, drivers, large, musical (musica), going (goin)."""
_COMMON = ("1", "2", "3", "4", "N")
"""Labels of a dictionary's words that are not rare, and of names."""
_APOSTROPHES = ("'", "’")
_KEPT = 50_000
"""Words whose verdict is remembered, so that a long run asks about each only once."""


class Misspelling(Check):
    """Words that are no words: those of `swap`, and those of `words` with one slip.

    A slip is two letters in the wrong order, a letter dropped or typed twice; the first letter is never missed, nor a
    last one that many words can do without. Words of `words`, `real` and the dictionary are never taken for slips of
    others; nor are those with fewer than `least` letters. A word with a capital counts only if it has 8 letters (inside
    a sentence: confidence `likely`), or stands in `swap` and begins a sentence. With `names` the words are names
    themselves, as they are written, and no last letter is missed. A word with a capital that has another such word
    behind it, or for `names` also before it, may be a part of a name ("Arent Fox"): confidence `likely`. One beside a
    word of `foreign` ("la responsable") and an article in another language than `language` are passed over.
    """

    name = "misspelling"
    parameters = (
        Parameter("words", ListOf(Text()), "words to find with a slip in them, the most common first"),
        Parameter("swap", MapOf(ListOf(Text())), "misspelling: the word, or several, the likeliest first"),
        Parameter("real", ListOf(Text()), "words, names and foreign words that only look like slips"),
        Parameter("dictionary", Text(), "dictionary of a pack; its words, but for the rarest, are right too", ""),
        Parameter("least", Integer(3, 30), "letters a misspelling must have to count as a slip", "5"),
        Parameter("names", Flag(), "whether `words` are names", "no"),
        Parameter("foreign", ListOf(Text()), "small words of other languages"),
        Parameter("language", Text(), "language that the words are of", "en"),
    )
    placeholders = ()
    variants = ()
    kept = (
        "_dictionary", "_firsts", "_foreign", "_heads", "_language", "_least", "_names", "_numbers", "_real", "_swap",
        "_tails", "_words",
    )  # fmt: skip

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._words = [w for i, t in enumerate(settings.texts("words")) for w in phrases.expand(t, ("words", i))]
        self._swap: dict[str, tuple[str, ...]] = settings.mapping("swap")
        if not self._words and not self._swap:
            raise ParameterError("one of the keys 'words' and 'swap' is needed")
        for wrong, to in self._swap.items():
            if wrong in to:
                raise ParameterError(f"'{wrong}' is replaced by itself", ("swap", wrong))
        real = (w for i, t in enumerate(settings.texts("real")) for w in phrases.expand(t, ("real", i)))
        self._real = {*self._words, *real}
        self._least = settings.integer("least")
        self._names = settings.flag("names")
        self._language = settings.text("language")
        self._foreign = {w for i, t in enumerate(settings.texts("foreign")) for w in phrases.expand(t, ("foreign", i))}
        self._numbers = {word: number for number, word in reversed(list(enumerate(self._words)))}
        self._heads: dict[str, list[str]] = {}
        self._tails: dict[str, list[str]] = {}
        """Words by their first and by their last half: one with a letter dropped keeps one of them."""
        for word in self._numbers:
            half = (len(word) - 1) // 2
            self._heads.setdefault(word[:half], []).append(word)
            self._tails.setdefault(word[half + 1 :], []).append(word)
        self._dictionary = settings.text("dictionary")
        self._firsts = {*"".join(w[:1] for w in self._words), *"".join(w[:1].lower() for w in self._swap)}
        """Letters that misspellings begin with, but for the first two turned."""
        self.ready(lexicon)

    def ready(self, lexicon: Lexicon) -> None:
        self._small = lexicon["small-words"]
        self._speller = Speller.of(lexicon, self._dictionary) if self._dictionary else None
        self._verdicts: dict[str, tuple[str, ...]] = {}
        self._fine: set[str] = set()

    def needs(self) -> Needs | None:
        # Any word may be a slip of those in `words`.
        return None if self._words else Needs(words=frozenset(map(str.lower, self._swap)))

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        language = article.document.metadata.language
        if language and not language.lower().startswith(self._language):
            return
        if len(self._verdicts) > _KEPT:
            self._verdicts = {}
            self._fine = set()
        new = article.vocabulary - self._fine
        suspects = {word: to for word in new if (to := self._meant(word))}
        self._fine.update(new.difference(suspects))
        if not suspects:
            return
        for block in scope.blocks(article):
            tokens = article.tokens(block)
            for i, word in enumerate(tokens.texts):
                if word not in suspects:
                    continue
                start, end = tokens.starts[i], tokens.end(i)
                if self._is_word(article, block, start, end) and scope.allows(article, block, start, end):
                    beside = _beside(block.text, tokens, i)
                    if not self._foreign.isdisjoint(w.lower() for w in beside if not w.isupper()):
                        continue
                    confidence = self._confidence(article, block, start, word, beside)
                    if suspects[word][0].endswith("'s") and block.text[end : end + 1] in _APOSTROPHES:
                        # "childrens'", unless a quotation ends there.
                        end += not article.quoted(block, start, end)
                    yield Finding(block, start, end, {}, suspects[word], confidence)

    def _meant(self, word: str) -> tuple[str, ...]:
        """What a word of the article should be, () where nothing is wrong with it."""
        verdict = self._verdicts.get(word)
        if verdict is None:
            form = word if self._names else word.lower()
            possible = not self._firsts.isdisjoint(form[:2]) and form not in self._real
            # A short word with a capital may be any name.
            named = not (self._names or word[0].islower() or len(word) >= _LONG)
            to = self._swap.get(form, ()) if possible else ()
            if possible and not named and not to and not (self._speller and self._speller.label(form)[:1] in _COMMON):
                to = self._slipped(form)
            verdict = to if self._names else tuple(follow(word, t, small=self._small) for t in to)
            self._verdicts[word] = verdict
        return verdict

    def _slipped(self, form: str) -> tuple[str, ...]:
        """The words that it is a slip of."""
        length = len(form)
        if length < self._least or not form.isalpha():
            return ()
        numbers = self._numbers
        near: set[str] = set()
        for i in range(length - 1):
            a, b = form[i], form[i + 1]
            other = form[:i] + form[i + 1 :] if a == b else f"{form[:i]}{b}{a}{form[i + 2 :]}"
            if other in numbers:
                near.add(other)
        half = length // 2
        last = form[-1]
        for word in (*self._heads.get(form[:half], ()), *self._tails.get(form[half:], ())):
            if len(word) == length + 1 and (word[-1] == last or word.startswith(form)) and self._lacks(form, word):
                near.add(word)
        return tuple(sorted(near, key=numbers.__getitem__))

    def _lacks(self, form: str, word: str) -> bool:
        """Whether the form is the word with a letter dropped that isn't easily missed."""
        return not (self._names and word.startswith(form)) and _dropped(form, word)

    def _confidence(self, article: Article, block: Block, start: int, word: str, beside: tuple[str, str]) -> Confidence:
        """A capital inside a sentence, or before another, may be that of a name."""
        if word.islower():
            return Confidence.CERTAIN
        starts = article.sentences(block)
        first = at_sentence_start(block.text, start, starts)
        if self._names:
            before, after = beside
            near = (after, before if start > len(before) + 1 and not _begins(block, start, before, starts) else "")
            named = any(w[:1].isupper() and w not in self._numbers for w in near)
            return Confidence.LIKELY if named else Confidence.CERTAIN
        return Confidence.LIKELY if not first or beside[1].istitle() else Confidence.CERTAIN

    def _is_word(self, article: Article, block: Block, start: int, end: int) -> bool:
        """Whether a token is a word of prose: no name, no part of an address or of a tag."""
        text = block.text
        if not stands_alone(text, start, end):
            return False
        if self._names or text[start].islower() or end - start >= _LONG:
            return True
        word = text[start:end]
        known = word.istitle() and word.lower() in self._swap
        return known and at_sentence_start(text, start, article.sentences(block))


def _begins(block: Block, start: int, before: str, sentences: list[tuple[int, int]]) -> bool:
    """Whether the word before an offset, one blank away, begins a sentence: its capital says nothing."""
    return at_sentence_start(block.text, start - len(before) - 1, sentences)


def _beside(text: str, tokens: Tokens, i: int) -> tuple[str, str]:
    """The words before and behind a token that only a blank parts from it, "" for none."""
    start, end = tokens.starts[i], tokens.end(i)
    before = tokens.texts[i - 1] if i and tokens.end(i - 1) == start - 1 and text[start - 1].isspace() else ""
    behind = i + 1 < len(tokens) and tokens.starts[i + 1] == end + 1 and text[end].isspace()
    return before, tokens.texts[i + 1] if behind else ""


def _dropped(form: str, word: str) -> bool:
    """Whether the form is the word without one letter. It is one shorter."""
    i = 0
    while i < len(form) and form[i] == word[i]:
        i += 1
    if i == 0 or form[i:] != word[i + 1 :] or not (word[i] in _ALPHABET or word[i] in form):
        return False
    return i < len(form) or word[-1] == word[-2] or word[-1] not in _ENDINGS
