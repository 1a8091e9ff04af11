"""Parts of the page in the middle of the text."""

RULE = "check: misplaced\nzones: [byline]\nleast: 10\nonly: ['Staff']\nexcept: ['/Guest/']\ndelete: yes\n"
TEXT = "The last boat leaves.\n"


def test_between_paragraphs(rule) -> None:
    found = rule(RULE).flags(f"headline: Ferry\n{TEXT}byline: [[By Ann Dahl, Staff]]\n{TEXT}")
    assert found.offers == [[""]]


def test_where_it_belongs(rule) -> None:
    rule(RULE).flags(f"byline: By Ann Dahl, Staff\n{TEXT}{TEXT}")
    rule(RULE).flags(f"{TEXT}{TEXT}byline: By Ann Dahl, Staff")
    rule(RULE).flags("Short.\nbyline: By Ann Dahl, Staff\nShort.")


def test_what_it_must_and_must_not_hold(rule) -> None:
    rule(RULE).flags(f"{TEXT}byline: By Ann Dahl\n{TEXT}")
    rule(RULE).flags(f"{TEXT}byline: By Ann Dahl, Guest Staff\n{TEXT}")


def test_right_beside_it(rule) -> None:
    close = RULE + "close: yes\n"
    rule(close).flags(f"headline: Ferry\n{TEXT}byline: [[By Ann Dahl, Staff]]\n{TEXT}")
    rule(close).flags(f"headline: Ferry\n{TEXT}Bridge\nbyline: By Ann Dahl, Staff\n{TEXT}")
