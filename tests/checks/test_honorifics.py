"""Titles of people: what an article shows of its house, and each axis of a house's rule.

In a text, [[ ]] marks what must be found. The first line is the headline, "## " opens a crosshead, "^ " a caption, "+ " a
standfirst; others are paragraphs.
"""

from __future__ import annotations

import pytest

from newslint.checks import Finding, Scope
from newslint.checks.honorifics import Honorifics
from newslint.checks.parameters import ParameterError, read_settings
from newslint.model import Block, Confidence, Document, Metadata, Source, TextMap, Zone, apply_edits
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

ZONES = {"## ": Zone.CROSSHEAD, "^ ": Zone.CAPTION, "+ ": Zone.STANDFIRST}
BODY = frozenset({Zone.PARAGRAPH, Zone.LIST_ITEM})


def find(
    text: str, lexicon: Lexicon, zones: frozenset[Zone] = BODY, section: str = "", **parameters: object
) -> tuple[Article, list[Finding]]:
    blocks, at = [], 0
    for i, line in enumerate(text.split("\n")):
        lead = next((z for z in ZONES if line.startswith(z)), "")
        zone = ZONES.get(lead, Zone.PARAGRAPH if i else Zone.HEADLINE)
        blocks.append(Block(zone, TextMap.slice(text, at + len(lead), at + len(line))))
        at += len(line) + 1
    article = Article(Document(Source(text), blocks, Metadata(section=section)), lexicon)
    check = Honorifics(read_settings(parameters, Honorifics.parameters), lexicon)
    return article, list(check.find(article, Scope(zones), ()))


def marked(text: str, lexicon: Lexicon, zones: frozenset[Zone] = BODY, section: str = "", **parameters: object) -> str:
    """The text with [[ ]] round what is found in it without the marks."""
    plain = text.replace("[[", "").replace("]]", "")
    _, findings = find(plain, lexicon, zones, section, **parameters)
    spans = sorted((f.block.span(f.start, f.end) for f in findings if f.block), reverse=True)
    for span in spans:
        plain = f"{plain[: span.start]}[[{plain[span.start : span.end]}]]{plain[span.end :]}"
    return plain


INCONSISTENT = {
    "subject": "Ferry\nMr Okoro met the mayor. [[Okoro]] said no more. Mr Okoro left.",
    "before the title": "Ferry\nThe plan pleased [[Okoro]]. Later Mr Okoro left. Mr Okoro was tired.",
    "possessive": "Ferry\nMr Okoro met the mayor. It was [[Okoro]]’s idea. Mr Okoro left.",
    "full name does not excuse": "Ferry\nPaul Okoro met Ann Stahl. Mr Okoro left. [[Okoro]] was tired. Mr Okoro slept.",
    "one title only": "Ferry\nThe mayor met Mr Okoro. [[Okoro]] said no more.",
    "woman": "Ferry\nMs Stahl met the mayor. [[Stahl]] said no more. Ms Stahl left.",
    "each person by himself": "Ferry\nMr Okoro met Ms Stahl. Ms Stahl left. [[Okoro]] stayed with Mr Okoro's dog.",
    "particles": "Ferry\nMr van der Meer left. [[Van der Meer]] was tired. Mr van der Meer slept.",
    "American full stop": "Ferry\nMr. Okoro left. [[Okoro]] was tired. Mr. Okoro slept.",
    "three to one is a title too many": "Rovers\nOkoro ran. Okoro fell. Fans love Okoro. [[Mr Okoro]] scored.",
    "two bare, one titled": "Ferry\nMr Okoro ran. [[Okoro]] fell. Then [[Okoro]] slept.",
}

