"""Sentences, as a table: | stands where one ends and the next begins."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.text.lexicon import EMPTY, Lexicon
from newslint.text.sentences import sentences

CASES = [
    "It rained.",
    "It rained.| Then it stopped.",
    "It rained!| Then it stopped?| Yes.",
    "Mr. Lund met Dr. Obi.| Mrs. Lund did not.",
    "Gen. Lund and Sgt. Obi flew to St. Ives.| Rep. Orr stayed.",
    "J. K. Lund wrote it.| E.M. Obi read it.",
    "George W. Orr won.| He left.",
    "Ask Lund or J.B. Orr; ask William J. Obi Jr. too.",
    "The U.S. Army and the U.N. Security Council met.",
    "They came to the U.S.| The army left.",
    "He left the U.S.| Mr. Lund stayed.",
    "It opens at 9 a.m. and shuts at 5 p.m. Tuesday.",
    "It shut at 5 p.m.| Police came at 6 p.m.| Nobody knew.",
    "Acme Inc. Chairman Lund resigned.",
    "He runs Acme Inc.| The firm is small.",
    "Lund & Co.| “We are closed,” a sign said.",
    "It rose 3.5 percent to $1.25.| That was all.",
    "It cost £5.| 20 people paid.",
    "In Jan. 2004 and on Feb. 3 it snowed.| So it did in Dec.| It thawed.",
    "He was No. 5 on the list.| She was no. 6.",
    "He said no.| She said No.| They left.",
    "See p. 4, fig. 2 and vol. 3.| See also p. 5.",
    "Lund v. Orr and Obi vs. Lund were heard.",
    "Fruit, e.g. Apples, i.e. Pomes, were sold.",
    "Apples, pears, etc.| Nobody bought them.",
    "Wait... what?| Well… yes.",
    "He waited ...| Nobody came.",
    "He waited....| Nobody came.",
    "Well... I think so.",
    "He waited . . . and left.",
    "“Yes.”| He left.",
    "“Yes.” he said.",
    "“It rained.| It snowed,” he said.",
    "“Why?” she asked.| “Why not?” he said.",
    "“Why?” Ms Lund asked.| “Go!” Mr. Orr shouted.",
    "“Why?”| She said nothing.",
    '"Stop!" he cried.| "Now."',
    "“Stop!”| “No.”",
    "He said: ‘It rained.’| ‘Did it?’",
    "(It rained.)| It snowed.",
    "It rained (and how!) all day.",
    "He asked why (was it so?).| Nobody knew.",
    "1. The first point.| 2. The second.",
    "a. The first point.| It matters.",
    "It happened in 1990.| The war ended.",
    "Go to example.com.| See www.example.com/a.b?c=d for more.",
    "Write to a.lund@example.com.| Thanks.",
    "Yahoo! Mail is down, Yahoo! said.",
    "He likes Yahoo!| The firm is old.",
    "It was good.| iPhone sales rose.",
    "Plan B failed.| So did I.| We left.",
    "Lund et al. Found nothing.",
    "He lives on Main St.| The house is old.",
    "Boston, Mass. Police said so.",
    "Élan won.| Århus lost.",
    "It rained.| – It snowed.",
    "It rained.| • It snowed.",
    "It rained.[1]| It snowed.".replace("[1]|", "[1]"),
    "It left the US.| 20th-century films stayed.",
    "No full stop at all",
    "“… and then it rained.”| He left.",
    "It rained. ”",
    "It rained. the sun shone.",
    "It rained.| £5m was lost.| 'Twas cold.",
    "He has a Ph.D.| He is clever.",
]


@pytest.mark.parametrize("case", CASES)
def test_table(case: str, lexicon: Lexicon) -> None:
    text = case.replace("|", "")
    assert "|".join(_with_space_before(text, sentences(text, lexicon))) == case


def _with_space_before(text: str, spans: list[tuple[int, int]]) -> list[str]:
    ends = [0, *(end for _, end in spans[:-1]), len(text)]
    return [text[a:b] for a, b in pairwise(ends)]


def test_without_word_lists_the_plain_cases_hold() -> None:
    assert sentences("It rained.  Then it stopped. ", EMPTY) == [(0, 10), (12, 28)]


@pytest.mark.parametrize("text", ["", "   ", "...", "?!", "\u2029"])
def test_nothing_to_part(text: str, lexicon: Lexicon) -> None:
    assert sentences(text, lexicon) == ([(0, len(text))] if text.strip() else [])


@given(st.text(alphabet="aB .!?…”\"'(5\u00a0", max_size=60))
def test_spans_ascend_and_hold_all_but_white_space(lexicon: Lexicon, text: str) -> None:
    spans = sentences(text, lexicon)
    assert re.sub(r"\s", "", "".join(text[a:b] for a, b in spans)) == re.sub(r"\s", "", text)
    assert all(a < b for a, b in spans)
    assert all(not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
    assert [a for a, _ in spans] == sorted({a for a, _ in spans})


@pytest.mark.parametrize("unit", [".", '."', ".  ", "a. ", "Mr. ", "a.", "? ", "” ", ".” A", "A "])
def test_time_is_linear(unit: str, lexicon: Lexicon, grows_linearly) -> None:
    grows_linearly(lambda times: sentences(unit * times, lexicon), 10_000)
