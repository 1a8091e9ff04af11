"""Which rules run."""

from __future__ import annotations

import pytest

from newslint.checks.parameters import Settings
from newslint.engine.selection import runs
from newslint.model import Severity
from newslint.rulebook.rule import Rule


def rule(status: str = "live", id: str = "typos/doubled-word") -> Rule:
    return Rule(id, "note", Severity.ERROR, "m", Settings({}), status=status)


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), True),
        (("typos",), (), True),
        (("typos/doubled-word",), (), True),
        (("typos/*",), (), True),
        (("*",), (), True),
        (("leftovers",), (), False),
        (("typo",), (), False),
        ((), ("typos",), False),
        ((), ("typos/doubled-*",), False),
        (("typos",), ("typos/doubled-word",), False),
        (("typos/doubled-word",), ("typos",), True),
        (("typos/doubled-word",), ("typos/*",), True),
        (("typos/doubled-word",), ("typos/doubled-word",), False),
    ],
)
def test_select_and_ignore(select: tuple[str, ...], ignore: tuple[str, ...], expected: bool) -> None:
    assert runs(rule(), select, ignore) is expected


def test_status() -> None:
    assert not runs(rule("off"), ("typos/doubled-word",))
    assert not runs(rule("draft"))
    assert not runs(rule("draft"), ("typos",))
    assert runs(rule("draft"), ("typos/doubled-word",))
