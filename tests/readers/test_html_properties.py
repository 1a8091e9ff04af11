"""HTML by property: every character knows its place, edits come out as written, nothing raises or takes long."""

import html
import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.model import Block, Document, Source, apply_edits
from newslint.readers.base import ReadContext
from newslint.readers.html import read

OBJECT = "\ufffc"
PIECES = [
    *"aTé9.,;'\"-\u0301\u00ad\u00a0\U0001f600\u2019", "word", "Trump said", " ", "  ", "\n", "\r\n", "\t", "G&", "&",
    "&amp", "&amp;", "&lt;", "&nbsp;", "&#8217;", "&#x1F600;", "&#150;", "&rsquo", "&#32;", "&notit;", "&ngE;", "&shy;",
    "#", "=", "<br>", "<br/>", "<wbr>", "<!-- note -->", "<!--newslint-disable a/b-->", "<img src=x alt='a>b'>",
    "<code>x &lt; y</code>", "<svg><title/><path d='m0'/></svg>", " > ", " < ", "< 5",
    "<script>if (a<b) '</p>'</script>",
]  # fmt: skip
INLINE = ["b", "i", "em", "strong", "a href='x?a=1&b=2'", 'span class="x"', "A", "q", "time"]
BLOCK = [
    "p", "P class=lead", "div", "li", "h2", "blockquote", "figcaption", "td", "section", "aside", "ul", "pre",
    "span class=credit", "button", "table><tr><td", "article", "h1",
]  # fmt: skip
BROKEN = [
    *PIECES, "</p>", "</b>", "</div>", "<p>", "<b>", "<li>", "</", "<", "<!", "<!--", "-->", '<a b="', "<a ", "<?x",
    "<title>", "</title>", "<table>", "<td>", "</table>", "<template>", "</svg>", "<svg>", "<script>", "]]>",
    "<![CDATA[", "\x00", ">", "'", '"',
]  # fmt: skip


def element(parts: tuple[str, list[str]]) -> str:
    opening, inner = parts
    closing = "".join(f"</{part.split()[0]}>" for part in reversed(opening.replace("<", "").split(">")))
    return f"<{opening}>{''.join(inner)}{closing}"


