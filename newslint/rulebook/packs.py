"""Packs: folders of rules and word lists, found by name or path, and the files in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.checks.parameters import ListOf, Parameter, ParameterError, Text, describe, near, read_settings
from newslint.model.records import NamedTuple
from newslint.rulebook.nodes import MAX_BYTES, Located, read_yaml
from newslint.rulebook.problems import Place, Problem, RulebookError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

GROUP = "newslint.packs"
"""Entry points that bring packs: each loads to a package whose folder is the pack, or to a path."""
MOST_IN_RULE = 2_000_000
"""Largest rule file, in bytes: some 50,000 swaps. More is slow to load for every run."""
RESERVED = "internal"
"""Group of ids that are the program's own."""

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELDS = (
    Parameter("name", Text(), "name of the pack: lower-case letters, digits and hyphens", required=True),
    Parameter("description", Text(), "what the pack is for, in a sentence"),
    Parameter("language", Text(), "language of the articles it is for: en, en-AU, en-GB, en-US ..."),
    Parameter("licence", Text(), "licence of the rules and word lists, as SPDX writes it"),
    Parameter("version", Text(), "version of the pack"),
    Parameter("requires", ListOf(Text()), "packs that have to be loaded before this one"),
)


class Wanted(NamedTuple):
    """A pack that someone asked for, by name or path, and where they asked."""

    name: str | Path
    place: Place | None = None


class Pack(NamedTuple):
    """A pack as its pack.yaml describes it. `path` is its folder, as text for people."""

    name: str
    path: str
    description: str = ""
    language: str = ""
    licence: str = ""
    version: str = ""
    requires: tuple[str, ...] = ()


class PackFile(NamedTuple):
    """A file of a pack: the id of its rule (or name of its word list) and where to read it."""

    id: str
    file: Traversable

    @property
    def path(self) -> str:
        """The path for people."""
        return str(self.file)

    def read(self, most: int = MAX_BYTES) -> Located:
        """Its YAML. Raises RulebookError, for a file that can't be opened or has more than `most` bytes too."""
        try:
            data = self.file.read_bytes()
        except OSError as error:
            raise RulebookError([Problem(self.path, 1, 1, f"can't be read: {error.strerror or error}")]) from None
        if len(data) > most:
            message = f"the file has {len(data):,} bytes, expected {most:,} at most"
            raise RulebookError([Problem(self.path, 1, 1, message, "split it into several")])
        return read_yaml(data, self.path)


class PackFiles(NamedTuple):
    """A pack, its rule files and its word lists, both in order of their paths. read: the folders that were looked
    through for them, and what describes the pack. problems: what is wrong with other files in it. dictionaries: its
    files `dictionaries/NAME.txt`."""

    pack: Pack
    rules: tuple[PackFile, ...]
    words: tuple[PackFile, ...]
    read: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    dictionaries: tuple[PackFile, ...] = ()


def built_in() -> Traversable:
    """The folder of the packs that come with newslint: inside the wheel (zipped or not), else beside the package."""
    package = Path(__file__).parent.parent
    if (package / "_rules").is_dir():
        return package / "_rules"
    if (package.parent / "rules" / "core").is_dir():
        return package.parent / "rules"
    from importlib.resources import files

    return files("newslint") / "_rules"


def built_in_packs() -> dict[str, Traversable]:
    """The built-in packs by name: core, and the styles."""
    root = built_in()
    styles = root / "styles"
    found = {f.name: f for f in styles.iterdir() if f.is_dir()} if styles.is_dir() else {}
    return {"core": root / "core", **dict(sorted(found.items()))}


def open_pack(wanted: Wanted) -> PackFiles:
    """The pack of a name (built in, else an entry point), a folder, or a single rule file.

    A text counts as a path where it holds a slash or ends in .yaml. Raises RulebookError.
    """
    name = wanted.name
    place = wanted.place or Place(str(name))
    if isinstance(name, Path) or "/" in name or "\\" in name or name.endswith((".yaml", ".yml")):
        path = Path(name)
        if path.is_file():
            return _lone(path)
        if not path.is_dir():
            raise RulebookError([Problem.at(place, f"there is no pack at '{name}'")])
        return read_pack(path, path.resolve().name)
    folder = _named(name, place)
    return read_pack(folder, name)


def _named(name: str, place: Place) -> Traversable:
    folder = built_in() / "core" if name == "core" else built_in_packs().get(name)
    if folder is not None:
        return folder
    from importlib.metadata import entry_points

    entries = entry_points(group=GROUP)
    for entry in entries.select(name=name):
        try:
            return _resource(entry.load())
        except Exception as error:
            # Whatever a plug-in's import raises, the person who named the pack is to hear of it.
            raise RulebookError([Problem.at(place, f"the pack '{name}' can't be loaded: {error}")]) from None
    known = [*built_in_packs(), *(e.name for e in entries)]
    hint = f"write './{name}' for the folder" if Path(name).exists() else near(name, known)
    raise RulebookError([Problem.at(place, f"there is no pack named '{name}'", hint)])


def _resource(target: Any) -> Traversable:
    if isinstance(target, (str, Path)):
        return Path(target)
    from importlib.resources import files

    return files(target)


