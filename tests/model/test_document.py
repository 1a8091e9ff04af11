"""Documents: blocks in order, metadata, and the fields a span lies in."""

from newslint.model import Block, Document, Metadata, Part, Source, Span, TextMap, Zone


def test_blocks_know_their_order_and_zone() -> None:
    text = "Head\n\nBody"
    blocks = [Block(Zone.HEADLINE, TextMap.slice(text, 0, 4)), Block(Zone.PARAGRAPH, TextMap.slice(text, 6, 10))]
    document = Document(Source(text), blocks)
    assert [b.index for b in document.blocks] == [0, 1]
    assert document.headline is document.blocks[0]
    assert document.zone(Zone.PARAGRAPH) == [document.blocks[1]]
    assert document.blocks[1].span(1, 3) == Span(7, 9)


def test_locate_gives_field_and_place() -> None:
    text = '{"a": "one", "b": "two"}'
    parts = [Part("a", TextMap.slice(text, 7, 10)), Part("b", TextMap.slice(text, 19, 22))]
    document = Document(Source(text), (), parts=parts)
    assert document.locate(Span(8, 10)) == ("a", Span(1, 3))
    assert document.locate(Span(19, 19)) == ("b", Span(0, 0))
    assert document.locate(Span(22, 22)) == ("b", Span(3, 3))
    assert document.locate(Span(0, 1)) is None


def test_metadata_keeps_standard_and_other_keys() -> None:
    metadata = Metadata(title="T")
    metadata.set("section", "sport")
    metadata.set("desk", "night")
    assert (metadata.get("title"), metadata.get("section"), metadata.get("desk")) == ("T", "sport", "night")
    assert metadata.extra == {"desk": "night"}
    assert metadata.get("unknown") == ""
