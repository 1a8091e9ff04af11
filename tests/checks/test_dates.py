"""Dates held against the calendar."""

import pytest

WEEKDAY = """check: dates
test: weekday
message: "{right}"
patterns:
  - '(?P<weekday>@weekdays) (?P<day>\\d{1,2}) (?P<month>@months)(?: (?P<year>\\d{4}))?'
"""
PAST = """check: dates
test: past
message: "{date} {published}"
patterns: ['will [a-z ]{1,40} on (?P<day>\\d{1,2}) (?P<month>@months) (?P<year>\\d{4})']
"""


def test_a_weekday_of_another_day(rule) -> None:
    found = rule(WEEKDAY).flags("On [[Monday 14 March 2028]], not Tuesday 14 March 2028")
    assert found.messages == ["Tuesday"]
    assert found.offers == [["Tuesday 14 March 2028"]]
    assert found.levels == ["error"]


def test_the_year_nearest_to_publication(rule) -> None:
    trial = rule(WEEKDAY)
    assert trial.flags("On [[Monday 1 January]]", published="2025-12-20").messages == ["Thursday"]
    assert trial.flags("On [[Monday 30 December]]", published="2026-01-04T10:00:00Z").levels == ["warning"]
    trial.flags("On Thursday 1 January", published="2025-12-20")
    trial.flags("On Monday 1 January")
    trial.flags("On Monday 1 January", published="some day")


def test_a_date_far_from_publication_may_be_of_the_next_year_or_the_last(rule) -> None:
    trial = rule(WEEKDAY)
    trial.flags("From Monday 2 September to Sunday 5 January", published="2024-05-10")
    trial.flags("On [[Wednesday 5 January]] and [[Wednesday 14 May]]", published="2024-05-10")


@pytest.mark.parametrize("text", ["Monday 31 June 2028", "Monday 0 March 2028", "Monday 99 March 2028"])
def test_days_that_do_not_exist_have_no_weekday(rule, text: str) -> None:
    rule(WEEKDAY).flags(text)


def test_a_future_that_is_past(rule) -> None:
    trial = rule(PAST)
    text = "It [[will open again on 3 May 2025]] and will close on 3 May 2027"
    assert trial.flags(text, published="2026-03-10").messages == ["2025-05-03 2026-03-10"]
    trial.flags("It will open on 3 May 2025", published="2025-05-03")
    trial.flags("It will open on 3 May 2025")


def test_what_lies_years_back_is_history(rule) -> None:
    rule(PAST + "years: 5\n").flags(
        "It will open on 3 May 1912; it [[will open on 3 May 2022]]", published="2026-03-10"
    )


def test_patterns_must_have_their_groups(refuses) -> None:
    assert refuses("check: dates\ntest: weekday\npatterns: ['x']") == [
        "the group 'weekday' is missing: write (?P<weekday>...)"
    ]
    assert refuses("check: dates\ntest: past") == ["the key 'patterns' is missing"]


def test_the_past_tense_with_a_date_ahead(rule) -> None:
    text = "check: dates\ntest: future\nmessage: '{date}'\n"
    text += "patterns: ['met on (?P<day>\\d+) (?P<month>@months) ?(?P<year>\\d{4})?']\n"
    trial = rule(text)
    found = trial.flags("They [[met on 3 May]]. They met on 3 March. They met on 3 January.", published="2026-03-10")
    assert found.messages == ["2026-05-03"]
    assert found.levels == ["warning"]
    assert trial.flags("They [[met on 3 May 2026]].", published="2026-03-10").levels == ["error"]
    trial.flags("They met on 3 May.")
