"""Reading HTML: one walk over the tokens with a stack of open elements, iterative and linear."""

from __future__ import annotations

from newslint.model import Directive, Document, Source, Span, Zone
from newslint.readers.base import ReadContext
from newslint.readers.directives import directive
from newslint.readers.html.elements import Elements
from newslint.readers.html.page import Page
from newslint.readers.html.text import BlockText
from newslint.readers.html.tokens import RAW, Kind, Token, Value, attributes, tokens
from newslint.readers.html.zones import BLOCKS, IMAGES, INLINE, ROOTS, SKIPPED, VOID, WORDS
from newslint.storage.expressions import DOTALL, expression

_COMMENT = expression(r"<!--(.*?)(?:--!?>)?\Z", DOTALL)


def read(source: Source, context: ReadContext) -> Document:
    """The document of an HTML fragment or page. Any text can be read: broken markup is taken as browsers take it.

    The option `titled` says that the text is the body of an article whose headline is known: an h1 is a crosshead.
    """
    walk = _Walk(source.text)
    for token in tokens(source.text):
        walk.take(token)
    walk.flush()
    blocks, metadata = walk.page.finish(titled=bool(context.options.get("titled")))
    return Document(source, blocks, metadata, format="html", directives=walk.directives)


class _Walk:
    """The state between two tokens: open elements, the block in the making, and what is known of the page."""

    __slots__ = ("block", "depth", "directives", "elements", "page", "skipped", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.elements = Elements()
        self.page = Page(text)
        self.block: BlockText | None = None
        self.directives: list[Directive] = []
        self.skipped = ""  # the open element whose content is left out, and how deep it lies in its like
        self.depth = 0

    def take(self, token: Token) -> None:
        """Go on by a token."""
        kind = token.kind
        if kind is Kind.COMMENT:
            self.comment(token)
        elif self.skipped and not self.leaves(token):
            return
        elif kind is Kind.TEXT:
            self.feed(token.start, token.end)
        elif kind is Kind.OPEN:
            self.open(token)
        elif kind is Kind.CLOSE:
            self.close(token.name)
        elif token.name == "title":
            self.page.head("title", BlockText(self.text), Value(token.start, token.end, ""))

    def comment(self, token: Token) -> None:
        """Keep a comment that speaks to newslint, hidden content aside."""
        if self.skipped != "template":
            text = (
                self.text[token.start : token.end].removeprefix("<!--").removesuffix(">").rstrip("!").removesuffix("--")
            )
            said = directive(text, Span(token.start, token.end))
            if said:
                self.directives.append(said)

    def leaves(self, token: Token) -> bool:
        """Whether a token inside skipped content ends it and still counts itself."""
        name, kind = token.name, token.kind
        if kind is Kind.OPEN and name == self.skipped:
            self.depth += self.text[token.end - 2] != "/"
        elif kind is Kind.CLOSE and name == self.skipped:
            self.depth -= 1
            if not self.depth:
                self.skipped = ""
        elif self.skipped != "template" and name in BLOCKS:
            # The end tag is missing: browsers too let blocks break out.
            breaks = self.elements.is_open(name) if kind is Kind.CLOSE else self.skipped == "code"
            if breaks:
                self.skipped = ""
            return breaks
        return False

    def open(self, token: Token) -> None:
        """A start tag."""
        name, text = token.name, self.text
        if name == "br":
            self.line_break(token)
        elif name == "hr":
            self.flush()
        elif name in IMAGES:
            self.thing(token, True)
        elif name in SKIPPED:
            if name != "template":
                self.thing(token, name not in WORDS)
            if text[token.end - 2] != "/" or name not in ("svg", "math"):
                self.skipped, self.depth = name, 1
        elif name == "meta":
            self.page.meta(attributes(text, token))
        elif name not in VOID and name not in RAW:
            known = {key: text[at.start : at.end] for key, at in attributes(text, token).items()}
            if name in BLOCKS:
                self.flush()
                language = known.get("lang") or known.get("xml:lang")
                if language and not self.page.language and (name in ROOTS or self.elements.empty):
                    self.page.language = language.strip()
                self.elements.open_block(name, known)
            else:
                zone = self.elements.inline_zone(name, known)
                if zone in INLINE:
                    self.flush()
                self.elements.open_inline(name, zone)
                if zone is Zone.METADATA:
                    self.page.time(known, self.elements.top)

    def close(self, name: str) -> None:
        """An end tag."""
        if name in BLOCKS:
            self.flush()
            self.elements.close_block(name)
        elif self.elements.closes(name):
            if self.elements.top.cut:
                self.flush()
            self.elements.close_inline(name)

    def feed(self, start: int, end: int) -> None:
        """Text between tags."""
        block = self.block
        if block is None:
            block = self.block = BlockText(self.text)
        before = block.length
        block.feed(start, end)
        mark = self.elements.top.mark
        if mark:
            marked = self.page.marked
            marked[mark] = marked.get(mark, 0) + block.length - before

    def thing(self, token: Token, image: bool) -> None:
        """Something in the line that is not prose."""
        if self.block is None:
            if image:
                return
            self.block = BlockText(self.text)
        self.block.thing(token.start, token.end, image)

    def line_break(self, token: Token) -> None:
        """One `<br>` is a space; two end a paragraph, but not a heading."""
        if self.block is not None and self.block.line_break(token.start, token.end):
            self.flush()

    def flush(self) -> None:
        """End the block in the making."""
        block, self.block = self.block, None
        self.page.add(self.elements.top, block.finish() if block else None)
