"""Patterns known to blow up in backtracking engines: each is refused, or runs within its budget."""

import re
import time

import pytest

from newslint.matching import Budget, Matcher, Pattern, PatternError, guard, tree
from newslint.text.tokens import tokenize

# The shapes that collections of such patterns list (nested repeats, overlapping alternatives, adjacent repeats of one
# class, long optional chains, repeated look-aheads and back references), each with a text that brings it out.
BLOWING_UP = [
    (r"(a+)+$", "a" * 40 + "!"),
    (r"(a+)+b", "a" * 40),
    (r"([a-zA-Z]+)*$", "a" * 40 + "1"),
    (r"(a|aa)+$", "a" * 60 + "!"),
    (r"(a|a)*b", "a" * 40),
    (r"(a|a?)+$", "a" * 40 + "!"),
    (r"(.*a){12}$", "a" * 40 + "!"),
    (r"(.*a){25}!", "a" * 60),
    (r"^(([a-z])+.)+[A-Z]([a-z])+$", "a" * 50),
    (r"(x+x+)+y", "x" * 40),
    (r"(\w+\s*)+$", "word " * 12 + "!"),
    (r"(\w+\s?)*:", "word" * 12),
    (r"^(\w+\s?)*$", "aaaa aaaa aaaa aaaa aaaa aaaa aaaa !"),
    (r"(?:\w+ ?)+\.$", "word word word word word word word,"),
    (r"^(\d+)*x", "1" * 40),
    (r"(\d+,?)+;", "1" * 40),
    (r"^(?:\d+\.?)+ km", "1" * 40),
    (r"(.+)+x", "a" * 40),
    (r"(.*)*x", "a" * 40),
    (r"(\s*\w*)*!", "a " * 25),
    (r"(?:a?){40}a{40}!", "a" * 40),
    ("a?" * 40 + "a" * 40, "a" * 39),
    (r"(a{1,40}){1,40}b", "a" * 50),
    (r"((a*)*)*b", "a" * 40),
    (r"(([ab]+)*[bc]+)*d", "b" * 40),
    (r"(?:(?:ab|a)(?:b)?)+c", "ab" * 30),
    (r"(?:foo|f|o|oo)+!", "foo" * 20),
    (r"(?:[aeiou]|[a-z])+!", "aeiou" * 10),
    (r"(?:\w|\d)+$", "1" * 40 + "!"),
    (r"(?:\w|_)*-$", "_" * 40),
    (r"[\w.]*[\w.]*[\w.]*[\w.]*[\w.]*@", "a" * 1200),
    (r".*.*.*.*=.*", "x" * 1200),
    (r"\s*\s*\s*\s*\s*$x", " " * 1500),
    (r"\w+\w+\w+\w+\w+!", "a" * 1200),
    (r"(?=(a+)+b)a", "a" * 40),
    (r"(?!(a+)+b)c|(?!(a+)+b)a", "a" * 40),
    (r"(a+)+\1b", "a" * 40),
    (r"(\w+)+\b\1!", "a" * 40),
    (r"^(a?)*\1*b", "a" * 40),
    (r"(?i)(é+|É)+!", "é" * 40),
    (r"(?i)(k+|\u212a)+!", "k" * 40),
    (r"(['’\w]+[-\s]?)+\?", "it's " * 10 + "-"),
    (r"\bquote (\w+\s*)+end\b", "quote " + "word" * 12),
    (r"\bsaid\b(?:.*,)*$", "said " + "," * 40 + "x"),
    (r"(?>(a+)+)b", "a" * 40),
    (r"((a+)++)b|(a+)+c", "a" * 40),
    (r"(?:(a)|b|ab|ba)+$", "ab" * 20 + "!"),
    (r"<(?:[^>]|\"[^\"]*\")*>", '<"' + '"' * 40),
    (r"^(?:[^,]*,?)*$x", "a," * 20),
    (r"(?:\$?\d+(?:\.\d*)?)*%", "1" * 40),
]
TOO_LONG = 5.0  # seconds of processor time: far above the budget, far below what any of them would take


def run(pattern: str, text: str) -> None:
    start = time.process_time()
    try:
        matcher = Matcher([Pattern(pattern), Pattern("end", literal=True)])
    except PatternError:
        return
    text += " end"
    budget = Budget(seconds=0.05)
    hits = list(matcher.scan(text, tokenize(text), budget))
    assert time.process_time() - start < TOO_LONG
    assert any(hit.pattern == 1 for hit in hits), "the other patterns finish"
    assert set(budget.overruns) <= {0}


