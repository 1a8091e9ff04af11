"""Case of words, and replacements that follow it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.casing import at_sentence_start, capital, follow, is_title, kind, title
from newslint.text.lexicon import Lexicon


@pytest.mark.parametrize(
    ("word", "case"),
    [
        ("adviser", "lower"), ("Adviser", "capital"), ("ADVISER", "upper"), ("McKay", "mixed"), ("iPhone", "mixed"),
        ("A", "capital"), ("a", "lower"), ("", "lower"), ("42", "lower"), ("G20", "capital"), ("US", "upper"),
        ("One-year", "capital"), ("One-Year", "mixed"), ("ONE-YEAR", "upper"), ("Élan", "capital"), ("ÉLAN", "upper"),
        ("don't", "lower"), ("Don’t", "capital"), ("ǅungla", "capital"), ("東京", "lower"), ("3D", "capital"),
    ],
)  # fmt: skip
def test_kind(word: str, case: str) -> None:
    assert kind(word) == case


@pytest.mark.parametrize(
    ("found", "replacement", "expected"),
    [
        ("one-year", "first", "first"),
        ("One-year", "first", "First"),
        ("ONE-YEAR", "first", "FIRST"),
        ("One-Year", "first", "First"),
        ("One-Year Low", "yearly low", "Yearly Low"),
        ("Due to the fact that", "because", "Because"),
        ("end of the day", "close of the day", "close of the day"),
        ("End of the Day", "close of the day", "Close of the Day"),
        ("utilise", "use", "use"),
        ("Smart phone", "iPhone", "iPhone"),
        ("washington dc", "Washington DC", "Washington DC"),
        ("Noon", "12pm", "12pm"),
        ("A", "an", "An"),
        ("NO-ONE", "no one", "NO ONE"),
        ("Per cent", "%", "%"),
        ("Don't", "do not", "Do not"),
        ("US president", "president", "President"),
        ("the NATO", "the alliance", "the alliance"),
    ],
)
def test_follow(found: str, replacement: str, expected: str, lexicon: Lexicon) -> None:
    assert follow(found, replacement, small=lexicon["small-words"]) == expected


def test_a_rule_about_case_means_its_replacement() -> None:
    assert follow("NATO", "Nato", literal="NATO") == "Nato"
    assert follow("NATO", "Nato") == "NATO"


@given(st.text(), st.text())
def test_follow_changes_nothing_but_case(found: str, replacement: str) -> None:
    assert follow(found, replacement).casefold() == replacement.casefold()


def test_title_leaves_small_words_and_own_capitals(lexicon: Lexicon) -> None:
    assert title("the rise of the iPhone", lexicon["small-words"]) == "The Rise of the iPhone"
    assert is_title("The Rise of the Robots", lexicon["small-words"])
    assert not is_title("The rise of the robots", lexicon["small-words"])
    assert not is_title("Robots")
    assert not is_title("ROBOTS RISE")


def test_capital_passes_over_marks_and_figures() -> None:
    assert capital("“yes”") == "“Yes”"
    assert capital("12 noon") == "12 noon"
    assert capital("") == ""


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("Rain fell. Then it stopped.", "Rain", True),
        ("Rain fell. Then it stopped.", "Then", True),
        ("Rain fell. Then it stopped.", "it", False),
        ("Rain fell. “Then” it stopped.", "Then", True),
        ("Rain fell, she said: “Then it stopped.”", "Then", True),
        ("Rain fell (Then) it stopped.", "Then", False),
        ("– Rain fell.", "Rain", True),
    ],
)
def test_sentence_start(text: str, word: str, start: bool) -> None:
    stop = text.find(". ") + 2 if ". " in text else 0
    spans = [(0, stop - 1), (stop, len(text))] if stop else [(0, len(text))]
    assert at_sentence_start(text, text.index(word), spans) is start
