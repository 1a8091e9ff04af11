"""Promises of the Markdown reader for any text: places, edits and survival."""

from __future__ import annotations

import html

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from newslint.model import Block, Document, Source, apply_edits
from newslint.readers.base import ReadContext
from newslint.readers.markdown import read

OBJECT = "\ufffc"


def md(text: str) -> Document:
    return read(Source(text), ReadContext())


# Documents, built from parts whose text is known.

_WORDS = "said Trump's “quoted” café cafe\u0301 😀 G20 naïve 1,200 £5m well-known snake_case end. a.b 50% U.S. 日本 it’s AT&T"
_KINDS = "text text quote list nested heading setext table hard fence html lazy"
_VALUES = "Leaders’ talks end it's G20 café 😀 e\u0301 a:b #tag \"said\" 'so' 50% & - [x] back\\slash 7"
WORDS = st.sampled_from(_WORDS.split())
ATOMS = st.one_of(
    WORDS,
    WORDS,
    st.sampled_from(
        ["&amp;", "&#8217;", "&nbsp;", "&NotEqualTilde;", r"\*", r"\#", r"\\", r"\_", r"\[x\]", "`co*de`", "<b>",
         "https://example.org/a_b(c)", "www.example.org,", "<https://a.example>", '{{< fig src="a_b" >}}', "{% tag %}",
         "<!-- note -->", "<br>", '[gallery ids="1"]', "* ", " * ", "5 < 6", "[sic]", "~", "![alt *text*](u.png \"Tit\")"]
    ),
)  # fmt: skip


def _wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    phrase = st.lists(inner, min_size=1, max_size=4).map(" ".join)
    return st.one_of(
        phrase,
        phrase.map(lambda t: f"*{t}*"),
        phrase.map(lambda t: f"**{t}**"),
        phrase.map(lambda t: f"_{t}_"),
        phrase.map(lambda t: f"~~{t}~~"),
        phrase.map(lambda t: f"[{t}](http://example.org/x_y)"),
        phrase.map(lambda t: f"[{t}][ref]"),
        phrase.map(lambda t: f"<span>{t}</span>"),
    )


INLINE = st.lists(st.recursive(ATOMS, _wrap, max_leaves=6), min_size=1, max_size=6)
LINES = st.lists(INLINE.map(" ".join), min_size=1, max_size=3)


def _block(kind: str, lines: list[str]) -> str:
    if kind == "quote":
        return "\n".join("> " + line for line in lines)
    if kind == "list":
        return "\n".join("- " + line for line in lines)
    if kind == "nested":
        return "1. " + "\n   ".join(lines) + "\n   - " + lines[0]
    if kind == "heading":
        return "## " + lines[0]
    if kind == "setext":
        return lines[0] + "\n==="
    if kind == "table":
        return "| a | b |\n|---|---|\n| " + lines[0].replace("|", r"\|") + " | " + lines[-1].replace("|", r"\|") + " |"
    if kind == "hard":
        return "  \n".join(lines)
    if kind == "fence":
        return "```\n" + "\n".join(lines) + "\n```"
    if kind == "html":
        return "<div>\n" + lines[0] + "\n</div>"
    if kind == "lazy":
        return "> " + "\n".join(lines)
    return "\n".join(lines)


KINDS = st.sampled_from(_KINDS.split())
BODY = st.lists(st.builds(_block, KINDS, LINES), min_size=1, max_size=4).map("\n\n".join)

VALUE = st.lists(st.sampled_from(_VALUES.split()), min_size=1, max_size=5)


def _yaml(style: str, words: list[str]) -> str:
    text = " ".join(words)
    if style == "single":
        return "'" + text.replace("'", "''").replace(" ", "\n   ", 1) + "'"
    if style == "double":
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9")
        return '"' + escaped.replace(" ", " \\\n  ", 1) + '"'
    if style == "folded":
        return ">-\n  " + "\n  ".join(words)
    if style == "literal":
        return "|\n    " + "\n    ".join(words) + "\n\n    " + words[0]
    if style == "anchor":
        return "&a 'x" + text.replace("'", "''") + "'"
    return "Plain " + " ".join(w for w in words if w[0] not in "#&-[\"'" and ":" not in w)


