"""Who is named where: hard cases as a table, then what holds for any article.

In a case, {form:words} is a mention as it must be found; {form?:words} one that the finder must mark as uncertain. A
mention that is not marked must not be found. A line that begins with "# " is a headline, "## " a crosshead, "^ " a caption,
"> " a block quotation; others are paragraphs.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.model import Block, Document, Source, TextMap, Zone
from newslint.rulebook import core_lexicon
from newslint.text.article import Article
from newslint.text.lexicon import EMPTY, Lexicon
from newslint.text.people import Form, People
from newslint.text.people.both import may_stand_bare

ZONES = {"# ": Zone.HEADLINE, "## ": Zone.CROSSHEAD, "^ ": Zone.CAPTION, "> ": Zone.BLOCKQUOTE}
MARK = re.compile(r"\{([a-z]+)(\??):([^{}]*)\}")


def article(text: str, lexicon: Lexicon) -> Article:
    blocks, at = [], 0
    for line in text.split("\n"):
        lead = next((z for z in ZONES if line.startswith(z)), "")
        zone = ZONES.get(lead, Zone.PARAGRAPH)
        blocks.append(Block(zone, TextMap.slice(text, at + len(lead), at + len(line))))
        at += len(line) + 1
    return Article(Document(Source(text), blocks), lexicon)


def people(text: str, lexicon: Lexicon) -> People:
    return article(text, lexicon).people


def marked(text: str, lexicon: Lexicon) -> str:
    """The text with the mentions found marked as the cases mark them."""
    art = article(text, lexicon)
    mentions = sorted((m for p in art.people for m in p.mentions), key=lambda m: (m.block.index, m.start), reverse=True)
    lines = text.split("\n")
    for m in mentions:
        line = lines[m.block.index]
        lead = next((len(z) for z in ZONES if line.startswith(z)), 0)
        a, b = m.start + lead, m.end + lead
        doubt = "" if m.certain else "?"
        lines[m.block.index] = f"{line[:a]}{{{m.form}{doubt}:{line[a:b]}}}{line[b:]}"
    return "\n".join(lines)


CASES = {
    # Later mentions: the surname alone, where the noun phrase ends with it.
    "subject": "{full:Ida Sand} left. {bare:Sand} said no more.",
    "subject, irregular verb": "{full:Ida Renner} left. {bare:Renner} took the train.",
    "subject, auxiliary": "{full:Ida Renner} left. {bare:Renner} has not been seen since.",
    "subject, present": "{full:Ida Renner} left. {bare:Renner} believes that it was right.",
    "verb of speech before": '{full:Ida Renner} left. "Good," said {bare:Renner}.',
    "behind a preposition": "{full:Ida Renner} left. The letter came from {bare:Renner} on Friday.",
    "object": "{full:Ida Renner} left. The council thanked {bare:Renner} for her work.",
    "two objects": "{full:Ida Renner} left. The jury voted {bare:Renner} the winner.",
    "passive": "{full:Ida Renner} left. It was described by {bare:Renner} as a gift.",
    "between": "{full:Ida Renner} left after a talk between {bare:Renner} and the mayor.",
    "two people": "{full:Ida Renner} met {full:Paul Okoro}. {bare:Renner} and {bare:Okoro} shook hands.",
    "in brackets": "{full:Ida Renner} left. The minister ({bare:Renner}) was not there.",
    "between commas": "{full:Ida Renner} left. The winner, {bare:Renner}, was not there.",
    "adverb": "{full:Ida Renner} left. {bare:Renner} repeatedly refused.",
    "that is a conjunction": "{full:Ida Renner} left. Police say that {bare:Renner} drove.",
    "both is no article": "{full:Ida Renner} met {full:Paul Okoro}. The deal suits both {bare:Renner} and {bare:Okoro}.",
    "participle": "{full:Ida Renner} left. The saga ended with {bare:Renner} quitting.",
    "relative clause": "{full:Ida Renner} left. It is a record {bare?:Renner} is proud of.",
    "weekday behind": "{full:Ida Renner} left. They met {bare:Renner} Monday.",
    "weekday before": "{full:Ida Renner} left. On Monday {bare:Renner} came back.",
    "clause opener before": "{full:Ida Renner} left. But {bare:Renner} came back. When {bare:Renner} spoke, all listened.",
    "after a colon": "{full:Ida Renner} left. One thing is sure: {bare:Renner} will be back.",
    "after a dash": "{full:Ida Renner} left – {bare:Renner} was tired.",
    "end of text": "{full:Ida Renner} left. Nobody liked {bare:Renner}",
    # Possessives.
    "possessive": "{full:Ida Renner} left. It helped {bare:Renner}'s cause.",
    "curly possessive": "{full:Ida Renner} left. It helped {bare:Renner}’s cause.",
    "possessive of s": "{full:Ida Jonas} left. It helped {bare:Jonas}' cause.",
    "possessive of s, curly": "{full:Ida Jonas} left. It helped {bare:Jonas}’ cause.",
    "possessive of s with s": "{full:Ida Jonas} left. It helped {bare:Jonas}’s cause.",
    "possessive full name": "{full:Ida Renner}'s train left.",
    "possessive, home of": "{full:Ida Renner} left. They met at {bare:Renner}'s Dublin home.",
    "title of a work": "{full:Ida Renner} left. A book, {other?:Renner}'s Ireland, is out.",
    "contraction": "{full:Ida Renner} left. {bare:Renner}’ll be back.",
    # Titles.
    "Mr": "{full:Paul Okoro} left. {titled:Mr Okoro} said no more.",
    "Mr with a full stop": "{full:Paul Okoro} left. {titled:Mr. Okoro} said no more.",
    "Ms and Mrs": "{full:Ida Renner} left. {titled:Ms Renner} said no more. {titled:Mrs Renner} was tired.",
    "no full name": "{titled:Mr Okoro} left. {bare:Okoro} said no more.",
    "title with full name": "{full:Mr Paul Okoro} left.",
    "Dr": "{full:Dr Ida Renner} left. {titled:Dr Renner} said no more.",
    "Prof": "{full:Prof Ida Renner} left. {titled:Prof. Renner} said no more.",
    "Sir and the given name": "{full:Sir Alan Thorne} left. {titled:Sir Alan} said no more.",
    "Dame": "{full:Dame Judith Thorne} left. {titled:Dame Judith} said no more. {bare:Thorne} was tired.",
    "Lord": "{titled:Lord Ashdene} left. {bare:Ashdene} said no more.",
    "Lord of a place": "{titled:Lord Ashdene} of Marlow left.",
    "two titles": "{full:Lt Gen Sir Mike Thorne} left. {titled:Gen Thorne} said no more.",
    "police rank": "{titled:Det Insp Okoro} left. {titled:Inspector Okoro} said no more.",
    "clergy": "{full:Archbishop Paul Okoro} left. {titled:Archbishop Okoro} said no more.",
    "Messrs": "{titled:Messrs Okoro} and {bare:Renner} left. {titled:Ms Renner} said no more.",
    "double space": "{full:Paul Okoro} left. They met {titled:Mr  Okoro} there.",
    "foreign title": "{full:Jean Carrel} left. {titled:Monsieur Carrel} said no more.",
    "title in lower case is a word": "{full:Ida Renner} left. They miss {bare:Renner} a lot.",
    "General is a firm": "{full:Ida Renner} left General Motors.",
    "Major is a surname": "{full:John Major} left. {bare:Major} said no more.",
    "King is a surname": "{full:Billie Jean King} left. {bare:King} said no more.",
    # Offices and roles.
    "office and full name": "{full:President Martin Hale} left.",
    "office in lower case": "Russian {full:president Martin Hale} left.",
    "office and surname": "{full:Martin Hale} left. {office:President Hale} said no more.",
    "office of two words": "{full:Prime Minister Ann Sheldon} left. {office:Prime Minister Sheldon} said no more.",
    "office with hyphen": "{full:Vice-President Ann Sheldon} left.",
    "office of three words": "{full:Secretary of State Ann Sheldon} left.",
    "country and office": "US {full:Special Counsel Ann Sheldon} left.",
    "former office": "Former US {full:president Martin Hale} left.",
    "role": "{full:Jonas Okafor} signed. Then {office:striker Okafor} scored.",
    "role alone proves no one": "The film star Wars was mentioned.",
    "office apart": "The president, {full:Martin Hale}, left. {bare:Hale} said no more.",
    "office and title": "{full:Chancellor Dr Ann Sheldon} left. {titled:Chancellor Dr Sheldon} said no more.",
    "leader of a party": "Greens {full:leader Ann Sheldon} left. {bare:Sheldon} said no more.",
    # Attributive use.
    "the ... campaign": "{titled:Mr Hale} left. The {attributive:Hale} campaign said no more.",
    "the ... probe": "{titled:Mr Hale} left. He called the {attributive:Hale} probe a hoax.",
    "a ... bid": "{titled:Mr Hale} left. Would they back a {attributive:Hale} bid?",
    "key ... lieutenant": "{titled:Mr Hale} left. She is seen as a key {attributive:Hale} lieutenant.",
    "adjective between": "{titled:Mr Hale} left. The new {attributive:Hale} administration took over.",
    "no article, plural": "{titled:Mr Hale} left. {attributive:Hale} supporters wept.",
    "former ... adviser": "{titled:Mr Hale} left. Former {attributive:Hale} {full:adviser Ann Sheldon} wept.",
    "era": "{titled:Mr Hale} left. It is a {attributive:Hale-era} rule.",
    "anti-": "{titled:Mr Hale} left. They held an anti-{attributive:Hale} rally.",
    "pro-": "{titled:Mr Hale} left. They are pro-{attributive:Hale} voters.",
    "two names and a noun": "{titled:Mr Hale} met {titled:Ms Renner}. The {attributive:Hale-Renner} pact held.",
    "names and a shared noun": "{titled:Mr Hale} met {titled:Ms Renner}. It hurt {attributive:Hale} and {family:Renner} families.",
    "unknown noun": "{titled:Mr Hale} left. The {attributive:Hale} gizmos failed.",
    "unknown noun, no article": "{titled:Mr Hale} left. In Paris {attributive?:Hale} gizmos failed.",
    # Families.
    "plural": "{titled:Mr Hale} left. The {family:Hales} have moved.",
    "plural in -es": "{titled:Mr Jones} left. The {family:Joneses} have moved.",
    "brothers": "{titled:Mr Hale} left. The {family:Hale} brothers have moved.",
    "family": "{titled:Mr Hale} left. The {family:Hale} family has moved.",
    "couple": "{full:Tom Hale} left. {full:Ann Hale} stayed. Mr and {family:Mrs Hale} have two sons.",
    # Things that carry a name.
    "tower": "{titled:Mr Hale} left. He lives in {other:Hale} Tower.",
    "street": "{titled:Mr Hale} left. He lives in {other:Hale} Street.",
    "firm": "{titled:Mr Hale} left. {other:Hale} Motor Company said no more.",
    "plc in lower case": "{titled:Mr Hale} left. Shares in {other:Hale} plc fell.",
    "ampersand": "{titled:Mr Hale} left. Shares in {other:Hale} & Sons fell.",
    "its is a firm's word": "{titled:Mr Hale} left. {other?:Hale} said its profit had doubled.",
    "which is a firm's word": "{titled:Mr Hale} left. {other?:Hale}, which makes boats, was sold.",
    "unknown name behind": "{titled:Mr Hale} left. The {other:Hale} Rovers won.",
    "full name in a thing": "{titled:Mr Hale} left. He was born at Tom {other:Hale} Hospital.",
    # Surnames of several parts.
    "Arabic article": "{full:Karim al-Haddad} left. {titled:Mr al-Haddad} met {titled:Mr Haddad}. {bare:Haddad} slept.",
    "Arabic article, capital": "{full:Karim Al-Haddad} left. {bare:Al-Haddad} said no more.",
    "van der": "{full:Pieter van der Meer} left. {titled:Mr van der Meer} said no more. Critics of {bare:van der Meer} wept.",
    "Van der at the start": "{full:Pieter van der Meer} left. {bare:Van der Meer} said no more.",
    "de la": "{full:Maria de la Fuente} left. {titled:Ms de la Fuente} said no more.",
    "de left out": "{full:Dominique de Corville} left. {titled:Mr Corville} said no more.",
    "hyphen": "{full:Ann Tate-Brody} left. {titled:Ms Tate-Brody} said no more. {bare:Tate-Brody} was tired.",
    "O'": "{full:Sean O'Dowd} left. {titled:Mr O’Dowd} said no more. {bare:O'Dowd}'s car stood there.",
    "D'": "{full:Paolo D'Amico} left. {bare:D'Amico} said no more.",
    "Mc and Mac": "{full:Fiona McBride} met {full:Ewan MacRae}. {bare:McBride} said no more. {bare:MacRae} agreed.",
    "accents": "{full:José Peña} left. {titled:Mr Peña} said no more.",
    "combining accent": "{full:José Pen\u0303a} left. {titled:Mr Peña} said no more.",
    "two surnames": "{full:Hugo Peralta Frías} left. {titled:Mr Peralta} said no more.",
    "double surname without hyphen": "{full:Helena Moss Carver} left. {bare:Carver} said no more.",
    # Given names, initials, suffixes, nicknames.
    "initials": "{full:J. K. Farrow} left. {bare:Farrow} said no more.",
    "initials together": "{full:JK Farrow} left. {bare:Farrow} said no more.",
    "initials with stops": "{full:J.K. Farrow} left. {bare:Farrow} said no more.",
    "middle initial": "{full:George W Hale} left. {bare:Hale} said no more.",
    "middle initial with stop": "{full:George W. Hale} left. {bare:Hale} said no more.",
    "Jr": "{full:Tom Hale} Jr left. {bare:Hale} said no more.",
    "honours behind": "{full:Ann Sheldon} MP left. {bare:Sheldon} said no more.",
    "nickname": '{full:Marion "Sonny" Vale} left. {bare:Vale} said no more.',
    "hyphened given name": "{full:Jean-Luc Carrel} left. {bare:Carrel} said no more.",
    "unlisted given name": "{full:Chidiebere Okoro} left. {titled:Mr Okoro} said no more.",
    "age before": "{full:Ann Stone} won. Seventeen-year-old {bare?:Stone} said no more.",
    # Surnames first.
    "Chinese": "{full:Gao Zhiming} left. {titled:Mr Gao} said no more. {bare:Gao} was tired.",
    "Korean": "{full:Roh Min-jun} left. {titled:Mr Roh} said no more.",
    "given name is no surname": "{full:Paul Okoro} left. {titled:Mr Okoro} called Paul names.",
    "single name": "{titled:Mr Suharyo} left. {bare:Suharyo} said no more.",
    # Surnames that are words.
    "Brown the colour": "{titled:Mr Brown} left. Brown rice is dear.",
    "Brown the man": "{titled:Mr Brown} left. {bare:Brown} said no more.",
    "Price": "{titled:Mr Price} left. The price of rice rose.",
    "May the month": "{titled:Mrs May} left. It was in May 2004.",
    "May the verb": "{titled:Mrs May} left. May he rest.",
    "Will the verb": "{full:Will Hale} left. Will he be back?",
    "Straw": "{titled:Mr Straw} left. {bare:Straw} told the house.",
    "Bush": "{titled:Mr Bush} left. They hid in the bush.",
    "Long": "{titled:Ms Long} left. Long after that, it rained.",
    "Cook": "{titled:Mr Cook} left. Cook the rice well.",
    "mass noun as subject": "{titled:Ms Rice} left. {bare?:Rice} was on the table.",
    "jobs": "{titled:Mr Jobs} left. Jobs in the town are rare.",
    "English": "{titled:Mr English} left. The English weather was fine.",
    # Two people of a surname.
    "husband and wife": "{full:Tom Hale} and {full:Ann Hale} left. {titled:Mr Hale} drove. {titled:Mrs Hale} slept.",
    # Zones.
    "headline": "# {bare:Hale} leaves\n{full:Tom Hale} left.",
    "headline, full": "# {full:Tom Hale} leaves\n{full:Tom Hale} left.",
    "headline in title case": "# {bare?:Hale} Leaves Town As Snow Falls\n{full:Tom Hale} left.",
    "headline names nobody new": "# Grim Tidings For Hale\n{full:Ann Sheldon} left.",
    "crosshead": "{full:Tom Hale} left.\n## {bare:Hale}'s last words",
    "caption": "^ {full:Tom Hale} at work\n{titled:Mr Hale} left.",
    "block quotation": "{full:Tom Hale} left.\n> {bare:Hale} was a friend.",
    # Not people.
    "country": "The ban on China ended.",
    "firm of no person": "Shares in Acme Holdings fell. Acme said no more.",
    "months and days": "On Monday April rain fell. March was dry.",
    "sentence starts": "The end. But when? Perhaps. Nobody knows.",
    "acronym": "The British Hedgehog Society (BHS) met. The BHS said no more.",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_mentions(case: str, lexicon: Lexicon) -> None:
    assert marked(MARK.sub(r"\3", case), lexicon) == case


def test_there_are_enough_hard_cases() -> None:
    assert len(CASES) >= 100


def test_a_person_gathers_the_mentions(lexicon: Lexicon) -> None:
    found = people("President Martin Hale left.\nMr Hale said that Hale Tower was his.", lexicon)
    (person,) = found
    assert (person.surname, person.given, person.gender, person.name) == ("Hale", ("Martin",), "male", "Martin Hale")
    assert [m.form for m in person.mentions] == [Form.FULL, Form.TITLED, Form.OTHER]
    assert found.of_surname("Hale") == [person]
    assert "hale" in found.things


def test_titles_have_text_span_and_kind(lexicon: Lexicon) -> None:
    text = "Russian president Martin Hale met Gen. Sir Mike Thorne."
    hale, thorne = people(text, lexicon)
    (title,) = hale.mentions[0].titles
    assert (title.text, text[title.start : title.end], title.kind) == ("president", "president", "office")
    assert [(t.text, t.kind) for t in thorne.mentions[0].titles] == [("Gen.", "military"), ("Sir", "rank")]
    assert thorne.mentions[0].titled_as("military") == thorne.mentions[0].titles[0]
    assert thorne.gender == "male"


def test_surname_span_and_possessive(lexicon: Lexicon) -> None:
    (person,) = people("Critics of Mr van der Meer’s plan wept.", lexicon)
    (mention,) = person.mentions
    assert (mention.text, mention.surname, mention.possessive) == ("Mr van der Meer", "van der Meer", True)


def test_people_of_one_surname_are_told_apart(lexicon: Lexicon) -> None:
    text = "Tom Hale and Ann Hale left.\nMr Hale drove. Mrs Hale slept.\nTom Hale's car broke down."
    found = people(text, lexicon)
    assert [(p.name, [m.text for m in p.mentions]) for p in found] == [
        ("Tom Hale", ["Tom Hale", "Mr Hale", "Tom Hale"]),
        ("Ann Hale", ["Ann Hale", "Mrs Hale"]),
    ]
    assert found.namesakes(found.persons[0]) == [found.persons[1]]


def test_initials_and_short_names_are_the_same_person(lexicon: Lexicon) -> None:
    assert len(people("George W Hale left. George Hale came back. G. Hale wrote.", lexicon)) == 1
    assert len(people("Donald Hale left. Don Hale came back.", lexicon)) == 1


def test_quoted_mentions_are_told_apart(lexicon: Lexicon) -> None:
    (person,) = people('Mr Hale left. "Hale has gone," a neighbour said.', lexicon)
    assert [m.quoted for m in person.mentions] == [False, True]


def test_an_empty_lexicon_finds_no_one_and_does_not_fail() -> None:
    assert len(people("Mr Hale left. Hale said no more.", EMPTY)) == 0


WORDS = st.sampled_from(
    ["Mr", "Hale", "Tom", "the", "al-Haddad", "van", "der", "Meer", "O'Dowd’s", "President", "Sir", "and", "Mrs", "I", ".",
     ",", "Lt", "Gen", "campaign", "said", "J.", "(", "“", "”", "Hales", "\u0303", "é", "-", "x", "\ufffc", "’", "Tower"],
)  # fmt: skip


@given(st.lists(WORDS, max_size=25), st.booleans())
@settings(max_examples=80, deadline=None)
def test_any_text_has_mentions_inside_it(words: list[str], spaced: bool) -> None:
    global LEXICON
    LEXICON = LEXICON or core_lexicon()
    for person in people((" " if spaced else "").join(words), LEXICON):
        for m in person.mentions:
            assert 0 <= m.start <= m.surname_start < m.surname_end <= m.end <= len(m.block.text)
            assert all(m.start <= t.start < t.end <= m.surname_start for t in m.titles)


NAMED = st.sampled_from(
    ["Mr Hale ", "Hale ", "Tom Hale ", "Mr Tom Hale ", "Hale's ", "Anne-Marie Hale ", "President Hale ", "Mrs ", "Dean ", ". ",
     "Mr O'Dowd ", "O'Dowd ", "Tom, ", "May ", "Mr al-Haddad ", "Haddad ", "van ", "der ", "Meer ", "Mr van der Meer ", "and ",
     "Mr Vice President ", "said ", "“", "” ", "# ", "\n", "British ", "Major ", "Mr. Hale ", "Mr-", "-", "Smith Jr ", "J. "],
)  # fmt: skip


@given(st.lists(NAMED, max_size=14))
@settings(max_examples=150, deadline=None)
@example(["Mr Hale ", "said ", ". ", "Anne-", "Tom Hale "])
def test_who_stands_both_ways_is_never_missed(words: list[str]) -> None:
    global LEXICON
    LEXICON = LEXICON or core_lexicon()
    made = article("".join(words), LEXICON)
    if not may_stand_bare(made, {"mr", "mrs"}, frozenset({Zone.PARAGRAPH})):
        for person in made.people:
            titled = [m for m in person.having(Form.TITLED) if m.titled_as("courtesy")]
            assert not titled or all(m.zone is not Zone.PARAGRAPH for m in person.having(Form.BARE))


def test_who_need_not_be_looked_for(lexicon: Lexicon) -> None:
    def may(text: str) -> bool:
        return may_stand_bare(article(text, lexicon), {"mr"}, frozenset({Zone.PARAGRAPH}))

    assert may("Mr Hale left. Hale said no more.")
    assert not may("Tom Hale left. Mr Hale said no more to President Hale.")
    assert not may("Mr Hale left. Tom said no more.")


LEXICON: Lexicon | None = None


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["Mr Hale met Tom Hale. ", "President ", "Mr ", "van der ", "Hale-", "Tom J. ", "Hale and ", "O'"],
    ids=["names", "offices", "titles", "particles", "hyphens", "initials", "list", "apostrophes"],
)
def test_time_grows_with_the_text_only(piece: str, lexicon: Lexicon, grows_linearly) -> None:
    grows_linearly(lambda times: people("Mr Hale left.\n" + piece * times, lexicon), 500)
