"""Which configuration governs a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.config import DEFAULT, Configs
from newslint.rulebook.problems import RulebookError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with a folder of its own settings, below a folder that has some too."""
    for name, text in {
        "newslint.yaml": "accept: outside",
        "repo/.git/HEAD": "",
        "repo/newslint.yaml": "accept: repo",
        "repo/desk/newslint.yml": "accept: desk",
        "repo/desk/deep/er/a.txt": "",
        "repo/plain/pyproject.toml": "[project]\nname = 'x'\n",
        "repo/toml/pyproject.toml": "[tool.newslint]\naccept = 'toml'\n",
        "repo/both/pyproject.toml": "[tool.newslint]\naccept = 'toml'\n",
        "repo/both/newslint.yaml": "accept: yaml",
        "bare/.git/HEAD": "",
        "bare/in/a.txt": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "accept"),
    [
        ("a.txt", "outside"),
        ("repo/a.txt", "repo"),
        ("repo/desk/deep/er/a.txt", "desk"),
        ("repo/plain/a.txt", "repo"),
        ("repo/toml/a.txt", "toml"),
        ("repo/both/a.txt", "yaml"),
        ("repo/not/there/yet/a.txt", "repo"),
    ],
)
def test_the_nearest_wins(tree: Path, file: str, accept: str) -> None:
    assert Configs().of_file(str(tree / file)).accept == (accept,)


def test_nothing_outside_a_repository_governs_what_is_in_it(tree: Path) -> None:
    assert Configs().of_file(str(tree / "bare/in/a.txt")) == DEFAULT


def test_relative_paths(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tree / "repo" / "desk")
    config = Configs().of_file("deep/a.txt")
    assert (config.accept, config.path) == (("desk",), "newslint.yml")


def test_a_fixed_one_governs_all(tree: Path) -> None:
    assert Configs(DEFAULT).of_file(str(tree / "repo/a.txt")) is DEFAULT


def test_a_faulty_one_is_reported_for_every_file_below(tree: Path) -> None:
    (tree / "repo/desk/newslint.yml").write_text("nope: 1")
    configs = Configs()
    for file in ("repo/desk/a.txt", "repo/desk/deep/er/a.txt", "repo/desk/a.txt"):
        with pytest.raises(RulebookError, match="unknown key 'nope'"):
            configs.of_file(str(tree / file))
    assert configs.of_file(str(tree / "repo/a.txt")).accept == ("repo",)