def _front(kind: str, style: str, title: list[str], more: list[str]) -> str:
    if kind == "yaml":
        return (
            f"---\ntags: [one, 'two']\ntitle: {_yaml(style, title)}\ndescription: {_yaml('folded', more)}\n"
            f"date: 2019-06-28 # day\n---\n"
        )
    if kind == "toml":
        basic = " ".join(title).replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\u00e9")
        long = "\n".join(more).replace("\\", "\\\\").replace('"', '\\"')
        return (
            f'+++\ntitle = "{basic}"\ntags = ["one", \'two\']\ndescription = """\n{long}"""\ndate = 2019-06-28\n+++\n'
        )
    if kind == "json":
        import json

        return json.dumps({"title": " ".join(title), "tags": ["one"], "description": " ".join(more)}, indent=1) + "\n"
    return ""


FRONT = st.builds(
    _front,
    st.sampled_from(["yaml", "yaml", "toml", "json", ""]),
    st.sampled_from(["single", "double", "folded", "literal", "anchor", "plain"]),
    VALUE,
    VALUE,
)


def _document(front: str, body: str, ending: str, defined: bool) -> str:
    text = front + body + "\n" + ("\n[ref]: http://example.org\n" if defined else "")
    return text.replace("\n", ending)


DOCUMENTS = st.builds(_document, FRONT, BODY, st.sampled_from(["\n", "\n", "\r\n", "\r"]), st.booleans())


def decoded(source: str, text: str) -> str | None:
    """What an indivisible piece of source says, by rules of this test's own; None for what is no prose."""
    if text == OBJECT:
        return None
    if text == " " and not source.replace("<br>", "").strip(" \t\r\n>\\"):
        return " "
    if source.startswith("&"):
        return html.unescape(source)
    if source.startswith("\\u"):
        return source.encode().decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16")
    if source.startswith("\\"):
        return source[1]
    return "'" if source == "''" else source


def check_places(document: Document) -> None:
    text = document.source.text
    for block in document.blocks:
        at = under = 0
        for segment in block.map.segments:
            assert segment.start == at, "segments cover the text"
            assert segment.source_start >= under, "segments ascend"
            at, under = segment.end, segment.source_end
            shown = block.text[segment.start : segment.end]
            place = text[segment.source_start : segment.source_end]
            if segment.verbatim:
                assert shown == place or (shown == " " and place in "\r\n"), (shown, place)
            else:
                assert decoded(place, shown) in (None, shown), (shown, place)
        assert at == len(block.text)
        assert "\n" not in block.text
        assert block.text == block.text.strip(" ")


@given(DOCUMENTS)
@settings(max_examples=30, deadline=None)
def test_every_character_has_its_place(text: str) -> None:
    check_places(md(text))


@given(DOCUMENTS, st.data())
@settings(max_examples=30, deadline=None)
def test_spans_of_text_are_spans_of_source(text: str, data: st.DataObject) -> None:
    document = md(text)
    assume(document.blocks)
    block = data.draw(st.sampled_from(document.blocks))
    start = data.draw(st.integers(0, len(block.text) - 1))
    end = data.draw(st.integers(start + 1, len(block.text)))
    span = block.span(start, end)
    assert block.map.find(span.start) is not None
    inside = [s for s in block.map.segments if s.start < end and s.end > start]
    if len(inside) == 1 and inside[0].verbatim and block.text[start:end] != " ":
        assert text[span.start : span.end] == block.text[start:end]


NEW = st.one_of(
    WORDS,
    st.sampled_from(["", "new words", " ", "a *b* c", "[x](y)", "_", "# h", "1. x", "- x", "`", "<b>", "&amp;", "\\", "|",
                     "a: b", " #c", "'", '"', "it's", "\\n", "{{< x >}}", "http://x.org", "***", "---", "]:", "~~", "G7",
                     "true", "12", "null", "😀", "é", "+++", "\x07", "\u2028", "=", "!["]),
    st.text(st.sampled_from("ab *_[]()<>&\\`#-+.:'\"|{}!~=1\té😀"), max_size=6),
)  # fmt: skip


def check_edit(document: Document, block: Block, start: int, end: int, new: str) -> bool:
    """Make an edit if the block allows it, read again, and compare; whether it was allowed."""
    edit = block.edit(start, end, new)
    if edit is None:
        return False
    again = md(apply_edits(document.source.text, [edit]))
    text = block.text[:start] + new + block.text[end:]
    expected = [text if b is block else b.text for b in document.blocks]
    # The ends of a front matter value may be white space, which no block shows.
    shown = sorted(t for t in (e.strip(" \t") for e in expected) if t)
    assert sorted(b.text for b in again.blocks) == shown
    check_places(again)
    return True


