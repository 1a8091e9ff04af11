"""What is a slip of the fingers, and what another word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.lexicon import Lexicon
from newslint.text.mistyped import is_variant, parts, slip


@pytest.mark.parametrize(
    ("found", "meant", "kind"),
    [
        ("reveiw", "review", "turned"),
        ("possibilty", "possibility", "missing"),
        ("comming", "coming", "doubled"),
        ("amibition", "ambition", "added"),
        ("grearest", "greatest", "changed"),
        ("wouldnt", "wouldn't", "apostrophe"),
        ("agencys", "agencies", "apostrophe"),
        ("consitig", "consisting", "two"),
        # Plurals, agents, other endings, compounds and short words are what living words do by themselves.
        ("wranglings", "wrangling", ""),
        ("sentencers", "sentences", ""),
        ("gameplan", "gameplay", ""),
        ("co-ordinator", "coordinator", ""),
        ("goalscoring", "goal scoring", ""),
        ("circ", "circa", ""),
        ("raunch", "launch", ""),
    ],
)
def test_slips(found: str, meant: str, kind: str) -> None:
    assert slip(found, meant) == kind


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_texts(found: str, meant: str) -> None:
    assert slip(found, meant) in ("", "apostrophe", "turned", "missing", "doubled", "added", "changed", "two")
    assert slip(meant, meant) == ""


def test_parts() -> None:
    assert parts("inwhich", "in which") == ("in", "which")
    assert parts("inwhich", "witch") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("analyzing", "analysing", True),
        ("Color", "Colour", True),
        ("skeptical", "sceptical", True),
        ("maneuvers", "manoeuvres", True),
        ("travelled", "traveled", True),
        ("definate", "definite", False),
        ("colour", "colour", False),
    ],
)
def test_variants(one: str, other: str, same: bool, lexicon: Lexicon) -> None:
    assert is_variant(one, other, lexicon) is same
    assert is_variant(other, one, lexicon) is same
