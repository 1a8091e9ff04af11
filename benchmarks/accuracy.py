"""How right newslint is: on the sample articles, and on faults put into clean ones with a fixed seed.

python -m benchmarks accuracy                     both, by group
python -m benchmarks accuracy FOLDER              faults put into a folder's clean articles (*.txt) instead
python -m benchmarks accuracy --kinds --show 3    by kind of fault too, with three of each that were missed
python -m benchmarks accuracy --group names       one group
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.faults import GROUPS, Case, cases
from benchmarks.faults.model import Article, Place, articles

HERE = Path(__file__).parent
LEVELS = ("error", "warning", "suggestion")


class Report(NamedTuple):
    """What newslint said of a place: rule, level, and the place in code points."""

    rule: str
    level: str
    place: Place

    @property
    def group(self) -> str:
        """The rule's group."""
        return self.rule.split("/", 1)[0]


class Outcome(NamedTuple):
    """A case with the reports that its fault brought, at its places and elsewhere."""

    case: Case
    there: list[Report]
    elsewhere: list[Report]


def check(folder: Path) -> dict[str, list[Report]]:
    """Reports by file name of a folder's articles, with the default rules; RuntimeError if newslint did not run."""
    words = [
        sys.executable,
        "-m",
        "newslint",
        "check",
        str(folder),
        "--no-config",
        "--format",
        "json",
        "--exit-zero",
        "-q",
    ]
    done = subprocess.run(words, capture_output=True, check=False)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        raise RuntimeError(f"newslint ended with {done.returncode}: {done.stderr.decode(errors='replace')}") from None
    for error in answer["errors"]:
        print(f"not checked: {Path(error['path']).name}: {error['message']}", file=sys.stderr)
    return {Path(f["path"]).name: [_report(d) for d in f["diagnostics"]] for f in answer["files"]}


def _report(item: Mapping[str, Any]) -> Report:
    return Report(item["rule"], item["severity"], (item["offset"], item["end_offset"]))


def check_texts(texts: Mapping[str, str]) -> dict[str, list[Report]]:
    """Reports of texts by name, by way of a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="newslint-accuracy-") as folder:
        for name, text in texts.items():
            (Path(folder) / name).write_bytes(text.encode("utf-8"))
        return check(Path(folder))


def touches(one: Place, other: Place) -> bool:
    """Whether two places overlap; an empty one may lie at the other's end."""
    if one[0] == one[1] or other[0] == other[1]:
        return one[0] <= other[1] and other[0] <= one[1]
    return one[0] < other[1] and other[0] < one[1]


def outcome(case: Case, clean: Sequence[Report], now: Sequence[Report]) -> Outcome:
    """Sort the reports of an article with a fault; those it had before are left out."""
    moved = case.fault.moved
    before = {(r.rule, moved(r.place[0]), moved(r.place[1], end=True)) for r in clean}
    wrong = [_line(case.text, p) if case.kind.whole_line else p for p in case.fault.wrong]
    new = [r for r in now if (r.rule, *r.place) not in before]
    there = [r for r in new if any(touches(r.place, p) for p in wrong)]
    return Outcome(case, there, [r for r in new if r not in there])


def _line(text: str, place: Place) -> Place:
    end = text.find("\n", place[1])
    return text.rfind("\n", 0, place[0]) + 1, len(text) if end < 0 else end


def samples(folder: Path) -> list[list[str]]:
    """Rows for the sample articles: what their lists expect, what was found, what else was reported."""
    found = check(folder)
    counts: dict[str, Counter[str]] = {}
    words = 0
    for listing in sorted(folder.glob("*.expected.json")):
        name = listing.name.removesuffix(".expected.json")
        text = _decoded(folder / name)
        words += len(text.split())
        lists = json.loads(listing.read_text(encoding="utf-8"))
        known = [(x["rule"], _place(text, x), x in lists["expect"]) for x in lists["expect"] + lists["optional"]]
        for rule, place, must in known:
            if must:
                row = counts.setdefault(rule.split("/")[0], Counter())
                row["wanted"] += 1
                row["found"] += any(r.rule == rule and touches(r.place, place) for r in found[name])
        for report in found[name]:
            right = any(rule == report.rule and touches(report.place, place) for rule, place, _ in known)
            counts.setdefault(report.group, Counter())["right" if right else "wrong"] += 1
    total = Counter[str]()
    for row in counts.values():
        total.update(row)
    return [_sample_row(group, n, words) for group, n in [*sorted(counts.items()), ("all", total)]]


def _sample_row(group: str, n: Counter[str], words: int) -> list[str]:
    reports = n["right"] + n["wrong"]
    return [
        *(group, str(n["wanted"]), str(n["found"]), _share(n["found"], n["wanted"])),
        *(str(reports), _share(n["right"], reports), str(n["wrong"]), f"{1000 * n['wrong'] / max(1, words):.2f}"),
    ]


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _place(text: str, item: Mapping[str, Any]) -> Place:
    starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]
    start = starts[item["line"] - 1] + item["column"] - 1
    return start, start + len(item["text"])


