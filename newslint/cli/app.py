"""The `newslint` command and the table of its commands."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import click

import newslint

COMMANDS = {
    "check": "newslint.cli.check:check",
    "rule": "newslint.cli.rule:rule",
    "rules": "newslint.cli.rule_list:rule_list",
    "explain": "newslint.cli.rule_show:rule_show",
    "learn": "newslint.cli.learn:learn",
    "languagetool": "newslint.cli.languagetool:languagetool",
    "init": "newslint.cli.init:init",
    "completion": "newslint.cli.completion:completion",
}
"""Command -> module:attribute."""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called, or listed in the help."""

    def __init__(self, *args: Any, lazy: dict[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._lazy:
            return None
        module, _, attribute = self._lazy[cmd_name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.UsageError(f"{error.message.rstrip('.')}{_meant(args[0], self._lazy)}", ctx) from None


def _meant(found: str, known: dict[str, str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(found, list(known), 1)
    if near:
        return f"; did you mean '{near[0]}'?"
    return f"; to check a file: newslint check {found}" if os.path.exists(found) else "."


HELP = """Check headlines and articles before they are published.

\b
Examples:
  newslint check article.txt          findings in one article
  newslint check content/             and in a folder of them
  newslint rules                      the rules there are
  newslint explain honorifics/inconsistent
"""


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(newslint.__version__, "-V", "--version", message="newslint %(version)s")
def app() -> None:
    """The group itself does nothing."""
