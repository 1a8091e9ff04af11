"""A program in a file: its rules, word lists and matcher, each read when an article needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from newslint.checks.base import Check, State
from newslint.checks.parameters import Settings
from newslint.checks.registry import check_kind
from newslint.engine.gates import Gate, Gates
from newslint.engine.program import Program, Runner
from newslint.matching.stored import open_matcher
from newslint.model import Applicability, Confidence, Severity, Zone
from newslint.rulebook.rule import Rule
from newslint.storage import Made, Rows, Stored, Table
from newslint.text.lexicon import Lexicon, WordList
from newslint.text.spelling.dictionary import Dictionary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.storage.write import Writer

VERSION = 12
"""Of what is written here and in the states of checks and matchers."""


def save(program: Program, file: Writer) -> None:
    """Put a program into a file. Raises Unstorable where a rule's parameters are no plain values."""
    from newslint.matching.stored import save as save_matcher

    lists = program.lexicon.lists
    file.value("lists", {name: number for number, name in enumerate(lists)})
    file.rows("word-lists", ({w: dict(a) if a else _NONE for w, a in ws.entries.items()} for ws in lists.values()))
    used = [name for name in program.lexicon.dictionaries if name in program.lexicon.used]
    file.value("dictionaries", used)
    for name in used:
        rows = program.lexicon.dictionaries[name].rows
        file.rows(f"dictionary {name}", (rows[i] for i in range(len(rows))))
        file.value(f"small {name}", "\n".join(program.lexicon.dictionaries[name].small))
    entries: list[object] = []
    file.rows("rules", [_rule_row(runner, entries) for runner in program.runners])
    file.rows("entries", entries)
    file.rows("owners", program.owners)
    words = program.gates.words
    file.value("gates", list(map(tuple, program.gates.rows)))
    file.table("needed words", words.all() if isinstance(words, Table) else words)
    file.value("matches", program.matcher is not None)
    if program.matcher:
        save_matcher(program.matcher, file)


def open_program(file: Stored) -> Program:
    """The program of a file. Raises Damaged; so does using it."""
    dictionaries = {name: _dictionary(file, name) for name in file.value("dictionaries")}
    lexicon = Lexicon(_Lists(file.value("lists"), file.rows("word-lists")), dictionaries)
    entries = file.rows("entries")
    runners = Made(file.rows("rules"), lambda row: _runner(row, lexicon, entries))
    matcher = open_matcher(file) if file.value("matches") else None
    gates = Gates([Gate(*row) for row in file.value("gates")], file.table("needed words"))
    return Program(lexicon, runners, gates, matcher, Made(file.rows("owners"), list))


_NONE: dict[str, str] = {}


def _dictionary(file: Stored, name: str) -> Dictionary:
    return Dictionary(lambda: file.rows(f"dictionary {name}"), lambda: file.value(f"small {name}"))


class _Lists(Mapping[str, WordList]):
    """Word lists by name."""

    def __init__(self, numbers: dict[str, int], words: Rows) -> None:
        self._numbers = numbers
        self._words = words
        self._made: dict[str, WordList] = {}

    def __getitem__(self, name: str) -> WordList:
        if name not in self._made:
            self._made[name] = WordList(name, self._words[self._numbers[name]])
        return self._made[name]

    def __contains__(self, name: object) -> bool:
        return name in self._numbers

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


def _rule_row(runner: Runner, entries: list[object]) -> object:
    """A rule as plain values, with its parameters, less those that its check's state makes needless."""
    rule, check = runner.rule, runner.check
    state = check.state()
    left_out = check.settled if state else ()
    settings = {} if check.kept else {n: value for n, value in rule.settings.values.items() if n not in left_out}
    rows = len(entries)
    if state:
        entries += state.rows
    return (
        (rule.id, rule.check, str(rule.severity), rule.message),
        {
            "messages": rule.messages,
            "reference": rule.reference,
            "zones": tuple(sorted(map(str, rule.zones))),
            "zones_in": {format: tuple(sorted(map(str, zones))) for format, zones in rule.zones_in.items()},
            "formats": list(rule.formats),
            "levels": {str(confidence): str(level) for confidence, level in rule.levels.items()},
            "applicability": str(rule.applicability),
        },
        _plain(settings),
        (rows, len(entries), state.value) if state else None,
    )


def _runner(row: Any, lexicon: Lexicon, entries: Rows) -> Runner:
    (id, kind, severity, message), values, settings, state = row
    rule = Rule(
        id,
        kind,
        Severity(severity),
        message,
        Settings(_revived(settings)),
        messages=values["messages"],
        reference=values["reference"],
        zones=_zones(values["zones"]),
        zones_in={format: _zones(zones) for format, zones in values["zones_in"].items()},
        formats=frozenset(values["formats"]),
        levels={Confidence(confidence): Severity(level) for confidence, level in values["levels"].items()},
        applicability=Applicability(values["applicability"]),
    )

    def make() -> Check:
        cls = check_kind(kind)
        if state is None:
            return cls(rule.settings, lexicon)
        start, stop, value = state
        return cls.revived(rule.settings, lexicon, State(value, Made(entries, lambda row: row, start, stop)))

    return Runner(rule, lexicon, make)


@cache
def _zones(names: tuple[str, ...]) -> frozenset[Zone]:
    """Most rules look in the same zones."""
    return frozenset(map(Zone, names))


def _plain(value: Any) -> Any:
    """A value of a rule's parameters as a plain one: records are mappings with the key None."""
    if isinstance(value, Settings):
        return {None: {name: _plain(v) for name, v in value.values.items()}}
    if isinstance(value, dict):
        return {str(name): _plain(v) for name, v in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return str(value) if isinstance(value, str) else value


def _revived(value: Any) -> Any:
    """The value that became a plain one."""
    if isinstance(value, dict):
        if None in value:
            return Settings(_revived(value[None]))
        return {name: _revived(v) for name, v in value.items()}
    return tuple(map(_revived, value)) if isinstance(value, tuple) else value
