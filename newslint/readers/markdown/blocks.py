"""Markdown to raw blocks: the parser's events, with places in code points, gathered into paragraph-like units."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from newslint.model import Directive
from newslint.model.records import NamedTuple
from newslint.readers.directives import html_directives
from newslint.readers.markdown.inline import OBJECT, Piece, Run, trimmed, without_urls
from newslint.readers.markdown.shortcodes import MASK, masked, shortcodes
from newslint.storage.expressions import expression

_LONE_CR = expression(r"\r(?!\n)")
_SURROGATE = expression("[\ud800-\udfff]")
_LEADS = bytes(0 if 0x80 <= b < 0xC0 else 1 for b in range(256))
_TAG = expression(r"</?([A-Za-z][\w-]*)")
_FORMATTING = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "center", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong",
    "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_BREAKS = frozenset({
    "article", "blockquote", "br", "div", "figcaption", "figure", "footer", "header", "li", "p", "section", "td", "th",
    "tr",
})  # fmt: skip
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Superscript", "Subscript", "Link", "Image"})
_TITLE_END = expression(r"[\"')][ \t]*+\)\Z")
_SKIPPED = frozenset({"CodeBlock", "MetadataBlock"})


class Raw(NamedTuple):
    """A block before anything is judged: what the Markdown says it is, and its inline content."""

    kind: str
    """paragraph, h1 to h6, item, quote, cell or alt (the text of an image)."""
    pieces: list[Piece]
    links: tuple[str, ...]
    chunk: int
    """Index in `Parsed.chunks`."""
    stressed: bool = False
    strong: bool = False
    images: int = 0
    """How many images its source paragraph holds."""
    figure: bool = False
    """Whether it is what stands below an image in the same paragraph; with no pieces, an image alone."""
    nested: bool = False
    """Whether it stands in a list, quotation or footnote."""

    @property
    def text(self) -> str:
        """The text of the block."""
        return "".join(p.text for p in self.pieces)


class Parsed(NamedTuple):
    """What stands in a range of Markdown."""

    blocks: list[Raw]
    chunks: list[tuple[int, int]]
    """Places of the outermost blocks: each can be parsed again on its own."""
    directives: list[Directive]


def parse(text: str, start: int = 0) -> Parsed:
    """The blocks of Markdown from an offset of a text to its end. All places count from the start of the text."""
    body = text[start:] if start else text
    codes = shortcodes(body)
    shown = masked(body, codes) if codes else body
    if "\r" in shown:
        shown = _LONE_CR.sub("\n", shown)  # the parser does not see it end a heading
    return _Walker(text, start, [(a + start, b + start) for a, b in codes]).walk(_events(shown))


def _events(text: str) -> Iterator[tuple[Any, int, int]]:
    """The parser's events with half-open places in code points."""
    parser = _parser()
    if text.isascii():
        for event, place in parser.events_with_range(text):
            yield event, place["start"], place["end"]
        return
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
        data = text.encode()
    points = array("I", accumulate(data.translate(_LEADS), initial=0))
    # The offset of a character's first byte is the number of characters that begin before it.
    for event, place in parser.events_with_range(text):
        yield event, points[place["start"]], points[place["end"]]


_cached: list[Any] = []


def _parser() -> Any:
    if not _cached:
        from pyromark import Markdown, Options

        _cached.append(
            Markdown(
                options=Options.ENABLE_TABLES
                | Options.ENABLE_FOOTNOTES
                | Options.ENABLE_STRIKETHROUGH
                | Options.ENABLE_TASKLISTS
                | Options.ENABLE_HEADING_ATTRIBUTES
                | Options.ENABLE_GFM
            )
        )
    return _cached[0]


