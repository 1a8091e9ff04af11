"""The terminal: what is written there, its width and colours."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any


def put(text: str, stream: IO[str]) -> None:
    """Write to standard output or error at once."""
    if sys.platform == "win32":
        # Old consoles there need their colours translated.
        import click

        click.echo(text, stream, nl=False, color=True)
    else:
        stream.write(text)
        stream.flush()


def note(text: str) -> None:
    """A line for the person on standard error."""
    from contextlib import suppress

    from newslint.reporters.visible import Visible

    shown = Visible(getattr(sys.stderr, "encoding", None) or "utf-8").text(text)
    # Standard error that is full or gone must not cost the findings.
    with suppress(OSError):
        put(f"newslint: {shown}\n", sys.stderr)


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
