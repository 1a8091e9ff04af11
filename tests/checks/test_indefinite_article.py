"""a and an by sound."""

import pytest

RULE = """check: indefinite-article
zones: [all]
vowel: [hour*, honest*, unin*]
consonant: [eu*, uni*, one, use*]
either: [histor*]
letters: [MEP, US]
spoken: [NASA]
before: [a, in, us]
"""


@pytest.mark.parametrize(
    "text",
    [
        "It was [[a]] apple, [[an]] pear, [[a]] hour and [[an]] hundred",
        "[[an]] European, [[an]] one-off, [[an]] useful unit, [[a]] uninvited guest",
        "[[a]] 8m race, [[an]] 10m race, [[a]] 11th time, [[a]] 18-year-old, [[a]] £8.5m bill, [[a]] 11,000 crowd, [[an]] 1,100 crowd",
        "[[a]] MEP, [[an]] US firm, [[a]] MP, [[an]] BBC crew, [[a]] F-16, [[a]] iPad",
        "[[an]] “quoted” word and [[a]] (odd) one",
        "[[A]] apple fell. [[An]] pear did not.",
    ],
)
def test_what_is_found(rule, text: str) -> None:
    rule(RULE).flags(text)


@pytest.mark.parametrize(
    "text",
    [
        "a pear, an apple, an hour, a European, a one-off, a union, an uninvited guest, a historic or an historic day",
        "an 8m race, an 80s band, a 10m race, an 1845 house and a 1845 house, an 1100 and a 1100 year old",
        "an MP, an MEP, a NASA and a US crew, an LED or a LED, an F-16, a B-52, an X-ray, an iPad, a HIV or an HIV test",
        "Vitamin A in it; Serie A opponents; An Nguyen came; section 5-a is; “a” and “i”; @a apple",
        "an Herrera shirt, an Nguyen, an x, a in b, an nth, the a a b",
        "An",
        "a",
    ],
)
def test_what_is_left_alone(rule, text: str) -> None:
    rule(RULE).flags(text)


def test_names_and_abbreviations_are_less_certain(rule) -> None:
    assert rule(RULE).flags("[[a]] Apple and [[a]] apple, [[a]] MP").levels == ["warning", "error", "warning"]


def test_the_case_is_kept(rule) -> None:
    assert rule(RULE).fixed("x\n\nA apple and an pear.\n") == "x\n\nAn apple and a pear.\n"


def test_a_house_that_writes_an_historic(rule) -> None:
    house = rule("check: indefinite-article\nvowel: [histor*, hotel]\n")
    house.flags("[[a]] historic day in [[a]] hotel, and an hotel")
