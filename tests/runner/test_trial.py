"""Rules tried over an archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Document
from newslint.rulebook.load import collect_at
from newslint.runner import Request
from newslint.runner.archive import documents
from newslint.runner.find import find
from newslint.runner.linters import configs_for
from newslint.runner.trial import Trial, wilson


def tried(folder: Path, sample: int = 5, seed: int = 0) -> Trial:
    book, rules, problems = collect_at(folder.parent / "mini")
    assert not problems
    trial = Trial(rules, book.lexicon, sample, seed)
    for document in documents(find(["."], configs_for(Request(use_config=False))), book.lexicon):
        assert isinstance(document, Document)
        trial.add(document)
    return trial


def test_counts_what_is_read_and_found(tree: Callable[..., Path]) -> None:
    folder = tree(**{"a.txt": "A zebra here.\n\nAnd a zebra there.\n", "b.txt": "Four words of text.\n"})
    counts = tried(folder).counts()
    assert counts == (2, 1, 11, 2, Counter(zebra=2), Counter({"words-of/zebra": 2}))
    assert counts.per_thousand == pytest.approx(2000 / 11)


def test_hits_stand_in_their_lines(tree: Callable[..., Path]) -> None:
    hits = tried(tree(**{"a.txt": "Zoo opens\r\n\r\nA \N{ZEBRA FACE} and a zebra.\r\n"})).sample()
    (hit,) = hits
    assert (hit.path, hit.line, hit.column, hit.text) == ("a.txt", 3, 11, "zebra")
    assert hit.context[hit.start : hit.end] == "zebra"
    assert hit.context == "A \N{ZEBRA FACE} and a zebra."


def test_the_sample_is_random_bounded_and_repeatable(tree: Callable[..., Path]) -> None:
    folder = tree(**{f"{n:03}.txt": "A zebra.\n" for n in range(60)})
    first, again, other = tried(folder), tried(folder), tried(folder, seed=1)
    assert first.sample() == again.sample() != other.sample()
    assert first.counts().hits == 60
    paths = [hit.path for hit in first.sample()]
    assert len(set(paths)) == 5
    assert paths == sorted(paths)
    assert paths[-1] > "004.txt"


def test_wilson_agrees_with_published_values() -> None:
    # Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3.
    for right, of, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(right, of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_share(right: int, of: int) -> None:
    right = min(right, of)
    low, high = wilson(right, of)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1
