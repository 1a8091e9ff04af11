"""JSON Schema of a rule file, from the keys that all rules share and the parameters of each check kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newslint.checks.parameters import Parameter
from newslint.checks.registry import check_kind, check_kinds
from newslint.rulebook.rulefile import COMMON

ADDRESS = "https://json-schema.org/draft/2020-12/schema"


def rule_schema(kinds: Sequence[str] | None = None) -> dict[str, Any]:
    """The schema, for editors that complete and check YAML. `kinds`: names of check kinds, all unless given.

    What a schema can't say (word lists, templates, marks) is left to `newslint rule test`.
    """
    names = sorted(kinds if kinds is not None else check_kinds())
    common = _properties(COMMON)
    common["check"] = {"enum": names, "description": _described("check")}
    choices = []
    for name in names:
        kind = check_kind(name)
        own = _properties(kind.parameters)
        rule: dict[str, Any] = {
            "description": _first_paragraph(kind.__doc__),
            "properties": dict.fromkeys(common, True) | own | _changing([*common, *own]),
            "additionalProperties": False,
        }
        required = [p.name for p in kind.parameters if p.required]
        if required:
            rule |= {"if": _whole(), "then": {"required": required}}
        choices.append({"if": _is(name), "then": rule})
    return {
        "$schema": ADDRESS,
        "title": "newslint rule",
        "description": "A rule file of a newslint pack",
        "type": "object",
        "properties": common,
        # A rule that extends another takes these from it.
        "if": _whole(),
        "then": {"required": [p.name for p in COMMON if p.required]},
        "allOf": choices,
    }


def _properties(parameters: Sequence[Parameter]) -> dict[str, Any]:
    return {p.name: p.kind.schema() | {"description": p.doc} for p in parameters}


def _described(name: str) -> str:
    return next(p.doc for p in COMMON if p.name == name)


def _changing(keys: Sequence[str]) -> dict[str, Any]:
    """`+key` and `-key` of a rule that extends another."""
    return {sign + key: True for key in keys if key not in ("check", "severity", "extends") for sign in "+-"}


def _is(name: str) -> dict[str, Any]:
    return {"properties": {"check": {"const": name}}, "required": ["check"]}


def _whole() -> dict[str, Any]:
    return {"not": {"required": ["extends"]}}


def _first_paragraph(text: str | None) -> str:
    return " ".join((text or "").partition("\n\n")[0].split())


def schema_text(kinds: Sequence[str] | None = None) -> str:
    """The schema as a file holds it."""
    import json

    return json.dumps(rule_schema(kinds), indent=2, ensure_ascii=False) + "\n"


def built_in_kinds() -> list[str]:
    """Names of the check kinds that come with newslint: those of the schema in docs/schema/rule.schema.json."""
    return [name for name in check_kinds() if check_kind(name).__module__.startswith("newslint.checks.")]
