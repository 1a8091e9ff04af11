"""How often newslint is right on published articles: `python -m benchmarks clean ARTICLES [--verdicts FILE]`.

Every report of level error and warning on a folder of articles, against verdicts that a person gave (right, wrong or
arguable; file, place and rule are kept, no text): how many are right, how many there are per 100 articles and per 1,000
words, by level, by rule and by source (the folder's folders), so that a source which nobody tuned on can be looked at
by itself. What has no verdict yet is counted as unread; `--unread` prints it with its line, `--write` adds it to the
file for a person to fill in. `--sample N` takes so many of the warnings, by a fixed seed.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

VERDICTS = Path(__file__).parent / "verdicts" / "clean.csv"
LEVELS = ("error", "warning")
_SEED = 20


class Place(NamedTuple):
    """What a verdict is about; line and column from 1. The level is not part of it: it may change."""

    file: str
    line: int
    column: int
    rule: str


class Found(NamedTuple):
    """A report."""

    place: Place
    level: str
    message: str


def main(words: Sequence[str]) -> int:
    """Measure and print."""
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m benchmarks clean", description=__doc__, formatter_class=formatter)
    parser.add_argument("articles", type=Path, help="a folder of articles")
    parser.add_argument("--verdicts", type=Path, default=VERDICTS, help="a CSV file: file, line, column, rule, verdict")
    parser.add_argument("--unread", action="store_true", help="print what has no verdict yet")
    parser.add_argument("--write", action="store_true", help="add what has no verdict yet to the file")
    parser.add_argument("--sample", type=int, default=0, help="only so many of the warnings")
    options = parser.parse_args(words)
    found, sizes = reports(options.articles)
    if options.sample:
        found = sampled(found, options.sample)
    known = verdicts(options.verdicts)
    unread = [f for f in found if f.place not in known]
    if options.unread:
        for f in unread:
            line = (options.articles / f.place.file).read_bytes().decode("utf-8-sig", "replace").splitlines()
            text = line[f.place.line - 1] if f.place.line <= len(line) else ""
            at = f.place.column - 1
            print(f"{f.place.file}:{f.place.line}:{f.place.column} {f.level} {f.place.rule} {f.message}")
            print(f"    {text[max(0, at - 70) : at]}>>>{text[at : at + 90]}")
    if options.write:
        known |= {f.place: "" for f in unread}
        _write(options.verdicts, known)
    print(table(found, known, sizes))
    return 0


def reports(folder: Path) -> tuple[list[Found], dict[str, int]]:
    """Errors and warnings on the articles of a folder, and the words of each article."""
    command = [sys.executable, "-m", "newslint", "check", "--no-config", "--format", "json", str(folder.resolve())]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    run = json.loads(done.stdout)
    found, sizes = [], {}
    for file in run["files"]:
        path = (folder / file["path"]).resolve()
        name = path.relative_to(folder.resolve()).as_posix()
        sizes[name] = len(path.read_bytes().split())
        for d in file["diagnostics"]:
            if d["severity"] in LEVELS:
                found.append(Found(Place(name, d["line"], d["column"], d["rule"]), d["severity"], d["message"]))
    return sorted(found), sizes


def sampled(found: Sequence[Found], number: int) -> list[Found]:
    """All errors, and so many of the warnings, the same ones each time."""
    warnings = [f for f in found if f.level == "warning"]
    chosen = set(random.Random(_SEED).sample(warnings, min(number, len(warnings))))
    return [f for f in found if f.level == "error" or f in chosen]


def verdicts(file: Path) -> dict[Place, str]:
    """The verdicts of a file, by place."""
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        return {Place(r["file"], int(r["line"]), int(r["column"]), r["rule"]): r["verdict"] for r in rows}


def _write(file: Path, known: dict[Place, str]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow((*Place._fields, "verdict"))
        writer.writerows((*place, verdict) for place, verdict in sorted(known.items()))


def table(found: Sequence[Found], known: dict[Place, str], sizes: dict[str, int]) -> str:
    """The shares by level, by source and level, and by rule."""
    words, articles = sum(sizes.values()), len(sizes)
    lines = [f"{articles} articles, {words} words", "", _row("", ("reports", *_COLUMNS))]
    sources = sorted({name.partition("/")[0] for name in sizes if "/" in name})
    for level in LEVELS:
        lines.append(_row(level, _counts([f for f in found if f.level == level], known, words, articles)))
    for source in sources if len(sources) > 1 else ():
        inside = {name: size for name, size in sizes.items() if name.startswith(f"{source}/")}
        for level in LEVELS:
            some = [f for f in found if f.level == level and f.place.file in inside]
            lines.append(_row(f"{source}, {level}", _counts(some, known, sum(inside.values()), len(inside))))
    lines.append("")
    for rule, _ in Counter(f.place.rule for f in found).most_common():
        lines.append(_row(rule, _counts([f for f in found if f.place.rule == rule], known, words, articles)))
    return "\n".join(lines)


_COLUMNS = ("right", "arguable", "wrong", "unread", "right %", "wrong/100 articles", "reports/1,000 words")


def _counts(found: Sequence[Found], known: dict[Place, str], words: int, articles: int) -> tuple[str, ...]:
    """A row's cells. Arguable ones count half."""
    given = Counter(known.get(f.place, "") for f in found)
    right, arguable, wrong = (given[name] for name in ("right", "arguable", "wrong"))
    judged = right + arguable + wrong
    share = f"{100 * (right + arguable / 2) / judged:.0f}" if judged else ""
    counts = (len(found), right, arguable, wrong, len(found) - judged)
    return (
        *map(str, counts), share, f"{100 * wrong / max(1, articles):.2f}", f"{1000 * len(found) / max(1, words):.2f}",
    )  # fmt: skip


def _row(name: str, cells: Iterable[str]) -> str:
    widths = [max(9, len(head) + 2) for head in ("", *_COLUMNS)]
    return f"{name:32}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
