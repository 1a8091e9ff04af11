"""Paragraphs of plain text: blank lines, one a line, hard-wrapped."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Source
from newslint.readers import read

LEAD = "The council voted by nine to four on Monday to close the swimming pool in Mill Lane, which opened in 1936."
MORE = "Residents said they had been given no warning. The next pool is an hour away by bus, and the bus is to go too."
HEAD = "Council closes village pool"


def texts(text: str) -> list[str]:
    return [b.text for b in read(Source(text), "text").blocks]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_paragraphs_between_blank_lines(end: str) -> None:
    assert texts(end.join([HEAD, "", LEAD, " \t", "", MORE, ""])) == [HEAD, LEAD, MORE]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_paragraph_a_line(end: str) -> None:
    assert texts(end.join([HEAD, LEAD, MORE, LEAD])) == [HEAD, LEAD, MORE, LEAD]


@pytest.mark.parametrize("width", [40, 60, 72, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "  \n  "])
def test_wrapped_lines_are_joined_with_one_space(width: int, end: str) -> None:
    wrapped = [end.join(textwrap.wrap(p, width)) for p in (LEAD, MORE)]
    assert texts("\n\n".join([HEAD, *wrapped])) == [HEAD, LEAD, MORE]


def test_a_line_ended_by_hand_is_not_joined() -> None:
    wrapped = "\n".join(textwrap.wrap(LEAD + " " + MORE, 72))
    assert texts(f"{HEAD}\n\n{wrapped}\n\nMill Lane\nAshby\nHerts") == [
        HEAD,
        f"{LEAD} {MORE}",
        "Mill Lane",
        "Ashby",
        "Herts",
    ]


def test_u2028_does_not_end_a_line() -> None:
    assert texts(f"{HEAD}\n\nOne\u2028two.") == [HEAD, "One\u2028two."]


def test_a_broken_ellipsis_at_a_line_end_is_kept() -> None:
    assert texts(f"{HEAD}\n\nHe waited\x85\n") == [HEAD, "He waited\x85"]


def test_spaces_round_a_line_are_no_text() -> None:
    assert texts(f"  {HEAD}\t\n\n\u3000{LEAD}\xa0\n") == [HEAD, LEAD]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("\n\r \t-•.A(/©:")), max_size=200))
def test_any_text_is_read_and_nothing_is_lost(text: str) -> None:
    document = read(Source(text), "text")
    last = 0
    for block in document.blocks:
        assert block.text
        start, end = block.span(0, len(block.text))
        assert last <= start < end
        last = end
    inside = "".join(b.text for b in document.blocks)
    assert sum(map(str.isalpha, inside)) == sum(map(str.isalpha, text))
