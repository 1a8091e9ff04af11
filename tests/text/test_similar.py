"""Near-duplicate text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.similar import Index, Normal, find, similarity, sketch


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Council votes to close pool", "COUNCIL VOTES TO CLOSE POOL!"),
        ("‘We won’t go,’ says mayor", "'We won't go', says mayor"),
        ("U.S. sends 1,000 troops", "US sends 1000 troops"),
        ("Café owner’s plea – again", "Cafe owner's plea - again"),
        ("Straße", "STRASSE"),
        ("A  tale\u00a0of two cities", "A tale of two cities"),
    ],
)
def test_the_same_but_for_its_dress(a: str, b: str) -> None:
    assert Normal(a).key == Normal(b).key
    assert similarity(Normal(a).words, Normal(b).words) == 1.0


@pytest.mark.parametrize(
    ("a", "b"), [("3.5 per cent", "35 per cent"), ("well", "we'd"), ("rise and fall", "fall and rise")]
)
def test_not_the_same(a: str, b: str) -> None:
    assert Normal(a).key != Normal(b).key


@given(st.text())
def test_places_are_those_of_the_text(text: str) -> None:
    normal = Normal(text)
    assert all(0 <= a < b <= len(text) for a, b in zip(normal.starts, normal.ends, strict=True))
    assert Normal(normal.key).words == [w for word in normal.words for w in Normal(word).words]


@pytest.mark.parametrize(
    ("needle", "text", "at"),
    [
        ("pool to close", "News: pool to close in May", 1),
        ("pool to close", "Pool to close", 0),
        ("pool to close", "Whirlpool to close", -1),
        ("pool to close", "pool to closely", -1),
        ("", "pool", -1),
        ("pool", "", -1),
    ],
)
def test_find(needle: str, text: str, at: int) -> None:
    assert find(Normal(needle).words, Normal(text).words) == at


def test_find_goes_on_from_a_place() -> None:
    words = ["a", "b", "a", "b"]
    assert find(["a", "b"], words, 1) == 2


def test_similarity_orders_copies_before_relatives_before_strangers() -> None:
    headline = Normal("Council votes to close Redfern pool after 40 years").words
    copy = Normal("Council votes to close the Redfern pool after 40 years").words
    relative = Normal("Redfern pool: council votes on closure").words
    stranger = Normal("Rain forecast for the weekend in the west").words
    scores = [similarity(headline, other) for other in (copy, relative, stranger)]
    assert scores[0] > 0.85 > 0.6 > scores[1] > 0.2 > scores[2]


@given(st.lists(st.sampled_from("abcd")), st.lists(st.sampled_from("abcd")))
def test_similarity_is_symmetric_and_bounded(a: list[str], b: list[str]) -> None:
    assert similarity(a, b) == similarity(b, a)
    assert 0 <= similarity(a, b) <= 1


def test_index_finds_an_edited_paragraph() -> None:
    index: Index[int] = Index()
    paragraphs = [
        "The council met on Monday night to vote on the future of the swimming pool in the old town.",
        "Nobody spoke against the plan, which the mayor had first put forward in the spring of last year.",
        "Short one.",
    ]
    for i, paragraph in enumerate(paragraphs):
        index.add(i, Normal(paragraph).words)
    edited = "The council met on Monday evening to vote on the future of the swimming pool in the old town!"
    found = index.nearest(Normal(edited).words, 0.7)
    assert found is not None
    assert found[0] == 0
    assert 0.8 < found[1] < 1
    assert index.nearest(Normal("SHORT ONE").words, 0.7) == (2, 1.0)
    assert index.nearest(Normal("It rained all week in the hills above the old town.").words, 0.5) is None


def test_the_first_of_equal_copies_is_found() -> None:
    index: Index[str] = Index()
    index.add("first", ["a", "b"])
    index.add("second", ["a", "b"])
    assert index.nearest(["a", "b"], 0.9) == ("first", 1.0)


def test_sketches_stay_the_same() -> None:
    assert sketch(["the", "pool", "is", "shut"]) == [0x4619FAEB]


def test_time_is_linear_even_where_all_paragraphs_are_near(grows_linearly) -> None:
    base = [f"w{i}" for i in range(40)]

    def fill(count: int) -> None:
        index: Index[int] = Index()
        for i in range(count):
            words = [*base, str(i)]
            index.nearest(words, 0.9)
            index.add(i, words)

    grows_linearly(fill, 250)
