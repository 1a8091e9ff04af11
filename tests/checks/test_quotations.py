"""quotations: marks that never close, that nothing opened, or that don't match."""

from __future__ import annotations

import pytest

UNCLOSED = "check: quotations\nfault: unclosed\nzones: [all]\nmessage: '{mark} never closes'"
UNOPENED = "check: quotations\nfault: unopened\nzones: [all]\nmessage: '{mark}'"
MIXED = "check: quotations\nfault: mixed\nzones: [all]\nmessage: '{open} closes with {mark}'"


@pytest.mark.parametrize(
    ("which", "marked"),
    [
        (UNCLOSED, "[[“]]We had no choice, she said on Monday.\nThe bridge closes in May."),
        (UNCLOSED, "He called it [[\"]]a mess and left.\nThe bridge closes in May."),
        (UNCLOSED, "“We had no choice,” she said. “The bridge was old.\n“It will close.”"),
        (UNCLOSED, "The ’70s were the ‘good’ years, rock ’n’ roll."),
        (UNOPENED, "We had no choice,[[”]] she said."),
        (UNOPENED, "“We had no choice,” she said."),
        (MIXED, "“We had no choice,[[\"]] she said."),
        (MIXED, "\"We had no choice,[[”]] she said."),
        (MIXED, "“We had ‘no’ choice,” she said. \"Yes,\" I said."),
        (UNCLOSED, ""),
    ],
)  # fmt: skip
def test_faults(rule, which: str, marked: str) -> None:
    rule(which).flags(marked)


SINGLE = "check: quotations\nfault: order\nouter: single\nmessage: '{mark}'\nzones: [text, quotation]"
DOUBLE = SINGLE.replace("single", "double")
INSIDE = "check: quotations\nfault: punctuation\nmessage: '{mark}'\nzones: [text, quotation]"
SENSE = INSIDE + "\nplace: sense"


@pytest.mark.parametrize(
    ("which", "marked", "fixed"),
    [
        (SINGLE, "[[“]]We had no ‘choice’,” she said.", "‘We had no “choice”,’ she said."),
        (SINGLE, '[["]]No," she said. "Yes."', "'No,' she said. 'Yes.'"),
        (SINGLE, "‘We had no “choice”,’ she said at the players’ home.", ""),
        (DOUBLE, "[[‘]]We had no “choice”,’ she said.", "“We had no ‘choice’,” she said."),
        (DOUBLE, "It was [[']]no choice' for the players' wives.", 'It was "no choice" for the players\' wives.'),
        (DOUBLE, "“We had no ‘choice’,” she said.", ""),
        (
            INSIDE,
            "She called it “a mess[[”.]] It was “no use[[”,]] too.",
            "She called it “a mess.” It was “no use,” too.",
        ),
        (INSIDE, "Was it “a mess”? “Yes!”, “No.” He wrote “v2”.5 and “etc”...", ""),
        (SENSE, "She called it “a mess[[.”]] It was.", "She called it “a mess”. It was."),
        (SENSE, "“I think,” she said, “that it ends.” She said: “it ends.” “It is a mess.”", ""),
    ],
)
def test_house_style(rule, which: str, marked: str, fixed: str) -> None:
    rule(which).flags(marked)
    if fixed:
        trial = rule(which + "\napplicability: safe")
        assert trial.fixed(f"Head\n\n{marked.replace('[[', '').replace(']]', '')}\n") == f"Head\n\n{fixed}\n"


def test_messages(rule) -> None:
    assert rule(UNCLOSED).flags("[[“]]We had no choice, she said.\nThe end came.").messages == ["“ never closes"]
    assert rule(MIXED).flags('“No,[["]] she said.').messages == ['“ closes with "']


def test_zones(rule) -> None:
    rule("check: quotations\nfault: unclosed\nzones: [headline]").flags(
        "headline: [[“]]No choice\n“No choice, she said."
    )


def test_what_is_refused(refuses) -> None:
    assert refuses("check: quotations") == ["the key 'fault' is missing: the fault to find"]
    assert refuses("check: quotations\nfault: unclose")[0].endswith("did you mean 'unclosed'?")
