"""The command line: one file a command, loaded when it is called."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence

FOUND, FAILED, INTERRUPTED, PIPE_CLOSED = 1, 2, 130, 141
"""Exit statuses beside 0: a file is blocked; something could not be done; and those of SIGINT and SIGPIPE (128 + n)."""

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO) if os.name != "nt" else (errno.ENOSPC,)
"""What writing raises where there is no room."""


_COUNTS = sys.implementation.name == "cpython"
"""Whether garbage is found by counting, and the rounds of the collector are for cycles alone."""


def main() -> None:
    """Entry point of the `newslint` command."""
    _spare_rounds()
    status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        status = _drop_output()
    except OSError as error:
        status = _cannot_write(error)
    if _COUNTS:
        # The rounds at the end of the process would find nothing that the system doesn't take back by itself.
        gc.freeze()
    sys.exit(status)


def run(args: Sequence[str]) -> int:
    """Run the command with some arguments and give its exit status; what goes wrong ends in one line, not a traceback.

    With NEWSLINT_DEBUG=1 in the environment an internal error shows where it came from.
    """
    _open_closed()
    _tame(sys.stdout)
    _tame(sys.stderr)
    try:
        return _run(list(args))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _drop_output()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
            return _cannot_write(error)
        if os.environ.get("NEWSLINT_DEBUG"):
            raise
        text = " ".join(str(error).split())
        print(f"newslint: internal error, please report it: {type(error).__name__}: {text}", file=sys.stderr)
        print("(NEWSLINT_DEBUG=1 shows where it happened)", file=sys.stderr)
        return FAILED


def _run(args: list[str]) -> int:
    if args[:1] == ["check"] and "_NEWSLINT_COMPLETE" not in os.environ:
        from newslint.cli.quick import parse

        given = parse(args[1:])
        if given is not None:
            from newslint.cli.checking import check

            return check(**given)
    from click import ClickException
    from click.exceptions import Abort, Exit

    from newslint.cli.app import app

    try:
        if "_NEWSLINT_COMPLETE" in os.environ:
            app.main(args, prog_name="newslint")
        with app.make_context("newslint", args) as context:
            return app.invoke(context) or 0
    except Exit as done:
        return done.exit_code
    except Abort:
        return INTERRUPTED
    except ClickException as error:
        error.show()
        return FAILED


def _spare_rounds() -> None:
    """Look for cycles seldom: there are few, and a round after every 700 new objects is a tenth of a short run."""
    if _COUNTS:
        gc.set_threshold(100_000, 20, 100)


def _open_closed() -> None:
    """Python has None for a stream that was closed before the start (`>&-`): what is written there goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _tame(stream: object) -> None:
    """Escape what a console can't write (cp1252, a file name that is not UTF-8) instead of failing on it."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")


def _drop_output() -> int:
    """The reader of our output went away: what is left in the buffers must not raise again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _cannot_write(error: OSError) -> int:
    """The disk behind standard output is full."""
    _drop_output()
    print(f"newslint: cannot write standard output: {error.strerror}", file=sys.stderr)
    return FAILED
