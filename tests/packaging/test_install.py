"""What is built runs where it is installed, rules and all."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

Call = Callable[..., subprocess.CompletedProcess[str]]
BAD = "Bridge opens\n\nThe bridge was was closed for a day.\n\nTwitter Facebook Reddit Email\n"
GOOD = "Bridge opens\n\nThe bridge was closed for a day.\n"


def works(newslint: list[str | Path], folder: Path, call: Call, env: dict[str, str] | None = None) -> str:
    """Check a bad and a good article with a program, and give where a rule's file is."""
    (folder / "bad.txt").write_text(BAD)
    (folder / "good.txt").write_text(GOOD)
    done = call(*newslint, "check", "bad.txt", "good.txt", "--format", "json", cwd=folder, env=env)
    assert done.returncode == 1, done.stdout + done.stderr
    bad, good = json.loads(done.stdout)["files"]
    assert {"typos/doubled-word", "leftovers/share-text"} <= {d["rule"] for d in bad["diagnostics"]}
    assert good["diagnostics"] == []
    done = call(*newslint, "explain", "typos/doubled-word", cwd=folder, env={"COLUMNS": "100"} | (env or {}))
    assert done.returncode == 0, done.stderr
    return "".join(done.stdout.partition("File:")[2].partition("Parameters")[0].split())


def test_a_wheel_in_an_empty_environment(
    built: Path, environment: Callable[..., Path], tmp_path: Path, call: Call
) -> None:
    (wheel,) = built.glob("*.whl")
    programs = environment(wheel)
    where = works([programs / "newslint"], tmp_path, call)
    assert "_rules" in where and "site-packages" in where
    # The same wheel as it is, unzipped by nobody; what it needs is installed.
    done = call(programs / "python", "-m", "pip", "uninstall", "-q", "-y", "newslint", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    where = works([programs / "python", "-m", "newslint"], tmp_path, call, env={"PYTHONPATH": str(wheel)})
    assert f"{wheel.name}/newslint/_rules" in where


def test_an_editable_install(project: Path, environment: Callable[..., Path], tmp_path: Path, call: Call) -> None:
    checkout = tmp_path / "checkout"
    shutil.copytree(project, checkout)
    programs = environment("-e", checkout)
    where = works([programs / "newslint"], tmp_path, call)
    assert str(Path("checkout", "rules", "core")) in where
    (checkout / "rules" / "core" / "typos" / "zebra.yaml").write_text(
        "check: existence\nseverity: error\nmessage: zebra\npatterns: [zebra]\n"
        "examples: {bad: ['a [[zebra]]'], good: ['a horse']}\n"
    )
    done = call(programs / "newslint", "rule", "test", "typos/zebra", cwd=tmp_path)
    assert done.stdout == "The examples of 1 rule hold.\n"


def test_the_wheel_holds_every_rule_and_its_types(built: Path, project: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    # Rules, word lists, dictionaries, and the licence of what is not ours.
    for path in filter(Path.is_file, (project / "rules").rglob("*")):
        assert f"newslint/_rules/{path.relative_to(project / 'rules').as_posix()}" in names
    assert "newslint/py.typed" in names
    assert not [n for n in names if n.startswith(("tests/", "seeds/", "rules/"))]
