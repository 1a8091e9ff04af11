"""newslint rule: commands about rules."""

from __future__ import annotations

import click

from newslint.cli.app import LazyGroup

COMMANDS: dict[str, str] = {}


@click.group("rule", cls=LazyGroup, lazy=COMMANDS)
def rule() -> None:
    """List, show, test and write rules."""
