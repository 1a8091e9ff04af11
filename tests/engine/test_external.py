"""What external checkers add to newslint's own findings."""

from __future__ import annotations

from newslint.engine.external import news
from newslint.model import Diagnostic, Severity, Span


def finding(start: int, end: int, rule: str = "grammar/x", severity: Severity = Severity.SUGGESTION) -> Diagnostic:
    return Diagnostic(rule, severity, "m", Span(start, end), "x")


def test_newslints_own_words_win() -> None:
    own = [finding(10, 15, "typos/x")]
    assert news([finding(9, 11), finding(15, 18), finding(2, 4)], own) == [finding(2, 4), finding(15, 18)]
    assert news([], own) == []


def test_of_several_about_the_same_words_one_is_kept() -> None:
    worse = finding(12, 14, "grammar/y", Severity.WARNING)
    assert news([finding(10, 15), worse, finding(14, 16)], []) == [worse, finding(14, 16)]
    assert news([finding(10, 15, "grammar/b"), finding(10, 15, "grammar/a")], []) == [finding(10, 15, "grammar/a")]


def test_a_finding_about_a_passage_says_nothing_of_its_words() -> None:
    assert news([finding(50, 55)], [finding(0, 400, "repetition/x")]) == [finding(50, 55)]
