"""What is known of a word, and what a word that nobody knows was meant to be."""

from __future__ import annotations

from collections.abc import Container

from newslint.model.records import NamedTuple
from newslint.text.lexicon import Lexicon
from newslint.text.spelling.dictionary import Dictionary
from newslint.text.spelling.spellings import at_home

NAME = "N"
"""Label of names in a dictionary. Words have a number from 1, the most common, to 5, then letters of spellings."""

DOUBTFUL = "6"
"""Label of rare words that one slip makes of a very common one."""

_RARITY = {"1": 0, "2": 2, "3": 4, "4": 6, "5": 8, "6": 8}
"""What is added to the cost of a slip for the word being rare. A slip that makes the word of a common one is likelier
than a cheaper one of a rare one: of two such words the common one is right nine times in ten."""
_SECOND = 2
"""The same for a spelling that is a second choice everywhere."""
_ELSEWHERE = 3
"""The same for a spelling that is not at home where the article is."""
_MOST = {4: 3, 5: 3, 6: 5, 7: 6, 8: 6}
"""The highest cost at which a word of so many letters is taken for a misspelt one. The longer it is, the less likely
that another word is near by chance; of rare real words with nine letters one in thirty is."""
_MOST_LONG = 8
_SHORTEST = min(_MOST)
_SURE = 3
"""Cost of one slip in a common word."""
_BEGUN = 6
"""Letters of a word with a common beginning that may yet be another one misspelt."""
_DOUBTED = 6
"""Cost of what may as well be right."""
_LONG = 8
"""Letters of a compound that may yet be another word misspelt, and of that word."""
_PLAIN = 4
"""Letters of the parts of a compound that is surely meant."""
_LEAST_NAME = 6
"""Letters of a word that is held against names and new words."""
_KEPT = 50_000
"""Words whose verdict is remembered, so that a long run asks about each only once."""


class Verdict(NamedTuple):
    """What an unknown word was meant to be: words, the likeliest first, and the cost of the first."""

    words: tuple[str, ...]
    cost: int


_FINE = Verdict((), 0)


