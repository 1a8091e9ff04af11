"""newslint rule test: do the rules' own examples hold?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli import FAILED, FOUND
from newslint.cli.terminal import note
from newslint.cli.values import config_options, rule_files

if TYPE_CHECKING:
    from newslint.rulebook.load import Rulebook
    from newslint.rulebook.problems import Problem
    from newslint.rulebook.rule import Rule

HELP = """Run the examples that rules carry: each rule must flag what its bad examples mark and nothing else, and its
fixes must hold.

With no PATH, all rules of the current folder's configuration and of the packs that come with newslint are tested. A
PATH is a pack's folder, a folder in it or a rule file; an id, group or glob of loaded rules will do too.

\b
Exit status: 0 all hold, 1 some don't, 2 a rule file has mistakes.

\b
Examples:
  newslint rule test
  newslint rule test house/usage/fire-fighter.yaml
  newslint rule test dates
"""


@click.command("test", help=HELP, short_help="Run the examples that rules carry.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=rule_files)
@config_options
def rule_test(paths: tuple[str, ...], no_config: bool, config: str, packs: tuple[str, ...]) -> int:
    """Test rules."""
    from newslint.cli.rulebook import open_rulebook, select
    from newslint.config.paths import shown
    from newslint.engine.proof import prove

    books: list[tuple[Rulebook, list[Rule]]] = []
    problems: list[Problem] = []
    names = [p for p in paths if not Path(p).exists()]
    if names or not paths:
        book = open_rulebook(no_config, config, packs)
        books.append((book, select(book, names)))
    for path in [p for p in paths if Path(p).exists()] if paths else _styles():
        book, rules, more = _at(path, packs)
        books.append((book, rules))
        problems += more
    tested = failed = 0
    for book, rules in books:
        for rule in rules:
            failures = prove(rule, book.lexicon)
            tested += 1
            failed += bool(failures)
            for failure in failures:
                click.echo(str(failure._replace(path=shown(failure.path))))
    for problem in problems:
        note(str(problem))
    click.echo(_closing(tested, failed))
    return FAILED if problems or not tested else FOUND if failed else 0


def _styles() -> list[str]:
    """The built-in packs beside core."""
    from newslint.rulebook.packs import built_in_packs

    return [str(folder) for name, folder in built_in_packs().items() if name != "core"]


def _at(path: str, packs: Sequence[str]) -> tuple[Rulebook, list[Rule], list[Problem]]:
    """The rules at a path, tested with the core pack's words and those of their own pack."""
    from newslint.rulebook.load import collect_at

    book, rules, problems = collect_at(Path(path), packs)
    return book, rules, [p for p in problems if _inside(p.path, Path(path).resolve())]


def _inside(path: str, folder: Path) -> bool:
    full = Path(path).resolve()
    return folder == full or folder in full.parents


def _closing(tested: int, failed: int) -> str:
    rules = f"{tested} rule" if tested == 1 else f"{tested} rules"
    if not tested:
        return "No rules to test."
    return f"{failed} of {rules} {'fails' if failed == 1 else 'fail'}." if failed else f"The examples of {rules} hold."
