"""Case as `re` sees it, for every character there is."""

import re
import sys

import pytest

from newslint.matching.folding import UNSURE, fold, variants
from newslint.text.tokens import WORD

CASED = [
    chr(code) for code in range(sys.maxunicode + 1) if chr(code).lower() != chr(code) or fold(chr(code)) != chr(code)
]


def test_folded_letters_match_each_other() -> None:
    for char in CASED:
        assert re.match(re.escape(fold(char)), char, re.IGNORECASE), hex(ord(char))
        assert re.match(re.escape(char), fold(char), re.IGNORECASE), hex(ord(char))


@pytest.mark.slow
def test_letters_that_match_fold_alike() -> None:
    everything = "".join(chr(code) for code in range(sys.maxunicode + 1))
    for char in {fold(char) for char in CASED}:
        found = re.findall(re.escape(char), everything, re.IGNORECASE)
        assert {fold(other) for other in found} == {char}
        assert set(found) == set(variants(char))


def test_surprises() -> None:
    assert fold("ſtraße") == "straße"
    assert fold("\u212aelvin") == "kelvin"
    assert fold("DİYARBAKIR") == "diyarbakir"
    assert fold("ısı") == "isi"
    assert fold("ΟΔΟΣ") == fold("οδος") == fold("οδοσ")


def test_length_stays() -> None:
    assert all(len(fold(char)) == 1 for char in CASED)


def test_words_stay_words() -> None:
    changed = {char for char in CASED if bool(WORD.match(fold(char))) != bool(WORD.match(char))}
    assert changed <= UNSURE
