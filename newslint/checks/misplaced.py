"""Finds parts of the page that stand in the middle of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Flag, Integer, ListOf, Parameter, Settings, Text
from newslint.checks.phrases import EXCEPT, Phrases
from newslint.matching import Matcher
from newslint.model import PROSE, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_TEXT = (PROSE | {Zone.BLOCKQUOTE}) - {Zone.STANDFIRST, Zone.CAPTION}


class Misplaced(Check):
    """A block of the rule's zones (byline, dateline, credit ...) with running text before and behind it.

    after, before: paragraphs of `least` code points that must stand on either side. `only` are regular expressions of
    which the block must hold one, where the zone alone says too little.
    """

    name = "misplaced"
    parameters = (
        Parameter("after", Integer(0, 1000), "paragraphs that stand before it", "1"),
        Parameter("before", Integer(0, 1000), "paragraphs that stand behind it", "1"),
        Parameter("least", Integer(1, 10000), "code points of a paragraph that counts", "80"),
        Parameter("only", ListOf(Text()), "regular expressions of which the block holds one", []),
        Parameter("delete", Flag(), "whether the fix takes the block out", "no"),
        EXCEPT,
    )
    placeholders = ()
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._after, self._before = settings.integer("after"), settings.integer("before")
        self._least = settings.integer("least")
        self._delete = settings.flag("delete")
        only, right = Phrases(lexicon), Phrases(lexicon)
        for i, text in enumerate(settings.texts("only")):
            only.add_pattern(text, path=("only", i))
        right.add_exceptions(settings.texts("except"))
        self._only = Matcher(only.patterns) if only.patterns else None
        self._right = Matcher(right.patterns) if right.patterns else None

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        blocks = [b for b in scope.blocks(article) if b.zone not in _TEXT]
        if not blocks:
            return
        text = [b.index for b in article.blocks if b.zone in _TEXT and len(b.text) >= self._least]
        for block in blocks:
            before = bisect_left(text, block.index)
            if before < self._after or len(text) - before < self._before:
                continue
            if self._only and not _holds(self._only, article, block.index):
                continue
            if self._right and _holds(self._right, article, block.index):
                continue
            yield Finding(block, 0, len(block.text), replacements=("",) if self._delete else ())


def _holds(matcher: Matcher, article: Article, index: int) -> bool:
    block = article.blocks[index]
    return next(iter(matcher.scan(block.text, article.tokens(block))), None) is not None
