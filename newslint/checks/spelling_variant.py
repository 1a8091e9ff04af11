"""Finds spellings of English that are at home elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Confidence
from newslint.model.records import NamedTuple
from newslint.text.article import Article
from newslint.text.casing import follow
from newslint.text.lexicon import Lexicon
from newslint.text.spelling.places import stands_alone
from newslint.text.spelling.speller import NAME, Speller
from newslint.text.spelling.spellings import HOMES, at_home, counterparts, spellings_of

_LEAST = 4
"""Letters of a word that is no abbreviation."""
_KEPT = 50_000


class _Odd(NamedTuple):
    """A word that is not at home everywhere: the letters of its spellings, and how it is written elsewhere; or whether
    it is a second choice everywhere, for a consonant doubled."""

    letters: str
    others: tuple[tuple[str, str], ...]
    doubled: bool = False


class SpellingVariant(Check):
    """Words that are spelled as in another country: "color" in an article in British or Australian English.

    The article's language says where it is at home (`language` in the configuration, or in the article). Where it says
    no region, the article does: if at least `least` of its words are at home in Britain and Australia only, or in
    America only, and at most a tenth as many of the other kind are, those are findings, with confidence `likely`.

    A word is a finding only where the spelling that is the first choice here is in the dictionary and differs by one of
    the pairs of letters in the list `spelling-pairs`; where its own is a second choice, confidence is `likely`. Words
    with a capital are names and keep their spelling, unless the article has them without it too; so does everything in
    `real` and in the list `own-words`. In Britain -ise and -ize are both at home.

    A word that dictionaries have as a second choice everywhere, and that differs from one that is right everywhere by a
    consonant doubled (the list `doubled-consonants`: "focussed"), is a finding in every article in English, with the
    message `second` and confidence `possible`.
    """

    name = "spelling-variant"
    parameters = (
        Parameter("dictionary", Text(), "dictionary of a pack, a file of its folder `dictionaries`", "english"),
        Parameter("real", ListOf(Text()), "words that are right in every spelling"),
        Parameter("least", Integer(2, 1000), "words by which an article shows where it is at home", "8"),
    )
    placeholders = ("home",)
    variants = ("second",)
    yields = True

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._lexicon = lexicon
        self._small = lexicon["small-words"]
        self._name = settings.text("dictionary")
        lexicon.dictionary(self._name)
        self._real = {w for i, t in enumerate(settings.texts("real")) for w in phrases.expand(t, ("real", i))}
        self._least = settings.integer("least")
        self._odd: dict[str, _Odd] = {}
        self._plain: set[str] = set()

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        spellings = spellings_of(article.document.metadata.language)
        if spellings is None:
            return
        odd = self._odd_words(article)
        if not odd:
            return
        said = bool(spellings)
        spellings = spellings or self._shown(odd)
        wrong = {w: to for w, o in odd.items() if (to := _written(o, spellings))}
        for block in scope.blocks(article) if wrong else ():
            tokens = article.tokens(block)
            for word in wrong.keys() & set(tokens.texts):
                i = -1
                for _ in range(tokens.texts.count(word)):
                    i = tokens.texts.index(word, i + 1)
                    start, end = tokens.starts[i], tokens.end(i)
                    if stands_alone(block.text, start, end) and scope.allows(article, block, start, end):
                        to = tuple(follow(word, t, small=self._small) for t in wrong[word])
                        if odd[word].doubled:
                            yield Finding(block, start, end, {"home": ""}, to, Confidence.POSSIBLE, "second")
                            continue
                        second = at_home(odd[word].letters, spellings)
                        confidence = Confidence.LIKELY if second or not said else Confidence.CERTAIN
                        yield Finding(block, start, end, {"home": HOMES[spellings[0]]}, to, confidence)

    def _odd_words(self, article: Article) -> dict[str, _Odd]:
        """The article's words that are not at home everywhere."""
        if len(self._plain) > _KEPT:
            self._plain = set()
        speller = Speller.of(self._lexicon, self._name)
        new = article.vocabulary - self._plain
        odd = {}
        for word in new:
            found = self._odd.get(word)
            if found is None and len(word) >= _LEAST and word.isalpha() and (word.islower() or word.istitle()):
                letters = self._letters(word.lower(), speller)
                others = counterparts(word.lower(), self._lexicon) if letters else ()
                known = tuple((w, speller.label(w)[1:]) for w in others if self._letters(w, speller))
                if letters and set("abzd") <= set(letters):
                    found = self._doubled(word, letters, speller)
                if known and not found:
                    found = _Odd(letters, known)
                if found:
                    self._odd[word] = found
            if found:
                odd[word] = found
        self._plain.update(new - odd.keys())
        return {word: found for word, found in odd.items() if word.islower() or word.lower() in odd}

    def _doubled(self, word: str, letters: str, speller: Speller) -> _Odd | None:
        """What a word that is a second choice everywhere is with one consonant in place of two."""
        others = counterparts(word.lower(), self._lexicon, "doubled-consonants")
        right = tuple((w, "") for w in others if (found := speller.label(w)) and found[1:] == "" and found != NAME)
        return _Odd(letters, right, doubled=True) if right else None

    def _letters(self, word: str, speller: Speller) -> str:
        """The letters of a word's spellings, "" where it is right everywhere, or no word."""
        return "" if word in self._real or word in speller.own else speller.label(word)[1:]

    def _shown(self, odd: dict[str, _Odd]) -> str:
        """Where the article shows that it is at home, "" where it does not."""
        words = {w.lower(): o.letters for w, o in odd.items() if w.islower()}.values()
        american = sum("A" in w and not set("BZD") & set(w) for w in words)
        british = sum("A" not in w and bool(set("BZD") & set(w)) for w in words)
        if british >= self._least and american * 10 <= british:
            return "BZD"
        return "A" if american >= self._least and british * 10 <= american else ""


def _written(odd: _Odd, spellings: str) -> tuple[str, ...]:
    """The first choices of some spellings in place of a word; () where it is one itself, or no spellings are given."""
    if odd.doubled:
        return tuple(w for w, _ in odd.others)
    if any(s in odd.letters for s in spellings):
        return ()
    return tuple(w for w, letters in odd.others if any(s in letters for s in spellings))
