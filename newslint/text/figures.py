"""The numbers of a text with their values, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model.records import NamedTuple
from newslint.storage.expressions import expression
from newslint.text.lexicon import Lexicon

_WORD = r"[^\W\d_]+"
_FIGURE = expression(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?")
_SCALE = expression(rf"[ -]?({_WORD})")
_SPACES = expression(r"[\s-]+(?:and\s+)?")
_LETTERS = expression(_WORD)
_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


class Figure(NamedTuple):
    """A number at a half-open range of a text. step: the value of one in its last digit that is not nought, so that
    3,000 has a step of 1,000 and 3.2m one of 100,000: it may stand for what is rounded to it."""

    start: int
    end: int
    value: float
    step: float


class _Words(NamedTuple):
    numbers: dict[str, float]
    scales: dict[str, float]


def figures(text: str, lexicon: Lexicon) -> Iterator[Figure]:
    """The numbers of a text in figures, with the word of scale that follows (5m, 3 billion)."""
    if not any(map(str.isdigit, text)):
        return
    scales = _words(lexicon).scales
    for m in _FIGURE.finditer(text):
        digits = m.group().replace(",", "")
        end, scale = m.end(), 1.0
        word = _SCALE.match(text, end)
        if word and word.group(1).lower() in scales:
            scale, end = scales[word.group(1).lower()], word.end()
        elif text[end : end + 1] in _FRACTIONS:
            yield Figure(m.start(), end + 1, float(digits) + _FRACTIONS[text[end]], 0.25)
            continue
        whole, _, decimals = digits.partition(".")
        if decimals:
            step = 10.0 ** -len(decimals)
        else:
            step = 10.0 ** (len(whole) - len(whole.rstrip("0"))) if whole.strip("0") else 1.0
        yield Figure(m.start(), end, float(digits) * scale, step * scale)


def spelled(text: str, lexicon: Lexicon) -> Iterator[Figure]:
    """The numbers of a text in words: "twenty-one", "two hundred thousand", "third", "a dozen"."""
    numbers, scales = _words(lexicon)
    value, start, end = 0.0, -1, 0
    for m in [*_LETTERS.finditer(text), None]:
        low = m.group().lower() if m else ""
        joins = m is not None and start >= 0 and _SPACES.fullmatch(text, end, m.start()) is not None
        if m and joins and low in scales and len(low) > 2:
            value, end = max(value, 1.0) * scales[low], m.end()
            continue
        if m and joins and low in numbers and 20 <= value % 100 < 100 and numbers[low] < 10:
            value, end = value + numbers[low], m.end()
            continue
        if start >= 0:
            yield Figure(start, end, value, 1.0)
            start = -1
        if m and low in numbers:
            value, start, end = numbers[low], m.start(), m.end()
        elif m and low in scales and len(low) > 2:
            value, start, end = scales[low], m.start(), m.end()


def _words(lexicon: Lexicon) -> _Words:
    """Number words by value, made once."""
    found: _Words | None = lexicon.cache.get("figures")
    if found is None:
        numbers = {
            w: float(lexicon[name].get(w, "number", "0")) for name in ("ordinals", "cardinals") for w in lexicon[name]
        }
        scales = lexicon["number-scales"]
        found = _Words(numbers, {w: float(scales.get(w, "number", "1")) for w in scales})
        lexicon.cache["figures"] = found
    return found
