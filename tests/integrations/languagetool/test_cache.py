"""Answers that are known: in memory and on disk, between processes, and whatever state the file is in."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.integrations.languagetool.answers import Match
from newslint.integrations.languagetool.cache import Answers

MATCH = Match(0, 3, "R", "TYPOS", "misspelling", "m \U0001f600", ("the",), "about", "https://example.org")


def test_kept_on_disk(cache_folder: Path) -> None:
    key = Answers.key("a", "teh")
    Answers().keep({key: (MATCH,), Answers.key("a", "fine"): ()})
    found = Answers().find([key, Answers.key("a", "fine"), Answers.key("b", "teh")])
    assert found == {key: (MATCH,), Answers.key("a", "fine"): ()}


def test_settings_and_text_part_keys() -> None:
    assert Answers.key("en-GB", "a") != Answers.key("en-US", "a") != Answers.key("en-US", "b")


@given(st.text())
def test_every_text_has_a_key(text: str) -> None:
    assert len(Answers.key("x", text)) == 16


def test_a_file_that_is_no_database_is_made_anew(cache_folder: Path) -> None:
    cache_folder.mkdir()
    (cache_folder / "languagetool.sqlite").write_bytes(b"not a database, and long enough to be looked at" * 99)
    Answers().keep({b"k": (MATCH,)})
    assert Answers().find([b"k"]) == {b"k": (MATCH,)}


def test_rows_of_another_shape_are_not_used(cache_folder: Path) -> None:
    answers = Answers()
    answers.keep({b"k": (MATCH,)})
    assert answers._file is not None
    answers._file.execute("UPDATE answers SET matches = '[[1, 2]]'")
    answers._file.commit()
    answers.close()
    assert Answers().find([b"k"]) == {}


def test_without_a_place_to_write_there_is_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    answers = Answers()
    answers.keep({b"k": (MATCH,)})
    assert answers.find([b"k"]) == {b"k": (MATCH,)}


def test_two_at_once(cache_folder: Path) -> None:
    def work(name: str) -> None:
        answers = Answers()
        for i in range(20):
            answers.keep({f"{name}{i}".encode(): (MATCH,)})

    threads = [threading.Thread(target=work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wanted = [f"{name}{i}".encode() for name in "abcd" for i in range(20)]
    assert len(Answers().find(wanted)) == 80
