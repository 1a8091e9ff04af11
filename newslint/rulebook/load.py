"""Loads packs: rule files into Rules, word lists into a Lexicon."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from newslint.checks.parameters import read_settings
from newslint.checks.registry import check_kind
from newslint.model import ALL, GROUPS, TEXT, Applicability, Confidence, Severity, Zone
from newslint.rulebook.rule import Rule
from newslint.rulebook.words import load_words
from newslint.text.lexicon import Lexicon

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
COMMON = {
    "check", "severity", "message", "messages", "why", "reference", "zones", "formats", "levels", "status",
    "applicability", "examples", "extends",
}  # fmt: skip


def load_pack(folder: Path) -> tuple[list[Rule], Lexicon]:
    """The live rules and the lexicon of one pack."""
    rules = []
    for path in sorted(folder.rglob("*.yaml")):
        where = path.relative_to(folder)
        if where.parts[0] == "words" or path.name == "pack.yaml":
            continue
        rules.append(_rule(path, where.with_suffix("").as_posix()))
    return rules, load_words(folder / "words")


def _rule(path: Path, id: str) -> Rule:
    data: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), _LOADER)
    kind = check_kind(data["check"])
    settings = read_settings({k: v for k, v in data.items() if k not in COMMON}, kind.parameters)
    zones = data.get("zones")
    names = [zones] if isinstance(zones, str) else zones or []
    return Rule(
        id,
        data["check"],
        Severity(data["severity"]),
        data["message"],
        settings,
        messages=data.get("messages"),
        why=data.get("why", ""),
        reference=data.get("reference", ""),
        zones=frozenset().union(*(GROUPS.get(n) or {Zone(n)} for n in names)) if names else TEXT,
        formats=frozenset(data.get("formats", ())),
        levels={Confidence(k): Severity(v) for k, v in data.get("levels", {}).items()},
        status=data.get("status", "live"),
        applicability=Applicability(data.get("applicability", "unsafe")),
        path=str(path),
    )


__all__ = ["ALL", "load_pack"]
