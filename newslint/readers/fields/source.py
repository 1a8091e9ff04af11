"""Fields at hand in a program, written as the JSON text that the reader takes."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.model import Source
from newslint.readers.base import Unreadable


def to_source(fields: Mapping[str, object], path: str = "<fields>") -> Source:
    """The source of an article given as a mapping; dates and times are written in ISO form.

    Offsets of findings then count in this text; `Document.locate` gives the field and the place in it. Raises
    Unreadable where a value can't be written as JSON.
    """
    import json

    try:
        text = json.dumps(dict(fields), ensure_ascii=False, indent=2, default=_plain)
    except (TypeError, ValueError, RecursionError) as error:
        raise Unreadable(f"fields can't be written as JSON: {error}") from None
    return Source(text + "\n", path)


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    write = getattr(value, "isoformat", None)
    if write is None:
        raise TypeError(f"a value of type {type(value).__name__}")
    return write()
