"""newslint completion: what a shell needs to complete the command."""

from __future__ import annotations

import click

HELP = """Print the script that teaches a shell to complete newslint's commands, options and the names of rules.

\b
Examples:
  newslint completion bash >> ~/.bashrc
  newslint completion zsh >> ~/.zshrc
  newslint completion fish > ~/.config/fish/completions/newslint.fish
"""


@click.command("completion", help=HELP, short_help="Print a shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print a completion script."""
    from click.shell_completion import get_completion_class

    from newslint.cli.app import app

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(app, {}, "newslint", "_NEWSLINT_COMPLETE").source())
