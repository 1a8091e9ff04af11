"""Rules that take too long are stopped and named, and the others finish."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from newslint.checks import registry
from newslint.checks.base import Check, Finding
from newslint.engine import Linter
from newslint.engine.slow import RULE
from newslint.model import Document, Report, Severity
from newslint.rulebook.rule import Rule

Make = Callable[..., Rule]
Article = Callable[..., Document]

SLOW = tuple(rf"({c}|{c}{c})+\b!\b(?!x)" for c in "abc")
TEXT = "Zoo opens\n\nA zebra! Zebras were were seen.\n\n" + " ".join(c * 60 + "!" for c in "abc") + " The zebra.\n"


def others(report: Report) -> list[tuple[int, str, str]]:
    """What the rules said, without what is said of rules."""
    return [(d.span.start, d.rule, d.match) for d in report if d.rule != RULE]


def told(report: Report) -> list[str]:
    """What is said of slow rules."""
    return [d.message for d in report if d.rule == RULE]


@pytest.fixture
def quick(rule: Make) -> list[Rule]:
    """Rules that take no time."""
    return [
        rule("words: [zebra]", "quick/zebra"),
        rule("check: repetition", "quick/twice"),
        rule(r"patterns: ['\w{60,}']", "quick/long"),
    ]


@pytest.fixture
def slow(rule: Make) -> list[Rule]:
    """Rules with patterns that would never end on the text."""
    return [rule(f"patterns: ['{pattern}']", f"slow/{i}") for i, pattern in enumerate(SLOW)]


def test_several_slow_rules_are_named_and_the_others_find_the_same(lexicon, article, quick, slow) -> None:
    expected = others(Linter(quick, lexicon).lint(article(TEXT)))
    assert {id for _, id, _ in expected} == {"quick/zebra", "quick/twice", "quick/long"}
    start = time.process_time()
    report = Linter([slow[0], *quick, *slow[1:]], lexicon).lint(article(TEXT))
    assert time.process_time() - start < 8
    assert others(report) == expected
    assert [message.partition(" was stopped after ")[0] for message in told(report)] == [
        "'slow/0'",
        "'slow/1'",
        "'slow/2'",
    ]
    assert told(report)[0].endswith(" s: too much for its pattern " + SLOW[0])
    assert {d.severity for d in report if d.rule == RULE} == {Severity.WARNING}
    again = Linter([slow[0], *quick, *slow[1:]], lexicon).lint(article(TEXT))
    assert [d.fingerprint for d in again] == [d.fingerprint for d in report]


def test_in_threads_too_and_each_article_has_its_own_account(lexicon, article, quick, slow) -> None:
    linter = Linter([*quick, *slow[:1]], lexicon)
    expected = others(Linter(quick, lexicon).lint(article(TEXT)))
    texts = [TEXT, "Zoo opens\n\nA zebra.\n"] * 3
    with ThreadPoolExecutor(3) as pool:
        reports = list(pool.map(lambda text: linter.lint(article(text)), texts))
    assert [len(told(report)) for report in reports] == [1, 0] * 3
    assert [others(report) for report in reports[::2]] == [expected] * 3


def test_a_pattern_has_one_account_for_all_paragraphs(lexicon, article, rule) -> None:
    text = "Zoo\n\n" + "\n\n".join("a" * 60 + "!" for _ in range(40)) + "\n\nA zebra.\n"
    start = time.process_time()
    report = Linter([rule(f"patterns: ['{SLOW[0]}']", "slow/0"), rule("words: [zebra]")], lexicon).lint(article(text))
    assert time.process_time() - start < 5
    assert len(told(report)) == 1 and len(others(report)) == 1


def test_many_quadratic_searches_go_to_an_engine_with_a_bound(lexicon, article, rule) -> None:
    """Each paragraph is short enough for `re`, all of them together are not."""
    text = "Zoo\n\n" + "\n\n".join("x " * 2_500 for _ in range(60)) + "\n\nx y z.\n"
    start = time.process_time()
    report = Linter([rule(r"patterns: ['x.*y.*z']", "slow/0")], lexicon).lint(article(text))
    assert time.process_time() - start < 10
    assert told(report) or [match for _, _, match in others(report)] == ["x y z"]


class Endless(Check):
    """Finds the same for ever."""

    name = "endless"
    placeholders = ()

    def find(self, article, scope, hits) -> Iterator[Finding]:  # type: ignore[no-untyped-def]
        while True:
            time.sleep(0.001)
            yield Finding(article.blocks[0], 0, 1)


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch, rule: Make) -> list[Rule]:
    """Two rules of a kind without an end."""
    kind = registry.check_kind
    for module in ("newslint.engine.program", "newslint.rulebook.rulefile"):
        monkeypatch.setattr(f"{module}.check_kind", lambda name: Endless if name == "endless" else kind(name))
    return [rule("check: endless", f"endless/{i}") for i in range(2)]


def test_rules_without_an_end_leave_the_others_their_time(lexicon, article, quick, endless) -> None:
    expected = others(Linter(quick, lexicon).lint(article(TEXT)))
    start = time.perf_counter()
    report = Linter([endless[0], *quick, endless[1]], lexicon, deadline=1.0).lint(article(TEXT))
    assert [found for found in others(report) if found[1].startswith("quick")] == expected
    assert time.perf_counter() - start < 5
    messages = told(report)
    assert len(messages) == 2
    assert messages[0].startswith("'endless/0' was stopped after 0.") and "found no end" in messages[0]


def test_what_the_deadline_left_no_time_for_is_named(lexicon, article, quick) -> None:
    report = Linter([*quick], lexicon, deadline=1e-9).lint(article(TEXT))
    assert others(report) == []
    assert told(report) == [
        "the patterns were not looked for in the whole article: 1e-09 s are too little",
        "the time for this article (1e-09 s) was over before these rules could run: quick/twice",
    ]
    assert told(Linter(quick, lexicon, deadline=0).lint(article(TEXT))) == []
