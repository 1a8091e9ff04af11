"""Fixtures that several rooms share."""

import pytest

from newslint.rulebook import core_lexicon
from newslint.text.lexicon import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The word lists of the core pack."""
    return core_lexicon()
