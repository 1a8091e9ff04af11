"""Rules, word lists and packs as data: YAML in, checked and typed values out."""

from __future__ import annotations

from pathlib import Path

from newslint.text.lexicon import Lexicon


def rules_folder() -> Path:
    """Where the packs that come with newslint lie: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def core_lexicon() -> Lexicon:
    """The word lists of the core pack."""
    from newslint.rulebook.words import load_words

    return load_words(rules_folder() / "core" / "words")
