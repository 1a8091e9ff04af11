"""Which reader reads what, and what goes into its document from outside."""

import pytest

from newslint.model import Note, Source, Span
from newslint.readers import ReadContext, UnknownFormat, format_of, read, read_bytes


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "text"),
        ("A.TXT", "text"),
        ("a.md", "markdown"),
        ("a.b.html", "html"),
        ("a.article.json", "fields"),
        ("a.json", None),
        ("txt", None),
    ],
)
def test_formats_by_suffix(path: str, expected: str | None) -> None:
    assert format_of(path) == expected


def test_an_unknown_format_is_named_with_the_known() -> None:
    with pytest.raises(UnknownFormat, match=r"'word'; known: text"):
        read(Source("a"), "word")


def test_metadata_from_outside_and_notes_of_the_decoding_reach_the_document() -> None:
    note = Note("not-utf8", Span(0, 1))
    document = read(Source("Head"), "text", ReadContext(metadata={"section": "sport", "desk": "night"}), [note])
    assert (document.metadata.section, document.metadata.extra) == ("sport", {"desk": "night"})
    assert document.notes == (note,)


def test_bytes_are_decoded_and_read() -> None:
    document = read_bytes("Café closes\n".encode("cp1252"), "a.txt", "text")
    assert document.source.path == "a.txt"
    assert [b.text for b in document.blocks] == ["Café closes"]
    assert [n.kind for n in document.notes] == ["not-utf8"]
