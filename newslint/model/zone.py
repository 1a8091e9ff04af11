"""Zones: what a piece of an article is for."""

from __future__ import annotations

from enum import StrEnum


class Zone(StrEnum):
    """The part an editor would call it. Each block stands in one zone; QUOTATION is laid over the others."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    KICKER = "kicker"
    BYLINE = "byline"
    DATELINE = "dateline"
    CROSSHEAD = "crosshead"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE = "table"
    CAPTION = "caption"
    CREDIT = "credit"
    PULLQUOTE = "pullquote"
    BLOCKQUOTE = "blockquote"
    EMBED = "embed"
    METADATA = "metadata"
    FURNITURE = "furniture"
    QUOTATION = "quotation"


PROSE = frozenset({Zone.STANDFIRST, Zone.PARAGRAPH, Zone.LIST_ITEM, Zone.CAPTION, Zone.PULLQUOTE})
TEXT = PROSE | {Zone.HEADLINE, Zone.CROSSHEAD}
ALL = frozenset(Zone)

GROUPS: dict[str, frozenset[Zone]] = {"prose": PROSE, "text": TEXT, "all": ALL}
"""Names that a rule's `zones` may use for several zones. Only `all` holds quotations."""
