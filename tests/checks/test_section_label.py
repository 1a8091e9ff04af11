"""section-label: names of sections before a headline, names of sites behind it."""

from __future__ import annotations

import pytest

LISTS = {"desks": {w: {} for w in ("Home", "News", "Sport", "Business", "Island Life", "World")}}
LABEL = """
check: section-label
zones: [headline]
message: "label '{label}'"
labels: ['@desks']
hard: ['|', ' > ', '»']
soft: [':']
roots: [Home, News]
applicability: safe
"""
SITE = """
check: section-label
zones: [headline, metadata]
at: end
labels: [Harbour News, The Harbour]
hard: [' | ']
soft: [' - ']
any: true
most: 3
"""


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("[[News | ]]Harbour board to close ferry", "error"),
        ("[[Home > Island Life > ]]Harbour board to close ferry", "error"),
        ("[[Sport: ]]Rovers sign winger", "warning"),
        ("[[News World ]]Harbour board to close ferry", "error"),
        ("[[Sport Island Life ]]Harbour board to close ferry", "warning"),
        ("[[News World ]]Harbour Board Closes Night Ferry", "warning"),
        ("[[NEWS | SPORT | ]]Rovers sign winger", "error"),
    ],
)
def test_labels(rule, marked: str, level: str) -> None:
    assert rule(LABEL, LISTS).flags(f"headline: {marked}").levels == [level]


@pytest.mark.parametrize(
    "text",
    [
        "World leaders meet on the island", "News Corp sells paper", "Business leaders | the full list", "News |", "| News",
        "Business News says no", "News world ferry closes", "Ferry closes | News", "", "News World",
    ],
)  # fmt: skip
def test_headlines_that_are_right(rule, text: str) -> None:
    rule(LABEL, LISTS).flags(f"headline: {text}")


def test_the_same_headline_without_it_is_proof(rule) -> None:
    trial = rule(LABEL, LISTS)
    found = trial.flags("headline: [[Ferries ]]Harbour board to close ferry\nHarbour board to close ferry")
    assert (found.levels, found.messages) == (["error"], ["label 'Ferries'"])
    trial.flags("headline: [[Our town: ]]“Close the ferry” says board\n“Close the ferry” says board")
    trial.flags("headline: Why harbour board to close ferry\nHarbour board to close")


def test_site_names_at_the_end(rule) -> None:
    trial = rule(SITE)
    assert trial.flags("headline: Board to close ferry[[ | Harbour News]]").levels == ["error"]
    assert trial.flags("headline: Board to close ferry[[ | The Times]]").levels == ["warning"]
    assert trial.flags("metadata: Board to close ferry[[ - Harbour News]]").levels == ["warning"]
    trial.flags("headline: Board to close ferry[[ - Our Town]]\nBoard to close ferry")
    trial.flags("headline: Board - the story of a ferry\nBoard to close ferry | The Times")
    trial.flags("headline: Ferry | a history of the old boats")
    trial.flags("headline: Ferry closes |The Times")
    trial.flags("headline: Ferry | Boat | Bus")


def test_the_fix(rule) -> None:
    text = "News | Harbour board to close ferry\r\n\r\nThe last boat leaves.\r\n"
    assert rule(LABEL, LISTS).fixed(text) == text.removeprefix("News | ")


def test_quoted_headlines(rule) -> None:
    rule(LABEL, LISTS).flags("headline: “News | Harbour board to close ferry”")


def test_what_is_refused(refuses) -> None:
    assert refuses("check: section-label\nhard: ['|']")[0].startswith("the key 'labels' is missing")
    assert refuses("check: section-label\nlabels: [News]\nhard: [' ']") == ["a separator needs a visible mark"]
    assert refuses("check: section-label\nlabels: ['@dekss']")[0].startswith("no word list is named 'dekss'")
