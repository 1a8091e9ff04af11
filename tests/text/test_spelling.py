"""Dictionaries, slips, new words and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.text.lexicon import Lexicon, WordList
from newslint.text.spelling.dictionary import Dictionary, parse, rows_of
from newslint.text.spelling.made import formed, joined, run_together
from newslint.text.spelling.meant import meant_among, pairs, rarer, slips, stammers
from newslint.text.spelling.places import stands_alone
from newslint.text.spelling.speller import Speller
from newslint.text.spelling.spellings import at_home, counterparts, spellings_of


@pytest.fixture(scope="module")
def speller(lexicon: Lexicon) -> Speller:
    return Speller.of(lexicon, "english")


@settings(max_examples=40)
@given(st.dictionaries(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1), st.sampled_from("12N")))
def test_a_dictionary_gives_back_what_it_was_made_of(labels: dict[str, str]) -> None:
    dictionary = Dictionary(rows_of(labels))
    assert {word: dictionary.label(word) for word in labels} == labels
    assert not dictionary.label("no such word")
    assert dictionary.small == sorted(word for word in labels if word.islower())
    known = Dictionary(rows_of(labels), lambda: "\n".join(dictionary.small))
    assert known.small == dictionary.small
    for _ in range(40):
        is_word = known.finder()
        assert all(map(is_word, known.small))
        assert not is_word("no such word")
    beginnings = {word[:i] for word in known.small for i in range(len(word) + 1)}
    for beginning in {*beginnings, "no such word"}:
        after = len(beginning)
        assert known.following(beginning) == {w[after : after + 1] for w in known.small if w.startswith(beginning)}


def test_an_empty_dictionary_has_nothing() -> None:
    assert not Dictionary(()).label("word")
    assert not Lexicon().dictionary("english").label("word")


def test_the_text_of_a_dictionary() -> None:
    assert parse("# about\n\n[1]\nferry boat\n[2BD]\ncolour ferry\n") == {"ferry": "1", "boat": "1", "colour": "2BD"}


WORD = st.text("abcdefgh", min_size=4, max_size=9)


@settings(max_examples=60)
@given(WORD, st.data())
def test_every_single_slip_is_undone(lexicon: Lexicon, word: str, data: st.DataObject) -> None:
    i = data.draw(st.integers(0, len(word) - 2))
    turned = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    dropped, doubled = word[:i] + word[i + 1 :], word[:i] + word[i] + word[i:]
    for wrong in {turned, dropped, doubled} - {word}:
        assert word in {other for other, _ in slips(wrong, lexicon)}


@pytest.mark.parametrize(("wrong", "right"), [("posisition", "position"), ("accessibity", "accessibility")])
def test_stammers(wrong: str, right: str) -> None:
    assert right in {word for word, _ in stammers(wrong)}


def test_two_slips_at_once(lexicon: Lexicon) -> None:
    assert "accommodated" in {word for word, _ in pairs("acomodated", lexicon)}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("govemment", "government"), ("revelant", "relevant"), ("calcurate", "calculate"), ("celebrtig", "celebrating"),
     ("negogtiaition", "negotiation")],
)  # fmt: skip
def test_rarer_slips(lexicon: Lexicon, wrong: str, right: str) -> None:
    assert right in {word for word, _ in rarer(wrong, lexicon)}


def test_of_equal_slips_the_commoner_word_comes_first(lexicon: Lexicon) -> None:
    words = list(lexicon["common-words"])
    assert words.index("would") < words.index("world")
    assert [s.word for s in meant_among("wold", {"world", "would"}, lexicon) if s.cost == 3] == ["would", "world"]


def test_of_equal_slips_the_longer_word_comes_first(lexicon: Lexicon) -> None:
    assert [s.word for s in meant_among("rasing", {"racing", "raising"}, lexicon)] == ["raising", "racing"]
    assert next(s.word for s in meant_among("posess", {"poses", "possess"}, lexicon)) == "possess"


def test_the_likelier_slip_comes_first(lexicon: Lexicon) -> None:
    found = meant_among("harbuor", {"harbour", "harbuoy"}, lexicon)
    assert [s.word for s in found] == ["harbour", "harbuoy"][: len(found)]
    assert found[0].cost < slips_cost("harbuoy", lexicon)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("lazyness", "laziness"),
        ("ferrytrip", ""),
        ("ferrys", "ferries"),
        ("inprove", "improve"),
        ("toconsider", "to consider"),
        ("demonstrater", "demonstrator"),
        ("insistant", "insistent"),
        ("economicly", "economically"),
        ("drumer", "drummer"),
        ("lawer", "lawyer"),
        ("messanger", "messenger"),
        ("embarras", "embarrass"),
        ("rueing", ""),
        ("reboarders", ""),
    ],
)
def test_what_new_words_were_meant_to_be(speller: Speller, word: str, meant: str) -> None:
    assert next(iter(speller.meant(word).words), "") == meant


def slips_cost(word: str, lexicon: Lexicon) -> int:
    """What the cheapest way from `harbuor` to a word costs."""
    return min((cost for other, cost in slips("harbuor", lexicon) if other == word), default=99)


@pytest.mark.parametrize(
    "word", ["outjumped", "strugglers", "unsinkable", "readiness", "trends", "dumbed", "storys"], ids=str
)
def test_new_words_are_formed_of_known_ones(lexicon: Lexicon, word: str) -> None:
    known = {"jumped", "struggle", "sinkable", "ready", "trend", "dumb", "story"}.__contains__
    assert formed(word, known, lexicon) == (word != "storys")


def test_compounds_and_lost_spaces(lexicon: Lexicon) -> None:
    known = {"game", "plan", "first", "huge"}.__contains__
    assert joined("gameplan", known) and not joined("gameplans", known)
    assert run_together("thefirst", known, lexicon) == "the first"
    assert run_together("inwhich", known, lexicon) == "in which"
    assert not run_together("gameplan", known, lexicon)


@pytest.mark.parametrize(
    ("text", "alone"),
    [("a ferry b", True), ("‘ferry’", True), ("ferry’s", True), ("-ferry", True), ("@ferry", False),
     ("ferry.com", False), ("ferry&#233;", False), ("/ferry", False)],
)  # fmt: skip
def test_what_stands_alone(text: str, alone: bool) -> None:
    at = text.index("ferry")
    assert stands_alone(text, at, at + 5) is alone


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("goverment", "government"), ("recieve", "receive"), ("implentations", "implementations"),
     ("seperate", "separate"), ("unfortunatly", "unfortunately"), ("thehuge", "the huge")],
)  # fmt: skip
def test_what_was_meant(speller: Speller, wrong: str, right: str) -> None:
    assert speller.meant(wrong).words[0] == right


@pytest.mark.parametrize("word", ["gameplan", "nothin", "strugglers", "xqzvkj", "café", "a1", "un"])
def test_what_may_be_right(speller: Speller, word: str) -> None:
    assert speller.meant(word).words == ()


def test_suggestions_are_at_home_where_the_article_is(speller: Speller) -> None:
    assert speller.meant("harborr", "A").words[0] == "harbor"
    assert speller.meant("colourss", "D").words[0] == "colours"


def test_own_words(lexicon: Lexicon) -> None:
    lists = {name: lexicon[name] for name in lexicon.lists}
    own = Lexicon(lists | {"own-words": WordList("own-words", {"Anna Kowalczyk": {}})}, lexicon.dictionaries)
    speller = Speller(own, "english")
    assert speller.is_name("kowalczyk")
    assert speller.nearly_own("Kowalzcyk") == "Kowalczyk"
    assert speller.nearly_own("Kowalczyks") == ""


@pytest.mark.parametrize(
    ("language", "letters"),
    [("", ""), ("en", ""), ("en-GB", "BZ"), ("en-au", "D"), ("en-US", "A"), ("en-GB-oxendict", "Z"), ("fr", None),
     ("en-Latn-CA", "C"), ("en-ZA", "BZ")],
)  # fmt: skip
def test_spellings_of_a_language(language: str, letters: str | None) -> None:
    assert spellings_of(language) == letters


def test_where_words_are_at_home(lexicon: Lexicon, speller: Speller) -> None:
    assert at_home("", "A") and at_home("BDa", "A") and not at_home("BD", "A")
    assert "colour" in counterparts("color", lexicon)
    assert speller.label("color")[1:].startswith("A") and "D" in speller.label("colour")
