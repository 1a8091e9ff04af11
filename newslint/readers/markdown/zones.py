"""What a block of Markdown is for. Judgements, each with its reason:

- Headings are crossheads. Where the front matter gives no title, the headline is the first heading of level 1 that at
  most two blocks precede (a kicker, a dateline); else the first block, where it is a heading, a line all in bold or a
  line of at most 120 characters that ends without a full stop. A heading that repeats the front matter's title stays a
  crosshead: the headline is the title, and a rule can find the repetition.
- Quotations win over lists, paragraphs and headings inside them: they are other people's words. Table cells are cells.
- The text of an image is a caption. So is what stands under an image in the same paragraph, if it is one line or all
  emphasised, and an all emphasised paragraph behind a paragraph that is only an image.
- A paragraph all in bold of at most 80 characters that ends without a full stop is a crosshead: content systems export
  crossheads so.
- Any other paragraph is furniture, a credit, a byline or a dateline where its words say so, as in plain text; a list's
  item can be furniture.
"""

from __future__ import annotations

from newslint.model import Zone
from newslint.readers.markdown.blocks import Raw
from newslint.readers.plain.kinds import Kinds

_KINDS = {"item": Zone.LIST_ITEM, "quote": Zone.BLOCKQUOTE, "cell": Zone.TABLE, "alt": Zone.CAPTION}
_WORDED = frozenset({Zone.FURNITURE, Zone.CREDIT, Zone.BYLINE, Zone.DATELINE})
_ENDS = (".", "!", "?", ":", ";", ",", "…", '."', ".”", ".'", ".’")
_HEADLINE = 120
_CROSSHEAD = 80


def zones(blocks: list[Raw], kinds: Kinds, *, titled: bool) -> list[Zone]:
    """The zone of each block. `titled` says that the front matter gave the headline."""
    found = []
    before: Raw | None = None
    for block in blocks:
        zone = _KINDS.get(block.kind) or (Zone.PARAGRAPH if block.kind == "paragraph" else Zone.CROSSHEAD)
        if zone is Zone.PARAGRAPH and block.pieces:
            under = before is not None and before.figure and not before.pieces and not block.nested
            if block.figure or (under and block.stressed):
                zone = Zone.CAPTION
            elif block.strong and not block.nested and _is_line(block, _CROSSHEAD):
                zone = Zone.CROSSHEAD
            elif not block.nested:
                worded = kinds.judge(block.text).zone
                zone = worded if worded in _WORDED else zone
        elif zone is Zone.LIST_ITEM and block.pieces and kinds.is_furniture(block.text):
            zone = Zone.FURNITURE
        found.append(zone)
        before = block
    at = None if titled else _headline(blocks, found)
    if at is not None:
        found[at] = Zone.HEADLINE
    return found


def _is_line(block: Raw, size: int) -> bool:
    text = block.text
    return len(text) <= size and not text.endswith(_ENDS)


def _headline(blocks: list[Raw], found: list[Zone]) -> int | None:
    prose = [i for i, b in enumerate(blocks) if b.pieces and b.kind != "alt" and found[i] not in _WORDED]
    for i in prose[:3]:
        if blocks[i].kind == "h1":
            return i
    if not prose:
        return None
    first = prose[0]
    if found[first] is Zone.CROSSHEAD:
        return first
    if found[first] is Zone.PARAGRAPH and len(prose) > 1 and not blocks[first].nested:
        return first if _is_line(blocks[first], _HEADLINE) else None
    return None
