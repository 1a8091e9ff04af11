"""Runs Vale and newslint on the same articles with the same rules, and accounts for every alert that differs.

python -m benchmarks vale STYLES ARTICLES [--vale PATH] [--rounds N] [--show N]
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks import measure
from benchmarks.measure import Command
from benchmarks.vale import Converted, convert, kebab, report, styles_in

SAME = "the same file, line and span"
EDGE = "the same but for white space at the ends, which newslint's paragraphs don't have"
SEARCHED = "the same text elsewhere in the file: Vale searches for the place (conditional, consistency)"
ONE = "one alert of Vale's for what newslint reports at each place, or at another (consistency, occurrence)"
SENTENCE = "the same sentence (length): Vale marks its first word, newslint the whole"
CUT = "sentences cut in another way"
COUNTED = 'words counted in another way: to Vale "don\'t" and "3.5" are two each'
TWICE = "Vale reports it twice: once in its paragraph, once in the whole file with the line's end before it"
LATER = "a name in capitals defined further down: Vale goes by paragraph and has not come to it"
MARKED = 'words with marks on them: to Vale "Turn," is a word'
WITHIN = "the rule looks at sentences: newslint's match may run over a sentence's end"
LINES = "Vale's match runs over a line's end: to it a plain text is one block"
ZONED = "a match over the edge of a zone that newslint sees inside a line (byline, dateline, quotation mark ...)"
LONGEST = "overlapping texts of one rule: newslint takes the longest, Vale the first in its list"
HEADING = "the rule looks at headings: Vale sees none in plain text, newslint does"
LOOSE = "newslint's literals take any white space, hyphen and apostrophe"
FOREIGN = "a letter outside ASCII: to Vale it is not \\w"
UNKNOWN = "not explained"

_LONG = 30  # words of a sentence that the styles at hand call long


class Alert(NamedTuple):
    """One alert: half-open offsets in the file's text."""

    start: int
    end: int


class Difference(NamedTuple):
    """An alert that only one of the two has, or has elsewhere."""

    rule: str
    file: str
    side: str
    text: str


class Account(NamedTuple):
    """Counts by category, of Vale's alerts and of newslint's; examples by category; (same, vale, newslint) by rule."""

    vale: Counter[str]
    newslint: Counter[str]
    examples: dict[str, list[Difference]]
    rules: dict[str, tuple[int, int, int]]


