"""Words that no dictionary has."""

from __future__ import annotations

import pytest

RULE = "check: unknown-word\nzones: [all]\nmessages: {own: own, rare: rare}\nreal: [haute]\n"


def test_slips_and_lost_spaces(rule) -> None:
    found = rule(RULE).flags("the [[ferociuos]] captain of [[thebiggest]] ferry made an [[annoucement]]")
    assert [o[0] for o in found.offers] == ["ferocious", "the biggest", "announcement"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr Ferociuos and Ms Annoucement met the FEROCIUOS crew",
        "at ferociuos.example.org, @ferociuos, #ferociuos, ferociuos/index and o.ferociuos",
        "the “ferociuos” captain, and the ferociuos [sic] mate",
        "strugglers outjumped the cyberferry in a gameplan of smartcards, nothin but haute",
        "colour, color, organise and organize",
    ],
)
def test_what_is_left_alone(rule, text: str) -> None:
    rule(RULE).flags(text)


def test_a_word_that_stands_often_is_meant(rule) -> None:
    rule(RULE).flags("a quokko here, a quokko there, a quokko everywhere")


def test_a_new_word_of_the_article_is_a_word(rule) -> None:
    found = rule(RULE).flags("modafinil here, modafinil there, modafinil again, and [[modafinnil]]")
    assert found.offers == [["modafinil"]]


def test_names_with_capitals_inside(rule) -> None:
    assert rule(RULE).flags("FerryNet sails, FerryNet docks, [[FeryNet]] sinks").offers == [["FerryNet"]]
    rule(RULE).flags("FerryNet sails, FeryNet sinks")


def test_capitals_that_a_sentence_explains(rule) -> None:
    assert rule(RULE).flags("[[Unfortunatly]] the ferry sank. Streetin sailed.").levels == ["warning"]
    rule(RULE).flags("the ferry Founatin sank")


def test_long_words_with_a_capital_count_anywhere(rule) -> None:
    rule(RULE).flags("the ferry [[Foundatin]] sank; Foundatim and Foundatim too")


def test_rare_words_that_a_slip_makes_of_common_ones(rule) -> None:
    found = rule(RULE + "levels: {possible: suggestion}\n").flags("the [[pervious]] ferry")
    assert (found.messages, found.levels, found.offers[0][0]) == (["rare"], ["suggestion"], "previous")


def test_words_of_a_quotation_may_be_how_people_talk(rule) -> None:
    rule(RULE).flags("“It was a toons thing,” he said, “with nothin in the [[goverment]]”")


def test_an_article_in_another_language_is_passed_over(rule) -> None:
    text = "x\n\nLa capitana ferociuos annoucement recieve seperate\n"
    rule(RULE).reads(text, language="fr")
    words = " ".join(
        f"{a}{b}ung" for a in ("vorst", "nachbe", "gesich", "wohnb", "abfrag") for b in ("ell", "rat", "iss")
    )
    rule(RULE).reads(f"x\n\n{words} goverment\n")


@pytest.mark.slow
def test_time_grows_with_the_text_only(rule, grows_linearly) -> None:
    trial = rule(RULE)

    def check(count: int) -> None:
        text = " ".join(f"ferry harbour {chr(97 + i % 26)}{chr(97 + i // 26 % 26)}qxzferociuos" for i in range(count))
        trial.linter.lint(trial.document(f"x\n\n{text}\n", "text"))

    grows_linearly(check, 2000)


def test_names_with_letters_turned_or_lost(rule) -> None:
    names = RULE.replace("own: own", "own: own, name: name") + "names: [Nicolas]\nsurnames: [Campbell]\n"
    found = rule(names + "levels: {likely: warning, possible: suggestion}\n").flags(
        "[[Nicoals]] Ferry, Ann [[Campell]] and a [[Citreon]] met"
    )
    assert [o[0] for o in found.offers] == ["Nicolas", "Campbell", "Citroen"]
    assert found.levels == ["warning", "warning", "suggestion"]


@pytest.mark.parametrize("text", ["Ann Campbells met Nicols", "Nicoals and Nicoals met", "Tom Silvestre", "Tom Jmaes"])
def test_other_names_are_left_alone(rule, text: str) -> None:
    rule(RULE + "names: [Nicolas, James]\nsurnames: [Campbell]\n").flags(text)


def test_letters_before_a_capital_that_belong_to_nothing(rule) -> None:
    text = "[[ooFerry]] is oFerry, and the [[olDefense]] of an eDefense, myDefense or deDefense"
    assert rule(RULE).flags(text).offers == [["oFerry"], ["Defense"]]


def test_a_word_that_begins_the_name_of_a_site(rule) -> None:
    assert rule(RULE).flags("the [[Digial]].gov pages, and digial.gov").offers == [["Digital"]]
    rule(RULE).flags("the www.Digial.gov pages, Founatin.example and Reslut/index")


def test_a_lost_first_letter_was_a_capital_where_a_sentence_begins(rule) -> None:
    assert rule(RULE).flags("it sank. [[fficially]] it did not").offers == [["Officially"]]
    assert rule(RULE).flags("it sank [[fficially]]").offers[0] == ["officially"]


def test_what_stands_for_one_owns(rule) -> None:
    assert rule(RULE).flags("one [[agencys]] plan").offers == [["agency's", "agencies"]]
    assert rule(RULE).flags("the [[agencys]] plan").offers == [["agencies", "agency's"]]
