"""Front matter: values, places, notes and edits in each style of each format."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from newslint.model import Document, Source, Zone, apply_edits
from newslint.readers.base import ReadContext
from newslint.readers.markdown import read


def md(text: str, keys: Mapping[str, object] | None = None) -> Document:
    return read(Source(text), ReadContext(options={"front_matter": keys} if keys else {}))


def headline(front: str, fence: str = "---") -> str:
    block = md(f"{fence}\n{front}\n{fence}\nBody.\n").headline
    assert block is not None
    return block.text


YAML = [
    ("title: Leaders meet # not text", "Leaders meet", "Leaders meet"),
    ("title:   It's a G20 summit", "It's a G20 summit", "It's a G20 summit"),
    ("title: 'It''s late'", "It's late", "It''s late"),
    (
        'title: "A \\"big\\" day\\u0021 caf\\xe9 \\U0001F600"',
        'A "big" day! café 😀',
        'A \\"big\\" day\\u0021 caf\\xe9 \\U0001F600',
    ),
    ("title: one\n  two\n  three", "one two three", "one\n  two\n  three"),
    ('title: "one\n  two \\\n  three"', "one two three", "one\n  two \\\n  three"),
    ("title: 'one\n\n  two'", "one two", "one\n\n  two"),
    ("title: >\n  one\n  two\n\ndate: 2019", "one two", "one\n  two"),
    ("title: >-\n    one\n    two", "one two", "one\n    two"),
    ("title: |\n  one\n  two", "one two", "one\n  two"),
    ("title: |2-\n  one", "one", "one"),
    ("title: > # note\n\n  one", "one", "one"),
    ("title: &head Leaders\nother: *head", "Leaders", "Leaders"),
    ("other: &head 'Leaders'\ntitle: *head", "Leaders", "Leaders"),
    ("title: !!str 1984", "1984", "1984"),
    ("title: 1984", "1984", "1984"),
    ("'title' : x😀e\u0301y", "x😀e\u0301y", "x😀e\u0301y"),
    ("Title: Upper", "Upper", "Upper"),
    ("{title: flow, tags: [a]}", "flow", "flow"),
    ("title: 12:30", "12:30", "12:30"),
    ("title: no", "no", "no"),
]


@pytest.mark.parametrize(("front", "text", "place"), YAML)
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_yaml_title_has_its_exact_place(front: str, text: str, place: str, ending: str) -> None:
    source = f"---\nx: 😀é\n{front}\n---\nBody text.\n" if front[0] != "{" else f"---\n{front}\n---\nBody text.\n"
    source = source.replace("\n", ending)
    document = md(source)
    block = document.headline
    assert block is not None
    assert block.text == text
    assert document.metadata.title == text
    span = block.span(0, len(block.text))
    assert source[span.start : span.end] == place.replace("\n", ending)
    assert document.notes == ()
    assert document.blocks[-1].text == "Body text."


@pytest.mark.parametrize(
    ("front", "text", "place"),
    [
        ('title = "Leaders meet" # no', "Leaders meet", "Leaders meet"),
        ('title = "A \\"q\\" \\u00e9\\U0001F600"', 'A "q" é😀', 'A \\"q\\" \\u00e9\\U0001F600'),
        ("title = 'It is \\n'", "It is \\n", "It is \\n"),
        ('title = """\none \\\n   two\nthree"""', "one two three", "one \\\n   two\nthree"),
        ("title = '''one\ntwo'''", "one two", "one\ntwo"),
        ('title = """a "quoted" ""word"""', 'a "quoted" ""word', 'a "quoted" ""word'),
        ('"title" = "x"\n[params]\ntitle = "other"', "x", "x"),
        ('a = { title = "no" }\ntitle="x"', "x", "x"),
        ('a = [["no"], [1, 2.5, true], # c\n]\ntitle="x"', "x", "x"),
    ],
)
def test_a_toml_title_has_its_exact_place(front: str, text: str, place: str) -> None:
    source = f"+++\ndate = 2019-06-28 07:00:00Z\n{front}\n+++\nBody.\n"
    document = md(source)
    block = document.headline
    assert block is not None
    assert block.text == text
    span = block.span(0, len(text))
    assert source[span.start : span.end] == place
    assert document.metadata.published == "2019-06-28 07:00:00Z"
    assert document.notes == ()


@pytest.mark.parametrize("frame", ["{%s}\n", ";;;\n%s\n;;;\n", ";;;\n{%s}\n;;;\n"])
def test_a_json_title_has_its_exact_place(frame: str) -> None:
    title = 'A \\"q\\" \\ud83d\\ude00 \\u00e9\\/'
    source = frame % f' "title": "{title}", "tags": ["one", {{"x": null}}], "author": {{"name": "X"}}, "date": "2019" '
    document = md(source + "# A heading\n\nBody.\n")
    block = document.headline
    assert block is not None
    assert block.text == 'A "q" 😀 é/'
    span = block.span(0, len(block.text))
    assert source[span.start : span.end] == title
    assert document.metadata.byline == "X"
    assert document.notes == ()
    assert [b.text for b in document.blocks[-2:]] == ["A heading", "Body."]


def test_what_the_values_are_for() -> None:
    document = md(
        "---\nlayout: post\ntags: [g20, world]\nkicker: World\ntitle: Leaders meet\nsummary: >\n  They talked.\n\n  And left.\n"
        "authors:\n  - Ann\n  - name: Bob\ndate: 2019-06-28T10:00:00+10:00\ncategories: [news, asia]\nlang: en-AU\n"
        "published: true\n---\nBody.\n"
    )
    assert [(b.zone.value, b.text) for b in document.blocks] == [
        ("metadata", "g20"),
        ("metadata", "world"),
        ("metadata", "news"),
        ("metadata", "asia"),
        ("kicker", "World"),
        ("headline", "Leaders meet"),
        ("standfirst", "They talked."),
        ("standfirst", "And left."),
        ("byline", "Ann"),
        ("byline", "Bob"),
        ("paragraph", "Body."),
    ]
    metadata = document.metadata
    assert (metadata.title, metadata.section, metadata.language) == ("Leaders meet", "news", "en-AU")
    assert metadata.published == "2019-06-28T10:00:00+10:00"
    assert metadata.byline == "Ann, Bob"
    assert metadata.get("layout") == "post"


def test_one_value_under_two_keys_is_one_standfirst() -> None:
    document = md("---\ntitle: T\ndeck: Same words\nsummary: Same words\ndescription: Other words\n---\n")
    assert sorted((b.zone.value, b.text) for b in document.blocks) == [
        ("headline", "T"),
        ("metadata", "Same words"),
        ("standfirst", "Other words"),
        ("standfirst", "Same words"),
    ]


def test_keys_can_be_named() -> None:
    source = "---\ntitle: Page title\nhed: Headline\nseo:\n  intro: Intro\nwhen: 2019-06-28\n---\n"
    document = md(source, {"title": ["hed"], "standfirst": "seo.intro", "published": ["when"], "nonsense": 3})
    assert [(b.zone.value, b.text) for b in document.blocks] == [("headline", "Headline"), ("standfirst", "Intro")]
    assert document.metadata.published == "2019-06-28"


@pytest.mark.parametrize("front", ["title:", "title: ~", "title: null", "title: ''", "title: {a: b}", "other: x"])
def test_without_a_title_the_body_gives_the_headline(front: str) -> None:
    document = md(f"---\n{front}\n---\n# From the body\n\nText.\n")
    assert document.headline is not None
    assert document.headline.text == "From the body"


@pytest.mark.parametrize(
    ("source", "detail", "body"),
    [
        ("---\ntitle: Leaders: they meet\n---\nBody.", "mapping values", "Body."),
        ("---\ntitle: 'open\n---\nBody.", "", "Body."),
        ("---\ntitle: x\nbad: [a\n---\nBody.", "", "Body."),
        ("---\ntitle: x\ntitle: y\n---\nBody.", "twice", "Body."),
        ("---\ntitle: x\na: !!python/object:os.x y\n---\nBody.", "tag", "Body."),
        ("---\ntitle: x\na: *nowhere\n---\nBody.", "anchor", "Body."),
        ("---\ntitle: x\x07\n---\nBody.", "", "Body."),
        ("---\ntitle: x\n\nBody.", "no closing ---", "Body."),
        ("+++\ntitle = x\n+++\nBody.", "", "Body."),
        ('+++\ntitle = "x"\ntitle = "y"\n+++\nBody.', "", "Body."),
        (";;;\n{\"title\": }\n;;;\nBody.", "", "Body."),
        ('{"title": "x", "title": "y"}\nBody.', "twice", "Body."),
        ('{\n"title": "x",\n}\nBody.', "", "Body."),
    ],
)  # fmt: skip
def test_broken_front_matter_is_noted_and_the_body_read(source: str, detail: str, body: str) -> None:
    document = md(source)
    assert document.notes
    assert all(note.kind == "front-matter" and note.detail for note in document.notes)
    assert any(detail in note.detail for note in document.notes)
    assert document.blocks[-1].text == body


def test_a_note_points_at_the_mistake() -> None:
    source = "---\nx: 😀\ntitle: one: two\n---\n"
    (note,) = md(source).notes
    assert source[note.span.start - 3 : note.span.start] == "one"


def test_the_last_of_two_equal_keys_counts() -> None:
    assert headline("title: x\ntitle: y") == "y"


def test_aliases_do_not_multiply() -> None:
    rows = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    document = md("---\n" + "\n".join([*rows, "tags: *a59", "title: T"]) + "\n---\nBody.\n")
    assert [b.text for b in document.blocks] == ["T", "Body."]


@pytest.mark.parametrize(
    "source",
    [
        "---\n\nA rule.\n\n---\n\nMore.",
        "---\nWords, not keys.\n---\nMore.",
        "----\ntitle: x\n----\n",
        "{{ tag }}\n\nText.",
        "{a}",
    ],
)
def test_not_every_rule_or_brace_is_front_matter(source: str) -> None:
    document = md(source)
    assert document.notes == ()
    assert document.zone(Zone.PARAGRAPH, Zone.HEADLINE, Zone.CROSSHEAD)
    assert not document.metadata.extra


@pytest.mark.parametrize(
    ("front", "old", "new", "result"),
    [
        ("title: Leaders meet", "meet", "met", "title: Leaders met"),
        ("title: Leaders meet", "meet", "meet: x", None),
        ("title: Leaders meet", "meet", "meet #x", None),
        ("title: Leaders meet", "meet", "#x", None),
        ("title: Leaders meet", "Leaders", "'Leaders", None),
        ("title: Leaders meet", "Leaders", "[Leaders", None),
        ("title: Leaders", "Leaders", "2019", None),
        ("title: Leaders", "Leaders", "null", None),
        ("title: Leaders meet", "meet", "it's", "title: Leaders it's"),
        ("title: 'Leaders meet'", "meet", "it's: #x", "title: 'Leaders it''s: #x'"),
        ("title: 'it''s on'", "it's", "is", "title: 'is on'"),
        ("title: 'it''s on'", "'", "’", "title: 'it’s on'"),
        ('title: "Leaders meet"', "meet", 'say "\\"', 'title: "Leaders say \\"\\\\\\""'),
        ('title: "a \\"b\\" c"', '"b"', "b", 'title: "a b c"'),
        ("title: >\n  one\n  two three", "two", "2", "title: >\n  one\n  2 three"),
        ("title: >\n  one\n  two three", "one", " one", None),
        ("title: >\n  one\n  two three", "one two", "1-2", "title: >\n  1-2 three"),
        ("title: |\n  one: two", "two", "# 2", "title: |\n  one: # 2"),
        ("title: &h Leaders\nseo: *h", "Leaders", "Heads", "title: &h Heads\nseo: *h"),
        ("seo: &h Leaders\ntitle: *h", "Leaders", "Heads", None),
        ("title: [one, two]", "two", "a, b", None),
        ("title: Leaders", "Leaders", "a\nb", None),
    ],
)
def test_edits_keep_yaml_valid(front: str, old: str, new: str, result: str | None) -> None:
    _edit(f"---\n{front}\n---\nBody.\n", old, new, None if result is None else f"---\n{result}\n---\nBody.\n")


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        ('+++\ntitle = "one"\n+++\n', "one", 'a "\\"', '+++\ntitle = "a \\"\\\\\\""\n+++\n'),
        ("+++\ntitle = 'one'\n+++\n", "one", "it's", None),
        ("+++\ntitle = 'one'\n+++\n", "one", "two", "+++\ntitle = 'two'\n+++\n"),
        ('+++\ntitle = """\n++\n"""\n+++\n', "++", "+++", None),
        ('{"title": "one"}\n', "one", 'a "\\" é', '{"title": "a \\"\\\\\\" é"}\n'),
        ('{"title": "one"}\n', "one", "\t", '{"title": "\\u0009"}\n'),
        ('{"title": "a\\u00e9b"}\n', "é", "e", '{"title": "aeb"}\n'),
    ],
)
def test_edits_keep_toml_and_json_valid(source: str, old: str, new: str, result: str | None) -> None:
    _edit(source, old, new, result)


def _edit(source: str, old: str, new: str, result: str | None) -> None:
    block = next(b for b in md(source).blocks if old in b.text)
    at = block.text.index(old)
    edit = block.edit(at, at + len(old), new)
    assert (apply_edits(source, [edit]) if edit else None) == result
