"""Examples: what [[ ]] marks, bytes, and the forms that an example may have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.parameters import ParameterError, Raw
from newslint.model import Zone
from newslint.rulebook.examples import Examples, to_bytes, unmark


@pytest.mark.parametrize(
    ("text", "plain", "marks"),
    [
        ("the [[noon]] bus", "the noon bus", [(4, 8)]),
        ("[[a]] and [[b]]", "a and b", [(0, 1), (6, 7)]),
        ("no newline[[]]", "no newline", [(10, 10)]),
        ("[[a [[b]] c]]", "a b c", [(0, 5), (2, 3)]),
        ("[[[[twice]]]]", "twice", [(0, 5), (0, 5)]),
        ("[[[note]]]", "[note]", [(0, 6)]),
        ("a[1] [[b[2]]]", "a[1] b[2]", [(5, 9)]),
        ("\U0001f600 [[é]]", "\U0001f600 é", [(2, 3)]),
        ("two\n[[lines\nlong]]", "two\nlines\nlong", [(4, 14)]),
        ("nothing", "nothing", []),
    ],
)
def test_marks(text: str, plain: str, marks: list[tuple[int, int]]) -> None:
    assert unmark(text) == (plain, tuple(marks))


@pytest.mark.parametrize("text", ["a [[b", "a]] b", "[[a]] b]]", "]] [["])
def test_marks_without_partner(text: str) -> None:
    with pytest.raises(ValueError, match="found"):
        unmark(text)


@given(st.lists(st.tuples(st.booleans(), st.text(st.sampled_from("ab é"), max_size=5)), max_size=8))
def test_marked_ranges_hold_what_was_marked(pieces: list[tuple[bool, str]]) -> None:
    plain, marks = unmark("".join(f"[[{t}]]" if mark else t for mark, t in pieces))
    assert plain == "".join(t for _, t in pieces)
    assert [plain[a:b] for a, b in marks] == [t for mark, t in pieces if mark]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (r"Caf\xe9", b"Caf\xe9"),
        (r"\xEF\xBB\xBFa\r\n", b"\xef\xbb\xbfa\r\n"),
        (r"a\\b\tc", b"a\\b\tc"),
        ("é", b"\xc3\xa9"),
    ],
)
def test_bytes(text: str, data: bytes) -> None:
    assert to_bytes(text) == data


@pytest.mark.parametrize("text", [r"\q", r"\xG1", r"\x1", "end\\"])
def test_unknown_escapes(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected \\xNN"):
        to_bytes(text)


def test_a_plain_text_is_a_paragraph() -> None:
    bad, good = Examples().read({"bad": ["[[x]] y"], "good": "y"})
    assert (bad.bad, good.bad) == (True, False)
    assert bad.files[0].text == "x y"
    assert bad.files[0].zone is Zone.PARAGRAPH
    assert bad.marks == (((0, 1),),)
    assert (bad.path, good.path) == (("bad", 0), ("good",))


def test_the_line_end_of_a_block_scalar_is_not_part_of_a_text() -> None:
    (example,) = Examples().read({"bad": [{"text": "a [[b]]\n", "fix": "a c\n"}]})
    assert example.files[0].text == "a b"
    assert example.fix == "a c"


def test_an_empty_fix_is_a_fix() -> None:
    (example,) = Examples().read({"bad": [{"text": "[[b]]", "fix": ""}]})
    assert example.fix == ""


def test_a_document_keeps_its_lines_and_has_metadata() -> None:
    raw = {"document": "A\n\n[[B]]\n", "format": "markdown", "metadata": {"section": "sport"}, "fix": "A\n\n"}
    (example,) = Examples().read({"bad": [raw]})
    file = example.files[0]
    assert (file.text, file.format, file.zone, file.metadata) == ("A\n\nB\n", "markdown", None, {"section": "sport"})
    assert example.fix == "A\n\n"


def test_several_files_go_by_their_suffixes() -> None:
    (example,) = Examples().read({"bad": [{"files": {"a.md": "# [[A]]", "b.txt": "B"}}]})
    assert [(f.name, f.format) for f in example.files] == [("a.md", "markdown"), ("b.txt", "text")]
    assert example.marks == (((2, 3),), ())


def test_marks_of_bytes_count_bytes() -> None:
    (example,) = Examples().read({"bad": [{"bytes": r"é [[\xe9]]"}]})
    assert example.files[0].data == b"\xc3\xa9 \xe9"
    assert example.marks == (((3, 4),),)


@pytest.mark.parametrize(
    ("raw", "path", "message"),
    [
        ({"bad": ["no mark"]}, ("bad", 0), "a bad example marks nothing"),
        ({"bad": [{"text": "no mark"}]}, ("bad", 0, "text"), "a bad example marks nothing"),
        ({"bad": ["a [[b"]}, ("bad", 0), "found '[[' without ']]' behind it"),
        ({"good": ["a [[b]]"]}, ("good", 0), "a good example marks something, expected no [[ ]]"),
        ({"good": [{"text": "a", "fix": "b"}]}, ("good", 0, "fix"), "unknown key 'fix'"),
        ({"bad": [[["x"]]]}, ("bad", 0), "found a list, expected text or a mapping with one of the keys text, "
         "document, files, bytes"),
        ({"bad": [{"fix": "x"}]}, ("bad", 0), "found none of the keys text, document, files, bytes, expected one"),
        ({"bad": [{"text": "[[x]]", "document": "[[x]]"}]}, ("bad", 0),
         "found text and document of the keys text, document, files, bytes, expected one"),
        ({"bad": [{"document": "[[x]]", "zone": "caption"}]}, ("bad", 0, "zone"),
         "'zone' is for an example of the key 'text'"),
        ({"bad": [{"text": "[[x]]", "zone": "quotation"}]}, ("bad", 0, "zone"), None),
        ({"bad": [{"files": {"a": "[[x]]"}, "fix": "y"}]}, ("bad", 0, "fix"), "'fix' is for an example of one text"),
        ({"good": [{"text": "a\nb"}]}, ("good", 0), "found several lines, expected one paragraph"),
        ({"good": [""]}, ("good", 0), "found nothing, expected text"),
        ({"bad": [{"bytes": r"[[\q]]"}]}, ("bad", 0, "bytes"), None),
        ({"bad": [{"text": ["x"]}]}, ("bad", 0, "text"), "found a list, expected text"),
        ({"bad": [{"document": "[[x]]", "metadata": "x"}]}, ("bad", 0, "metadata"), None),
        ({"worse": []}, ("worse",), "unknown key 'worse'"),
        ("x", (), "found 'x', expected a mapping with the keys bad and good"),
    ],
)  # fmt: skip
def test_mistakes(raw: Raw, path: tuple[str | int, ...], message: str | None) -> None:
    with pytest.raises(ParameterError) as caught:
        Examples().read(raw)
    assert caught.value.path == path
    assert message is None or caught.value.message == message


def test_all_mistakes_come_at_once() -> None:
    with pytest.raises(ParameterError) as caught:
        Examples().read({"bad": ["x", "[[y]]", "z"], "good": ["[[a]]"]})
    assert [e.path for e in caught.value.all] == [("bad", 0), ("bad", 2), ("good", 0)]
