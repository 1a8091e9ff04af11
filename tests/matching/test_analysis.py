"""What the analysis knows of a pattern, on a table, and that what it claims holds of every match."""

import re
from pathlib import Path

import pytest

from newslint.matching import PatternError
from newslint.matching.analysis import Analysis
from newslint.matching.translate import for_re2

# Columns: pattern; the words that its matches contain, with their offset from the start of the match (word* a prefix,
# *word a suffix, @3- no upper bound), alternatives parted by " / ", or "-"; least and greatest width; b, e: begins,
# ends at a word's edge; exponent of the running time ("exp": exponential); = or <: RE2 can say it exactly, or not.
TABLE = [line.split("\t") for line in (Path(__file__).parent / "patterns.tsv").read_text(encoding="utf-8").splitlines()]
WORD_MARKS = ("{}", "{}*", "*{}")


def words_of(analysis: Analysis) -> str:
    if not analysis.anchored:
        return "-"
    choices = []
    for choice in analysis.choices:
        tokens = []
        for token in choice:
            top = "" if token.high == token.low else "-" if token.high is None else f"-{token.high}"
            tokens.append(f"{WORD_MARKS[token.part].format(token.text)}@{token.low}{top}")
        choices.append(" ".join(tokens))
    return " / ".join(sorted(choices))


def test_table_is_large() -> None:
    assert len({row[0] for row in TABLE}) >= 300


@pytest.mark.filterwarnings("ignore::FutureWarning")
@pytest.mark.parametrize("row", TABLE, ids=[row[0] for row in TABLE])
def test_analysis(row: list[str]) -> None:
    pattern, words, width, edges, degree, re2 = row
    analysis = Analysis(pattern)
    assert words_of(analysis) == words
    assert f"{analysis.low}-{'' if analysis.high is None else analysis.high}" == width
    assert (("b" if analysis.starts_word else "") + ("e" if analysis.ends_word else "") or "-") == edges
    assert ("exp" if analysis.degree is None else str(analysis.degree)) == degree
    assert for_re2(analysis.tree)[1] == (re2 == "=")


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"\bfoo\b", ("foo",)),
        (r"colou?r", ("color", "colour")),
        (r"\b(?:foo|bar)s?\b", ("bar", "bars", "foo", "foos")),
        (r"gr[ae]y", ("gray", "grey")),
        (r"(?:ha){1,2}", ("ha", "haha")),
        (r"foo\s", None),
        (r"fo+", None),
        (r"(a)\1", None),
        (r"x{3}", ("xxx",)),
        ("", ("",)),
    ],
)
def test_literals(pattern: str, literals: tuple[str, ...] | None) -> None:
    assert Analysis(pattern).literals == literals


@pytest.mark.parametrize(
    ("pattern", "ignore_case", "required"),
    [
        (r"\d+%", False, ("%",)),
        (r"\w+isation\b", True, ("isation",)),
        (r"\w+(?:FOO|bar)", True, ("bar", "foo")),
        (r"\w+(?:FOO|bar)", False, ("FOO", "bar")),
        (r"\w+", False, ()),
        (r"foo|\w+", False, ()),
        (r"a.{2}bcd", False, ("bcd",)),
    ],
)
def test_required_texts(pattern: str, ignore_case: bool, required: tuple[str, ...]) -> None:
    assert Analysis(pattern, ignore_case).required == required


@pytest.mark.parametrize("pattern", ["(", "[a", "*a", r"(?<=a+)b", r"(?<!a|bc)d", r"\1", "(?P<a>x)(?P<a>y)", "a{3,2}"])
def test_what_re_refuses_is_refused(pattern: str) -> None:
    with pytest.raises(re.error):
        re.compile(pattern)
    with pytest.raises(PatternError):
        Analysis(pattern)


def test_case_changes_what_is_looked_up() -> None:
    assert words_of(Analysis(r"\bKiSS\b", ignore_case=True)) == "kiss@0"
    assert words_of(Analysis(r"\bKiSS\b")) == "KiSS@0"
    assert Analysis(r"\bfoo(?i:bar)\b").ignore_case
    assert not Analysis(r"\bfoo\b").ignore_case


def test_many_alternatives_are_looked_up_one_by_one() -> None:
    names = [f"name{number}" for number in range(3000)]
    assert len(Analysis(rf"\b(?:{'|'.join(names)})\b").choices) == 3000


def test_too_many_combinations_fall_back_on_what_is_sure() -> None:
    part = "(?:" + "|".join(f"{a}{b}" for a in "abcdefghij" for b in "klmnopqrst") + ")"
    assert words_of(Analysis(rf"\b{part}\w{part} {part}{part} gronk\b")) == "gronk@11"


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        ("a.*: .*b and", (("b and", ": ", "a"),)),
        (r"\{\{.*\}\}|\$\{", (("{{", "}}"), ("${",))),
        ("(?i)THE .*End", (("the ", "end"),)),
        (r"ab|\d+", ()),
        (r"x?\w+", ()),
    ],
)
def test_rows_of_texts(pattern: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert sorted(map(sorted, Analysis(pattern).rows)) == sorted(map(sorted, rows))
