"""share-text: bars of share buttons, and of a page's navigation."""

from __future__ import annotations

import pytest

SHARE = "check: share-text\nzones: [all]\nlists: [networks, share-words]\napplicability: safe"
PAGES = {
    "pages": {
        **{w: {"kind": "network"} for w in ("Home", "Archive", "Contact us", "Privacy")},
        **{w: {"kind": "weak"} for w in ("News", "Sport", "About")},
        "and": {"kind": "filler"},
        "Log in": {"kind": "action"},
    }
}
NAVIGATION = "check: share-text\nzones: [paragraph, list-item, furniture]\nlists: [pages]\nleast: 3\nlongest: 12"


@pytest.mark.parametrize(
    "marked",
    [
        "[[Facebook Twitter WhatsApp Email]]",
        "[[Facebook | Twitter | Pinterest]]",
        "[[FacebookTwitterPinterest]]",
        "[[12 Facebook 3 Tweet]]",
        "He left. [[Facebook Twitter Pinterest]]",
        "furniture: [[Share on Facebook]]",
        "Facebook, Twitter and Pinterest have grown.",
        "He posted it on Facebook and Twitter.",
        "",
        "12",
    ],
)
def test_share_bars(rule, marked: str) -> None:
    rule(SHARE).flags(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "[[Home News Sport Contact us]]",
        "list-item: [[Home · Archive · About]]",
        "[[HomeArchivePrivacy]]",
        "[[Log in]]",
        "headline: Home News Archive",
        "Home News",
        "Contact us about the archive and the sport pages.",
        "He left. [[Home Archive News]] Contact us",
        "He left. Home News",
        "[[" + "Home Archive Privacy " * 4 + "Home]]",
    ],
)
def test_navigation_bars(rule, marked: str) -> None:
    rule(NAVIGATION, PAGES).flags(marked)


def test_lines_of_other_words(rule) -> None:
    trial = rule(SHARE + "\npatterns: [{match: 'Pass this on.*', except: ['he said']}]")
    trial.flags("[[Pass this on to a friend!]]\nHe wrote: Pass this on\nPass this on, he said")
    trial.flags("[[Facebook Twitter WhatsApp]]")


def test_a_later_list_wins(rule) -> None:
    lists = {**PAGES, "ours": {"Log in": {"kind": "filler"}}}
    rule("check: share-text\nzones: [all]\nlists: [pages, ours]", lists).flags("Log in")


def test_the_fix_takes_the_line_out(rule) -> None:
    text = "Ferry to end\n\nThe last boat leaves on Friday.\n\n{}The board said so on Monday.\n"
    assert rule(SHARE).fixed(text.format("Facebook Twitter WhatsApp Email\n\n")) == text.format("")
    assert rule(SHARE).fixed(text.format("- Facebook Twitter Email\n\n"), "markdown") == text.format("")
    last = "Ferry to end\n\nThe last boat leaves on Friday.\n"
    assert rule(SHARE).fixed(last + "\nFacebook Twitter WhatsApp Email\n") == last


def test_what_is_refused(refuses) -> None:
    assert refuses("check: share-text") == [
        "the key 'lists' is missing: word lists, each word with its kind; later lists win"
    ]
    assert refuses("check: share-text\nlists: [netwroks]") == ["no word list is named 'netwroks'"]