CONSISTENT = {
    "titles throughout": "Ferry\nPaul Okoro left. Mr Okoro was tired. Mr Okoro slept.",
    "surnames throughout": "Ferry\nPaul Okoro left. Okoro was tired. Okoro slept.",
    "title in a quotation only": 'Ferry\nPaul Okoro left. "Mr Okoro is tired," a friend said. Okoro slept.',
    "bare in a quotation only": 'Ferry\nMr Okoro left. "Okoro is tired," a friend said. Mr Okoro slept.',
    "bare in quotation marks of a phrase": "Ferry\nMr Okoro left. The crowd cried “Okoro out”. Mr Okoro slept.",
    "headline": "Okoro leaves\nMr Okoro left. Mr Okoro slept.",
    "crosshead": "Ferry\nMr Okoro left.\n## Okoro’s way\nMr Okoro slept.",
    "caption": "Ferry\nMr Okoro left.\n^ Okoro at work\nMr Okoro slept.",
    "standfirst": "Ferry\n+ Okoro has left\nMr Okoro left. Mr Okoro slept.",
    "attributive": "Ferry\nMr Okoro left. The Okoro campaign and a key Okoro ally stayed. Mr Okoro slept.",
    "era": "Ferry\nMr Okoro left. The Okoro-era rules and anti-Okoro rallies stayed. Mr Okoro slept.",
    "family": "Ferry\nMr Okoro left. The Okoros and the Okoro family stayed. Mr Okoro slept.",
    "office": "Ferry\nMr Okoro left. President Okoro was tired. Mr Okoro slept.",
    "role": "Ferry\nMr Okoro left. Even chairman Okoro was tired. Mr Okoro slept.",
    "firm": "Ferry\nMr Okoro left. Okoro Holdings fell. Okoro said its profit had halved. Mr Okoro slept.",
    "firm's founder": "Ferry\nMr Okoro left Okoro Motors in 1990. Okoro was sold in 1995. Mr Okoro slept.",
    "place": "Ferry\nMr Okoro left. He lives in Okoro Street. Mr Okoro slept.",
    "other person's full name": "Ferry\nMr Okoro left. Ngozi Okoro stayed. Mr Okoro slept.",
    "month": "Ferry\nMrs May left. In May it rained. Mrs May slept.",
    "colour": "Ferry\nMr Brown left. Brown rice is dear. Mr Brown slept.",
    "Dr, then bare": "Ferry\nDr Stahl left. Stahl was tired. Dr Stahl slept.",
    "Sir, then bare": "Rovers\nSir Alan Thorne left. Thorne was tired. Sir Alan slept.",
    "readers' letters": "Have your say\nI like Mr Okoro. I trust Okoro.\nOkoro is right. Mr Okoro must stay. I agree.",
    "letters behind a story": "Ferry\nOkoro left on Friday.\nI agree with Mr Okoro.\nMr Okoro is right, I think.",
    "a child": "Ferry\nTom Okoro, 12, met Mr Okoro. Okoro was tired.",
    "nobody": "Ferry\nThe boats left.",
    "a link to another story": "Ferry\nOkoro admits 'mistakes' over ferries\nMr Okoro left. Mr Okoro slept.",
    "a contest": "Ferry\nThe Miss Calder title went to Jo Stahl. She was born in Boise, Calder.",
    "nickname": 'Ferry\nMr Vale left. Marion "Sonny" Vale was tired. Mr Vale slept.',
}


@pytest.mark.parametrize("text", INCONSISTENT.values(), ids=INCONSISTENT.keys())
def test_the_article_shows_the_form(text: str, lexicon: Lexicon) -> None:
    assert marked(text, lexicon) == text


@pytest.mark.parametrize("text", CONSISTENT.values(), ids=CONSISTENT.keys())
def test_what_is_no_inconsistency(text: str, lexicon: Lexicon) -> None:
    assert marked(text, lexicon) == text


