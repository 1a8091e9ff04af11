"""How cost grows with size: the measure, the texts, and that no shape of text grows like its square."""

import pytest

from benchmarks.scaling import SHAPES, check, exponent
from newslint.engine import Linter
from newslint.rulebook.load import load


@pytest.mark.parametrize("power", [0.5, 1, 2])
def test_the_exponent_of_a_power(power: float) -> None:
    sizes = [10, 20, 40, 80]
    assert exponent(sizes, [3 * size**power for size in sizes]) == pytest.approx(power)


@pytest.mark.parametrize("name", SHAPES)
def test_a_text_has_about_its_size(name: str) -> None:
    assert 0.7 * 20_000 < len(SHAPES[name](20_000)) < 1.4 * 20_000


def test_names_differ() -> None:
    words = SHAPES["capitals"](40_000).split()[5:]
    assert len(set(words)) == len(words) > 4_000


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["names", "capitals", "nested quotations", "short lines", "one word", "one long word", "signs"]
)
def test_time_grows_with_the_text(name: str, grows_linearly) -> None:
    core = load()
    linter = Linter([rule for rule in core if rule.status == "live"], core.lexicon)
    grows_linearly(lambda size: check(linter, SHAPES[name](size)), 10_000)
