"""The articles of an archive, read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.model import Document, ReadError
from newslint.readers import ReadContext, UnknownFormat, Unreadable, read_bytes
from newslint.runner.checker import options
from newslint.runner.find import Found
from newslint.text.lexicon import Lexicon


def documents(found: Iterable[Found], lexicon: Lexicon) -> Iterator[Document | ReadError]:
    """The documents of what `find` found, in its order, and what could not be read."""
    for target in found:
        if isinstance(target, ReadError):
            yield target
            continue
        config = target.config
        context = ReadContext(lexicon, config.metadata_of(target.path), options(config))
        try:
            with open(target.path, "rb") as file:
                data = file.read()
            yield read_bytes(data, target.path, target.format, context)
        except (UnknownFormat, Unreadable) as error:
            yield ReadError(target.path, str(error))
        except OSError as error:
            yield ReadError(target.path, f"cannot be read: {error.strerror}")
