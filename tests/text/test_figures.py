"""Numbers in figures and words."""

import pytest

from newslint.text.figures import figures, spelled


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("£5.2bn and 3,000", [5.2e9, 3000]),
        ("1 million, 2.5m, 3½ and 20%", [1e6, 2.5e6, 3.5, 20]),
        ("21st in 2019", [21, 2019]),
        ("none", []),
    ],
)
def test_figures(lexicon, text, values) -> None:
    assert [f.value for f in figures(text, lexicon)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Twenty-one boats, two hundred thousand fish and a dozen nets", [21, 200000, 12]),
        ("the third of five", [3, 5]),
        ("three, four", [3, 4]),
        ("no numbers", []),
    ],
)
def test_spelled(lexicon, text, values) -> None:
    assert [f.value for f in spelled(text, lexicon)] == values


def test_steps(lexicon) -> None:
    assert [f.step for f in figures("3,000 and 3.2m and 7", lexicon)] == pytest.approx([1000, 100_000, 1])