def test_a_house_that_writes_titles(lexicon: Lexicon) -> None:
    text = "Ferry\nPaul Okoro met Ann Stahl. [[Okoro]] left. Ms Stahl slept. President Okoro woke."
    assert marked(text, lexicon, form="title") == text
    _, (finding,) = find(text.replace("[[", "").replace("]]", ""), lexicon, form="title")
    assert (finding.replacements, finding.variant) == (("Mr Okoro",), "house")


def test_a_house_that_writes_titles_offers_both_for_a_woman(lexicon: Lexicon) -> None:
    _, (finding,) = find("Ferry\nAnn Stahl left. Stahl slept.", lexicon, form="title")
    assert finding.replacements == ("Ms Stahl", "Mrs Stahl")


def test_another_title_takes_the_place_of_mr(lexicon: Lexicon) -> None:
    text = "Ferry\nDr Ann Stahl left. Dr Stahl slept. Stahl woke."
    assert marked(text, lexicon, form="title") == text
    text = "Ferry\nDr Ann Stahl left. Dr Stahl slept. [[Stahl]] woke. Dr Stahl rose."
    assert marked(text, lexicon, titles=["courtesy", "earned"]) == text


def test_a_house_that_writes_surnames(lexicon: Lexicon) -> None:
    text = "Ferry\nPaul Okoro met Ann Stahl. Okoro left. [[Ms Stahl]]'s dog slept. Dr Thorne and Sir Alan woke."
    assert marked(text, lexicon, form="surname") == text
    article, findings = find(text.replace("[[", "").replace("]]", ""), lexicon, form="surname")
    assert (findings[0].replacements, findings[0].variant) == (("Stahl",), "title")
    assert article.document.source.text


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("attributive", "Ferry\nMr Okoro left. The [[Okoro]] campaign won. Mr Okoro slept."),
        ("office", "Ferry\nMr Okoro left. [[President Okoro]] won. Mr Okoro slept."),
        ("family", "Ferry\nMr Okoro left. The [[Okoros]] won. Mr Okoro slept."),
    ],
)
def test_forms_that_a_house_does_not_exempt(form: str, text: str, lexicon: Lexicon) -> None:
    assert marked(text, lexicon, report=[form]) == text
    assert find(text.replace("[[", "").replace("]]", ""), lexicon, report=[form])[1][0].replacements == ()


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        (Zone.HEADLINE, "[[Okoro]] leaves\nMr Okoro left. Mr Okoro slept."),
        (Zone.CROSSHEAD, "Ferry\nMr Okoro left.\n## [[Okoro]]’s way\nMr Okoro slept."),
        (Zone.CAPTION, "Ferry\nMr Okoro left.\n^ [[Okoro]] at work\nMr Okoro slept."),
        (Zone.STANDFIRST, "Ferry\n+ [[Okoro]] has left\nMr Okoro left. Mr Okoro slept."),
    ],
)
def test_zones_that_a_house_does_not_exempt(zone: Zone, text: str, lexicon: Lexicon) -> None:
    assert marked(text, lexicon, zones=BODY | {zone}) == text


def test_quotations_when_the_rule_names_them(lexicon: Lexicon) -> None:
    text = 'Ferry\nMr Okoro left. "[[Okoro]] is tired," a friend said. Mr Okoro slept.'
    assert marked(text, lexicon, zones=BODY | {Zone.QUOTATION}) == text


BARE = "Ferry\nMr Okoro left. Okoro was tired. Mr Okoro slept."


@pytest.mark.parametrize("section", ["Sport", "News/Sport", "sport, football"])
def test_exempt_sections(section: str, lexicon: Lexicon) -> None:
    assert find(BARE, lexicon, section=section, exempt_sections=["sport"])[1] == []
    assert find(BARE, lexicon, section="politics", exempt_sections=["sport"])[1] != []


def test_exempt_people(lexicon: Lexicon) -> None:
    assert find(BARE, lexicon, exempt_people=["Okoro"])[1] == []
    text = "Ferry\nPaul Okoro sang. Mr Okoro left. Okoro was tired. Mr Okoro slept."
    assert find(text, lexicon, exempt_people=["Paul Okoro"])[1] == []
    assert find(text, lexicon, exempt_people=["Ann Okoro"])[1] != []


