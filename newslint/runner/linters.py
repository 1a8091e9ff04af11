"""From a configuration to a linter: packs, levels, selection."""

from __future__ import annotations

from pathlib import Path

from newslint.config import Config
from newslint.engine import Linter, Policy
from newslint.engine.selection import runs
from newslint.model import Severity
from newslint.runner.request import Request


def make_linter(config: Config, request: Request) -> Linter:
    """The linter for the articles of a configuration. Raises RulebookError for faulty rules or names that no rule has."""
    from newslint.rulebook import rules_folder
    from newslint.rulebook.load import load_pack

    rules, lexicon = load_pack(rules_folder() / "core")
    for pack in request.packs:
        rules += load_pack(Path(pack))[0]
    select = request.select or tuple(n.text for n in config.select)
    ignore = (*request.ignore, *(n.text for n in config.ignore))
    chosen = [r for r in rules if runs(r, select, ignore)]
    policy = Policy(request.fail_level or config.fail_level or Severity.ERROR, config.accept)
    return Linter(chosen, lexicon, policy)
