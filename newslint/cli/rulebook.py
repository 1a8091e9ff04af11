"""What the commands about rules share: opening the rules, and telling of mistakes in them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from click.exceptions import Exit

from newslint.checks.parameters import close
from newslint.cli import FAILED
from newslint.cli.terminal import note
from newslint.rulebook.load import Rulebook
from newslint.rulebook.problems import RulebookError
from newslint.rulebook.rule import Rule
from newslint.runner import Request
from newslint.runner.find import problems_of
from newslint.runner.linters import configs_for
from newslint.runner.rulebooks import make_rulebook


def open_rulebook(no_config: bool, config: str, packs: tuple[str, ...]) -> Rulebook:
    """The rules as the configuration of the current folder gives them. Mistakes end the command."""
    request = Request(config=config, use_config=not no_config, packs=packs, cache=False)
    try:
        return make_rulebook(configs_for(request).of_folder(Path.cwd()), request)
    except RulebookError as error:
        raise tell(error) from None


def tell(error: RulebookError) -> Exit:
    """Say what is wrong with rule files, and give the exit to raise."""
    for problem in problems_of(error):
        note(str(problem))
    return Exit(FAILED)


def select(rulebook: Rulebook, patterns: Iterable[str]) -> list[Rule]:
    """The rules that ids, groups and globs name, each once; all of them without patterns. A name of no rule ends the
    command."""
    chosen: dict[str, Rule] = {}
    unknown = False
    for pattern in patterns:
        rules = rulebook.select(pattern)
        if not rules:
            short = [id for id in rulebook.rules if id.partition("/")[2] == pattern]
            known = [*rulebook.rules, *{rule.group for rule in rulebook}]
            hint = f"did you mean '{short[0]}'?" if short else close(pattern, known)
            note(f"there is no rule '{pattern}'" + (f": {hint}" if hint else "; 'newslint rules' lists them"))
            unknown = True
        chosen |= {rule.id: rule for rule in rules}
    if unknown:
        raise Exit(FAILED)
    return list(chosen.values()) if patterns else list(rulebook)
