"""repeated-text: a paragraph, sentence or quotation that stands twice."""

from __future__ import annotations

import pytest

PARAGRAPH = """
check: repeated-text
zones: [paragraph, list-item]
message: "{words} words again"
messages: {original: first}
applicability: safe
least: 4
"""
QUOTE = """
check: repeated-text
zones: [paragraph, quotation]
unit: quotation
least: 4
"""


def test_paragraphs(rule) -> None:
    found = rule(PARAGRAPH).flags(
        "The last boat left.\nIt was full.\n[[The last boat left]]\nlist-item: [[THE LAST BOAT, LEFT!]]"
    )
    assert (found.messages, found.related) == (["4 words again"] * 2, [["first"]] * 2)
    assert {tuple(d.related[0].span) for d in found} == {(0, 19)}


@pytest.mark.parametrize(("times", "level"), [(1, "error"), (2, "error"), (3, "warning")])
def test_a_refrain(rule, times: int, level: str) -> None:
    text = "The last boat left." + "\n[[The last boat left.]]" * times
    assert rule(PARAGRAPH + "severity: error\n").flags(text).levels == [level] * times


def test_quotations(rule) -> None:
    rule(QUOTE).flags(
        "“I saw the boat,” she said.\nShe wept. [[“I saw the boat.”]] She said I saw the boat.\n“I saw it.”\n“I saw it.”"
    )


@pytest.mark.parametrize(
    ("settings", "marked"),
    [
        ("unit: sentence", "It was cold that day. [[It was cold that day.]]\n[[It was cold that day!]] Yes."),
        ("unit: sentence\nwithin: block", "It was cold that day. [[It was cold that day.]]\nIt was cold that day."),
        ("unit: sentence", "“It was cold that day.” “It was cold that day.”"),
        ("unit: block\nzones: [caption]", "It was cold that day.\ncaption: It was cold that day.\ncaption: [[It was cold that day.]]"),
        ("least: 6", "It was cold that day.\nIt was cold that day."),
        ("least: 1", "Yes.\n[[Yes.]]\n...\n..."),
    ],
)  # fmt: skip
def test_units(rule, settings: str, marked: str) -> None:
    least = "" if "least" in settings else "least: 4\n"
    rule(f"check: repeated-text\n{least}{settings}").flags(marked)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_fix(rule, line_end: str) -> None:
    first, second = "The last boat left.\n\n", "It was full that night.\n"
    text = f"Ferry to end\n\n{first}{second}\n{first.rstrip()}\n".replace("\n", line_end)
    assert rule(PARAGRAPH).fixed(text) == f"Ferry to end\n\n{first}{second}".replace("\n", line_end)


def test_nothing_stands_twice(rule) -> None:
    rule(PARAGRAPH).flags("")
    rule(PARAGRAPH).flags("headline: The last boat left\nThe last boat left")


def test_units_that_are_nearly_the_same(rule) -> None:
    text = "The last boat of the line leaves on Friday at noon for the islands."
    other = text.replace("at noon ", "")
    near = rule("check: repeated-text\nnear: 0.8\n")
    assert near.flags(f"{text}\nA bus comes.\n[[{other}]]").levels == ["warning"]
    near.flags(f"{text}\nA bus comes.\n{text}")
    near.flags(f"{text}\nThe first boat of the line left at nine for the port.")
