"""Templates of messages and replacements: "{match}", "{1:ordinal} anniversary", "{name:upper}"; "{{" is a brace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from newslint.model.records import NamedTuple
from newslint.storage.expressions import expression
from newslint.text import casing
from newslint.text.lexicon import EMPTY, Lexicon

_BRACE = expression("[{}]")
_FIGURE = expression(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+")


class TemplateError(ValueError):
    """A template that can't be read. `position` is the offset of the fault in the template, in code points."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class Slot(NamedTuple):
    """A place to fill: the value's name, the formats to put it through in turn, its offset in the template."""

    name: str
    formats: tuple[str, ...]
    position: int


class Template:
    """A template, read once. Make it with `parse`."""

    __slots__ = ("_form", "_pieces", "around", "plain", "text")

    def __init__(self, text: str, pieces: list[str | Slot]) -> None:
        self.text = text
        self._pieces = pieces
        self.plain: str | None = None
        """The text with its values in place, if it needs none."""
        self.around: tuple[str, str] | None = None
        """What stands before and behind "{match}", if that is all it needs, once and as it is."""
        self._form = ""
        """For the operator %, if no value goes through a format."""
        slots = [p for p in pieces if isinstance(p, Slot)]
        if not slots:
            self.plain = "".join(map(str, pieces))
        elif all(slot.name.isalnum() and not slot.formats for slot in slots):
            texts = [f"%({p.name})s" if isinstance(p, Slot) else p.replace("%", "%%") for p in pieces]
            self._form = "".join(texts)
            if len(slots) == 1 and slots[0].name == "match":
                at = pieces.index(slots[0])
                self.around = "".join(map(str, pieces[:at])), "".join(map(str, pieces[at + 1 :]))

    @property
    def names(self) -> frozenset[str]:
        """The names of the values it needs."""
        return frozenset(p.name for p in self._pieces if isinstance(p, Slot))

    def fill(self, values: Mapping[str, str], lexicon: Lexicon = EMPTY) -> str:
        """The text with its values in place. The lexicon has the words of `ordinal`, `words`, `digits` and `title`.

        A value that a format can't use ("many" as an ordinal) stays as it is. Raises KeyError for a missing value.
        """
        if self.plain is not None:
            return self.plain
        if self._form:
            return self._form % values
        parts = []
        for piece in self._pieces:
            if isinstance(piece, str):
                parts.append(piece)
                continue
            value = values[piece.name]
            for name in piece.formats:
                value = FORMATS[name](value, lexicon)
            parts.append(value)
        return "".join(parts)


def parse(text: str, names: Collection[str] | None = None) -> Template:
    """Read a template. `names`: the values that there will be; None lets any name pass.

    Raises TemplateError for a brace without partner and for an unknown name or format.
    """
    pieces: list[str | Slot] = []
    literal: list[str] = []
    at = 0
    while at < len(text):
        found = _BRACE.search(text, at)
        brace = found.start() if found else len(text)
        literal.append(text[at:brace])
        if not found:
            break
        if text[brace : brace + 2] in ("{{", "}}"):
            literal.append(text[brace])
            at = brace + 2
            continue
        end = text.find("}", brace)
        if text[brace] == "}":
            raise TemplateError("'}' without a '{' before it; write '}}' for a brace", brace)
        if end < 0:
            raise TemplateError("'{' is not closed; write '{{' for a brace", brace)
        pieces.append("".join(literal))
        literal = []
        pieces.append(_slot(text, brace, end, names))
        at = end + 1
    pieces.append("".join(literal))
    return Template(text, [p for p in pieces if p != ""])


def _slot(text: str, brace: int, end: int, names: Collection[str] | None) -> Slot:
    name, *formats = text[brace + 1 : end].split(":")
    at = brace + 1
    if not name or any(c.isspace() or c == "{" for c in name):
        raise TemplateError(f"{text[brace : end + 1]!r} has no name to fill in", brace)
    if names is not None and name not in names:
        raise TemplateError(_unknown("value", name, names), at)
    at += len(name) + 1
    for format in formats:
        if format not in FORMATS:
            raise TemplateError(_unknown("format", format, FORMATS), at)
        at += len(format) + 1
    return Slot(name, tuple(formats), brace)


def _unknown(what: str, found: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(found, list(known), 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(sorted(known)) or 'none'}"
    return f"unknown {what} {found!r}; {hint}"


def ordinal(value: str, lexicon: Lexicon) -> str:
    """A number as an ordinal: "5" and "five" give "fifth", "21" "21st"; what is no whole number stays.

    Words up to the end of the list `ordinals`, figures beyond.
    """
    figure = digits(value, lexicon)
    words = _ordinals(lexicon)
    if not words or not _FIGURE.fullmatch(figure):
        return value
    plain = figure.replace(",", "").lstrip("0")
    if plain in words:
        return casing.capital(words[plain]) if casing.kind(value) != "lower" else words[plain]
    low = plain[-2:].lstrip("0")
    last = words.get(low) or words.get(plain[-1:]) or words.get("1" + plain[-1:], "")
    return figure + lexicon["ordinals"].get(last, "suffix")


def spelled(value: str, lexicon: Lexicon) -> str:
    """A whole number below 100 in words: "5" gives "five", "21" "twenty-one"; others stay."""
    words = {number: word for word, number in _cardinals(lexicon).items()}
    plain = value.lstrip("0") or "0"
    if not (len(value) <= 2 and value.isascii() and value.isdigit()):
        return value
    if plain in words:
        return words[plain]
    tens, ones = words.get(plain[0] + "0"), words.get(plain[1:])
    return f"{tens}-{ones}" if tens and ones else value


def digits(value: str, lexicon: Lexicon) -> str:
    """A number in words below 100 as figures: "twenty-one" gives "21"; others stay."""
    numbers = _cardinals(lexicon)
    parts = value.lower().replace("\u2011", "-").split("-")
    if len(parts) > 2 or not all(p in numbers for p in parts):
        return value
    if len(parts) == 2 and (len(numbers[parts[0]]) != 2 or numbers[parts[0]] < "20" or len(numbers[parts[1]]) != 1):
        return value
    return str(sum(int(numbers[p]) for p in parts))


def _ordinals(lexicon: Lexicon) -> dict[str, str]:
    words = lexicon["ordinals"]
    return {words.get(w, "number"): w for w in words}


def _cardinals(lexicon: Lexicon) -> dict[str, str]:
    words = lexicon["cardinals"]
    return {w: words.get(w, "number") for w in words}


def _unescape(value: str) -> str:
    """The characters that entities of HTML stand for; escaped twice, they are unescaped twice."""
    from html import unescape

    once = unescape(value)
    return unescape(once) if once != value else value


FORMATS: dict[str, Callable[[str, Lexicon], str]] = {
    "lower": lambda value, _: value.lower(),
    "upper": lambda value, _: value.upper(),
    "capital": lambda value, _: casing.capital(value),
    "title": lambda value, lexicon: casing.title(value, lexicon["small-words"]),
    "ordinal": ordinal,
    "words": spelled,
    "digits": digits,
    "unescape": lambda value, _: _unescape(value),
}
"""Format name -> function of the value and the lexicon."""
