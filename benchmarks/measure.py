"""Whole-process measurements: processor time, wall time, peak memory; several runs of several commands in turn.

Only ratios within one run mean anything: the commands take turns (A B A B ...), so that whatever else the machine does
meets all of them alike. Processor time (user and system together) is what the ratios are made of.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Run(NamedTuple):
    """One run: seconds of processor and wall time, peak resident memory in bytes, exit status (negative: a signal)."""

    cpu: float
    wall: float
    memory: int
    status: int


class Ratio(NamedTuple):
    """How many times as long one command takes as another: the median over the rounds, the least and the most."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        digits = 2 if self.median < 10 else 1 if self.median < 100 else 0
        return f"{self.median:.{digits}f} ({self.low:.{digits}f}-{self.high:.{digits}f})"


class Command(NamedTuple):
    """A command to time: its name in tables, its words, and variables of its environment."""

    name: str
    words: Sequence[str]
    environment: Mapping[str, str] = {}
    folder: Path | None = None


def run(command: Command, output: Path | None = None, seconds: float = 900.0) -> Run:
    """Run a command to its end. Its output goes to a file, or nowhere."""
    # Modules are compiled once, as those of an installed program are.
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = plain | dict(command.environment)
    with open(output or os.devnull, "wb") as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            list(command.words), stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=environment, cwd=command.folder
        )
        until = start + seconds
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        pause = 0.0005
        while pid == 0:
            if time.perf_counter() > until:
                process.kill()
            time.sleep(pause)
            pause = min(pause * 1.1, 0.02)
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    scale = 1 if sys.platform == "darwin" else 1024
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * scale, process.returncode)


def alternate(commands: Sequence[Command], rounds: int, warm: bool = True) -> dict[str, list[Run]]:
    """Runs of each command by name, taken in turn. `warm`: each runs once before, uncounted."""
    if warm:
        for command in commands:
            run(command)
    found: dict[str, list[Run]] = {command.name: [] for command in commands}
    for _ in range(rounds):
        for command in commands:
            found[command.name].append(run(command))
    return found


def cpu(runs: Sequence[Run]) -> float:
    """Median processor time in seconds."""
    return statistics.median(r.cpu for r in runs)


def wall(runs: Sequence[Run]) -> float:
    """Median wall time in seconds."""
    return statistics.median(r.wall for r in runs)


def memory(runs: Sequence[Run]) -> float:
    """Peak resident memory in megabytes (10^6 bytes)."""
    return max(r.memory for r in runs) / 1e6


def ratio(longer: Sequence[Run], shorter: Sequence[Run]) -> Ratio:
    """How many times as much processor time the first takes, round by round."""
    found = [a.cpu / b.cpu for a, b in zip(longer, shorter, strict=True)]
    return Ratio(statistics.median(found), min(found), max(found))


def newslint(*words: str) -> list[str]:
    """The words of a newslint command: the script that a person starts, beside this Python."""
    script = Path(sys.executable).with_name("newslint")
    return [str(script), *words] if script.is_file() else [sys.executable, "-m", "newslint", *words]
