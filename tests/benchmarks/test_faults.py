"""Faults that are put into clean articles: they are where they say, and the same each time."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

import benchmarks
from benchmarks.accuracy import Report, outcome, touches
from benchmarks.faults import GROUPS, Case, cases
from benchmarks.faults.model import KINDS, Article, Edit, Fault, Kind, articles, edit

CLEAN = articles(Path(benchmarks.__file__ or "").parent / "articles")


@pytest.fixture(scope="module", params=sorted(KINDS))
def made(request: pytest.FixtureRequest) -> list[Case]:
    """Some cases of each kind."""
    kind = KINDS[request.param]
    faults = [(a, kind.make(a, Random(f"{kind.name}{a.name}"))) for a in CLEAN]
    return [Case(kind, a, f, f.apply(a.text)) for a, f in faults if f]


def test_the_articles_are_many_and_of_a_news_length():
    assert len(CLEAN) >= 40
    for article in CLEAN:
        assert 150 <= len(article.text.split()) <= 500, article.name
        assert article.text.endswith("\n") and "\n\n\n" not in article.text and "  " not in article.text


def test_each_kind_finds_articles_to_spoil(made):
    assert made


def test_the_text_changes_and_only_where_it_says(made):
    for case in made:
        assert case.text != case.article.text
        start = min(e.start for e in case.fault.edits)
        after = len(case.article.text) - max(e.end for e in case.fault.edits)
        assert case.text[:start] == case.article.text[:start]
        assert case.text[len(case.text) - after :] == case.article.text[len(case.article.text) - after :]
        # One place at least is at an edit, in the text as it is now.
        assert all(0 <= a < b <= len(case.text) for a, b in case.fault.wrong), case.kind.name
        # Explanations that are gone leave the abbreviation wrong where it stands.
        if case.kind.name != "abbreviation-undefined":
            now = [(case.fault.moved(e.start, end=True), len(e.text)) for e in case.fault.edits]
            assert any(touches((a - 1, b + 1), (at, at + n)) for a, b in case.fault.wrong for at, n in now)


def test_the_same_seed_gives_the_same_text():
    few = CLEAN[:6]
    for group in GROUPS:
        one = [c.text for c in cases(few, group, 7, most=30, least=2)]
        assert one == [c.text for c in cases(few, group, 7, most=30, least=2)]
    assert [c.text for c in cases(few, "names", 1, 30, 2)] != [c.text for c in cases(few, "names", 2, 30, 2)]


@pytest.mark.slow
@pytest.mark.parametrize("group", GROUPS)
def test_each_group_has_200_cases(group):
    found = cases(CLEAN, group)
    assert len(found) >= 200
    assert len({(c.kind.name, c.article.name, c.text) for c in found}) == len(found)


def first(name: str, pattern: str) -> str:
    """The text at the first place of a kind's first case where it is as the pattern says; fails if in none."""
    for seed in range(5):
        for article in CLEAN:
            fault = KINDS[name].make(article, Random(seed))
            if fault:
                text = fault.apply(article.text)
                here = text[slice(*fault.wrong[0])]
                assert re.fullmatch(pattern, here, re.DOTALL), here
                return here
    raise AssertionError(name)


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("doubled-small-word", r"(\w+) \1"),
        ("stuck-shift", r"[A-Z]{2}[a-z]+"),
        ("shift-year", r"[\d!\"#£@$%^&*()]{4}"),
        ("mojibake-apostrophe", "â€™"),
        ("zero-width-space", r"[a-z]+\u200b[a-z]+"),
        ("title-with-stop", r"(?:Mr|Ms|Mrs|Dr)\.? [A-Z]\w+"),
        ("surname-double", r"[A-Z]\w*(\w)\1\w*"),
        ("abbreviation-undefined", r"[A-Z]{2,6}"),
        ("double-space", "  "),
        ("paragraph-twice", r".{60,}"),
        ("headline-full-stop", r"\."),
        ("impossible-date", r".*(?:0|3[0-9]).*"),
        ("percent-over", r"1\d\d(?:%| per ?cent)"),
        ("photo-credit", r".*\b(?:Photo|Getty|Picture|Image|Photograph|Credit|PHOTO)\b.*"),
    ],
)
def test_the_place_holds_what_is_wrong(name, pattern):
    assert first(name, pattern)


def test_weekdays_are_wrong_only_after_the_fault():
    from datetime import date

    from benchmarks.faults.dates import DAYS, FULL, MONTHS

    def right(match: re.Match[str]) -> bool:
        day, month = int(match["d"] or match["d2"]), MONTHS.index(match["m"] or match["m2"]) + 1
        return DAYS[date(int(match["y"]), month, day).weekday()] == match["w"]

    dates = [m for a in CLEAN for m in re.finditer(FULL, a.text)]
    assert len(dates) > 40 and all(map(right, dates))
    for name in ("wrong-weekday", "wrong-weekday-by-day"):
        for article in CLEAN:
            fault = KINDS[name].make(article, Random(1))
            if fault:
                found = re.search(FULL, fault.apply(article.text)[slice(*fault.wrong[0])])
                assert found and not right(found)


def test_places_move_with_the_edits_before_them():
    fault = edit((2, 3, "XY[[Z]]"), (6, 8, ""), also=[(4, 5)])
    assert fault.apply("abcdefghij") == "abXYZdefij"
    assert fault.edits == (Edit(2, 3, "XYZ"), Edit(6, 8, ""))
    assert fault.wrong == ((4, 5), (7, 9), (6, 7))
    assert [fault.moved(i) for i in (0, 3, 9)] == [0, 5, 9]
    put_in = edit((2, 2, "XY"))
    assert (put_in.moved(2), put_in.moved(2, end=True)) == (4, 2)


def case(text: str, fault: Fault, whole_line: bool = False) -> Case:
    """A case of a made-up kind."""
    return Case(Kind("g", "k", lambda *_: None, whole_line), Article("a", text), fault, fault.apply(text))


def test_reports_from_before_do_not_count_and_those_elsewhere_are_told():
    spoilt = case("one two\nthree four\n", edit((4, 7, "twoo")))
    before = [Report("a/x", "error", (8, 13))]
    now = [Report("a/x", "error", (9, 14)), Report("a/y", "error", (4, 8)), Report("a/x", "error", (15, 19))]
    done = outcome(spoilt, before, now)
    assert done.there == [now[1]] and done.elsewhere == [now[2]]


def test_a_line_counts_as_a_whole_where_the_kind_says_so():
    fault = edit((4, 7, "twoo"))
    report = Report("a/y", "error", (0, 3))
    assert not outcome(case("one two\nthree\n", fault), [], [report]).there
    assert outcome(case("one two\nthree\n", fault, True), [], [report]).there


def test_an_empty_place_touches_its_neighbours():
    assert touches((3, 3), (1, 3)) and touches((1, 3), (3, 3))
    assert not touches((1, 3), (3, 4))
