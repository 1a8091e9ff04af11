"""Fixtures that several rooms share."""

import os

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
