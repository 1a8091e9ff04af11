"""What a paragraph of plain text is by its own words, whatever stands round it."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.model import Zone
from newslint.readers.plain.codec import BULLET
from newslint.text.lexicon import Lexicon

_WORD = re.compile(r"@?[^\W\d_]+(?:['’+.-][^\W\d_]+)*\+?")
_NUMBER = re.compile(r"\d[\d.,:]*")
_LETTER = re.compile(r"[^\W\d_]")
_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.]\d{2}\b")
_DATE_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_NUMBERED = re.compile(r"\d{1,2}[.)][ \t\xa0]+\S")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_LAST_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\.?$")
_PARTS = re.compile(r"\s*(?:/|,|\||\bvia\b|\bfor\b|\bfrom\b)\s*")
_EDGE = " .:…!?»›>→|*[]()-–—"
_QUOTES = str.maketrans("‘’", "''")

PROSE_WORDS = 20
"""So many words are prose also without a closing stop: menus and headings are shorter."""


class Kind(NamedTuple):
    """A paragraph's zone as far as its words tell it; without one, whether it reads as prose."""

    zone: Zone | None
    words: int
    closed: bool = False
    """Ends as a sentence does."""

    @property
    def prose(self) -> bool:
        """Reads as running text: a sentence of some length, or long."""
        return self.zone is None and (self.words >= PROSE_WORDS or (self.closed and self.words >= 8))


