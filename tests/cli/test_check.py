"""newslint check, as a person at a terminal sees it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Newslint = Callable[..., Any]


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (["good.txt"], 0),
        (["bad.txt"], 1),
        (["soft.txt"], 0),
        (["soft.txt", "--fail-level", "suggestion"], 1),
        (["bad.txt", "--fail-level", "warning"], 1),
        (["bad.txt", "--exit-zero"], 0),
        (["bad.txt", "--min-level", "error"], 1),
        (["bad.txt", "--ignore", "words-of/zebra"], 0),
        (["bad.txt", "none.txt"], 2),
        (["none.txt", "--exit-zero"], 2),
        (["bad.txt", "--select", "nope"], 2),
        (["bad.txt", "--format", "sarif"], 2),
        (["bad.txt", "--meta", "section"], 2),
        (["bad.txt", "--color", "pink"], 2),
        (["bad.txt", "--nope"], 2),
        (["-", "--stdin-format", "word"], 2),
        (["bad.txt", "--output", "no/such/folder/x"], 2),
        (["mini"], 0),
        ([], 1),
    ],
)
def test_exit_status(args: list[str], status: int, mini: Path, newslint: Newslint) -> None:
    ran = newslint("check", *args)
    assert ran.status == status
    assert "Traceback" not in ran.err
    assert bool(ran.err) == (status == 2 or args == ["mini"])


def test_text(mini: Path, newslint: Newslint) -> None:
    assert newslint("check", "good.txt", "bad.txt").out == (
        "bad.txt:3:3: error words-of/zebra\n  'zebra' is no word for this house\n"
        "  3 | A zebra and an emu live there.\n    |   ^^^^^\n\n"
        "1 must be fixed in 2 files, 1 suggestion not shown (--min-level suggestion).\n"
    )
    ran = newslint("check", "good.txt", "bad.txt", "--min-level", "suggestion")
    assert ran.out == (
        "bad.txt:3:3: error words-of/zebra\n  'zebra' is no word for this house\n"
        "  3 | A zebra and an emu live there.\n    |   ^^^^^\n\n"
        "bad.txt:3:16: suggestion words-of/emu\n  'emu': write 'bird'\n"
        "  3 | A zebra and an emu live there.\n    |                ^^^\n  Fix: Replace with 'bird' or 'fowl'\n\n"
        "1 must be fixed, 1 suggestion in 2 files.\n"
    )


def test_min_level_trims_text_and_not_json(mini: Path, newslint: Newslint) -> None:
    assert "emu" not in newslint("check", "bad.txt", "--min-level", "error", "--format", "concise").out
    run = json.loads(newslint("check", "bad.txt", "--min-level", "error", "--format", "json").out)
    assert [d["rule"] for d in run["files"][0]["diagnostics"]] == ["words-of/zebra", "words-of/emu"]


def test_json_lists_every_file_and_what_could_not_be_read(mini: Path, newslint: Newslint) -> None:
    (mini / "nul.txt").write_bytes(b"a\0")
    ran = newslint("check", "nul.txt", "good.txt", "./bad.txt", "none.md", "--format", "json")
    run = json.loads(ran.out)
    assert [f["path"] for f in run["files"]] == ["./bad.txt", "good.txt"]
    assert [e["path"] for e in run["errors"]] == ["none.md", "nul.txt"]
    assert (run["verdict"], ran.status) == ("block", 2)
    assert "none.md: no such file" in ran.err and "nul.txt: not text" in ran.err


def test_select_and_ignore_take_lists(mini: Path, newslint: Newslint) -> None:
    concise = ("check", "bad.txt", "--format", "concise")
    assert "emu" not in newslint(*concise, "--select", "words-of/zebra,format").out
    assert newslint(*concise, "--ignore", "words-of/zebra, words-of/emu").out == ""
    assert "zebra" not in newslint(*concise, "--ignore", "*/zeb*", "--ignore", "format").out


def test_no_config_and_pack(mini: Path, newslint: Newslint) -> None:
    assert "zebra" not in newslint("check", "bad.txt", "--no-config").out
    for pack in ("mini", "./mini", "mini/words-of/zebra.yaml"):
        assert "words-of/zebra" in newslint("check", "bad.txt", "--no-config", "--pack", pack).out
    assert "there is no pack named 'minn'" in newslint("check", "bad.txt", "--pack", "minn").err


def test_config_names_one_for_all(mini: Path, newslint: Newslint) -> None:
    (mini / "other.yaml").write_text("packs: [./mini]\nselect: [words-of/emu]\n")
    out = newslint("check", "bad.txt", "--config", "other.yaml", "--min-level", "suggestion").out
    assert "words-of/emu" in out and "words-of/zebra" not in out


def test_a_mistake_in_the_configuration_is_shown_with_its_place(mini: Path, newslint: Newslint) -> None:
    (mini / "newslint.yaml").write_text("packs: [./mini]\nselct: [x]\nfail-level: fatal\n")
    ran = newslint("check", "bad.txt", "--format", "json")
    assert ran.err.splitlines() == [
        "newslint: newslint.yaml:2:1: unknown key 'selct': did you mean 'select'?",
        "newslint: newslint.yaml:3:13: found 'fatal', expected error or warning or suggestion",
    ]
    run = json.loads(ran.out)
    assert run["files"] == []
    assert run["errors"][0] == {
        "path": "newslint.yaml",
        "message": "unknown key 'selct': did you mean 'select'?",
        "line": 2,
        "column": 1,
    }
    assert ran.status == 2


def test_output_files(mini: Path, newslint: Newslint) -> None:
    ran = newslint(
        "check", "bad.txt", "--output", "json:out.json", "--output", "concise:out.txt", "--min-level", "suggestion"
    )
    assert "must be fixed" in ran.out
    assert json.loads((mini / "out.json").read_text())["verdict"] == "block"
    assert len((mini / "out.txt").read_text().splitlines()) == 2
    ran = newslint("check", "bad.txt", "--format", "json", "--output", "out.json", "--color", "always")
    assert ran.out == ""
    assert json.loads((mini / "out.json").read_text())["verdict"] == "block"
    assert not list(mini.glob("*.part"))


def test_output_to_standard_output(mini: Path, newslint: Newslint) -> None:
    ran = newslint("check", "bad.txt", "--output", "json:-", "--output", "concise:o.txt")
    assert json.loads(ran.out)["verdict"] == "block"
    assert not (mini / "-").exists() and (mini / "o.txt").exists()
    assert newslint("check", "bad.txt", "--output", "-").out == newslint("check", "bad.txt").out
    assert newslint("check", "bad.txt", "--output", "-", "--output", "json:-").status == 2


def test_one_letter_before_the_colon_is_a_drive() -> None:
    from newslint.cli.output import _split

    assert _split("C:foo.txt") == ("", "C:foo.txt")
    assert _split("json:C:foo.json") == ("json", "C:foo.json")


@pytest.mark.skipif(os.name == "nt", reason="devices")
def test_output_to_a_device_or_through_a_link(mini: Path, newslint: Newslint) -> None:
    assert newslint("check", "bad.txt", "--output", "/dev/null").status == 1
    assert Path("/dev/null").is_char_device()
    (mini / "link.json").symlink_to(mini / "real.json")
    newslint("check", "bad.txt", "--output", "json:link.json")
    assert (mini / "link.json").is_symlink() and (mini / "real.json").exists()


def test_output_is_whole_or_not_there(mini: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.reporters.json import JsonReporter

    (mini / "out.json").write_text("old")
    monkeypatch.setattr(JsonReporter, "end", lambda self, summary: self / summary)
    ran = newslint("check", "bad.txt", "--output", "json:out.json")
    assert ran.status == 2 and "internal error" in ran.err
    assert (mini / "out.json").read_text() == "old"
    assert not list(mini.glob("*.part"))


@pytest.mark.parametrize(
    "pair",
    ["published=28/6/2019", "published=garbage", "published=20190628", "publishd=2019-06-28", "language=kling_on"],
)
def test_metadata_is_looked_at(pair: str, mini: Path, newslint: Newslint) -> None:
    ran = newslint("check", "bad.txt", "--meta", pair)
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean 'published'?" in ran.err or f"'{pair.partition('=')[2]}', expected" in ran.err


@pytest.mark.parametrize(
    "pair", ["published=2019-06-28", "published=2019-06-28T17:30:00+10:00", "language=en-AU", "x-desk=a", "section=b"]
)
def test_metadata_that_is_right(pair: str, mini: Path, newslint: Newslint) -> None:
    assert newslint("check", "good.txt", "--meta", pair).status == 0


def test_quiet(mini: Path, newslint: Newslint) -> None:
    assert newslint("check", "good.txt", "--quiet") == (0, "", "")
    assert newslint("check", "mini", "--quiet") == (0, "", "")
    assert "none.txt" in newslint("check", "none.txt", "--quiet").err


def test_color(mini: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert "\x1b" not in newslint("check", "bad.txt").out
    assert "\x1b[" in newslint("check", "bad.txt", "--color", "always").out
    assert "\x1b" not in newslint("check", "bad.txt", "--color", "always", "--format", "concise").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in newslint("check", "bad.txt").out
    assert "\x1b" not in newslint("check", "bad.txt", "--color", "never").out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in newslint("check", "bad.txt").out


def test_an_excluded_path_is_passed_over_in_silence(mini: Path, newslint: Newslint) -> None:
    (mini / "newslint.yaml").write_text("packs: [./mini]\nselect: [words-of]\nexclude: [bad.txt]\n")
    assert newslint("check", "bad.txt") == (0, "", "")


def test_a_path_in_place_of_a_command_is_understood(mini: Path, newslint: Newslint) -> None:
    assert "to check a file: newslint check bad.txt" in newslint("bad.txt").err
    assert "did you mean 'check'?" in newslint("chekc", "bad.txt").err


@pytest.mark.parametrize("command", ["", "check", "rule", "rules", "explain", "init", "completion", "rule new"])
def test_every_help_has_examples(command: str, newslint: Newslint) -> None:
    ran = newslint(*command.split(), "--help")
    assert ran.status == 0
    assert "Examples:\n" in ran.out and "  newslint " in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_version(newslint: Newslint) -> None:
    import newslint as package

    assert newslint("--version").out == f"newslint {package.__version__}\n"
