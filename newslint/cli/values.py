"""Options and values that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

import click

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


def note(text: str) -> None:
    """A line for the person on standard error."""
    from newslint.reporters.visible import Visible

    shown = Visible(getattr(sys.stderr, "encoding", None) or "utf-8").text(text)
    with suppress(OSError):
        # Standard error that is full or gone must not cost the findings.
        click.echo(f"newslint: {shown}", err=True)


def use_color(choice: str, stream: Any) -> bool:
    """Whether to colour a stream: as chosen, else by NO_COLOR (https://no-color.org), FORCE_COLOR and the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("0", "false", ""):
        return True
    return bool(stream.isatty()) and os.environ.get("TERM") != "dumb"


def width(stream: Any) -> int:
    """Cells across: of the terminal, or as COLUMNS says, else 100."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns):
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or 100
    except (OSError, ValueError):
        return 100
