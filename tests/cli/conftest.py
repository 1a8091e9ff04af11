"""Running the command: in this process, or as a person would."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from newslint.cli import run


class Ran(NamedTuple):
    """What a run of the command left."""

    status: int
    out: str
    err: str


@pytest.fixture
def newslint(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs the command in this process."""

    def call(*args: str) -> Ran:
        status = run(args)
        sys.stdout.flush()
        return Ran(status, *capfd.readouterr())

    return call


@pytest.fixture
def mini(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new current folder with a small pack `mini`, whose rules flag "zebra" (error) and "emu" (suggestion, fixed)."""
    for name, text in {
        "mini/pack.yaml": "name: mini\ndescription: Rules for tests\nlanguage: en\nlicence: Apache-2.0\nversion: '1'\n",
        "mini/words-of/zebra.yaml": (
            "check: existence\nseverity: error\nmessage: \"'{match}' is no word for this house\"\nwhy: Nobody says it.\n"
            "reference: https://example.org/zebra\nzones: [all]\npatterns: ['zebra']\n"
            "examples: {bad: ['a [[zebra]]'], good: ['a horse']}\n"
        ),
        "mini/words-of/emu.yaml": (
            "check: substitution\nseverity: suggestion\nmessage: \"'{match}': write '{replacement}'\"\n"
            "swap: {emu: [bird, fowl]}\n"
            "examples: {bad: [{text: 'an [[emu]]', fix: 'an bird'}], good: ['a horse']}\n"
        ),
        "bad.txt": "Zoo opens\n\nA zebra and an emu live there.\n",
        "good.txt": "Zoo opens\n\nA horse lives there.\n",
        "soft.txt": "Zoo opens\n\nAn emu lives there.\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    (tmp_path / "newslint.yaml").write_text("packs: [./mini]\nselect: [words-of]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path
