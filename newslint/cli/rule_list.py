"""newslint rules: what is checked."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.terminal import note, use_color, width
from newslint.cli.values import LEVEL, config_options, rule_names

if TYPE_CHECKING:
    from newslint.rulebook.rule import Rule

HELP = """List the rules, or those of some ids, groups or globs: id, level, and what each says. A rule that is off or a
draft says so in place of its level.

\b
Examples:
  newslint rules
  newslint rules typos 'leftovers/*'
  newslint rules --level error --status live
  newslint rules --count
  newslint rules --pack guardian --in-pack guardian
"""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_LEAST = 16
"""Cells below which a text about a rule says too little to be shown."""


@click.command("list", help=HELP, short_help="List the rules.")
@click.argument("patterns", nargs=-1, metavar="[RULES]...", shell_complete=rule_names)
@click.option("--level", "levels", multiple=True, type=LEVEL, help="Only rules of this level.")
@click.option(
    "--status", "statuses", multiple=True, type=click.Choice(["live", "draft", "off"]), help="Only such rules."
)
@click.option("--check", "kinds", multiple=True, metavar="KIND", help="Only rules of this check kind.")
@click.option("--in-pack", "origins", multiple=True, metavar="PACK", help="Only rules that this pack has or changes.")
@click.option("--count", is_flag=True, help="Only the numbers, group by group.")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text", help="text or json.")
@config_options
def rule_list(
    patterns: tuple[str, ...], levels: tuple[str, ...], statuses: tuple[str, ...], kinds: tuple[str, ...],
    origins: tuple[str, ...], count: bool, format: str, no_config: bool, config: str, packs: tuple[str, ...],
) -> None:  # fmt: skip
    """List rules."""
    from newslint.cli.rulebook import open_rulebook, select

    book = open_rulebook(no_config, config, packs)
    loaded = [pack.name for pack in book.packs]
    for name in origins:
        if name not in loaded:
            raise click.UsageError(f"--in-pack: the pack {name} is not loaded; add --pack {name}.")
    rules = [
        rule
        for rule in select(book, patterns)
        if (not levels or rule.severity in levels)
        and (not statuses or rule.status in statuses)
        and (not kinds or rule.check in kinds)
        and (not origins or rule.pack in origins)
    ]
    if format == "json":
        import json

        click.echo(json.dumps([_record(rule) for rule in rules], indent=2, ensure_ascii=False))
        return
    if not rules:
        note("no rule is like that")
    for line in _counted(rules) if count else _listed(rules):
        click.echo(line, color=True)


def _listed(rules: Sequence[Rule]) -> Iterator[str]:
    """A line a rule, the groups parted by empty lines, and the numbers at the end of a long list."""
    from newslint.reporters.excerpt import shortened
    from newslint.reporters.visible import Visible, wrap

    visible = Visible(getattr(sys.stdout, "encoding", None) or "utf-8")
    widest = max((len(rule.id) for rule in rules), default=0)
    room = width(sys.stdout) - widest - 14
    for i, (_, members) in enumerate(_groups(rules)):
        yield from [""] if i else []
        for rule in members:
            about = shortened(_PLACEHOLDER.sub("…", rule.message), room, visible) if room >= _LEAST else ""
            yield f"{_bold(rule.id.ljust(widest))}  {_level(rule):10}  {about}".rstrip()
    if len(rules) > 9:
        yield ""
        yield from wrap(f"{len(rules)} rules: {_sums(rules)}", width(sys.stdout), visible)


def _counted(rules: Sequence[Rule]) -> Iterator[str]:
    groups = [(name, list(members)) for name, members in _groups(rules)]
    widest = max((len(name) for name, _ in groups), default=0)
    for name, members in groups:
        yield f"{_bold(name.ljust(widest))}  {len(members):4}  {_sums(members)}"
    yield f"{'in all'.ljust(widest)}  {len(rules):4}  {_sums(rules)}".rstrip()


def _groups(rules: Sequence[Rule]) -> Iterable[tuple[str, Iterator[Rule]]]:
    return groupby(rules, key=lambda rule: rule.group)


def _sums(rules: Sequence[Rule]) -> str:
    """How many of each level, and how many are off or drafts: "3 error, 2 warning, 1 off"."""
    counts = Counter(_level(rule) for rule in rules)
    return ", ".join(f"{counts[n]} {n}" for n in ("error", "warning", "suggestion", "draft", "off") if counts[n])


def _level(rule: Rule) -> str:
    return str(rule.severity) if rule.status == "live" else rule.status


def _bold(text: str) -> str:
    return click.style(text, bold=True) if use_color("auto", sys.stdout) else text


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "group": rule.group,
        "level": str(rule.severity),
        "status": rule.status,
        "check": rule.check,
        "pack": rule.pack,
        "message": rule.message,
        "why": rule.why,
        "reference": rule.reference,
        "zones": sorted(rule.zones),
        "yields": list(rule.yields),
    }
