"""Lists that are counted."""

COUNTED = """check: counted-list
message: "{count} {items}"
patterns: ['(?P<count>\\w+) (?:men|towns): (?P<list>[A-Z]\\w+(?:,? (?:and )?[A-Z]\\w+)*)(?=\\.)']
"""
BOTH = """check: counted-list
count: 2
message: "{items}"
patterns: ['[Bb]oth (?P<list>[A-Z]\\w+(?:, [A-Z]\\w+)*,? and [A-Z]\\w+)']
"""


def test_a_count_that_does_not_go_with_its_list(rule) -> None:
    found = rule(COUNTED).flags(
        "[[Three men: Ann and Bill]]. Two men: Ann and Bill. [[4 towns: Perth, Albany, and Broome]]. 3 towns: Perth, Albany and Broome."
    )
    assert found.messages == ["3 2", "4 3"]


def test_a_count_nobody_knows_says_nothing(rule) -> None:
    rule(COUNTED).flags("Some men: Ann and Bill. Of men: Ann.")


def test_a_fixed_count(rule) -> None:
    assert rule(BOTH).flags("[[Both Ann, Bill and Carl]] came; both Ann and Bill left").messages == ["3"]


def test_other_marks_between_items(rule) -> None:
    rule(COUNTED.replace("[A-Z]\\w+(?:,? (?:and )?[A-Z]\\w+)*", "[A-Z; ]+") + "between: '; '\n").flags(
        "Two men: A; B. [[Two men: A; B; C]]."
    )


def test_mistakes(refuses) -> None:
    assert refuses("check: counted-list\npatterns: ['(?P<list>x)']") == [
        "the group 'count' is missing: write (?P<count>...)"
    ]
    assert refuses("check: counted-list\ncount: 2\npatterns: ['x']") == [
        "the group 'list' is missing: write (?P<list>...)"
    ]
    assert refuses("check: counted-list\ncount: 2") == ["the key 'patterns' is missing"]
    assert refuses("check: counted-list\ncount: 2\npatterns: ['(?P<list>x)']\nbetween: '['")[0].startswith(
        "'[' is no regular expression"
    )
