"""A pack made of texts."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

PACK = "name: {name}\ndescription: For tests.\nlanguage: en\nlicence: Apache-2.0\nversion: '1'\n"


@pytest.fixture
def make_pack(tmp_path: Path) -> Callable[..., Path]:
    """Writes files into a new pack folder and gives its path."""

    def make(files: Mapping[str, str], name: str = "house") -> Path:
        folder = tmp_path / name
        for inside, text in {"pack.yaml": PACK.format(name=name), **files}.items():
            path = folder / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return folder

    return make
