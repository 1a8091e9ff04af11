"""Configuration files: what they give, and every mistake at its place."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from newslint.cli.init import CONFIG
from newslint.config import Config
from newslint.config.load import KEYS, load_config
from newslint.model import Severity
from newslint.rulebook.problems import RulebookError

FULL = """\
packs: [au, ./house, desk/rule.yaml]
rules:
  dates/relative: off
  honorifics/inconsistent: {severity: warning, style: mr}
  usage: suggestion
  titles/*: on
select: headline
ignore: [format, usage]
accept: [Duran Duran, no]
language: en-NZ
files: ["*.txt", "news/**"]
exclude: drafts/
formats: {"*.story": text, "*.page": html}
metadata:
  - {files: "**", language: en-AU}
  - files: [sport/**, racing/**]
    section: sport
    published: 2019-06-28
front_matter:
  title: [headline, title]
fail-level: warning
"""


def write(folder: Path, text: str, name: str = "newslint.yaml") -> Path:
    """A file with a text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def problems(path: Path) -> list[tuple[int, int, str, str]]:
    """What is wrong with a configuration."""
    with pytest.raises(RulebookError) as caught:
        load_config(path)
    assert all(p.path == str(path) for p in caught.value.problems)
    return [p[1:] for p in caught.value.problems]


def test_every_key(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, FULL))
    assert [n.text for n in config.packs] == ["au", str(tmp_path / "house"), str(tmp_path / "desk" / "rule.yaml")]
    assert [(r.rules, r.values.value) for r in config.rules] == [
        ("dates/relative", {"status": "off"}),
        ("honorifics/inconsistent", {"severity": "warning", "style": "mr"}),
        ("usage", {"severity": "suggestion"}),
        ("titles/*", {"status": "live"}),
    ]
    assert [n.text for n in config.select] == ["headline"]
    assert config.ignore[1].place[1:] == (8, 18)
    assert config.accept == ("Duran Duran", "no")
    assert config.fail_level is Severity.WARNING
    assert config.front_matter == {"title": ("headline", "title")}


def test_paths_are_relative_to_the_configuration(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, FULL))
    inside = str(tmp_path / "news" / "a.story")
    assert config.wants(inside) and config.format_of(inside) == "text"
    assert config.metadata_of(inside) == {"language": "en-AU"}
    assert config.metadata_of(str(tmp_path / "sport" / "cup.txt")) == {
        "language": "en-AU",
        "section": "sport",
        "published": "2019-06-28",
    }
    assert not config.wants(str(tmp_path / "other.md"))
    assert not config.wants(str(tmp_path / "drafts" / "a.txt"))
    assert config.format_of(str(tmp_path.parent / "a.story")) is None


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    path = write(tmp_path, "# nothing yet\n")
    assert load_config(path) == Config(str(path), str(tmp_path))


def test_it_travels_between_processes(tmp_path: Path) -> None:
    config = pickle.loads(pickle.dumps(load_config(write(tmp_path, FULL))))
    assert config.wants(str(tmp_path / "a.txt"))
    assert config.rules[0].place.line == 3


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "selct: [a]\nrules:\n  a/b: worning\n  c: [x]\nformats: {'*.foo': texty}\nfail_level: fatal\n"
        "metadata:\n  - files: a\n    section: [x]\n  - loose\naccept: {a: b}\nfail-level: error\n"
        "front-matter: {titel: headline}\n",
    )
    assert problems(path) == [
        (1, 1, "unknown key 'selct'", "did you mean 'select'?"),
        (3, 8, "found 'worning', expected a level, on, off, or keys of the rule", "did you mean 'warning'?"),
        (4, 6, "found a list, expected a level, on, off, or keys of the rule", ""),
        (5, 20, "found 'texty', expected text or markdown or html or fields", ""),
        (6, 13, "found 'fatal', expected error or warning or suggestion", ""),
        (9, 14, "found a list, expected text", ""),
        (10, 5, "found 'loose', expected a mapping with 'files' and metadata such as 'section'", ""),
        (11, 9, "found a mapping, expected text", ""),
        (12, 1, "'fail-level' says again what 'fail-level' said", ""),
        (13, 16, "unknown name 'titel'", "did you mean 'title'?"),
    ]


def test_a_severity_of_off_is_told_how_to_be_off(tmp_path: Path) -> None:
    path = write(tmp_path, "rules:\n  a/b:\n    severity: off\n  c: {severity: error}\n")
    assert problems(path) == [(3, 15, "'severity' has no level 'off'", "write 'a/b: off'")]


def test_a_file_that_is_no_mapping_or_no_yaml(tmp_path: Path) -> None:
    assert problems(write(tmp_path, "- a\n"))[0][:3] == (1, 1, "found a list, expected a mapping")
    assert problems(write(tmp_path, "rules: [a\n"))
    assert problems(tmp_path / "none.yaml")[0][2].startswith("cannot be read")


def test_a_pattern_that_is_none_has_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "exclude: [a, '[z-a]']\nformats: {'[b-a]x': text}\n")
    assert [(p[0], p[1], p[2].partition(":")[0]) for p in problems(path)] == [
        (1, 14, "'[z-a]' is no path pattern"),
        (2, 11, "'[b-a]x' is no path pattern"),
    ]


def test_metadata_that_nobody_would_find(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "metadata:\n  - {file: a, section: x}\n  - {files: b, published: 28/6/2019}\n"
        "  - {files: c, language: 'no such'}\n  - {files: d, publishd: x, x-desk: y}\n",
    )
    assert problems(path) == [
        (2, 5, "no 'files' says which articles this is for", "files: '**' is all"),
        (2, 6, "unknown metadata 'file'", "did you mean 'files'?"),
        (3, 27, "found '28/6/2019', expected a date such as 2019-06-28 or 2019-06-28T17:30:00Z", ""),
        (4, 26, "found 'no such', expected a language such as en or en-AU", ""),
        (5, 16, "unknown metadata 'publishd'", "did you mean 'published'?"),
    ]


def test_pyproject(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[project]\nname = "x"\n\n[tool.newslint]\nselect = ["a", "b"]\nrules = { "dates/relative" = false }\n'
        'fail-level = "warning"\n[[tool.newslint.metadata]]\nfiles = "x/**"\nsection = "sport"\n'
        "published = 2019-06-28\n",
        "pyproject.toml",
    )
    config = load_config(path)
    assert [n.text for n in config.select] == ["a", "b"]
    assert config.rules[0].values.value == {"status": "off"}
    assert config.metadata_of(str(tmp_path / "x" / "y.txt")) == {"section": "sport", "published": "2019-06-28"}


def test_mistakes_in_pyproject_have_places(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[tool.newslint]\nselct = ["a"]\n[tool.newslint.rules]\n"a/b" = "worning"\n[[tool.newslint.metadata]]\n'
        "files = 'a'\n[[tool.newslint.metadata]]\nsection = [1]\n",
        "pyproject.toml",
    )
    assert [(p[0], p[1]) for p in problems(path)] == [(2, 1), (4, 1), (7, 3), (8, 1)]
    assert problems(write(tmp_path, "a = \n", "pyproject.toml"))[0][:2] == (1, 5)


def test_the_file_that_init_writes_names_every_key_and_is_right(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") for line in CONFIG.splitlines() if _is_setting(line)]
    config = load_config(write(tmp_path, "\n".join(lines) + "\n"))
    assert {line.partition(":")[0] for line in lines if not line.startswith(" ")} == set(KEYS)
    assert config.metadata_of(str(tmp_path / "sport" / "a.txt"))["section"] == "sport"
    assert load_config(write(tmp_path, CONFIG)).rules == ()


def _is_setting(line: str) -> bool:
    text = line.removeprefix("# ")
    return line.startswith("# ") and (text.startswith(" ") or text.partition(":")[0] in KEYS)


def test_words_and_language(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Kowalczyk\n", encoding="utf-8")
    config = load_config(write(tmp_path, "words: own.txt\nlanguage: en-NZ\n"))
    assert [n.text for n in config.words] == [str(tmp_path / "own.txt")]
    assert config.metadata_of("a.txt") == {"language": "en-NZ"}
    wrong = problems(write(tmp_path, "words: [none.txt]\nlanguage: english!\n"))
    assert [(line, message[:18]) for line, _, message, _ in wrong] == [(2, "found 'english!', ")]
