"""One name in two spellings."""

import pytest

ARTICLE = "check: name-spelling\nnames: [Ann, Anna, Marie, Maria]\ntitles: [Mr, Ms]\nendings: [n, an]\nmessage: '{majority} {count}'\n"
HEADLINE = "check: name-spelling\ncompare: headline\nzones: [headline]\nmessage: '{majority}'\n"


def test_the_rarer_spelling_is_found_with_the_other_as_its_fix(rule) -> None:
    found = rule(ARTICLE).flags("Ann Petrenkov met Ms Petrenkov.\nMs [[Petrenkow]] left, and Ms Petrenkov stayed.")
    assert found.messages == ["Petrenkov 3"]
    assert found.offers == [["Petrenkov"]]
    assert found.levels == ["error"]


def test_on_a_tie_the_later_one_is_found_and_less_is_certain(rule) -> None:
    assert rule(ARTICLE).flags("Ann Petrenkov spoke. Ms [[Petrenkow]] left.").levels == ["warning"]


def test_a_surname_alone_counts(rule) -> None:
    rule(ARTICLE).flags("Ann Petrenkov spoke. Then [[Petrnkov]] left. They saw Petrenkov again.")


def test_given_names_of_one_surname(rule) -> None:
    rule(ARTICLE).flags("Oleksandr Petrenkov met [[Oleksander]] Petrenkov. Oleksandr Petrenkov left.")
    rule(ARTICLE).flags("Marie Tran met Maria Tran.")


@pytest.mark.parametrize(
    "text",
    [
        "Ann Allen met Bill Allan. Mr Allan saw Ms Allen.",  # each has a given name
        "The South Korea team beat the South Korean team.",  # an ending
        "Ann Tran met Ann Tram.",  # short
        "The harbour board met Harbour Board.",
        "The team: Petrenkow, Jonsson. Ann Petrenkov scored.",  # a list of players
        "Ms PETRENKOV met Ms Petrenkov.",
        "Ms Petrenkov met Ms Petrenkov2 and Ms Petrenkov_.",
    ],
)
def test_other_people_and_words_are_left(rule, text) -> None:
    rule(ARTICLE).flags(text)


def test_the_headline_is_held_against_the_body(rule) -> None:
    found = rule(HEADLINE).flags("headline: [[Lindquist]] to go\nThe mayor, Ann Lindqvist, will go. Lindqvist said so.")
    assert found.messages == ["Lindqvist"]
    rule(HEADLINE).flags("headline: Lindqvist to go\nThe mayor, Ann Lindqvist, will go.")
    rule(HEADLINE).flags("headline: Launch delayed\nThe launch was after Lunch, said Ann Lindqvist.")
    rule(HEADLINE).flags("headline: Lindquist to go")
