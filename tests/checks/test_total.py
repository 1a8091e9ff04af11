"""Parts that are more than their whole."""

POLL = """check: total
message: "{sum} of {most}"
part: ['(\\d+(?:\\.\\d)?)%']
whole: ['undecided']
"""
DAY = """check: total
part: ['(\\d+) hours']
most: 24
slack: 0
least: 2
"""


def test_shares_of_more_than_the_whole(rule) -> None:
    found = rule(POLL).flags(
        "Then [[55% said yes, 35% no and 20.5%]] were undecided. But 55% said yes, 35% no and 10% were undecided."
    )
    assert found.messages == ["110.5 of 100"]
    assert found.levels == ["warning"]


def test_rounding_few_parts_and_sentences_without_a_whole_are_left(rule) -> None:
    rule(POLL).flags("So 34% said yes, 34% no and 34% were undecided. Some 80% said yes, and 70% were undecided.")
    rule(POLL).flags("Of men 60% came, of women 70%, of children 80%. Many were undecided.")
    rule(POLL).flags("The fund is at 120%, 30% and 10%, undecided.")


def test_another_whole(rule) -> None:
    rule(DAY).flags(
        "She sleeps [[10 hours, works 12 hours and reads 3 hours]] a day. He sleeps 10 hours and works 12 hours."
    )


def test_a_part_needs_its_number(refuses) -> None:
    assert refuses("check: total\npart: ['x']") == ["the part has no group for its number"]
