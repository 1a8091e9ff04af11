"""From the fields of an article to one Document whose blocks know their field."""

from __future__ import annotations

from newslint.model import Block, Directive, Document, Metadata, Note, Part, Source, TextMap, Zone
from newslint.readers.base import ReadContext, UnknownFormat, Unreadable
from newslint.readers.base import read as read_format
from newslint.readers.fields.located import Node, parse, string_map
from newslint.readers.plain.codec import SPACE, text_map
from newslint.storage.expressions import expression

TEXTS: dict[str, Zone] = {
    "kicker": Zone.KICKER,
    "headline": Zone.HEADLINE,
    "standfirst": Zone.STANDFIRST,
    "byline": Zone.BYLINE,
    "dateline": Zone.DATELINE,
    "body": Zone.PARAGRAPH,
    "pullquotes": Zone.PULLQUOTE,
    "captions": Zone.CAPTION,
    "title": Zone.METADATA,
    "description": Zone.METADATA,
}
"""Fields of text in reading order, and their zones; the body's zones come from its format."""
LISTS = frozenset({"pullquotes", "captions", "byline"})
"""Fields that are lists; a byline may be one."""
FACTS = ("section", "published", "language")
_FORMATS = ("html", "markdown", "text")
_LINE = expression(r"[^\r\n]+")
_WRITTEN = "text or {format, text}"


def read(source: Source, context: ReadContext) -> Document:
    """The document of an article in fields; `docs/fields.md` lists them.

    Every field of text is a Part of the document, named like `headline`, `captions[0]` or `captions[0].credit`.
    Unknown fields go to `metadata.extra` where they are text, a number or a truth value, and are passed over
    otherwise. Raises Unreadable where the source is not a JSON object or a field is of the wrong kind.
    """
    root = parse(source)
    article = _Article(source, context)
    if root.members is None:
        raise Unreadable(f"an article in fields is a JSON object, found {article.seen(root)}")
    article.take(root.members)
    return Document(
        source,
        article.blocks,
        article.metadata,
        format="fields",
        notes=article.notes,
        directives=article.directives,
        parts=article.parts,
    )