def faulty(found: Iterable[Case], clean: Mapping[str, Sequence[Report]]) -> list[Outcome]:
    """Check the cases in one process, and sort the reports."""
    numbered = {f"{number:05}.txt": case for number, case in enumerate(found)}
    now = check_texts({name: case.text for name, case in numbered.items()})
    return [outcome(case, clean[case.article.name], now.get(name, [])) for name, case in numbered.items()]


def group_row(group: str, done: Sequence[Outcome], alarms: Sequence[Report], words: int) -> list[str]:
    """A group's row: faults, found, reports at their places and elsewhere, and reports on the clean articles."""
    found, there, elsewhere = _counts(done)
    levels = Counter(r.level for r in alarms)
    return [
        *(
            group,
            str(len(done)),
            str(found),
            _share(found, len(done)),
            str(elsewhere),
            _share(there, there + elsewhere),
        ),
        *(str(levels[level]) for level in LEVELS),
        f"{1000 * len(alarms) / max(1, words):.2f}",
    ]


def _counts(done: Sequence[Outcome]) -> tuple[int, int, int]:
    return sum(bool(o.there) for o in done), sum(len(o.there) for o in done), sum(len(o.elsewhere) for o in done)


def kind_rows(done: Sequence[Outcome]) -> list[list[str]]:
    """A row for each kind of fault."""
    rows = []
    for name in dict.fromkeys(o.case.kind.name for o in done):
        mine = [o for o in done if o.case.kind.name == name]
        found, _, elsewhere = _counts(mine)
        group = mine[0].case.kind.group
        rows.append([group, name, str(len(mine)), str(found), _share(found, len(mine)), str(elsewhere)])
    return rows


def show(done: Sequence[Outcome], most: int) -> None:
    """Print some cases of each kind that were missed, and the reports elsewhere."""
    shown = Counter[str]()
    for o in done:
        name = o.case.kind.name
        if not o.there and shown[name] < most:
            shown[name] += 1
            print(f"  missed {name} {o.case.article.name}: {_context(o.case.text, o.case.fault.wrong[0])}")
        for report in o.elsewhere:
            if shown[name + report.rule] < most:
                shown[name + report.rule] += 1
                print(f"  elsewhere {name}: {report.level} {report.rule}: {_context(o.case.text, report.place)}")


def _context(text: str, place: Place) -> str:
    start, end = place[0], min(place[1], place[0] + 100)
    return repr(f"{text[max(0, start - 30) : start]}[[{text[start:end]}]]{text[end : end + 30]}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows as text, numbers to the right."""
    cells = [list(head), *map(list, rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    numeric = [all(row[i][:1].isdigit() or row[i] == "-" for row in cells[1:]) for i in range(len(head))]
    return "\n".join(
        "  ".join(c.rjust(w) if n else c.ljust(w) for c, w, n in zip(row, widths, numeric, strict=True)).rstrip()
        for row in cells
    )


def main(arguments: Sequence[str]) -> int:
    """The command `accuracy`."""
    formatter = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks accuracy", description=__doc__, formatter_class=formatter
    )
    parser.add_argument(
        "folder", type=Path, nargs="?", help="clean articles; those of benchmarks/articles unless given"
    )
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other faults (1)")
    parser.add_argument("--group", action="append", choices=GROUPS, help="only this group (repeatable)")
    parser.add_argument("--cases", type=int, default=240, help="faults a group, at least (240)")
    parser.add_argument("--kinds", action="store_true", help="a row for each kind of fault too")
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="print N missed faults of each kind, and false reports"
    )
    options = parser.parse_args(arguments)
    if options.folder and not options.folder.is_dir():
        parser.error(f"{options.folder} is no folder")
    clean = articles(options.folder or HERE / "articles")
    if not clean:
        parser.error("no articles: *.txt with a headline in the first line and two paragraphs at least")
    if not options.folder and not options.group:
        print("Sample articles (seeds/)")
        head = ["group", "expected", "found", "recall", "reports", "precision", "false", "a 1,000 words"]
        print(table(head, samples(HERE.parent / "seeds")))
    return _faults(options, clean)


def _faults(options: argparse.Namespace, clean: Sequence[Article]) -> int:
    words = sum(len(a.text.split()) for a in clean)
    silent = check_texts({a.name: a.text for a in clean})
    alarms = [(name, r) for name, reports in silent.items() for r in reports]
    print(f"\nFaults put into {len(clean)} clean articles of {words} words, seed {options.seed}")
    rows: list[list[str]] = []
    everything: list[Outcome] = []
    for group in options.group or GROUPS:
        done = faulty(cases(clean, group, options.seed, options.cases), silent)
        everything += done
        rows.append(group_row(group, done, [r for _, r in alarms if r.group == group], words))
    if not options.group:
        rows.append(group_row("all", everything, [r for _, r in alarms], words))
    head = [
        "group",
        "injected",
        "found",
        "recall",
        "elsewhere",
        "precision",
        "clean: errors",
        "warnings",
        "suggestions",
        "a 1,000 words",
    ]
    print(table(head, rows))
    if options.kinds:
        print("\n" + table(["group", "kind", "injected", "found", "recall", "elsewhere"], kind_rows(everything)))
    if options.show:
        print()
        texts = {a.name: a.text for a in clean}
        for name, report in alarms:
            print(f"  clean {name}: {report.level} {report.rule}: {_context(texts[name], report.place)}")
        show(everything, options.show)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
