"""The goals for speed and memory, each measured: whole processes in turn, ratios of processor time, their spread."""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks import measure
from benchmarks.compare import commands, prepare
from benchmarks.generate import Language, Packs, write_rules, write_swaps, write_vale
from benchmarks.measure import Command, Ratio, Run


class Row(NamedTuple):
    """A line of the table; `met` is None for a figure without a goal."""

    work: str
    goal: str
    reached: str
    met: bool | None = None


class Bench:
    """What the goals are measured with: a folder for made-up data, articles, peers, how often."""

    def __init__(self, folder: Path, texts: Path | None, styles: Path | None, vale: str, quick: bool) -> None:
        self.folder = folder
        self.quick = quick
        self.rounds = 3 if quick else 7
        self.language = Language(texts)
        self.packs = Packs(self.language)
        self.styles = styles
        self.vale = shutil.which(vale)
        self.articles = folder / "articles"
        self.articles.mkdir()
        self._articles(texts)
        self.one = folder / "one.txt"
        self.one.write_text(self.language.article(400), encoding="utf-8")
        self.long = self.language.article(5_000)

    def _articles(self, texts: Path | None) -> None:
        found = sorted(texts.rglob("*.txt")) if texts else []
        for path in found[: 200 if self.quick else 5_000]:
            shutil.copyfile(path, self.articles / path.name)
        for number in range(0 if found else 100 if self.quick else 600):
            (self.articles / f"{number}.txt").write_text(self.language.article(400), encoding="utf-8")

    @property
    def size(self) -> float:
        """The articles' bytes, in megabytes."""
        return sum(p.stat().st_size for p in self.articles.iterdir()) / 1e6

    def config(self, name: str, select: str = "house") -> Path:
        """A configuration for the pack of a name in the folder, with its rules alone."""
        path = self.folder / f"{name}.yaml"
        path.write_text(yaml.safe_dump({"packs": [str(self.folder / name)], "select": [select]}), encoding="utf-8")
        return path

    def check(self, name: str, what: Path, *words: str, cache: str = "cache", jobs: int = 1) -> Command:
        """newslint over an article or a folder, with a cache of its own."""
        place = self.folder / cache
        environment = {"NEWSLINT_CACHE_DIR": str(place / "newslint"), "HOME": str(place)}
        fixed = ("--format", "json", "--exit-zero", "--jobs", str(jobs))
        return Command(name, measure.newslint("check", str(what), *fixed, *words), environment)

    def time(self, *found: Command, rounds: int = 0) -> dict[str, list[Run]]:
        """Runs of the commands in turn. Raises RuntimeError for a newslint that fails."""
        runs = measure.alternate(found, rounds or self.rounds)
        for name, each in runs.items():
            if name.startswith("newslint") and any(r.status for r in each):
                raise RuntimeError(f"{name} ended with status {[r.status for r in each]}")
        return runs


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.0f} ms" if seconds < 10 else f"{seconds:.1f} s"


def styles(bench: Bench) -> Iterator[Row]:
    """The converted styles against Vale."""
    if bench.styles is None or bench.vale is None:
        yield Row("Vale styles", "50 times Vale", "needs --styles and vale")
        return
    for only, goal in ((None, 50), (["proselint"], 10)):
        folder = bench.folder / f"styles-{goal}"
        folder.mkdir()
        ini, config, rules = prepare(bench.styles, folder, only)
        if not rules:
            continue
        theirs, ours = commands(bench.vale, ini, config, bench.articles)
        runs = bench.time(ours, theirs, rounds=1 if bench.quick else 3)
        ratio = measure.ratio(runs["Vale"], runs["newslint"])
        what = f"{len(rules)} rules of {'all' if only is None else only[0]} Vale styles, {bench.size:.2f} MB"
        reached = f"{ratio} times; {_ms(measure.cpu(runs['newslint']))} against {_ms(measure.cpu(runs['Vale']))}"
        yield Row(what, f"at least {goal} times Vale", reached, ratio.median >= goal)


def swaps(bench: Bench) -> Iterator[Row]:
    """One rule of many swaps against one of few."""
    many, few = (2_000, 100) if bench.quick else (13_000, 100)
    entries = bench.packs.swaps(many)
    write_swaps(bench.folder / "swaps", entries)
    write_swaps(bench.folder / "swaps-few", dict(list(entries.items())[:few]))
    large = bench.check("newslint many", bench.articles, "--config", str(bench.config("swaps")))
    small = bench.check("newslint few", bench.articles, "--config", str(bench.config("swaps-few")))
    runs = bench.time(large, small, rounds=3)
    ratio = measure.ratio(runs["newslint many"], runs["newslint few"])
    what = f"one rule of {many} swaps, {bench.size:.2f} MB"
    yield Row(what, f"at most 1.5 times {few}", str(ratio), ratio.median <= 1.5)


