"""Finds words that no dictionary has and that are one slip away from one that it has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence, Zone
from newslint.model.records import NamedTuple
from newslint.text.article import Article
from newslint.text.casing import at_sentence_start, follow, is_title
from newslint.text.lexicon import Lexicon
from newslint.text.spelling.named import TURNED_LEAST, Names, stray
from newslint.text.spelling.places import begins_address, stands_alone
from newslint.text.spelling.speller import DOUBTFUL, Speller, Verdict
from newslint.text.spelling.spellings import spellings_of

_LONG, _LONGER = 7, 9
"""Letters of a word that is no name by chance, though it has a capital; where nothing explains the capital."""
_CHEAP = 2
_SURE = 3
_LIKELY = 5
"""Costs up to which a word is surely, or likely, another one misspelt: one slip in a common word, in a rarer one."""
_FEW, _SHORT = 6, 5
"""Letters below which nothing is certain; below which little is likely."""
_OFTEN = 3
"""A word that stands so often in an article is meant."""
_SIC = ("[sic", "(sic")
_MANY, _PART = 12, 10
"""Unknown words that an article in English doesn't have, if they are more than one in ten of all its words."""
_MANY_NAMES = 300
"""Unknown words with a capital that no article has: a list of names has them, and each takes a millisecond."""
_LONGEST = 30
"""Letters of the longest word that is looked at: what a slip can have made of it grows with the square."""
_KEPT = 50_000


