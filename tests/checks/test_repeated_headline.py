"""repeated-headline: the headline, or the standfirst, said again."""

from __future__ import annotations

import pytest

HEADLINE = """
check: repeated-headline
zones: [all]
message: again
messages: {original: the headline}
"""
STANDFIRST = """
check: repeated-headline
zones: [paragraph]
of: standfirst
near: 1
within: 3
"""
TITLE = "headline: Harbour board to end night ferry\n"


@pytest.mark.parametrize(
    ("marked", "level"),
    [
        ("[[Harbour board to end night ferry]]", "error"),
        ("[[HARBOUR BOARD: to end “night ferry”.]]", "error"),
        ("headline: [[News Harbour board to end night ferry]]", "error"),
        ("[[Harbour board to end night ferry - The Harbour News]]", "error"),
        ("furniture: [[board to end night ferry]]", "error"),
        ("[[Harbour board to end]]", "error"),
        ("[[Harbour board to end the night ferry]]", "warning"),
        ("[[Harbour board to end night ferry]] The last boat leaves on Friday, it said.", "warning"),
        ("[[Harbour board to end night ferry:]] The last boat leaves on Friday, it said.", "error"),
        ("[[Harbour board to end night ferry.]] The last boat leaves on Friday, it said.", "warning"),
        ("So\n\nOn\n" * 4 + "[[Harbour board to end night ferry]]", "error"),
        ("So\n\nOn\n" * 4 + "[[More: Harbour board to end night ferry]]", "warning"),
    ],
)
def test_repeated(rule, marked: str, level: str) -> None:
    found = rule(HEADLINE).flags(TITLE + marked)
    assert (found.levels, found.related) == ([level], [["the headline"]])


@pytest.mark.parametrize(
    "text",
    [
        "The harbour board is to end its night ferry on Friday, it said.",
        "Harbour board to end night ferry and sell both boats to a museum in the north.",
        "Harbour",
        "Harbour board",
        "So\n\nOn\n" * 4 + "Harbour board will end night ferry",
        "",
    ],
)
def test_other_words(rule, text: str) -> None:
    rule(HEADLINE).flags(TITLE + text)


def test_a_repeated_standfirst(rule) -> None:
    text = "headline: Ferry to end\nstandfirst: The last boat leaves the harbour on Friday\n"
    rule(STANDFIRST).flags(text + "[[The last boat leaves the harbour on Friday.]]\nFerry to end")
    rule(STANDFIRST).flags(text + "On Friday the last boat leaves the harbour")
    rule(STANDFIRST).flags("headline: Ferry to end\nFerry to end")


def test_the_headline_without_the_site_s_name(rule) -> None:
    text = "headline: Harbour board to end ferry at last | The Harbour News\n" + "So\n" * 9
    rule(HEADLINE).flags(text + "[[Harbour board to end ferry at last]]\nThe Harbour News")
    rule(HEADLINE).flags(
        "headline: Letters to the editor | Ferry tolls | Bridge works\n" + "So\n" * 9 + "Letters to the editor"
    )


def test_short_headlines_repeat_only_word_for_word(rule) -> None:
    rule(HEADLINE).flags("headline: Ferry ends\n[[Ferry ends]]\nFerry ends today\nEnds Ferry")
    rule(HEADLINE).flags("headline: !!!\n!!!")


def test_no_headline(rule) -> None:
    rule(HEADLINE).flags("Harbour board\nHarbour board")
    rule(HEADLINE).flags("")


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_fix_takes_the_line_out(rule, line_end: str) -> None:
    text = "Harbour board to end night ferry\n\nHarbour board to end night ferry\n\nThe last boat leaves.\n".replace(
        "\n", line_end
    )
    fixed = "Harbour board to end night ferry\n\nThe last boat leaves.\n".replace("\n", line_end)
    assert rule(HEADLINE).fixed(text) == fixed
    markdown = (
        "---\ntitle: Harbour board to end night ferry\n---\n\n# Harbour board to end night ferry\n\nThe last boat.\n"
    )
    expected = "---\ntitle: Harbour board to end night ferry\n---\n\nThe last boat.\n"
    assert rule(HEADLINE).fixed(markdown.replace("\n", line_end), "markdown") == expected.replace("\n", line_end)


def test_metadata_of_a_page_is_no_repetition(rule) -> None:
    title = "Harbour board to end night ferry"
    html = f"<html><head><title>{title}</title><meta property='og:title' content='{title}'></head><body><h1>{title}</h1><p>So.</p></body></html>"
    rule(HEADLINE).reads(html, "html")
