"""Options and values that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

F = TypeVar("F", bound=Callable[..., Any])

LEVEL = click.Choice(["error", "warning", "suggestion"])


def split_names(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Rule ids, groups and globs, given one by one or between commas."""
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))


def split_pairs(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Keys and values, given as key=value. Raises click.BadParameter."""
    pairs = []
    for value in values:
        key, equals, text = value.partition("=")
        if not equals or not key.strip():
            raise click.BadParameter(f"'{value}' is not KEY=VALUE, such as section=sport.", ctx, param)
        from newslint.config.metadata import key_fault, value_fault

        key, text = key.strip(), text.strip()
        wrong, hint = key_fault(key)
        if wrong or (wrong := value_fault(key, text)):
            raise click.BadParameter(f"{wrong}: {hint}" if hint else wrong, ctx, param)
        pairs.append((key.strip(), text.strip()))
    return tuple(pairs)


def known_server(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """A LanguageTool server as a person names it. Raises click.BadParameter."""
    if value:
        from newslint.config.languagetool import server_fault

        wrong, hint = server_fault(value)
        if wrong:
            raise click.BadParameter(f"{wrong}: {hint}", ctx, param)
    return value


def known_format(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """The name of a format of articles. Raises click.BadParameter."""
    from newslint.readers.base import known_formats, knows

    if value and not knows(value):
        raise click.BadParameter(f"'{value}' is not one of {', '.join(known_formats())}.", ctx, param)
    return value


def rule_names(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """What completes the name of a rule: groups and ids. Names between commas too."""
    from newslint.cli.rulebook import open_rulebook

    done, comma, part = incomplete.rpartition(",")
    try:
        rules = open_rulebook(False, "", ())
    except click.exceptions.Exit:
        return []
    names = {rule.group for rule in rules} | {rule.id for rule in rules}
    return [done + comma + name for name in sorted(names) if name.startswith(part)]


def rule_files(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """What completes a rule file or the name of a rule."""
    from click.shell_completion import CompletionItem

    return [*map(CompletionItem, rule_names(ctx, param, incomplete)), CompletionItem(incomplete, type="file")]


def config_options(command: F) -> F:
    """The options that say which configuration and packs there are."""
    options = [
        click.option("--no-config", is_flag=True, help="Look for no configuration."),
        click.option(
            "--config", default="", metavar="FILE", type=click.Path(), help="Use this configuration for every file."
        ),
        click.option(
            "--pack", "--style", "packs", multiple=True, metavar="PACK",
            help="Add a pack of rules: a name, a folder or a rule file.",
        ),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command