@pytest.mark.parametrize(("pattern", "text"), BLOWING_UP, ids=[pattern[:40] for pattern, _ in BLOWING_UP])
def test_within_budget(pattern: str, text: str) -> None:
    run(pattern, text)


@pytest.mark.parametrize(("pattern", "text"), BLOWING_UP, ids=[pattern[:40] for pattern, _ in BLOWING_UP])
def test_within_budget_without_re2(pattern: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "load_re2", lambda: None)
    run(pattern, text)


def test_there_are_enough() -> None:
    assert len({pattern for pattern, _ in BLOWING_UP}) >= 40


def test_an_overrun_is_told() -> None:
    matcher = Matcher([Pattern(r"(a|aa)+\b!\b")])
    text = "a" * 60 + "! é"  # in plain ASCII, RE2 would know
    budget = Budget(seconds=0.05)
    assert list(matcher.scan(text, tokenize(text), budget)) == []
    assert list(budget.overruns) == [0]
    assert 0.04 < budget.overruns[0] < TOO_LONG


def test_without_any_engine_that_has_a_bound_it_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "load_re2", lambda: None)
    monkeypatch.setattr(guard, "find_spec", lambda _: None)
    with pytest.raises(PatternError, match="exponential") as caught:
        Matcher([Pattern("fine"), Pattern(r"(a+)+$")])
    assert caught.value.number == 1
    Matcher([Pattern(r"a+b"), Pattern(r"\w+x")])


@pytest.mark.parametrize("pattern", [r"\w+isation", r".*x.*y", r"\s+$", r"\bfoo.*bar.*baz\b", r"(\w+),\s*\1"])
def test_long_texts_take_no_quadratic_time(pattern: str) -> None:
    for unit in ("a", " ", "foo bar ", "x"):
        text = unit * (200_000 // len(unit))
        start = time.process_time()
        list(Matcher([Pattern(pattern)]).scan(text, tokenize(text), Budget(seconds=0.2)))
        assert time.process_time() - start < TOO_LONG


def test_guarded_patterns_find_what_re_finds() -> None:
    text = "aab aaab xé É"
    patterns = [Pattern(r"(a+)+b"), Pattern(r"(a|a)+b\b"), Pattern(r"(\w+\s*)+É")]
    spans = [(hit.pattern, hit.start, hit.end) for hit in Matcher(patterns).scan(text, tokenize(text))]
    assert spans == [(0, 0, 3), (1, 0, 3), (2, 0, 13), (0, 4, 8), (1, 4, 8)]


@pytest.mark.parametrize(
    "pattern",
    [r"\b(?:(?:[^,]+,)+\s\w+\s(?:and|or))\b", r"(\w+)+!$", r"\b[^\s-]+ly-\w+\b", r"(?i)(?:k|s)+\b$", r"\s+\S\d\W\D+$"],
)
def test_in_plain_texts_re2_finds_what_a_plain_search_finds(pattern: str) -> None:
    found = guard.exactly(tree.parse(pattern))
    for text in (
        "one, two, three and four",
        "so, x and",
        "very early-on kiss!",
        "a\x1f-1. x",
        "",
        "kiss",
        "SKS\x1c",
        "a !",
    ):
        assert guard.plain(text)
        mine = [(m.span(), m.groups()) for m in found.finditer(text)]
        assert mine == [(m.span(), m.groups()) for m in re.finditer(pattern, text)]
    assert not guard.plain("one\n")
    assert not guard.plain("ſ")


def test_re2_is_no_judge_of_what_it_reads_otherwise() -> None:
    for pattern in (r"(?=a)b", r"\Ba", r"(a)\1", r"a*", r"(?>a+)b", r"a++b"):
        assert guard.exactly(tree.parse(pattern)) is None


@pytest.mark.parametrize("text", ["two: a and b", "a: 1 and 2 and 3", "a and b", "two: a", "TWO: A AND B", ""])
@pytest.mark.parametrize("pattern", ["(?i)(?:\\w+ ?)+: .*and .*", "\\w.*: \\w.*and \\w.*"])
def test_what_a_pattern_cannot_do_without_is_looked_for_before_it(pattern: str, text: str) -> None:
    matcher = Matcher([Pattern(pattern)])
    assert matcher.built.gates
    hits = [(hit.start, hit.end) for hit in matcher.scan(text, tokenize(text))]
    assert hits == [m.span() for m in re.finditer(pattern, text)]