def one_article(bench: Bench) -> Iterator[Row]:
    """One article, whole process, many rules, against Vale."""
    rules, entries = (1_000, 2_000) if bench.quick else (5_000, 13_000)
    phrases = bench.packs.phrases(rules, bench.one.read_text(encoding="utf-8"), 5)
    write_rules(bench.folder / "phrases", phrases)
    swaps = bench.packs.swaps(entries)
    write_swaps(bench.folder / "one-swaps", swaps)
    for name, what, share in (("phrases", f"{rules} rules", 5), ("one-swaps", f"{entries} swaps", 10)):
        ours = bench.check("newslint", bench.one, "--config", str(bench.config(name)))
        if bench.vale is None:
            runs = bench.time(ours)
            yield Row(f"one article, {what}", f"1/{share} of Vale", f"{_ms(measure.cpu(runs['newslint']))}, no vale")
            continue
        styles = bench.folder / f"vale-{name}"
        write_vale(styles, phrases if name == "phrases" else (), swaps if name != "phrases" else None)
        ini = bench.folder / f"{name}.ini"
        ini.write_text(f"StylesPath = {styles}\nMinAlertLevel = suggestion\n[*.txt]\nBasedOnStyles = House\n")
        one = {"GOMAXPROCS": "1"}
        words = [bench.vale, "--config", str(ini), "--output", "JSON", "--no-exit", str(bench.one)]
        theirs = Command("Vale", words, one)
        runs = bench.time(ours, theirs)
        ratio = measure.ratio(runs["Vale"], runs["newslint"])
        reached = f"{ratio} times; {_ms(measure.cpu(runs['newslint']))} against {_ms(measure.cpu(runs['Vale']))}"
        if any(r.status for r in runs["Vale"]):
            reached += " (Vale fails)"
        yield Row(f"one article, whole process, {what}, warm cache", f"under 1/{share} of Vale", reached,
                  ratio.median >= share)  # fmt: skip


def linter(pack: Path | None) -> Any:
    """A linter made as the command makes it; `pack` None: the default rules, else those and the pack's."""
    from newslint.runner.linters import configs_for, make_linter
    from newslint.runner.request import Request

    request = Request(packs=(str(pack),) if pack else (), use_config=False)
    return make_linter(configs_for(request).of_file("article.txt"), request)


def median(work: Callable[[], object], seconds: float = 1.0) -> float:
    """Median processor seconds of a piece of work."""
    times: list[float] = []
    until = time.process_time() + seconds
    while time.process_time() < until or len(times) < 5:
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def house(bench: Bench) -> Iterator[Row]:
    """A newsroom's rules over a long article, in a warm process."""
    from newslint.matching import Matcher, Pattern
    from newslint.readers import ReadContext, read_bytes
    from newslint.text.tokens import tokenize

    count = 1_300 if bench.quick else 13_000
    rules = bench.packs.house(count)
    write_rules(bench.folder / "house", rules, files=200)
    made = linter(bench.folder / "house")
    data = bench.long.encode()

    def check() -> object:
        made.forget()
        return made.lint(read_bytes(data, "a.txt", "text", ReadContext(made.lexicon, {}, {})))

    took = median(check)
    yield Row(f"{count} house rules and all default checks, 5,000 words, warm", "under 20 ms", f"{took * 1e3:.1f} ms",
              took < 0.020)  # fmt: skip
    literals = [Pattern(t, literal=True, ignore_case=True) for rule in rules for t in rule.get("words", ())]
    matcher = Matcher(literals + [Pattern(t) for rule in rules for t in rule.get("patterns", ())])
    texts = [(block, tokenize(block)) for block in bench.long.split("\n\n")]
    took = median(lambda: matcher.scan_all(texts))
    yield Row(f"the {count} patterns alone", "under 5 ms", f"{took * 1e3:.1f} ms", took < 0.005)


def flat(bench: Bench) -> Iterator[Row]:
    """The same hits from ever more rules."""
    from newslint.matching import Matcher, Pattern
    from newslint.text.tokens import tokenize

    texts = [(block, tokenize(block)) for block in bench.long.split("\n\n")]
    counts = (100, 1_000, 10_000) if bench.quick else (100, 1_000, 10_000, 100_000)
    rules = bench.packs.phrases(counts[-1], bench.long, 60)
    matchers = {
        n: Matcher([Pattern(t, literal=True, ignore_case=True) for r in rules[:n] for t in r["words"]]) for n in counts
    }
    rounds: dict[int, list[float]] = {n: [] for n in counts}
    for _ in range(bench.rounds):
        for n, matcher in matchers.items():
            rounds[n].append(median(lambda matcher=matcher: matcher.scan_all(texts), 0.2))  # type: ignore[misc]
    for n in counts[1:]:
        found = [a / b for a, b in zip(rounds[n], rounds[counts[0]], strict=True)]
        ratio = Ratio(statistics.median(found), min(found), max(found))
        hits = sum(map(len, matchers[n].scan_all(texts)))
        what = f"{n} pattern rules, {hits} hits, 5,000 words"
        yield Row(what, "at most 1.5 times 100 rules", str(ratio), ratio.median <= 1.5)


