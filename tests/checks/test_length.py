"""length: blocks, sentences and whole articles."""

from __future__ import annotations

import pytest

HEADLINE = """
check: length
zones: [headline]
message: "{count} characters, at most {most}"
messages: {short: "{count} characters, at least {least}"}
least: 10
most: 30
"""
SENTENCE = """
check: length
zones: [paragraph]
message: "{count} words"
of: sentence
unit: words
most: 5
"""


def test_headlines(rule) -> None:
    assert rule(HEADLINE).flags("headline: [[Harbour bridge to close for ten weeks]]").messages == [
        "37 characters, at most 30"
    ]
    assert rule(HEADLINE).flags("headline: [[No bridge]]").messages == ["9 characters, at least 10"]
    rule(HEADLINE).flags("headline: Bridge to close\nNo")
    rule(HEADLINE).flags("headline: " + "😀" * 30)


def test_sentences(rule) -> None:
    found = rule(SENTENCE).flags("It isn't a well-known bridge. [[Mr. Tran paid $3.5m – too much – for it.]] It fell.")
    assert found.messages == ["8 words"]


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ("of: document\nunit: words\nmost: 3", "[[one two]]\nthree four"),
        ("of: document\nunit: words\nmost: 4", "one two\nthree four"),
        ("of: document\nunit: words\nleast: 5", "[[one two]]\nthree four"),
        ("of: block\nunit: words\nmost: 2", "one two\n[[one two three]]"),
        ("least: 0\nmost: 3", "one\n[[four]]"),
    ],
)
def test_units(rule, settings: str, marked: str) -> None:
    rule(f"check: length\n{settings}").flags(marked)


def test_other_people_s_sentences(rule) -> None:
    rule(SENTENCE).flags("“I never saw such a bridge in my life.”")
    rule(SENTENCE).flags("[[“I never saw it,” she said on Monday.]]")
    rule(SENTENCE.replace("[paragraph]", "[paragraph, quotation]")).flags("[[“I never saw such a bridge in my life.”]]")


def test_an_empty_article(rule) -> None:
    rule("check: length\nof: document\nleast: 5").flags("")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("unit: words", "one of the keys 'least' and 'most' is needed"),
        ("least: 5\nmost: 4", "found 4, expected at least 5 as 'least' says"),
        ("most: 0", "found '0', expected a whole number from 1 to 1000000"),
    ],
)
def test_what_is_refused(refuses, more: str, message: str) -> None:
    assert refuses(f"check: length\n{more}") == [message]