class UnknownWord(Check):
    """Words in lower case that the dictionary lacks, and that a slip of the fingers or of the ear may have made of a
    word that it has: two letters turned, one left out, doubled, struck beside the right one, or taken for one that
    sounds or looks alike; in long words two such slips. Also a known word that lacks the space before the next
    ("thefirst").

    Left alone are words of `real` and of the list `own-words`; names, and words that the article has with a capital;
    plurals, compounds and new words with a common beginning or ending ("outjumped", "cybercrime"); words that the
    article has three times, that stand beside another unknown word or that are joined to one by a hyphen, but for the
    plainest slips; words that stand in quotation marks alone, and in longer quotations short ones, which may be the way
    somebody talks; what is followed by [sic]; parts of addresses and tags. A word with a capital counts only where it
    opens a sentence or stands in a title-case headline.

    A name that stands once and that no dictionary has is a finding with the message `name` where two turned letters
    make it of a known one ("Nicoals"), and where one of `surnames` lost a letter. It is `likely` where the name meant
    is one of `names` or `surnames` or the article has it, `possible` elsewhere.

    A word that no dictionary has and that is one slip away from an entry of `own-words` is a finding with the message
    `own`, whatever its case; so is a name with capitals inside (openSUSE) and one nearly like it that the article has
    more often. Rare words that a slip may well have made of very common ones ("pervious") are findings with the message
    `rare`, and `possible`. Confidence is `certain` for one slip in a common word, `likely` in a rarer one, and
    `possible` beyond. Suggestions are ranked by the kind of the slip, by how common the word is, and by the article's
    language; an article in another than English is passed over. Where other rules say something of the same word, this
    one is silent.
    """

    name = "unknown-word"
    parameters = (
        Parameter("dictionary", Text(), "dictionary of a pack, a file of its folder `dictionaries`", "english"),
        Parameter("real", ListOf(Text()), "words that are right, though no dictionary has them"),
        Parameter("names", ListOf(Text()), "names that everybody knows", []),
        Parameter("surnames", ListOf(Text()), "surnames so common that one that lacks a letter is hardly another", []),
    )
    placeholders = ()
    variants = ("own", "rare", "name")
    kept = ("_given", "_name", "_real", "_surnames")
    yields = True

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._name = settings.text("dictionary")
        lexicon.dictionary(self._name)
        self._real = {w for i, t in enumerate(settings.texts("real")) for w in phrases.expand(t, ("real", i))}
        self._real |= {w.lower() for w in self._real}
        self._given, self._surnames = (
            frozenset([w for i, t in enumerate(settings.texts(key)) for w in phrases.expand(t, (key, i))])
            for key in ("names", "surnames")
        )
        self.ready(lexicon)

    def ready(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names: Names | None = None
        self._fine: set[str] = set()

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        spellings = spellings_of(article.document.metadata.language)
        if spellings is None:
            return
        if len(self._fine) > _KEPT:
            self._fine = set()
        speller = Speller.of(self._lexicon, self._name)
        unknown = self._unknown(article, speller)
        if unknown and not _foreign(unknown, article):
            names = self._names = self._names or Names(self._given, self._surnames)
            yield from _Reading(article, scope, speller, spellings, unknown, self._lexicon, names).findings()

    def _unknown(self, article: Article, speller: Speller) -> set[str]:
        """The article's words that the dictionary lacks, as they are written."""
        new = article.vocabulary - self._fine
        unknown = set()
        short = 3 if speller.own else TURNED_LEAST - 1
        label = speller.label
        for word in new:
            low = word.islower()
            if _LONGEST >= len(word) > (3 if low else short) and word.isalpha() and word.isascii():
                found = label(word if low else word.lower())
                if found and (found[0] != DOUBTFUL or not low):
                    continue
                if (low or not word.isupper()) and word not in self._real and not speller.is_name(word):
                    unknown.add(word)
        self._fine.update(new - unknown)
        return unknown


def _foreign(unknown: set[str], article: Article) -> bool:
    """Whether so many words are unknown that they may be of another language."""
    low = sum(map(str.islower, unknown))
    return low > _MANY and low * _PART > len(article.vocabulary)


class _At(NamedTuple):
    block: Block
    number: int
    start: int
    end: int


class _Reading:
    """One article and its unknown words."""

    def __init__(
        self,
        article: Article,
        scope: Scope,
        speller: Speller,
        spellings: str,
        unknown: set[str],
        lexicon: Lexicon,
        names: Names,
    ) -> None:
        self._article = article
        self._speller = speller
        self._spellings = spellings
        self._unknown = unknown
        self._small = lexicon["small-words"]
        self._one = lexicon["singular-determiners"]
        self._known = names
        self._places: dict[str, list[_At]] = {}
        for block in scope.blocks(article):
            tokens = article.tokens(block)
            if unknown.isdisjoint(tokens.texts):
                continue
            for i, word in enumerate(tokens.texts):
                if word in unknown:
                    self._places.setdefault(word, []).append(_At(block, i, tokens.starts[i], tokens.end(i)))
        self._few = sum(map(str.islower, self._places)) <= _MANY
        """Whether there are so few unknown words that each may be looked at long."""
        self._names = sum(map(str.istitle, self._places)) <= _MANY_NAMES
        """Whether words with a capital are looked at: a text with more than that is a list of names."""
        self._terms = frozenset(w for w, found in self._places.items() if len(found) >= _OFTEN and w.islower())
        """New words."""
        self._marks = {w.lower(): w for w in self._places if not (w.islower() or w.istitle())}
        """Names with capitals inside, as they are written."""

    def findings(self) -> Iterator[Finding]:
        """What is wrong."""
        for word, places in self._places.items():
            own = self._speller.nearly_own(word)
            if own:
                for at in places:
                    if self._is_word(at):
                        yield Finding(at.block, at.start, at.end, {}, (own,), Confidence.LIKELY, "own")
                continue
            if word.islower():
                yield from self._in_lower_case(word, places)
            elif word.istitle():
                if self._names:
                    yield from self._with_a_capital(word, places)
            else:
                yield from self._with_capitals(word, places)

    def _in_lower_case(self, word: str, places: Sequence[_At]) -> Iterator[Finding]:
        verdict = self._speller.meant(word, self._spellings, missing=self._few)
        if not verdict.words and self._terms and word not in self._terms:
            verdict = self._speller.nearly(word, self._terms)
        if verdict.words and self._may_be_wrong(word, verdict):
            for at in places:
                if self._is_word(at) and self._stands_wrong(word, at, verdict):
                    yield self._finding(word, at, verdict)

    def _with_a_capital(self, word: str, places: Sequence[_At]) -> Iterator[Finding]:
        if len(places) > 1:
            return
        if not self._is_word(places[0]):
            yield from self._in_an_address(word, places[0])
            return
        name = self._known.meant(word, self._speller)
        if name:
            sure = name in self._known.known or name in self._article.vocabulary
            confidence = Confidence.LIKELY if sure else Confidence.POSSIBLE
            yield Finding(places[0].block, places[0].start, places[0].end, {}, (name,), confidence, "name")
            return
        if len(word) < _LONG:
            return
        explained, long = self._is_no_name(places[0]), len(word) >= _LONGER
        if not (explained or long):
            return
        verdict = self._speller.meant(word.lower(), self._spellings, two=explained and long, missing=False)
        if (
            verdict.words
            and (verdict.cost <= _SURE or (explained and long))
            and not self._article.people.of_surname(word)
        ):
            yield self._finding(word, places[0], verdict)

    def _with_capitals(self, word: str, places: Sequence[_At]) -> Iterator[Finding]:
        """A name such as openSUSE, beside one nearly like it that stands more often; letters that only got before a
        word with a capital."""
        if len(places) == 1 and (to := stray(word, self._article.vocabulary, self._speller)):
            yield Finding(places[0].block, places[0].start, places[0].end, {}, (to,), Confidence.POSSIBLE)
            return
        more = {low: w for low, w in self._marks.items() if len(self._places[w]) > len(places)}
        found = self._speller.nearly(word.lower(), more).words if more else ()
        for at in places if found else ():
            if self._is_word(at):
                yield Finding(at.block, at.start, at.end, {}, (more[found[0]],), Confidence.LIKELY)

    def _in_an_address(self, word: str, at: _At) -> Iterator[Finding]:
        """A common word, nearly, that the name of a site begins with as prose writes it: "Digial.gov"."""
        text = at.block.text
        if len(word) < _FEW or text[at.end : at.end + 1] != "." or not begins_address(text, at.start, at.end):
            return
        verdict = self._speller.meant(word.lower(), self._spellings, two=False)
        if verdict.words and verdict.cost <= _SURE:
            words = tuple(map(str.capitalize, verdict.words))
            yield Finding(at.block, at.start, at.end, {}, words, Confidence.POSSIBLE)

    def _may_be_wrong(self, word: str, verdict: Verdict) -> bool:
        """Whether nothing in the whole article speaks for the word."""
        often = len(self._places[word]) >= _OFTEN
        return verdict.cost <= _CHEAP or not (often or self._is_name(word.capitalize()))

    def _is_name(self, word: str) -> bool:
        """Whether the article has a word with a capital that nothing explains."""
        return any(not self._is_no_name(at) for at in self._places.get(word, ()))

    def _stands_wrong(self, word: str, at: _At, verdict: Verdict) -> bool:
        """Whether nothing around it speaks for the word."""
        sure = verdict.cost <= _SURE and len(word) >= _FEW
        if self._hyphenated(at) and verdict.cost > _CHEAP:
            return False
        return sure or not (self._beside_unknown(at) or (self._quoted(at) and len(word) <= _LONG))

    def _is_word(self, at: _At) -> bool:
        text = at.block.text
        return (
            stands_alone(text, at.start, at.end)
            and not text[at.end :].lstrip(" ”’\"'").lower().startswith(_SIC)
            and not any(
                q.start <= at.start and at.end <= q.end and " " not in text[q.start : q.end]
                for q in self._article.quotations(at.block)
            )
        )

    def _is_no_name(self, at: _At) -> bool:
        """Whether the place explains the capital."""
        text = at.block.text
        if at.block.zone in (Zone.HEADLINE, Zone.CROSSHEAD):
            return is_title(text)
        tokens = self._article.tokens(at.block)
        behind = tokens.texts[at.number + 1] if at.number + 1 < len(tokens) else ""
        return behind.islower() and at_sentence_start(text, at.start, self._article.sentences(at.block))

    def _hyphenated(self, at: _At) -> bool:
        text = at.block.text
        return text[at.start - 1 : at.start] in ("-", "‑") or text[at.end : at.end + 1] in ("-", "‑")

    def _beside_unknown(self, at: _At) -> bool:
        """Whether a neighbour is unknown too: then both may be of another language."""
        i, texts = at.number, self._article.tokens(at.block).texts
        return not self._unknown.isdisjoint(texts[max(0, i - 1) : i] + texts[i + 1 : i + 2])

    def _quoted(self, at: _At) -> bool:
        return self._article.quoted(at.block, at.start, at.end)

    def _finding(self, word: str, at: _At, verdict: Verdict) -> Finding:
        if self._speller.label(word) or (len(word) < _SHORT and verdict.cost > _CHEAP):
            confidence = Confidence.POSSIBLE
        elif len(word) < _FEW or word.istitle():
            confidence = Confidence.LIKELY
        elif verdict.cost <= _SURE:
            confidence = Confidence.CERTAIN
        else:
            confidence = Confidence.LIKELY if verdict.cost <= _LIKELY else Confidence.POSSIBLE
        words = self._ordered(at, verdict.words)
        replacements = tuple(follow(word, w, small=self._small) for w in words)
        if word == words[0][1:] and self._takes_a_capital(at):
            replacements = (words[0].capitalize(), *replacements[1:])
        variant = "rare" if self._speller.label(word) else ""
        return Finding(at.block, at.start, at.end, {}, replacements, confidence, variant)

    def _ordered(self, at: _At, words: tuple[str, ...]) -> tuple[str, ...]:
        """The words meant, the possessive first behind a word that only stands before one thing: "one agencys plan"."""
        texts = self._article.tokens(at.block).lowered
        if at.number and texts[at.number - 1] in self._one and len(texts) > at.number + 1:
            return tuple(sorted(words, key=lambda w: not w.endswith("'s")))
        return words

    def _takes_a_capital(self, at: _At) -> bool:
        """Whether a word that stands here has a capital."""
        if at.block.zone in (Zone.HEADLINE, Zone.CROSSHEAD):
            rest = f"{at.block.text[: at.start]}X{at.block.text[at.end :]}"
            return is_title(rest)
        # Where a sentence begins with a small letter, none is seen to begin.
        return at.block.text[: at.start].rstrip(' “‘"')[-1:] in ("", ".", "?", "!")
