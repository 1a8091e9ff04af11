"""Which digits a character may have been meant for, by the layouts of the word list `keyboards`."""

from __future__ import annotations

from newslint.text.lexicon import Lexicon

DIGITS = "1234567890"


def _table(lexicon: Lexicon) -> dict[str, list[str]]:
    """Character -> digits, those of the most layouts first; layouts earlier in the list break ties."""
    table: dict[str, list[str]] | None = lexicon.cache.get("keyboards")
    if table is None:
        counts: dict[str, dict[str, int]] = {}
        layouts = lexicon["keyboards"]
        for layout in layouts:
            for digit, character in zip(DIGITS, layouts.get(layout, "keys"), strict=False):
                # Letters and marks within words ("é", "-", "'") tell nothing: they stand everywhere.
                if not character.isalnum() and character not in "-'_/":
                    by_digit = counts.setdefault(character, {})
                    by_digit[digit] = by_digit.get(digit, 0) + 1
        table = {c: sorted(d, key=lambda x, d=d: -d[x]) for c, d in counts.items()}  # type: ignore[misc]
        lexicon.cache["keyboards"] = table
    return table


def characters(lexicon: Lexicon) -> frozenset[str]:
    """All characters that stand on a digit's key in some layout, letters and marks within words left out."""
    return frozenset(_table(lexicon))


def digits_for(character: str, lexicon: Lexicon) -> list[str]:
    """The digits whose key gives the character, the likeliest first; [] for any other character."""
    return _table(lexicon).get(character, [])
