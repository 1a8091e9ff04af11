"""existence: what should not be there, in the text or in the source, anywhere or at an edge."""

from __future__ import annotations

import pytest

LABEL = """
check: existence
zones: [all]
anchor: block
delete: true
applicability: safe
patterns: ['(?:TAGS|FILED UNDER):.*']
"""
BLANKS = """
check: existence
of: source
message: white space at the end of the line
patterns:
  - match: '(?m)[ \\t]+(?=\\r?$)'
    to: ''
"""


def test_a_label_that_fills_its_block(rule) -> None:
    rule(LABEL).flags("headline: Bridge to close\n[[TAGS: bridge, river]]\nHe wrote TAGS: nothing on it.\nTAGS\n")
    assert rule(LABEL).fixed("Bridge to close\n\nTAGS: bridge\n\nIt is old.\n") == "Bridge to close\n\nIt is old.\n"


def test_white_space_in_the_source(rule) -> None:
    trial = rule(BLANKS)
    trial.reads("Bridge to close\n\nIt is old.[[  ]]\nIt is long.[[\t]]\r\nIt is red.\n")
    assert trial.fixed("Bridge to close\n\nIt is old.  \n") == "Bridge to close\n\nIt is old.\n"


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("noon", "At [[noon]], [[Noon]] or [[NOON]]; nooning, afternoon and noon_time are other words."),
        ("Noon", "At noon [[Noon]] sang, not NOON."),
        ("state of the art", "[[State  of the Art]]: [[state\u00a0of the art]]."),
        ("o'clock", "At six [[o’clock]] and ten [[o'clock]]."),
        ("well-known", "The [[well‑known]] and [[well-known]] man."),
        ("C++", "She writes [[C++]], not C+."),
        ("naïve", "A [[naïve]] and a [[NAÏVE]] man, not naïvely."),
        ("👍", "A [[👍]] came back, 👎 did not."),
        ("at @months", "[[at May]] and [[at June]], at 5."),
        (r"news\@harbour.example", "Write to [[news@harbour.example]] now."),
    ],
)  # fmt: skip
def test_words_are_whole(rule, words: str, marked: str) -> None:
    rule(f"check: existence\nwords: ['{words.replace(chr(39), chr(39) * 2)}']").flags(marked)


def test_of_overlapping_finds_the_longest_counts(rule) -> None:
    trial = rule("check: existence\nwords: [state, state of the art, the art of war, art]")
    trial.flags("The [[state of the art]] of war, [[the art of war]], a [[state]], an [[art]].")
    # Equally long: the first.
    rule("check: existence\nwords: [a b, b a]").flags("[[a b]] a")
    rule("check: existence\npatterns: ['ab', 'bcde', 'efg']").flags("a[[bcde]]fg, [[ab]], [[efg]]")
    # What a beaten find held back comes to light again.
    rule("check: existence\nwords: [one two, one two three, three four five six, one]").flags(
        "[[one two]] [[three four five six]]"
    )


def test_exceptions(rule) -> None:
    trial = rule("check: existence\nwords: [noon]\nexcept: [noon prayers, '/High Noon/']")
    trial.flags("At [[noon]] the noon prayers began; High Noon was on, high [[noon]] was hot.")
    trial = rule("check: existence\npatterns: [{match: 'noon', except: ['fore']}, 'fore']")
    trial.flags("[[fore]], fore, after[[noon]]".replace("fore, after", "[[fore]], after"))
    trial = rule("check: existence\npatterns: [{match: 'forenoon|noon', except: ['a forenoon']}, 'fore']")
    trial.flags("a [[fore]]noon, one [[forenoon]]")
    trial.flags("[[forenoon]] a")


def test_zones_and_quotations(rule) -> None:
    body = "headline: noon\ncaption: “noon”\n“At noon,” she said at noon. It was “‘noon’ or so”.\nblockquote: noon\n"
    rule("check: existence\nzones: [paragraph]\nwords: [noon]").flags(body.replace("said at noon", "said at [[noon]]"))
    rule("check: existence\nzones: [caption, quotation]\nwords: [noon]").flags(
        body.replace("caption: “noon”", "caption: “[[noon]]”")
    )
    rule("check: existence\nzones: [all]\nwords: [noon]").flags(body.replace("noon", "[[noon]]"))
    rule("check: existence\nzones: [headline]\nwords: [noon]").flags("")


@pytest.mark.parametrize(
    ("anchor", "marked"),
    [
        ("none", "[[noon]] to [[noon]]\nnoon".replace("\nnoon", "\n[[noon]]")),
        ("block", "noon to noon\n[[noon]]\n“noon”"),
        ("block-start", "[[noon]] to noon\n [[noon]]"),
        ("block-end", "noon to [[noon]]\n[[noon]] \nat noon."),
        ("document-start", "[[noon]] to noon\nnoon"),
        ("document-end", "noon to noon\nnoon and [[noon]]"),
    ],
)
def test_anchors(rule, anchor: str, marked: str) -> None:
    rule(f"check: existence\nzones: [all]\nwords: [noon]\nanchor: {anchor}").flags(marked)


def test_the_source_has_exceptions_groups_and_edges_too(rule) -> None:
    trial = rule(
        "check: existence\nof: source\nmessage: '{1} tabs'\npatterns:\n- {match: '(\\t+)', to: '<{1}>', except: ['\\t\\|']}"
    )
    found = trial.reads("Bridge to close\n\na[[\t\t]]b\t|\n")
    assert (found.messages, found.offers) == (["\t\t tabs"], [["<\t\t>"]])
    end = rule("check: existence\nof: source\nanchor: document-end\npatterns: ['x+']")
    end.reads("xx and " + "long " * 200 + "[[xxx]]")
    start = rule("check: existence\nof: source\nanchor: document-start\nzones: [headline]\npatterns: ['\\ufeff?#!']")
    start.reads("[[#!]] and #! again")
    start.reads("")


def test_messages_have_groups(rule) -> None:
    found = rule("check: existence\nmessage: '{1}-{word}-{match}'\npatterns: ['(a+)(?P<word>b)']").flags("[[aab]]")
    assert found.messages == ["aa-b-aab"]


def test_nothing_to_find(rule) -> None:
    trial = rule("check: existence\nwords: [noon]")
    trial.flags("")
    trial.reads("\n\n")


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("", "one of the keys 'words' and 'patterns' is needed"),
        ("words: ['@moths']", "no word list is named 'moths'; write \\@ for the sign itself"),
        ("patterns: ['@moths']", "no word list is named 'moths'; write \\@ for the sign itself"),
        ("delete: true\npatterns: [{match: a, to: b}]", "found 'to' beside 'delete': a find is either deleted or replaced"),
        ("words: [a]\nof: source\nanchor: block", "the source has no blocks: expected document-start or document-end"),
        ("patterns: [{match: 'a(b)', to: '{2}'}]", "unknown value '2'"),
        ("words: ['@months @months @months @months @months']", "'@months @months @months @months @months' stands for"),
    ],
)  # fmt: skip
def test_what_is_refused(refuses, more: str, message: str) -> None:
    (problem,) = refuses(f"check: existence\n{more}")
    assert problem.startswith(message)
