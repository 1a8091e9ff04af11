"""What a reader is, and which one reads what. Reader modules are imported only when their format comes up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache

from newslint.model import Document, Note, Source
from newslint.readers.decoding import Unreadable as Unreadable
from newslint.readers.decoding import decode
from newslint.text.lexicon import EMPTY, Lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

BUILT_IN: dict[str, str] = {
    "text": "newslint.readers.plain:read",
    "markdown": "newslint.readers.markdown:read",
    "html": "newslint.readers.html:read",
    "fields": "newslint.readers.fields:read",
}
"""Format name -> module:function of the built-in readers."""

SUFFIXES: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".article.json": "fields",
}
"""File suffix -> format name; the longest that fits wins."""

GROUP = "newslint.readers"
"""Entry point group of further readers. An entry's name is its format's name, and the suffix of the files it reads:
`shout` reads *.shout. It loads to a Reader."""


class ReadContext:
    """What a reader may know beside the text.

    lexicon: language data (credit words, networks, bylines). metadata: values that a flag or the configuration gives,
    stronger than what the text says. options: the reader's settings from the configuration, by name.
    """

    __slots__ = ("lexicon", "metadata", "options")

    def __init__(
        self,
        lexicon: Lexicon = EMPTY,
        metadata: Mapping[str, str] | None = None,
        options: Mapping[str, object] | None = None,
    ) -> None:
        self.lexicon = lexicon
        self.metadata = dict(metadata or {})
        self.options = dict(options or {})


Reader = Callable[[Source, ReadContext], Document]
"""Reads decoded text. Raises Unreadable where the text can't be its format at all."""


class UnknownFormat(ValueError):
    """No reader knows the suffix or format name."""


def formats() -> list[str]:
    """Names of the built-in formats."""
    return list(BUILT_IN)


def known_formats() -> list[str]:
    """Names of the formats, those of plug-ins too."""
    return [*BUILT_IN, *sorted(_installed())]


def knows(format: str) -> bool:
    """Whether there is a reader for a format."""
    return format in BUILT_IN or format in _installed()


def format_of(path: str) -> str | None:
    """The format of a path by its suffix, or None where the suffix is not known."""
    name = path.lower()
    fits = [suffix for suffix in SUFFIXES if name.endswith(suffix)]
    if fits:
        return SUFFIXES[max(fits, key=len)]
    _, dot, suffix = name.rpartition(".")
    return suffix if dot and suffix.isidentifier() and suffix in _installed() else None


@cache
def _installed() -> dict[str, EntryPoint]:
    """Readers of plug-ins by format. Looked up only for a name that is not our own: it takes 30 ms."""
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=GROUP) if entry.name not in BUILT_IN}


@cache
def _built_in(format: str) -> Reader:
    module, _, name = BUILT_IN[format].partition(":")
    reader: Reader = getattr(__import__(module, fromlist=[name]), name)
    return reader


def _reader(format: str) -> Reader:
    if format in BUILT_IN:
        return _built_in(format)
    entry = _installed().get(format)
    if entry is None:
        raise UnknownFormat(f"unknown format {format!r}; known: {', '.join(known_formats())}")
    try:
        found: Reader = entry.load()
    except Exception as error:
        # A plug-in's import may fail in any way; the other files are still to be read.
        raise UnknownFormat(f"the reader of the format {format!r} can't be loaded: {error}") from error
    return found


def read(source: Source, format: str, context: ReadContext | None = None, notes: Iterable[Note] = ()) -> Document:
    """Read a source in a named format; `notes` of the decoding go before the reader's own.

    Raises UnknownFormat or Unreadable.
    """
    reader = _reader(format)
    context = context or ReadContext()
    document = reader(source, context)
    document.notes = (*notes, *document.notes)
    for key, value in context.metadata.items():
        document.metadata.set(key, value)
    return document


def read_bytes(data: bytes, path: str, format: str, context: ReadContext | None = None) -> Document:
    """Decode a file's bytes and read them in a named format. Raises UnknownFormat or Unreadable."""
    source, notes = decode(data, path)
    return read(source, format, context, notes)
