"""Finds one name spelled in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, compress, islice

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import Choice, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import PROSE, Block, Confidence, Zone
from newslint.text.article import Article
from newslint.text.beside import last_before
from newslint.text.lexicon import Lexicon
from newslint.text.near_names import Pair, inflected, listed, near, near_pairs
from newslint.text.tokens import Tokens

_SENTENCE = frozenset(".!?:…\"“”‘’'(–—•*|\n")
_CROWD = 40
"""Words that are compared with each other at the most: a list of results has hundreds of names."""


class NameSpelling(Check):
    """Two spellings of one name: "Volodymyr Zelensky" and "Mr Zelenskyy".

    compare: `article` takes names of two words or more (a title or given name, and the name) that agree in one word and
    nearly in the other; the spelling that stands less often is the finding, on a tie the later one. `headline` takes
    capitalised words of the headline that the body does not have, while it has a name nearly like it; the first word of
    a headline has a capital in any case, and counts only if the `dictionary` does not know it.

    Nearly: the same first letter and one slip of the fingers, in words of eight letters two. Words of fewer than
    `least` letters are never compared, nor two of `words`, nor words that differ by one of `endings` (Korea, Korean).
    Where both of two given names are in `names` there are two people. Confidence is `likely` for a word that never has
    another name beside it ("Zelenskyy said"), and where the majority leads by less than two.
    """

    name = "name-spelling"
    parameters = (
        Parameter("compare", Choice("article", "headline"), "what is compared", "article"),
        Parameter("least", Integer(3, 30), "letters a name must have", "5"),
        Parameter("dictionary", Text(), "dictionary of a pack, a file of its folder `dictionaries`", ""),
        Parameter("endings", ListOf(Text()), "endings that make another word of a name", []),
        Parameter("names", ListOf(Text()), "given names that are all right", []),
        Parameter("titles", ListOf(Text()), "words that the names of many people follow", []),
        Parameter("words", ListOf(Text()), "words that are no misspelt names", []),
    )
    placeholders = ("majority", "count")
    variants = ("majority",)
    kept = (
        "_dictionary",
        "_endings",
        "_firsts",
        "_functions",
        "_given",
        "_headline",
        "_least",
        "_own",
        "_titles",
        "_words",
    )

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._functions = frozenset(lexicon["closed-classes"])
        self._headline = settings.text("compare") == "headline"
        self._least = settings.integer("least")
        self._dictionary = settings.text("dictionary")
        self._endings = frozenset(settings.texts("endings"))
        self._given, self._titles, self._words = (
            frozenset(w for t in settings.texts(n) for w in phrases.expand(t, (n,)))
            for n in ("names", "titles", "words")
        )
        self._firsts = self._given | self._titles
        self._own = frozenset(part for entry in lexicon["own-words"] for part in entry.split())
        self._words |= {w.capitalize() for w in self._words}
        if self._dictionary:
            lexicon.dictionary(self._dictionary)
        self.ready(lexicon)

    def ready(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        yield from self._in_headline(article, scope) if self._headline else self._in_article(article, scope)

    def _in_article(self, article: Article, scope: Scope) -> Iterator[Finding]:
        if not self._may_differ(article, scope):
            return
        pairs = self._pairs(article, scope)
        behind: dict[str, set[str]] = {}
        before: dict[str, set[str]] = {}
        for first, last in pairs:
            behind.setdefault(first, set()).add(last)
            before.setdefault(last, set()).add(first)
        found: set[Pair] = set()
        for first, words in behind.items():
            loose = first in self._given or first in self._titles
            found.update(p for p in self._alike(words, loose) if not self._two_people(*p, before))
        for last, words in before.items():
            if last not in self._titles:
                found.update(p for p in self._alike(words) if not self._given.issuperset(p))
        doubtful = self._lone(article, scope, before, behind.keys()) - found
        if found or doubtful:
            yield from self._findings(article, scope, found, doubtful)

    def _may_differ(self, article: Article, scope: Scope) -> bool:
        """Whether any two names are nearly the same, which those of most articles are not."""
        pairs = near_pairs(article, self._least)
        if pairs is None:
            return True
        pairs = [(a, b) for a, b in pairs if not (a in self._words and b in self._words)]
        loose = [(a, b) for a, b in pairs if inflected(a, b, self._endings)]
        if len(loose) < len(pairs):
            return True
        if not loose:
            return False
        behind: set[str] = set()
        for block in scope.blocks(article):
            texts = article.tokens(block).texts
            behind.update(compress(islice(texts, 1, None), map(self._firsts.__contains__, texts)))
        return any(behind.issuperset(pair) for pair in loose)

    def _two_people(self, a: str, b: str, before: dict[str, set[str]]) -> bool:
        """Whether each of two surnames has a given name that the other has not."""
        one, other = before.get(a, set()) - self._titles, before.get(b, set()) - self._titles
        return bool(one) and bool(other) and one.isdisjoint(other)

    def _pairs(self, article: Article, scope: Scope) -> dict[Pair, None]:
        """Neighbouring capitalised words, each two once, in the order in which they come."""
        pairs: dict[Pair, None] = {}
        small, names = article.vocabulary, self._firsts
        for block in scope.blocks(article):
            if block.zone in (Zone.HEADLINE, Zone.CROSSHEAD):
                continue
            tokens, before = article.tokens(block), -1
            texts = tokens.texts
            for i in article.capitals(block):
                if before == i - 1 >= 0 and _adjoin(block.text, tokens, i):
                    last = texts[before]
                    if last in names or self._names(last, small):
                        pairs[last, texts[i]] = None
                before = i
        return pairs

    def _names(self, word: str, vocabulary: Collection[str]) -> bool:
        """Whether a capitalised word is a name: one that the article has in lower case too only opens a sentence."""
        low = word.lower()
        return len(word) == 1 or (low not in vocabulary and low not in self._functions)

    def _alike(self, words: set[str], loose: bool = False) -> Iterator[Pair]:
        """Pairs of nearly the same words. loose: names of people all, that an ending does not make another word."""
        if len(words) < 2:
            return
        long = sorted(w for w in words if len(w) >= self._least and not w.isupper())[:_CROWD]
        for i, a in enumerate(long):
            for b in long[i + 1 :]:
                if a[0] != b[0]:
                    break
                if self._near(a, b, loose) and not (a in self._words and b in self._words):
                    yield a, b

    def _near(self, a: str, b: str, loose: bool = False) -> bool:
        """Whether two words with the same first letter may be one name."""
        return near(a, b) and (loose or not inflected(a, b, self._endings))

    def _lone(self, article: Article, scope: Scope, before: dict[str, set[str]], firsts: Collection[str]) -> set[Pair]:
        """Surnames, and words nearly like them, that have no first word in common."""
        surnames: dict[str, list[str]] = {}
        for name in filter(self._may_be_name, before):
            if len(surnames.setdefault(name[0], [])) < _CROWD:
                surnames[name[0]].append(name)
        # A slip in the second letter leaves the last one as it is.
        alike: dict[str, list[str]] = {}
        for name in chain.from_iterable(surnames.values()):
            for ends in {name[:2], name[0] + name[-1]}:
                alike.setdefault(ends, []).append(name)
        found: set[Pair] = set()
        written = article.vocabulary
        for word in written if surnames else ():
            if word[0] not in surnames or not self._may_be_name(word) or word.lower() in written or word in firsts:
                continue
            if word in self._given and word not in before:
                continue
            for name in {*alike.get(word[:2], ()), *alike.get(word[0] + word[-1], ())}:
                if name != word and self._near(name, word) and not self._two_people(name, word, before):
                    found.add((name, word))
        # Team sheets have surnames of many people.
        alone = _places(article, scope, {w for p in found for w in p if w not in before}) if found else {}
        return {p for p in found if not any(listed(b.text, x, y) for w in p for b, x, y in alone.get(w, ()))}

    def _may_be_name(self, word: str) -> bool:
        return len(word) > self._least and not word.isupper() and word not in self._words

    def _findings(self, article: Article, scope: Scope, found: set[Pair], doubtful: set[Pair]) -> Iterator[Finding]:
        # A Counter keeps the order in which words come first.
        counts = Counter(t for b in scope.blocks(article) for t in article.tokens(b).texts)
        order = {word: i for i, word in enumerate(counts)}
        beyond = len(order)
        houses: dict[str, tuple[str, bool]] = {}
        for pairs in (found, doubtful):
            for pair in sorted(pairs):
                if self._own.issuperset(pair):
                    continue
                # One of the paper's own words is right, however often the other stands.
                house, other = sorted(pair, key=lambda w: (w not in self._own, -counts[w], order.get(w, beyond)))
                houses.setdefault(other, (house, pairs is found))
        places = _places(article, scope, {w for pair in found | doubtful for w in pair})
        for word, (house, sure) in houses.items():
            clear = sure and counts[house] - counts[word] > 1
            values = {"majority": house, "count": str(counts[house])}
            related = tuple(Place(*p, "majority") for p in places.get(house, ())[:1])
            for place in places.get(word, ()):
                confidence = Confidence.CERTAIN if clear else Confidence.LIKELY
                yield Finding(*place, values, (house,), confidence, related=related)

    def _in_headline(self, article: Article, scope: Scope) -> Iterator[Finding]:
        heads = [b for b in scope.blocks(article) if b.zone is Zone.HEADLINE]
        others = [b for b in article.blocks if b.zone in PROSE]
        if not heads or not others:
            return
        vocabulary = frozenset().union(*map(article.lowered, others))
        names: dict[str, Counter[str]] = {}
        for block in heads:
            tokens = article.tokens(block)
            for i, word in enumerate(tokens.texts):
                low = word.lower()
                if len(word) < self._least or low in vocabulary or not word[0].isupper() or word.isupper():
                    continue
                if word in self._words or low in self._words:
                    continue
                names = names or _names(article, others)
                counts = names.get(word[0], Counter())
                near = [n for n in counts if n not in self._words and n.lower() not in self._words]
                near = [n for n in near if self._near(word, n)]
                if len(near) == 1 and not (i == 0 and self._knows(low)):
                    house, start = near[0], tokens.starts[i]
                    values = {"majority": house, "count": str(counts[house])}
                    place = next((p for p in _places(article, Scope(PROSE), {house}).get(house, ())), None)
                    related = (Place(*place, "majority"),) if place else ()
                    sure = Confidence.CERTAIN if counts[house] > 1 else Confidence.LIKELY
                    yield Finding(block, start, tokens.end(i), values, (house,), sure, related=related)

    def _knows(self, word: str) -> bool:
        """Whether the dictionary has a word in lower case."""
        from newslint.text.spelling.speller import Speller

        return bool(self._dictionary and Speller.of(self._lexicon, self._dictionary).label(word))


def _adjoin(text: str, tokens: Tokens, i: int) -> bool:
    """Whether nothing but a space, or the full stop of a title, parts a word from the one before."""
    gap = text[tokens.end(i - 1) : tokens.starts[i]]
    return gap.isspace() or (gap == ". " and len(tokens.texts[i - 1]) < 5)


def _names(article: Article, blocks: Sequence[Block]) -> dict[str, Counter[str]]:
    """Words that stand with a capital inside a sentence, and never without one, by their first letter."""
    found: dict[str, Counter[str]] = {}
    for block in blocks:
        tokens = article.tokens(block)
        for i in article.capitals(block):
            token = tokens.texts[i]
            if token.lower() in article.vocabulary:
                continue
            before = last_before(block.text, tokens.starts[i])
            if before and before not in _SENTENCE:
                found.setdefault(token[0], Counter())[token] += 1
    return found


def _places(article: Article, scope: Scope, words: set[str]) -> dict[str, list[tuple[Block, int, int]]]:
    """Where some words stand."""
    found: dict[str, list[tuple[Block, int, int]]] = {}
    for block in scope.blocks(article):
        tokens = article.tokens(block)
        if words.isdisjoint(tokens.texts):
            continue
        for i, token in enumerate(tokens.texts):
            if token in words and scope.allows(article, block, tokens.starts[i], tokens.end(i)):
                found.setdefault(token, []).append((block, tokens.starts[i], tokens.end(i)))
    return found
