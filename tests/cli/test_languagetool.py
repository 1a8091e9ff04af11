"""newslint languagetool, where there is no server; with one: tests/integrations/languagetool."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without LanguageTool, and a current folder with an article."""
    for name in ("NEWSLINT_LANGUAGETOOL", "NEWSLINT_LANGUAGETOOL_SERVER", "LTP_PATH", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "a.txt").write_text("Council meets\n\nThe council met, and it it was late.\n")
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["start", "status", "check a.txt"])
def test_without_jars_every_command_says_how_to_fetch_them(
    command: str, nothing: Path, newslint: Callable[..., Any]
) -> None:
    ran = newslint("languagetool", *command.split())
    assert ran.status == 2 and ran.err.count("\n") == 1
    assert "no jars on this machine; fetch them with: mvn -q -f" in ran.err


def test_nothing_to_stop(nothing: Path, newslint: Callable[..., Any]) -> None:
    assert newslint("languagetool", "stop")[:2] == (0, "No LanguageTool server was running.\n")


def test_a_check_goes_on_without_it(nothing: Path, newslint: Callable[..., Any]) -> None:
    ran = newslint("check", "a.txt", "--languagetool", "http://127.0.0.1:9", "--format", "concise", "-q")
    assert ran.status == 2 and "typos/doubled-word" in ran.out
    assert ran.err == (
        "newslint: --languagetool: LanguageTool at http://127.0.0.1:9: nothing answers there; start it, or run "
        "'newslint languagetool start'\n"
    )
    (nothing / "newslint.yaml").write_text("languagetool: {server: local, on-failure: notice}\n")
    ran = newslint("check", "a.txt", "--format", "json")
    assert ran.status == 1 and "no jars on this machine" in ran.err and '"notices": ["LanguageTool: no jars' in ran.out
    assert newslint("check", "a.txt", "--languagetool", "off").err == ""


def test_what_is_no_server(nothing: Path, newslint: Callable[..., Any]) -> None:
    ran = newslint("check", "a.txt", "--languagetool", "localhost")
    assert ran.status == 2 and "'localhost' is no address of a server" in ran.err
    ran = newslint("languagetool", "start", "--memory", "lots")
    assert ran.status == 2 and "no amount of memory" in ran.err


@pytest.mark.parametrize("command", ["", "start", "stop", "status", "check"])
def test_every_help_has_examples(command: str, newslint: Callable[..., Any]) -> None:
    ran = newslint("languagetool", *command.split(), "--help")
    assert ran.status == 0 and "newslint languagetool" in ran.out and "Example" in ran.out
