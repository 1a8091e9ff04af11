"""What a whole page says of its blocks: which article it is about, which of its headings is the headline."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.model import Block, Metadata, TextMap, Zone
from newslint.readers.html.elements import FORM, HARD, Element
from newslint.readers.html.text import BlockText
from newslint.readers.html.tokens import Value

_TITLES = ("og:title", "title")
_DESCRIPTIONS = ("og:description", "description")
_FACTS = {
    "article:published_time": "published",
    "datepublished": "published",
    "article:section": "section",
    "articlesection": "section",
    "author": "byline",
    "content-language": "language",
    "og:locale": "language",
}
"""Name of a meta element (or its itemprop) -> key of the metadata."""
_BODY = frozenset({Zone.PARAGRAPH, Zone.LIST_ITEM, Zone.BLOCKQUOTE})
_BYLINE_REST = 60
"""Characters that a byline may have beside the author's name: "By", an office, a place."""
_CARDS = 4
"""How many times more text than its longest article a page must have beside its articles (two or more) for these to
be cards that lead to others. Set by judgement."""


class Draft:
    """A block whose zone waits for the rest of the page."""

    __slots__ = ("element", "map", "zone")

    def __init__(self, element: Element, text_map: TextMap, zone: Zone) -> None:
        self.element = element
        self.map = text_map
        self.zone = zone


class Page:
    """Collects blocks and metadata during the walk and decides at its end."""

    __slots__ = ("_waiting", "drafts", "heads", "language", "marked", "metadata", "text", "times")

    def __init__(self, text: str) -> None:
        self.text = text
        self.drafts: list[Draft] = []
        self.heads: dict[str, TextMap | None] = {}
        self.metadata = Metadata()
        self.language = ""
        self.marked: dict[Zone, int] = {}  # characters of the current block inside an author's name or a time
        self.times: list[tuple[str, Element]] = []
        self._waiting: list[tuple[str, Element]] = []

    def meta(self, values: Mapping[str, Value]) -> None:
        """Take a meta element."""
        content = values.get("content")
        if content is None:
            return
        for key in ("property", "name", "itemprop", "http-equiv"):
            if key in values:
                name = self.text[values[key].start : values[key].end].strip().lower()
                if name in _TITLES or name in _DESCRIPTIONS:
                    self.head(name, BlockText(self.text, content), content)
                elif name in _FACTS:
                    self.fact(_FACTS[name], self.text[content.start : content.end])

    def head(self, name: str, block: BlockText, place: Value) -> None:
        """Take a title or description; the first of a name counts."""
        if name not in self.heads:
            block.feed(place.start, place.end)
            self.heads[name] = block.finish()

    def fact(self, key: str, written: str) -> None:
        """Keep a value as it is written in an attribute; the first one stays."""
        if not self.metadata.get(key):
            from html import unescape

            value = unescape(written).strip() if len(written) < 1000 else ""
            self.metadata.set(key, value.replace("_", "-") if key == "language" else value)

    def time(self, attributes: Mapping[str, str], element: Element) -> None:
        """A time in the current block: it may be when the article was published."""
        value = (attributes.get("datetime") or attributes.get("content") or "").strip()
        if value:
            self._waiting.append((value, element))

    def add(self, element: Element, text_map: TextMap | None) -> None:
        """Take the block that has just ended in an element, or hear that it was empty."""
        zone = element.zone
        if text_map is not None:
            size, marked = len(text_map.text), self.marked
            if zone in (Zone.PARAGRAPH, Zone.LIST_ITEM) and marked:
                if Zone.BYLINE in marked and size - marked[Zone.BYLINE] <= _BYLINE_REST:
                    zone = Zone.BYLINE
                elif 2 * marked.get(Zone.METADATA, 0) >= size:
                    zone = Zone.METADATA
            self.drafts.append(Draft(element, text_map, zone))
        if zone not in _BODY or text_map is None:
            self.times += self._waiting
        if self._waiting:
            self._waiting = []
        if self.marked:
            self.marked = {}

    def finish(self, *, titled: bool) -> tuple[list[Block], Metadata]:
        """The blocks in the order of the source, and the metadata. `titled`: the headline does not stand here."""
        drafts = self.drafts
        furniture = FORM
        if not any(d.zone in _BODY and not d.element.furniture for d in drafts):
            furniture = HARD  # the whole page stands in a form
        regions = self._regions(furniture)
        for draft in drafts:
            element = draft.element
            inside = not regions or draft.element.region in regions
            if element.furniture >= furniture or (not inside and draft.zone is not Zone.HEADLINE):
                draft.zone = Zone.FURNITURE
        self._choose_headline(regions, titled)
        blocks = [(d.map, d.zone) for d in drafts] + self._head_blocks(titled)
        blocks.sort(key=lambda b: b[0].segments[0].source_start)
        self._facts(regions)
        return [Block(zone, text_map) for text_map, zone in blocks], self.metadata

    def _regions(self, furniture: int) -> set[str]:
        """Where the article stands: in the article element with most text, or in main; empty where it is anywhere."""
        sizes: dict[str, int] = {}
        for draft in self.drafts:
            if draft.zone in _BODY and draft.element.furniture < furniture:
                sizes[draft.element.region] = sizes.get(draft.element.region, 0) + len(draft.map.text)
        beside = sizes.pop("", 0)
        if not sizes:
            return set()
        best = max(sizes, key=lambda region: sizes[region])
        cards = len(sizes) > 1 and "main" not in sizes and beside > _CARDS * sizes[best]
        return {""} if cards else {best}

    def _choose_headline(self, regions: set[str], titled: bool) -> None:
        """One h1 is the headline: the first in the article, else one beside it that the page's title begins with.
        Without any it is the title."""
        titles = [text for text in map(self._head_text, _TITLES) if text]
        inside, beside = [], []
        for draft in self.drafts:
            if draft.zone is Zone.HEADLINE:
                draft.zone = Zone.CROSSHEAD
                region, text = draft.element.region, draft.map.text
                if not regions or region in regions:
                    inside.append(draft)
                else:
                    draft.zone = Zone.FURNITURE
                    if region == "main" or not titles or any(title.startswith(text) for title in titles):
                        beside.append(draft)
        for draft in [] if titled else (inside or beside)[:1]:
            draft.zone = Zone.HEADLINE

    def _head_blocks(self, titled: bool) -> list[tuple[TextMap, Zone]]:
        headline = titled or any(d.zone is Zone.HEADLINE for d in self.drafts)
        found = []
        for name in (*_TITLES, *_DESCRIPTIONS):
            text_map = self.heads.get(name)
            if text_map is not None:
                takes_its_place = name in _TITLES and not headline
                headline = headline or takes_its_place
                found.append((text_map, Zone.HEADLINE if takes_its_place else Zone.METADATA))
        return found

    def _head_text(self, name: str) -> str:
        text_map = self.heads.get(name)
        return text_map.text if text_map else ""

    def _facts(self, regions: set[str]) -> None:
        metadata = self.metadata
        if self.language:
            metadata.language = self.language
        for key, names in (("title", _TITLES), ("description", _DESCRIPTIONS)):
            text = next(filter(None, map(self._head_text, names)), "")
            if text:
                metadata.set(key, text)
        for value, element in self.times:
            if not regions or element.region in regions:
                self.fact("published", value)
        for key, zone in (("title", Zone.HEADLINE), ("byline", Zone.BYLINE)):
            if not metadata.get(key):
                metadata.set(key, next((d.map.text for d in self.drafts if d.zone is zone), ""))
