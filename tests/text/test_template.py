"""Templates of messages and replacements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.lexicon import EMPTY, Lexicon
from newslint.text.template import TemplateError, parse


@pytest.mark.parametrize(
    ("template", "filled"),
    [
        ("plain", "plain"),
        ("", ""),
        ("'{match}' says it twice", "'Big Ben' says it twice"),
        ("{match:lower}|{match:upper}", "big ben|BIG BEN"),
        ("{match:lower:capital}", "Big ben"),
        ("{match:lower:title}", "Big Ben"),
        ("{{match}}", "{match}"),
        ("{{{match}}}", "{Big Ben}"),
        ("{1:ordinal} anniversary", "fifth anniversary"),
        ("{1:words} of {2}", "five of 21"),
        ("{2:ordinal}, {2:words}", "21st, twenty-one"),
    ],
)
def test_fill(template: str, filled: str, lexicon: Lexicon) -> None:
    assert parse(template).fill({"match": "Big Ben", "1": "5", "2": "21"}, lexicon) == filled


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1", "first"), ("20", "twentieth"), ("21", "21st"), ("22", "22nd"), ("23", "23rd"), ("30", "30th"),
        ("100", "100th"), ("101", "101st"), ("111", "111th"), ("112", "112th"), ("1,003", "1,003rd"), ("05", "fifth"),
        ("five", "fifth"), ("Five", "Fifth"), ("twenty-one", "21st"), ("forty", "40th"), ("many", "many"),
        ("1.5", "1.5"), ("", ""), ("9" * 5000, "9" * 5000 + "th"),
    ],
)  # fmt: skip
def test_ordinals(value: str, expected: str, lexicon: Lexicon) -> None:
    assert parse("{n:ordinal}").fill({"n": value}, lexicon) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("five", "5"), ("Ninety-nine", "99"), ("one-two", "one-two"), ("ten-one", "ten-one")]
)
def test_digits(value: str, expected: str, lexicon: Lexicon) -> None:
    assert parse("{n:digits}").fill({"n": value}, lexicon) == expected


@given(st.integers(0, 99))
def test_words_and_digits_undo_each_other(lexicon: Lexicon, number: int) -> None:
    assert parse("{n:words:digits}").fill({"n": str(number)}, lexicon) == str(number)


def test_without_word_lists_a_number_stays() -> None:
    assert parse("{n:ordinal} {n:words}").fill({"n": "5"}, EMPTY) == "5 5"


@pytest.mark.parametrize(
    ("template", "position", "message"),
    [
        ("a {match", 2, "not closed"),
        ("a } b", 2, "without a '{'"),
        ("a {} b", 2, "no name"),
        ("a {mtach} b", 3, "did you mean 'match'?"),
        ("a {match:uper} b", 9, "did you mean 'upper'?"),
        ("a {match:lower:xyz} b", 15, "known: "),
        ("a {match b {match}", 2, "no name"),
    ],
)
def test_errors_say_where(template: str, position: int, message: str) -> None:
    with pytest.raises(TemplateError, match=message.replace("{", r"\{").replace("?", r"\?")) as caught:
        parse(template, {"match", "1"})
    assert caught.value.position == position


def test_names() -> None:
    assert parse("{match} {1:lower} {{x}}").names == {"match", "1"}


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        parse("{match}").fill({})


@given(st.text())
def test_any_text_escaped_comes_back(text: str) -> None:
    assert parse(text.replace("{", "{{").replace("}", "}}")).fill({}) == text


@given(st.text(alphabet="{}:ab1", max_size=30))
def test_any_template_is_read_or_refused_with_a_position(text: str) -> None:
    position = 0
    try:
        parse(text)
    except TemplateError as error:
        position = error.position
    assert 0 <= position < max(len(text), 1)