class Speller:
    """A dictionary with what the lexicon says of slips and new words. One serves all checks of a lexicon."""

    __slots__ = ("_labels", "_lexicon", "_verdicts", "dictionary", "own")

    def __init__(self, lexicon: Lexicon, name: str) -> None:
        self.dictionary: Dictionary = lexicon.dictionary(name)
        self._lexicon = lexicon
        self._labels: dict[str, str] = {}
        self._verdicts: dict[tuple[str, str, bool, bool], Verdict] = {}
        self.own = {part.lower(): part for entry in lexicon["own-words"] for part in entry.split()}
        """The paper's own words and names, by their lower case."""

    @classmethod
    def of(cls, lexicon: Lexicon, name: str) -> Speller:
        """The speller of a lexicon with the dictionary of a name."""
        found: Speller | None = lexicon.cache.get(("speller", name))
        if found is None:
            found = lexicon.cache["speller", name] = cls(lexicon, name)
        return found

    def label(self, word: str) -> str:
        """What the dictionary says of a word as it is written, "" for nothing."""
        label = self._labels.get(word)
        if label is None:
            if len(self._labels) > _KEPT:
                self._labels.clear()
            label = self._labels[word] = self.dictionary.label(word)
        return label

    def is_name(self, word: str) -> bool:
        """Whether a word is one of the paper's own, or but for its capitals a name or an abbreviation."""
        return word.lower() in self.own or bool(self.label(word.capitalize()) or self.label(word.upper()))

    def meant(self, word: str, spellings: str = "", *, two: bool = True, missing: bool = True) -> Verdict:
        """What a word in lower case that is not known was meant to be; no words where it may be right.

        spellings: the letters of the spellings that are at home in the article, "" for all. two: whether there may be
        two slips in it. missing: whether they may be two letters left out, which is slow to find out.
        """
        key = word, spellings, two, missing
        verdict = self._verdicts.get(key)
        if verdict is None:
            if len(self._verdicts) > _KEPT:
                self._verdicts.clear()
            verdict = self._verdicts[key] = self._judge(word, spellings, two, missing)
        return verdict

    def nearly(self, word: str, words: Container[str]) -> Verdict:
        """Which of some words, not of the dictionary, a word in lower case was meant to be."""
        from newslint.text.spelling.meant import meant_among

        if len(word) < _LEAST_NAME:
            return _FINE
        # A word and its plural are two words.
        found = [s for s in meant_among(word, words, self._lexicon) if s.word[:-1] != word != s.word + word[-1]]
        return Verdict((found[0].word,), found[0].cost) if found and found[0].cost <= _SURE else _FINE

    def nearly_own(self, word: str) -> str:
        """Which of the paper's own words an unknown word was meant to be, as that is written, "" for none."""
        if not self.own:
            return ""
        found = self.nearly(word.lower(), self.own).words
        return self.own[found[0]] if found else ""

    def _judge(self, word: str, spellings: str, two: bool, missing: bool) -> Verdict:
        from newslint.text.spelling.made import begun, ended, joined, misended, run_together
        from newslint.text.spelling.meant import meant

        if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
            return _FINE
        noun = word[:-1]
        if word.endswith("ys") and word[-3] not in "aeiou" and self._is_common(noun):
            return Verdict((f"{noun[:-1]}ies", f"{noun}'s"), _SURE)
        if other := misended(word, self._is_common, self._lexicon):
            return Verdict((other,), _SURE)
        begins = begun(word, self._is_word, self._lexicon)
        if ended(word, self._is_word, self._lexicon) or (begins and len(word) < _BEGUN):
            return self._with_an_ending(word, spellings)
        compound = begins or joined(word, self._is_common)
        found = meant(
            word,
            self.dictionary,
            lambda w: self._rarity(w, spellings),
            self._lexicon,
            two=two and not compound,
            missing=missing,
        )
        most = _MOST.get(len(word), _MOST_LONG)
        cost = found[0].cost if found else most + 1
        if cost > _SURE and (apart := run_together(word, self._is_common, self._lexicon)):
            return Verdict((apart,), _SURE)
        if begins:
            # "inports" and "refences" may be new words, but one slip in a very common word is likelier.
            return Verdict((found[0].word,), _DOUBTED) if found and cost <= _SURE else _FINE
        if compound:
            most = _SURE + 1 if len(word) > _PLAIN * 2 or not joined(word, self._is_common, _PLAIN) else _SURE - 1
            if most < cost <= _DOUBTED - 1 and len(word) >= _LONG <= len(found[0].word):
                # "messanger" is no anger.
                return Verdict((found[0].word,), _DOUBTED)
        if cost > most:
            return _FINE
        likely = [slip.word for slip in found if slip.cost <= max(cost + 3, most)][:3]
        # "goin" and "nothin" are how people talk.
        if likely[0] == word + "g" and word.endswith("in"):
            return _FINE
        return Verdict(tuple(likely), cost)

    def _with_an_ending(self, word: str, spellings: str) -> Verdict:
        """What a word was meant to be that a known one and an ending make: "lawer" may well be new, but hardly is."""
        from newslint.text.spelling.made import run_together, undoubled
        from newslint.text.spelling.meant import meant

        if apart := run_together(word, self._is_common, self._lexicon):
            return Verdict((apart,), _SURE)
        if other := undoubled(word, self._is_very_common):
            return Verdict((other,), _DOUBTED)
        found = meant(
            word, self.dictionary, lambda w: self._rarity(w, spellings), self._lexicon, two=False, missing=False
        )
        lost = [slip.word for slip in found if slip.cost <= _SURE and len(slip.word) > max(len(word), _PLAIN + 1)]
        return Verdict(tuple(lost[:1]), _DOUBTED if lost else 0)

    def _rarity(self, word: str, spellings: str) -> int | None:
        label = self.label(word)
        if not label or label == NAME:
            return None
        letters = label[1:]
        cost = _RARITY[label[0]]
        if letters:
            if letters.islower():
                cost += _SECOND
            if spellings and not at_home(letters, spellings):
                cost += _ELSEWHERE
        return cost

    def _is_word(self, word: str) -> bool:
        return self.label(word) not in ("", NAME)

    def _is_very_common(self, word: str) -> bool:
        return self.label(word)[:1] in ("1", "2")

    def _is_common(self, word: str) -> bool:
        return self.label(word)[:1] in ("1", "2", "3", "4")
