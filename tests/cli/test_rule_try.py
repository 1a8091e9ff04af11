"""newslint rule try, as an editor uses it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Newslint = Callable[..., Any]


@pytest.fixture
def archive(mini: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "100")
    folder = mini / "archive"
    folder.mkdir()
    for n in range(4):
        (folder / f"{n}.txt").write_text(f"Zoo opens\n\nZebra {n} and a zebra.\n")
    return folder


def answers(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_shows_counts_and_hits_in_context(archive: Path, newslint: Newslint) -> None:
    ran = newslint("rule", "try", "words-of/zebra", "archive", "--sample", "2")
    assert ran.status == 0
    assert ran.out.startswith(
        "words-of/zebra: 4 hits in 4 of 4 articles, 142.86 per 1,000 words\nmost often: zebra (4)\n"
    )
    assert ran.out.count("^^^^^") == 2
    assert "no word for this house" in ran.out
    assert "interval" not in ran.out


def test_a_draft_by_its_path_runs_even_if_it_is_off(archive: Path, newslint: Newslint) -> None:
    file = archive.parent / "mini" / "words-of" / "zebra.yaml"
    file.write_text(file.read_text() + "status: draft\n")
    assert "4 hits" in newslint("rule", "try", "mini/words-of/zebra.yaml", "archive").out
    file.write_text(file.read_text().replace("severity", "severty"))
    ran = newslint("rule", "try", "mini/words-of/zebra.yaml", "archive")
    assert ran.status == 2
    assert "did you mean 'severity'?" in ran.err


def test_judging_gives_the_precision(archive: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "y\nn\nu\ny\ns\nn\n")
    ran = newslint("rule", "try", "words-of/zebra", "archive", "--judge")
    assert "words-of/zebra: 2 of 3 right, 67 % (95 % interval 21 to 94 %)" in ran.out
    assert "too little for error, which asks for 99 %: suggestion at most" in ran.out


def test_verdicts_are_kept_and_not_asked_for_again(
    archive: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("rule", "try", "words-of/zebra", "archive", "--judge", "--verdicts", "v.csv")
    answers(monkeypatch, "y\ny\nq\n")
    newslint(*command)
    lines = (archive.parent / "v.csv").read_text().splitlines()
    assert lines[0] == "rule,path,line,column,fingerprint,verdict"
    assert [line.rpartition(",")[2] for line in lines[1:]] == ["right", "right"]
    assert "Zebra" not in "".join(lines)
    answers(monkeypatch, "y\ny\n")
    ran = newslint(*command)
    assert "2 of the 4 were judged before." in ran.out
    assert "(2 of 2) right?" in ran.out
    assert "speaks for error; to be sure that 99 % are right, judge 381 or more (so far 4)" in ran.out


def test_a_file_that_holds_no_verdicts_is_not_written_to(archive: Path, newslint: Newslint) -> None:
    ran = newslint("rule", "try", "words-of/zebra", "archive", "--verdicts", "good.txt")
    assert ran.status == 2
    assert ran.err.startswith("newslint: good.txt: no file of verdicts")
    assert "\n" not in ran.err[:-1]


def test_keys_that_mean_nothing_ask_again_and_the_keys_are_told(
    archive: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "x\n\ny\nq\n")
    ran = newslint("rule", "try", "words-of/zebra", "archive", "--judge")
    assert "\ny right, n wrong, s skip, u take back, q stop\n" in ran.out
    assert ran.out.count("^^^^^") == 2
    assert ran.out.count("(1 of 4) right?") == 3
    assert "1 of 1 right" in ran.out


def test_lines_fit_a_narrow_terminal(archive: Path, newslint: Newslint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "48")
    answers(monkeypatch, "y\nn\n")
    ran = newslint("rule", "try", "words-of", "archive", "--judge", "--sample", "2")
    assert max(map(len, ran.out.splitlines())) <= 48
    assert "by rule: words-of/" not in ran.out
    assert "words-of/zebra: " in ran.out


def test_no_articles_and_no_hits(archive: Path, newslint: Newslint) -> None:
    assert newslint("rule", "try", "words-of/zebra", "nowhere").out == ""
    ran = newslint("rule", "try", "words-of/emu", "archive", "--judge")
    assert (ran.status, ran.out) == (0, "words-of/emu: 0 hits in 0 of 4 articles, 0.00 per 1,000 words\n")


def test_json_has_it_all(archive: Path, newslint: Newslint) -> None:
    found = json.loads(newslint("rule", "try", "words-of", "archive", "--format", "json").out)
    assert (found["hits"], found["articles"], len(found["sample"])) == (4, 4, 4)
    assert found["rules"] == ["words-of/emu", "words-of/zebra"]
    assert found["hits_by_rule"] == {"words-of/zebra": 4}
    assert newslint("rule", "try", "words-of", "archive", "--format", "json", "--judge").status == 2


def test_what_is_not_there_is_said(archive: Path, newslint: Newslint) -> None:
    ran = newslint("rule", "try", "words-of/zebr", "archive")
    assert (ran.status, ran.err) == (2, "newslint: there is no rule 'words-of/zebr': did you mean 'words-of/zebra'?\n")
    ran = newslint("rule", "try", "words-of/zebra", "nowhere")
    assert (ran.status, ran.err) == (2, "newslint: nowhere: no such file or folder\n")


def test_an_unreadable_article_does_not_stop_the_others(archive: Path, newslint: Newslint) -> None:
    (archive / "0.txt").write_bytes(b"\x00\x01\x02")
    ran = newslint("rule", "try", "words-of/zebra", "archive")
    assert ran.status == 2
    assert ran.err.startswith("newslint: archive/0.txt: ")
    assert "3 hits in 3 of 3 articles" in ran.out
