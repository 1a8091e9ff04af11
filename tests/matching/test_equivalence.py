"""For any rules and any text the engine finds what a plain search for each pattern finds."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.matching import Matcher, Pattern, residual, search
from newslint.matching.analysis import Analysis
from newslint.matching.literal import split_literal
from newslint.matching.tree import is_nothing
from newslint.text.tokens import tokenize

from .oracle import compile_plainly, naive_hits

WORDS = st.sampled_from(
    [
        "kiss",
        "Kiss",
        "KISS",
        "is",
        "I",
        "i",
        "ı",
        "İs",
        "ſ",
        "ﬁ",
        "s",
        "K",
        "K",
        "k",
        "straße",
        "STRASSE",
        "ß",
        "ẞ",
        "café",
        "café",
        "don",
        "t",
        "x_y",
        "12",
        "2²",
        "year",
        "old",
        "ιx",
        "ͅx",
        "Σς",
        "σσ",
        "one",
        "1",
        "_",
        "a",
        "isation",
    ]
)
BETWEEN = st.sampled_from([*" -‑'’.…/", "  ", "\u00a0", " \u00a0", ", ", ". ", "", "\u0301", " - ", "& "])
EDGE = st.sampled_from(["", "", "", "'", "-", "£", ".", " ", "&"])
TEXTS = st.tuples(BETWEEN, st.lists(st.tuples(WORDS, BETWEEN).map("".join), max_size=14).map("".join)).map("".join)
LITERALS = st.tuples(EDGE, st.lists(st.tuples(BETWEEN, WORDS), min_size=1, max_size=3), EDGE).map(
    lambda parts: parts[0] + "".join(a + b for a, b in parts[1])[len(parts[1][0][0]) :] + parts[2]
)

ATOMS = st.one_of(
    WORDS.map(re.escape),
    WORDS.map(lambda word: rf"\b{re.escape(word)}\b"),
    st.sampled_from([r"\b", r"\B", r"(?<!\w)", r"(?!\w)", "^", "$", r"(?=\s)", r"(?<=\W)", r"(?!\w|-)", r"(?<![\w-])"]),
    st.sampled_from(
        ["(?<=[a-z]) ", "(?= s)", "(?! k)", "(?<!a)", "(?<=is )", "(?<![^ ])", "(?=.*s)", "(?:(?<=k)|(?<=s ))"]
    ),
    st.sampled_from(
        [r"\s", r"\s+", r"\W", r"\W*", r"\w", r"\w+", r"\w*", r"\d+", ".", ".*?", r"[^\W\d_]+", r"\S", " "]
    ),
    st.sampled_from(
        ["['’]", "[-‑ ]", "[kK]", "[sſ]", "[iI]?", "s?", r"[^\w\s]", "[a-z]", "[ιx]", "[\u212a]", r"\D{1,3}"]
    ),
)


def _more(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sequence = st.lists(inner, min_size=1, max_size=3).map("".join)
    body = st.lists(sequence, min_size=1, max_size=3).map("|".join)
    times = st.sampled_from(["", "", "?", "*", "+", "{2}", "{1,2}", "{0,3}", "??"])
    return st.one_of(
        st.tuples(body, times).map(lambda parts: f"(?:{parts[0]}){parts[1]}"),
        body.map(lambda text: f"({text})"),
        sequence.map(lambda text: f"(?i:{text})"),
    )


EXPRESSIONS = st.lists(st.recursive(ATOMS, _more, max_leaves=6), min_size=1, max_size=4).map("".join)


def _runs_plainly(pattern: Pattern) -> bool:
    """`re` takes it, and not for ever."""
    try:
        compile_plainly(pattern)
    except re.error:
        return False
    if pattern.literal:
        return True
    analysis = Analysis(pattern.text, pattern.ignore_case)
    return analysis.degree is not None and analysis.degree <= 3 and not is_nothing(analysis.tree.items)


PATTERNS = st.one_of(
    st.builds(Pattern, LITERALS, st.just(True), st.booleans(), st.booleans()),
    st.builds(Pattern, EXPRESSIONS, st.just(False), st.booleans(), st.booleans()),
).filter(_runs_plainly)


@pytest.fixture(autouse=True)
def _re2_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(residual, "_PATIENCE", 0)
    monkeypatch.setattr(search, "_PATIENCE", 0)


def check(patterns: list[Pattern], texts: list[str]) -> None:
    engine = Matcher(patterns)
    for text in texts:
        assert list(engine.scan(text, tokenize(text))) == naive_hits(patterns, text)


QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@pytest.mark.filterwarnings("ignore::FutureWarning")
@settings(max_examples=150, deadline=None, suppress_health_check=QUIET)
@given(st.lists(PATTERNS, max_size=5), st.lists(TEXTS, max_size=4))
def test_same_hits(patterns: list[Pattern], texts: list[str]) -> None:
    check(patterns, texts)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::FutureWarning")
@settings(max_examples=600, deadline=None, suppress_health_check=QUIET)
@given(st.lists(PATTERNS, max_size=30), st.lists(TEXTS, max_size=10))
def test_same_hits_at_length(patterns: list[Pattern], texts: list[str]) -> None:
    check(patterns, texts)


@settings(max_examples=200, deadline=None)
@given(LITERALS, st.booleans(), TEXTS)
def test_literals_compared_by_word(text: str, ignore_case: bool, around: str) -> None:
    """Literals found in their own company: before and after themselves and other text."""
    pattern = Pattern(text, True, ignore_case)
    if text:
        check([pattern], [around + text + around, text + " " + text, text.upper(), text.replace(" ", "\u00a0")])
        assert split_literal("plain words", ignore_case) is not None
