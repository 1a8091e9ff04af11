"""repetition: a word typed twice, or an echo."""

from __future__ import annotations

import pytest

DOUBLED = """
check: repetition
zones: [all]
message: "'{second}' twice"
allow: [had, that]
applicability: safe
"""
ECHO = """
check: repetition
zones: [prose]
message: "'{word}' {apart} words ago"
messages: {original: the first}
within: 12
least: 6
allow: ['@months']
"""


@pytest.mark.parametrize(
    "marked",
    [
        "It was [[the the]] hall, [[The the]] hall, [[a a]] day, [[is\u00a0is]].",
        "He had had it; that that; the, the; the-the; the.the; the 'the'; l’été été’s.",
        "Duran Duran and Baden Baden, NY NY, THE THE.",
        "J J Abrams, B B King and A A Milne; [[I I]] saw it.",
        "In 10 000 000 and 3 3 it is.",
        "He said [[no no]]. No one.",
        "caption: [[the the]]\nfurniture: [[the the]]\n“It [[was was]] late,” he said.",
        "😀 [[he he]] 😀",
        "the the-the",
        "a #the the",
    ],
)
def test_words_typed_twice(rule, marked: str) -> None:
    rule(DOUBLED).flags(marked)


def test_the_first_stays(rule) -> None:
    trial = rule(DOUBLED)
    assert trial.fixed("The the end\n\nIt was\nwas late late.\n", "markdown") == "The end\n\nIt was late.\n"
    assert trial.fixed("<p>It <b>was</b> was late &amp; &amp; cold cold.</p>", "html") == (
        "<p>It <b>was</b> was late &amp; &amp; cold.</p>"
    )


def test_three_in_a_row(rule) -> None:
    assert rule(DOUBLED).flags("[[the the]] end").messages == ["'the' twice"]
    found = rule(DOUBLED).linter.lint(rule(DOUBLED).document("End\n\nthe the the end\n")).diagnostics
    assert [tuple(d.span) for d in found] == [(5, 12), (9, 16)]


def test_three_in_a_row_that_are_meant(rule) -> None:
    rule(DOUBLED + "thrice: no\n").flags("It was fun fun fun, and [[the the]] end; work Work WORK; [[a a]].")


def test_exceptions_see_what_stands_around(rule) -> None:
    trial = rule(DOUBLED + "except: ['told her her', '(?<=what )\\w+ \\w+']\n")
    trial.flags("She told her her car was here, and [[her her]] dog; what is is; it [[is is]].")
    trial.flags("She told her " + "her " + "x" * 80 + " and [[her her]].")


def test_an_exception_that_is_no_expression(refuses) -> None:
    assert refuses(DOUBLED + "except: ['(']\n") == [
        "the pattern can't be used: missing ), unterminated subpattern at position 0"
    ]


def test_quotations_are_left_alone_unless_named(rule) -> None:
    rule("check: repetition").flags("“It was was late,” he [[said said]].")


def test_an_echo(rule) -> None:
    found = rule(ECHO).flags("The harbour board closed the [[harbour]]. January was cold, January wet.")
    assert (found.messages, found.related) == (["'harbour' 4 words ago"], [["the first"]])
    rule(ECHO).flags("The bridge is old. [[Bridge]] tolls rise.\nThe bridge was sold.")
    rule(ECHO).flags("The Harbour board met in the Harbour room.\nA harbour" + " and so on" * 5 + " harbour")


def test_names_that_are_words_may_stand_before_themselves(rule) -> None:
    called = rule(DOUBLED + "called: [may, will]\n") if isinstance(DOUBLED, str) else rule(DOUBLED)
    called.flags("Mrs May may stay. Will will pay, if [[may may]] and [[the the]] do.")


def test_parameters(rule) -> None:
    rule("check: repetition\nwords: [very]").flags("A [[very very]] long long day.")
    rule("check: repetition\nnames: true").flags("[[Duran Duran]] and [[THE THE]].")
    rule("check: repetition\nnumbers: true").flags("Page [[3 3]] of [[2026 2026]].")
    rule("check: repetition\ncase: same").flags("The the, [[the the]].")
    rule("check: repetition\nleast: 3").flags("a a, [[the the]]")


def test_nothing_to_find(rule) -> None:
    for text in ("", "the", "!!! ??"):
        rule(DOUBLED).flags(text)
