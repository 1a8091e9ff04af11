"""An article as read: blocks of plain text that know their places, and what is known about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.model.fix import Edit
from newslint.model.records import NamedTuple
from newslint.model.source import Source
from newslint.model.span import Span
from newslint.model.textmap import TextMap
from newslint.model.zone import Zone


class Block:
    """One paragraph-like unit: plain text without markup in one zone, and its map to the source.

    A line break inside a block is one space in `text`. U+FFFC stands for what is not prose (inline code, an image).
    `part` names the field it came from, "" where the article is one text.
    """

    __slots__ = ("_tidy", "index", "map", "part", "text", "zone")

    def __init__(self, zone: Zone, text_map: TextMap, part: str = "") -> None:
        self.zone = zone
        self.map = text_map
        self.text = text_map.text
        self.part = part
        self.index = -1
        """Place in `Document.blocks`, set by the document."""
        self._tidy: bool | None = None

    def __repr__(self) -> str:
        return f"Block({self.zone}, {self.text[:40]!r})"

    @property
    def tidy(self) -> bool:
        """Whether the only white space in `text` is single spaces."""
        if self._tidy is None:
            # White space other than a space is not printable.
            self._tidy = "  " not in self.text and self.text.isprintable()
        return self._tidy

    def span(self, start: int, end: int) -> Span:
        """Place in the source of a half-open range of `text`."""
        return self.map.span(start, end)

    def edit(self, start: int, end: int, new: str) -> Edit | None:
        """The edit that puts `new` in place of a range of `text`, or None where it would cut markup."""
        return self.map.edit(start, end, new)


class Note(NamedTuple):
    """Something a reader or decoder saw and does not judge, such as kind "not-utf8"."""

    kind: str
    span: Span
    detail: str = ""


class Directive(NamedTuple):
    """A comment of the source that speaks to newslint: `verb` and the words behind it."""

    verb: str
    arguments: str
    span: Span


class Part(NamedTuple):
    """A field of an article that came as fields: its name and its decoded text with the map to the source."""

    name: str
    map: TextMap


_STANDARD_KEYS = frozenset({"title", "published", "section", "language", "byline"})


class Metadata:
    """What is known about an article beside its text. `published` is an ISO date or date-time as written."""

    __slots__ = ("byline", "extra", "language", "published", "section", "title")

    def __init__(
        self,
        *,
        title: str = "",
        published: str = "",
        section: str = "",
        language: str = "",
        byline: str = "",
        extra: Mapping[str, str] | None = None,
    ) -> None:
        self.title = title
        self.published = published
        self.section = section
        self.language = language
        self.byline = byline
        self.extra = dict(extra or {})

    def get(self, key: str) -> str:
        """The value of a key, "" where it is not known."""
        return str(getattr(self, key)) if key in _STANDARD_KEYS else self.extra.get(key, "")

    def set(self, key: str, value: str) -> None:
        """Keep a value under a standard name or, for any other key, among the extras."""
        if key in _STANDARD_KEYS:
            setattr(self, key, value)
        else:
            self.extra[key] = value


class Document:
    """Source, blocks in reading order, and metadata. Readers make it; nobody changes it afterwards."""

    __slots__ = ("blocks", "directives", "format", "metadata", "notes", "parts", "source")

    def __init__(
        self,
        source: Source,
        blocks: Iterable[Block],
        metadata: Metadata | None = None,
        *,
        format: str = "text",
        notes: Iterable[Note] = (),
        directives: Iterable[Directive] = (),
        parts: Iterable[Part] = (),
    ) -> None:
        self.source = source
        self.blocks = tuple(blocks)
        self.metadata = metadata or Metadata()
        self.format = format
        self.notes = tuple(notes)
        self.directives = tuple(directives)
        self.parts = tuple(parts)
        for i, block in enumerate(self.blocks):
            block.index = i

    def zone(self, *zones: Zone) -> list[Block]:
        """The blocks of some zones, in reading order."""
        return [b for b in self.blocks if b.zone in zones]

    @property
    def headline(self) -> Block | None:
        """The first headline block, if there is one."""
        return next((b for b in self.blocks if b.zone is Zone.HEADLINE), None)

    def locate(self, span: Span) -> tuple[str, Span] | None:
        """The field a span of the source lies in and its place in that field's text; None outside fields."""
        for part in self.parts:
            start = part.map.find(span.start)
            if start is not None:
                last = part.map.find(span.end - 1) if span.end > span.start else None
                return part.name, Span(start, start if last is None else last + 1)
            if span.start == span.end:  # an empty span at a field's end stands behind its last character
                end = len(part.map.text)
                if part.map.span(end, end).start == span.start:
                    return part.name, Span(end, end)
        return None
