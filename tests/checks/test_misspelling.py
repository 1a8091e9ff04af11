"""Misspelt words: those of a list, and slips of the fingers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks.misspelling import _dropped, _turned

RULE = "check: misspelling\nwords: [government, business, people, state, musical]\nreal: [gouvernement]\nswap: {teh: the, alot: a lot, febuary: February}\n"


def test_turned_dropped_and_doubled_letters(rule) -> None:
    found = rule(RULE).flags("the [[govermnent]] of [[poeple]], [[goverment]] [[governmennt]] and [[busines]]")
    assert [o[0] for o in found.offers] == ["government", "people", "government", "government", "business"]


def test_known_misspellings_follow_the_case(rule) -> None:
    assert (
        rule(RULE).fixed("x\n\nTeh mill took alot in febuary, and TEH end.\n")
        == "x\n\nThe mill took a lot in February, and TEH end.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The governments and the states are musica and stat and overnment",  # other words, foreign ones, cut ones
        "Mr Poeple spoke of Teh Wong",  # names
        "see goverment.example.org, @goverment, /goverment, goverment@example.org and [g]overnment",
        "gouvernement",
    ],
)
def test_what_is_left_alone(rule, text: str) -> None:
    rule(RULE).flags(text)


def test_long_words_with_a_capital_count_inside_a_sentence_with_less_certainty(rule) -> None:
    assert rule(RULE).flags("The [[Goverment]] met. [[Goverment]] is hard.").levels == ["warning", "error"]


def test_possessives_and_quoted_words_count(rule) -> None:
    rule(RULE + "zones: [all]").flags("the [[goverment]]’s day, a ‘[[poeple]] state’ and well-[[govermnent]]")


def test_names_as_words(rule) -> None:
    towns = rule("check: misspelling\nwords: [Woolloomooloo, Paramatta]\nnames: yes\n")
    found = towns.flags("From [[Wooloomooloo]] to wooloomooloo and [[Parammatta]], not Paramatt")
    assert found.offers == [["Woolloomooloo"], ["Paramatta"]]


def test_articles_in_other_languages_are_passed_over(rule) -> None:
    rule(RULE).reads("x\n\nteh poeple\n", language="fr")
    rule(RULE).reads("x\n\n[[teh]] [[poeple]]\n", language="en-AU")


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("check: misspelling", "one of the keys 'words' and 'swap' is needed"),
        ("check: misspelling\nswap: {teh: teh}", "'teh' is replaced by itself"),
    ],
)
def test_mistakes(refuses, text: str, mistake: str) -> None:
    assert refuses(text)[0].startswith(mistake)


WORDS = st.text("abc", min_size=3, max_size=8)


@settings(max_examples=60)
@given(WORDS, st.data())
def test_what_counts_as_turned_and_dropped(word: str, data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(word) - 2))
    turned = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    assert _turned(turned, word) == (turned != word)
    dropped = word[: i + 1] + word[i + 2 :]
    if dropped[: i + 1] == word[: i + 1] and i + 2 < len(word):
        assert _dropped(dropped, word)
