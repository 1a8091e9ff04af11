"""Characters that look like others."""

import pytest

CYRILLIC = "check: look-alikes\nlooks: {а: a, е: e, о: o, С: C}\nbeside: '[A-Za-z]'\nwhole: '[A-Za-z]+'\n"
DIGITS = "check: look-alikes\nlooks: {O: '0', l: '1'}\nbeside: '\\d'\nwhole: '\\d{3,}'\nexcept: ['\\d+l']\n"


def test_a_word_of_two_alphabets_is_found_once_and_mended(rule) -> None:
    found = rule(CYRILLIC + "message: '{found}'").flags("The [[Pаrlаmеnt]] of Москва and [[Сost]] [[оf]] сат")
    assert found.messages == ["а, а, е", "С", "о"]
    assert found.offers == [["Parlament"], ["Cost"], ["of"]]


@pytest.mark.parametrize("text", ["Москва", "о о о", "pаж", "a-а", ""])
def test_words_of_one_alphabet_and_words_that_no_mending_makes_latin_are_left(rule, text) -> None:
    rule(CYRILLIC).flags(f"x {text} x")


def test_letters_in_numbers(rule) -> None:
    found = rule(DIGITS).flags("In [[2O19]] they sold 500l of [[1l0]] kinds at O2 on the 1O")
    assert found.offers == [["2019"], ["110"]]


def test_quotations_are_left_unless_named(rule) -> None:
    rule(CYRILLIC).flags("He said “Pаris”.")


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("check: look-alikes\nlooks: {ab: a}\nbeside: x", "found 'ab: a', expected two characters"),
        ("check: look-alikes\nlooks: {a: a}\nbeside: x", "found 'a: a', expected two characters"),
        ("check: look-alikes\nlooks: {a: b}\nbeside: '['", "'[' is no regular expression"),
        ("check: look-alikes\nlooks: {}\nbeside: x", "the key 'looks' names no character"),
    ],
)
def test_mistakes(refuses, text, mistake) -> None:
    assert refuses(text)[0].startswith(mistake)
