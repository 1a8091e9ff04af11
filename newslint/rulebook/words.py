"""Word lists of a pack: `words/*.yaml` into a Lexicon."""

from __future__ import annotations

from pathlib import Path

import yaml

from newslint.text.lexicon import Lexicon, WordList

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def load_words(folder: Path) -> Lexicon:
    """The lexicon of a folder of word-list files; the name of a list is its file's."""
    lists = {}
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), _LOADER)
        words = data["words"]
        entries = words if isinstance(words, dict) else {w: {} for w in words}
        lists[path.stem] = WordList(path.stem, entries)
    return Lexicon(lists)
