"""YAML as located text: what is read, what is refused, and every place."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.rulebook import nodes
from newslint.rulebook.nodes import MAX_BYTES, MAX_DEPTH, Merged, elements, items, read_yaml
from newslint.rulebook.problems import Place, RulebookError


def mistakes(data: bytes | str) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        read_yaml(data, "f.yaml")
    return [str(p) for p in caught.value.problems]


@pytest.mark.parametrize(
    "written",
    ["no", "on", "off", "yes", "true", "12:30", "1_000", "1e3", "0x1F", "~", "null", "2019-06-28", ".5", "=", "NaN"],
)
def test_scalars_stay_as_they_are_written(written: str) -> None:
    assert read_yaml(f"a: {written}\n", "f").value == {"a": written}
    assert read_yaml(f"{written}: b\n", "f").value == {written: "b"}


def test_nothing_is_an_empty_text() -> None:
    assert read_yaml("a:\nb: ''\n", "f").value == {"a": "", "b": ""}
    assert read_yaml("", "f").value == ""
    assert read_yaml("# only a comment\n", "f").value == ""


def test_texts_over_several_lines() -> None:
    assert read_yaml("a: |\n  x\n  y\nb: >\n  x\n  y\n", "f").value == {"a": "x\ny\n", "b": "x y\n"}


def test_places_count_from_one_in_code_points() -> None:
    node = read_yaml("a: x\n\U0001f600ü: [é, {k: v}]\n", "f.yaml")
    assert node.place() == Place("f.yaml", 1, 1)
    assert node.place(("a",)) == Place("f.yaml", 1, 4)
    assert node.place(("\U0001f600ü",), key=True) == Place("f.yaml", 2, 1)
    assert node.place(("\U0001f600ü",)) == Place("f.yaml", 2, 5)
    assert node.place(("\U0001f600ü", 0)) == Place("f.yaml", 2, 6)
    assert node.place(("\U0001f600ü", 1, "k")) == Place("f.yaml", 2, 13)
    assert node.place(("\U0001f600ü", 1, "k"), key=True) == Place("f.yaml", 2, 10)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind(end: str) -> None:
    assert read_yaml(f"a: x{end}b: y{end}", "f").place(("b",)) == Place("f", 2, 4)


def test_a_line_separator_ends_no_line() -> None:
    assert read_yaml("a: 'x\u2028y'\nb: z\n", "f").place(("b",)) == Place("f", 2, 4)


def test_a_byte_order_mark_is_not_counted() -> None:
    assert read_yaml("\ufeffa: x\n".encode(), "f").place(("a",)) == Place("f", 1, 4)
    assert read_yaml("\ufeffa: x\n", "f").value == {"a": "x"}


def test_a_path_that_leads_nowhere_gives_the_last_value_on_its_way() -> None:
    node = read_yaml("a:\n  b: [x]\n", "f")
    assert node.place(("a", "b", 7)) == node.place(("a", "b"))
    assert node.place(("a", "c", "d")) == node.place(("a",))
    assert node.place(("z",)) == node.place()
    assert node.place(("a", "b", 0, "deeper")) == node.place(("a", "b", 0))


def test_parts_know_their_places() -> None:
    node = read_yaml("a:\n  b: [x, y]\n", "f")
    inner = node.at("a").at("b")
    assert inner.value == ["x", "y"]
    assert inner.at(1).place() == Place("f", 2, 10)
    assert [e.value for e in elements(inner)] == ["x", "y"]
    assert [e.value for e in elements(inner.at(0))] == ["x"]
    assert [(k, v.value) for k, v in items(node)] == [("a", {"b": ["x", "y"]})]


def test_merged_values_keep_the_places_of_their_parts() -> None:
    one, two = read_yaml("a: [x]\n", "one"), read_yaml("\na: [y, z]\n", "two")
    both = Merged([*elements(one.at("a")), *elements(two.at("a"))], two.place())
    assert both.value == ["x", "y", "z"]
    assert both.place((0,)) == Place("one", 1, 5)
    assert both.place((2,)) == Place("two", 2, 8)
    assert both.place((9,)) == both.place() == Place("two", 2, 1)
    mapping = Merged({"k": both}, Place("two", 5, 5), {"k": Place("two", 2, 1)})
    assert mapping.place(("k", 1)) == Place("two", 2, 5)
    assert mapping.place(("k",), key=True) == Place("two", 2, 1)
    assert mapping.at("k").at(0).value == "x"


def test_aliases_are_read() -> None:
    node = read_yaml("a: &x [1, 2]\nb: *x\nc: &t text\nd: *t\n", "f")
    assert node.value == {"a": ["1", "2"], "b": ["1", "2"], "c": "text", "d": "text"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1: the key 'a' stands twice, first in line 1"),
        ("a: {b: 1, b: 2}\n", "f.yaml:1:11: the key 'b' stands twice, first in line 1"),
        (
            "a: !!python/object/apply:os.system [id]\n",
            "f.yaml:1:4: found the tag '!!python/object/apply:os.system', expected a value without a tag: "
            "put quotes round text that begins with '!'",
        ),
        (
            "a: !!str x\n",
            "f.yaml:1:4: found the tag '!!str', expected a value without a tag: "
            "put quotes round text that begins with '!'",
        ),
        (
            "a: !x\n",
            "f.yaml:1:4: found the tag '!x', expected a value without a tag: "
            "put quotes round text that begins with '!'",
        ),
        ("? [a]\n: b\n", "f.yaml:1:3: found a list as a key, expected text: put quotes round it"),
        ("{a: b}: c\n", "f.yaml:1:1: found a mapping as a key, expected text: put quotes round it"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1: found a second document, expected one to a file"),
        (
            "- *bold\n",
            "f.yaml:1:3: found the alias '*bold', but there is no anchor '&bold': "
            "put quotes round text that begins with '*'",
        ),
        ("a: &x [*x]\n", "f.yaml:1:8: the alias '*x' stands inside what it names"),
        ("a:\n\tb: c\n", "f.yaml:2:1: found a tab, expected spaces: indent with spaces"),
        ("a: b: c\n", "f.yaml:1:5: found ':' where no key may stand: put quotes round text that holds ': '"),
        ("a: 1\n b: 2\n", "f.yaml:2:3: found ':' where no key may stand: check the indent"),
        ("a: 'x\nb: y\n", "f.yaml:1:4: the quotation mark is never closed: double a ' inside single quotes: 'it''s'"),
        ('a: "\\q"\n', "f.yaml:1:5: found an unknown escape between double quotes: use single quotes, or write \\\\"),
        ("a: @x\n", "f.yaml:1:4: found '@' where a value begins: put quotes round text that begins with @"),
        ("- `x`\n", "f.yaml:1:3: found '`' where a value begins: put quotes round text that begins with `"),
        ("- %x\n", "f.yaml:1:3: found '%' where a value begins: put quotes round text that begins with %"),
        ("- *bold* x\n", "f.yaml:1:3: found '*' where a value begins: put quotes round text that begins with *"),
        ("- [[x]] y\n", "f.yaml:1:9: found 'y', expected '- ': put quotes round text that begins with ["),
        ("a: {m} x\n", "f.yaml:1:8: found 'x', expected a key: put quotes round text that begins with {"),
        ("a: [x\nb: y\n", "f.yaml:1:4: the bracket '[' is not closed as it should be: "
         "put quotes round text that begins with ["),
        ("a: - b\n", "f.yaml:1:4: found '-' behind a key: begin the list on the next line"),
        ("a: |x\n  b\n", "f.yaml:1:5: found 'x' behind '|' or '>': begin the text on the next line"),
        ("a:\n  b: 1\n c: 2\n", "f.yaml:3:2: found 'c: 2', expected a key: check the indent"),
        ("- a\nb: c\n", "f.yaml:2:1: found 'b: c', expected '- ': check the indent"),
        ("a: 'x' y\n", "f.yaml:1:8: found 'y', expected a key: put quotes round text that begins with '"),
        (
            "a: x\x07y\n",
            'f.yaml:1:5: found the control character U+0007: write it as an escape between double quotes, '
            'such as "\\u0007"',
        ),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(text: str, expected: str) -> None:
    assert mistakes(text) == [expected]
    assert mistakes(text.encode()) == [expected]


def test_all_mistakes_that_can_be_read_past_are_told_at_once() -> None:
    assert len(mistakes("a: 1\na: 2\nb: !x y\n? [1]\n: 2\nc: 1\nc: 2\n")) == 4


def test_bytes_that_are_not_utf8_are_refused_at_their_place() -> None:
    assert mistakes(b"a: x\nb: caf\xe9\n") == ["f.yaml:2:7: found the byte 0xE9, expected text in UTF-8"]


def test_alias_bombs_are_refused() -> None:
    lines = ["a: &a [" + ",".join("x" * 9) + "]"]
    lines += [f"{b}: &{b} [{','.join(['*' + a] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
    assert mistakes("\n".join(lines)) == ["f.yaml:7:14: aliases make this file larger than 2,000,000 values"]


@pytest.mark.parametrize("text", ["[" * 200_000, "{a: " * 100_000, "- " * 50_000 + "x", "? " * 50_000 + "x"])
def test_deep_nesting_is_refused_and_harmless(text: str) -> None:
    found = mistakes(text)
    assert len(found) == 1
    assert f"nested more than {MAX_DEPTH} deep" in found[0]


def test_large_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_BYTES >= 1_000_000
    monkeypatch.setattr(nodes, "MAX_BYTES", 10)
    assert mistakes("a: 123456789\n") == ["f.yaml:1:1: the file has 13 bytes, expected 10 at most"]


def test_the_pure_loader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    text = "a: x\nb: [é, {k: 'v\u2028w'}]\nc: |\n  t\nd: no\n"
    fast = read_yaml(text, "f")
    monkeypatch.setattr(nodes, "_LOADER", yaml.BaseLoader)
    slow = read_yaml(text, "f")
    assert slow.value == fast.value
    for path in [("a",), ("b", 1, "k"), ("c",), ("d",)]:
        assert slow.place(path) == fast.place(path)
    assert mistakes("a: 1\na: 2\n") == ["f.yaml:2:1: the key 'a' stands twice, first in line 1"]
    assert "f.yaml:1:5: found the control character U+0007" in mistakes("a: x\x07")[0]


_plain = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)
_values = st.recursive(
    _plain, lambda v: st.lists(v, max_size=4) | st.dictionaries(_plain, v, max_size=4), max_leaves=12
)


@given(_values)
def test_what_yaml_writes_is_read_back_with_true_places(value: object) -> None:
    import yaml

    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    if "!!" in text:
        return
    node = read_yaml(text, "f")
    assert node.value == value
    _check_places(node, text)


def _check_places(node: nodes.Located, text: str) -> None:
    _, line, column = node.place()
    rest = text.split("\n")[line - 1][column - 1 :]
    if isinstance(node.value, str):
        assert rest.startswith('"')
    elif isinstance(node.value, list):
        assert rest.startswith("-" if node.value else "[")
        for i in range(len(node.value)):
            _check_places(node.at(i), text)
    else:
        assert rest.startswith(('"', "?") if node.value else "{")
        for key in node.value:
            _check_places(node.at(key), text)


@given(st.text(max_size=60) | st.binary(max_size=60))
def test_any_input_gives_a_value_or_a_rulebook_error(data: str | bytes) -> None:
    with suppress(RulebookError):
        read_yaml(data, "f")
