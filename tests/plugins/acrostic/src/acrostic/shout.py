"""Reads *.shout: one paragraph a line, in capitals; the first line is the headline."""

from __future__ import annotations

from newslint.model import Block, Document, Source, TextMap, Zone
from newslint.readers import ReadContext, Unreadable


def read(source: Source, context: ReadContext) -> Document:
    """The article of a source. Raises Unreadable for one that does not shout."""
    if source.text != source.text.upper():
        raise Unreadable("not a shout: it has small letters")
    blocks, at = [], 0
    for line in source.text.splitlines(keepends=True):
        text = line.rstrip()
        if text:
            zone = Zone.PARAGRAPH if blocks else Zone.HEADLINE
            blocks.append(Block(zone, TextMap.slice(source.text, at, at + len(text))))
        at += len(line)
    return Document(source, blocks, format="shout")
