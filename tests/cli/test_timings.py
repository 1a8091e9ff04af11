"""newslint check --timings and --deadline."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Ran

Newslint = Callable[..., Ran]


def test_a_table_on_standard_error(mini: Path, newslint: Newslint) -> None:
    plain = newslint("check", ".")
    ran = newslint("check", ".", "--timings")
    assert (ran.status, ran.out) == (plain.status, plain.out)
    lines = ran.err.splitlines()
    assert lines[0].endswith(" ms for 3 files")
    assert [line.split()[-1] for line in lines if "%" in line] == ["step", "fact", "check", "rule"]
    assert any(line.endswith("words-of/zebra (existence)") for line in lines)
    assert newslint("check", ".", "--timings", "--quiet").err == ""


def test_json_has_a_place_for_them(mini: Path, newslint: Newslint) -> None:
    ran = newslint("check", ".", "--timings", "--format", "json", "--jobs", "2")
    record = json.loads(ran.out)["timings"]
    assert record["files"] == 3
    assert list(record) == ["files", "seconds", "rules", "checks", "facts", "steps"]
    assert {"reading", "matching", "findings", "output"} <= {row["step"] for row in record["steps"]}
    assert "timings" not in json.loads(newslint("check", ".", "--format", "json").out)


@pytest.mark.parametrize(("words", "config"), [(("--deadline", "0.000000001"), ""), ((), "deadline: 0.000000001\n")])
def test_a_deadline(mini: Path, newslint: Newslint, words: tuple[str, ...], config: str) -> None:
    (mini / "newslint.yaml").write_text("packs: [./mini]\nselect: [words-of]\n" + config)
    ran = newslint("check", "bad.txt", "--format", "concise", *words)
    assert ran.status == 0
    assert ran.out.startswith("bad.txt:1:1: warning internal/slow-rule the patterns were not looked for")
    if config:
        assert newslint("check", "bad.txt", "--deadline", "0").status == 1


def test_a_deadline_that_is_no_number(mini: Path, newslint: Newslint) -> None:
    assert newslint("check", "bad.txt", "--deadline", "-1").status == 2
    (mini / "newslint.yaml").write_text("packs: [./mini]\ndeadline: soon\n")
    ran = newslint("check", "bad.txt")
    line = "newslint: newslint.yaml:2:11: found 'soon', expected a number of seconds such as 30, 0 for any number\n"
    assert (ran.status, ran.err) == (2, line)
