"""Verdicts on what is reported on published articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import clean


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two sources with an article each: two errors in one, none in the other."""
    folder = tmp_path / "articles"
    for name, text in {
        "east/a.txt": "Zoo opens\n\nThe the zoo was was open.\n",
        "west/b.txt": "Zoo\n\nAll fine.\n",
    }.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text)
    return folder


def test_what_is_unread_is_written_and_what_was_read_is_kept(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "verdicts.csv"
    call = [str(articles), "--verdicts", str(file)]
    assert clean.main([*call, "--unread", "--write"]) == 0
    assert "east/a.txt:3:1 error typos/doubled-word" in capsys.readouterr().out
    rows = file.read_text().splitlines()
    assert rows == [
        "file,line,column,rule,verdict",
        "east/a.txt,3,1,typos/doubled-word,",
        "east/a.txt,3,13,typos/doubled-word,",
    ]
    file.write_text("\n".join([rows[0], rows[1] + "right", rows[2] + "wrong"]) + "\n")
    clean.main([*call, "--write"])
    assert file.read_text().splitlines()[1:] == [rows[1] + "right", rows[2] + "wrong"]
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["error", "2", "1", "0", "1", "0", "50", "50.00", "181.82"] in lines
    assert ["east,", "error", "2", "1", "0", "1", "0", "50", "100.00", "250.00"] in lines
    assert ["west,", "error", "0", "0", "0", "0", "0", "0.00", "0.00"] in lines


def test_a_sample_is_the_same_each_time() -> None:
    found = [clean.Found(clean.Place("a", i, 1, "a/b"), "warning" if i % 3 else "error", "") for i in range(90)]
    some = clean.sampled(found, 20)
    assert some == clean.sampled(found, 20)
    assert sum(f.level == "warning" for f in some) == 20
    assert sum(f.level == "error" for f in some) == 30
