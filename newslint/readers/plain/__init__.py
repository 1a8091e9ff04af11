"""Plain text into a Document: paragraphs by layout, zones by judgement (docs/zones.md says by which)."""

from __future__ import annotations

from newslint.model import Block, Document, Source, TextMap, Zone
from newslint.readers.base import ReadContext
from newslint.readers.plain.codec import bullet, text_map
from newslint.readers.plain.kinds import Kinds
from newslint.readers.plain.layout import paragraphs
from newslint.readers.plain.zones import zones

__all__ = ["read"]


def read(source: Source, context: ReadContext) -> Document:
    """The document of a plain text. Takes any text; nothing is raised.

    The option `titled` says that the text is the body of an article whose headline is known.
    """
    kinds = Kinds.of(context.lexicon)
    units = paragraphs(source, kinds)
    maps: list[TextMap] = []
    seen = []
    for unit in units:
        mapped = text_map(source.text, unit)
        maps.append(mapped)
        seen.append(kinds.judge(mapped.text))
    blocks = []
    found = zones(maps, seen, titled=bool(context.options.get("titled")))
    for unit, mapped, zone in zip(units, maps, found, strict=True):
        if zone is Zone.LIST_ITEM:
            mapped = text_map(source.text, unit, bullet(mapped.text))
        blocks.append(Block(zone, mapped))
    return Document(source, blocks, format="text")
