"""Articles held against each other."""

from newslint.engine.across import Across
from newslint.model import Source
from newslint.readers import ReadContext, read
from newslint.text.lexicon import EMPTY


def add(across: Across, path: str, headline: str):
    return across.add(
        read(Source(f"{headline}\n\nThe last boat leaves on Friday.\n", path), "text", ReadContext(EMPTY, {}))
    )


def test_the_first_article_with_the_headline_is_given() -> None:
    across = Across()
    assert add(across, "a", "Harbour board to end night ferry") is None
    assert add(across, "b", "Bridge to open in May, board says") is None
    twin = add(across, "c", "HARBOUR BOARD to end night ferry!")
    assert twin == ("a", "Harbour board to end night ferry", 1)
    assert add(across, "d", "Harbour board to end night ferry").path == "a"


def test_headlines_nearly_alike() -> None:
    across = Across()
    add(across, "a", "Harbour board to end night ferry")
    twin = add(across, "b", "Harbour board to end night ferry soon")
    assert twin.path == "a"
    assert 0.8 < twin.likeness < 1
