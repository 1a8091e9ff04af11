"""Misspelt words: those of a list, and slips of the fingers."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

RULE = "check: misspelling\nwords: [government, business, people, state, musical]\nreal: [gouvernement]\nswap: {teh: the, alot: a lot, febuary: February}\n"


def test_turned_dropped_and_doubled_letters(rule) -> None:
    found = rule(RULE).flags("the [[govermnent]] of [[poeple]], [[goverment]] [[governmennt]] and [[busines]]")
    assert [o[0] for o in found.offers] == ["government", "people", "government", "government", "business"]


def test_known_misspellings_follow_the_case(rule) -> None:
    assert (
        rule(RULE).fixed("x\n\nTeh mill took alot in febuary, and TEH end.\n")
        == "x\n\nThe mill took a lot in February, and TEH end.\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The governments and the states are musica and stat and overnment",  # other words, foreign ones, cut ones
        "Mr Poeple spoke of Teh Wong",  # names
        "see goverment.example.org, @goverment, /goverment, goverment@example.org and [g]overnment",
        "gouvernement",
    ],
)
def test_what_is_left_alone(rule, text: str) -> None:
    rule(RULE).flags(text)


def test_long_words_with_a_capital_count_inside_a_sentence_with_less_certainty(rule) -> None:
    assert rule(RULE).flags("The [[Goverment]] met. [[Goverment]] is hard.").levels == ["warning", "error"]


def test_possessives_and_quoted_words_count(rule) -> None:
    rule(RULE + "zones: [all]").flags("the [[goverment]]’s day, a ‘[[poeple]] state’ and well-[[govermnent]]")


def test_names_as_words(rule) -> None:
    towns = rule("check: misspelling\nwords: [Woolloomooloo, Paramatta]\nnames: yes\n")
    found = towns.flags("From [[Wooloomooloo]] to wooloomooloo and [[Parammatta]], not Paramatt")
    assert found.offers == [["Woolloomooloo"], ["Paramatta"]]


def test_a_capital_before_another_may_begin_a_name(rule) -> None:
    assert rule(RULE).flags("[[Teh]] Wong is rich. [[Teh]] mill is not.").levels == ["warning", "error"]
    towns = rule("check: misspelling\nwords: [Woolloomooloo, Perth]\nnames: yes\n")
    found = towns.flags(
        "[[Wooloomooloo]] Jones, Ann [[Wooloomooloo]] and the [[Wooloomooloo]] Perth road. In [[Wooloomooloo]], Ann said."
    )
    assert found.levels == ["warning", "warning", "error", "error"]


def test_words_beside_those_of_another_language_are_of_that_language(rule) -> None:
    rule(RULE + "foreign: [la, del]\n").flags(
        "La poeple del goverment, the [[poeple]]; la, [[poeple]] and LA [[poeple]]"
    )


def test_articles_in_other_languages_are_passed_over(rule) -> None:
    rule(RULE).reads("x\n\nteh poeple\n", language="fr")
    rule(RULE).reads("x\n\n[[teh]] [[poeple]]\n", language="en-AU")


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("check: misspelling", "one of the keys 'words' and 'swap' is needed"),
        ("check: misspelling\nswap: {teh: teh}", "'teh' is replaced by itself"),
    ],
)
def test_mistakes(refuses, text: str, mistake: str) -> None:
    assert refuses(text)[0].startswith(mistake)


WORDS = st.lists(st.text("abc", min_size=3, max_size=8), min_size=1, max_size=8, unique=True)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.text("abc", min_size=3, max_size=9))
def test_what_counts_as_a_slip(rule, words: list[str], form: str) -> None:
    """Against the definition: every word in turn, and every way to get the form from it."""
    trial = rule(f"check: misspelling\nwords: [{', '.join(words)}]\nleast: 3\nmessage: '{{match}}'\n")
    wanted = [word for word in words if form not in words and form in slips(word)]
    assert trial.flags(f"[[{form}]]" if wanted else form).offers == ([wanted] if wanted else [])


def slips(word: str) -> set[str]:
    every = range(len(word))
    turned = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in every[:-1]}
    typed_twice = {word[:i] + word[i] + word[i:] for i in every}
    dropped = {word[:i] + word[i + 1 :] for i in every[1:-1]}
    at_end = {word[:-1]} if word[-1] not in "deglrsy" or word[-1] == word[-2] else set()
    # A letter dropped at the start of a run of equal ones is dropped at its end.
    return (turned | typed_twice | dropped | at_end) - {word}
