"""Linters of rules written as YAML, and the core pack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.engine import Linter, Policy
from newslint.model import Document, Source
from newslint.readers import ReadContext, read
from newslint.rulebook.load import Rulebook, load
from newslint.rulebook.nodes import read_yaml
from newslint.rulebook.rule import Rule
from newslint.rulebook.rulefile import RuleReader
from newslint.text.lexicon import Lexicon


def make_rule(text: str, lexicon: Lexicon, id: str = "group/rule") -> Rule:
    defaults = {"check": "existence", "severity": "error", "message": "'{match}'"}
    head = "".join(f'{k}: "{v}"\n' for k, v in defaults.items() if f"\n{k}:" not in "\n" + text)
    reader = RuleReader(lexicon)
    rule = reader.read(read_yaml(head + text, "rule.yaml"), id, "tests")
    assert rule is not None, reader.problems
    return rule


@pytest.fixture
def rule(lexicon: Lexicon) -> Callable[..., Rule]:
    """Makes a rule from YAML; what all rules need has a default."""
    return lambda text, id="group/rule": make_rule(text, lexicon, id)


@pytest.fixture
def linter(lexicon: Lexicon) -> Callable[..., Linter]:
    """Makes a linter from rules, given as YAML or made."""

    def make(*rules: str | Rule, policy: Policy | None = None) -> Linter:
        made = [r if isinstance(r, Rule) else make_rule(r, lexicon, f"group/rule-{i}") for i, r in enumerate(rules)]
        return Linter(made, lexicon, policy)

    return make


@pytest.fixture
def article(lexicon: Lexicon) -> Callable[..., Document]:
    """Reads an article."""
    return lambda text, format="text", **metadata: read(Source(text), format, ReadContext(lexicon, metadata))


@pytest.fixture(scope="session")
def core() -> Rulebook:
    """The core pack."""
    return load()
