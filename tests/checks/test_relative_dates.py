"""relative-dates: dates that say too little on another day."""

from __future__ import annotations

import pytest

MONTHS = """
check: relative-dates
message: "'{match}': which year?"
messages: {bare: "another {name} is dated"}
relative: ['last @months', 'next @months', 'this @months']
bare: ['in @months', 'since @months']
dated: ['(@months) (?:19|20)\\d\\d']
past: [last]
future: [next]
except: ['/@months \\d{4}/', last March of the kings]
"""
SEASONS = """
check: relative-dates
zones: [paragraph, quotation]
relative: [last summer, next season]
bare: [in summer]
dated: ['(summer) (?:of )?20\\d\\d']
"""


def test_months(rule) -> None:
    found = rule(MONTHS).flags(
        "[[Last July]] he left; [[next May]] he returns, in May. “Last June,” she said, last June 2031."
    )
    assert (found.messages[0], found.levels, found.offers) == ("'Last July': which year?", ["error"] * 2, [[], []])


def test_a_bare_month_beside_a_dated_one(rule) -> None:
    found = rule(MONTHS).flags("[[In May]] he left, in June he came.\nIt was May 2019.")
    assert (found.messages, found.levels) == (["another May is dated"], ["suggestion"])


def test_seasons(rule) -> None:
    found = rule(SEASONS).flags(
        "[[Last summer]] and [[in summer]], not last spring: “[[next season]]” or summer of 2027."
    )
    assert found.levels == ["error", "suggestion", "error"]


@pytest.mark.parametrize(
    ("published", "phrase", "offers"),
    [
        ("2026-03-14", "last July", ["in July 2025"]),
        ("2026-08-14T10:00:00+10:00", "last July", ["in July 2026"]),
        ("2026-07-31", "Last July", ["In July 2025"]),
        ("2026-03-14", "next July", ["in July 2026"]),
        ("2026-07-01", "next July", ["in July 2027"]),
        ("2026-07-01", "this July", []),
        ("2026-03-14", "in July", ["in July 2025", "in July 2026"]),
        ("2026-08-14", "Since July", ["Since July 2026", "Since July 2027"]),
        ("2026", "last July", []),
        ("14 March 2026", "last July", []),
        ("2026-0314", "last July", []),
        ("", "last July", []),
    ],
)
def test_the_year_comes_from_the_day_of_publication(rule, published: str, phrase: str, offers: list[str]) -> None:
    found = rule(MONTHS).flags(f"[[{phrase}]] it was. July 1999.", published=published)
    assert found.offers == [offers]


def test_nothing_to_find(rule) -> None:
    rule(MONTHS).flags("")
    rule(MONTHS).flags("A last march, a late May bank holiday in a maypole; last March of the kings, in June.")


def test_what_is_refused(refuses) -> None:
    assert refuses("check: relative-dates\npast: [last]") == ["one of the keys 'relative' and 'bare' is needed"]


def test_only_in_some_sections(rule) -> None:
    trial = rule("check: relative-dates\nrelative: [yesterday]\nsections: [guides]\n")
    trial.flags("It rained [[yesterday]]", section="Guides")
    trial.flags("It rained yesterday", section="news")
    trial.flags("It rained yesterday")
