"""Finds a section's or a site's name glued on to a headline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Choice, Flag, Integer, ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.model import Block, Confidence
from newslint.storage.expressions import compiled, expression
from newslint.text import casing
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_WORD = expression(r"[^\W_]+(?:['’.&-][^\W_]+)*")

# Different words that an article has at the least, so that what it lacks says something.
_SOMETHING = 5


class SectionLabel(Check):
    """Labels at the start (or names at the end) of a block, by three kinds of evidence.

    The block stands again without them in the article: certain, whatever the words. A separator parts them and every
    word of them is a label, or all have capitals and one is among `words`: certain with a separator that only pages use
    ("|", ">", "»"), likely with one that writers use too, or with `any` for other words that are fewer than the rest.
    `absent`: two or more words with capitals behind a separator
    of writers, none of which the article has, are possible: a person whom the headline quotes is in the article, a site
    is not. Without separator, `bare` or more labels before a capital:
    certain if the first is one of `roots` and the rest of the block is not in title case, where a capital says nothing.
    """

    name = "section-label"
    parameters = (
        Parameter("labels", ListOf(Text()), "names of sections or sites; @name for a word list", required=True),
        Parameter("at", Choice("start", "end"), "which end of the block they stand at", "start"),
        Parameter("hard", ListOf(Text()), "separators that only pages use"),
        Parameter("soft", ListOf(Text()), "separators that writers use too"),
        Parameter("bare", Integer(0, 20), "labels without separator that are enough; 0 for never", "2"),
        Parameter("roots", ListOf(Text()), "labels that begin a path of labels; without one it is likely only"),
        Parameter("words", ListOf(Text()), "words of which one makes a label of a few words in capitals"),
        Parameter("any", Flag(), "whether a hard separator makes a label of any few words", "no"),
        Parameter("absent", Flag(), "whether words in capitals that the article lacks make a label", "no"),
        Parameter("most", Integer(1, 20), "words that labels have at the most", "5"),
    )

    placeholders = ("label",)
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        phrases = Phrases(lexicon)
        self._labels = {
            tuple(w.lower().split())
            for i, t in enumerate(settings.texts("labels"))
            for w in phrases.expand(t, ("labels", i))
        }
        self._firsts = {label[0] for label in self._labels if label}
        self._words = {w.lower() for t in settings.texts("words") for w in phrases.expand(t, ("words",))}
        self._roots = {w.lower() for w in settings.texts("roots")}
        self._end = settings.text("at") == "end"
        self._small = frozenset(lexicon["small-words"])
        self._bare = settings.integer("bare")
        self._any = settings.flag("any")
        self._absent = settings.flag("absent")
        self._most = settings.integer("most")
        self._marks = [mark.split()[0] for k in ("hard", "soft") for mark in settings.texts(k) if mark.strip()]
        self._hard, self._soft = (self._separator(settings.texts(k)) for k in ("hard", "soft"))

    def _separator(self, marks: tuple[str, ...]) -> re.Pattern[str] | None:
        if not all(m.strip() for m in marks):
            raise ParameterError("a separator needs a visible mark")
        alternatives = "|".join(map(_alternative, sorted(marks, key=len, reverse=True)))
        return compiled(rf"(?<!\s)\s*(?:{alternatives})\s*") if marks else None

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        texts = {b.text.strip() for b in article.blocks}
        lengths = sorted(map(len, texts))
        for block in scope.blocks(article):
            found = self._by_copy(block, texts, lengths) or self._by_separator(block, article) or self._by_words(block)
            if found is not None and scope.allows(article, block, *found[:2]):
                start, end, confidence = found
                yield Finding(block, start, end, {"label": block.text[start:end].strip()}, ("",), confidence)

    def _by_copy(self, block: Block, texts: set[str], lengths: list[int]) -> tuple[int, int, Confidence] | None:
        """The block less a few words stands elsewhere in the article by itself. texts: those of all blocks; lengths:
        theirs, in order."""
        i = bisect_left(lengths, len(block.text) // 2)
        if i == len(lengths) or lengths[i] >= len(block.text.strip()):
            return None
        text = block.text.rstrip() if not self._end else block.text
        words = list(_WORD.finditer(text))
        if len(words) < 5:
            return None
        for n in range(1, min(self._most, len(words) - 1) + 1):
            if self._end:
                low, high = words[-n - 1].end(), words[-n].start()
                cuts = [at for at in _cuts(low, high) if at == low or not text[at - 1].isspace()]
                rests = [(cut, len(text), text[:cut].strip()) for cut in cuts]
            else:
                cuts = [at for at in _cuts(words[n - 1].end(), words[n].start()) if not text[at].isspace()]
                rests = [(0, cut, text[cut:]) for cut in cuts if text[cut].isupper() or not text[cut].isalpha()]
            for start, end, rest in rests:
                if rest in texts and 2 * len(rest) >= len(text) and len(rest.split()) >= 4:
                    return start, end, Confidence.CERTAIN
        return None

    def _by_separator(self, block: Block, article: Article) -> tuple[int, int, Confidence] | None:
        if not any(mark in block.text for mark in self._marks):
            return None
        for separator, sure in ((self._hard, Confidence.CERTAIN), (self._soft, Confidence.LIKELY)):
            marks = list(separator.finditer(block.text)) if separator else []
            best: tuple[int, int, Confidence] | None = None
            for m in reversed(marks) if self._end else marks:
                label = block.text[m.end() :] if self._end else block.text[: m.start()]
                words = [w.group() for w in _WORD.finditer(label)]
                if not words or len(words) > self._most or m.start() == 0 or m.end() == len(block.text):
                    break
                named = all(w[0].isupper() or w[0].isdigit() for w in words) and not self._words.isdisjoint(
                    w.lower() for w in words
                )
                confidence = sure
                labels = self._are_labels(words) and (sure is Confidence.CERTAIN or words[0][0].isupper())
                if not (labels or named) and self._any and sure is Confidence.CERTAIN:
                    # It may be the writer's name, or a part of the headline.
                    rest = block.text[: m.start()] if self._end else block.text[m.end() :]
                    if len(_WORD.findall(rest)) <= max(2, len(words)):
                        break
                    confidence = Confidence.LIKELY
                elif not (labels or named):
                    if not self._absent or not self._is_absent(words, block, article):
                        break
                    confidence = Confidence.POSSIBLE
                best = (m.start(), len(block.text), confidence) if self._end else (0, m.end(), confidence)
            if best:
                return best
        return None

    def _is_absent(self, words: list[str], block: Block, article: Article) -> bool:
        """Whether the words have capitals and stand in no other block of an article that says something."""
        proper = [w for w in words if w.lower() not in self._small]
        if len(proper) < 2 or not all(w[0].isupper() and w[1:].islower() for w in proper):
            return False
        known = {t.lower() for b in article.blocks if b is not block for t in article.tokens(b).texts}
        return len(known) >= _SOMETHING and known.isdisjoint(map(str.lower, proper))

    def _by_words(self, block: Block) -> tuple[int, int, Confidence] | None:
        """Two or more labels in a row with nothing between them, then a capital."""
        if not self._bare or self._end:
            return None
        first = _WORD.search(block.text)
        if first is None or first.group().lower() not in self._firsts:
            return None
        words = list(_WORD.finditer(block.text))
        count, labels = 0, 0
        while count < min(len(words) - 3, self._most):
            n = next((n for n in (3, 2, 1) if self._label(words, count, n)), 0)
            if not n:
                break
            count, labels = count + n, labels + 1
        if labels < self._bare or not words[count].group()[0].isupper():
            return None
        end = words[count].start()
        gaps = (block.text[a.end() : b.start()] for a, b in pairwise(words[: count + 1]))
        if not all(g.isspace() for g in gaps):
            return None
        sure = words[0].group().lower() in self._roots and not casing.is_title(block.text[end:], self._small)
        return 0, end, Confidence.CERTAIN if sure else Confidence.LIKELY

    def _label(self, words: list[re.Match[str]], at: int, n: int) -> bool:
        part = [w.group() for w in words[at : at + n]]
        return len(part) == n and part[0][0].isupper() and tuple(w.lower() for w in part) in self._labels

    def _are_labels(self, words: list[str]) -> bool:
        """Whether the words are labels one after the other."""
        at = 0
        while at < len(words):
            n = next((n for n in (3, 2, 1) if tuple(w.lower() for w in words[at : at + n]) in self._labels), 0)
            if not n:
                return False
            at += n
        return True


def _alternative(mark: str) -> str:
    """The regular expression of a separator. White space written in the rule is needed in the text."""
    before, after = mark[0].isspace() * r"(?<=\s)", mark[-1].isspace() * r"(?=\s)"
    return before + r"\s+".join(map(re.escape, mark.split())) + after


def _cuts(low: int, high: int) -> Sequence[int]:
    """Offsets between two words at which a label may end: they may have marks of their own. Few, however far apart."""
    return range(low, high + 1) if high - low < 9 else (low, high)
