"""Rules, word lists and packs as data: YAML in, checked and typed values out."""

from __future__ import annotations

from newslint.text.lexicon import Lexicon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def rules_folder() -> Path:
    """Where the packs that come with newslint lie: inside the wheel, or beside the package in a checkout."""
    from pathlib import Path

    package = Path(__file__).resolve().parent.parent
    inside = package / "_rules"
    return inside if inside.is_dir() else package.parent / "rules"


def core_lexicon() -> Lexicon:
    """The word lists and dictionaries of the core pack. Raises RulebookError."""
    from newslint.rulebook.packs import built_in, read_pack
    from newslint.rulebook.problems import RulebookError
    from newslint.rulebook.words import WordReader

    reader = WordReader()
    files = read_pack(built_in() / "core", "core")
    reader.read(files.words, "core")
    reader.dictionaries = files.dictionaries
    if reader.problems:
        raise RulebookError(reader.problems)
    return reader.lexicon()
