"""capitalization: names with capitals of their own, and the capitals of whole blocks."""

from __future__ import annotations

import pytest

NAMES = """
check: capitalization
zones: [all]
terms: [YouTube, McDonald's, eBay, New York-style, '@weekdays']
except: [youtube.example]
"""
HEADLINE = """
check: capitalization
zones: [headline]
message: not in {style} case
style: sentence
accept: [NHS]
"""


def test_names(rule) -> None:
    found = rule(NAMES).flags(
        "[[Youtube]], YouTube, YOUTUBE, youtube.example and [[Ebay]]; on [[monday]] at [[Mcdonald’s]]."
    )
    assert found.offers == [["YouTube"], ["eBay"], ["Monday"], ["McDonald’s"]]
    rule(NAMES).flags("EBay won, eBay lost. McDonald’s and MCDONALD'S; a New York‑style and a New  York-style loaf.")
    assert rule(NAMES).flags("A [[new york‑style]] loaf.").offers == [["New York‑style"]]


def test_the_longer_name_wins(rule) -> None:
    rule("check: capitalization\nterms: [apple, Apple Music]").flags(
        "An apple, an [[Apple]], Apple Music, [[apple music]]."
    )


def test_a_sign_in_a_name(rule) -> None:
    rule("check: capitalization\nterms: ['\\@Home']").flags("The [[@home]] shop and @Home.")


def test_a_headline_in_sentence_case(rule) -> None:
    found = rule(HEADLINE).flags("headline: [[Mayor Closes Old Harbour Bridge]]\nMayor Closes Old Harbour Bridge")
    assert (found.messages, found.offers) == (["not in sentence case"], [[]])
    for text in (
        "Mayor closes old Harbour Bridge",
        "NHS Wales Trust appeals",
        "Bridge",
        "Mayor of New York",
        "42 dead",
    ):
        rule(HEADLINE).flags(f"headline: {text}")
    rule(HEADLINE).flags("headline: [[mayor closes bridge]]")


@pytest.mark.parametrize(
    ("style", "right", "wrong"),
    [
        ("title", ["Mayor of the Town Closes a Bridge", "NHS Wins"], ["Mayor closes Bridge", "Mayor Of town"]),
        ("upper", ["MAYOR SHUTS A BRIDGE", "A MAYOR QUITS", "McDONALD QUITS 2 JOBS"], ["MAYOR shuts", "Mayor QUITS"]),
        ("lower", ["mayor quits", "42 killed and hurt"], ["Mayor quits", "mayor QUITS"]),
        ("not-upper", ["Mayor quits", "MAYOR quits", "NHS", "42"], ["MAYOR QUITS", "A MAYOR QUITS", "“FIRE”: 3 DEAD"]),
    ],
)
def test_styles(rule, style: str, right: list[str], wrong: list[str]) -> None:
    trial = rule(f"check: capitalization\nzones: [all]\nstyle: {style}")
    for text in right:
        trial.flags(text)
    for text in wrong:
        trial.flags(f"[[{text}]]")


def test_a_block_that_is_quoted_is_left_alone(rule) -> None:
    rule(HEADLINE).flags("headline: “Mayor Closes Old Harbour Bridge”\n")


def test_what_is_refused(refuses) -> None:
    message = "one of the keys 'terms' and 'style' is needed, and not both"
    assert refuses("check: capitalization") == [message]
    assert refuses("check: capitalization\nstyle: lower\nterms: [eBay]") == [message]