def main(words: Sequence[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks vale", description=__doc__)
    parser.add_argument("styles", type=Path, help="a folder of Vale styles, a folder each")
    parser.add_argument("articles", type=Path, help="a folder of articles (*.txt)")
    parser.add_argument("--vale", default=shutil.which("vale") or "vale", help="the vale program")
    parser.add_argument("--rounds", type=int, default=1, help="timed runs of each")
    parser.add_argument("--show", type=int, default=3, help="examples to show of what is not explained")
    parser.add_argument("--style", action="append", help="only these styles")
    parser.add_argument("--by-rule", action="store_true", help="also counts by rule")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        return compare(options, Path(folder))


def prepare(styles: Path, folder: Path, only: Iterable[str] | None = None) -> tuple[Path, Path, list[Converted]]:
    """Write Vale's and newslint's configurations for the same rules; their paths, and the rules."""
    names = list(only or styles_in(styles))
    outcome = convert(styles, folder / "pack")
    print("\n".join(report(outcome)))
    vale = folder / "vale.ini"
    base = ", ".join(names)
    vale.write_text(f"StylesPath = {styles.resolve()}\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = {base}\n")
    config = folder / "newslint.yaml"
    config.write_text(yaml.safe_dump({"packs": [str(folder / "pack")], "select": [kebab(n) for n in names]}))
    chosen = {kebab(n) for n in names}
    return vale, config, [r for r in outcome.rules if r.id.partition("/")[0] in chosen]


def commands(vale: str, ini: Path, config: Path, articles: Path) -> tuple[Command, Command]:
    """The two commands on one core, each with JSON out."""
    one = {"GOMAXPROCS": "1"}
    theirs = [vale, "--config", str(ini), "--output", "JSON", "--no-exit", str(articles)]
    ours = ["check", str(articles), "--config", str(config), "--jobs", "1", "--format", "json", "--exit-zero"]
    return Command("Vale", theirs, one), Command("newslint", measure.newslint(*ours))


def compare(options: argparse.Namespace, folder: Path) -> int:
    """Run both, print what each takes and where they differ. 1 where something is not explained."""
    ini, config, rules = prepare(options.styles, folder, options.style)
    theirs, ours = commands(options.vale, ini, config, options.articles)
    runs: dict[str, list[measure.Run]] = {"Vale": [], "newslint": []}
    for _ in range(max(1, options.rounds)):
        for command in (ours, theirs):
            runs[command.name].append(measure.run(command, folder / f"{command.name}.json"))
    for name, found in runs.items():
        status = {r.status for r in found}
        print(f"{name:9} {measure.cpu(found):8.2f} s CPU, {measure.wall(found):8.2f} s wall, "
              f"{measure.memory(found):6.0f} MB, exit status {status}")  # fmt: skip
    print(f"Vale takes {measure.ratio(runs['Vale'], runs['newslint'])} times as long as newslint (CPU)")
    account = compare_alerts(vale_alerts(folder / "Vale.json"), newslint_alerts(folder / "newslint.json"), rules)
    show(account, options.show, options.by_rule)
    return 1 if account.vale[UNKNOWN] + account.newslint[UNKNOWN] else 0


Alerts = dict[tuple[str, str], list[Alert]]
"""Alerts by file and newslint's id of the rule."""


def text_of(path: str) -> str:
    """A file's text as both count it."""
    return Path(path).read_bytes().decode("utf-8", "replace")


def vale_alerts(path: Path) -> Alerts:
    """What `vale --output JSON` wrote. Its columns count characters; a match may run over line ends."""
    found: Alerts = defaultdict(list)
    for file, alerts in json.loads(path.read_text(encoding="utf-8")).items():
        text = text_of(file)
        starts = [0, *(m.end() for m in re.finditer("\n", text))]
        for alert in alerts:
            style, _, name = alert["Check"].partition(".")
            start = starts[alert["Line"] - 1] + alert["Span"][0] - 1
            found[file, f"{kebab(style)}/{kebab(name)}"].append(Alert(start, start + len(alert["Match"])))
    return found


def newslint_alerts(path: Path) -> Alerts:
    """What `newslint check --format json` wrote."""
    found: Alerts = defaultdict(list)
    for file in json.loads(path.read_text(encoding="utf-8"))["files"]:
        for d in file["diagnostics"]:
            found[file["path"], d["rule"]].append(Alert(d["offset"], d["end_offset"]))
    return found


def compare_alerts(theirs: Alerts, ours: Alerts, rules: Iterable[Converted]) -> Account:
    """Put every alert of both into a category."""
    account = Account(Counter(), Counter(), defaultdict(list), {})
    about = {rule.id: rule for rule in rules}
    texts: dict[str, str] = {}
    for key in sorted({*theirs, *ours}):
        file, id = key
        text = texts.setdefault(file, text_of(file)) if len(texts) < 5 or file in texts else text_of(file)
        pair = _Pair(about[id], file, text, theirs.get(key, []), ours.get(key, []), account)
        pair.settle()
        same, v, n = account.rules.get(id, (0, 0, 0))
        account.rules[id] = same + pair.same, v + len(theirs.get(key, [])), n + len(ours.get(key, []))
    return account


class _Pair:
    """The alerts of one rule in one file, of both."""

    def __init__(
        self, rule: Converted, file: str, text: str, vale: list[Alert], newslint: list[Alert], account: Account
    ) -> None:
        self.rule = rule
        self.file = file
        self.text = text
        self.account = account
        self.vale = sorted(vale)
        self.reported = list(self.vale)
        self.newslint = sorted(newslint)
        self.same = 0

    def settle(self) -> None:
        """Match what can be matched, the surest first; then say why the rest stands alone."""
        self._match(SAME, lambda v, n: v == n)
        self.same = len(self.matched)
        self._match(EDGE, lambda v, n: self._trim(v) == self._trim(n))
        if self.rule.kind in ("conditional", "consistency"):
            self._match(SEARCHED, lambda v, n: self._of(v) == self._of(n))
        if self.rule.kind == "occurrence":
            self._match(SENTENCE, lambda v, n: n.start <= v.start < n.end and v.start - n.start < 4)
        self._overlaps()
        for side, alerts, counts in (("Vale", self.vale, self.account.vale),
                                     ("newslint", self.newslint, self.account.newslint)):  # fmt: skip
            for alert in alerts:
                self._count(self._alone(alert, side), side, alert, counts)

    matched: Sequence[tuple[Alert, Alert]] = ()

    def _match(self, category: str, fits: object) -> None:
        assert callable(fits)
        pairs = []
        for v in list(self.vale):
            n = next((n for n in self.newslint if fits(v, n)), None)
            if n is not None:
                self.vale.remove(v)
                self.newslint.remove(n)
                pairs.append((v, n))
        self.account.vale[category] += len(pairs)
        self.account.newslint[category] += len(pairs)
        self.matched = pairs

    def _overlaps(self) -> None:
        """Alerts that share characters: one of each, or several of one with one of the other."""
        for v in list(self.vale):
            partners = [n for n in self.newslint if n.start < v.end and v.start < n.end]
            if not partners:
                continue
            category = self._extent(v, partners)
            self.vale.remove(v)
            self._count(category, "Vale", v, self.account.vale)
            for n in partners:
                self.newslint.remove(n)
                self._count(category, "newslint", n, self.account.newslint)

    def _extent(self, v: Alert, partners: list[Alert]) -> str:
        texts = [self._of(v), *map(self._of, partners)]
        if "\n" in self._of(v).strip():
            return LINES
        if "sentence" in self.rule.scope:
            return WITHIN
        if not all(map(str.isascii, texts)):
            return FOREIGN
        longest = max(partners, key=lambda n: n.end - n.start)
        return LONGEST if longest.end - longest.start > len(texts[0]) else ZONED

    def _alone(self, alert: Alert, side: str) -> str:
        found = self._of(alert)
        near = self.text[max(0, alert.start - 2) : alert.end + 2]
        kind = self.rule.kind
        if "heading" in self.rule.scope:
            return HEADING
        if kind == "occurrence":
            sentence = re.split(r"[.!?]\W*\s", self.text[alert.start : alert.start + 2000], maxsplit=1)[0]
            return COUNTED if len(re.findall(r"\w+", sentence)) > _LONG >= len(sentence.split()) else CUT
        if kind == "consistency":
            return ONE
        if "\n" in found.strip() or (kind == "repetition" and "\n" in found):
            return LINES
        if "sentence" in self.rule.scope:
            return WITHIN
        if side == "Vale" and any(self._trim(a) == self._trim(alert) for a in self.reported if a != alert):
            return TWICE
        if kind == "conditional" and side == "Vale" and f"({found})" in self.text[alert.end :]:
            return LATER
        if kind == "repetition":
            return MARKED
        if not near.isascii():
            return FOREIGN
        if side == "newslint" and re.search(r"\s\s|[^\S ]", found):
            return LOOSE
        return UNKNOWN

    def _count(self, category: str, side: str, alert: Alert, counts: Counter[str]) -> None:
        counts[category] += 1
        examples = self.account.examples[category]
        if len(examples) < 200:
            low, high = max(0, alert.start - 30), alert.end + 30
            context = f"{self.text[low : alert.start]}[[{self._of(alert)}]]{self.text[alert.end : high]}"
            examples.append(Difference(self.rule.id, self.file, side, " ".join(context.split())))

    def _of(self, alert: Alert) -> str:
        return self.text[alert.start : alert.end]

    def _trim(self, alert: Alert) -> Alert:
        found = self._of(alert)
        start = alert.start + len(found) - len(found.lstrip())
        return Alert(start, start + len(found.strip()))


def show(account: Account, examples: int, by_rule: bool) -> None:
    """Print an account."""
    print(f"\n{'Vale':>8} {'newslint':>9}")
    order = (SAME, EDGE, SEARCHED, SENTENCE, LONGEST, LINES, WITHIN, COUNTED, CUT, TWICE, LATER, MARKED, ONE,
             HEADING, LOOSE, ZONED, FOREIGN, UNKNOWN)  # fmt: skip
    for category in order:
        if account.vale[category] or account.newslint[category]:
            print(f"{account.vale[category]:8} {account.newslint[category]:9}  {category}")
    print(f"{account.vale.total():8} {account.newslint.total():9}  in all")
    for category in order[1:] if examples > 3 else (UNKNOWN,):
        for d in account.examples[category][:examples]:
            print(f"  {category[:24]} | {d.rule}, only {d.side}: {d.text}")
    if by_rule:
        for id, (same, vale, newslint) in sorted(account.rules.items(), key=lambda x: x[1][0] - max(x[1][1:])):
            print(f"{id:40} same {same:6}, Vale {vale:6}, newslint {newslint:6}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
