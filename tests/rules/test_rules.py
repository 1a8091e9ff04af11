"""Every rule of every pack that comes with newslint: it loads, explains itself, and its examples hold."""

from functools import cache

import pytest

from newslint.checks.registry import check_kind
from newslint.engine.proof import prove
from newslint.rulebook.load import Rulebook, collect
from newslint.rulebook.packs import built_in_packs


@cache
def rulebook(pack: str) -> Rulebook:
    return collect(["core"] if pack == "core" else ["core", pack])[0]


RULES = [(pack, rule.id) for pack in built_in_packs() for rule in rulebook(pack) if rule.pack == pack]


@pytest.mark.parametrize("pack", built_in_packs())
def test_packs_load(pack: str) -> None:
    book, problems = collect(["core"] if pack == "core" else ["core", pack])
    assert [str(p) for p in problems + book.pattern_problems()] == []


@pytest.mark.parametrize(("pack", "id"), RULES)
def test_examples_hold(pack: str, id: str) -> None:
    book = rulebook(pack)
    assert [str(f) for f in prove(book[id], book.lexicon)] == []


@pytest.mark.parametrize(("pack", "id"), RULES)
def test_rules_explain_themselves(pack: str, id: str) -> None:
    rule = rulebook(pack)[id]
    assert len(rule.why) > 20, "a rule says why it is there"
    assert not rule.why.startswith(("TODO", "Because "))
    doc = check_kind(rule.check).__doc__
    assert doc
    assert doc.strip()
