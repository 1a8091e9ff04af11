"""The commands about rules, and those that write files to begin with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Newslint = Callable[..., Any]


def test_rules_lists_what_there_is(mini: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = newslint("rules", "words-of").out.splitlines()
    assert [line.split()[:2] for line in out] == [["words-of/emu", "suggestion"], ["words-of/zebra", "error"]]
    assert "'…' is no word for this house" in out[1]
    assert all(len(line) <= 60 for line in newslint("rule", "list").out.splitlines())
    assert newslint("rules", "words-fo").status == 2


def test_rules_are_filtered_and_counted(mini: Path, newslint: Newslint) -> None:
    for arguments, ids in (
        (("--level", "error"), ["words-of/zebra"]),
        (("--level", "error", "--level", "suggestion"), ["words-of/emu", "words-of/zebra"]),
        (("--check", "substitution"), ["words-of/emu"]),
        (("--status", "off"), []),
        (("--in-pack", "core"), []),
    ):
        lines = newslint("rules", "words-of", *arguments).out.splitlines()
        assert [line.split()[0] for line in lines] == ids
    ran = newslint("rules", "words-of", "--count").out.splitlines()
    assert [line.split() for line in ran] == [
        ["words-of", "2", "1", "error,", "1", "suggestion"],
        ["in", "all", "2", "1", "error,", "1", "suggestion"],
    ]
    found = json.loads(newslint("rules", "words-of", "--format", "json").out)
    assert [(r["id"], r["level"], r["pack"], r["status"]) for r in found] == [
        ("words-of/emu", "suggestion", "mini", "live"),
        ("words-of/zebra", "error", "mini", "live"),
    ]


def test_what_no_rule_is_like_is_said(mini: Path, newslint: Newslint) -> None:
    ran = newslint("rules", "words-of", "--status", "off")
    assert (ran.status, ran.out, ran.err) == (0, "", "newslint: no rule is like that\n")
    ran = newslint("rules", "--in-pack", "guardian")
    assert (ran.status, ran.out) == (2, "")
    assert "the pack guardian is not loaded; add --pack guardian" in ran.err


def test_explain_shortens_what_is_long_and_names_every_page(newslint: Newslint) -> None:
    out = newslint("explain", "--no-config", "--pack", "guardian", "names/guardian").out
    assert "patterns: 4 entries, in the file" in out
    assert out.count("guardian-observer-style-guide-") == 13
    assert "Yields to: dates/order" in newslint("explain", "--no-config", "dates/format").out


def test_a_long_list_ends_with_its_numbers(newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = newslint("rules", "--no-config").out.splitlines()
    listed = [line for line in lines[:-1] if line]
    assert lines[-1].startswith(f"{len(listed)} rules: ")
    assert "" in lines


def test_explain_tells_everything(mini: Path, newslint: Newslint) -> None:
    out = newslint("explain", "words-of/zebra").out
    for text in ("(error)", "no word for this house", "Nobody says it.", "https://example.org/zebra", "existence",
                 "mini/words-of/zebra.yaml", "quotations too", "patterns: ",
                 "Flags\n    a zebra\n      ^^^^^\n", "Leaves alone\n    a horse\n"):  # fmt: skip
        assert text in out
    assert "    Fix: an bird\n" in newslint("rule", "show", "words-of/emu").out
    ran = newslint("explain", "words-of/zebr")
    assert ran.err == "newslint: there is no rule 'words-of/zebr': did you mean 'words-of/zebra'?\n"
    assert ran.status == 2


def test_every_core_rule_can_be_explained(newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    rules = [rule["id"] for rule in json.loads(newslint("rules", "--no-config", "--format", "json").out)]
    ran = newslint("explain", "--no-config", *rules)
    assert ran.status == 0
    assert all(f"{rule} (" in ran.out for rule in rules)


def test_rule_test_finds_the_rules_that_a_path_or_name_stands_for(mini: Path, newslint: Newslint) -> None:
    for name, count in (("mini", "2 rules"), ("mini/words-of", "2 rules"), ("mini/words-of/emu.yaml", "1 rule"),
                        ("words-of/emu", "1 rule"), ("words-of", "2 rules")):  # fmt: skip
        assert newslint("rule", "test", name) == (0, f"The examples of {count} hold.\n", "")


def test_rule_test_says_what_fails(mini: Path, newslint: Newslint) -> None:
    path = mini / "mini" / "words-of" / "zebra.yaml"
    path.write_text(path.read_text().replace("a horse", "a zebra"))
    ran = newslint("rule", "test", "mini")
    assert ran.status == 1
    assert "mini/words-of/zebra.yaml:8: words-of/zebra: good example" in ran.out
    assert ran.out.endswith("1 of 2 rules fails.\n")
    path.write_text(path.read_text().replace("severity", "severty"))
    ran = newslint("rule", "test", "mini")
    assert ran.status == 2
    assert "did you mean 'severity'?" in ran.err
    assert newslint("rule", "test", "no/such/rule").status == 2


def test_a_new_rule_loads_holds_runs_and_explains_itself(mini: Path, newslint: Newslint) -> None:
    ran = newslint("rule", "new", "usage/fire-fighter")
    assert ran.out.strip() == str(Path("house") / "usage" / "fire-fighter.yaml")
    assert newslint("rule", "test", "house").out == "The examples of 1 rule hold.\n"
    (mini / "a.txt").write_text("Fire fighter hurt\n")
    args = ("--no-config", "--pack", "house")
    assert "Fix: Replace with 'Firefighter'" in newslint("check", "a.txt", *args).out
    assert "Flags" in newslint("explain", "usage/fire-fighter", *args).out
    assert newslint("rule", "new", "usage/fire-fighter").status == 2
    assert newslint("rule", "new", "Fire").status == 2


def test_a_new_rule_of_a_core_name_extends_that_one(mini: Path, newslint: Newslint) -> None:
    newslint("rule", "new", "usage/anniversary")
    assert "extends: core:usage/anniversary" in (mini / "house" / "usage" / "anniversary.yaml").read_text()
    assert newslint("rule", "test", "house").status == 0


def test_schema_is_json(newslint: Newslint) -> None:
    assert json.loads(newslint("rule", "schema").out)["title"]


def test_init_overwrites_nothing(mini: Path, newslint: Newslint) -> None:
    before = (mini / "newslint.yaml").read_text()
    ran = newslint("init")
    assert ran.status == 2 and "is there already" in ran.err
    assert (mini / "newslint.yaml").read_text() == before
    (mini / "newslint.yaml").unlink()
    assert newslint("init").out == "newslint.yaml\n"
    assert newslint("check", "good.txt").status == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, newslint: Newslint) -> None:
    assert "_NEWSLINT_COMPLETE" in newslint("completion", shell).out


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("explain words-of/z", ["plain,words-of/zebra"]),
        ("check --select words-of/emu,words-of/z", ["plain,words-of/emu,words-of/zebra"]),
        ("rules words", ["plain,words-of", "plain,words-of/emu", "plain,words-of/zebra"]),
        ("rule test words-of/z", ["plain,words-of/zebra", "file,words-of/z"]),
        ("explain no/such", []),
    ],
)
def test_names_of_rules_are_completed(words: str, completed: list[str], mini: Path) -> None:
    command = ["newslint", *words.split()]
    asked = {
        "_NEWSLINT_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(command),
        "COMP_CWORD": str(len(command) - 1),
    }
    call = [sys.executable, "-m", "newslint"]
    done = subprocess.run(call, cwd=mini, env=os.environ | asked, capture_output=True, text=True)
    assert done.stdout.split() == completed
