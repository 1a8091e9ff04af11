"""Articles in fields: parts, zones, places through JSON escapes, bodies in their formats, clear errors."""

import datetime
import json
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.model import Document, Source, Span, apply_edits
from newslint.readers.base import ReadContext, Unreadable, format_of, read
from newslint.readers.fields import to_source

ARTICLE = r"""{
  "body": {"format": "html", "text": "<p>He said \u201c<b>no<\/b>\u201d &amp; left.<\/p>\n<p>The end \ud83d\ude00.<!-- newslint-disable a/b --><\/p>"},
  "headline": "Talks  on \"Ferry\" fail",
  "standfirst": {"format": "markdown", "text": "Boats *stay* in port"},
  "kicker": "Transport", "byline": ["Jo Lee", "Kim Oak"], "dateline": null,
  "captions": ["A boat", {"text": "A\nquay", "credit": "Kim Oak/Post"}, {"credit": "AP"}],
  "pullquotes": ["No"],
  "tags": ["ferry", "strike"], "section": "Transport", "published": "2021-03-04", "language": "en-GB",
  "word_count": 1.50, "urgent": true, "desk": "news", "layout": {"a": [1]}
}
"""


def document(text: str) -> Document:
    return read(Source(text, "a.article.json"), "fields")


def test_a_whole_article() -> None:
    found = document(ARTICLE)
    assert [(b.part, b.zone.value, b.text) for b in found.blocks] == [
        ("kicker", "kicker", "Transport"),
        ("headline", "headline", 'Talks  on "Ferry" fail'),
        ("standfirst", "standfirst", "Boats stay in port"),
        ("byline[0]", "byline", "Jo Lee"),
        ("byline[1]", "byline", "Kim Oak"),
        ("body", "paragraph", "He said “no” & left."),
        ("body", "paragraph", "The end \U0001f600."),
        ("pullquotes[0]", "pullquote", "No"),
        ("captions[0]", "caption", "A boat"),
        ("captions[1]", "caption", "A quay"),
        ("captions[1].credit", "credit", "Kim Oak/Post"),
        ("captions[2].credit", "credit", "AP"),
    ]
    said = found.metadata
    assert (said.title, said.byline, said.section, said.published, said.language) == (
        'Talks  on "Ferry" fail', "Jo Lee, Kim Oak", "Transport", "2021-03-04", "en-GB"
    )  # fmt: skip
    assert said.extra == {"tags": "ferry, strike", "word_count": "1.50", "urgent": "true", "desk": "news"}
    assert [p.name for p in found.parts] == [
        "kicker", "headline", "standfirst", "byline[0]", "byline[1]", "body", "pullquotes[0]", "captions[0]",
        "captions[1]", "captions[1].credit", "captions[2].credit",
    ]  # fmt: skip
    (directive,) = found.directives
    assert ARTICLE[slice(*directive.span)] == "<!-- newslint-disable a/b -->"
    assert format_of("x/y.article.json") == found.format == "fields"


def test_a_span_is_found_in_its_field() -> None:
    found = document(ARTICLE)
    body = found.blocks[5]
    start = body.text.index("no")
    assert ARTICLE[slice(*body.span(start, start + 2))] == "no"
    assert ARTICLE[slice(*body.span(start - 1, start + 3))] == r"\u201c<b>no<\/b>\u201d"
    part, place = found.locate(body.span(start, start + 2)) or ("", Span(0, 0))
    assert part == "body"
    field = next(p.map.text for p in found.parts if p.name == "body")
    assert field[slice(*place)] == "no"
    assert field.startswith("<p>He said “<b>no</b>”")
    assert found.locate(Span(0, 1)) is None


