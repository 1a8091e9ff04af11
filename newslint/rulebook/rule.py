"""A rule as loaded: validated, typed, with its place in the file it came from."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.parameters import Path, Settings
from newslint.model import TEXT, Applicability, Confidence, Severity, Zone
from newslint.model.records import NamedTuple


class ExampleFile(NamedTuple):
    """One document of an example. `name` is "" where it is the only one. Either `data` (bytes as a file holds them) or
    `text` is used. `format` is "" where the example does not say. A `zone` makes the text one block of that zone."""

    name: str
    text: str
    data: bytes | None
    metadata: Mapping[str, str]
    format: str
    zone: Zone | None


class Proposed(NamedTuple):
    """What an external checker is supposed to say in an example: on every place where `words` stand, in the words of
    model.Proposal."""

    words: str
    rule: str
    category: str = ""
    kind: str = ""
    message: str = ""
    suggestions: tuple[str, ...] = ()


class Example(NamedTuple):
    """A case that a rule must flag (`bad`) or leave alone.

    `marks` are the half-open ranges that [[ ]] marked, for each file, in the text (or data) without the brackets.
    `fix` is the whole text after the first fixes, or None where the example does not say. `path` leads to it in the
    rule file (keys and indexes); `line` is its place in `file`, which is another's where the rule extends one.
    `proposals` stand in for an external checker.
    """

    bad: bool
    files: tuple[ExampleFile, ...]
    marks: tuple[tuple[tuple[int, int], ...], ...]
    fix: str | None
    line: int = 0
    path: Path = ()
    file: str = ""
    proposals: tuple[Proposed, ...] = ()


class Rule:
    """What a rule file says. `id` is the path under the pack, such as "leftovers/share-text".

    levels: the level of a finding by the check's confidence. zones: where it may look; zones_in: the same for some
    document formats. formats: those it is for, empty for all. messages: variants of `message` by name. status: draft,
    live or off. yields: ids of rules that say it better; while one of them is live, the rulebook turns this one off.
    """

    __slots__ = (
        "applicability", "check", "examples", "formats", "id", "levels", "line", "message", "messages",
        "pack", "path", "reference", "settings", "severity", "status", "why", "yields", "zones",
        "zones_in",
    )  # fmt: skip

    def __init__(
        self,
        id: str,
        check: str,
        severity: Severity,
        message: str,
        settings: Settings,
        *,
        messages: Mapping[str, str] | None = None,
        why: str = "",
        reference: str = "",
        zones: frozenset[Zone] = TEXT,
        zones_in: Mapping[str, frozenset[Zone]] | None = None,
        formats: frozenset[str] = frozenset(),
        levels: Mapping[Confidence, Severity] | None = None,
        status: str = "live",
        yields: tuple[str, ...] = (),
        applicability: Applicability = Applicability.UNSAFE,
        examples: tuple[Example, ...] = (),
        pack: str = "",
        path: str = "",
        line: int = 1,
    ) -> None:
        self.id = id
        self.check = check
        self.severity = severity
        self.message = message
        self.messages = dict(messages or {})
        self.settings = settings
        self.why = why
        self.reference = reference
        self.zones = zones
        self.zones_in = dict(zones_in or {})
        self.formats = formats
        self.levels = {c: severity.lowered(c.steps) for c in Confidence} | dict(levels or {})
        self.status = status
        self.yields = yields
        self.applicability = applicability
        self.examples = examples
        self.pack = pack
        self.path = path
        self.line = line

    def __repr__(self) -> str:
        return f"Rule({self.id!r}, {self.check}, {self.severity})"

    @property
    def group(self) -> str:
        """The first part of the id: "leftovers"."""
        return self.id.partition("/")[0]
