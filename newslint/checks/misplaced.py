"""Finds parts of the page that stand in the middle of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope, State
from newslint.checks.kept import Kept
from newslint.checks.parameters import Flag, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import EXCEPT, Phrases
from newslint.model import ALL, PROSE, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_TEXT = (PROSE | {Zone.BLOCKQUOTE}) - {Zone.STANDFIRST, Zone.CAPTION}


class Misplaced(Check):
    """A block of the rule's zones (byline, dateline, credit ...) with running text before and behind it.

    after, before: paragraphs of `least` code points that must stand on either side. `only` are regular expressions of
    which the block must hold one, where the zone alone says too little. With `close` such paragraphs stand right beside
    it, on each side that needs any: below a short line a byline may belong to the next article, a credit to a caption.
    """

    name = "misplaced"
    parameters = (
        Parameter("after", Integer(0, 1000), "paragraphs that stand before it", "1"),
        Parameter("before", Integer(0, 1000), "paragraphs that stand behind it", "1"),
        Parameter("least", Integer(1, 10000), "code points of a paragraph that counts", "80"),
        Parameter("only", ListOf(Text()), "regular expressions of which the block holds one", []),
        Parameter("close", Flag(), "whether they stand right beside it", "no"),
        Parameter("delete", Flag(), "whether the fix takes the block out", "no"),
        EXCEPT,
    )
    placeholders = ()
    variants = ()
    settled = ("only", "except")

    def __init__(self, settings: Settings, lexicon: Lexicon, state: State | None = None) -> None:
        self._after, self._before = settings.integer("after"), settings.integer("before")
        self._least = settings.integer("least")
        self._close = settings.flag("close")
        self._delete = settings.flag("delete")
        only, right = Phrases(lexicon), Phrases(lexicon)
        for i, text in enumerate(settings.texts("only")):
            only.add_pattern(text, path=("only", i))
        right.add_exceptions(settings.texts("except"))
        self._only, self._right = Kept(only, state, 0), Kept(right, state, 1)

    def state(self) -> State:
        return State(None, [self._only.row(), self._right.row()])

    @classmethod
    def revived(cls, settings: Settings, lexicon: Lexicon, state: State) -> Misplaced:
        return cls(settings, lexicon, state)

    def needs(self) -> Needs | None:
        return Needs(zones=ALL - _TEXT, within=True)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        blocks = [b for b in scope.blocks(article) if b.zone not in _TEXT]
        if not blocks:
            return
        text = [b.index for b in article.blocks if b.zone in _TEXT and len(b.text) >= self._least]
        for block in blocks:
            before = bisect_left(text, block.index)
            if before < self._after or len(text) - before < self._before:
                continue
            if not self._beside(block.index).issubset(text):
                continue
            tokens = article.tokens(block)
            if self._only.matcher and not self._only.within(block.text, tokens):
                continue
            if self._right.within(block.text, tokens):
                continue
            yield Finding(block, 0, len(block.text), replacements=("",) if self._delete else ())

    def _beside(self, index: int) -> set[int]:
        """Numbers of the blocks beside one that must be running text."""
        sides = ((index - 1, self._after), (index + 1, self._before)) if self._close else ()
        return {side for side, count in sides if count}
