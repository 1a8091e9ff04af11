"""Kinds of check that are silent where others speak."""

from __future__ import annotations

from newslint.engine import Linter


def test_it_gives_way_to_other_rules(core, article) -> None:
    linter = Linter([r for r in core if r.id in ("spelling/unknown-word", "typos/misspelling")], core.lexicon)
    found = linter.lint(article("Ferry sinks\n\nThe goverment made a ferociuos statement.\n")).diagnostics
    assert [(d.rule, d.match) for d in found] == [
        ("typos/misspelling", "goverment"),
        ("spelling/unknown-word", "ferociuos"),
    ]
