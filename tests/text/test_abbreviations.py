"""Abbreviations in capitals, their definitions and places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.model import Block, Document, Source, TextMap, Zone
from newslint.text.abbreviations import Abbreviation, find_abbreviations
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon, WordList

SMALL = Lexicon({"small-words": WordList("small-words", {w: {} for w in ("and", "for", "of", "the")})})


def find(text: str, zone: Zone = Zone.PARAGRAPH) -> dict[str, Abbreviation]:
    blocks, at = [], 0
    for line in text.split("\n"):
        blocks.append(Block(zone, TextMap.slice(text, at, at + len(line))))
        at += len(line) + 1
    return find_abbreviations(Article(Document(Source(text), blocks), SMALL))


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        ("The Office for Coastal Harbours (OCH) met.", "OCH", "Office for Coastal Harbours"),
        ("The OCH (Office for Coastal Harbours) met.", "OCH", "Office for Coastal Harbours"),
        ("The OCH (Office for Coastal Harbours, founded in 1920) met.", "OCH", "Office for Coastal Harbours"),
        ("The Office for Coastal Harbours, or OCH, met.", "OCH", "Office for Coastal Harbours"),
        ("A non-governmental organisation (NGO) met.", "NGO", "non-governmental organisation"),
        ("Some non-governmental organisations (NGOs) met.", "NGO", "non-governmental organisations"),
        ("The accident and emergency (A&E) ward shut.", "A&E", "accident and emergency"),
        ("The Harbour and Boat Owners' Union (HBOU) met.", "HBOU", "Harbour and Boat Owners' Union"),
        ("It rose by 2%, the Harbour Research Unit (HRU) said.", "HRU", "Harbour Research Unit"),
        ("Ann Sheldon of the Union of Ferry Crews (UFC) spoke.", "UFC", "Union of Ferry Crews"),
        ("The Group of 20 (G20) met.", "G20", "Group of 20"),
        ("Light detection (LIDAR) failed.", "LIDAR", ""),
        ("He spoke (in the BBC) of it.", "BBC", ""),
        ("The mayor left early (OCH said so).", "OCH", ""),
        ("The OCH (and its friends) met.", "OCH", ""),
        ("He left. Coastal Harbours (OCH) met.", "OCH", ""),
        ("The U.N. met.", "UN", ""),
    ],
)
def test_definitions(text: str, short: str, meaning: str) -> None:
    assert find(text)[short].meaning == meaning


def test_every_place_is_kept_and_the_first_definition_counts() -> None:
    text = "The OCH spoke.\nThe Office for Coastal Harbours (OCH) met. The OCH's boats left, and OCH-made buoys."
    och = find(text)["OCH"]
    assert [(p.block.index, p.start, p.text) for p in och.places] == [
        (0, 4, "OCH"), (1, 33, "OCH"), (1, 47, "OCH"), (1, 69, "OCH"),
    ]  # fmt: skip
    assert och.definition is not None
    assert (och.definition.block.index, och.definition.start) == (1, 4)


@pytest.mark.parametrize(
    "text", ["I said no.", "A man left.", "iPhone and McDonald met.", "Mr K. left.", "B-52s flew by."]
)
def test_what_is_no_abbreviation(text: str) -> None:
    assert find(text) == {}


@pytest.mark.parametrize(
    ("text", "shorts"),
    [
        ("MPs and NGOs met the BBC.", ["MP", "NGO", "BBC"]),
        ("The G7 and the G20 met.", ["G7", "G20"]),
        ("COVID-19 came.", ["COVID"]),
        ("The U.S. left the U.N. talks.", ["US", "UN"]),
        ("THE END IS NEAR", []),
    ],
)
def test_short_forms(text: str, shorts: list[str]) -> None:
    assert list(find(text)) == shorts


def test_furniture_has_none() -> None:
    assert find("RSS and BBC", Zone.FURNITURE) == {}


@given(st.text(st.sampled_from("ABCabc ().,&s-’\n1\u0301"), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_has_places_inside_it(text: str) -> None:
    for abbreviation in find(text).values():
        assert all(p.text.replace(".", "") == abbreviation.short for p in abbreviation.places)
        assert abbreviation.definition is None or abbreviation.definition.text.strip()


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["the Office for Harbours (OH) ", "(", "A.", "AB&", "word ", "(AB) ", "a, or AB "])
def test_time_grows_with_the_text_only(piece: str, grows_linearly) -> None:
    grows_linearly(lambda times: find(piece * times), 2_000)
