"""Finds what a headline says and the article does not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope, State
from newslint.checks.kept import Kept
from newslint.checks.parameters import Choice, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import EXCEPT, Phrases
from newslint.model import ALL, PROSE, Block, Confidence, Zone
from newslint.storage.expressions import expression
from newslint.text import casing
from newslint.text.article import Article
from newslint.text.beside import last_before
from newslint.text.figures import figures, spelled
from newslint.text.lexicon import Lexicon

_BODY = (PROSE | {Zone.TABLE, Zone.BLOCKQUOTE}) - {Zone.STANDFIRST}
_SCORE = expression(r"(?<![\w.,–-])(\d{1,3})[-–](\d{1,3})(?![\w–-]|[.,]\d)")


class HeadlineBody(Check):
    """A number or name of the headline that stands nowhere in the article.

    report: `figures` takes numbers in figures. The article may have them in words, or more exactly: "£5bn" stands for
    £5.2bn, but not the other way. `names` takes words with a capital that are not the first of their headline or
    phrase; nothing is said of headlines in which all words have capitals. A word is answered by any word of the
    article that begins with the same `stem` letters (Italy, Italian); abbreviations and `words` need no answer.
    `scores` takes results of matches (3-1) where the article has another that agrees with it on one side and is past it
    on the other.
    Articles of fewer than `least` words are left alone.
    """

    name = "headline-body"
    parameters = (
        Parameter("report", Choice("figures", "names", "scores"), "what the article should have", required=True),
        Parameter("stem", Integer(2, 30), "first letters that make two words one name", "4"),
        Parameter(
            "beside", ListOf(Text()), "names: words of which a name is one, or which stand before or behind it", []
        ),
        Parameter("words", ListOf(Text()), "words that need no answer", []),
        Parameter("least", Integer(0), "words an article must have", "60"),
        EXCEPT,
    )
    placeholders = ()
    variants = ()
    settled = ("words", "beside", "except")

    def __init__(self, settings: Settings, lexicon: Lexicon, state: State | None = None) -> None:
        phrases = Phrases(lexicon)
        self._report = settings.text("report")
        self._names = self._report == "names"
        self._stem = settings.integer("stem")
        self._least = settings.integer("least")
        if state:
            self._words, self._beside = state.rows[1], state.rows[2]
        else:
            self._words = frozenset(w.lower() for t in settings.texts("words") for w in phrases.expand(t, ("words",)))
            self._beside = frozenset(w for t in settings.texts("beside") for w in phrases.expand(t, ("beside",)))
        self._small = frozenset(lexicon["small-words"])
        phrases.add_exceptions(settings.texts("except"))
        self._except = Kept(phrases, state)

    def state(self) -> State:
        return State(None, [self._except.row(), self._words, self._beside])

    @classmethod
    def revived(cls, settings: Settings, lexicon: Lexicon, state: State) -> HeadlineBody:
        return cls(settings, lexicon, state)

    def needs(self) -> Needs | None:
        heads = ALL - _BODY
        if self._names:
            return Needs(zones=heads, within=True, words=frozenset(map(str.lower, self._beside)))
        return Needs(zones=heads, within=True, search=r"\d")

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        heads = [b for b in scope.blocks(article) if b.zone not in _BODY]
        body = [b for b in article.blocks if b.zone in _BODY]
        if not heads or sum(len(article.tokens(b)) for b in body) < self._least:
            return
        for block in heads:
            right: list[tuple[int, int]] | None = None
            missing = {"names": self._missing_names, "scores": self._missing_scores}.get(self._report, self._missing)
            found = missing(article, block, body)
            for start, end in found:
                right = self._right(article, block) if right is None else right
                if not any(a < end and start < b for a, b in right) and scope.allows(article, block, start, end):
                    yield Finding(block, start, end, confidence=Confidence.CERTAIN)

    def _right(self, article: Article, block: Block) -> list[tuple[int, int]]:
        """What is right whatever the article has."""
        matcher = self._except.matcher
        return [(h.start, h.end) for h in matcher.scan(block.text, article.tokens(block))] if matcher else []

    def _missing(self, article: Article, block: Block, body: list[Block]) -> Iterator[tuple[int, int]]:
        asked = list(figures(block.text, article.lexicon))
        if not asked:
            return
        exact = [f for b in body for f in figures(b.text, article.lexicon)]
        values = sorted({f.value for f in exact})
        words: set[float] | None = None
        for figure in asked:
            # One more or less in the last digit: "almost", "more than", and rounding either way.
            slack = figure.step * 0.999 if figure.value >= 10 or figure.step < 1 else 0.0
            at = bisect_left(values, figure.value - slack)
            if at < len(values) and values[at] <= figure.value + slack:
                continue
            if words is None:
                words = {f.value for b in body for f in spelled(b.text, article.lexicon)}
            if figure.value not in words:
                yield figure.start, figure.end

    def _missing_scores(self, article: Article, block: Block, body: list[Block]) -> Iterator[tuple[int, int]]:
        asked = list(_SCORE.finditer(block.text))
        known = {(int(m[1]), int(m[2])) for b in body for m in _SCORE.finditer(b.text)} if asked else set()
        known |= {(b, a) for a, b in known}
        for score in asked:
            a, b = int(score[1]), int(score[2])
            # One that came before the end of the match has no figure above the headline's.
            past = {(x, y) for x, y in known if (x == a and y > b) or (y == b and x > a)}
            if past and (a, b) not in known:
                yield score.span()

    def _missing_names(self, article: Article, block: Block, body: list[Block]) -> Iterator[tuple[int, int]]:
        text = block.text
        if casing.is_title(text, self._small) or text.isupper():
            return
        tokens = article.tokens(block)
        stems: set[str] | None = None
        for i, word in enumerate(tokens.texts):
            # Abbreviations have many long forms, and say themselves whether they need one.
            if len(word) < 4 or not word.isalpha() or not word[0].isupper() or word[:-1].isupper():
                continue
            if word.lower() in self._words:
                continue
            if self._beside and self._beside.isdisjoint(tokens.texts[max(0, i - 1) : i + 2]):
                continue
            before = last_before(text, tokens.starts[i], " ")
            if not before or before in ".:;?!–—\"'“‘’(|-&/":
                continue
            if stems is None:
                stems = {t.lower()[: self._stem] for b in body for t in article.tokens(b).texts}
            low = word.lower()
            if low[: self._stem] in stems or low.rstrip("s")[: self._stem] in stems:
                continue
            yield tokens.starts[i], tokens.end(i)
