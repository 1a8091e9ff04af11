"""Fixtures that several rooms share."""

import gc
import os
from collections.abc import Callable
from time import process_time

import pytest

from newslint.rulebook import core_lexicon
from newslint.text.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The word lists of the core pack."""
    return core_lexicon()


@pytest.fixture(scope="session", autouse=True)
def _compiled_rules(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled rules stay out of the caches of whoever runs the tests."""
    os.environ["NEWSLINT_CACHE_DIR"] = str(tmp_path_factory.mktemp("compiled"))


GrowsLinearly = Callable[[Callable[[int], object], int], None]


@pytest.fixture(scope="session")
def grows_linearly() -> GrowsLinearly:
    """`grows_linearly(work, size)` fails where `work(4 * size)` takes as long as the square of the size asks for.

    How fast the machine is doesn't matter: the two are compared with each other, by processor time. Another load can
    make one comparison look bad, hardly five of them; quadratic work (16 times as long) fails them all.
    """

    def seconds(work: Callable[[int], object], size: int) -> float:
        gc.collect()
        gc.disable()  # its rounds over all objects grow faster than the text
        try:
            start = process_time()
            work(size)
            return process_time() - start
        finally:
            gc.enable()

    def check(work: Callable[[int], object], size: int) -> None:
        work(min(size, 100))  # patterns are compiled, lists loaded
        tried = []
        for _ in range(5):
            once, four = seconds(work, size), seconds(work, 4 * size)
            if four < 8 * once + 0.05:
                return
            tried.append(f"{once:.3f} s, with four times the size {four:.3f} s")
        pytest.fail("; ".join(tried))

    return check
