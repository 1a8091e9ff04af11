"""The stack of open elements, with the end tags that HTML lets writers leave out.

After the tree construction rules of the HTML Standard, for what decides a block's zone: paragraphs, list items,
table cells and headings close as they do there, an end tag without its start is passed over, and an inline end tag
never closes a block. Every step takes constant time, closing apart, which is paid for by the opening.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.model import Zone
from newslint.readers.html import zones

HARD, FORM = 2, 1
"""How surely an element is furniture. A form may also hold a whole page, as some systems write it."""


class Element:
    """An open element: its zone, how surely it is furniture, and the region it stands in: "main", the number of the
    outermost article element, or "" for neither."""

    __slots__ = ("cut", "furniture", "item", "key", "mark", "name", "region", "saved", "zone")

    def __init__(self, name: str, parent: Element | None) -> None:
        self.name = name
        self.key = "heading" if name in zones.HEADINGS else name
        self.cut = False  # an inline element that is a block of its own
        self.mark: Zone | None = None  # an inline element that may say what its block is
        self.saved: tuple[dict[str, int], dict[str, int], dict[str, int]] | None = None
        self.zone: Zone = parent.zone if parent else Zone.PARAGRAPH
        self.furniture: int = parent.furniture if parent else 0
        self.region: str = parent.region if parent else ""
        self.item: str = parent.item if parent else ""  # the list item that a new one would close


class Elements:
    """The open elements. Counts by name say whether an end tag has a start tag in reach, without a search."""

    __slots__ = ("_articles", "_inline", "_reach", "_stack", "_tables", "top")

    def __init__(self) -> None:
        self.top = Element("", None)
        self._stack = [self.top]
        self._reach: dict[str, int] = {}  # blocks up to the nearest table cell, caption or button
        self._tables: dict[str, int] = {}  # parts of the nearest table
        self._inline: dict[str, int] = {}  # inline elements up to the nearest block
        self._articles = 0

    @property
    def empty(self) -> bool:
        """Whether nothing is open."""
        return len(self._stack) == 1

    def is_open(self, name: str) -> bool:
        """Whether an end tag of that name would close a block."""
        key = "heading" if name in zones.HEADINGS else name
        return bool((self._tables if self._of_table(name) else self._reach).get(key))

    def open_block(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open a block after closing what it closes."""
        if name in ("html", "head", "body") and not self.empty and self._stack[-1].name not in ("html", "head"):
            return
        self._close_before(name)
        if name in ROWS_AND_CELLS and not self._tables:
            return
        element = Element(name, self.top)
        self._judge(element, attributes)
        if name in ("li", "dt", "dd"):
            element.item = "li" if name == "li" else "d"
        elif name not in ("div", "p", "address"):
            element.item = ""
        element.saved = (self._reach, self._tables, self._inline)
        self._inline = {}
        if name == "table":
            self._tables = {"table": 1}
        elif self._of_table(name):
            self._tables[name] = self._tables.get(name, 0) + 1
        if name in zones.CELLS or name == "button" or name == "table":
            self._reach = {}
        if not self._of_table(name):
            self._reach[element.key] = self._reach.get(element.key, 0) + 1
        self._push(element)

    def close_block(self, name: str) -> None:
        """Close a block and all that is open in it; without its start tag the end tag says nothing."""
        if name not in ("html", "body") and self.is_open(name):
            self._pop_to("heading" if name in zones.HEADINGS else name)

    def inline_zone(self, name: str, attributes: Mapping[str, str]) -> Zone | None:
        """The zone that an inline element names, if any; one in `zones.INLINE` makes it a block of its own."""
        said = (attributes.get("rel", "") + " " + attributes.get("itemprop", "")).lower().split()
        if name == "time" or "datepublished" in said:
            return Zone.METADATA
        if "author" in said:
            return Zone.BYLINE
        if name == "cite" and self.top.zone is Zone.CAPTION:
            return Zone.CREDIT
        return zones.zone_of_class(attributes["class"]) if "class" in attributes else None

    def open_inline(self, name: str, zone: Zone | None) -> None:
        """Open an inline element, if it names a zone or one of its name that does is open."""
        if zone not in zones.INLINE and zone not in zones.MARKS and not self._inline.get(name):
            return
        element = Element(name, self.top)
        element.mark = zone if zone in zones.MARKS else self.top.mark
        element.cut = zone in zones.INLINE
        if zone is Zone.FURNITURE:
            element.furniture = HARD
        elif zone is not None and element.cut:
            element.zone = zone
        self._inline[name] = self._inline.get(name, 0) + 1
        self._push(element)

    def closes(self, name: str) -> bool:
        """Whether an inline end tag closes something here."""
        return bool(self._inline.get(name))

    def close_inline(self, name: str) -> None:
        """Close an inline element that is open."""
        self._pop_to(name)

    def _judge(self, element: Element, attributes: Mapping[str, str]) -> None:
        """Zone, furniture and article of a block."""
        name, zone = element.name, element.zone
        if name == "article" and element.region in ("", "main"):
            element.region = str(self._articles)
            self._articles += 1
        elif name == "main":
            element.region = element.region or name
        if name in ("article", "main") and element.furniture == FORM:
            element.furniture = 0
        by_class = None
        if name not in zones.ROOTS and "class" in attributes:
            by_class = zones.zone_of_class(attributes["class"])
        if by_class is Zone.FURNITURE or (name in zones.FURNITURE and by_class is not Zone.PULLQUOTE):
            element.furniture = HARD
        elif by_class is not None:
            element.zone = by_class
        elif name == "form":
            element.furniture = max(element.furniture, FORM)
        elif name in zones.TAGS and (
            zone in zones.PLAIN or name in ("caption", "figcaption") or (name == "h1" and zone is Zone.STANDFIRST)
        ):
            element.zone = zones.TAGS[name]

    def _close_before(self, name: str) -> None:
        if self._reach.get("p") and name not in zones.KEEPS_P_OPEN:
            self._pop_to("p")
        if name in zones.HEADINGS and self.top.key == "heading":
            self._pop_to("heading")
        elif name == "li" and self.top.item == "li":
            self._pop_to("li")
        elif name in ("dt", "dd") and self.top.item == "d":
            self._pop_to("dd", "dt")
        elif name in zones.CELLS or name in ROWS_AND_CELLS:
            for part in ("td", "th", "caption"):
                if self._tables.get(part):
                    self._pop_to(part)
            if name in zones.ROWS and self._tables.get("tr"):
                self._pop_to("tr")
            if name in ("tbody", "thead", "tfoot"):
                for part in ("tbody", "thead", "tfoot"):
                    if self._tables.get(part):
                        self._pop_to(part)

    @staticmethod
    def _of_table(name: str) -> bool:
        return name in ROWS_AND_CELLS or name == "table"

    def _push(self, element: Element) -> None:
        self._stack.append(element)
        self.top = element

    def _pop_to(self, *keys: str) -> None:
        """Close elements up to the nearest of a key, which is known to be open."""
        while True:
            element = self._stack.pop()
            if element.saved is not None:
                self._reach, self._tables, self._inline = element.saved
                counts = self._tables if self._of_table(element.name) else self._reach
                if element.name not in ("table", "button"):
                    counts[element.key] -= 1
            else:
                self._inline[element.name] -= 1
            self.top = self._stack[-1]
            if element.key in keys:
                return


ROWS_AND_CELLS = zones.CELLS | zones.ROWS
