"""What a configuration says, once it is read and checked."""

from __future__ import annotations

import os
from collections.abc import Mapping

from newslint.config.languagetool import LanguageTool
from newslint.config.paths import PathPatterns
from newslint.model import Severity
from newslint.model.records import NamedTuple
from newslint.rulebook.problems import Place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.rulebook.load import Override

NO_PATTERNS = PathPatterns(())


class Named(NamedTuple):
    """A text of the configuration and its place there, for later complaints."""

    text: str
    place: Place


class PathMetadata(NamedTuple):
    """Metadata for the articles whose paths fit."""

    files: PathPatterns
    values: Mapping[str, str]


class PathFormat(NamedTuple):
    """The format of the articles whose paths fit."""

    files: PathPatterns
    format: str


class Config(NamedTuple):
    """A resolved configuration; the defaults are what newslint does without one.

    path: the file it came from, "" for none. folder: what its path patterns are relative to. packs: packs to load
    after the core pack, by name or path. rules: what it changes in rules. files, exclude: which articles it wants; no
    `files` stands for all. accept: words and names that are right in this house. front_matter: metadata name -> keys
    of the front matter. languagetool: which LanguageTool server to ask. deadline: seconds for one article, 0 for any
    number, None for the usual. words: files of the paper's own words, by absolute path. language: of articles that
    don't say theirs. partial: it was read from plain values, without `packs`, `rules`, `select`, `ignore` and `words`.
    """

    path: str = ""
    folder: str = ""
    packs: tuple[Named, ...] = ()
    rules: tuple[Override, ...] = ()
    select: tuple[Named, ...] = ()
    ignore: tuple[Named, ...] = ()
    accept: tuple[str, ...] = ()
    files: PathPatterns = NO_PATTERNS
    exclude: PathPatterns = NO_PATTERNS
    formats: tuple[PathFormat, ...] = ()
    metadata: tuple[PathMetadata, ...] = ()
    front_matter: Mapping[str, tuple[str, ...]] = {}
    fail_level: Severity | None = None
    languagetool: LanguageTool = LanguageTool()
    deadline: float | None = None
    words: tuple[Named, ...] = ()
    language: str = ""
    partial: bool = False

    @property
    def full_path(self) -> str:
        """The absolute path of its file, "" where it came from no file."""
        return os.path.join(self.folder, os.path.basename(self.path)) if self.path else ""

    def relative(self, path: str) -> str | None:
        """A path as the configuration's patterns see it ("news/a.txt"), or None outside its folder."""
        full, above = os.path.abspath(path), os.path.join(self.folder, "")
        if not self.folder or not full.startswith(above):
            return None
        return full[len(above) :].replace(os.sep, "/")

    def wants(self, path: str) -> bool:
        """Whether the article at a path is to be checked, as far as `files` and `exclude` say."""
        if not (self.files or self.exclude) or (inside := self.relative(path)) is None:
            return True
        return not self.exclude.match(inside) and (not self.files or self.files.match(inside))

    def format_of(self, path: str) -> str | None:
        """The format that the configuration gives a path, or None."""
        if not self.formats or (inside := self.relative(path)) is None:
            return None
        return next((f.format for f in self.formats if f.files.match(inside)), None)

    def metadata_of(self, path: str) -> dict[str, str]:
        """The metadata that the configuration gives a path; later entries are stronger."""
        values: dict[str, str] = {"language": self.language} if self.language else {}
        if not self.metadata or (inside := self.relative(path)) is None:
            return values
        for entry in self.metadata:
            if entry.files.match(inside):
                values |= entry.values
        return values

    def plain(self) -> object:
        """What the articles need of it, as plain values."""
        return (
            self.folder,
            self.accept,
            self.files.patterns,
            self.exclude.patterns,
            [(f.files.patterns, f.format) for f in self.formats],
            [(m.files.patterns, dict(m.values)) for m in self.metadata],
            dict(self.front_matter),
            str(self.fail_level or ""),
            tuple(self.languagetool),
            self.deadline,
            self.language,
        )


def from_plain(path: str, values: Any) -> Config:
    """The configuration of such values; `path` as for Config."""
    folder, accept, files, exclude, formats, metadata, front_matter, level, languagetool, deadline, language = values
    return Config(
        path,
        folder,
        accept=accept,
        files=PathPatterns(files),
        exclude=PathPatterns(exclude),
        formats=tuple(PathFormat(PathPatterns(patterns), format) for patterns, format in formats),
        metadata=tuple(PathMetadata(PathPatterns(patterns), given) for patterns, given in metadata),
        front_matter=front_matter,
        fail_level=Severity(level) if level else None,
        languagetool=LanguageTool(*languagetool),
        deadline=deadline,
        language=language,
        partial=True,
    )
