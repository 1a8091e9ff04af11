"""What can stand round a character of a pattern: never too little."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.matching.around import Around

PATTERNS = [
    r"[A-Z]{1,3}\d{1,3}",
    r"(?:19|20)\d\d",
    r"(?:19|20)\d0s",
    r"[$£€]\d{1,3}(?:,\d{3})*(?:\.\d+)?(?:bn|[bmk])?",
    r"\d{1,3}(?:\.\d+)?%",
    r"[A-Z][a-z]{1,7}\d{2,3}",
    r"(?i:no\.?) ?\d+?\b",
    r"(?<!a)\d(?=\D)|.\d{0}x",
    r"(a?|\d)*5",
]


@given(st.text("aN19025.,% £$bs\nx", max_size=14), st.data(), st.sampled_from("0159x"))
@settings(max_examples=400, deadline=None)
def test_a_pattern_that_is_not_named_has_no_match_there(text: str, data: st.DataObject, character: str) -> None:
    at = data.draw(st.integers(0, len(text)))
    text = f"{text[:at]}!{text[at:]}"
    named = AROUND.reaching(text, at, character)
    put = f"{text[:at]}{character}{text[at + 1 :]}"
    for number, pattern in enumerate(PATTERNS):
        regex = re.compile(pattern)
        matches = (m for start in range(at + 1) for end in range(at + 1, len(put) + 1)
                   if (m := regex.fullmatch(put, start, end)))  # fmt: skip
        assert number in named or next(matches, None) is None


AROUND = Around(PATTERNS)


def test_neighbours_rule_patterns_out() -> None:
    around = Around([r"\d{1,3}%", r"[A-Z]\d", r"(?:19|20)\d\d"])
    assert around.reaching("it fell.! He", 8, "1") == []
    assert around.reaching("the G! met", 5, "7") == [1]
    assert around.reaching("rose 1!% in", 6, "7") == [0]
    assert around.reaching("in 20!9", 5, "1") == [2]
    assert around.reaching("!", 0, "x") == []


@pytest.mark.parametrize("pattern", [r"(\d)\1", r"(a)?b(?(1)c|d)"])
def test_what_refers_back_is_refused(pattern: str) -> None:
    with pytest.raises(NotImplementedError):
        Around([pattern])


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.matching.around._KEPT", 3)
    around = Around([r"\d+%"])
    for i in range(50):
        assert around.reaching(f"a{chr(97 + i)} 1!%{chr(97 + i)}", 4, "7") == [0]
    assert len(around._left) <= 3 and len(around._right) <= 3
