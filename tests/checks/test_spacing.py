"""spacing: white space round marks."""

from __future__ import annotations

import pytest

COMMAS = """
check: spacing
zones: [all]
marks: [',', ';', '.', '...', '!']
before: none
after: any
applicability: safe
except: ['\\s\\.\\d', '…\\s!']
"""
DASHES = """
check: spacing
message: "'{mark}' wants a space on either side"
marks: ['–', '--']
before: one
after: one
except: ['\\d–\\d']
applicability: safe
"""


def test_no_space_before(rule) -> None:
    found = rule(COMMAS).flags("So[[ ,]] he said[[  ;]] it ends[[ ...]] and cost .5 … ! “No[[\u00a0!]]” he said[[ .]]")
    assert found.offers == [[","], [";"], ["..."], ["!"], ["."]]
    assert rule(COMMAS).fixed("The end\n\nSo , he said .\n") == "The end\n\nSo, he said.\n"
    rule(COMMAS).flags(" , and\n...\n.")


def test_a_dash_has_a_space_on_either_side(rule) -> None:
    found = rule(DASHES).flags("He came[[–]]late – and [[–]]left[[  –]] at 5–6 [[--  ]]so.")
    assert found.messages[0] == "'–' wants a space on either side"
    assert found.offers == [[" – "], ["– "], [" –"], ["-- "]]
    assert rule(DASHES).fixed("The end\n\nHe–she  –  it--they.\n") == "The end\n\nHe – she – it -- they.\n"
    rule(DASHES).flags("– he –\nHe –” she said (– so)")


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ("after: none", "[[( ]]a) and (b)\n(\na ("),
        ("after: one", "a[[(]]b [[(  ]]c ( d (“e”) ("),
        ("before: one", "a[[(]]b[[  (]]c (d\n(e\n  (f"),
        ("before: none\nafter: none", "a[[ ( ]]b"),
        ("before: one\nafter: none", "a[[(]]b [[( ]]c (d"),
    ],
)
def test_what_is_wanted(rule, settings: str, marked: str) -> None:
    rule(f"check: spacing\nzones: [all]\nmarks: ['(']\n{settings}").flags(marked)


def test_runs_of_marks(rule) -> None:
    rule("check: spacing\nmarks: ['?', '!']\nbefore: none").flags("What?! What[[ ?]]! What?[[ !]]")


def test_quotations_and_zones(rule) -> None:
    rule("check: spacing\nmarks: [',']\nbefore: none\nzones: [paragraph]").flags(
        "headline: So ,\n“So , no,” he said[[ ,]] so."
    )


def test_what_is_refused(refuses) -> None:
    assert refuses("check: spacing\nmarks: [',']") == ["one of the keys 'before' and 'after' is needed"]
    assert refuses("check: spacing\nmarks: [' ']\nbefore: none") == ["a mark needs a visible character"]
    assert refuses("check: spacing\nmarks: []\nbefore: none")[0].startswith("found a list, expected at least 1 of text")
