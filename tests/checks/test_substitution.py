"""substitution: a form and what should stand in its place."""

from __future__ import annotations

import pytest

WORDY = """
check: substitution
zones: [prose]
message: "'{match}': write '{replacement}'"
swap:
  in the event that: if
  at this point in time: [now, today]
  utilise: use
inflect: verb
"""
CLOCK = """
check: substitution
applicability: safe
patterns:
  - match: '\\b(\\d{1,2}):00 ?([ap])\\.?m\\b\\.?'
    to: '{1}{2}m'
    except: ['12:00']
"""


def test_a_wordy_phrase(rule) -> None:
    found = rule(WORDY).flags(
        "headline: Utilise it\n[[In the event that]] it rains, he [[utilised]] it [[at this point in time]]."
    )
    assert found.offers == [["If"], ["used"], ["now", "today"]]
    assert found.messages[0] == "'In the event that': write 'If'"


def test_a_house_form_of_times(rule) -> None:
    assert rule(CLOCK).fixed("Doors\n\nAt 7:00 p.m. or 12:00 p.m. on Friday; at 9:00am it ends.\n") == (
        "Doors\n\nAt 7pm or 12:00 p.m. on Friday; at 9am it ends.\n"
    )


@pytest.mark.parametrize(
    ("found", "written"),
    [
        ("utilise", "use"), ("Utilise", "Use"), ("UTILISE", "USE"),
        ("added bonus", "bonus"), ("Added bonus", "Bonus"), ("Added Bonus", "Bonus"), ("ADDED BONUS", "BONUS"),
        ("web-site", "website"), ("Web-Site", "Website"), ("web\u2011site", "website"),
        ("PIN number", "PIN"), ("NATO", "Nato"), ("ice  cream", "ice-cream"),
    ],
)  # fmt: skip
def test_the_replacement_follows_the_case(rule, found: str, written: str) -> None:
    trial = rule(
        "check: substitution\nswap: {utilise: use, added bonus: bonus, web-site: website, PIN number: PIN, NATO: Nato, ice cream: ice-cream}"
    )
    assert trial.flags(f"It is [[{found}]] here.").offers == [[written]]


def test_capitals_are_found_as_written(rule) -> None:
    rule("check: substitution\nswap: {PIN number: PIN}").flags("A [[PIN number]], a pin number, a Pin Number.")


def test_right_in_another_way(rule) -> None:
    # What already stands as it should is no finding.
    rule("check: substitution\npatterns: [{match: '(?i)website', to: 'website'}]").flags("A website, a [[Website]].")


@pytest.mark.parametrize(
    ("inflect", "marked"),
    [
        ("false", "[[bin man]], bin mans"),
        ("plural", "[[lorry]], [[lorries]], lorried"),
        ("verb", "[[lorry]], [[lorries]], [[lorried]], [[lorrying]]"),
        ("true", "[[lorry]], [[lorries]], [[lorried]], [[lorrying]]"),
    ],
)
def test_inflected(rule, inflect: str, marked: str) -> None:
    rule(f"check: substitution\ninflect: {inflect}\nswap: {{lorry: truck, bin man: binman}}").flags(marked)


def test_inflected_replacements(rule) -> None:
    trial = rule("check: substitution\ninflect: true\nswap: {lorry: truck, swap out: swap}")
    assert trial.flags("[[Lorries]] were [[swapped out]].").offers == [["Trucks"], ["swapped"]]


def test_names_keep_their_spelling(rule) -> None:
    trial = rule("check: substitution\nnames: no\nswap: {center: centre, Ebay: eBay}\npatterns: [{match: Harb, to: H}]")
    trial.flags("The [[center]]. [[Center]] left. [[Harb]] Lincoln Center, [[Ebay]], the Center. Center Bank.")


def test_references_of_entries(rule) -> None:
    trial = rule(
        "check: substitution\nreference: https://a.example/\nswap: {lorry: truck, van: truck}\ninflect: plural\n"
        "patterns: [{match: tr.m, to: bus}]\nreferences: {https://b.example/v: [van, tr.m, gone]}"
    )
    found = trial.linter.lint(trial.document("Head\n\nA lorry, vans, a tram.")).diagnostics
    assert [d.url for d in found] == ["https://a.example/", "https://b.example/v", "https://b.example/v"]