class _Article:
    """What has been read so far."""

    __slots__ = ("blocks", "context", "directives", "metadata", "notes", "parts", "source")

    def __init__(self, source: Source, context: ReadContext) -> None:
        self.source = source
        self.context = context
        self.metadata = Metadata()
        self.blocks: list[Block] = []
        self.parts: list[Part] = []
        self.notes: list[Note] = []
        self.directives: list[Directive] = []

    def take(self, members: dict[str, Node]) -> None:
        """All fields: facts first, then the texts in reading order."""
        fields = {key: node for key, node in members.items() if node.kind != "null"}
        for key, node in fields.items():
            if key in FACTS:
                self.metadata.set(key, self.text(key, node, "text").text.strip())
            elif key == "tags":
                tags = node.items if node.kind == "a list" else (node,)
                texts = [self.text(f"tags[{i}]", tag, "text").text for i, tag in enumerate(tags)]
                self.metadata.set(key, ", ".join(texts))
            elif key not in TEXTS and node.kind not in ("a list", "an object"):
                plain = string_map(self.source.text, node).text if node.kind == "text" else self.written(node)
                self.metadata.extra[key] = plain
        for key, zone in TEXTS.items():
            if key in fields:
                self.field(key, fields[key], zone)
        self.metadata.title = self.said("title") or self.said("headline")
        for key in ("byline", "description"):
            if key in fields:
                self.metadata.set(key, self.said(key))

    def said(self, key: str) -> str:
        """The text of a field's blocks."""
        return ", ".join(b.text for b in self.blocks if b.part.partition("[")[0] == key)

    def field(self, key: str, node: Node, zone: Zone) -> None:
        """One field of text, or a list of them."""
        if key not in LISTS or (key == "byline" and node.kind != "a list"):
            self.prose(key, node, zone)
            return
        if node.kind != "a list":
            raise self.wrong(key, "a list", node)
        for i, item in enumerate(node.items):
            name = f"{key}[{i}]"
            credit = (item.members or {}).get("credit") if zone is Zone.CAPTION else None
            if not (credit and "text" not in (item.members or {})):
                self.prose(name, item, zone, "text or {text, credit}" if zone is Zone.CAPTION else _WRITTEN)
            if credit and credit.kind != "null":
                self.prose(f"{name}.credit", credit, Zone.CREDIT)

    def prose(self, name: str, node: Node, zone: Zone, expected: str = _WRITTEN) -> None:
        """Text with or without a format. A text in a format has the blocks that its reader finds."""
        form = "text"
        if node.members is not None:
            format_node, text_node = node.members.get("format"), node.members.get("text")
            if text_node is None:
                raise self.wrong(name, expected, node)
            if format_node is not None:
                form = self.text(f"{name}.format", format_node, "text").text
                if form not in _FORMATS:
                    raise Unreadable(
                        f"{name}.format: expected {', '.join(_FORMATS[:-1])} or text, found {self.seen(format_node)}"
                    )
            if text_node.kind == "null":
                return
            node, expected = text_node, "text"
        field = self.text(name, node, expected)
        self.parts.append(Part(name, field))
        if form == "text" and name != "body":
            mapped = _lines(field)
            if mapped is not None:
                self.blocks.append(Block(zone, mapped, name))
        elif field.text:
            self.formatted(name, field, form, zone)

    def formatted(self, name: str, field: TextMap, form: str, zone: Zone) -> None:
        """A text read by the reader of its format, its maps put over the field's."""
        titled = form == "text" or any(b.zone is Zone.HEADLINE for b in self.blocks)
        options = {**self.context.options, "titled": titled}
        try:
            inner = read_format(Source(field.text, name), form, ReadContext(self.context.lexicon, options=options))
        except (Unreadable, UnknownFormat) as error:
            raise Unreadable(f"{name}: {error}") from None
        for block in inner.blocks:
            own = block.zone if name == "body" else zone
            self.blocks.append(Block(own, _over(block.map, field), name))
        for key in ("published", "section", "language"):
            if inner.metadata.get(key) and not self.metadata.get(key):
                self.metadata.set(key, inner.metadata.get(key))
        self.notes += [note._replace(span=field.span(*note.span)) for note in inner.notes]
        self.directives += [said._replace(span=field.span(*said.span)) for said in inner.directives]

    def text(self, name: str, node: Node, expected: str) -> TextMap:
        """The text of a string. Raises Unreadable where the value is none."""
        if node.kind != "text":
            raise self.wrong(name, expected, node)
        return string_map(self.source.text, node)

    def wrong(self, name: str, expected: str, node: Node) -> Unreadable:
        """What to raise for a value of the wrong kind."""
        return Unreadable(f"{name}: expected {expected}, found {self.seen(node)}")

    def seen(self, node: Node) -> str:
        """A value in words, with its place."""
        place = self.source.position(node.start)
        what = self.written(node) if node.kind == "text" and node.end - node.start <= 42 else node.kind
        return f"{what} at line {place.line}, column {place.column}"

    def written(self, node: Node) -> str:
        """A value as it stands in the source."""
        return self.source.text[node.start : node.end]


def _lines(field: TextMap) -> TextMap | None:
    """The block of a field of plain text: its lines, trimmed, with one space between them; None where it is empty."""
    lines = []
    for m in _LINE.finditer(field.text):
        bare = m[0].strip(SPACE)
        if bare:
            start = m.end() - len(m[0].lstrip(SPACE))
            lines.append((start, start + len(bare)))
    return _over(text_map(field.text, lines), field) if lines else None


def _over(upper: TextMap, field: TextMap) -> TextMap:
    """A map of the field's text laid over the field's own map."""
    below = _over(upper.below, field) if upper.below else field
    return TextMap(upper.text, upper.segments, upper.under, below)
