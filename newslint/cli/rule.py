"""newslint rule: commands about rules."""

from __future__ import annotations

import click

from newslint.cli.app import LazyGroup

COMMANDS = {
    "list": "newslint.cli.rule_list:rule_list",
    "show": "newslint.cli.rule_show:rule_show",
    "test": "newslint.cli.rule_test:rule_test",
    "try": "newslint.cli.rule_try:rule_try",
    "new": "newslint.cli.rule_new:rule_new",
    "schema": "newslint.cli.rule_schema:rule_schema",
}

HELP = """List, explain, test and write rules.

\b
Examples:
  newslint rule list
  newslint rule show dates/relative
  newslint rule new usage/fire-fighter --pack house
  newslint rule test house
  newslint rule try house/usage/fire-fighter.yaml archive/
"""


@click.group("rule", cls=LazyGroup, lazy=COMMANDS, help=HELP, short_help="List, explain, test and write rules.")
def rule() -> None:
    """The group itself does nothing."""
