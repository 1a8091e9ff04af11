"""Hits of the engine."""

import subprocess
import sys

import pytest

from newslint.matching import Hit, Matcher, Pattern, PatternError, residual
from newslint.text.tokens import tokenize

from .oracle import naive_hits


def hits(text: str, *patterns: Pattern) -> list[Hit]:
    return list(Matcher(patterns).scan(text, tokenize(text)))


def found(text: str, *patterns: Pattern) -> list[str]:
    return [text[hit.start : hit.end] for hit in hits(text, *patterns)]


def literal(text: str, ignore_case: bool = False) -> Pattern:
    return Pattern(text, literal=True, ignore_case=ignore_case)


def test_a_literal_is_whole_words() -> None:
    assert hits("cat concat cats cat", literal("cat")) == [Hit(0, 0, 3), Hit(0, 16, 19)]
    assert found("a_cat cat_ cat1 'cat'", literal("cat")) == ["cat"]


def test_an_edge_that_is_no_word_character_may_adjoin_anything() -> None:
    assert found("at the G&T, G& x", literal("G&")) == ["G&", "G&"]
    assert found("x£5m £5m", literal("£5m")) == ["£5m", "£5m"]
    assert found("the U.S.A. and U.S. ", literal("U.S.")) == ["U.S.", "U.S."]


def test_a_space_is_any_white_space() -> None:
    text = "per cent per\u00a0cent per \t\ncent per\u2009cent percent per-cent"
    assert len(hits(text, literal("per cent"))) == 4
    assert found("per  cent", literal("per  cent")) == ["per  cent"]


def test_apostrophes_and_hyphens_stand_for_each_other() -> None:
    text = "don't don’t e-mail e‑mail e‐mail e–mail"
    for pattern in ("don't", "don’t"):
        assert found(text, literal(pattern)) == ["don't", "don’t"]
    for pattern in ("e-mail", "e‑mail"):
        assert found(text, literal(pattern)) == ["e-mail", "e‑mail", "e‐mail"]


def test_case() -> None:
    assert found("US us Us", literal("US")) == ["US"]
    assert found("US us Us", literal("us", ignore_case=True)) == ["US", "us", "Us"]
    assert found("KISS kiss \u212aIſS", literal("kiss", ignore_case=True)) == ["KISS", "kiss", "\u212aIſS"]
    assert found("New york NEW YORK", literal("New York", ignore_case=True)) == ["New york", "NEW YORK"]


def test_a_literal_without_words() -> None:
    assert found("a -- b ,c", literal("--"), literal(" ,")) == ["--", " ,"]


def test_hits_of_different_patterns_overlap() -> None:
    text = "at this point in time"
    patterns = [literal("point in time"), literal("at this point"), literal("point"), Pattern(r"\bthis \w+ in\b")]
    assert [hit.pattern for hit in hits(text, *patterns)] == [1, 3, 0, 2]


def test_hits_of_one_pattern_do_not() -> None:
    assert found("no no no no", literal("no no")) == ["no no", "no no"]
    assert found("no no no", Pattern(r"\bno no\b")) == ["no no"]


def test_groups_and_names() -> None:
    assert hits("a 10-year wait", Pattern(r"(?P<n>\d+)-year( plan)?\b")) == [
        Hit(0, 2, 9, ("10-year", "10", ""), {"n": "10"})
    ]


def test_the_leftmost_start_wins_where_the_place_of_the_word_varies() -> None:
    assert found("12345-year old", Pattern(r"\d{1,3}-year\b")) == ["345-year"]
    assert found("a b c gronk", Pattern(r"\b(?:\w+ ){0,2}gronk\b")) == ["b c gronk"]


def test_a_run_before_the_word_belongs_to_the_match_as_far_as_it_goes() -> None:
    assert found("end.  “(Read more” more ", Pattern(r"(?i)\W*(?:read )?more\W*")) == [".  “(Read more” ", "more "]
    assert found("12,345 gronk, gronk", Pattern(r"[\d,]* ?gronk")) == ["12,345 gronk", ", gronk"]
    assert found("- - gronk", Pattern(r"-*\s*gronk")) == ["- gronk"]


def test_only_at_the_start() -> None:
    start = Pattern(r"\W*more (?:to come|on this)", at_start=True)
    assert found("More. more to come", start) == []
    assert found(" … more to come, more on this", start) == [" … more to come"]
    assert found("  7 of 7", Pattern(r"\d", at_start=True), Pattern(r"\s", at_start=True)) == [" ", " ", "7"]
    assert found(" a a", Pattern("a", literal=True, at_start=True)) == ["a"]


def test_exceptions_are_looked_for_beside_what_they_are_exceptions_to() -> None:
    patterns = [Pattern(r"\bfoo\b"), Pattern(r"\bbar\b"), Pattern(r"\bfoo \w+", exception=True)]
    matcher = Matcher(patterns, beside={2: frozenset({0})})
    for text, expected in (("foo x bar", [0, 2, 1]), ("foox bar foo-bar", [1, 0, 1]), ("bar", [1]), ("xfoo z", [])):
        assert [hit.pattern for hit in matcher.scan(text, tokenize(text))] == expected


def test_several_texts_at_once() -> None:
    texts = ["one two", "", "two one two"]
    matcher = Matcher([literal("two"), Pattern(r"\w+e\b")])
    together = matcher.scan_all([(text, tokenize(text)) for text in texts])
    assert together == [list(matcher.scan(text, tokenize(text))) for text in texts]
    assert list(map(len, together)) == [2, 0, 3]


def test_patterns_that_are_of_no_use_in_a_text_are_not_tried() -> None:
    matcher = Matcher([Pattern(r"\bone\b"), Pattern(r"\w+\d"), literal("one")])
    texts = [(text, tokenize(text)) for text in ("one a1", "one a1")]
    wanted = [{0: True, 1: False, 2: True}, {0: False, 1: True, 2: True}]
    assert [[hit.pattern for hit in found] for found in matcher.scan_all(texts, wanted)] == [[0, 2], [2, 1]]


def test_many_patterns_without_a_word_agree_with_a_plain_search(monkeypatch: pytest.MonkeyPatch) -> None:
    patterns = [Pattern(rf"{char}\W{char}|\d{{{n}}}[{char}é]") for n, char in enumerate("abcdefghijklmnopqrst", 1)]
    monkeypatch.setattr(residual, "_PATIENCE", 0)
    text = "a a 1a 22b 333é zz\u00a0z t–t 4444d \ud800 s,s"
    assert hits(text, *patterns) == naive_hits(patterns, text)


def test_a_broken_pattern_names_its_number() -> None:
    with pytest.raises(PatternError) as caught:
        Matcher([literal("fine"), Pattern("(")])
    assert caught.value.number == 1


def test_no_patterns_and_no_text() -> None:
    assert hits("some text") == []
    assert hits("", literal("a"), Pattern("b")) == []
    assert hits("", Pattern("^$")) == [Hit(0, 0, 0, ("",))]


def test_an_empty_literal_is_refused() -> None:
    with pytest.raises(PatternError):
        Matcher([literal("")])


def test_engines_that_no_pattern_needs_are_not_imported() -> None:
    code = (
        "import sys; from newslint.matching import Matcher, Pattern; from newslint.text.tokens import tokenize;"
        "m = Matcher([Pattern('x y', True), Pattern(r'\\bfoo\\w+'), Pattern(r'\\d+%')]); t = 'x y food 5%';"
        "assert len(list(m.scan(t, tokenize(t)))) == 3; sys.exit('re2' in sys.modules or 'regex' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