def test_an_empty_replacement_deletes(rule) -> None:
    trial = rule("check: substitution\napplicability: safe\nswap: {very: '', indeed: ''}")
    assert trial.fixed("Cold\n\nVery dull and very cold (indeed), it was very cold indeed.\n") == (
        "Cold\n\ndull and cold (), it was cold.\n"
    )


def test_no_replacement(rule) -> None:
    found = rule("check: substitution\nmessage: '{match} {replacement}!'\nswap: {irregardless: []}").flags(
        "[[irregardless]]"
    )
    assert (found.messages, found.offers) == (["irregardless !"], [[]])


def test_word_lists_on_the_left(rule) -> None:
    trial = rule("check: substitution\npatterns: [{match: '(\\d+)(?:st|nd|rd|th) (@months)', to: '{1} {2}'}]")
    assert trial.flags("On [[3rd May]] and [[21st June]], the 3rd man.").offers == [["3 May"], ["21 June"]]


def test_positions_and_fixes_in_other_formats(rule) -> None:
    trial = rule("check: substitution\napplicability: safe\nzones: [all]\nswap: {R&D arm: research arm, cafe: café}")
    html = "<h1>Shut</h1>\r\n<p>😀 The R&amp;D arm <b>and</b> the ca<i>fe</i> and a cafe.</p>\r\n"
    found = trial.linter.lint(trial.document(html, "html")).diagnostics
    assert [html[slice(*d.span)] for d in found] == ["R&amp;D arm", "ca<i>fe", "cafe"]
    assert [len(d.fixes) for d in found] == [1, 0, 1]
    assert trial.fixed(html, "html") == html.replace("R&amp;D arm", "research arm").replace("a cafe", "a café")
    markdown = "---\ntitle: 'The boss''s R&D arm'\n---\n\nThe *cafe* and [cafe](cafe.html) `cafe`.\n"
    assert trial.fixed(markdown, "markdown") == (
        "---\ntitle: 'The boss''s research arm'\n---\n\nThe *café* and [café](cafe.html) `cafe`.\n"
    )
    fields = '{"headline": "The \\"R&D arm\\"", "body": {"format": "html", "text": "<p>The R&amp;D arm.</p>"}}'
    assert trial.fixed(fields, "fields") == fields.replace("R&D", "research").replace("R&amp;D", "research")


def test_it_spans_the_lines_of_a_paragraph(rule) -> None:
    trial = rule("check: substitution\nswap: {at this point in time: now}")
    trial.reads("Bridge to close\n\nIt is closed [[at this point\nin time]] to all\ntraffic.\n")
    trial.reads("Bridge to close\r\n\r\nIt is closed [[at this point\r\nin time]].\r\n")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("inflect: true", "one of the keys 'swap' and 'patterns' is needed"),
        ("swap: {noon: noon}", "'noon' is replaced by itself"),
        ("patterns: [{match: a, to: '{1}'}]", "unknown value '1'"),
        ("patterns: [{match: '\\((?:a)', to: '{1}'}]", "unknown value '1'"),
        ("swap: {a: b}\nreferences: {page 3: [a]}", "found 'page 3', expected an address that begins with https://"),
        ("patterns: [{match: '(a', to: b}]", "the pattern can't be used"),
    ],
)
def test_what_is_refused(refuses, more: str, message: str) -> None:
    try:
        (problem,) = refuses(f"check: substitution\n{more}")
    except ValueError as error:  # a pattern is compiled by the linter only
        problem = "the pattern can't be used" if "unterminated" in str(error) else str(error)
    assert problem.startswith(message)


def test_together_the_first_fix_mends_all(rule) -> None:
    trial = rule("check: substitution\ntogether: yes\nswap: {teh: the}")
    found = trial.flags("[[teh]] owner of [[teh]] mill\nheadline: [[Teh]] end")
    assert [[e.text for e in d.fixes[0].edits] for d in found] == [["the", "the", "The"], ["the"], ["The"]]
    assert "2 more" in found[0].fixes[0].title
    assert trial.fixed("Teh end\n\nOf teh mill.\n") == "The end\n\nOf the mill.\n"