def _lone(path: Path) -> PackFiles:
    """A single rule file. In a pack its id is its path there; elsewhere its folder's name is its group."""
    folder = path.resolve().parent
    for parent in (folder, *folder.parents):
        if (parent / "pack.yaml").is_file():
            pack, problems = _describe(parent / "pack.yaml", parent.name)
            if problems:
                raise RulebookError(problems)
            inside = path.resolve().relative_to(parent)
            read = (str(parent / "pack.yaml"),)
            if inside.parts[0] == "words":
                return PackFiles(pack, (), (PackFile(path.stem, path),), read)
            rule, problems = _rule_file(path, inside.as_posix())
            if rule is None:
                raise RulebookError(problems)
            return PackFiles(pack, (rule,), (), read)
    group = folder.name if _NAME.fullmatch(folder.name) and folder.name != RESERVED else "local"
    rule, problems = _rule_file(path, f"{group}/{path.name}")
    if rule is None:
        raise RulebookError(problems)
    return PackFiles(Pack("local", str(path)), (rule,), ())


def read_pack(folder: Traversable, name: str) -> PackFiles:
    """The pack of a folder; `name` is its name where it has no pack.yaml. Raises RulebookError
    where it holds nothing to use."""
    problems: list[Problem] = []
    rules: list[PackFile] = []
    words: list[PackFile] = []
    dictionaries: list[PackFile] = []
    pack = Pack(name, str(folder))
    read: list[str] = []
    for inside, file in _walk(folder, read):
        if inside == "pack.yaml":
            read.append(str(file))
            pack, more = _describe(file, name)
            problems += more
        elif inside.startswith("dictionaries/"):
            dictionaries.append(PackFile(inside.removeprefix("dictionaries/").removesuffix(".txt"), file))
        elif inside.endswith((".yaml", ".yml")):
            found, more = _rule_file(file, inside)
            problems += more
            if found:
                (words if inside.startswith("words/") else rules).append(found)
    if not rules and not words and not dictionaries:
        raise RulebookError(
            problems or [Problem(str(folder), 1, 1, "the folder holds no rule files", "expected <group>/<name>.yaml")]
        )
    return PackFiles(pack, tuple(rules), tuple(words), tuple(read), tuple(problems), tuple(dictionaries))


def _walk(
    folder: Traversable, folders: list[str], prefix: str = "", depth: int = 0
) -> Iterator[tuple[str, Traversable]]:
    """All files in a folder with their paths in it, in order; hidden ones and other packs inside are left out.
    `folders` takes the folders."""
    folders.append(str(folder))
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        name = entry.name
        if name.startswith((".", "__")):
            continue
        if name.endswith(".txt" if prefix == "dictionaries/" else (".yaml", ".yml")):
            yield prefix + name, entry
        elif depth < 8 and entry.is_dir() and not (entry / "pack.yaml").is_file():
            yield from _walk(entry, folders, f"{prefix}{name}/", depth + 1)


def _rule_file(file: Traversable, inside: str) -> tuple[PackFile | None, list[Problem]]:
    """The file with its id: its path in the pack without the suffix; a word list goes by its name alone."""
    path = str(file)
    if inside.endswith(".yml"):
        return None, [Problem(path, 1, 1, "the file's name ends in .yml, expected .yaml")]
    parts = inside.removesuffix(".yaml").split("/")
    bad = next((p for p in parts if not _NAME.fullmatch(p)), None)
    if bad is not None:
        message = f"found '{bad}' in the path, expected lower-case letters, digits and hyphens"
        return None, [Problem(path, 1, 1, message)]
    if len(parts) < 2:
        return None, [Problem(path, 1, 1, "a rule belongs in a group", f"move it to <group>/{parts[0]}.yaml")]
    if parts[0] == RESERVED:
        return None, [Problem(path, 1, 1, f"the group '{RESERVED}' is the program's own", "choose another folder")]
    return PackFile("/".join(parts[1:] if parts[0] == "words" else parts), file), []


def _describe(file: Traversable, name: str) -> tuple[Pack, list[Problem]]:
    """What a pack.yaml says."""
    path = str(file)
    fallback = Pack(name, path)
    try:
        node = PackFile("", file).read()
    except RulebookError as error:
        return fallback, list(error.problems)
    if not isinstance(node.value, dict):
        keys = ", ".join(f.name for f in _FIELDS)
        return fallback, [node.problem(f"found {describe(node.value)}, expected a mapping with the keys {keys}")]
    try:
        fields = read_settings(node.value, _FIELDS)
    except ParameterError as error:
        return fallback, [node.problem(e.message, e.path, key=e.key, hint=e.hint) for e in error.all]
    if not _NAME.fullmatch(fields.text("name")):
        message = f"found '{fields.text('name')}', expected lower-case letters, digits and hyphens"
        return fallback, [node.problem(message, ("name",))]
    texts = {k: fields.text(k) for k in ("name", "description", "language", "licence", "version")}
    return Pack(**texts, path=path.removesuffix("pack.yaml").rstrip("/\\"), requires=fields.texts("requires")), []
