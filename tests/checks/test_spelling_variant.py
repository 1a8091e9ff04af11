"""Spellings that are at home elsewhere."""

from __future__ import annotations

import pytest

RULE = "check: spelling-variant\nmessage: '{home}'\nlevels: {likely: suggestion}\nreal: [catalog]\n"
BRITISH = "colour centre theatre harbour neighbour behaviour defence kilometre favourite travelling"


@pytest.mark.parametrize(
    ("language", "marked", "home"),
    [
        ("en-AU", "the [[theater]] was [[criticized]]", "Australian"),
        ("en-GB", "the [[theater]] was criticized and criticised", "British"),
        ("en-US", "the theater was [[criticised]] for its [[colour]]", "American"),
        ("en-CA", "the [[theater]] was criticized", "Canadian"),
    ],
)
def test_the_language_says_what_is_right(rule, language: str, marked: str, home: str) -> None:
    assert set(rule(RULE).flags(marked, language=language).messages) == {home}


@pytest.mark.parametrize(
    "text",
    [
        "Pearl Harbor and the Lincoln Center",
        "a catalog",
        "“the theater”",
        "at theater.example.org",
        "the license, tire",
    ],
)
def test_what_is_left_alone(rule, text: str) -> None:
    rule(RULE).flags(text, language="en-GB")


def test_a_capital_counts_where_the_word_has_none_elsewhere(rule) -> None:
    rule(RULE).flags("[[Theaters]] close. The [[theaters]] reopen. Colors ran.", language="en-GB")


def test_an_article_shows_where_it_is_at_home(rule) -> None:
    assert rule(RULE).flags(f"{BRITISH} and one [[theater]]").levels == ["suggestion"]
    rule(RULE).flags("colour centre and one theater")
    rule(RULE).flags(f"{BRITISH} theater color center harbor neighbor")


@pytest.mark.parametrize("language", ["", "en-GB", "en-US"])
def test_a_second_choice_everywhere_is_a_suggestion(rule, language: str) -> None:
    checked = rule(f"{RULE}messages: {{second: second}}\n").flags(
        "the [[focussed]] crew committed it", language=language
    )
    assert (checked.messages, checked.levels) == (["second"], ["suggestion"])


def test_other_languages_are_passed_over(rule) -> None:
    rule(RULE).flags("the theater", language="fr")
