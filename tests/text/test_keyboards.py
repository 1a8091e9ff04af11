"""Which digit a character stands for when Shift was held, by layout."""

import pytest

from newslint.text.keyboards import characters, digits_for
from newslint.text.lexicon import EMPTY, Lexicon


@pytest.mark.parametrize(
    ("character", "digits"),
    [
        ("&", ["7", "6", "1"]),  # US, then German and Spanish, then French
        ("@", ["2"]),
        ("*", ["8"]),
        ("(", ["9", "8", "5"]),
        (")", ["0", "9"]),
        ("£", ["3"]),
        ("§", ["3"]),
        ('"', ["2", "3"]),
        ("7", []),
        ("a", []),
        ("'", []),
        ("-", []),
    ],
)
def test_digits_likeliest_first(character: str, digits: list[str], lexicon: Lexicon) -> None:
    assert digits_for(character, lexicon) == digits


def test_every_layout_has_ten_keys(lexicon: Lexicon) -> None:
    layouts = lexicon["keyboards"]
    assert all(len(layouts.get(name, "keys")) == 10 for name in layouts)


def test_characters_are_those_with_digits(lexicon: Lexicon) -> None:
    found = characters(lexicon)
    assert {"&", "@", "*", "(", ")", "£", "%"} <= found
    assert all(digits_for(c, lexicon) for c in found)


def test_without_layouts_nothing_is_a_slip() -> None:
    assert characters(EMPTY) == frozenset()
    assert digits_for("&", EMPTY) == []