def test_exempt_described(lexicon: Lexicon) -> None:
    text = "Ferry\nThe convicted killer Paul Okoro left. Mr Okoro was tired. Okoro slept."
    assert find(text, lexicon, exempt_described=["late", "convicted"])[1] == []
    assert find(text, lexicon)[1] != []


@pytest.mark.parametrize("age", ["Tom Okoro, 14, left", "Tom Okoro, aged 14, left", "Tom Okoro (14) left"])
def test_minimum_age(age: str, lexicon: Lexicon) -> None:
    text = f"Ferry\n{age}. Okoro was tired. Mr Okoro slept. Mr Okoro woke."
    found = find(text, lexicon)[1]
    assert found == [] or "(" in age
    assert find(text, lexicon, minimum_age="10")[1] != []


def test_minimum_titled(lexicon: Lexicon) -> None:
    assert find(BARE, lexicon, minimum_titled="2")[1] != []
    assert find(BARE, lexicon, minimum_titled="3")[1] == []


def test_first_mention(lexicon: Lexicon) -> None:
    text = "Ferry\nMr Okoro left. Paul Okoro was tired. Mr Okoro slept."
    _, (finding,) = find(text, lexicon, first="full")
    assert (finding.variant, finding.values["name"], finding.confidence) == ("first", "Paul Okoro", Confidence.LIKELY)
    assert find(text, lexicon)[1] == []
    assert find("Ferry\nPaul Okoro left. Mr Okoro was tired.", lexicon, first="full")[1] == []


def test_evidence_and_fix(lexicon: Lexicon) -> None:
    article, (finding,) = find("Ferry\nMr Okoro left. It was Okoro’s idea. Mr Okoro slept.", lexicon)
    assert finding.values["name"] == "Mr Okoro"
    assert finding.values["count"] == "2"
    (place,) = finding.related
    assert (place.block.text[place.start : place.end], place.message) == ("Mr Okoro", "related")
    assert finding.block is not None
    edit = finding.block.edit(finding.start, finding.end, finding.replacements[0])
    assert edit is not None
    fixed = apply_edits(article.document.source.text, [edit])
    assert fixed == "Ferry\nMr Okoro left. It was Mr Okoro’s idea. Mr Okoro slept."
    assert find(fixed, lexicon)[1] == []


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Ferry\nMr Okoro left. Okoro slept. Mr Okoro woke.", Confidence.CERTAIN),
        ("Ferry\nMr Okoro left. Okoro slept.", Confidence.LIKELY),
        ("Ferry\nMr Okoro and Mrs Okoro left. Okoro slept. Mr Okoro woke.", Confidence.LIKELY),
        ("Ferry\nMr Okoro left. The record Okoro will defend is thin. Mr Okoro woke.", Confidence.POSSIBLE),
        ("Ferry\nMs Rice left. Rice was there. Ms Rice woke.", Confidence.POSSIBLE),
    ],
)
def test_confidence(text: str, confidence: Confidence, lexicon: Lexicon) -> None:
    assert [f.confidence for f in find(text, lexicon)[1]] == [confidence]


def test_parameters_are_validated() -> None:
    with pytest.raises(ParameterError, match="auto, title or surname"):
        read_settings({"form": "sometimes"}, Honorifics.parameters)
    with pytest.raises(ParameterError, match="unknown key 'house'"):
        read_settings({"house": "x"}, Honorifics.parameters)


def test_of_two_titled_people_of_a_name_none_is_put_in(lexicon: Lexicon) -> None:
    _, (finding,) = find("Ferry\nMr Okoro and Mrs Okoro left. Okoro slept. Mr Okoro woke.", lexicon)
    assert finding.replacements == ()
