"""Zones of plain text: what an editor would call each paragraph."""

import pytest

from newslint.model import Document, Source, Zone
from newslint.readers import ReadContext, read
from newslint.text.lexicon import EMPTY, Lexicon

LEAD = "The council voted by nine to four on Monday to close the swimming pool in Mill Lane."
MORE = "Residents said they had been given no warning, and that the next pool was an hour away by bus."


@pytest.fixture(scope="session")
def reader(lexicon: Lexicon):
    context = ReadContext(lexicon)

    def plain(*paragraphs: str, between: str = "\n\n") -> Document:
        return read(Source(between.join(paragraphs) + "\n"), "text", context)

    return plain


def zones(document: Document) -> list[str]:
    return [str(b.zone) for b in document.blocks]


def test_headline_lead_and_body(reader) -> None:
    document = reader("Council closes village pool", LEAD, MORE)
    assert zones(document) == ["headline", "paragraph", "paragraph"]
    assert document.headline is document.blocks[0]


@pytest.mark.parametrize(
    "headline",
    [
        "Council closes pool",
        "Can the pool be saved?",
        "‘We were never asked’: village loses its pool",
        "U.S. joins talks on St. Lawrence dam",
        "Stop! Thief caught on camera",
        "The Pool is Closed.",
    ],
)
def test_headlines(reader, headline: str) -> None:
    assert zones(reader(headline, LEAD, MORE))[0] == "headline"


@pytest.mark.parametrize(
    "first",
    [
        LEAD,
        "A man has died. Police are looking for a witness.",
        "“It was chaos,” he said. “Nobody knew.”",
        "Nine people were hurt when a bus overturned near Leeds. It was raining. No other vehicle was involved.",
    ],
)
def test_a_first_line_of_sentences_is_body(reader, first: str) -> None:
    assert zones(reader(first, MORE)) == ["paragraph", "paragraph"]
    assert reader(first, MORE).headline is None


def test_a_headline_repeated_is_a_paragraph(reader) -> None:
    title = "Council closes village pool after vote"
    assert zones(reader(title, title, LEAD, MORE)) == ["headline", "paragraph", "paragraph", "paragraph"]
    assert zones(reader("News Local " + title, title, LEAD))[:2] == ["headline", "paragraph"]


def test_kicker_standfirst_byline_dateline(reader) -> None:
    document = reader(
        "EXCLUSIVE INQUIRY",
        "Council closes village pool",
        "Nine of thirteen councillors chose to save the heating bill",
        "By Ann Carter and Lee Wood",
        "3 March 2021, 14:05 GMT",
        LEAD,
        MORE,
    )
    assert zones(document) == ["kicker", "headline", "standfirst", "byline", "dateline", "paragraph", "paragraph"]


def test_a_sentence_above_the_byline_is_a_standfirst(reader) -> None:
    assert zones(reader("Council closes pool", LEAD, "By Ann Carter", MORE, MORE))[1:3] == ["standfirst", "byline"]


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Carter",
        "BY ANN CARTER",
        "By Ann van der Berg in Utrecht",
        "Words by Ann Carter",
        "Ann Carter, health correspondent",
        "(Reporting by Ann Carter; Editing by Lee Wood)",
        "By Reuters",
    ],
)
def test_bylines(reader, line: str) -> None:
    assert zones(reader("Council closes pool", line, LEAD, MORE))[1] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the water was gone, and by Friday the doors were shut.",
        "By contrast the library stays open until at least nine on weekdays.",
        "By Ann Carter’s own account the vote had been settled weeks before.",
    ],
)
def test_sentences_that_open_like_bylines(reader, line: str) -> None:
    assert zones(reader("Council closes pool", LEAD, line, MORE))[2] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "3 March 2021",
        "Monday, March 1, 2021 at 9:15 a.m. EST",
        "Published 3 March 2021",
        "Updated: 14:05, 3 Mar 2021 | Local",
        "LONDON, March 3 (Reuters)",
        "2 hours ago",
        "03/03/2021",
        "Published: Wednesday, March 3rd, 2021 at 11:08 a.m.",
    ],
)
def test_datelines(reader, line: str) -> None:
    assert zones(reader("Council closes pool", line, LEAD, MORE))[1] == "dateline"


def test_crossheads_stand_between_paragraphs(reader) -> None:
    document = reader("Council closes pool", LEAD, "An hour by bus", MORE, "Who pays?", LEAD, MORE)
    assert zones(document) == ["headline", *["paragraph", "crosshead"] * 2, "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    ["It is over.", "They gave three reasons:", "“No,” she said.", "and so it went", "Nobody came …"],
)
def test_short_paragraphs_are_no_crossheads(reader, line: str) -> None:
    assert zones(reader("Council closes pool", LEAD, line, MORE))[2] == "paragraph"


