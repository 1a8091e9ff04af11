"""What a paragraph of plain text is by its own words, whatever stands round it."""

from __future__ import annotations

from newslint.model import Zone
from newslint.model.records import NamedTuple
from newslint.readers.plain.codec import bullet
from newslint.storage.expressions import expression
from newslint.text.lexicon import Lexicon

# Few patterns, and none with a class of curly quotes: each costs start-up time, and that class a millisecond.
_WORD = expression(r"@?[^\W\d_]+(?:['+.-][^\W\d_]+)*\+?")
_TOKEN = expression(r"[^\W\d_]+|\d+")
_NUMBER = expression(r"\d[\d.,:]*")
_DATE = expression(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{1,2}[:.]\d{2}\b")
_CREDIT_MARK = expression(r"[:/|]\s*|\sby\s+|\s[Cc]ourtesy\s+")
_PARTS = expression(r"\s*(?:/|,|\||\bvia\b|\bfor\b|\bfrom\b)\s*")
_EDGE = " .:…!?»›>→|*[]()-–—"
_CLOSERS = "\"'”’)]"
_STOPS = frozenset(".!?…")

PROSE_WORDS = 20
"""So many words are prose also without a closing stop: menus and headings are shorter."""
_SHORT = 30
"""Words of the longest menus, labels and bylines."""
CREDIT_REACH = 90
"""Characters at a caption's end that its credit is looked for in."""
FURNITURE_REACH = 64
"""Characters at a line's start that the words of furniture are looked for in."""


class Kind(NamedTuple):
    """A paragraph's zone as far as its words tell it; without one, whether it reads as prose."""

    zone: Zone | None
    words: int
    """0 where there are only figures and signs."""
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
            whole = word.lower()
            self._share[whole] = shares.get(word, "kind")
            if " " in whole:
                for part in whole.split():
                    self._share.setdefault(part, "filler")
        self._glued = {w for w, kind in self._share.items() if kind != "filler" and len(w) > 2}
        self._lines = frozenset(lexicon["furniture"])
        self._starts = _by_first_word(lexicon["furniture"].having("at", "start"))
        self._bylines = _by_first_word([w.lower() for w in lexicon["bylines"].having("kind", "start")])
        self._roles = frozenset(lexicon["bylines"].having("kind", "role"))
        self._particles = frozenset(lexicon["name-particles"])
        dates = lexicon["dateline-words"]
        self._dates = frozenset(w.lower() for w in dates)
        self._dated = frozenset(w.lower() for w in dates if dates.get(w, "kind") != "other")
        self._date_labels = frozenset(dates.having("kind", "label"))
        self._agencies = frozenset(lexicon["agencies"]) | {w.upper() for w in lexicon["agencies"] if len(w) > 3}
        credits = lexicon["credits"]
        self._labels = frozenset(credits.having("kind", "label"))
        self._openings = tuple(w.lower() + " " for w in credits.having("kind", "opening"))
        self._captions = tuple(w.lower() for w in credits.having("kind", "caption"))
        self._sources = frozenset(credits.having("kind", "source"))

    @classmethod
    def of(cls, lexicon: Lexicon) -> Kinds:
        """The kinds of a lexicon, made once."""
        kinds = lexicon.cache.get(cls)
        if not isinstance(kinds, Kinds):
            kinds = lexicon.cache[cls] = Kinds(lexicon)
        return kinds

    def is_furniture(self, text: str) -> bool:
        """Whether a trimmed line is a share bar or other furniture of a page, or only signs."""
        words = text.split()
        if not any(map(str.isalnum, text)):
            return True
        closed = text.rstrip(_CLOSERS)[-1:] in _STOPS
        return self._is_share(text, len(words), closed) or (len(words) <= _SHORT and self._is_worded(text))

    def judge(self, text: str) -> Kind:
        """The kind of a trimmed, non-empty paragraph. What is longer than any caption is prose."""
        closed = text.rstrip(_CLOSERS)[-1:] in _STOPS
        if len(text) > 1000:
            return Kind(None, len(text) // 8, closed)
        if not any(map(str.isalpha, text)):
            return Kind(Zone.DATELINE if len(text) < 20 and _DATE.match(text) else Zone.FURNITURE, 0)
        # White space other than a space is not printable.
        count = text.count(" ") + 1 if "  " not in text and text.isprintable() else len(text.split())
        zone = self._zone(text, text.split(), closed) if count <= _SHORT else self._long_zone(text, count, closed)
        return Kind(zone, count, closed)

    def _long_zone(self, text: str, count: int, closed: bool) -> Zone | None:
        """The same as `_zone` for more words than menus and labels have."""
        if self._is_share(text, count, closed):
            return Zone.FURNITURE
        if bullet(text) or _is_numbered(text.split(None, 1)):
            return Zone.LIST_ITEM
        if text.count("\t") > 1:
            return Zone.TABLE
        return Zone.CAPTION if count <= 90 and self._is_caption(text) else None

    def _zone(self, text: str, words: list[str], closed: bool) -> Zone | None:
        count = len(words)
        if count == 1 and text.startswith(("http://", "https://", "www.")):
            return Zone.EMBED
        if self._is_share(text, count, closed) or self._is_worded(text):
            return Zone.FURNITURE
        short = count <= 14 and not closed
        timed = short or (count <= 14 and words[-1].lower().rstrip(".") in self._dates)  # ends in "a.m."
        if timed and self._is_dateline(text):
            return Zone.DATELINE
        if bullet(text) or _is_numbered(words):
            return Zone.LIST_ITEM
        if text.count("\t") > 1:
            return Zone.TABLE
        if short and self._is_credit(text, words):
            return Zone.CREDIT
        if self._is_byline(text, words, closed):
            return Zone.BYLINE
        return Zone.CAPTION if self._is_caption(text) else None

    def _is_share(self, text: str, count: int, closed: bool) -> bool:
        """A share bar: names of networks and buttons, and what stands between them."""
        if closed or count > _SHORT:  # a sentence, unless it opens with a button
            first = _WORD.search(text)
            if first is None or self._share_kind(first[0]) in (None, "filler"):
                return False
        kinds = [self._share_kind(t) for t in _WORD.findall(text.replace("’", "'")) if t[0] != "@"]
        networks, actions = kinds.count("network"), kinds.count("action")
        if not networks and not actions:
            return False
        if None not in kinds:
            return networks > 0 or len(kinds) <= 6
        if kinds[0] == "action" and networks and len(kinds) <= 10:
            return True
        return networks >= 3 and networks * 5 >= len(kinds) * 2

    def _share_kind(self, token: str) -> str | None:
        low = token.lower()
        kind = self._share.get(low)
        if kind is None and 8 < len(token) < 120 and not token[1:].islower() and self._is_glued(low):
            return "network"
        return kind

    def _is_glued(self, token: str) -> bool:
        """Whether a token is names run together, as a bar of buttons is copied."""
        reached = {0}
        for start in range(len(token)):
            if start in reached:
                reached.update(start + n for n in range(3, 16) if token[start : start + n] in self._glued)
        return len(token) in reached

    def _is_worded(self, text: str) -> bool:
        """Furniture by the words of the list."""
        plain = text[:FURNITURE_REACH].lower().replace("’", "'").replace("©", "© ").lstrip(_EDGE)
        plain = _NUMBER.sub("#", plain)
        if len(text) < FURNITURE_REACH and plain.rstrip(_EDGE) in self._lines:
            return True
        for start in self._starts.get(plain.split(None, 1)[0] if plain else "", ()):
            if plain.startswith(start) and not (start[-1].isalnum() and plain[len(start) : len(start) + 1].isalnum()):
                return True
        return False

    def _is_credit(self, text: str, words: list[str]) -> bool:
        bare = text.strip("()[] ").removeprefix("© ")
        if bare in self._agencies or bare.lower().startswith(self._openings):
            return True
        mark = _CREDIT_MARK.search(bare)
        if mark and bare[: mark.start()].rstrip() in self._labels and mark.end() < len(bare):
            return len(words) <= 12
        named = len(words) <= 8 and self._names_agency(bare)
        return named and not any(w[0].islower() for w in words)

    def _names_agency(self, text: str) -> bool:
        return any(part in self._agencies for part in _PARTS.split(text))

    def _is_dateline(self, text: str) -> bool:
        """All its words are of dates and times, but for a place in capitals and an agency; or most are, and there is
        an hour or a year; or a label says so."""
        tokens = _TOKEN.findall(text)
        own = [t.isdecimal() or t.lower() in self._dates for t in tokens]
        if True not in own:
            return False
        number = any(t.isdecimal() for t in tokens)
        if not number or not any(t.lower() in self._dated or t == "ago" for t in tokens):
            return all(own) and _DATE.search(text) is not None
        if tokens[0].lower() in self._date_labels:
            return True
        if all(dated or t.isupper() or t in self._agencies for dated, t in zip(own, tokens, strict=True)):
            return True
        exact = any(len(t) == 4 and t.isdecimal() for t in tokens) or _DATE.search(text) is not None
        return exact and sum(own) * 5 >= len(own) * 3

    def _is_byline(self, text: str, words: list[str], closed: bool) -> bool:
        opened = text[:FURNITURE_REACH].lstrip("([*_-–— ").lower()
        first = opened.split(None, 1)[0] if opened else ""
        for start in self._bylines.get(first, ()):
            if opened.startswith(start):
                length = len(start.split())
                rest = words[length:]
                if not rest:
                    return True
                if length > 1 or text[0] in "([":
                    return self._is_name(rest[:2]) or (length > 1 and not closed)
                named = self._is_name(rest[:2]) or " ".join(rest) in self._agencies
                return named and len(words) <= 14 and not closed
        if closed or len(words) > 14:
            return False
        name, _, post = text.partition(",") if "," in text else text.partition(" | ")
        names = name.split()
        return (
            2 <= len(names) <= 4
            and any(w.strip(".,;").lower() in self._roles for w in post.split())
            and self._is_name(names)
        )

    def _is_name(self, words: list[str]) -> bool:
        return (
            len(words) > 1
            and words[0][0].isupper()
            and words[0].lower() not in self._dates
            and all(w[0].isupper() or w in self._particles for w in words)
        )

    def _is_caption(self, text: str) -> bool:
        if text[:20].lower().startswith(self._captions):
            start = next(w for w in self._captions if text[:20].lower().startswith(w))
            behind = text[len(start) :]
            if behind.lstrip()[:1] in (":", "-", "–", "—") or (behind[:1] == " " and behind[1:2].isupper()):
                return True
        tail = text[-CREDIT_REACH:]
        if "/" in tail and tail.rpartition("/")[2].rstrip(".)] ").lstrip() in self._agencies:
            return True
        marked = "by" in tail or ":" in tail or "/" in tail or "|" in tail or "ourtesy" in tail
        for mark in _CREDIT_MARK.finditer(tail) if marked else ():
            label = tail[: mark.start()].rstrip().replace("(", " ").replace("[", " ").split(" ")
            credit = tail[mark.end() :].rstrip(".)] ")
            named = label[-1] in self._labels or " ".join(label[-2:]) in self._labels
            if named and len(label) > 1 and len(credit) > 1 and "." not in credit:
                return True
        if tail.rstrip(".")[-1:] not in (")", "]"):
            return False
        opening = max(tail.rfind("("), tail.rfind("["))
        inside = tail[opening + 1 :].rstrip(".)] ").strip()
        if opening < 1 or len(inside) < 2:
            return False
        if inside.lower() in self._sources or self._names_agency(inside):
            return True
        return "/" in inside and all(w[0].isupper() for part in inside.split("/") for w in part.split())


def _is_numbered(words: list[str]) -> bool:
    first = words[0]
    return len(words) > 1 and len(first) <= 3 and first[-1] in ".)" and first[:-1].isdecimal()


def _by_first_word(phrases: list[str]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for phrase in phrases:
        index.setdefault(phrase.split(None, 1)[0], []).append(phrase)
    return {first: sorted(found, key=len, reverse=True) for first, found in index.items()}
