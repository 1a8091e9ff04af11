"""Path patterns as .gitignore writes them."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class PathPatterns:
    """Patterns such as "sport/**" or "*.html"; the last one that fits decides, and "!" turns one round.

    They follow https://git-scm.com/docs/gitignore#_pattern_format: a pattern without a slash fits in every folder.
    """

    __slots__ = ("_spec", "patterns")

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self.patterns = patterns
        self._spec: GitIgnoreSpec | None = None

    def __bool__(self) -> bool:
        return bool(self.patterns)

    def __reduce__(self) -> tuple[type[PathPatterns], tuple[tuple[str, ...]]]:
        return PathPatterns, (self.patterns,)

    def decide(self, path: str) -> bool | None:
        """True or False where a pattern speaks of the path, else None. A folder's path ends with "/"."""
        if self._spec is None:
            # pathspec costs 70 ms to import: only where there are patterns.
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(map(_encodable, self.patterns))
        return self._spec.check_file(_encodable(path)).include

    def match(self, path: str) -> bool:
        """Whether the patterns fit a path (with "/" between its parts)."""
        return bool(self.patterns) and bool(self.decide(path))


def fault(*patterns: str) -> str:
    """What is wrong with patterns, "" for nothing."""
    try:
        PathPatterns(patterns).match("a")
    except Exception as error:
        # pathspec hands on whatever the regex engine at hand raises ("[z-a]"), and that is no ValueError.
        return " ".join(str(error).split()).partition(" at position")[0] or "not understood"
    return ""


def _encodable(text: str) -> str:
    """A path or pattern without lone surrogates (bytes of a name that is not UTF-8): not every regex engine bears
    them."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def shown(path: str) -> str:
    """A path as people see it: from the current folder, where it lies below."""
    here = os.path.join(os.getcwd(), "")
    return path[len(here) :] if path.startswith(here) else path
