"""Markdown as site generators and content systems keep it: front matter, then CommonMark with tables and footnotes."""

from __future__ import annotations

from newslint.model import Block, Document, Metadata, Note, Source, Zone
from newslint.readers.base import ReadContext

__all__ = ["read"]


def read(source: Source, context: ReadContext) -> Document:
    """Read Markdown; every text can be read.

    The option `front_matter` maps our names (`front_blocks.KEYS`) to the keys that give them; `titled`
    says that the text is the body of an article whose headline is known. Code, link targets, raw
    HTML, shortcodes and bare URLs are not prose: in a sentence one U+FFFC stands for each. Tags that only format text
    (`<b>`, `<span>` ...) are markup like emphasis. Notes of kind "front-matter" say what is wrong with the front
    matter; the body is read all the same.
    """
    from newslint.readers.markdown import escapes, front, inline, zones
    from newslint.readers.markdown.blocks import parse
    from newslint.readers.plain.kinds import Kinds

    text = source.text
    matter = front.find(text)
    blocks: list[Block] = []
    metadata = Metadata()
    notes: list[Note] = []
    start = 0
    if matter:
        from newslint.readers.markdown import front_blocks

        start = matter.body
        blocks, metadata, notes = front_blocks.blocks(text, matter, context.options.get("front_matter"))
    parsed = parse(text, start)
    writer = escapes.Writer(text, start, parsed)
    titled = bool(context.options.get("titled")) or any(b.zone is Zone.HEADLINE for b in blocks)
    found = zones.zones(parsed.blocks, Kinds.of(context.lexicon), titled=titled)
    for i, (raw, zone) in enumerate(zip(parsed.blocks, found, strict=True)):
        if raw.pieces:
            blocks.append(Block(zone, inline.text_map(raw.pieces, text, writer.codec(raw, i))))
    if not metadata.title:
        metadata.title = next((b.text for b in blocks if b.zone is Zone.HEADLINE), "")
    return Document(source, blocks, metadata, format="markdown", notes=notes, directives=parsed.directives)
