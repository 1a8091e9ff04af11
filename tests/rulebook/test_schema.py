"""The JSON Schema: up to date, true of our own rules, and as strict as the loader where a schema can be."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from newslint.checks.registry import check_kinds
from newslint.rulebook import rules_folder
from newslint.rulebook.schema import built_in_kinds, rule_schema, schema_text

FILE = Path(__file__).parent.parent.parent / "docs" / "schema" / "rule.schema.json"


class _Loader(yaml.SafeLoader):
    """YAML as editors read it: plain dates are text."""


_Loader.yaml_implicit_resolvers = {
    sign: [(tag, regex) for tag, regex in resolvers if not tag.endswith(":timestamp")]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def validator() -> Any:
    schema = rule_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_published_schema_is_up_to_date() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text(built_in_kinds()), (
        "run: newslint rule schema > docs/schema/rule.schema.json"
    )


def test_every_check_kind_is_in_it() -> None:
    schema = json.loads(schema_text(built_in_kinds()))
    assert set(schema["properties"]["check"]["enum"]) <= set(check_kinds())
    assert "substitution" in schema["properties"]["check"]["enum"]
    assert all(choice["then"]["description"] for choice in schema["allOf"])


def _rule_files() -> list[Path]:
    return [p for p in sorted(rules_folder().rglob("*.yaml")) if p.parent.name != "words" and p.name != "pack.yaml"]


@pytest.mark.parametrize("path", _rule_files(), ids=lambda p: p.relative_to(rules_folder()).as_posix())
def test_our_rules_hold_to_it(path: Path, validator: Any) -> None:
    errors = list(validator.iter_errors(yaml.load(path.read_text(encoding="utf-8"), _Loader)))
    assert [f"{e.json_path}: {e.message}" for e in errors] == []


HEAD = {"check": "substitution", "severity": "error", "message": "m"}


@pytest.mark.parametrize(
    "rule",
    [
        {**HEAD, "swap": {"a": "b", "12": 13, "no": True}},
        {**HEAD, "swap": {"a": ["b", "c"]}, "inflect": False, "status": False, "zones": "all"},
        {**HEAD, "patterns": ["x", {"match": "x", "to": "y", "except": ["z"]}]},
        {**HEAD, "examples": {"bad": ["[[x]]", {"text": "[[x]]", "fix": "y"}], "good": ["y", {"document": "z"}]}},
        {"extends": "core:usage/anniversary", "+swap": {"a": "b"}, "-patterns": "x"},
        {"extends": "core:usage/anniversary", "check": "substitution", "+swap": {"a": "b"}},
    ],
)
def test_what_it_accepts(rule: dict[str, object], validator: Any) -> None:
    assert [e.message for e in validator.iter_errors(rule)] == []


@pytest.mark.parametrize(
    "rule",
    [
        {"severity": "error", "message": "m"},
        {**HEAD, "severty": "error"},
        {**HEAD, "severity": "eror"},
        {**HEAD, "check": "substitute"},
        {**HEAD, "zones": ["captoin"]},
        {**HEAD, "swap": ["a"]},
        {**HEAD, "patterns": [{"mtach": "x"}]},
        {**HEAD, "levels": {"likley": "error"}},
        {**HEAD, "examples": {"bad": [{"txt": "x"}]}},
        {**HEAD, "examples": {"good": [{"text": "x", "fix": "y"}]}},
        {"check": "conditional", "severity": "error", "message": "m", "when": "x"},
        [],
    ],
)
def test_what_it_refuses(rule: object, validator: Any) -> None:
    assert list(validator.iter_errors(rule))
