"""A copy of the project, and environments to install it in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARTS = (
    "integrations",
    "newslint",
    "rules",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    ".pre-commit-hooks.yaml",
)


def call(*args: str | Path, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs a command that knows nothing of this checkout."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "GIT_", "COV_"))}
    return subprocess.run([*map(str, args)], cwd=cwd, env=plain | (env or {}), capture_output=True, text=True)


def succeed(*args: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Runs a command that must end well, and gives its output."""
    done = call(*args, cwd=cwd, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session", name="call")
def call_fixture() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a command that knows nothing of this checkout."""
    return call


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is built and installed of the project, in a folder of its own."""
    folder = tmp_path_factory.mktemp("project")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def built(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel that was built from it."""
    out = tmp_path_factory.mktemp("dist")
    succeed(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, cwd=project)
    return out


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Makes an empty environment, installs something in it by pip, and gives its folder of programs."""

    def make(*install: str | Path) -> Path:
        folder = tmp_path_factory.mktemp("env")
        succeed(sys.executable, "-m", "venv", folder, cwd=folder)
        programs = folder / ("Scripts" if os.name == "nt" else "bin")
        succeed(programs / "python", "-m", "pip", "install", "-q", *install, cwd=folder)
        return programs

    return make
