"""Finds bars of buttons left in the text: share bars, navigation, follow lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from newslint.checks.base import BlockHit, Check, Finding, Scope
from newslint.checks.parameters import Integer, ListOf, Parameter, ParameterError, Settings, Text
from newslint.checks.phrases import PATTERNS, Phrases
from newslint.matching import Pattern
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_PIECE = expression(
    r"X(?=[A-Z])|[^\W\d_]+?(?=X[A-Z]|X$)|[^\W\d_]+(?:-[^\W\d_]+)*\+?|\d[\d.,]*[kKmM]?(?:\b|(?=[A-Z]))|\d+|@\w+|\+"
)
"""Words, numbers and names of accounts; a capital X between other names is one by itself."""
_STOPS = ",.;:!?"
_KEPT = 10_000
"""Pieces whose kinds are remembered."""
_MOST = 200
"""Letters of the longest word that is taken apart."""
_LONGEST = 24
"""Letters of the longest word that may be run together with others."""


class ShareText(Check):
    """A block, or the end of one, made of nothing but words of a list.

    The list's words say of what kind they are: `network` (a name that only such bars line up), `action` (a button that
    also stands alone), `weak` (a button, but also an everyday word: counts beside others), `filler` (may stand
    between). Numbers count as filler, names run together are taken apart. A block is a bar with enough names and
    buttons and no other word, or with a button and the headline; inside a paragraph at least three of them must adjoin
    without comma or conjunction. `patterns` are further lines of the kind, in sentences of their own; each must fill
    its block.
    """

    name = "share-text"
    parameters = (
        Parameter("lists", ListOf(Text(), 1), "word lists, each word with its kind; later lists win", required=True),
        Parameter("least", Integer(1, 50), "names and buttons that a bar has, unless one may stand alone", "2"),
        PATTERNS,
        Parameter("longest", Integer(1, 500), "words that a bar has at the most", "60"),
    )

    always = True
    placeholders = ()
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        self._kinds: dict[str, str] = {}
        for i, name in enumerate(settings.texts("lists")):
            if name not in lexicon:
                raise ParameterError(f"no word list is named '{name}'", ("lists", i))
            self._kinds |= {w.lower(): lexicon[name].get(w, "kind", "filler") for w in lexicon[name]}
        self._least = settings.integer("least")
        self._longest = settings.integer("longest")
        self._phrases = {tuple(w.split()) for w in self._kinds if " " in w}
        self._span = max((len(p) for p in self._phrases), default=1)
        self._actions = [w for w, kind in self._kinds.items() if kind == "action"]
        self._names = {w for w, kind in self._kinds.items() if kind == "network"}

        self._openers = {p[0] for p in self._phrases}
        self._reads: dict[str, list[str]] = {}

        self._prompts = Phrases(lexicon, at_start=True)
        for i, record in enumerate(settings.records("patterns")):
            self._prompts.add_record(i, record.text("match"), (), record.texts("except"), ("patterns", i))

    def patterns(self) -> Sequence[Pattern]:
        return self._prompts.patterns

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        prompts = {h.block.index for h, _ in self._prompts.finds(hits) if _fills(h)}
        labels = self._shared_headline(article)
        named = not self._names.isdisjoint(article.lowered_vocabulary)
        for block in scope.blocks(article):
            tokens = article.tokens(block).texts
            if (
                block.index in prompts
                or block.text.casefold() in labels
                or (len(tokens) <= self._longest and self._is_bar(block.text))
            ):
                bars = [(0, len(block.text))]
            elif named and len(tokens) > 3 and not self._names.isdisjoint(article.lowered(block)):
                bars = list(self._runs(block.text))
            else:
                continue
            for start, end in bars:
                if scope.allows(article, block, start, end):
                    yield Finding(block, start, end, replacements=("",))

    def _shared_headline(self, article: Article) -> frozenset[str]:
        """The headline behind the word of a button: "Share Bridge to close"."""
        headline = article.document.headline
        if headline is None or " " not in headline.text.strip():
            return frozenset()
        text = headline.text.casefold()
        return frozenset(f"{word} {text}" for word in self._actions)

    def _is_bar(self, text: str) -> bool:
        first = _PIECE.search(text)
        if first is None:
            return False
        stops = _stops(text)
        opener = first.group().lower()
        if opener not in self._openers and not self._kinds_of(opener):
            return not stops and self._is_named_bar(text, _PIECE.findall(text))
        if stops:
            # A sentence: its first words tell.
            some = [m.group().lower() for m in islice(_PIECE.finditer(text), self._span + 2)]
            if not self._read(some, at_least=2):
                return False
        pieces = _PIECE.findall(text)
        kinds = self._read([p.lower() for p in pieces])
        if not kinds:
            return self._is_named_bar(text, pieces)
        strong = kinds.count("network") + kinds.count("action")
        buttons = strong + kinds.count("weak")
        if strong and buttons >= self._least:
            return True
        # "Share this story", "Tweet", "Facebook 12": one button is a bar where nothing but filler stands by.
        return strong == buttons == 1 and len(kinds) <= 6

    def _is_named_bar(self, text: str, pieces: list[str]) -> bool:
        """A bar that says with each button whose it is: three names of the list or more, between capitals only."""
        names = sum(p.lower() in self._names for p in pieces)
        if names < max(3, self._least) or len(pieces) > 5 * names or _stops(text):
            return False
        return all(p[0].isupper() or p.lower() in self._kinds or not p[0].isalpha() for p in pieces)

    def _read(self, pieces: list[str], at_least: int = 0) -> list[str]:
        """Kinds of the pieces, or [] where one of them is no word of the list; at_least: so many pieces are enough."""
        kinds: list[str] = []
        i = 0
        while i < (min(at_least, len(pieces)) if at_least else len(pieces)):
            for n in range(min(self._span, len(pieces) - i), 1, -1):
                if tuple(pieces[i : i + n]) in self._phrases:
                    kinds.append(self._kinds[" ".join(pieces[i : i + n])])
                    i += n
                    break
            else:
                parts = self._kinds_of(pieces[i])
                if not parts:
                    return []
                kinds += parts
                i += 1
        return kinds

    def _kinds_of(self, piece: str) -> list[str]:
        """Kinds of one piece: a word of the list, a number, or several words run together."""
        kinds = self._reads.get(piece)
        if kinds is None:
            if len(self._reads) >= _KEPT:
                self._reads.clear()
            kinds = self._reads[piece] = self._taken_apart(piece)
        return kinds

    def _taken_apart(self, piece: str) -> list[str]:
        if piece in self._kinds:
            return [self._kinds[piece]]
        if piece[0].isdigit() or piece[0] in "@+":
            return ["filler"]
        first = range(2, min(len(piece), _LONGEST) + 1)
        if len(piece) > _MOST or not any(piece[:end] in self._kinds for end in first):
            return []
        # From the end: what is left of "sharesubscribe" behind "shares" is no word, behind "share" it is.
        rest: list[list[str] | None] = [None] * len(piece) + [[]]
        for at in range(len(piece) - 1, -1, -1):
            for end in range(min(len(piece), at + _LONGEST), at + 1, -1):
                kind, behind = self._kinds.get(piece[at:end]), rest[end]
                if kind and behind is not None:
                    rest[at] = [kind, *behind]
                    break
        return rest[0] or []

    def _runs(self, text: str) -> Iterator[tuple[int, int]]:
        """Bars inside a paragraph: names and buttons in capitals, white space between them and nothing else."""
        run: list[tuple[int, int, str]] = []
        for m in [*_PIECE.finditer(text), None]:
            begins = m is not None and (m.group()[0].isupper() or m.group()[0].isdigit())
            kinds = self._kinds_of(m.group().lower()) if m and begins else []
            joins = bool(m and kinds and (not run or text[run[-1][1] : m.start()].isspace()))
            if not joins:
                counted = [x for x in run if x[2] in ("network", "action", "weak")]
                if sum(x[2] == "network" for x in run) >= 2 and len(counted) >= max(3, self._least):
                    yield run[0][0], run[-1][1]
                run = []
            if m and kinds and (joins or not run):
                run.append((m.start(), m.end(), kinds[0] if len(kinds) == 1 else "network"))


def _stops(text: str) -> bool:
    """Whether a text holds a mark that bars have none of."""
    return any(map(text.__contains__, _STOPS))


def _fills(h: BlockHit) -> bool:
    """Whether a hit leaves nothing of its block but white space."""
    text = h.block.text
    return not text[: h.start].strip() and not text[h.end :].strip()
