"""The paper's own words, from the files that a configuration names."""

from __future__ import annotations

import os
from pathlib import Path

from newslint.model import ReadError, Report
from newslint.runner import Request, run

ARTICLE = "Ferry sinks\n\nThe blorptastic captain was a ferociuos man, said Ms Kowalzcyk.\n"


def itself(report: Report) -> Report:
    """What a run is to make of a report."""
    return report


def found(folder: Path) -> list[tuple[str, str]]:
    """What the spelling rules say of the article: the word, and the fix."""
    (report,) = run(Request(paths=(str(folder / "a.txt"),), select=("spelling",)), itself)
    assert isinstance(report, Report)
    return [(d.match, d.fixes[0].edits[0].text) for d in report.diagnostics]


def test_one_line_adds_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    config, own = tmp_path / "newslint.yaml", tmp_path / "own.txt"
    config.write_text("words: [own.txt]\n", encoding="utf-8")
    own.write_text("# names\nAnna Kowalczyk\n", encoding="utf-8")
    assert found(tmp_path) == [("ferociuos", "ferocious"), ("Kowalzcyk", "Kowalczyk")]
    # The second time from the compiled rules, which must not outlive the file of words.
    assert found(tmp_path) == [("ferociuos", "ferocious"), ("Kowalzcyk", "Kowalczyk")]
    own.write_text("# names\nAnna Kowalczyk\nferociuos\n", encoding="utf-8")
    os.utime(own, (1, 1))
    assert found(tmp_path) == [("Kowalzcyk", "Kowalczyk")]


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "newslint.yaml").write_text("words: [own.txt]\n", encoding="utf-8")
    own = tmp_path / "own.txt"
    for data, reason in ((b"\xff\xfe\x00\xd8", "it is not UTF-8"), (None, "No such file")):
        own.unlink(missing_ok=True)
        if data:
            own.write_bytes(data)
        (error,) = run(Request(paths=(str(tmp_path / "a.txt"),)), itself)
        assert isinstance(error, ReadError)
        assert (Path(error.path).name, error.line, error.column) == ("newslint.yaml", 1, 9)
        assert reason in error.message


def test_of_two_spellings_of_a_name_the_own_one_is_right(tmp_path: Path) -> None:
    text = "Ferry sinks\n\nMs Kowalzcyk spoke. Later Ms Kowalzcyk left. It was the day that Anna Kowalczyk came.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "own.txt").write_text("Kowalczyk\n", encoding="utf-8")
    (tmp_path / "newslint.yaml").write_text("words: [own.txt]\n", encoding="utf-8")
    (report,) = run(Request(paths=(str(tmp_path / "a.txt"),), select=("names/spelling",)), itself)
    assert isinstance(report, Report)
    assert [(d.match, d.fixes[0].edits[0].text) for d in report.diagnostics] == [("Kowalzcyk", "Kowalczyk")] * 2
