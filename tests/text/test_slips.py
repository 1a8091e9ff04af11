"""Distance between words in slips of the fingers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.slips import slips


@pytest.mark.parametrize(
    ("a", "b", "count"),
    [("boat", "boat", 0), ("boat", "baot", 1), ("boat", "bat", 1), ("boat", "boats", 1), ("boat", "goat", 1),
     ("boat", "taob", 3), ("", "ab", 2)],
)  # fmt: skip
def test_known(a, b, count) -> None:
    assert slips(a, b, 2) == min(count, 3)


WORDS = st.text("abc", max_size=8)


def distance(a: str, b: str) -> int:
    """The same by the plain recursion's table."""
    table = {(i, 0): i for i in range(len(a) + 1)} | {(0, j): j for j in range(len(b) + 1)}
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            best = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                best = min(best, table[i - 2, j - 2] + 1)
            table[i, j] = best
    return table[len(a), len(b)]


@given(WORDS, WORDS, st.integers(0, 4))
def test_the_band_changes_nothing(a: str, b: str, most: int) -> None:
    assert slips(a, b, most) == min(distance(a, b), most + 1)
