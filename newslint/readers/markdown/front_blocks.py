"""Which values of front matter are text of the article, and what they say about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newslint.model import Block, Codec, Metadata, Note, Span, Zone
from newslint.readers.markdown.front import Matter, find
from newslint.readers.markdown.front_text import Problem, Scalar, escaped
from newslint.readers.markdown.inline import Piece, place, text_map, trimmed

KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "headline", "hed"),
    "standfirst": ("standfirst", "description", "summary", "deck", "dek", "subtitle", "excerpt"),
    "kicker": ("kicker", "overline"),
    "byline": ("byline", "author", "authors"),
    "published": ("published", "published_at", "publishdate", "pubdate", "datepublished", "date"),
    "section": ("section", "category", "categories"),
    "language": ("language", "lang", "locale"),
    "tags": ("tags", "tag", "keywords", "topics", "categories", "category"),
    "caption": ("caption", "image_caption", "alt", "image_alt"),
}
"""Our name -> the keys that give it, the strongest first, in lower case. The configuration can name others."""

_ZONES = {
    "tags": Zone.METADATA,
    "kicker": Zone.KICKER,
    "title": Zone.HEADLINE,
    "standfirst": Zone.STANDFIRST,
    "byline": Zone.BYLINE,
    "caption": Zone.CAPTION,
}
"""What becomes blocks, in reading order."""


def wanted_keys(option: object) -> dict[str, tuple[str, ...]]:
    """The keys by our names, with those that the configuration names in place of the defaults."""
    keys = dict(KEYS)
    if isinstance(option, Mapping):
        for name, given in option.items():
            listed = [given] if isinstance(given, str) else given
            if name in keys and isinstance(listed, Iterable):
                keys[name] = tuple(str(key).lower() for key in listed)
    return keys


def blocks(text: str, matter: Matter, option: object = None) -> tuple[list[Block], Metadata, list[Note]]:
    """The blocks, metadata and notes of front matter. `option` is the reader's option `front_matter`."""
    keys = wanted_keys(option)
    by_path: dict[str, list[Scalar]] = {}
    for scalar in matter.front.scalars:
        if scalar.style != "other" or scalar.value.lower() not in ("", "~", "null"):
            by_path.setdefault(scalar.path.lower(), []).append(scalar)
    problems = list(matter.front.problems)
    found: dict[str, list[list[Scalar]]] = {}
    taken: set[str] = set()
    for name, paths in keys.items():
        for path in paths:
            values = by_path.get(path, []) + by_path.get(f"{path}.name", [])
            if values:
                found.setdefault(name, []).append(values)
                taken.add(path)
    # Jekyll's `published: true` is no date.
    dates = [group[-1].value for group in found.get("published", ())]
    metadata = Metadata(
        title=_one(found.get("title")),
        published=next((v for v in dates if any(c.isdigit() for c in v)), ""),
        section=_first(found.get("section")),
        language=_one(found.get("language")),
        byline=", ".join(s.value for s in found["byline"][0]) if "byline" in found else "",
    )
    for path, values in by_path.items():
        if path not in taken and "." not in path and len(values) == 1:
            metadata.extra[values[0].path] = values[0].value
    made: list[Block] = []
    shown: set[str] = set()
    for name, zone in _ZONES.items():
        for i, group in enumerate(found.get(name, ())):
            single = name in ("title", "kicker", "standfirst")
            for scalar in group[-1:] if single else group:
                if not scalar.pieces:
                    if scalar.value.strip() and scalar.style != "other":
                        problems.append(Problem(0, 0, f"the place of {scalar.path!r} is not known"))
                    continue
                # A second key for the same thing is an alternative, not a second headline.
                place = zone if not i or name not in ("title", "kicker") else Zone.METADATA
                if scalar.value in shown and place is not Zone.HEADLINE:
                    place = Zone.METADATA
                shown.add(scalar.value)
                made += _paragraphs(text, matter, scalar, place)
    made.sort(key=lambda b: b.zone is not Zone.METADATA)
    size = len(text)
    notes = [
        Note("front-matter", Span(min(p.start + matter.start, size), min(p.end + matter.start, size)), p.detail)
        for p in problems
    ]
    return made, metadata, notes


def _one(groups: list[list[Scalar]] | None) -> str:
    return " ".join(groups[0][-1].value.split()) if groups else ""


def _first(groups: list[list[Scalar]] | None) -> str:
    return " ".join(groups[0][0].value.split()) if groups else ""


def _paragraphs(text: str, matter: Matter, scalar: Scalar, zone: Zone) -> list[Block]:
    """The blocks of a value: an empty line parts them, except in a headline; other line breaks are spaces."""
    groups: list[list[Piece]] = [[]]
    # Where lines are folded, the value has one line break less than the source.
    parting = 1 if scalar.style in ("plain", "single", "double", "folded") else 2
    for piece in scalar.pieces:
        start, end = piece.start + matter.start, piece.end + matter.start
        breaks = piece.text.count("\n")
        if breaks and not piece.text.strip("\n"):
            last = groups[-1][-1] if groups[-1] else None
            if zone is not Zone.HEADLINE and (
                (breaks >= parting and piece.kind == "break") or breaks > 1 or (last and last.kind == "break")
            ):
                groups.append([])
            else:
                groups[-1].append(Piece(" ", start, end, "break"))
        else:
            groups[-1].append(Piece(piece.text, start, end))
    codec = _codec(text, matter, scalar)
    made = []
    for group in groups:
        pieces = trimmed(group)
        if any(p.text.strip() for p in pieces):
            made.append(Block(zone, text_map(pieces, text, codec)))
    return made


def _codec(text: str, matter: Matter, scalar: Scalar) -> Codec:
    """Writes new text into a value as its style wants it, where the front matter then reads as it should."""

    def encode(new: str, _source: str, start: int, end: int) -> str | None:
        if scalar.alias or "\n" in new or "\r" in new:
            return None
        written = new
        if scalar.style == "single":
            written = new.replace("'", "''")
        elif scalar.style in ("double", "basic"):
            written = escaped(new)
        return written if _reads(text, matter, scalar, new, written, start, end) else None

    return Codec(f"{matter.format}-{scalar.style}", encode)


def _reads(text: str, matter: Matter, scalar: Scalar, new: str, written: str, start: int, end: int) -> bool:
    """Whether the front matter with `written` in place has the value changed so and all others as they were."""
    low, high = start - matter.start, end - matter.start
    value = scalar.value
    wanted = value[: place(scalar.pieces, low)] + new + value[place(scalar.pieces, high, ends=True) :]
    again = find(text[:start] + written + text[end : matter.body])
    if again is None or (again.start, again.end) != (matter.start, matter.end + len(written) - (end - start)):
        return False
    expected = [(s.path, wanted if s is scalar else s.value, s.style) for s in matter.front.scalars if not s.alias]
    return [(s.path, s.value, s.style) for s in again.front.scalars if not s.alias] == expected
