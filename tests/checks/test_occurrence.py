"""occurrence: what may stand only so often in a sentence, block or article."""

from __future__ import annotations

import pytest

SHOUTS = """
check: occurrence
zones: [prose]
message: "{count} exclamation marks, {most} will do"
patterns: ['!+']
most: 1
"""
HOWEVER = """
check: occurrence
zones: [paragraph]
words: [however]
most: 1
per: block
"""


def test_exclamation_marks_of_an_article(rule) -> None:
    found = rule(SHOUTS).flags("headline: Fire!\nFire! It burns[[!!]] “Run!” he said.\ncaption: Smoke[[!]]")
    assert found.messages == ["3 exclamation marks, 1 will do"] * 2
    rule(SHOUTS).flags("Fire! It burns.")


def test_one_however_a_paragraph(rule) -> None:
    rule(HOWEVER).flags("However, he left. She, [[however]], stayed, [[however]] late.\nHowever, it rained.")


@pytest.mark.parametrize(
    ("per", "marked"),
    [
        ("document", "So it is so. [[So]]!\n[[so]]"),
        ("block", "So it is so. [[So]]!\nso"),
        ("sentence", "So it is so. So!\nso so [[so]]"),
    ],
)
def test_units(rule, per: str, marked: str) -> None:
    rule(f"check: occurrence\nzones: [all]\nwords: [so]\nmost: 2\nper: {per}").flags(marked)


def test_none_at_all(rule) -> None:
    rule("check: occurrence\nwords: [very]\nmost: 0").flags("[[very]], [[very]]")


def test_several_words_count_together(rule) -> None:
    rule("check: occurrence\nwords: [sources say, say, insiders say]\nexcept: [they say]").flags(
        "Sources say no. [[Insiders say]] yes. They say so. [[Say]] it."
    )


def test_quotations_count_only_where_they_are_named(rule) -> None:
    rule("check: occurrence\nwords: [so]").flags("“So, so, so,” he said, so [[so]].")
    rule("check: occurrence\nzones: [text, quotation]\nwords: [so]").flags("“So, [[so]],” he said, [[so]].")


def test_a_group_in_the_message(rule) -> None:
    found = rule("check: occurrence\nmessage: '{1} {count}'\npatterns: ['(a)b']").flags("ab [[ab]]")
    assert found.messages == ["a 2"]


def test_what_is_refused(refuses) -> None:
    assert refuses("check: occurrence\nmost: 2") == ["one of the keys 'words' and 'patterns' is needed"]
    (problem,) = refuses("check: occurrence\nwords: [so]\nmost: many")
    assert problem == "found 'many', expected a whole number from 0 to 10000"
