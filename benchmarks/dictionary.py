"""Makes the English dictionary of the core pack from SCOWL, the Spell Checker Oriented Word Lists.

    python -m benchmarks.dictionary SCOWL > rules/core/dictionaries/english.txt

SCOWL: the folder of its final lists ("american-words.10" ...), /usr/share/dict/scowl in Debian's package `scowl`.
What goes in: all words up to size 70, in all spellings; names, abbreviations and contractions likewise. Possessives
and whatever has other marks stay out. Words with accents go in without them too.
"""

from __future__ import annotations

import re
import sys
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from newslint.rulebook import core_lexicon
from newslint.text.spelling.made import formed
from newslint.text.spelling.meant import slips
from newslint.text.spelling.speller import DOUBTFUL

BANDS = {10: "1", 20: "1", 35: "2", 40: "3", 50: "3", 55: "4", 60: "4", 70: "5"}
"""SCOWL's sizes and the bands they become, the most common first."""
SPELLINGS = {
    "american": "A", "british": "B", "british_z": "Z", "canadian": "C", "australian": "D",
    "variant_1": "a", "british_variant_1": "bz", "canadian_variant_1": "c", "australian_variant_1": "d",
    "variant_2": "a", "british_variant_2": "bz", "canadian_variant_2": "c", "australian_variant_2": "d",
    "variant_3": "abzcd",
}  # fmt: skip
"""SCOWL's spelling categories and their letters: A American, B British, Z British with -ize, C Canadian, D Australian;
small where it is a second choice there."""
LEAST, COST = 6, 3
"""Letters of a word that may be doubtful, and the cost of the slip."""
NAMES = frozenset({"upper", "proper-names"})
_FILE = re.compile(r"([a-z]+(?:_[a-z0-9]+)*)-([a-z-]+)\.(\d+)")
_ORDER = "ABZCDabzcd"

HEAD = """\
# English words and names, for spelling. Made by benchmarks/dictionary.py from SCOWL {version}: see LICENCE.
#
# [1] to [5] are words from the most common to the rare. Letters behind the number say where a spelling is at home:
# A America, B Britain, Z Britain with -ize, C Canada, D Australia; a small letter: a second choice there. No letter:
# everywhere. [6] are rare words that one slip makes of a word of [1], such as "pervious". [N] are names. SCOWL's words
# of size 10-20 are 1, 35 is 2, 40-50 is 3, 55-60 is 4, 70 is 5.
"""


def gather(folder: Path) -> dict[str, str]:
    """Words by what the dictionary says of them: "1", "2AC", "N"."""
    bands: dict[str, str] = {}
    letters: dict[str, set[str]] = defaultdict(set)
    everywhere: set[str] = set()
    names: set[str] = set()
    for path in sorted(folder.iterdir()):
        match = _FILE.fullmatch(path.name)
        if match is None or int(match[3]) > max(BANDS):
            continue
        category, kind, band = match[1], match[2], BANDS[int(match[3])]
        if category != "english" and category not in SPELLINGS:
            continue
        for line in path.read_text("utf-8").split():
            if not line.isalpha():
                continue
            for word in {line, plain(line)}:
                if kind in NAMES or not word.islower():
                    names.add(word)
                    continue
                bands[word] = min(bands.get(word, band), band)
                if category == "english":
                    everywhere.add(word)
                else:
                    letters[word].update(SPELLINGS[category])
    labels = {word: band + ("" if word in everywhere else spellings(letters[word])) for word, band in bands.items()}
    labels |= {word: DOUBTFUL + labels[word][1:] for word in doubtful(labels)}
    return labels | {name: "N" for name in names if name not in labels}


def doubtful(labels: Mapping[str, str]) -> list[str]:
    """The rare words that one slip makes of a very common one, but for those that are formed by rule: a recycler is
    no misspelt "recycles"."""
    lexicon = core_lexicon()
    rare = [w for w, label in labels.items() if label[0] == "5" and len(w) >= LEAST and w.isascii()]
    rare = [w for w in rare if not formed(w, lambda x: labels.get(x, "5")[0] != "5", lexicon)]
    return [w for w in rare if any(s.cost <= COST and labels.get(s.word) == "1" for s in slips(w, lexicon))]


def plain(word: str) -> str:
    """A word without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def spellings(letters: set[str]) -> str:
    """The letters in order; a first choice needs no second, and all first choices are none."""
    found = "".join(c for c in _ORDER if c in letters and not (c.islower() and c.upper() in letters))
    return "" if found == "ABZCD" else found


def main(words: Sequence[str]) -> int:
    """The command."""
    if len(words) != 1 or not Path(words[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    by_label: dict[str, list[str]] = defaultdict(list)
    for word, label in gather(Path(words[0])).items():
        by_label[label].append(word)
    print(HEAD.format(version="2020.12.07"), end="")
    for label in sorted(by_label):
        print(f"\n[{label}]")
        print(textwrap.fill(" ".join(sorted(by_label[label])), 120, break_long_words=False, break_on_hyphens=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