@given(DOCUMENTS, st.data())
@settings(max_examples=50, deadline=None)
def test_an_edit_changes_its_text_and_nothing_else(text: str, data: st.DataObject) -> None:
    document = md(text)
    assume(document.blocks)
    block = data.draw(st.sampled_from(document.blocks))
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, min(len(block.text), start + 12)))
    check_edit(document, block, start, end, data.draw(NEW))


@given(st.builds(_document, FRONT, BODY, st.just("\n"), st.just(False)), st.data())
@settings(max_examples=50, deadline=None)
def test_a_word_in_plain_text_can_be_replaced(text: str, data: st.DataObject) -> None:
    document = md(text)
    places = [
        (block, at)
        for block in document.blocks
        for at in range(1, len(block.text) - 1)
        if block.text[at].isascii() and block.text[at].isalpha() and block.text[at - 1 : at + 2].isalpha()
    ]
    assume(places)
    block, at = data.draw(st.sampled_from(places))
    assert check_edit(document, block, at, at + 1, "z")


NASTY = st.one_of(
    st.text(),
    st.text(st.sampled_from("ab \n\r\t*_[]()<>&;\\`#-+.:'\"|{}!~=1é😀\x00\ud800\ufffc")),
    st.builds(
        lambda fence, inner, body: f"{fence}\n{inner}\n{fence}\n{body}",
        st.sampled_from(["---", "+++", ";;;"]),
        st.lists(
            st.one_of(
                st.sampled_from(["title: x", 'title = "x"', "a: &b [1, 2]", "c: *b", "<<: *b", "d: !!python/object:x y", "[t]", "- x",
                                 "title: >-\n  a\n  b", "title: \"a", '{"title": "x"}', "title = '''a", "? x", "%YAML 1.1", "x = [",
                                 'title = """a\\', "&a *a", "title: |2\n   x", "\t", "title: 'a''\n  b'", '"title": "\\ud83d"']),
                st.text(max_size=8),
            ),
            max_size=5,
        ).map("\n".join),
        st.text(max_size=20),
    ),
    st.text(st.sampled_from("{}[]\":,\\u0 \nabt")).map(lambda t: '{"' + t),
)  # fmt: skip


@given(NASTY)
@example("---\n\ud800: x\n---\n")
@example('{"title": "' + '\\ud800"}')
@example("+++\n" + "x = " + "[" * 5000 + "\n+++\n")
@example('{"a": ' + "[" * 100_000)
@example("---\na: " + "[" * 50_000 + "\n---\n")
@settings(max_examples=50, deadline=None)
def test_any_text_is_a_document(text: str) -> None:
    document = md(text)
    for block in document.blocks:
        block.span(0, len(block.text))
    for note in document.notes:
        assert 0 <= note.span.start <= note.span.end <= len(text)


@given(NASTY, st.data())
@settings(max_examples=50, deadline=None)
def test_edits_of_any_text(text: str, data: st.DataObject) -> None:
    document = md(text)
    assume(document.blocks)
    block = data.draw(st.sampled_from(document.blocks))
    start = data.draw(st.integers(0, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    edit = block.edit(start, end, data.draw(NEW))
    if edit is not None:
        md(apply_edits(text, [edit]))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "[" * 1_000_000, "*" * 1_000_000, ">" * 300_000, "a " * 500_000, "*a " * 300_000, "`" * 100 + "a`" * 300_000,
        "![" * 200_000, "[a](" * 200_000, "<" * 1_000_000, "{{<" * 300_000, "[a b=" * 200_000, "{%" * 500_000, "<!--" * 200_000,
        "www." * 200_000, "http://" * 100_000, "http://" + ")" * 500_000, "\\" * 1_000_000, "é*a* " * 100_000, "[gallery]" * 100_000,
        "&amp;" * 200_000, "---\n" + "a: [" * 200_000, "---\ntitle: x\n" * 50_000, "{% raw %}" * 100_000, "a\n" * 300_000,
        "{{< highlight >}}\n\n" * 50_000, "![a](b 'c')" * 100_000, "a@" * 300_000, "x\\\n" * 200_000, "- a\n" * 100_000,
        "---\ntitle: \"" + "\\\n" * 60_000 + "\"\n---\n", "+++\nx = '''" + "''\n" * 50_000, " " * 1_000_000, "a <br> " * 100_000,
        "[a\n" * 200_000, "{{ \n\n }}" * 100_000, "+++\n" + "a." * 90_000 + "\n+++\n",
    ],
    ids=lambda text: repr(text[:12]),
)  # fmt: skip
def test_time_grows_with_the_length_only(text: str, grows_linearly) -> None:
    grows_linearly(lambda size: md(text[:size]), len(text) // 16)
