"""The hook, as pre-commit itself runs it in somebody's repository."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

Call = Callable[..., subprocess.CompletedProcess[str]]


def git(*args: str, cwd: Path, call: Call) -> None:
    """Runs git as nobody in particular."""
    done = call("git", "-c", "user.name=newslint tests", "-c", "user.email=tests@localhost", *args, cwd=cwd)
    assert done.returncode == 0, done.stderr


def test_try_repo(project: Path, tmp_path: Path, call: Call) -> None:
    hooks, work = tmp_path / "hooks", tmp_path / "work"
    (work / "articles").mkdir(parents=True)
    shutil.copytree(project, hooks)
    for folder in (hooks, work):
        git("init", "-q", cwd=folder, call=call)
    git("add", "-A", cwd=hooks, call=call)
    git("commit", "-q", "-m", "newslint", cwd=hooks, call=call)
    (work / "articles" / "good.md").write_text("---\ntitle: Bridge opens\n---\n\nThe bridge was closed for a day.\n")
    (work / "articles" / "bad.md").write_text("---\ntitle: Bridge opens\n---\n\nThe bridge was was closed for a day.\n")
    (work / "README.md").write_text("# The the articles\n")
    (work / "LICENSE").write_text("Do what you you like.\n")
    (work / "newslint.yaml").write_text("exclude: [README.md]\n")
    git("add", "-A", cwd=work, call=call)

    def hook(*files: str) -> subprocess.CompletedProcess[str]:
        chosen = ["--files", *files] if files else ["--all-files"]
        env = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
        command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "newslint", "--verbose", *chosen]
        return call(*command, cwd=work, env=env)

    done = hook()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "articles/bad.md:5:12: error typos/doubled-word" in done.stdout
    assert "1 must be fixed in 2 files." in done.stdout
    done = hook("articles/good.md", "README.md")
    assert done.returncode == 0, done.stdout + done.stderr
