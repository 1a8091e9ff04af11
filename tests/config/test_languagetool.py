"""What a configuration may say of LanguageTool, and its mistakes."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newslint.config import from_plain
from newslint.config.languagetool import LanguageTool, is_memory, server_fault
from newslint.config.load import load_config
from newslint.rulebook.problems import RulebookError


def load(folder: Path, text: str, name: str = "newslint.yaml") -> LanguageTool:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_config(path).languagetool


def problems(folder: Path, text: str) -> list[tuple[int, int, str]]:
    with pytest.raises(RulebookError) as caught:
        load(folder, text)
    return [(p.line, p.column, p.message) for p in caught.value.problems]


def test_off_unless_said(tmp_path: Path) -> None:
    assert load(tmp_path, "fail-level: error\n").server == "off"


@pytest.mark.parametrize("server", ["local", "off", "http://localhost:8081", "https://lt.example.org/api/v2"])
def test_one_line(server: str, tmp_path: Path) -> None:
    assert load(tmp_path, f"languagetool: {server}\n") == LanguageTool(server)


def test_every_key(tmp_path: Path) -> None:
    text = "languagetool: {server: local, language: en-AU, timeout: 2.5, parallel: 8, on-failure: notice, memory: 1g, jars: lt}\n"
    wanted = LanguageTool("local", "en-AU", 2.5, 8, "notice", "1g", str(tmp_path / "lt"))
    assert load(tmp_path, text) == wanted
    toml = (
        '[languagetool]\nserver = "local"\nlanguage = "en-AU"\ntimeout = 2.5\nparallel = 8\non-failure = "notice"\n'
        'memory = "1g"\njars = "lt"\n'
    )
    assert load(tmp_path, toml, "newslint.toml") == wanted


def test_kept_on_disk_with_the_rest(tmp_path: Path) -> None:
    (tmp_path / "newslint.yaml").write_text("languagetool: {server: local, on-failure: notice}\n")
    config = load_config(tmp_path / "newslint.yaml")
    again = from_plain(config.path, pickle.loads(pickle.dumps(config.plain())))
    assert again.languagetool == config.languagetool


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("languagetool: localhost\n", 1, 15, "no address of a server"),
        ("languagetool: http://a:b\n", 1, 15, "no address"),
        ("languagetool: {language: en-AU}\n", 1, 1, "no 'server' says"),
        ("languagetool: {server: local, lang: en}\n", 1, 31, "unknown key 'lang'"),
        ("languagetool: {server: local, language: fr}\n", 1, 41, "a variant of English"),
        ("languagetool: {server: local, timeout: 0}\n", 1, 40, "a number from 1 to 600"),
        ("languagetool: {server: local, parallel: many}\n", 1, 41, "a number from 1 to 32"),
        ("languagetool: {server: local, on-failure: die}\n", 1, 43, "error or notice"),
        ("languagetool: {server: local, memory: lots}\n", 1, 39, "an amount of memory"),
        ("languagetool: [local]\n", 1, 15, "expected an address"),
    ],
)
def test_mistakes_have_places(text: str, line: int, column: int, said: str, tmp_path: Path) -> None:
    ((found_line, found_column, message),) = problems(tmp_path, text)
    assert (found_line, said in message) == (line, True), message
    assert found_column == column or said.startswith("no 'server'")


@pytest.mark.parametrize(
    "text", ["", "x", "ftp://a", "http://", "http://a:99999", "http://u@a", "http://a?b=c", "http://[::"]
)
def test_no_servers(text: str) -> None:
    assert server_fault(text)[0]


def test_amounts_of_memory() -> None:
    assert is_memory("512m") and is_memory("1G")
    assert not any(map(is_memory, ["", "m", "0m", "512", "1.5g", "-1m", "٣m"]))
