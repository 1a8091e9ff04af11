"""One rule file into a Rule: the keys that all rules share, the check kind's parameters, and every mistake in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newslint.checks.base import Check
from newslint.checks.parameters import (
    Choice,
    ListOf,
    MapOf,
    Parameter,
    ParameterError,
    Path,
    Raw,
    RecordOf,
    Settings,
    Text,
    close,
    describe,
    near,
    read_settings,
)
from newslint.checks.registry import UnknownCheck, check_kind, check_kinds
from newslint.matching import PatternError
from newslint.model import GROUPS, TEXT, Applicability, Confidence, Severity, Zone
from newslint.rulebook.examples import Examples
from newslint.rulebook.nodes import Located
from newslint.rulebook.objections import MOST_OBJECTIONS, Remaining
from newslint.rulebook.patterns import refused_texts
from newslint.rulebook.problems import Place, Problem
from newslint.rulebook.rule import Example, Rule
from newslint.text.lexicon import Lexicon
from newslint.text.template import TemplateError, parse

_LEVEL = Choice(*Severity)
COMMON: tuple[Parameter, ...] = (
    Parameter("check", Text(), "the check kind that the rule uses", required=True),
    Parameter("severity", _LEVEL, "level of findings that are certain", required=True),
    Parameter("message", Text(), "what a reader is told; {match} and {replacement} are filled in", required=True),
    Parameter("messages", MapOf(Text()), "other wordings by the names that the check kind gives them"),
    Parameter("why", Text(), "the reason for the rule, in a sentence or two"),
    Parameter("reference", Text(), "address of the style guide's page"),
    Parameter(
        "zones",
        ListOf(Choice(*GROUPS, *Zone), least=1),
        "where the rule looks: zones, or the groups prose, text, all; quotations only with `quotation` or `all`",
    ),
    Parameter(
        "zones_in",
        MapOf(ListOf(Choice(*GROUPS, *Zone), least=1)),
        "zones for documents of one format, where its markup says surely what plain text only lets guess",
    ),
    Parameter("formats", ListOf(Text(), least=1), "formats of documents that the rule is for; all unless said"),
    Parameter(
        "levels",
        RecordOf(*(Parameter(c, _LEVEL, f"level of findings that are {c}") for c in Confidence)),
        "level by confidence; unless said, each step below certain lowers the severity by one",
    ),
    Parameter("status", Choice("draft", "live", "off"), "draft: runs only where it is named", "live"),
    Parameter("yields", ListOf(Text()), "rules that say it better: off while one of them is live"),
    Parameter("applicability", Choice(*Applicability), "how far the fixes may be trusted", Applicability.UNSAFE),
    Parameter("examples", Examples(), "what the rule must flag and what it must leave alone"),
    Parameter("extends", Text(), "rule of an earlier pack to start from, written core:usage/anniversary"),
)
"""The keys that every rule file may have, whatever its check kind."""

COMMON_KEYS = frozenset(p.name for p in COMMON)
"""Their names."""

_NAMED_GROUP = re.compile(r"\(\?P<(\w+)>")


class RuleReader:
    """Reads rule files with one lexicon and gathers what is wrong with them."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.problems: list[Problem] = []

    def read(self, node: Located, id: str, pack: str) -> Rule | None:
        """The rule of a file's (merged) value, or None where it can't be used: `problems` then says why."""
        before = len(self.problems)
        raw = node.value
        if not isinstance(raw, dict):
            self._add(node, f"found {describe(raw)}, expected a mapping with the keys check, severity, message ...")
            return None
        kind = self._kind(node)
        own = {k: v for k, v in raw.items() if k not in COMMON_KEYS}
        unknown: list[str] = []
        if kind:
            known = COMMON_KEYS.union(p.name for p in kind.parameters)
            unknown = [key for key in own if key not in known]
            for key in unknown:
                hint = "a key with + or - needs 'extends'" if key[:1] in ("+", "-") and key[1:] in known else ""
                hint = hint or close(key, known) or near(key, [p.name for p in kind.parameters])
                self.problems.append(node.problem(f"unknown key '{key}'", (key,), key=True, hint=hint))
                del own[key]
        common = self._settings(node, {k: v for k, v in raw.items() if k in COMMON_KEYS}, COMMON)
        settings = self._settings(node, own, kind.parameters) if kind else None
        # What a check without its misspelt keys objects to is no news.
        check = self._check(node, kind, settings) if kind and settings and not unknown else None
        self._judge(node, check)
        if common is None or settings is None or len(self.problems) > before:
            return None
        return self._rule(node, id, pack, common, settings)

    def _add(self, node: Located, message: str, hint: str = "") -> None:
        self.problems.append(node.problem(message, hint=hint))

    def _kind(self, node: Located) -> type[Check] | None:
        name = node.value.get("check")
        if not isinstance(name, str):
            return None
        try:
            return check_kind(name)
        except UnknownCheck as error:
            message, hint = error.reason, near(name, check_kinds())
        except Exception as error:
            # A plug-in's import may fail in any way; the other rules are still to be judged.
            message, hint = f"the check kind '{name}' can't be loaded: {error}", ""
        self.problems.append(node.problem(message, ("check",), hint=hint))
        return None

    def _settings(self, node: Located, raw: dict[str, object], parameters: Sequence[Parameter]) -> Settings | None:
        try:
            return read_settings(raw, parameters)
        except ParameterError as error:
            self._wrong(node, error.all)
            return None

    def _wrong(self, node: Located, errors: Iterable[ParameterError]) -> None:
        for error in errors:
            self.problems.append(node.problem(error.message, error.path, key=error.key, hint=error.hint))

    def _check(self, node: Located, kind: type[Check], settings: Settings) -> Check | None:
        """Make the check as the linter will, only to hear what it objects to."""
        items = Remaining(settings)
        for attempt in range(MOST_OBJECTIONS):
            try:
                check = kind(items.settings(), self.lexicon)
                check.patterns()
            except ParameterError as error:
                # Once something is taken away, an objection to the whole may only mean that it is missing.
                if error.path or not attempt:
                    self._wrong(node, [e.moved(items.original(e.path)) for e in error.all])
                if not items.drop(error.path):
                    return None
            except PatternError as error:
                found = refused_texts(node, COMMON_KEYS)
                self.problems += found or [node.problem(f"a pattern can't be used: {error}")]
                return None
            except TemplateError as error:
                self._add(node, f"a template can't be used: {error}")
                return None
            else:
                return check
        return None

    def _judge(self, node: Located, check: Check | None) -> None:
        """What the kinds of values alone don't tell: templates, zones, formats. Looks only at what is as it should be,
        so that it finds mistakes beside others."""
        raw = node.value
        messages = raw.get("messages")
        texts: list[tuple[Path, Raw]] = [(("message",), raw.get("message"))]
        for variant, text in messages.items() if isinstance(messages, dict) else ():
            texts.append((("messages", variant), text))
            if check and check.variants is not None and variant not in check.variants:
                hint = near(variant, check.variants)
                message = f"the check kind '{check.name}' has no message '{variant}'"
                self.problems.append(node.problem(message, ("messages", variant), key=True, hint=hint))
        for path, text in texts:
            if isinstance(text, str):
                self._template(node, path, text, _placeholders(check))
        if raw.get("zones") in (Zone.QUOTATION, [Zone.QUOTATION]):
            message = "quotations lie over other zones, expected one of these too"
            self.problems.append(node.problem(message, ("zones",), hint="write [text, quotation]"))
        formats = raw.get("formats")
        for i, name in enumerate(formats if isinstance(formats, list) else [formats]):
            if isinstance(name, str):
                self._format(node, name, ("formats", i) if isinstance(formats, list) else ("formats",))
        zones_in = raw.get("zones_in")
        for name in zones_in if isinstance(zones_in, dict) else ():
            self._format(node, name, ("zones_in", name), key=True)
        reference = raw.get("reference")
        if isinstance(reference, str) and not reference.startswith(("https://", "http://")):
            message = f"found {describe(reference)}, expected an address that begins with https://"
            self.problems.append(node.problem(message, ("reference",)))

    def _template(self, node: Located, path: Path, text: str, names: set[str] | None) -> None:
        if not text.strip():
            self.problems.append(node.problem("found nothing, expected text", path))
        try:
            parse(text, names)
        except TemplateError as error:
            self.problems.append(node.problem(str(error), path))

    def _format(self, node: Located, name: str, path: Path, key: bool = False) -> None:
        from newslint.readers.base import known_formats, knows

        if not knows(name):
            hint = near(name, known_formats())
            self.problems.append(node.problem(f"unknown format '{name}'", path, key=key, hint=hint))

    def _rule(self, node: Located, id: str, pack: str, common: Settings, settings: Settings) -> Rule:
        levels = common.values["levels"]
        examples = common.values["examples"] or ()
        path, line, _ = node.place()
        return Rule(
            id,
            common.text("check"),
            Severity(common.text("severity")),
            common.text("message"),
            settings,
            messages=common.mapping("messages"),
            why=common.text("why"),
            reference=common.text("reference"),
            zones=_zones(common.texts("zones")) if common.has("zones") else TEXT,
            zones_in={name: _zones(zones) for name, zones in common.mapping("zones_in").items()},
            formats=frozenset(common.texts("formats")),
            levels={Confidence(k): Severity(v) for k, v in levels.values.items() if v} if levels else {},
            status=common.text("status"),
            yields=common.texts("yields"),
            applicability=Applicability(common.text("applicability")),
            examples=tuple(_placed(e, node.place(e.path)) for e in examples),
            pack=pack,
            path=path,
            line=line,
        )


def _placed(example: Example, place: Place) -> Example:
    return example._replace(line=place.line, file=place.path)


def _zones(names: Iterable[str]) -> frozenset[Zone]:
    """The zones that names of zones and groups stand for."""
    return frozenset().union(*(GROUPS.get(name) or {Zone(name)} for name in names))


def _placeholders(check: Check | None) -> set[str] | None:
    """What messages of a check may name, or None where that is not known."""
    if check is None or check.placeholders is None:
        return None
    groups = {name for p in check.patterns() if not p.literal for name in _NAMED_GROUP.findall(p.text)}
    return {"match", "replacement", *check.placeholders, *map(str, range(10)), *groups}