class Kinds:
    """The word lists that tell furniture, credits, bylines and datelines, made ready for use."""

    def __init__(self, lexicon: Lexicon) -> None:
        shares = lexicon["networks"]
        self._share: dict[str, str] = {}
        for word in shares:
            kind = shares.get(word, "kind")
            for part in word.lower().split():
                self._share.setdefault(part, kind if part == word.lower() else "filler")
            if kind != "filler":
                self._share[word.lower()] = kind
        glued = [w for w in shares if shares.get(w, "kind") != "filler" and len(w) > 2]
        self._glued = re.compile(f"(?:{_either(glued)})+", re.I)
        self._lines = frozenset(lexicon["furniture"])
        self._starts = _by_first_word(lexicon["furniture"].having("at", "start"))
        self._byline = _by_first_word([w.lower() for w in lexicon["bylines"].having("kind", "start")])
        self._roles = frozenset(lexicon["bylines"].having("kind", "role"))
        self._particles = frozenset(lexicon["name-particles"])
        self._dates = frozenset(w.lower() for w in lexicon["dateline-words"])
        self._agencies = frozenset(lexicon["agencies"])
        credits = lexicon["credits"]
        self._sources = frozenset(credits.having("kind", "source"))
        labels = _either(credits.having("kind", "label"))
        label = rf"(?:{labels})(?:\s*[:/|]\s*|\s+by\s+|\s+[Cc]ourtesy\s+)"
        self._credit = re.compile(rf"[(\[]?{label}\S")
        self._glued_credit = re.compile(rf"[\s(\[]{label}[^.]{{2,70}}\W?$")
        self._caption = re.compile(rf"(?:{_either(credits.having('kind', 'caption'))})(?:\s*[:-–]|\s(?=[A-Z]))", re.I)

    @classmethod
    def of(cls, lexicon: Lexicon) -> Kinds:
        """The kinds of a lexicon, made once."""
        kinds = lexicon.cache.get(cls)
        if not isinstance(kinds, Kinds):
            kinds = lexicon.cache[cls] = Kinds(lexicon)
        return kinds

    def judge(self, text: str) -> Kind:
        """The kind of a trimmed, non-empty paragraph. Looks at no more than the length of a caption."""
        if len(text) > 1000:
            return Kind(None, len(text) // 8, bool(_CLOSED.search(text[-4:])))
        words = text.split()
        count = len(words)
        closed = bool(_CLOSED.search(text[-4:]))
        return Kind(self._zone(text, words, closed), count, closed)

    def marker(self, text: str) -> int:
        """Length of a list item's mark, which is not part of its text."""
        match = BULLET.match(text)
        return match.end() if match else 0

    def _zone(self, text: str, words: list[str], closed: bool) -> Zone | None:
        count = len(words)
        if not _LETTER.search(text):
            return Zone.FURNITURE
        if count == 1 and _ADDRESS.match(text):
            return Zone.EMBED
        if BULLET.match(text) or _NUMBERED.match(text):
            return Zone.LIST_ITEM
        if text.count("\t") > 1:
            return Zone.TABLE
        if count <= 30 and (self._is_share(text) or self._is_furniture(text)):
            return Zone.FURNITURE
        if count <= 14 and not closed:
            if self._is_credit(text, count):
                return Zone.CREDIT
            if self._is_dateline(text):
                return Zone.DATELINE
        if count <= 30 and self._is_byline(text, words, closed):
            return Zone.BYLINE
        if count <= 90 and self._is_caption(text):
            return Zone.CAPTION
        return None

    def _is_share(self, text: str) -> bool:
        """A share bar: names of networks and buttons, and what stands between them."""
        tokens = [t for t in _WORD.findall(text) if t[0] != "@"]
        kinds: list[str | None] = [self._share.get(t.lower()) or self._glue(t) for t in tokens]
        networks, actions = kinds.count("network"), kinds.count("action")
        if not networks and not actions:
            return False
        if None not in kinds:
            return networks > 0 or len(kinds) <= 4
        return (kinds[0] == "action" and networks > 0 and len(kinds) <= 10) or (
            networks >= 3 and networks * 5 >= len(kinds) * 2
        )

    def _glue(self, token: str) -> str | None:
        """Names run together, as a bar of buttons is copied."""
        return "network" if 8 < len(token) < 120 and self._glued.fullmatch(token) else None

    def _is_furniture(self, text: str) -> bool:
        plain = _NUMBER.sub("#", text.lower().translate(_QUOTES).replace("©", "© ")).lstrip(_EDGE)
        if plain.rstrip(_EDGE) in self._lines:
            return True
        for start in self._starts.get(plain.split(None, 1)[0] if plain else "", ()):
            if plain.startswith(start) and not (start[-1].isalnum() and plain[len(start) : len(start) + 1].isalnum()):
                return True
        return False

    def _is_credit(self, text: str, count: int) -> bool:
        bare = text.strip("()[] ").removeprefix("© ")
        if bare in self._agencies or (count <= 12 and self._credit.match(text)):
            return True
        return count <= 8 and "/" in text and any(p in self._agencies for p in _PARTS.split(bare))

    def _is_dateline(self, text: str) -> bool:
        """All its words are of dates and times; in front of them perhaps a place in capitals and an agency."""
        tokens = _DATE_TOKEN.findall(text)
        dated = number = False
        for token in tokens:
            if token.isdigit():
                number = True
            elif token.lower() in self._dates:
                dated = dated or len(token) > 2
            elif dated or number or not (token.isupper() or token in self._agencies):
                return False
        return (number and dated) or bool(_DATE.search(text))

    def _is_byline(self, text: str, words: list[str], closed: bool) -> bool:
        opened = text.lstrip("([*_-–— ").lower()
        first = opened.split(None, 1)[0] if opened else ""
        for start in self._byline.get(first, ()):
            if opened.startswith(start):
                rest = words[len(start.split()) :]
                credited = text[0] in "([" or len(start.split()) > 1
                if not rest or (credited and self._is_name(rest[:2])):
                    return True
                return len(words) <= 14 and not closed and self._is_name(rest[:2])
        if closed or len(words) > 14:
            return False
        name, mark, post = text.partition(",") if "," in text else text.partition(" | ")
        names = name.split()
        return (
            bool(mark)
            and 2 <= len(names) <= 4
            and self._is_name(names)
            and any(w.strip(".,;").lower() in self._roles for w in post.split())
        )

    def _is_name(self, words: list[str]) -> bool:
        return (
            len(words) > 1
            and words[0][0].isupper()
            and words[0].lower() not in self._dates
            and all(w[0].isupper() or w in self._particles for w in words)
        )

    def _is_caption(self, text: str) -> bool:
        if self._caption.match(text) or self._glued_credit.search(text[-90:]):
            return True
        bracket = _LAST_BRACKET.search(text[-84:])
        if not bracket or bracket.end() - bracket.start() == len(text):
            return False
        inside = bracket[1].strip()
        parts = _PARTS.split(inside)
        if inside.lower() in self._sources or any(p in self._agencies for p in parts):
            return True
        return "/" in inside and all(w[0].isupper() for p in inside.split("/") for w in p.split())


def _by_first_word(phrases: list[str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for phrase in phrases:
        index.setdefault(phrase.split(None, 1)[0], []).append(phrase)
    return {k: sorted(v, key=len, reverse=True) for k, v in index.items()}


def _either(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) or "(?!)"
