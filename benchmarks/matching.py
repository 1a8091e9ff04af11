"""Time the multi-pattern engine on made-up rules and a made-up article: `python -m benchmarks.matching`.

The language is invented: words of random syllables with the frequencies of Zipf's law, so that a few words fill half
the text, as in English. The rules are a newsroom's: phrases, single words, alternations, inflections, and one in a
hundred without a word to look up. The seed is fixed, so that two runs measure the same. Times are the processor's.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable

from newslint.matching import Matcher, Pattern
from newslint.text.tokens import Tokens, tokenize

SEED = 20_190_628
WORDS = 40_000
ARTICLE_WORDS = 5_000
BLOCK_WORDS = 60

Texts = list[tuple[str, Tokens]]


class Language:
    """An invented vocabulary, the commonest word first."""

    def __init__(self, rng: random.Random) -> None:
        syllables = [
            a + b
            for a in ["b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "ch"]
            for b in ["a", "e", "i", "o", "u", "an", "er", "in"]
        ]
        found: dict[str, None] = {}
        while len(found) < WORDS:
            length = 1 if len(found) < 60 else rng.choice((2, 2, 3, 3, 4))
            found["".join(rng.choice(syllables) for _ in range(length))] = None
        self.words = list(found)
        total, self._sums = 0.0, []
        for rank in range(1, WORDS + 1):
            total += 1 / (rank + 2.7)
            self._sums.append(total)
        self._rng = rng

    def draw(self, count: int) -> list[str]:
        """Words as they come in running text."""
        return self._rng.choices(self.words, cum_weights=self._sums, k=count)

    def article(self) -> Texts:
        """An article in blocks, with capitals, figures, commas and full stops."""
        texts = []
        for _ in range(ARTICLE_WORDS // BLOCK_WORDS):
            words = self.draw(BLOCK_WORDS)
            for i in range(0, BLOCK_WORDS, 12):
                words[i] = words[i].capitalize()
                words[i + 11] += "."
                words[i + 5] += ","
            words[7] = str(self._rng.randint(2, 3000))
            text = " ".join(words)
            texts.append((text, tokenize(text)))
        return texts


def house_rules(language: Language, rng: random.Random, count: int) -> list[Pattern]:
    """Rules in a newsroom's proportions."""

    def rare() -> str:
        return language.words[rng.randrange(300, WORDS)]

    def phrase() -> str:
        words = [*language.draw(rng.randint(1, 2)), rare()]
        rng.shuffle(words)
        return " ".join(words)

    patterns = []
    for number in range(count):
        kind = number % 100
        if kind < 50:
            patterns.append(Pattern(phrase(), literal=True, ignore_case=kind < 35))
        elif kind < 70:
            patterns.append(Pattern(rare(), literal=True, ignore_case=kind < 60))
        elif kind < 85:
            choice = "|".join(rare() for _ in range(rng.randint(2, 5)))
            patterns.append(Pattern(rf"\b(?:{choice})\b", ignore_case=True))
        elif kind < 95:
            patterns.append(Pattern(rf"\b{rare()}(?:s|ed|ing)?\s+(\w+)\s+{rare()}\b", ignore_case=kind < 90))
        elif kind < 99:
            patterns.append(Pattern(rf"\b(\d{{1,4}})[- ]{rare()}s?\b"))
        else:
            patterns.append(Pattern(rf"\w+{rare()[-5:]}{rng.choice('aeiou')}\b"))
    return patterns


def best(work: Callable[[], object], seconds: float = 1.0) -> tuple[float, float]:
    """Least and median processor time of a piece of work, in seconds."""
    times: list[float] = []
    until = time.process_time() + seconds
    while time.process_time() < until or len(times) < 5:
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times), statistics.median(times)


def house(language: Language, rng: random.Random, count: int = 13_000) -> None:
    """The house set over one article."""
    texts = language.article()
    start = time.process_time()
    matcher = Matcher(house_rules(language, rng, count))
    built = time.process_time() - start
    start = time.process_time()
    hits = matcher.scan_all(texts)
    first = time.process_time() - start
    least, median = best(lambda: matcher.scan_all(texts))
    speed = sum(len(text.encode()) for text, _ in texts) / median / 1e6
    print(f"{count} house rules, {ARTICLE_WORDS} words: {least * 1e3:.2f} ms (median {median * 1e3:.2f})")
    print(f"  {speed:.1f} MB/s, {sum(map(len, hits))} hits; built in {built:.2f} s, first article {first * 1e3:.0f} ms")


def flat(language: Language, rng: random.Random) -> None:
    """The same hits from ever more rules: all but the first hundred need a word that the article does not have, though
    most of their words it has."""
    texts = language.article()
    there = {word.lower() for _, tokens in texts for word in tokens.texts}
    absent = [word for word in language.words if word not in there]
    base = [Pattern(word, literal=True, ignore_case=True) for word in language.words[100:130]]
    base += house_rules(language, rng, 69)
    base_time = 0.0
    for count in (100, 1_000, 10_000, 100_000):
        extra = []
        for i in range(count - len(base)):
            words = [*language.draw(2), f"{rng.choice(absent)}{i % 7 or ''}"]
            rng.shuffle(words)
            extra.append(Pattern(" ".join(words), literal=True, ignore_case=i % 2 == 0))
        start = time.process_time()
        matcher = Matcher(base + extra)
        built = time.process_time() - start
        least, _ = best(lambda matcher=matcher: matcher.scan_all(texts))  # type: ignore[misc]
        base_time = base_time or least
        print(f"{count:>7} rules: {least * 1e3:.2f} ms, {least / base_time:.2f} times that of 100, "
              f"{sum(map(len, matcher.scan_all(texts)))} hits, built in {built:.2f} s")  # fmt: skip


def main() -> None:
    """Print the figures."""
    rng = random.Random(SEED)
    language = Language(rng)
    print(f"Python {sys.version.split()[0]}")
    house(language, rng)
    flat(language, rng)


if __name__ == "__main__":
    main()