def throughput(bench: Bench) -> Iterator[Row]:
    """The default rules over all articles, and other checkers over the same."""
    one = bench.check("newslint", bench.articles, "--no-config")
    peers = [
        Command(name, [program, *words, str(bench.articles)])
        for name, words in (("proselint", ["check"]), ("codespell", []))
        if (program := shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"))
    ]
    runs = bench.time(one, *peers, rounds=3)
    start = measure.cpu(bench.time(bench.check("newslint one", bench.one, "--no-config"), rounds=3)["newslint one"])
    speed = bench.size / max(0.001, measure.cpu(runs["newslint"]) - start)
    yield Row(f"default rules, {bench.size:.2f} MB, one core", "2 MB/s", f"{speed:.2f} MB/s", speed >= 2)
    for peer in peers:
        ratio = measure.ratio(runs[peer.name], runs["newslint"])
        yield Row(f"{peer.name} over the same", "", f"{ratio} times newslint's time")
    if (os.cpu_count() or 1) > 1:
        pair = bench.time(bench.check("newslint", bench.articles, "--no-config"),
                          bench.check("newslint two", bench.articles, "--no-config", jobs=2), rounds=3)  # fmt: skip
        found = [a.wall / b.wall for a, b in zip(pair["newslint"], pair["newslint two"], strict=True)]
        ratio = Ratio(statistics.median(found), min(found), max(found))
        yield Row("two cores against one (wall time)", "at least 1.9 times", str(ratio), ratio.median >= 1.9)


def startup(bench: Bench) -> Iterator[Row]:
    """newslint check one.txt against the import of click."""
    base = Command("click", [sys.executable, "-c", "import click"])
    write_rules(bench.folder / "style", bench.packs.house(1_300 if bench.quick else 13_000), files=200)
    plain = bench.check("newslint", bench.one, "--no-config")
    styled = bench.check("newslint styled", bench.one, "--no-config", "--pack", str(bench.folder / "style"))
    runs = bench.time(base, plain, styled, rounds=bench.rounds * 2)
    for name, what in (("newslint", "default rules"), ("newslint styled", "a style of 200 files besides")):
        ratio = measure.ratio(runs[name], runs["click"])
        reached = f"{ratio} times; {_ms(measure.cpu(runs[name]))} against {_ms(measure.cpu(runs['click']))}"
        yield Row(f"newslint check one.txt, {what}, warm cache", 'at most 1.6 times python -c "import click"', reached,
                  ratio.median <= 1.6)  # fmt: skip


def cold(bench: Bench) -> Iterator[Row]:
    """The first run, with nothing in the cache."""
    write_rules(bench.folder / "cold", bench.packs.house(1_300 if bench.quick else 13_000), files=200)
    more = ("--pack", str(bench.folder / "cold"))
    for name, words, limit in (("default rules", (), 1.0), ("13,000 rules", more, 6.0)):
        runs = [
            measure.run(bench.check("newslint", bench.one, "--no-config", *words, cache=f"cold-{name[:2]}-{i}"))
            for i in range(3)
        ]
        took = measure.cpu(runs)
        yield Row(f"first run, {name}", f"under {limit:.0f} s", f"{took:.2f} s", took < limit)


def memory(bench: Bench) -> Iterator[Row]:
    """Peak resident memory of a run over the articles."""
    sizes = [("default rules", 0, 60), ("13,000 rules", 13_000, 90), ("100,000 rules", 100_000, 250)]
    for name, count, limit in sizes[: 2 if bench.quick else 3]:
        words: tuple[str, ...] = ()
        if count:
            pack = bench.folder / f"memory-{count}"
            write_rules(pack, bench.packs.house(count), files=200)
            words = ("--pack", str(pack))
        runs = bench.time(bench.check("newslint", bench.one, "--no-config", *words), rounds=1)
        used = measure.memory(runs["newslint"])
        yield Row(f"peak memory, one article, {name}, warm cache", f"under {limit} MB", f"{used:.0f} MB", used < limit)


ROWS: dict[str, Callable[[Bench], Iterator[Row]]] = {
    "styles": styles, "swaps": swaps, "one-article": one_article, "house": house, "flat": flat,
    "throughput": throughput, "startup": startup, "cold": cold, "memory": memory,
}  # fmt: skip
"""The groups of goals by name."""


def table(rows: Sequence[Row]) -> str:
    """Rows as a Markdown table."""
    lines = ["| work | goal | reached | |", "|---|---|---|---|"]
    mark = {True: "met", False: "missed", None: ""}
    return "\n".join(lines + [f"| {r.work} | {r.goal} | {r.reached} | {mark[r.met]} |" for r in rows])
