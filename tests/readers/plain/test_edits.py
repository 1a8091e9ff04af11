"""Places and edits in plain text: what a block holds stands in the source, and an edit changes that and no more."""

import re
import textwrap
import time

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from newslint.model import Document, Source, apply_edits
from newslint.readers import ReadContext, read
from newslint.text.lexicon import Lexicon

WORDS = [
    "council",
    "pool",
    "Monday",
    "“never",
    "again”",
    "£5m",
    "café",
    "\U0001f600",
    "e\u0301t",
    "it’s",
    "Smith,",
    "a",
    "-",
    "–",
]
paragraph = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """An article, wrapped or not, with any line end."""
    parts = draw(st.lists(paragraph, min_size=1, max_size=5))
    width, end = draw(st.sampled_from([0, 40, 70])), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    if width:
        parts = ["\n".join(textwrap.wrap(p, width, break_long_words=False, break_on_hyphens=False)) for p in parts]
    parts = [draw(st.sampled_from(["", "- ", " • ", "\t"])) + p for p in parts]
    text = draw(st.sampled_from(["\n\n", "\n"])).join(parts) + draw(st.sampled_from(["", "\n"]))
    return read(Source(text.replace("\n", end)), "text")


@st.composite
def ranges(draw: st.DrawFn) -> tuple[Document, int, int, int]:
    document = draw(documents())
    assume(document.blocks)
    index = draw(st.integers(0, len(document.blocks) - 1))
    start = draw(st.integers(0, len(document.blocks[index].text)))
    return document, index, start, draw(st.integers(start, len(document.blocks[index].text)))


def folded(text: str) -> str:
    return re.sub(r"[ \t]*(?:\r\n|\n|\r)[ \t]*", " ", text)


@given(ranges())
def test_the_source_holds_what_the_block_says(case: tuple[Document, int, int, int]) -> None:
    document, index, start, end = case
    block = document.blocks[index]
    span = block.span(start, end)
    assert folded(document.source.text[span.start : span.end]) == block.text[start:end]


@settings(max_examples=200)
@given(ranges(), st.sampled_from(["", "x", "two words", "Mr ", " so", "three more words", "’", "- ", "9"]))
def test_an_edit_changes_that_text_and_nothing_else(case: tuple[Document, int, int, int], new: str) -> None:
    document, index, start, end = case
    edit = document.blocks[index].edit(start, end, new)
    assume(edit is not None)
    text, edited = document.blocks[index].text, apply_edits(document.source.text, [edit])
    # A line of signs alone is furniture, its first sign no bullet.
    assume(
        all(
            any(map(str.isalpha, line))
            for line in re.split(r"[\r\n]+", document.source.text + "\n" + edited)
            if line.strip()
        )
    )
    after = read(Source(edited), "text")
    expected = [b.text for b in document.blocks]
    expected[index] = text[:start] + new + text[end:]
    # Where adjoining lines are wrapped, a longer or shorter one may be read as a paragraph of its own.
    assert " ".join(b.text for b in after.blocks) == " ".join(expected), (document.source.text, edit)


@given(ranges(), st.sampled_from(["\n", "a\nb", "a\r\n", "\r"]))
def test_no_line_break_is_written(case: tuple[Document, int, int, int], new: str) -> None:
    document, index, start, end = case
    assert document.blocks[index].edit(start, end, new) is None


@pytest.mark.parametrize(
    ("start", "end", "new"),
    [(0, 14, ""), (0, 14, "  "), (0, 4, ""), (10, 14, ""), (0, 0, " "), (14, 14, " "), (0, 4, "-"), (0, 0, "* ")],
)
def test_no_line_is_emptied_trimmed_or_made_an_item(start: int, end: int, new: str) -> None:
    document = read(Source("Head line here\n\nPool shut down.\n"), "text")
    assert document.blocks[0].text == "Head line here"
    assert document.blocks[0].edit(start, end, new) is None


def test_a_line_break_inside_is_kept_where_it_can_be() -> None:
    text = "\n".join(textwrap.wrap("The council voted by nine to four to close the swimming pool in the village.", 30))
    document = read(Source("Head\n\n" + text), "text")
    block = document.blocks[1]
    at = block.text.index("nine to")
    assert text[at : at + 7] == "nine\nto" or "\n" in text
    breaks = [i for i, c in enumerate(text) if c == "\n"]
    start = block.text.rindex(" ", 0, breaks[0]) + 1
    end = block.text.index(" ", breaks[0] + 1)
    edit = block.edit(start, end, "ten against")
    assert edit is not None
    assert edit.text == "ten\nagainst"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "word " * 1_000_000,
        "a" * 5_000_000,
        "Share this\n" * 100_000,
        "(" * 5_000_000,
        "By A\n" * 100_000,
        "Facebook" * 600_000,
        "a line that is wrapped and goes on\n" * 100_000,
        " " * 5_000_000 + "a",
        "\n" * 3_000_000,
        "- " * 2_000_000,
    ],
    ids=range(10),
)
def test_large_texts_are_read_in_linear_time(text: str, lexicon: Lexicon) -> None:
    before = time.process_time()
    document = read(Source(text), "text", ReadContext(lexicon))
    for block in document.blocks[:1000]:
        block.edit(0, 1, "x")
    assert time.process_time() - before < 10
