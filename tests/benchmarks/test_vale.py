"""What a Vale rule becomes: the same finds, and a word about what has no equal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.compare import EDGE, HEADING, SAME, UNKNOWN, Alert, compare_alerts
from benchmarks.expressions import Unconvertible, python_pattern
from benchmarks.vale import Converted, convert, kebab
from newslint.engine import Linter
from newslint.readers import ReadContext, read_bytes
from newslint.rulebook.load import load


def found(tmp_path: Path, text: str, **styles: str) -> list[tuple[str, str]]:
    """Rules and texts of the finds in an article, with Vale rules converted."""
    for name, rule in styles.items():
        path = tmp_path / "styles" / "Own" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule, encoding="utf-8")
    convert(tmp_path / "styles", tmp_path / "pack")
    book = load([tmp_path / "pack"])
    linter = Linter(list(book), book.lexicon)
    document = read_bytes(text.encode(), "a.txt", "text", ReadContext(linter.lexicon, {}, {}))
    return [(d.rule.removeprefix("own/"), d.match) for d in linter.lint(document).diagnostics]


@pytest.mark.parametrize(
    ("go", "text", "expected"),
    [
        (r"(?<year>\d{4})", "in 1999", "1999"),
        (r"[[:upper:]]{2}", "an EU rule", "EU"),
        (r"\pL+!", "stop!", "stop!"),
        (r"(?<=a|bcd) x", "bcd x", " x"),
        (r"(?<!very|so) big", "too big", " big"),
        (r"\x{2014}", "a \u2014 b", "\u2014"),
        (r"foo(?i)BAR", "fooBar", "fooBar"),
        (r"[]x]+", "a]x", "]x"),
        (r"end\z", "the end", "end"),
    ],
)
def test_go_expressions(go: str, text: str, expected: str) -> None:
    pattern, exceptions = python_pattern(go)
    match = re.search(pattern, text)
    assert match and match.group() == expected
    assert not exceptions


def test_look_behind_without_a_width() -> None:
    pattern, exceptions = python_pattern(r"(?<!:[^ ]+?):\s[A-Z]")
    assert re.search(pattern, "so: A")
    assert any(re.search(e, "a:b: A") for e in exceptions)
    with pytest.raises(Unconvertible):
        python_pattern(r"x(?<=a+)b")


@pytest.mark.parametrize("go", [r"\p{Greek}", r"[\p{L}x]", r"a(b", r"\Qx\E"])
def test_what_has_no_equal(go: str) -> None:
    with pytest.raises(Unconvertible):
        python_pattern(go)


@pytest.mark.parametrize(
    ("name", "id"), [("HeadingAcronyms", "heading-acronyms"), ("AMPM", "ampm"), ("P-Value", "p-value")]
)
def test_names(name: str, id: str) -> None:
    assert kebab(name) == id


ARTICLE = "Ferry late again\n\nThe Ferry was, was very LATE at 5pm (i.e. late). The ferry ferry crew had not planned for 6 pm.\n"


def test_existence(tmp_path: Path) -> None:
    tokens = "extends: existence\nmessage: \"Not '%s'\"\nlevel: error\ntokens: [ferry, LATE]\n"
    assert found(tmp_path, ARTICLE, Words=tokens) == [("words", "LATE"), ("words", "ferry"), ("words", "ferry")]
    any_case = tokens + "ignorecase: true\n"
    assert [m for _, m in found(tmp_path, ARTICLE, Words=any_case)].count("late") == 2
    clock = "extends: existence\nmessage: no\nnonword: true\ntokens: ['\\d ?pm']\n"
    assert found(tmp_path, ARTICLE, Words=clock) == [("words", "5pm"), ("words", "6 pm")]


def test_raw_and_exceptions(tmp_path: Path) -> None:
    rule = "extends: existence\nmessage: no\nraw: ['\\bwas\\b\\s*']\ntokens: [very, '\\w+ed']\nexceptions: [very]\n"
    assert found(tmp_path, "Boats\n\nIt was very wet and it was soaked.\n", Was=rule) == [("was", "was soaked")]


def test_substitution(tmp_path: Path) -> None:
    rule = (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'\"\nignorecase: true\naction: {name: replace}\n"
        "swap:\n  web site: website|site\n  '(?:wifi|wi fi)': Wi-Fi\n  github: GitHub\n"
    )
    text = "Web\n\nA Web site on GitHub, a web site on github, by wifi.\n"
    assert [m for _, m in found(tmp_path, text, Web=rule)] == ["Web site", "web site", "github", "wifi"]


def test_other_kinds(tmp_path: Path) -> None:
    repeated = "extends: repetition\nmessage: \"'%s'\"\nalpha: true\ntokens: ['[^\\s]+']\n"
    needs = "extends: conditional\nmessage: \"'%s'\"\nfirst: '\\b([A-Z]{3})\\b'\nsecond: '\\(([A-Z]{3})\\)'\nexceptions: [BBC]\n"
    text = "News\n\nThe the crew of of it told the BBC. The World Port Body (WPB) met the UWU.\n"
    assert found(tmp_path, text, Twice=repeated, Names=needs) == [("twice", "of of"), ("names", "UWU")]


def test_what_is_left_out_is_told(tmp_path: Path) -> None:
    style = tmp_path / "styles" / "Own"
    style.mkdir(parents=True)
    (style / "Spell.yml").write_text("extends: spelling\nmessage: no\n")
    (style / "Some.yml").write_text("extends: existence\nmessage: no\ntokens: [good, '\\p{Greek}']\n")
    outcome = convert(tmp_path / "styles", tmp_path / "pack")
    assert [r.vale for r in outcome.rules] == ["Own.Some"]
    assert [(name, what) for name, what, _ in outcome.left] == [("Own.Some", r"\p{Greek}"), ("Own.Spell", "the rule")]


def test_extends_another_rule(tmp_path: Path) -> None:
    base = "extends: existence\nmessage: no\ntokens: [good]\nignorecase: true\n"
    assert found(tmp_path, "A Good day\n\nGood.\n", Base=base, Child="extends: Own.Base\nlevel: error\n") == [
        ("base", "Good"), ("child", "Good"), ("base", "Good"), ("child", "Good")
    ]  # fmt: skip


def test_account_of_differences(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("A head\n\nI am here.\n")
    words, heads = Converted("o/w", "O.W", "existence", "text", 1), Converted("o/h", "O.H", "existence", "heading", 1)
    key = str(file)
    theirs = {(key, "o/w"): [Alert(0, 1), Alert(7, 9), Alert(15, 17)]}
    ours = {(key, "o/w"): [Alert(0, 1), Alert(8, 9)], (key, "o/h"): [Alert(2, 6)]}
    account = compare_alerts(theirs, ours, [words, heads])
    assert account.vale == {SAME: 1, EDGE: 1, UNKNOWN: 1}
    assert account.newslint == {SAME: 1, EDGE: 1, HEADING: 1}
