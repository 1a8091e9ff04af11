"""shift-slip: a digit typed with Shift held, in tokens of the rule's shapes."""

from __future__ import annotations

import pytest

CODES = """
check: shift-slip
zones: [all]
message: "{character} in a {shape}: {suggestions}"
shapes:
  - name: code
    match: '[A-Z]{1,3}\\d{1,3}'
    except: ['C#', 'A\\*']
    doubtful: ['[A-Z]{3}!']
also: {'Group of (Seven|Twenty|\\d+)': 'G{1:digits}'}
except: ['&[a-z]{2,8};']
"""
ROADS = """
check: shift-slip
zones: [paragraph, quotation]
shapes:
  - {name: road, match: '[AM]\\d{1,4}', after: [the, on]}
  - {name: house number, match: 'No\\.\\d{1,3}'}
"""


def test_codes(rule) -> None:
    found = rule(CODES).flags(
        "The [[G&]] and the [[B2)]] met; AT&T, C#, an A* and G&amp;T did not (A20).\nheadline: [[G*]] meets"
    )
    assert found.messages[0].startswith("& in a code: G7 or ")
    assert [offers[0] for offers in found.offers] == ["G7", "B20", "G8"]


def test_what_the_article_knows_comes_first(rule) -> None:
    assert rule(CODES).flags("The Group of Twenty met. The [[G&]] said no.").offers[0][:2] == ["G20", "G7"]
    assert rule(CODES).flags("The G9, the G9 and the G8 met. The [[G&]] said no.").offers[0][:3] == ["G9", "G8", "G7"]
    assert rule(CODES).flags("The G7 and the G20 met. The [[G&]] said no.").offers[0][:2] == ["G7", "G20"]


def test_roads(rule) -> None:
    found = rule(ROADS).flags(
        "headline: On the M$\nOn the [[M$]], by [[A!0]] and at [[No.!2]]. “The [[A(2]] is shut,” he said."
    )
    assert [offers[0] for offers in found.offers] == ["M4", "A10", "No.12", "A92"]


@pytest.mark.parametrize(
    ("marked", "levels"),
    [("On [[BBC!]] today", ["warning"]), ("On [[BB!]] today", ["error"])],
)
def test_a_doubtful_token_is_likely_only(rule, marked: str, levels: list[str]) -> None:
    assert rule(CODES).flags(marked).levels == levels


def test_an_exclamation_mark_before_an_apostrophe_ends_nothing(rule) -> None:
    rule(CODES).flags("The [[BB!]]’s own, “BB!” he said.")


@pytest.mark.parametrize(
    "text",
    [
        "He said BB!", "Item (A) and (G20)", "A “G20” it is", "R&D & G20", "https: Q&A", "G 7 & G 8", "",
        "x" * 40 + "&", "& & &", "“G20!” he said. “G8!”", "The winners (in G8) met",
    ],
)  # fmt: skip
def test_marks_that_are_meant(rule, text: str) -> None:
    rule(CODES).flags(text)


def test_positions_in_html(rule) -> None:
    trial = rule(CODES)
    html = "<p>😀 The G&amp; met, the <b>G</b>&amp; too.</p>"
    found = trial.linter.lint(trial.document(html, "html")).diagnostics
    assert [html[slice(*d.span)] for d in found] == ["G&amp;", "G</b>&amp;"]
    assert found[0].fixes[0].edits[0].text == "G7"


def test_without_keyboards_nothing_is_found(rule, lexicon) -> None:
    from newslint.engine import Linter
    from newslint.text.lexicon import Lexicon

    trial = rule(CODES)
    bare = Linter([r.rule for r in trial.linter.program.runners], Lexicon())
    assert not bare.lint(trial.document("The G& met\n\nThe G& met.\n")).diagnostics


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("", "the key 'shapes' is missing: shapes of tokens that hold digits"),
        ("shapes: [{name: a, match: '(a'}]", "the pattern can't be used: missing ), unterminated subpattern at position 0"),
        ("shapes: [{name: a, match: '(a+)+b'}]", "the pattern may take exponential time"),
        ("shapes: [{name: a, match: 'G\\d'}]\nalso: {'Group of (\\d)': 'G{2}'}", "unknown value '2'"),
    ],
)  # fmt: skip
def test_what_is_refused(refuses, more: str, message: str) -> None:
    (problem,) = refuses(f"check: shift-slip\n{more}")
    assert problem.startswith(message)
