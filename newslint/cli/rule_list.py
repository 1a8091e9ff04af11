"""newslint rules: what is checked."""

from __future__ import annotations

import sys

import click

from newslint.cli.values import config_options, use_color, width

HELP = """List the rules, or those of some ids, groups or globs: id, level, and what each is for.

\b
Examples:
  newslint rules
  newslint rules typos 'leftovers/*'
  newslint rules --pack house
"""


@click.command("list", help=HELP, short_help="List the rules.")
@click.argument("patterns", nargs=-1, metavar="[RULES]...")
@config_options
def rule_list(patterns: tuple[str, ...], no_config: bool, config: str, packs: tuple[str, ...]) -> None:
    """List rules."""
    from newslint.cli.rulebook import open_rulebook, select
    from newslint.reporters.excerpt import shortened
    from newslint.reporters.visible import Visible

    rules = select(open_rulebook(no_config, config, packs), patterns)
    out = sys.stdout
    visible = Visible(getattr(out, "encoding", None) or "utf-8")
    colored = use_color("auto", out)
    widest = max((len(r.id) for r in rules), default=0)
    for r in rules:
        level = str(r.severity) if r.status == "live" else r.status
        about = shortened(r.why or r.message, width(out) - widest - 14, visible)
        name = click.style(r.id.ljust(widest), bold=True) if colored else r.id.ljust(widest)
        click.echo(f"{name}  {level:10}  {about}".rstrip(), color=True)
