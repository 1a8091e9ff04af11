"""What must stand around a word that a pattern needs, and where a match begins when the word has no place of its own."""

import pytest

from newslint.matching import Matcher, Pattern
from newslint.matching.analysis import Analysis
from newslint.text.tokens import tokenize

from .oracle import naive_hits


@pytest.mark.parametrize(
    ("pattern", "word", "around"),
    [
        (r"\b\w+\(s\)", "s", ("(", ")", "", "")),
        (r"\w+- and \w+-", "and", ("- ", " ", "", "")),
        (r"\b(?:is)\b\s*\b\w+ed\b", "is", ("", "", "", "ed")),
        (r"\bMay\b\s*(?:first)", "May", ("", "", "first", "")),
        (r"\bin\s+re\w*ed\b", "in", ("", "", "re", "ed")),
        (r"\bin\s+re\W?ed\b", "in", ("", "", "re", "")),
        (r"\bfoo[\w ]ed\b", "foo", ("", "", "", "")),
        (r"\bfoo.*", "foo", ("", "", "", "")),
        ("–in–", "in", ("", "", "", "")),
        (r"[ ]foo[.,;]", "foo", (" ", "", "", "")),
    ],
)
def test_around(pattern: str, word: str, around: tuple[str, str, str, str]) -> None:
    choices = Analysis(pattern).choices
    assert {token.around[:4] for choice in choices for token in choice if token.text == word} == {around}


def test_a_word_without_a_bound_before_it_is_reached_from_the_one_before() -> None:
    [choice] = Analysis(r"\bwas\s+very\s+much\s+reconsidered\b").choices
    assert [(token.text, token.around.back, token.around.back_low) for token in choice] == [
        ("was", 0, 0), ("very", 1, 0), ("much", 2, 0), ("reconsidered", 3, 0),
    ]  # fmt: skip
    [choice] = Analysis(r"\bwas\s+\w+\s+reconsidered\b").choices
    assert [token.around.back for token in choice if token.text == "reconsidered"] == [0]


@pytest.mark.parametrize("ignore_case", [False, True])
def test_surroundings_lose_no_match(ignore_case: bool) -> None:
    texts = (r"\b(?:am|is|was)\b\s*\b(?:given)\b", r"\b(?:is|was)\b\s*\b\w+ed\b", r"\w+\(s\)", r"\w+- and \w+-",
             r"\b(?:May|June)\b\s*(?:first)", r"(?:^|\s)I,\s", r"\bwas\W+very\W+much\W+given")  # fmt: skip
    patterns = [Pattern(text, ignore_case=ignore_case) for text in texts]
    text = ("It was  given, is\u00a0given; IS GIVEN. wasgiven was -very ... much, given\u2026 word(s) WORD(S) (s) cat's\n"
            "pre- and post-war, and pre-and post- May firstly june First was Worked; was\u2014worked is ed I, I,x")  # fmt: skip
    assert list(Matcher(patterns).scan(text, tokenize(text))) == naive_hits(patterns, text)
