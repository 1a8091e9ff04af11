"""Made-up rules and articles, the same from one seed on every machine.

The words come from a folder of texts that a person gives, or are invented: syllables, with the frequencies of Zipf's
law, so that a few words fill half the text, as in English.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Any

import yaml

SEED = 20_190_628
_WORDS = 40_000
_ONSETS = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "ch")
_REST = ("a", "e", "i", "o", "u", "an", "er", "in")
_COMMON = 300
"""So many of the commonest words never stand alone in a rule."""


class Language:
    """A vocabulary, the commonest word first, and how often each stands in running text."""

    def __init__(self, folder: Path | None = None, seed: int = SEED) -> None:
        self.random = random.Random(seed)
        counts = _counted(folder) if folder else {}
        if len(counts) < 10 * _COMMON:
            counts = {word: 1 / (rank + 2.7) for rank, word in enumerate(_invented(self.random), 1)}
        self.words = list(counts)
        self._sums = list(accumulate(counts.values()))

    def draw(self, count: int) -> list[str]:
        """Words as they come in running text."""
        return self.random.choices(self.words, cum_weights=self._sums, k=count)

    def rare(self) -> str:
        """A word that is not one of the commonest."""
        return self.words[self.random.randrange(_COMMON, len(self.words))]

    def article(self, words: int) -> str:
        """A headline and paragraphs of about sixty words, with capitals, figures, stops and a quotation."""
        lines = [" ".join(self.draw(7)).capitalize()]
        for start in range(0, words, 60):
            paragraph = self.draw(min(60, words - start))
            for i in range(0, len(paragraph), 12):
                end = min(i + 11, len(paragraph) - 1)
                paragraph[i] = paragraph[i].capitalize()
                paragraph[end] += "."
                if i + 5 < end:
                    paragraph[i + 5] += ","
            if len(paragraph) > 40:
                paragraph[7] = str(self.random.randint(2, 3000))
                paragraph[24] = '"' + paragraph[24]
                paragraph[35] = paragraph[35][:-1] + ',"'
            lines.append(" ".join(paragraph))
        return "\n\n".join(lines) + "\n"


def _invented(rng: random.Random) -> list[str]:
    syllables = [a + b for a in _ONSETS for b in _REST]
    found: dict[str, None] = {}
    while len(found) < _WORDS:
        length = 1 if len(found) < 60 else rng.choice((2, 2, 3, 3, 4))
        found["".join(rng.choice(syllables) for _ in range(length))] = None
    return list(found)


def _counted(folder: Path) -> dict[str, float]:
    """The words of a folder's texts by frequency, then by alphabet."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.rglob("*.txt")):
        counts.update(re.findall(r"[a-z]{2,}", path.read_text(encoding="utf-8", errors="replace")))
    return {word: float(n) for word, n in sorted(counts.items(), key=lambda x: (-x[1], x[0]))}


