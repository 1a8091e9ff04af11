"""docs/checks.md is up to date, and its rules work. To write its generated parts anew: python tests/docs/test_checks.py"""

from __future__ import annotations

import re
from inspect import getdoc
from pathlib import Path

import pytest

from newslint.checks.base import Check
from newslint.checks.parameters import Choice, Flag, Integer, Kind, ListOf, MapOf, Number, Parameter, RecordOf, Text
from newslint.checks.registry import check_kind, check_kinds
from newslint.engine.proof import prove
from newslint.model import Zone
from newslint.rulebook.nodes import read_yaml
from newslint.rulebook.rulefile import RuleReader

FILE = Path(__file__).parents[2] / "docs" / "checks.md"
BEGIN, END = "<!-- generated from the code -->", "<!-- end -->"
KINDS = [name for name in check_kinds() if check_kind(name).__module__.startswith("newslint.checks.")]


def about(kind: Kind) -> str:
    """A kind of value in a few words."""
    match kind:
        case Choice() if set(kind.choices) == set(Zone):
            return "zone"
        case Choice():
            return ", ".join(f"`{c}`" for c in kind.choices)
        case Flag():
            return "true or false"
        case Integer():
            return (
                f"whole number from {kind.least}"
                if kind.most >= 1_000_000
                else f"whole number, {kind.least} to {kind.most}"
            )
        case Number():
            return f"number, {kind.least:g} to {kind.most:g}"
        case ListOf():
            return f"list of: {about(kind.item)}"
        case MapOf():
            return f"mapping from text to: {about(kind.value)}"
        case RecordOf():
            short = f" (a text stands for `{kind.short}`)" if kind.short else ""
            return "mapping with " + ", ".join(f"`{name}`" for name in kind.fields) + short
        case Text():
            return "text"
    return kind.expected


def rows(parameters: tuple[Parameter, ...], prefix: str = "") -> list[str]:
    """Table rows of parameters; the keys of records follow them."""
    out = []
    for p in parameters:
        default = "needed" if p.required else f"`{p.default}`" if isinstance(p.default, str) else ""
        cells = (f"`{prefix}{p.name}`", about(p.kind), default, p.doc[:1].upper() + p.doc[1:])
        out.append("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |")
        record = p.kind.item if isinstance(p.kind, ListOf) else p.kind
        if isinstance(record, RecordOf):
            out += rows(tuple(record.fields.values()), f"{prefix}{p.name}.")
    return out


def section(kind: type[Check]) -> str:
    """The generated part of a kind's section."""
    lines = [
        BEGIN,
        getdoc(kind) or "",
        "",
        "| key | value | unless said | |",
        "|---|---|---|---|",
        *rows(kind.parameters),
        "",
    ]
    named = [f"`{{{n}}}`" for n in ("match", "replacement", *(kind.placeholders or ())) if not n.isdigit()]
    lines.append(f"Messages may name {', '.join(named)} and the groups of the rule's patterns.")
    if kind.variants:
        lines.append(f"Other `messages`: {', '.join(f'`{v}`' for v in kind.variants)}.")
    return "\n".join([*lines, END])


def sections(text: str) -> dict[str, str]:
    """The sections of the page by their headings."""
    parts = re.split(r"^## (.+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def rewritten(text: str) -> str:
    """The page with its generated parts as the code is now."""
    for name in KINDS:
        pattern = re.compile(rf"(?<=^## {name}\n\n){BEGIN}.*?{END}", re.MULTILINE | re.DOTALL)
        text = pattern.sub(lambda _, name=name: section(check_kind(name)), text)
    return text


def page() -> str:
    return FILE.read_text(encoding="utf-8")


def test_it_is_up_to_date() -> None:
    assert list(sections(page())) == KINDS, "a section for each kind, in alphabetical order"
    assert page() == rewritten(page()), "run: python tests/docs/test_checks.py"


@pytest.mark.parametrize("name", KINDS)
def test_its_rule_works(lexicon, name: str) -> None:
    rule_text = re.search(r"```yaml\n(.*?)```", sections(page())[name], re.DOTALL)
    assert rule_text, "a section ends with a rule"
    reader = RuleReader(lexicon)
    rule = reader.read(read_yaml(rule_text[1], "docs/checks.md"), "docs/rule", "docs")
    assert not reader.problems
    assert rule is not None and rule.check == name
    assert not prove(rule, lexicon)


if __name__ == "__main__":
    FILE.write_text(rewritten(page()), encoding="utf-8")
