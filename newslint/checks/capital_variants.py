"""Finds a word with a capital in one place and without in another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Place, Scope
from newslint.checks.parameters import ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import Phrases
from newslint.matching import Pattern
from newslint.model import Confidence
from newslint.text import casing
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class CapitalVariants(Check):
    """A word or phrase that the article writes with capitals and without; the form that stands less often is found.

    Only a word by itself counts: behind one of `before` (the), where no other capital and no "of" stands beside it, for
    "the Council of Owners" and "the Harbour Council" are names, and where no adjective parts the two. On a tie the form
    that comes first is the article's; confidence is then `likely`.
    """

    name = "capital-variants"
    parameters = (
        Parameter("words", ListOf(Text(), 1), "words and phrases, in lower case", required=True),
        Parameter("before", ListOf(Text()), "words of which one stands right before", ["the", "The"]),
    )
    placeholders = ("majority", "count")
    variants = ("majority",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._phrases = Phrases(lexicon)
        for i, text in enumerate(settings.texts("words")):
            for word in self._phrases.expand(text, ("words", i)):
                if word != word.lower():
                    raise ParameterError(f"found '{word}', expected it without capitals", ("words", i))
                self._phrases.add_literal(word, path=("words", i))
        self._before = frozenset(settings.texts("before"))

    def patterns(self) -> Sequence[Pattern]:
        return self._phrases.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        groups: dict[str, dict[bool, list[BlockHit]]] = {}
        for h, entry in self._phrases.finds(hits):
            text = h.block.text[h.start : h.end]
            case = casing.is_title(text) or casing.kind(text) == "capital"
            if (case or text.islower()) and self._alone(h):
                groups.setdefault(entry.literal, {}).setdefault(case, []).append(h)
        for forms in groups.values():
            if len(forms) < 2:
                continue
            order = sorted(forms, key=lambda c: (-len(forms[c]), forms[c][0].block.index, forms[c][0].start))
            house, other = forms[order[0]], forms[order[1]]
            first = house[0]
            written = first.block.text[first.start : first.end]
            values = {"majority": written, "count": str(len(house))}
            related = (Place(first.block, first.start, first.end, "majority"),)
            sure = Confidence.CERTAIN if len(house) > len(other) else Confidence.LIKELY
            for h in other:
                yield Finding(h.block, h.start, h.end, values, (written,), sure, related=related)

    def _alone(self, h: BlockHit) -> bool:
        """Whether a find is the word by itself, and no part of a name."""
        text = h.block.text
        before = text[max(0, h.start - 20) : h.start]
        after = text[h.end : h.end + 12]
        if not before.endswith(" ") or before.split()[-1:] == [] or before.split()[-1] not in self._before:
            return False
        if after[:1] in ("-", "/", "&") or after[1:2].isupper() or after[1:2].isdigit():
            return False
        return not after.startswith((" of ", " for ", " on "))
