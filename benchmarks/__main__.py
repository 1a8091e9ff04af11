"""Measures newslint: `python -m benchmarks [FOLDER] [--only ...] [--quick]`; see docs/benchmarks.md.

python -m benchmarks                        the goals, on made-up articles
python -m benchmarks FOLDER --styles STYLES the goals, on a folder's articles (*.txt) and Vale styles
python -m benchmarks vale STYLES ARTICLES   Vale and newslint with the same rules, alert by alert
python -m benchmarks profile [ARTICLES]     where the time goes
python -m benchmarks parts [ARTICLES]       the parts by themselves
python -m benchmarks scaling                how the cost grows with the size, on hostile texts too
python -m benchmarks learning FOLDER...         does half of an archive foretell the other half?
python -m benchmarks languagetool SERVER ARTICLES   the raw server and newslint side by side
python -m benchmarks accuracy [FOLDER]   how many faults are found, and how much is called wrong
python -m benchmarks clean ARTICLES     how often it is right on published articles
python -m benchmarks spelling    spelling checkers side by side
"""

from __future__ import annotations

import argparse
import importlib
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

COMMANDS = {
    "vale": "benchmarks.compare",
    "profile": "benchmarks.profiling",
    "parts": "benchmarks.parts",
    "learning": "benchmarks.learning",
    "languagetool": "benchmarks.languagetool",
    "clean": "benchmarks.clean",
    "spelling": "benchmarks.spelling",
    "scaling": "benchmarks.scaling",
    "accuracy": "benchmarks.accuracy",
}


def main(words: Sequence[str]) -> int:
    """The command: the goals, or one of COMMANDS."""
    if words and words[0] in COMMANDS:
        status: int = importlib.import_module(COMMANDS[words[0]]).main(words[1:])
        return status
    from benchmarks.goals import ROWS, Bench, Row, table

    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__, formatter_class=formatter)
    parser.add_argument("folder", type=Path, nargs="?", help="a folder of articles; made up unless given")
    parser.add_argument("--styles", type=Path, help="a folder of Vale styles, a folder each")
    parser.add_argument("--vale", default="vale", help="the vale program")
    parser.add_argument("--only", action="append", choices=list(ROWS), help="only these goals (repeatable)")
    parser.add_argument("--quick", action="store_true", help="smaller data and fewer rounds: a look, no figures")
    options = parser.parse_args(words)
    rows: list[Row] = []
    print(f"newslint {_commit()}, Python {platform.python_version()}, {platform.machine()}")
    for name in options.only or ROWS:
        # A folder for each: their data is large, and nothing is to carry over.
        with tempfile.TemporaryDirectory(prefix="newslint-bench-") as folder:
            bench = Bench(Path(folder), options.folder, options.styles, options.vale, options.quick)
            for row in ROWS[name](bench):
                rows.append(row)
                print(f"  {row.work}: {row.reached} ({row.goal})", flush=True)
    print("\n" + table(rows))
    return 0


def _commit() -> str:
    """The commit that is measured, with a mark where files differ from it."""
    words = ["git", "-C", str(Path(__file__).parent), "describe", "--always", "--dirty"]
    try:
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return "(no commit known)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
