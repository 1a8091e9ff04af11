"""Numbers of which one is the difference of two others."""

LIFE = """check: difference
report: different
less: 1
message: "{from} {to} {by} {difference}"
patterns: ['\\((?P<from>\\d{4})-(?P<to>\\d{4})\\) died aged (?P<by>[\\w-]+)', 'founded in (?P<from>\\d{4}), (?P<by>\\d+) years old']
"""
POINTS = """check: difference
report: equal
patterns:
  - match: 'from (?P<from>[\\d.]+)% to (?P<to>[\\d.]+)%, (?P<by>[\\d.]+)% more'
    to: 'from {from}% to {to}%, {by} points more'
"""


def test_a_number_that_is_not_the_difference(rule) -> None:
    found = rule(LIFE).flags(
        "He [[(1920-2004) died aged 64]]; she (1920-2004) died aged 83, they (1920-2004) died aged 84, it (1920-2004) died aged eighty-four"
    )
    assert found.messages == ["1920 2004 64 84"]


def test_a_number_in_words_that_is_none_says_nothing(rule) -> None:
    rule(LIFE).flags("He (1920-2004) died aged many")


def test_the_year_of_publication_stands_in(rule) -> None:
    trial = rule(LIFE)
    assert trial.flags("the mill, [[founded in 1950, 60 years old]]", published="2026-03-10").messages == [
        "1950 2026 60 76"
    ]
    trial.flags("the mill, founded in 1950, 76 years old", published="2026-03-10")
    trial.flags("the mill, founded in 1950, 60 years old")


def test_points_taken_for_percent(rule) -> None:
    trial = rule(POINTS)
    assert trial.flags("[[from 4.1% to 6.2%, 2.1% more]], from 4% to 6%, 50% more").offers == [
        ["from 4.1% to 6.2%, 2.1 points more"]
    ]


def test_patterns_must_have_their_groups(refuses) -> None:
    assert refuses("check: difference\nreport: equal\npatterns: ['(?P<from>x)']") == [
        "the group 'by' is missing: write (?P<by>...)"
    ]
    assert refuses("check: difference\nreport: equal") == ["the key 'patterns' is missing"]