class _Walker:
    """Takes events in order and keeps what is open."""

    def __init__(self, text: str, start: int, codes: list[tuple[int, int]]) -> None:
        self.text = text
        self.offset = start
        self.codes = codes
        self.blocks: list[Raw] = []
        self.chunks: list[tuple[int, int]] = []
        self.directives: list[Directive] = []
        self.run: Run | None = None
        self.kind = "paragraph"
        self.alt: list[Run] = []
        self.quotes = self.items = self.notes = 0
        self.stress = self.strength = 0

    def walk(self, events: Iterator[tuple[Any, int, int]]) -> Parsed:
        depth = 0
        hidden = 0  # depth of the code block or autolink whose text is no prose
        for event, start, end in events:
            start += self.offset
            end += self.offset
            name, value = _named(event)
            if name == "Start":
                if not depth:
                    self.chunks.append((start, end))
                depth += 1
                if not hidden:
                    tag, detail = _named(value)
                    if tag in _SKIPPED:
                        self.flush()
                        hidden = depth
                    elif tag == "Link" and detail["link_type"] in ("Autolink", "Email"):
                        self.open().add(OBJECT, start, end, "object")
                        hidden = depth
                    else:
                        self.start(tag, detail, start, end)
            elif name == "End":
                if hidden == depth:
                    hidden = 0
                elif not hidden:
                    tag, detail = _named(value)
                    self.end(tag, detail, start, end)
                depth -= 1
            elif not hidden:
                self.content(name, value, start, end)
        return Parsed(self.blocks, self.chunks, self.directives)

    def open(self) -> Run:
        """The run that takes inline content: an image's, the paragraph's, or a new one in a tight list item."""
        if self.alt:
            return self.alt[-1]
        if self.run is None:
            self.run = Run(self.text)
            self.kind = "item" if self.items else "paragraph"
        return self.run

    def start(self, tag: str, detail: Any, start: int, end: int) -> None:
        if tag in _INLINE:
            self.open().markup(start)
            if tag == "Emphasis":
                self.stress += 1
            elif tag == "Strong":
                self.strength += 1
            elif tag == "Link":
                self.open().links.append(detail["dest_url"])
            elif tag == "Image":
                self.open().links.append(detail["dest_url"])
                self.alt.append(Run(self.text))
                title = self.title(detail["title"], start, end)
                if title:
                    self.open().images.append([title])
            return
        self.flush()
        if tag == "Heading":
            self.run, self.kind = Run(self.text), detail["level"].lower()
        elif tag == "TableCell":
            self.run, self.kind = Run(self.text), "cell"
        elif tag == "BlockQuote" and not detail:
            self.quotes += 1
        elif tag == "Item":
            self.items += 1
        elif tag == "FootnoteDefinition":
            self.notes += 1
        elif tag == "HtmlBlock":
            self.directives += html_directives(self.text, start, end)

    def end(self, tag: str, detail: Any, start: int, end: int) -> None:
        if tag in _INLINE:
            self.open().markup()
            if tag == "Emphasis":
                self.stress -= 1
            elif tag == "Strong":
                self.strength -= 1
            elif tag == "Image":
                alt = self.alt.pop()
                run = self.open()
                run.add(OBJECT, start, end, "image")
                run.images += [alt.pieces, *alt.images]
            return
        self.flush()
        if tag == "BlockQuote" and not detail:
            self.quotes -= 1
        elif tag == "Item":
            self.items -= 1
        elif tag == "FootnoteDefinition":
            self.notes -= 1

    def content(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Text":
            self.words(value, start, end)
        elif name in ("SoftBreak", "HardBreak"):
            self.open().line_break(start, end)
        elif name == "Code" or name.endswith("Math"):
            self.open().add(OBJECT, start, end, "object")
        elif name == "InlineHtml":
            self.html(start, end)

    def html(self, start: int, end: int) -> None:
        run = self.open()
        if self.text.startswith("<!--", start):
            run.markup(start)
            self.directives += html_directives(self.text, start, end)
            return
        tag = _TAG.match(self.text, start, end)
        name = tag[1].lower() if tag else ""
        if name in _BREAKS:
            run.line_break(start, end)
        elif name in _FORMATTING or self.text.startswith("</", start):
            run.markup(start)
        else:
            run.add(OBJECT, start, end, "object")

    def words(self, value: str, start: int, end: int) -> None:
        run = self.open()
        text = self.text
        shown = text[start:end]
        if not self.alt and value.strip():
            run.strong = run.strong and self.strength > 0
            run.stressed = run.stressed and self.stress + self.strength > 0
        # The parser leaves the backslash of an escape out of its ranges.
        if start > self.offset and text[start - 1] == "\\" and (not run.pieces or run.pieces[-1].end < start):
            run.add(shown[0], start - 1, start + 1)
            start += 1
            if start == end:
                return
            value, shown = value[1:], shown[1:]
        if len(value) != end - start:
            run.add(value, start, end)
        elif MASK in value and self.codes:
            self.around_codes(run, start, end)
        else:
            run.add(shown, start, end)

    def around_codes(self, run: Run, start: int, end: int) -> None:
        """Add a text with each of its shortcodes as one object."""
        i = bisect_left(self.codes, (start, -1))
        while i < len(self.codes) and self.codes[i][0] < end:
            low, high = self.codes[i]
            if low > start:
                run.add(self.text[start:low], start, low)
            run.add(OBJECT, low, high, "object")
            start = high
            i += 1
        if start < end:
            run.add(self.text[start:end], start, end)

    def title(self, title: str, start: int, end: int) -> Piece | None:
        """The title of an image where it stands in the source as it is."""
        if not title or "\n" in title or "\r" in title:
            return None
        close = _TITLE_END.search(self.text, max(start, end - 40), end)
        if close is None or not self.text.endswith(title, start, close.start()):
            return None
        at = close.start() - len(title)
        return Piece(title, at, close.start()) if self.text[at - 1] in "\"'(" else None

    def flush(self) -> None:
        """Close the paragraph under way and keep what it holds."""
        run, self.run = self.run, None
        if run is None:
            return
        kind = "quote" if self.quotes and self.kind != "cell" else self.kind
        if self.items and kind == "paragraph":
            kind = "item"
        chunk = len(self.chunks) - 1
        nested = bool(self.quotes or self.items or self.notes)
        pieces, led = _without_outer_images(run.pieces)
        pieces = trimmed(without_urls(pieces))
        if not any(p.kind == "text" and not p.text.isspace() for p in pieces):
            pieces = []
        alone = bool(run.images) and led and (not pieces or not any(p.kind == "break" for p in pieces))
        figure = led and (run.stressed or alone)
        links = tuple(run.links)
        block = Raw(kind, pieces, links, chunk, run.stressed, run.strong, len(run.images), figure, nested)
        alts = [Raw("alt", trimmed(without_urls(alt)), (), chunk, nested=nested) for alt in run.images]
        alts = [alt for alt in alts if alt.pieces]
        if pieces and not led:
            self.blocks += [block, *alts]
        else:
            self.blocks += [*alts, block] if pieces or run.images else alts


def _named(event: Any) -> tuple[str, Any]:
    """The parser gives a name, or a mapping of one name to its details."""
    if isinstance(event, str):
        return event, None
    name: str
    name, value = next(iter(event.items()))
    return name, value


def _without_outer_images(pieces: list[Piece]) -> tuple[list[Piece], bool]:
    """The pieces without the images at the two ends, and whether an image on lines of its own led them."""
    low, high = 0, len(pieces)
    while low < high and (pieces[low].kind in ("image", "break") or not pieces[low].text.strip()):
        low += 1
    while low < high and (pieces[high - 1].kind in ("image", "break") or not pieces[high - 1].text.strip()):
        high -= 1
    images = any(p.kind == "image" for p in pieces[:low])
    return pieces[low:high], images and (low == high or pieces[low - 1].kind == "break")
