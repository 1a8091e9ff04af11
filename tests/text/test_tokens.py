"""Tokens: the words of any text and their places."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newslint.text.tokens import tokenize


@given(st.text(st.one_of(st.sampled_from("aZ9_ é’'-\t\n\xa0²"), st.characters()), max_size=60))
@settings(max_examples=200, deadline=None)
@example("")
@example(" two  spaces ")
@example("e\u0301lan, naïve\u2028“ﬁne”")
def test_words_and_their_places(text: str) -> None:
    found = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\w+", text)]
    tokens = tokenize(text)
    assert [(w, tokens.starts[i], tokens.end(i)) for i, w in enumerate(tokens.texts)] == found
    assert len(tokens) == len(found)
