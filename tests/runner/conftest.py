"""A small pack of rules of its own, so that these tests don't depend on the core rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PACK = """\
name: mini
description: Rules for tests
language: en
licence: Apache-2.0
version: "1"
"""

ZEBRA = """\
check: existence
severity: error
message: "'{match}' is no word for this house"
zones: [all]
patterns: ['\\bzebra\\b']
examples: {bad: ['a [[zebra]]'], good: ['a horse']}
"""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes files (text, or bytes) below a new current folder, which has a pack `mini` beside it."""
    pack = tmp_path / "mini"
    (pack / "words-of").mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK)
    (pack / "words-of" / "zebra.yaml").write_text(ZEBRA)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def make(**files: str | bytes) -> Path:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return make