inline = st.recursive(
    st.sampled_from(PIECES) | st.text(max_size=4).map(html.escape),
    lambda inner: st.tuples(st.sampled_from(INLINE), st.lists(inner, max_size=4)).map(element),
    max_leaves=8,
)
flow = st.recursive(
    st.lists(inline, max_size=6).map("".join),
    lambda inner: st.tuples(st.sampled_from(BLOCK), st.lists(inner, max_size=3)).map(element),
    max_leaves=6,
)
metas = st.tuples(
    st.sampled_from(["'{}'", '"{}"']), st.sampled_from(["og:title", "description"]), st.lists(st.sampled_from(PIECES))
)
heads = st.tuples(
    st.sampled_from(["", "<title>{}</title>"]),
    st.lists(st.sampled_from(PIECES), max_size=4),
    st.lists(metas, max_size=2),
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    title, inside, attributes = draw(heads)
    head = title.replace("{}", "".join(inside))
    for quote, name, pieces in attributes:
        head += f"<meta property={name} content={quote.replace('{}', ''.join(pieces).replace(quote[0], ''))}>"
    return head + "".join(draw(st.lists(flow, max_size=4)))


broken = st.lists(st.sampled_from(BROKEN), max_size=14).map("".join)


def document(text: str) -> Document:
    return read(Source(text), ReadContext())


def plain(written: str) -> str:
    """What a reader sees of a piece of source: a simpler second way to the same end."""
    written = re.sub(r"(?s)<!--.*?(-->|\Z)|<!.*?(>|\Z)", "", written)
    written = re.sub(r"(?s)<(script)\b.*?</\1>|</?(?!br)[a-zA-Z][^>]*('[^']*')?[^>]*>", "", written)
    written = re.sub(r"(?i)</?br\s*/?>", " ", written)
    return re.sub(r"[ \t\n\f\r]+", " ", html.unescape(written))


ranges = st.tuples(st.integers(0), st.integers(0), st.integers(0))


def pick(found: Document, numbers: tuple[int, int, int]) -> tuple[Block, int, int] | None:
    if not found.blocks:
        return None
    block = found.blocks[numbers[0] % len(found.blocks)]
    start, end = sorted((numbers[1] % (len(block.text) + 1), numbers[2] % (len(block.text) + 1)))
    return block, start, end


@given(st.one_of(documents(), broken), ranges)
@example("<b>T</b>rump &amp; Co", (0, 0, 12))
def test_the_source_slice_of_every_span_says_the_same(text: str, numbers: tuple[int, int, int]) -> None:
    found = document(text)
    for block in found.blocks:
        segments = block.map.segments
        assert [s.start for s in segments] == [0, *(s.end for s in segments[:-1])]
        assert all(a.source_end <= b.source_start for a, b in pairwise(segments))
        for s in segments:
            written, said = text[s.source_start : s.source_end], block.text[s.start : s.end]
            if s.verbatim and len(said) > 1:
                assert re.sub(r"[ \t\n\f\r]", " ", written) == said
            elif said != OBJECT:
                assert plain(written) == said or html.unescape(written) == said
    picked = pick(found, numbers)
    if picked:
        block, start, end = picked
        low, high = block.span(start, end)
        assert 0 <= low <= high <= len(text)
        if start < end:
            assert block.map.find(low) is not None


@settings(max_examples=150)
@given(
    st.one_of(documents(), broken),
    ranges,
    st.lists(st.sampled_from([*PIECES[:40], "lt;", "b", "x", "<p>"]), max_size=3).map("".join),
)
@example("&<p>AT& lt;", (1, 3, 4), "")
@example("<title>a </titl x</title>", (0, 8, 9), "e ")
@example('<a b="x>y <p>z', (0, 1, 1), '"')
@example("a <b> x</b>", (0, 1, 2), "-")
@example("a<img>b", (0, 0, 1), "")
@example("1 < 5", (0, 3, 4), "")
def test_an_edit_changes_its_words_and_nothing_else(text: str, numbers: tuple[int, int, int], new: str) -> None:
    before = document(text)
    picked = pick(before, numbers)
    if picked is None:
        return
    block, start, end = picked
    edit = block.edit(start, end, new)
    if edit is None:
        return
    after = document(apply_edits(text, [edit]))
    want = [b.text for b in before.blocks]
    want[block.index] = block.text[:start] + new + block.text[end:]
    assert [b.text for b in after.blocks] == [t for t in want if t.replace(OBJECT, "").strip()]


@given(st.one_of(st.text(), broken, st.text(alphabet="<>/!-=\"' &;#abp\n")))
def test_any_text_can_be_read(text: str) -> None:
    for block in document(text).blocks:
        assert block.text


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["<b>", "<div>", "<p>", "<ul><li>", "<table><tr><td>", "<span class=credit>", "<", "&", "& ", "&amp", "</",
     "<!--", "<a b='\"", '<a b="', "<a ", "<svg>", "<br>", "a<br>", "x<img> ", " \n<b>", "&#1", "<td>", "<title>",
     "<time datetime=x>", "<script></script"],
)  # fmt: skip
def test_time_grows_with_the_text_only(piece: str, grows_linearly) -> None:
    grows_linearly(lambda size: document(piece * (size // len(piece))), 100_000)


@pytest.mark.slow
def test_a_hundred_thousand_nested_tags_and_a_very_long_article() -> None:
    assert document("<b>" * 100_000 + "x" + "</b>" * 100_000).blocks[0].text == "x"
    assert document("<div>" * 100_000 + "x" + "</div>" * 100_000).blocks[0].text == "x"
    paragraph = "<p>The minister said <b>the plan</b> was good &amp; would <a href='x'>go on</a>.</p>\n"
    assert len(document(paragraph * (5_000_000 // len(paragraph))).blocks) == 5_000_000 // len(paragraph)