class Packs:
    """Writes packs of made-up rules, for newslint and (`vale`) as a Vale style with the same rules."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.random = language.random

    def _phrase(self) -> str:
        words = [*self.language.draw(self.random.randint(1, 2)), self.language.rare()]
        self.random.shuffle(words)
        return " ".join(words)

    def house(self, count: int) -> list[dict[str, Any]]:
        """Entries of a newsroom's rules: half phrases, a fifth single words, the rest alternations, inflections and
        figures; one in a hundred has no word to hang on."""
        rare = self.language.rare
        rules: list[dict[str, Any]] = []
        for number in range(count):
            kind = number % 100
            if kind < 50:
                rules.append({"words": [self._phrase()]})
            elif kind < 70:
                rules.append({"words": [rare()]})
            elif kind < 85:
                choice = "|".join(rare() for _ in range(self.random.randint(2, 5)))
                rules.append({"patterns": [rf"(?i)\b(?:{choice})\b"]})
            elif kind < 95:
                rules.append({"patterns": [rf"\b{rare()}(?:s|ed|ing)?\s+(\w+)\s+{rare()}\b"]})
            elif kind < 99:
                rules.append({"patterns": [rf"\b(\d{{1,4}})[- ]{rare()}s?\b"]})
            else:
                rules.append({"patterns": [rf"\w+{rare()[-5:]}{self.random.choice('aeiou')}\b"]})
        return rules

    def phrases(self, count: int, article: str, hits: int) -> list[dict[str, Any]]:
        """Rules of one phrase each: `hits` of them stand in the article; the others need a word that it lacks, though
        their other words it has."""
        words = re.findall(r"[a-z]+", article)
        there = set(words)
        absent = [w for w in self.language.words if w not in there] or self.language.words
        starts = self.random.sample(range(len(words) - 2), min(hits, len(words) - 2))
        texts = list(dict.fromkeys(" ".join(words[i : i + 2]) for i in starts))
        while len(texts) < count:
            phrase = [*self.language.draw(2), f"{self.random.choice(absent)}{self.random.choice('aeiou')}"]
            self.random.shuffle(phrase)
            texts.append(" ".join(phrase))
        return [{"words": [text]} for text in texts[:count]]

    def swaps(self, count: int) -> dict[str, str]:
        """Entries of one swap rule: two words, the second rare, and something else to write."""
        found: dict[str, str] = {}
        while len(found) < count:
            found[f"{self.language.draw(1)[0]} {self.language.rare()}"] = self.language.rare() + "x"
        return found


def write_rules(pack: Path, rules: Iterable[dict[str, Any]], files: int = 0, group: str = "house") -> None:
    """A pack of existence rules, a file each; with `files`, gathered into so many files, as lists of a desk are."""
    entries = list(rules)
    if files:
        merged = [entries[i::files] for i in range(files)]
        entries = [
            {key: [t for e in part for t in e.get(key, [])] for key in ("words", "patterns")} for part in merged if part
        ]
    _describe(pack)
    folder = pack / group
    folder.mkdir(parents=True, exist_ok=True)
    for number, entry in enumerate(entries):
        body = {k: v for k, v in entry.items() if v}
        rule = {"check": "existence", "severity": "warning", "message": "'{match}' is not house style", **body}
        (folder / f"rule-{number}.yaml").write_text(yaml.dump(rule, Dumper=_DUMPER, sort_keys=False), encoding="utf-8")


def write_swaps(pack: Path, swaps: dict[str, str], files: int = 1, group: str = "house") -> None:
    """A pack whose substitution rules hold all swaps."""
    _describe(pack)
    folder = pack / group
    folder.mkdir(parents=True, exist_ok=True)
    items = list(swaps.items())
    for number in range(files):
        rule = {
            "check": "substitution",
            "severity": "warning",
            "message": "Use '{replacement}' instead of '{match}'",
            "swap": dict(items[number::files]),
        }
        (folder / f"swaps-{number}.yaml").write_text(yaml.dump(rule, Dumper=_DUMPER, sort_keys=False), encoding="utf-8")


def write_vale(styles: Path, rules: Iterable[dict[str, Any]], swaps: dict[str, str] | None = None) -> None:
    """The same as a Vale style named House."""
    folder = styles / "House"
    folder.mkdir(parents=True, exist_ok=True)
    for number, entry in enumerate(rules):
        tokens = [*entry.get("words", ()), *entry.get("patterns", ())]
        rule = {"extends": "existence", "message": "'%s' is not house style", "ignorecase": True, "tokens": tokens}
        (folder / f"Rule{number}.yml").write_text(yaml.dump(rule, Dumper=_DUMPER, sort_keys=False), encoding="utf-8")
    if swaps:
        rule = {"extends": "substitution", "message": "Use '%s' instead of '%s'", "ignorecase": True, "swap": swaps}
        (folder / "Swaps.yml").write_text(yaml.dump(rule, Dumper=_DUMPER, sort_keys=False), encoding="utf-8")


_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def _describe(pack: Path) -> None:
    pack.mkdir(parents=True, exist_ok=True)
    about = {"name": "house", "description": "Made up to be timed", "language": "en", "licence": "CC0-1.0",
             "version": "0"}  # fmt: skip
    (pack / "pack.yaml").write_text(yaml.safe_dump(about), encoding="utf-8")