def test_the_last_line_is_no_crosshead(reader) -> None:
    assert zones(reader("Council closes pool", LEAD, MORE, "With agencies"))[-1] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "The pool in Mill Lane on its last day. Photo: AAP",
        "The pool in Mill Lane on its last day. Picture: Ann Carter/The Herald",
        "Swimmers outside the pool on Sunday (Photo by Ann Carter)",
        "Swimmers outside the pool on Sunday (AFP/Getty Images)",
        "Swimmers outside the pool. (Reuters)",
        "The pool when it opened in 1936 (file photo)",
        "Image caption The pool opened in 1936",
        "FILE PHOTO: The pool on its last day",
        "Pictured: the pool on its last day",
    ],
)
def test_captions(reader, line: str) -> None:
    assert zones(reader("Council closes pool", LEAD, line, MORE))[2] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: AAP",
        "(Getty Images)",
        "Photograph: Ann Carter/The Herald",
        "Ann Carter/AFP",
        "Picture by Ann Carter",
        "Ann Carter, Associated Press",
    ],
)
def test_credits(reader, line: str) -> None:
    assert zones(reader("Council closes pool", LEAD, line, MORE))[2] == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "The picture: nine votes for, four against, and a pool that nobody can afford to heat.",
        "She said the photo was taken by a neighbour who had lived there for years.",
        "He asked for a map (he had none) and set off with the others before it was light.",
        "The club (now closed) had stood there since the war (and perhaps before it).",
    ],
)
def test_sentences_that_name_pictures(reader, line: str) -> None:
    assert zones(reader("Council closes pool", LEAD, line, MORE))[2] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Twitter Facebook Reddit Pinterest Email",
        "80 SHARES Facebook Twitter",
        "FacebookTwitterPinterestEmail",
        "Click to share on X (Opens in new window)",
        "Comment Share",
        "Share 61 Tweet 0",
        "Follow us on Instagram",
        "Follow Ann Carter on Twitter",
        "Story continues below",
        "Read more",
        "Share this entry",
        "Read more: The pools that closed last year",
        "Sign up to our newsletter for the news of the day.",
        "Advertisement",
        "- Advertisement -",
        "12 Comments",
        "Leave a comment",
        "3 min read",
        "Skip to content",
        "© 2021 The Herald. All rights reserved.",
        "* * *",
        "___",
    ],
)
def test_furniture(reader, line: str) -> None:
    assert zones(reader("Council closes pool", LEAD, line, MORE))[2] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "Facebook and Twitter have both refused to comment on the report, which was seen by two newspapers.",
        "Share prices fell by a tenth on Monday after the mail company lost its contract with the state.",
        "Follow the river north for two miles and you come to the place where the mill once stood.",
        "Subscribers complained, and the print edition came back within a month of its closing.",
        "Read more widely, he told the class, and write less until you have something to say.",
        "Post offices will close early.",
    ],
)
def test_sentences_that_name_networks_and_buttons(reader, line: str) -> None:
    assert zones(reader("Council closes pool", LEAD, line, MORE))[2] == "paragraph"


def test_a_share_line_under_a_caption_is_a_block_of_its_own(reader) -> None:
    caption = "The pool on its last day. Photo: AAP"
    document = reader("Council closes pool", caption + "\nTwitter Facebook Reddit", LEAD, MORE)
    assert zones(document) == ["headline", "caption", "furniture", "paragraph", "paragraph"]
    assert document.blocks[2].text == "Twitter Facebook Reddit"


def test_menus_round_the_body_are_furniture(reader) -> None:
    menu = ["Most read", "Library to open on Sundays", "Bridge shut for a month", "New head for school"]
    document = reader("Council closes pool", "Home", "Share", LEAD, MORE, *menu, between="\n")
    assert zones(document) == ["headline", "furniture", "furniture", "paragraph", "paragraph", *["furniture"] * 4]


def test_results_in_an_article_without_furniture_are_text(reader) -> None:
    results = ["Ashby 2 Barton 0", "Corby 1 Denby 1", "Epping 0 Frome 4"]
    assert zones(reader("Ashby go top", LEAD, MORE, *results))[3:] == ["paragraph"] * 3


def test_list_items_lose_their_mark(reader) -> None:
    document = reader("Council closes pool", LEAD, "- the pool\n* the library\n•\tthe hall\n1. the school", MORE)
    items = document.zone(Zone.LIST_ITEM)
    assert [b.text for b in items] == ["the pool", "the library", "the hall", "1. the school"]
    for item in items:
        start, end = item.span(0, len(item.text))
        assert document.source.text[start:end] == item.text


def test_addresses_are_embeds_and_columns_tables(reader) -> None:
    document = reader("Council closes pool", LEAD, "https://example.org/v/1", "Ashby\t2\t0\t6", MORE)
    assert zones(document)[2:4] == ["embed", "table"]


def test_without_word_lists_all_is_still_read() -> None:
    text = f"Council closes pool\n\n{LEAD}\n\nTwitter Facebook\n\n{MORE}\n"
    document = read(Source(text), "text", ReadContext(EMPTY))
    assert [b.text for b in document.blocks] == text.rstrip("\n").split("\n\n")


@pytest.mark.parametrize("text", ["", "\n", " \n\t\n", "\r\n\r\n"])
def test_an_empty_text_has_no_blocks(text: str) -> None:
    assert read(Source(text), "text").blocks == ()
