"""The library's face."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import newslint
from newslint import RulebookError, Severity, UnknownFormat, Unreadable, Verdict, apply_edits, lint

TEXT = "Bridge opens\n\nThe bridge marked its one-year anniversary on Monday.\n"


def test_a_text() -> None:
    report = lint(TEXT, select=["usage"])
    (finding,) = report
    assert finding.rule == "usage/anniversary"
    assert finding.match == report.source.text[slice(*finding.span)] == "one-year anniversary"
    assert report.source.position(finding.span.start) == (3, 23)
    assert "its first anniversary on" in apply_edits(TEXT, finding.fixes[0].edits)
    assert report.verdict is Verdict.WARN
    assert report.count(Severity.WARNING) == len(report) == 1


def test_a_report_has_what_json_has(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    command = [sys.executable, "-m", "newslint", "check", str(path), "--no-config", "--format", "json"]
    run = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)
    assert lint(path).as_dict() == run["files"][0]


def test_a_str_is_text_even_if_it_looks_like_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    assert len(lint("a.txt", select=["usage"])) == 0
    assert len(lint(Path("a.txt"), select=["usage"])) == 1


def test_formats(tmp_path: Path) -> None:
    html = "<p>The one-year <b>anni</b>versary.</p>"
    assert lint(html, format="html", select=["usage"]).diagnostics[0].span == (7, 34)
    with pytest.raises(UnknownFormat):
        lint("x", format="word")
    (tmp_path / "a.foo").write_text("x")
    with pytest.raises(UnknownFormat, match=r"unknown suffix \.foo; name its format$"):
        lint(tmp_path / "a.foo")
    with pytest.raises(FileNotFoundError):
        lint(Path("/nope"))
    with pytest.raises(FileNotFoundError):
        lint(Path("none.txt"))


def test_fields_say_their_part() -> None:
    article = {"headline": "Bridge opens", "body": {"format": "html", "text": "<p>Its one-year anniversary.</p>"}}
    (finding,) = lint(article, select=["usage"])
    assert finding.part == "body"
    assert finding.part_span == (7, 27)
    with pytest.raises(UnknownFormat):
        lint(article, format="html")


def test_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a\0b")
    with pytest.raises(Unreadable, match="NUL byte at offset 1"):
        lint(tmp_path / "a.txt")


def test_configuration_is_used_only_when_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config = tmp_path / "newslint.yaml"
    config.write_text("select: [usage]\nrules: {usage/anniversary: error}\n")
    assert lint(TEXT, select=["usage"]).verdict is Verdict.WARN
    assert lint(TEXT, config=config).verdict is Verdict.BLOCK
    (tmp_path / "bad.yaml").write_text("slect: x\n")
    with pytest.raises(RulebookError, match="did you mean 'select'"):
        lint(TEXT, config="bad.yaml")


def test_mistaken_names_are_refused() -> None:
    with pytest.raises(RulebookError, match="there is no rule 'usag'"):
        lint(TEXT, select=["usag"])
    with pytest.raises(TypeError):
        lint(TEXT, select="usage")
    with pytest.raises(ValueError, match="fatal"):
        lint(TEXT, fail_level="fatal")


@pytest.mark.parametrize("article", [b"x", None, ["a"], 3])
def test_what_is_no_article(article: object) -> None:
    with pytest.raises(TypeError, match="an article is a text"):
        lint(article)  # type: ignore[arg-type]


def test_metadata_is_looked_at() -> None:
    with pytest.raises(TypeError, match="not 3 for 'section'"):
        lint(TEXT, metadata={"section": 3})  # type: ignore[dict-item]
    for key, value in {"published": "28/6/2019", "publishd": "2019-06-28", "language": "kling_on"}.items():
        with pytest.raises(ValueError, match="metadata"):
            lint(TEXT, metadata={key: value})


def test_messages_do_not_speak_of_flags() -> None:
    for options in ({"select": ["nope"]}, {"ignore": ["nope"]}, {"packs": ["nope"]}):
        with pytest.raises(RulebookError) as caught:
            lint(TEXT, **options)  # type: ignore[arg-type]
        assert "--" not in str(caught.value)


def test_threads_share_it() -> None:
    with ThreadPoolExecutor(4) as pool:
        spans = {r.diagnostics[0].span for r in pool.map(lambda _: lint(TEXT, select=["usage"]), range(20))}
    assert len(spans) == 1


def test_importing_costs_nothing() -> None:
    code = "import sys, newslint; print([m for m in sys.modules if m.startswith(('newslint.', 'yaml', 'click'))])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"


def test_every_public_name_is_there() -> None:
    assert all(getattr(newslint, name) for name in newslint.__all__)
    with pytest.raises(AttributeError):
        _ = newslint.nothing  # type: ignore[attr-defined]
    assert os.path.exists(os.path.join(os.path.dirname(newslint.__file__), "py.typed"))