@pytest.mark.parametrize(
    ("text", "part", "old", "new", "result"),
    [
        ('{"headline": "G& now"}', "headline", "G&", "G20", '{"headline": "G20 now"}'),
        ('{"headline": "a \\"b\\" c"}', "headline", '"b"', "‘b’", '{"headline": "a \\u2018b\\u2019 c"}'),
        ('{"headline": "é a"}', "headline", "a", '“\\"', '{"headline": "é “\\\\\\""}'),
        ('{"headline": "a\\nb"}', "headline", "a", "x", '{"headline": "x\\nb"}'),
        ('{"headline": "a b"}', "headline", "b", "c\nd", None),
        ('{"headline": "a b"}', "headline", " b", "", '{"headline": "a"}'),
        ('{"body": {"format": "html", "text": "<p>a &amp; b"}}', "body", "&", "<\"", '{"body": {"format": "html", "text": "<p>a &lt;\\" b"}}'),
        ('{"body": {"format": "html", "text": "<b>a<\\/b>b"}}', "body", "ab", "x", None),
    ],
)  # fmt: skip
def test_edits(text: str, part: str, old: str, new: str, result: str | None) -> None:
    block = next(b for b in document(text).blocks if b.part == part)
    start = block.text.index(old)
    edit = block.edit(start, start + len(old), new)
    assert (edit and apply_edits(text, [edit])) == result


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"headline": "a"\n "x"}', "not JSON at line 2, column 2: Expecting ',' delimiter"),
        ("", "not JSON at line 1, column 1: Expecting value"),
        ('{"headline": "a\nb"}', "not JSON at line 1, column 16: Invalid control character at"),
        ("[" * 100_000, "JSON nested too deeply"),
        ("[]", "an article in fields is a JSON object, found a list at line 1, column 1"),
        ('"x"', 'an article in fields is a JSON object, found "x" at line 1, column 1'),
        ('{"headline": "a",\r\n"b": 1,\n  "body": 12}', "body: expected text or {format, text}, found a number at line 3, column 11"),
        ('{"headline": ["a"]}', "headline: expected text or {format, text}, found a list at line 1, column 14"),
        ('{"captions": "a"}', 'captions: expected a list, found "a" at line 1, column 14'),
        ('{"captions": [true]}', "captions[0]: expected text or {text, credit}, found true at line 1, column 15"),
        ('{"captions": [{"text": "a", "credit": 1}]}', "captions[0].credit: expected text or {format, text}, found a number at line 1, column 39"),
        ('{"body": {"format": "docx", "text": ""}}', 'body.format: expected html, markdown or text, found "docx" at line 1, column 21'),
        ('{"body": {"format": "html"}}', "body: expected text or {format, text}, found an object at line 1, column 10"),
        ('{"published": 20200101}', "published: expected text, found a number at line 1, column 15"),
        ('{"tags": [1]}', "tags[0]: expected text, found a number at line 1, column 11"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(text: str, message: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(message)):
        document(text)


@pytest.mark.parametrize(
    "text", ["{}", '{"headline": ""}', '{"headline": null, "body": ""}', '{"body": {"text": null}}', '{"x": [[{}]]}']
)
def test_little_is_enough(text: str) -> None:
    assert document(text).blocks == ()


def test_a_key_that_stands_twice_is_told() -> None:
    with pytest.raises(Unreadable, match=r"^the key 'body' stands twice, again at line 2, column 2$"):
        document('{"body": "A zebra.",\n "body": "A horse."}')
    with pytest.raises(Unreadable, match="the key 'a' stands twice"):
        document('{"body": "A zebra.", "x": [{"a": 1, "\\u0061": 2}]}')


def test_a_body_of_plain_text_has_no_headline_of_its_own() -> None:
    text = json.dumps(
        {"headline": "Ferry talks fail", "body": "Talks failed\n\nThe crews went home on Friday, they said."}
    )
    assert [b.zone.value for b in document(text).blocks] == ["headline", "paragraph", "paragraph"]


def test_a_heading_in_the_body_below_a_headline_is_a_crosshead() -> None:
    body = {"format": "html", "text": "<h1>Below</h1><p>x"}
    assert [b.zone.value for b in read(to_source({"headline": "H", "body": body}), "fields").blocks] == [
        "headline",
        "crosshead",
        "paragraph",
    ]
    assert [b.zone.value for b in read(to_source({"body": body}), "fields").blocks] == ["headline", "paragraph"]


def test_a_short_first_line_of_a_markdown_body_is_no_headline_below_one() -> None:
    body = {"format": "markdown", "text": "Talks failed\n\nThe crews went home."}
    found = read(to_source({"headline": "H", "body": body}), "fields")
    assert [b.zone.value for b in found.blocks] == ["headline", "paragraph", "paragraph"]


def test_a_mapping_becomes_a_source() -> None:
    source = to_source({"headline": "Café", "published": datetime.date(2021, 3, 4)}, "desk/1")
    assert (source.path, source.text) == ("desk/1", '{\n  "headline": "Café",\n  "published": "2021-03-04"\n}\n')
    for wrong in ({"headline": b"x"}, {"headline": object()}):
        with pytest.raises(Unreadable, match="can't be written as JSON"):
            to_source(wrong)


PIECES = ["a", "word", " ", "  ", "\n", "\r\n", "\n\n", "\t", '"', "\\", "é", "\u0301", "\U0001f600", "\u2028", "\x00", "\ud83d", "\ude00", "&amp;",
          "&", "<b>x</b>", "<p>", "</p>", "*b*", "_", "- ", "# ", "/", "G&", "."]  # fmt: skip
prose = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
articles = st.fixed_dictionaries(
    {},
    optional={
        "headline": prose,
        "standfirst": prose,
        "captions": st.lists(prose | st.fixed_dictionaries({"text": prose, "credit": prose}), max_size=2),
        "body": st.fixed_dictionaries({"format": st.sampled_from(["html", "text"]), "text": prose}),
    },
)


@st.composite
def sources(draw: st.DrawFn) -> str:
    text = json.dumps(draw(articles), ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 2])))
    if "\\" not in text and draw(st.booleans()):
        text = re.sub("[ax]", lambda m: f"\\u{ord(m[0]):04X}", text)
    return text


