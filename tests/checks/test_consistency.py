"""consistency: two forms of one thing in one article."""

from __future__ import annotations

import pytest

SPELLING = """
check: consistency
zones: [prose]
message: "'{match}' here, '{majority}' {count} times"
messages: {majority: the other}
inflect: true
either: [adviser | advisor, judgement | judgment, policymaker | policy-maker | policy maker]
"""
TIMES = """
check: consistency
message: "{form} ({own}) here, {house} ({count}) elsewhere: {majority}"
forms:
  - name: 12-hour clock
    patterns: ['\\b\\d{1,2}(?:\\.\\d\\d)?[ap]m\\b']
    words: [noon]
  - name: 24-hour clock
    patterns: ['\\b\\d\\d:\\d\\d\\b']
"""


def test_spellings(rule) -> None:
    found = rule(SPELLING).flags("An adviser met advisers.\nThe [[advisors]] left; “an advisor,” he said. A judgment.")
    assert (found.messages, found.offers) == (["'advisors' here, 'adviser' 2 times"], [["advisers"]])
    assert found.related == [["the other"]]


def test_the_house_s_spelling_is_the_fix(rule) -> None:
    found = rule(SPELLING).flags("A policy maker, policy makers, one [[policymaker]] and two [[Policy-Makers]].")
    assert found.offers == [["policy maker"], ["Policy Makers"]]


def test_ways_to_write_a_time(rule) -> None:
    found = rule(TIMES).flags("From 6pm to noon, at [[18:00]] and 7.30am.")
    assert found.messages == ["24-hour clock (1) here, 12-hour clock (3) elsewhere: 6pm"]
    assert found.offers == [[]]


def test_on_a_tie_or_a_lead_of_one_it_is_likely(rule) -> None:
    found = rule(SPELLING).flags("An advisor left.\nAn [[adviser]] came.")
    assert (found.levels, found.offers) == (["warning"], [["advisor"]])
    found = rule(SPELLING).flags("An advisor left the advisor.\nAn [[adviser]] came.")
    assert found.levels == ["warning"]
    found = rule(SPELLING).flags("An advisor left the advisor to the advisor.\nAn [[adviser]] came.")
    assert found.levels == ["error"]


def test_names_keep_their_spelling(rule) -> None:
    text = "He works for the World Advisor Group, an adviser."
    rule("check: consistency\neither: [adviser | advisor]\nnames: no").flags(text)
    rule("check: consistency\neither: [adviser | advisor]").flags(text.replace("adviser", "[[adviser]]"))


def test_exceptions_and_zones(rule) -> None:
    rule("check: consistency\neither: [adviser | advisor]\nexcept: [trip advisor]").flags(
        "An adviser on a trip advisor."
    )
    rule(SPELLING).flags("headline: Advisor quits\nAn adviser quit.\nblockquote: An advisor quit.")


def test_fixes_leave_one_form(rule) -> None:
    text = "Shift\n\nAdvisers said the adviser and an advisor’s ADVISOR met.\n"
    assert rule(SPELLING).fixed(text) == "Shift\n\nAdvisers said the adviser and an adviser’s ADVISER met.\n"


@pytest.mark.parametrize("text", ["", "adviser", "adviser adviser", "\n\n"])
def test_one_form_is_right(rule, text: str) -> None:
    rule(SPELLING).flags(text)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("inflect: true", "one of the keys 'either' and 'forms' is needed"),
        ("either: [adviser]", "found 'adviser', expected different spellings parted by '|'"),
        ("either: [adviser |]", "found 'adviser |', expected different spellings parted by '|'"),
        ("either: [adviser | adviser]", "found 'adviser | adviser', expected different spellings parted by '|'"),
        ("forms: [{words: [a]}]", "the key 'name' is missing: what the form is called in the message"),
    ],
)  # fmt: skip
def test_what_is_refused(refuses, more: str, message: str) -> None:
    assert refuses(f"check: consistency\n{more}") == [message]
