"""Headlines in which some common words have a capital."""

import pytest

RULE = "check: mixed-capitals\nzones: [headline]\naccept: [Ferry]\nmessage: capital\nmessages: {small: small}\n"
BODY = "The board will close the bridge to the islands. It votes again on the ferry, and on the bridge and the mill."


def article(headline: str, body: str = BODY) -> str:
    return f"headline: {headline}\n{body}"


def test_a_capital_among_small_words(rule) -> None:
    found = rule(RULE).flags(article("Board to [[Close]] bridge to islands by [[Mill]]"))
    assert found.offers == [["close"], ["mill"]]
    assert found.messages == ["capital"] * 2


def test_a_small_word_among_capitals(rule) -> None:
    found = rule(RULE).flags(article("Board Votes to Close [[bridge]] to Islands"))
    assert found.offers == [["Bridge"]]
    assert found.messages == ["small"]


def test_below_the_first_word_of_a_common_one(rule) -> None:
    rule(RULE).flags(article("Board [[Votes]] to close bridge to islands"))
    rule(RULE).flags(article("Lindqvist Votes to close bridge to islands"))


@pytest.mark.parametrize(
    "headline",
    [
        "Board to close bridge to islands",
        "Board to close Ferry, bridge and mill",
        "Board to close Harlow Bridge to islands",
        "Board closes: Bridge to islands and mill",
        "Close bridge, says “Islands” board of mill",
        "Close Bridge",
        "Bill Mill to close bridge to islands",
    ],
)
def test_names_and_parts(rule, headline: str) -> None:
    rule(RULE).flags(article(headline))


def test_a_word_that_the_article_has_with_a_capital(rule) -> None:
    rule(RULE).flags(article("Board to close bridge by Mill", BODY + " They met at the Mill."))
