"""Offices before names in two cases. In a text, [[ ]] marks what must be found; the first line is the headline."""

from __future__ import annotations

import pytest

from newslint.checks import Finding, Scope
from newslint.checks.office_titles import OfficeTitles
from newslint.checks.parameters import read_settings
from newslint.model import TEXT, Block, Confidence, Document, Source, TextMap, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

WORDS = {"descriptive": ["former", "ex"], "states": ["@nationalities"]}


def find(text: str, lexicon: Lexicon, **parameters: object) -> list[Finding]:
    blocks, at = [], 0
    for i, line in enumerate(text.split("\n")):
        blocks.append(Block(Zone.PARAGRAPH if i else Zone.HEADLINE, TextMap.slice(text, at, at + len(line))))
        at += len(line) + 1
    article = Article(Document(Source(text), blocks), lexicon)
    check = OfficeTitles(read_settings(WORDS | parameters, OfficeTitles.parameters), lexicon)
    return list(check.find(article, Scope(TEXT), ()))


def marked(text: str, lexicon: Lexicon, **parameters: object) -> str:
    plain = text.replace("[[", "").replace("]]", "")
    for span in sorted(
        (f.block.span(f.start, f.end) for f in find(plain, lexicon, **parameters) if f.block), reverse=True
    ):
        plain = f"{plain[: span.start]}[[{plain[span.start : span.end]}]]{plain[span.end :]}"
    return plain


CASES = {
    "lower-case minority": "Talks\nUS President Ida Sand met President Paul Okoro and Russian [[president]] Jan Moll.",
    "capital minority": "Talks\nThey saw premier Ida Sand, premier Paul Okoro and [[Premier]] Jan Moll.",
    "a tie": "Talks\nUS President Ida Sand met Russian [[president]] Jan Moll.",
    "surname alone": "Talks\nUS President Ida Sand met Jan Moll. They saw [[president]] Moll leave.",
    "headline": "Russian [[president]] Jan Moll arrives\nThe talks with Russian President Jan Moll began.",
    "each place": "Talks\nUS President Ida Sand, French President Al Roe, Russian [[president]] Jan Moll, Dutch [[president]] Ed Poe",
    "two words": "Talks\nThey saw Prime Minister Ida Sand and Dutch [[prime minister]] Ed Poe.",
    "each office by itself": "Talks\nThey saw Prime Minister Ida Sand and Dutch president Ed Poe.",
    "former": "Talks\nUS President Ida Sand met former president Jan Moll and former US president Ed Poe.",
    "ex-": "Talks\nUS President Ida Sand met ex-president Jan Moll.",
    "a determiner": "Talks\nUS President Ida Sand met the club president Jan Moll and his president Ed Poe.",
    "no name behind": "Talks\nUS President Ida Sand met the president. The Republican president left.",
    "comma": "Talks\nUS President Ida Sand met the Russian president, Jan Moll.",
    "first word of a sentence": "Talks\nThe Dutch president Ed Poe left. President Ida Sand stayed with president Jan Moll.",
    "quotation": 'Talks\nUS President Ida Sand left. "I met president Jan Moll," she said.',
    "role": "Talks\nThey saw captain Ida Sand and Captain Jan Moll.",
    "headline in title case": "Russian President Jan Moll Arrives For Talks\nThe talks with president Jan Moll began.",
    "nobody": "Talks\nThe boats left.",
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_the_article_shows_the_form(text: str, lexicon: Lexicon) -> None:
    assert marked(text, lexicon) == text


def test_a_house_that_writes_lower_case(lexicon: Lexicon) -> None:
    text = "Talks\nThey saw [[Prime Minister]] Ida Sand and president Jan Moll. President Jan Moll stayed."
    assert marked(text, lexicon, form="lower") == text
    assert find(text.replace("[[", "").replace("]]", ""), lexicon, form="lower")[0].replacements == ("prime minister",)


def test_a_house_that_writes_capitals(lexicon: Lexicon) -> None:
    text = "Talks\nThey saw [[secretary of state]] Ida Sand, former president Jan Moll and [[vice-president]] Ed Poe."
    assert marked(text, lexicon, form="capital") == text
    fixes = [f.replacements[0] for f in find(text.replace("[[", "").replace("]]", ""), lexicon, form="capital")]
    assert sorted(fixes) == ["Secretary of State", "Vice-President"]


def test_offices_can_be_chosen_and_exempted(lexicon: Lexicon) -> None:
    text = "Talks\nUS President Ida Sand met Russian president Jan Moll. Premier Ed Poe saw Dutch premier Al Roe."
    assert len(find(text, lexicon, offices=["president"])) == 1
    assert find(text, lexicon, offices=["president"], exempt=["President"]) == []


def test_evidence_and_confidence(lexicon: Lexicon) -> None:
    (finding,) = find("Talks\nUS President Ida Sand met Russian president Jan Moll.", lexicon)
    assert (finding.values["office"], finding.values["form"], finding.values["count"]) == (
        "president",
        "President",
        "1",
    )
    assert finding.replacements == ("President",)
    assert [(p.block.text[p.start : p.end], p.message) for p in finding.related] == [("President", "related")]
    assert finding.confidence is Confidence.CERTAIN
    (finding,) = find("Talks\nUS President Ida Sand met Rovers president Jan Moll.", lexicon)
    assert finding.confidence is Confidence.LIKELY
