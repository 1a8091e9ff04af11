"""conditional: one thing without the other that it needs."""

from __future__ import annotations

import pytest

ABBREVIATION = """
check: conditional
zones: [prose]
message: "'{value}' is not spelled out"
when: ['\\b([A-Z]{2,5})\\b']
unless: ['[a-z]+ \\(([A-Z]{2,5})\\)', '\\b([A-Z]{2,5}) \\([A-Z][a-z]+ ']
allow: [BBC, UN]
"""
PICTURED = """
check: conditional
zones: [paragraph, caption]
when: ['\\((?:left|right|pictured)[^()]*\\)']
unless: ['^.']
answers_in: [caption]
"""


def test_abbreviations(rule) -> None:
    found = rule(ABBREVIATION).flags(
        "The BBC said the [[RTA]] met the harbour board (RHB). The RHB and the RTA agreed.\nAn RTA!"
    )
    assert found.messages == ["'RTA' is not spelled out"]
    rule(ABBREVIATION).flags("The RTA (Road Traffic Authority) met.\nThe RTA won. “The NRA,” he said.")


def test_pictured_without_a_picture(rule) -> None:
    rule(PICTURED).flags("The mayor [[(pictured)]] left. Her son [[(left, in red)]] stayed.")
    rule(PICTURED).flags("The mayor (pictured) left.\ncaption: The mayor")
    rule(PICTURED).flags("caption: The mayor (left)\nThe mayor (pictured) left.")


def test_where_the_answer_stands(rule) -> None:
    text = "The RTA met.\nThe Road Traffic Authority (RTA) met."
    rule(ABBREVIATION).flags(text)
    rule(ABBREVIATION + "order: before\n").flags(text.replace("The RTA", "The [[RTA]]"))
    rule(ABBREVIATION + "order: before\n").flags("The authority (RTA) met.\nThe RTA won.")


def test_each_or_the_first(rule) -> None:
    rule(ABBREVIATION + "first: no\n").flags("An [[RTA]], an [[RTA]].")
    rule(ABBREVIATION).flags("An [[RTA]], an RTA, an [[NRA]].")


def test_exceptions(rule) -> None:
    rule(ABBREVIATION + "except: ['VIP lounge']\n").flags("A VIP lounge, a [[VIP]].")


def test_overlapping_finds_are_one(rule) -> None:
    rule("check: conditional\nwhen: ['ab+', 'abbc']\nunless: [x]\nfirst: no").flags("[[abbc]] [[abb]]")


@pytest.mark.parametrize("text", ["", "nothing here", "headline: RTA"])
def test_nothing_to_ask(rule, text: str) -> None:
    rule(ABBREVIATION).flags(text)


def test_what_is_refused(refuses) -> None:
    assert refuses("check: conditional\nwhen: [a]") == [
        "the key 'unless' is missing: regular expressions of the answer"
    ]
    (problem,) = refuses("check: conditional\nwhen: [a]\nunless: [b]\nanswers_in: [captions]")
    assert problem.endswith("did you mean 'caption'?")
