"""Loads packs into a Rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from newslint.checks.parameters import describe, near
from newslint.checks.registry import check_kind
from newslint.model.records import NamedTuple
from newslint.rulebook.conflicts import settle, undone_swaps
from newslint.rulebook.extend import overlay
from newslint.rulebook.nodes import Located
from newslint.rulebook.packs import MOST_IN_RULE, Pack, PackFiles, Wanted, built_in, open_pack
from newslint.rulebook.patterns import refused
from newslint.rulebook.problems import Place, Problem, RulebookError
from newslint.rulebook.rule import Rule
from newslint.rulebook.rulefile import COMMON_KEYS, RuleReader
from newslint.rulebook.words import WordReader
from newslint.text.lexicon import Lexicon


class Override(NamedTuple):
    """Keys that a configuration puts in place of a rule's own (`+key` and `-key` as in a rule that extends another).

    rules: an id, a group ("leftovers") or a glob ("spelling/*"). place: where the configuration names them.
    """

    rules: str
    values: Located
    place: Place


class Rulebook:
    """The rules of some packs by id, in the order of their ids, and the lexicon of their word lists.

    read: paths of the files they came from, and of the folders that these were found in.
    """

    __slots__ = ("_nodes", "lexicon", "packs", "read", "rules")

    def __init__(
        self,
        rules: Iterable[Rule],
        lexicon: Lexicon,
        packs: Iterable[Pack],
        nodes: Mapping[str, Located] | None = None,
        read: Iterable[str] = (),
    ) -> None:
        """`nodes`: what the rules' files say, by id, to tell places of mistakes that come to light later."""
        self.rules = {rule.id: rule for rule in sorted(rules, key=lambda r: r.id)}
        self.lexicon = lexicon
        self.packs = tuple(packs)
        self._nodes = dict(nodes or {})
        self.read = tuple(read)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def __len__(self) -> int:
        return len(self.rules)

    def __getitem__(self, id: str) -> Rule:
        return self.rules[id]

    def __contains__(self, id: object) -> bool:
        return id in self.rules

    def select(self, pattern: str) -> list[Rule]:
        """The rules of an id, a group or a glob."""
        return [rule for id, rule in self.rules.items() if fits(id, pattern)]

    def pattern_problems(self, rules: Iterable[Rule] | None = None) -> list[Problem]:
        """Patterns of some rules (of all that are not off) that the matcher refuses. Slow: a millisecond a pattern."""
        problems = []
        for rule in (r for r in self if r.status != "off") if rules is None else rules:
            check = check_kind(rule.check)(rule.settings, self.lexicon)
            if rule.id in self._nodes:
                problems += refused(check.patterns(), self._nodes[rule.id], COMMON_KEYS)
        return problems


def fits(id: str, pattern: str) -> bool:
    """Whether a rule's id is what a pattern names: the id itself, its group ("leftovers"), or a glob."""
    return id == pattern or id.startswith(pattern + "/") or fnmatchcase(id, pattern)


def load(
    packs: Sequence[str | Path | Wanted] = ("core",), overrides: Sequence[Override] = (), own_words: Iterable[str] = ()
) -> Rulebook:
    """The rules of packs, named (core, a style, an installed pack) or by path (a folder, a rule file), later ones over
    earlier ones. own_words: words and names to add to the list `own-words`.

    Raises RulebookError with every mistake in any of their files. Patterns are compiled only by the linter; where it
    refuses one, `pattern_problems` says where it stands.
    """
    rulebook, problems = collect(packs, overrides, own_words)
    if problems:
        raise RulebookError([*problems, *rulebook.pattern_problems()])
    return rulebook


def collect(
    packs: Sequence[str | Path | Wanted] = ("core",), overrides: Sequence[Override] = (), own_words: Iterable[str] = ()
) -> tuple[Rulebook, list[Problem]]:
    """As `load`, but rules with mistakes are left out, and the mistakes come along."""
    loader = _Loader()
    for pack in packs:
        loader.open(pack if isinstance(pack, Wanted) else Wanted(pack))
    return loader.finish(overrides, own_words)


class _Raw(NamedTuple):
    """A rule file as read, merged with what it extends. bases: the rules that it goes back to, as "pack:id"."""

    node: Located
    pack: str
    bases: frozenset[str] = frozenset()


