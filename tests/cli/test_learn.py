"""newslint learn, as an editor uses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Newslint = Callable[..., Any]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "archive" / "news"
    folder.mkdir(parents=True)
    for n in range(9):
        (folder / f"{n}.txt").write_text("Ferry late\n\nThe adviser of the centre met an adviser of ours.\n")
    (folder / "9.txt").write_text("Mill opens\n\nThe advisor came at noon.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def test_says_how_the_house_writes(archive: Path, newslint: Newslint) -> None:
    ran = newslint("learn", "archive", "--no-config", "--least", "5")
    assert ran.status == 0
    assert ran.out.startswith("10 articles read.\n\nThe house writes\n")
    assert any(
        line.split() == ["adviser", "95", "%", "adviser", "18,", "advisor", "1"] for line in ran.out.splitlines()
    )
    assert any(line.split() == ["centre", "100", "%", "centre", "9,", "center", "0"] for line in ran.out.splitlines())


def test_json_has_the_same(archive: Path, newslint: Newslint) -> None:
    found = json.loads(newslint("learn", "archive", "--no-config", "--least", "5", "--format", "json").out)
    habit = next(h for h in found["habits"] if h["topic"] == "adviser | advisor")
    assert habit["forms"] == [
        {"form": "adviser", "uses": 18, "as": "adviser"},
        {"form": "advisor", "uses": 1, "as": "advisor"},
    ]
    assert habit["settled"] is True


def test_writes_a_pack_that_can_be_tried(archive: Path, newslint: Newslint) -> None:
    ran = newslint("learn", "archive", "--no-config", "--least", "5", "--write", "house")
    assert "house has 1 draft rule;" in ran.err
    assert newslint("rule", "test", "house").out == "The examples of 1 rule hold.\n"
    tried = newslint("rule", "try", "house/consistency/spelling-house.yaml", "archive")
    assert "1 hit in 1 of 10 articles" in tried.out
    again = newslint("learn", "archive", "--no-config", "--write", "house")
    assert (again.status, "house is there already" in again.err) == (2, True)


def test_a_small_archive_says_so(archive: Path, newslint: Newslint) -> None:
    assert "Nothing stands 500 times" in newslint("learn", "archive", "--no-config", "--least", "500").out
    (archive / "empty").mkdir()
    ran = newslint("learn", "empty", "--no-config")
    assert (ran.status, ran.out, "no articles in empty" in ran.err) == (2, "", True)
    ran = newslint("learn", "nowhere", "--no-config")
    assert (ran.status, ran.out, ran.err) == (2, "", "newslint: nowhere: no such file or folder\n")


def test_what_is_no_article_is_said_and_the_rest_read(archive: Path, newslint: Newslint) -> None:
    (archive / "archive" / "picture.jpg").write_bytes(b"\xff\xd8")
    (archive / "archive" / "binary.txt").write_bytes(b"\x00\x01")
    (archive / "archive" / "latin.txt").write_bytes(b"Caf\xe9 opens\n\nThe adviser\x92s caf\xe9.\n")
    ran = newslint("learn", "archive", "--no-config", "--least", "5")
    assert ran.status == 2
    assert ran.err == "newslint: archive/binary.txt: not text: NUL byte at offset 0\n"
    assert ran.out.startswith("11 articles read.")
    assert any(line.split()[:5] == ["adviser", "95", "%", "adviser", "19,"] for line in ran.out.splitlines())
