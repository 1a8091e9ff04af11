"""Verdicts, and words that a house accepts."""

from __future__ import annotations

import pytest

from newslint.engine import Policy
from newslint.model import Diagnostic, Severity, Span, Verdict

ERROR, WARNING, SUGGESTION = Severity.ERROR, Severity.WARNING, Severity.SUGGESTION


def found(level: Severity = ERROR, match: str = "x") -> Diagnostic:
    return Diagnostic("group/rule", level, "m", Span(0, 1), match)


@pytest.mark.parametrize(
    ("fail_level", "levels", "verdict"),
    [
        (ERROR, [], Verdict.PASS),
        (ERROR, [SUGGESTION], Verdict.PASS),
        (ERROR, [SUGGESTION, WARNING], Verdict.WARN),
        (ERROR, [WARNING, ERROR, SUGGESTION], Verdict.BLOCK),
        (WARNING, [WARNING], Verdict.BLOCK),
        (WARNING, [SUGGESTION], Verdict.PASS),
        (SUGGESTION, [SUGGESTION], Verdict.BLOCK),
        (SUGGESTION, [], Verdict.PASS),
    ],
)
def test_verdicts(fail_level: Severity, levels: list[Severity], verdict: Verdict) -> None:
    assert Policy(fail_level).verdict(found(level) for level in levels) is verdict


@pytest.mark.parametrize(
    ("accept", "match", "kept"),
    [
        ([], "Tran", True),
        (["Tran"], "Tran", False),
        (["Tran"], "tran", True),
        (["tran"], "TRAN", False),
        (["Tran"], "Tran’s", False),
        (["Trans"], "Trans'", False),
        (["Tran"], "Trans", True),
        (["O'Neill"], "O’Neill", False),
        (["O’Neill"], "O'Neill's", False),
        (["Duran Duran"], "Duran\n Duran", False),
        (["Tran"], "Mr Tran", True),
        (["Tran"], "", True),
    ],
)
def test_accepted_words(accept: list[str], match: str, kept: bool) -> None:
    assert Policy(accept=accept).keeps(found(match=match)) is kept