class _Loader:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._packs: dict[str, PackFiles] = {}
        self._opened: set[str] = set()
        self._raw: dict[str, _Raw] = {}
        self._by_pack: dict[str, Located] = {}
        """Rule files by "pack:id", for what extends them."""

    def open(self, wanted: Wanted) -> None:
        """Find a pack and, before it, those that it requires."""
        try:
            files = open_pack(wanted)
        except RulebookError as error:
            self.problems += error.problems
            return
        self.problems += files.problems
        key = files.rules[0].path if len(files.rules) == 1 and not files.words else files.pack.path
        if key in self._opened:
            return
        self._opened.add(key)
        for name in files.pack.requires:
            self.open(Wanted(name, Place(files.pack.path)))
        other = self._packs.get(files.pack.name)
        if other is not None:
            read = (*other.read, *files.read)
            problems = other.problems + files.problems
            dictionaries = (*other.dictionaries, *files.dictionaries)
            rules, lists = (*other.rules, *files.rules), (*other.words, *files.words)
            files = PackFiles(other.pack, rules, lists, read, problems, dictionaries)
        self._packs[files.pack.name] = files

    def finish(self, overrides: Sequence[Override], own_words: Iterable[str]) -> tuple[Rulebook, list[Problem]]:
        """Read everything that has been found."""
        words = WordReader()
        for name, files in self._packs.items():
            words.read(files.words, name)
            words.dictionaries += files.dictionaries
            self._read_rules(files, name)
        self.problems += words.problems
        for override in overrides:
            self._override(override)
        words.add("own-words", own_words)
        lexicon = words.lexicon()
        reader = RuleReader(lexicon)
        rules: list[tuple[Rule, Located]] = []
        for id, raw in sorted(self._raw.items()):
            rule = reader.read(raw.node, id, raw.pack)
            if rule is not None:
                rules.append((rule, raw.node))
        self.problems += reader.problems
        self._yield([rule for rule, _ in rules])
        packs = [files.pack for files in self._packs.values()]
        settle([rule for rule, _ in rules], packs)
        self.problems += undone_swaps(rules)
        nodes = {rule.id: node for rule, node in rules}
        read = [path for f in self._packs.values() for path in f.read]
        read += [x.path for f in self._packs.values() for x in (*f.rules, *f.words, *f.dictionaries)]
        return Rulebook((r for r, _ in rules), lexicon, packs, nodes, read), sorted(set(self.problems))

    def _yield(self, rules: Sequence[Rule]) -> None:
        """Turn off what says no more than a live rule does: a house that has chosen one form of dates need not hear
        that an article mixes two."""
        live = {rule.id for rule in rules if rule.status == "live"}
        for rule in rules:
            for i, id in enumerate(rule.yields):
                if id not in self._raw:
                    message, hint = f"there is no rule '{id}'", near(id, self._raw)
                    self.problems.append(self._raw[rule.id].node.problem(message, ("yields", i), hint=hint))
            if rule.status == "live" and not live.isdisjoint(rule.yields):
                rule.status = "off"

    def _read_rules(self, files: PackFiles, pack: str) -> None:
        for file in files.rules:
            try:
                node = file.read(MOST_IN_RULE)
            except RulebookError as error:
                self.problems += error.problems
                continue
            other = self._raw.get(file.id)
            merged = self._extended(node, file.id, other)
            if merged is not None:
                name = f"{pack}:{file.id}"
                self._raw[file.id] = _Raw(merged, pack, (other.bases if other else frozenset()) | {name})
                self._by_pack[name] = merged

    def _extended(self, node: Located, id: str, other: _Raw | None) -> Located | None:
        """The file over what it extends, or None where it clashes with another."""
        target = node.value.get("extends") if isinstance(node.value, dict) else None
        if target is None:
            if other is not None:
                message = f"the pack {other.pack} has a rule '{id}' too ({other.node.place().path})"
                hint = f"write 'extends: {other.pack}:{id}' to change that one"
                self.problems.append(node.problem(message, hint=hint))
                return None
            return node
        base = self._by_pack.get(target) if isinstance(target, str) else None
        if base is None:
            message = f"found {describe(target)}, expected a rule of an earlier pack, such as core:usage/anniversary"
            hint = near(target, self._by_pack) if isinstance(target, str) and len(self._by_pack) < 5 else ""
            self.problems.append(node.problem(message, ("extends",), hint=hint))
            return None
        if other is not None and target in other.bases:
            # Two packs that change the same rule stack: the later one lies over what the earlier made of it.
            base = other.node
        elif other is not None:
            message = f"found '{target}', but the rule '{id}' in use is that of the pack {other.pack}"
            self.problems.append(node.problem(message, ("extends",)))
            return None
        own = [key for key in node.value if key != "extends"]
        return overlay(base, _Without(node, own), node.place(), self.problems)

    def _override(self, override: Override) -> None:
        ids = [id for id in self._raw if fits(id, override.rules)]
        if not ids:
            hint = near(override.rules, self._raw)
            if "expected" in hint:
                hint = ""
            self.problems.append(Problem.at(override.place, f"there is no rule '{override.rules}'", hint))
        if not isinstance(override.values.value, dict):
            message = f"found {describe(override.values.value)}, expected a mapping such as {{severity: error}}"
            self.problems.append(override.values.problem(message))
            return
        for id in ids:
            raw = self._raw[id]
            if isinstance(raw.node.value, dict):
                node = overlay(raw.node, override.values, raw.node.place(), self.problems)
                self._raw[id] = raw._replace(node=node)


class _Without(Located):
    """A mapping of which only some keys are seen."""

    __slots__ = ("_node",)

    def __init__(self, node: Located, keys: Sequence[str]) -> None:
        self._node = node
        self.value = {key: node.value[key] for key in keys}

    def place(self, path: tuple[str | int, ...] = (), key: bool = False) -> Place:
        return self._node.place(path, key)

    def at(self, step: str | int) -> Located:
        return self._node.at(step)


def collect_at(path: Path, more: Sequence[str | Path] = ()) -> tuple[Rulebook, list[Rule], list[Problem]]:
    """To try the rules at a path (a rule file, a folder of a pack, a pack): the rulebook of their pack and those below
    it (core, what it requires, and `more`), the rules themselves, and every mistake in the files, in patterns too."""
    here = path.resolve()
    root = next((f for f in (here, *here.parents) if (f / "pack.yaml").is_file()), None)
    packs: list[str | Path] = ["core", *more]
    core = built_in() / "core"
    if root is None or not (isinstance(core, Path) and root == core.resolve()):
        packs.append(root or path)
    rulebook, problems = collect(packs)
    rules = [r for r in rulebook if Path(r.path).resolve().is_relative_to(here)]
    return rulebook, rules, sorted({*problems, *rulebook.pattern_problems(rules)})