@settings(max_examples=200)
@given(sources(), st.integers(0), st.integers(0), st.integers(0), prose)
@example('{"headline": "\\ud83da\\ude00"}', 0, 1, 2, "")
def test_spans_and_edits(text: str, number: int, one: int, other: int, new: str) -> None:
    found = document(text)
    if not found.blocks:
        return
    block = found.blocks[number % len(found.blocks)]
    start, end = sorted((one % (len(block.text) + 1), other % (len(block.text) + 1)))
    field = next(p.map for p in found.parts if p.name == block.part)
    if start < end:
        part, place = found.locate(block.span(start, end)) or ("", Span(0, 0))
        assert part == block.part
        assert field.span(*place) == block.span(start, end)
        low, high = block.span(start, end)
        assert re.sub("[\ud800-\udfff]", "\ufffd", json.loads(f'"{text[low:high]}"')) == field.text[slice(*place)]
    edit = block.edit(start, end, new)
    if edit is None or not any(map(str.isalnum, block.text)):
        return  # a line of signs may become a list item with its first letter
    after = document(apply_edits(text, [edit]))
    want = [b.text for b in found.blocks]
    want[block.index] = block.text[:start] + new + block.text[end:]
    assert [b.text for b in after.blocks] == [t for t in want if t.replace("\ufffc", "").strip()]


values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["format", "text", "credit", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(
    st.text()
    | st.text(alphabet='{}[]",:\\u0123 dheadline')
    | st.dictionaries(st.sampled_from(["headline", "body", "captions", "tags", "byline", "section", "y"]), values).map(
        json.dumps
    )
)
def test_anything_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        found = document(text)
    except Unreadable as error:
        said = str(error)
    else:
        said = found.format
    assert said
    assert "\n" not in said


@pytest.mark.slow
def test_a_very_long_body() -> None:
    text = json.dumps({"body": {"format": "html", "text": "<p>The “end” &amp;\n so on</p>" * 30_000}})
    assert len(read(Source(text), "fields", ReadContext()).blocks) == 30_000
