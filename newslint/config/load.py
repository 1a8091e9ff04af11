"""Reads a configuration file and finds everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path as FilePath

from newslint.checks.parameters import Path, close, describe, near
from newslint.config.config import Config, Named, PathFormat, PathMetadata
from newslint.config.languagetool import ON_FAILURE, LanguageTool, is_memory, server_fault
from newslint.config.metadata import key_fault, value_fault
from newslint.config.paths import PathPatterns, fault, shown
from newslint.model import Severity
from newslint.readers.base import known_formats, knows
from newslint.rulebook.load import Override
from newslint.rulebook.nodes import Located, Merged, elements, items, read_yaml
from newslint.rulebook.problems import Place, Problem, RulebookError

LEVELS = tuple(str(s) for s in Severity)

MOST_SECONDS = 1e6

_STATUS = {"on": "live", "off": "off"}


class _Said(Located):
    """A text that stands for what is written at a place."""

    __slots__ = ("_where",)

    def __init__(self, value: str, where: Place) -> None:
        self.value = value
        self._where = where

    def place(self, path: Path = (), key: bool = False) -> Place:
        return self._where


def _is_path(pack: str) -> bool:
    """Whether a pack is named by its path, as the rulebook tells it."""
    return "/" in pack or "\\" in pack or pack.endswith((".yaml", ".yml"))


def load_config(path: str | FilePath) -> Config:
    """The configuration in a newslint.yaml, or in [tool.newslint] of a pyproject.toml.

    Raises RulebookError with all mistakes and their places.
    """
    path = FilePath(path)
    name = shown(str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RulebookError([Problem(name, 0, 0, f"cannot be read: {error.strerror}")]) from None
    if path.suffix == ".toml":
        from newslint.config.toml import read_toml

        root = read_toml(data, name, ("tool", "newslint") if path.name == "pyproject.toml" else ())
    else:
        root = read_yaml(data, name)
    return _Reading(root, path, name).config()


class _Reading:
    """The reading of one file; `problems` gathers its mistakes."""

    def __init__(self, root: Located, path: FilePath, name: str) -> None:
        self.root = root
        self.folder = path.absolute().parent
        self.name = name
        self.problems: list[Problem] = []

    def config(self) -> Config:
        """The whole configuration. Raises RulebookError."""
        values: dict[str, object] = {}
        for key, node in self.mapping(self.root):
            name = _ALIASES.get(key) or key.replace("_", "-")
            if name not in KEYS:
                self.problem(self.root.place((key,), key=True), f"unknown key '{key}'", near(name, KEYS))
            elif (field := name.replace("-", "_")) in values:
                self.problem(self.root.place((key,), key=True), f"'{key}' says again what '{name}' said")
            else:
                values[field] = KEYS[name](self, node)
        if self.problems:
            raise RulebookError(self.problems)
        return Config(path=self.name, folder=str(self.folder), **values)  # type: ignore[arg-type]

    def problem(self, place: Place, message: str, hint: str = "") -> None:
        """Remember a mistake."""
        self.problems.append(Problem.at(place, message, hint))

    def wrong(self, node: Located, expected: str) -> None:
        """Remember a value that does not fit."""
        self.problem(node.place(), f"found {describe(node.value)}, expected {expected}")

    def mapping(self, node: Located, expected: str = "a mapping") -> list[tuple[str, Located]]:
        """Keys and values; nothing at all is an empty mapping."""
        if isinstance(node.value, dict):
            return list(items(node))
        if node.value != "":
            self.wrong(node, expected)
        return []

    def named(self, node: Located) -> tuple[Named, ...]:
        """A list of texts with their places; a text stands for a list of one, nothing for none."""
        found = []
        for item in elements(node) if node.value != "" else []:
            if isinstance(item.value, str) and item.value.strip():
                found.append(Named(item.value.strip(), item.place()))
            else:
                self.wrong(item, "text")
        return tuple(found)

    def texts(self, node: Located) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(n.text for n in self.named(node))

    def patterns(self, node: Located) -> PathPatterns:
        """Path patterns."""
        found = self.named(node)
        good = []
        for pattern in found:
            if wrong := fault(pattern.text):
                self.problem(pattern.place, f"'{pattern.text}' is no path pattern: {wrong}")
            else:
                good.append(pattern.text)
        return PathPatterns(tuple(good))

    def packs(self, node: Located) -> tuple[Named, ...]:
        """Packs by name or path; a path is relative to the configuration."""
        return tuple(Named(str(self.folder / n.text), n.place) if _is_path(n.text) else n for n in self.named(node))

    def words(self, node: Located) -> tuple[Named, ...]:
        """Files of words, relative to the configuration."""
        return tuple(Named(str(self.folder / n.text), n.place) for n in self.named(node))

    def language(self, node: Located) -> str:
        """The language of articles that don't say theirs."""
        if not isinstance(node.value, str) or (amiss := value_fault("language", node.value)):
            self.problem(node.place(), amiss if isinstance(node.value, str) else "expected a language such as en-AU")
            return ""
        return node.value

    def rules(self, node: Located) -> tuple[Override, ...]:
        """Levels and keys by rule id, group or glob."""
        found = []
        for key, value in self.mapping(node, "a mapping from rules to levels"):
            values = self._setting(value)
            if values is not None:
                self._no_level(key, value)
                found.append(Override(key, values, node.place((key,), key=True)))
        return tuple(found)

    def _no_level(self, rule: str, node: Located) -> None:
        """Tell of `severity: off`, which means to say that the rule is off."""
        raw = node.value
        if isinstance(raw, dict) and raw.get("severity") in ("off", "no", "false"):
            self.problem(node.at("severity").place(), "'severity' has no level 'off'", f"write '{rule}: off'")

    def _setting(self, node: Located) -> Located | None:
        """The keys of a rule file that a setting stands for: a level and "off" stand for one."""
        raw = node.value
        if isinstance(raw, dict):
            return node
        word = {"true": "on", "yes": "on", "false": "off", "no": "off"}.get(raw, raw) if isinstance(raw, str) else ""
        if word in LEVELS:
            return Merged({"severity": node}, node.place())
        if word in _STATUS:
            return Merged({"status": _Said(_STATUS[word], node.place())}, node.place())
        hint = close(word, (*LEVELS, *_STATUS)) if word else ""
        self.problem(node.place(), f"found {describe(raw)}, expected a level, on, off, or keys of the rule", hint)
        return None

    def formats(self, node: Located) -> tuple[PathFormat, ...]:
        """Formats by path pattern."""
        found = []
        for key, value in self.mapping(node, "a mapping from path patterns to formats"):
            if wrong := fault(key):
                self.problem(node.place((key,), key=True), f"'{key}' is no path pattern: {wrong}")
            elif isinstance(value.value, str) and knows(value.value):
                found.append(PathFormat(PathPatterns((key,)), value.value))
            else:
                self.wrong(value, " or ".join(known_formats()))
        return tuple(found)

    def metadata(self, node: Located) -> tuple[PathMetadata, ...]:
        """A list of metadata, each with the `files` it is for."""
        found = []
        for entry in elements(node) if node.value != "" else []:
            files, values = PathPatterns(()), {}
            if isinstance(entry.value, dict) and "files" not in entry.value:
                self.problem(entry.place(), "no 'files' says which articles this is for", "files: '**' is all")
            for key, value in self.mapping(entry, "a mapping with 'files' and metadata such as 'section'"):
                if key == "files":
                    files = self.patterns(value)
                elif (wrong := key_fault(key))[0]:
                    message, hint = wrong
                    self.problem(entry.place((key,), key=True), message, close(key, ("files",)) or hint)
                elif not isinstance(value.value, str):
                    self.wrong(value, "text")
                elif amiss := value_fault(key, value.value):
                    self.problem(value.place(), amiss)
                else:
                    values[key] = value.value
            found.append(PathMetadata(files, values))
        return tuple(found)

    def front_matter(self, node: Located) -> dict[str, tuple[str, ...]]:
        """Keys of the front matter by what they hold."""
        from newslint.readers.markdown.front_blocks import KEYS as NAMES

        found = {}
        for key, value in self.mapping(node, "a mapping such as 'title: [headline]'"):
            if key not in NAMES:
                self.problem(node.place((key,), key=True), f"unknown name '{key}'", near(key, NAMES))
            found[key] = self.texts(value)
        return found

    def languagetool(self, node: Located) -> LanguageTool:
        """The server to ask, and how; a text stands for the server."""
        if isinstance(node.value, str):
            return LanguageTool(server=self._server(node))
        read: dict[str, Callable[[Located], object]] = {
            "server": self._server,
            "language": self._variant,
            "timeout": lambda n: self._number(n, 1, 600),
            "parallel": lambda n: int(self._number(n, 1, 32)),
            "on-failure": lambda n: self._choice(n, ON_FAILURE),
            "memory": self._memory,
            "jars": lambda n: (
                str(self.folder / str(n.value)) if isinstance(n.value, str) else self.wrong(n, "a folder")
            ),
        }
        values = {}
        for key, value in self.mapping(node, "an address, local, off, or a mapping with 'server'"):
            if key not in read:
                self.problem(node.place((key,), key=True), f"unknown key '{key}'", near(key, read))
            else:
                values[key.replace("-", "_")] = read[key](value)
        if not self.problems and "server" not in values:
            self.problem(node.place(), "no 'server' says which LanguageTool to ask", "server: local starts one")
        return LanguageTool(**values)  # type: ignore[arg-type]

    def _server(self, node: Located) -> str:
        text = str(node.value) if isinstance(node.value, str) else ""
        wrong, hint = server_fault({"false": "off", "no": "off"}.get(text, text))
        if wrong:
            self.problem(node.place(), wrong, hint)
        return {"false": "off", "no": "off"}.get(text, text)

    def _variant(self, node: Located) -> str:
        if not (isinstance(node.value, str) and re.fullmatch(r"en(-[A-Z]{2})?", node.value)):
            self.wrong(node, "a variant of English such as en-AU")
        return str(node.value)

    def _memory(self, node: Located) -> str:
        if not (isinstance(node.value, str) and is_memory(node.value)):
            self.wrong(node, "an amount of memory such as 512m or 1g")
        return str(node.value)

    def _choice(self, node: Located, choices: tuple[str, ...]) -> str:
        if node.value not in choices:
            self.wrong(node, " or ".join(choices))
        return str(node.value)

    def _number(self, node: Located, least: float, most: float) -> float:
        try:
            value = float(node.value)
        except (TypeError, ValueError):
            value = least - 1
        if not least <= value <= most:
            self.wrong(node, f"a number from {least:g} to {most:g}")
        return value

    def level(self, node: Located) -> Severity | None:
        """A level."""
        if node.value in LEVELS:
            return Severity(node.value)
        self.wrong(node, " or ".join(LEVELS))
        return None

    def seconds(self, node: Located) -> float | None:
        """A number of seconds, 0 or more."""
        try:
            if isinstance(node.value, str) and 0 <= (seconds := float(node.value)) < MOST_SECONDS:
                return seconds
        except ValueError:
            pass
        self.wrong(node, "a number of seconds such as 30, 0 for any number")
        return None


KEYS: dict[str, Callable[[_Reading, Located], object]] = {
    "packs": _Reading.packs,
    "rules": _Reading.rules,
    "select": _Reading.named,
    "ignore": _Reading.named,
    "accept": _Reading.texts,
    "files": _Reading.patterns,
    "exclude": _Reading.patterns,
    "formats": _Reading.formats,
    "metadata": _Reading.metadata,
    "front-matter": _Reading.front_matter,
    "fail-level": _Reading.level,
    "languagetool": _Reading.languagetool,
    "deadline": _Reading.seconds,
    "words": _Reading.words,
    "language": _Reading.language,
}
"""Keys of a configuration and how each is read."""

_ALIASES = {"styles": "packs"}
