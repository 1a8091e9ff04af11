"""Where the time goes: `python -m benchmarks profile FOLDER` (the default run over articles) and start-up by module.

cProfile slows small functions more than large ones: its shares are scaled to the time that the same work takes without
it, and the stages are also given as measured by the processor's clock with no profiler at all.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from newslint.engine import Linter
from newslint.readers import ReadContext, read_bytes
from newslint.runner.linters import configs_for, make_linter
from newslint.runner.request import Request

Articles = list[tuple[str, bytes]]


def main(words: Sequence[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks profile", description=__doc__)
    parser.add_argument("articles", type=Path, nargs="?", help="a folder of articles (*.txt); made up unless given")
    parser.add_argument("--config", default="", help="a configuration of newslint")
    parser.add_argument("--top", type=int, default=25, help="functions to list")
    parser.add_argument("--most", type=int, default=300, help="articles to read at the most")
    options = parser.parse_args(words)
    articles = load(options.articles, options.most)
    request = Request(config=options.config, use_config=bool(options.config))
    config = configs_for(request).of_file("article.txt")
    start = time.process_time()
    linter = make_linter(config, request)
    print(f"rules loaded in {(time.process_time() - start) * 1e3:.0f} ms")
    stages(linter, articles)
    functions(linter, articles, options.top)
    startup()
    return 0


def load(folder: Path | None, most: int) -> Articles:
    """Articles of a folder, or made-up ones."""
    if folder is not None:
        return [(p.name, p.read_bytes()) for p in sorted(folder.rglob("*.txt"))[:most]]
    from benchmarks.generate import Language

    language = Language()
    return [(f"{i}.txt", language.article(400).encode()) for i in range(min(most, 100))]


def _read(linter: Linter, name: str, data: bytes) -> Any:
    return read_bytes(data, name, "text", ReadContext(linter.lexicon, {}, {}))


def stages(linter: Linter, articles: Articles) -> None:
    """Time by stage, without a profiler, and by check kind."""
    size = sum(len(data) for _, data in articles)
    documents = [_read(linter, *a) for a in articles]
    for d in documents[:5]:
        linter.lint(d)
    reading = _time(lambda: [_read(linter, *a) for a in articles])
    fresh = [_read(linter, *a) for a in articles]
    reports: list[Any] = []
    linter.forget()
    linting = _time(lambda: reports.extend(linter.lint(d) for d in fresh))
    printing = _time(lambda: _print(reports))
    total = reading + linting + printing
    print(f"\n{len(articles)} articles, {size / 1e6:.2f} MB: {size / total / 1e6:.2f} MB/s, "
          f"{sum(len(r.diagnostics) for r in reports)} diagnostics")  # fmt: skip
    for name, seconds in (("reading", reading), ("linting", linting), ("JSON", printing)):
        each = seconds / len(articles) * 1e3
        print(f"  stage {name:9} {seconds * 1e3:8.1f} ms {seconds / total:6.1%} {each:7.3f} ms each")
    by_check(linter, articles)


def by_check(linter: Linter, articles: Articles) -> None:
    """Time spent in each rule's own `find`, as measured round it; what an article's facts cost falls to the first
    check that asks for them."""
    spent: dict[str, float] = defaultdict(float)
    found: dict[str, int] = defaultdict(int)
    runners = list(linter.program.runners)
    saved = []
    for runner in runners:
        inner = runner.check.find
        saved.append((runner.check, inner))
        runner.check.find = _timed(inner, runner.rule.id, spent, found)
    linter.forget()
    try:
        for a in articles:
            linter.lint(_read(linter, *a))
    finally:
        for check, _ in saved:
            del check.find
    print("  rules by time in their own check:")
    for id, seconds in sorted(spent.items(), key=lambda x: -x[1])[:15]:
        each = seconds / len(articles) * 1e6
        print(f"  {id:36} {seconds * 1e3:8.1f} ms {each:7.1f} us an article, {found[id]} found")


def _timed(inner: Callable[..., Iterable[Any]], id: str, spent: dict[str, float], found: dict[str, int]) -> Any:
    def find(*arguments: Any) -> list[Any]:
        start = time.process_time()
        result = list(inner(*arguments))
        spent[id] += time.process_time() - start
        found[id] += len(result)
        return result

    return find


def _print(reports: Sequence[Any]) -> None:
    """The reports as JSON, to nowhere."""
    from newslint.model import Summary
    from newslint.reporters.base import Style, reporter

    summary = Summary()
    printer = reporter("json")(len, Style())
    printer.begin()
    for report in reports:
        summary.add(report)
        printer.report(report)
    printer.end(summary)


def _time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def functions(linter: Linter, articles: Articles, top: int) -> None:
    """Time by room and by function."""
    profile = cProfile.Profile()
    linter.forget()
    plain = _time(lambda: [linter.lint(_read(linter, *a)) for a in articles])
    linter.forget()
    profile.enable()
    for a in articles:
        linter.lint(_read(linter, *a))
    profile.disable()
    stats: Any = pstats.Stats(profile)
    total = sum(own for _, _, own, _, _ in stats.stats.values())
    scale = plain / total
    rooms: dict[str, float] = defaultdict(float)
    modules: dict[str, float] = defaultdict(float)
    for (file, _line, _name), (_, _, own, _, callers) in stats.stats.items():
        for module, seconds in _owners(file, own, callers):
            modules[module] += seconds * scale
            rooms[module.partition("/")[0]] += seconds * scale
    print(f"\nby room (built-in functions count to their caller), {plain * 1e3:.0f} ms in all:")
    for room, seconds in sorted(rooms.items(), key=lambda x: -x[1]):
        print(f"  {room:36} {seconds * 1e3:8.1f} ms {seconds / plain:6.1%}")
    print("by module:")
    for module, seconds in sorted(modules.items(), key=lambda x: -x[1])[:top]:
        print(f"  {module:36} {seconds * 1e3:8.1f} ms {seconds / plain:6.1%}")
    print("by function, own time:")
    ranked = sorted(stats.stats.items(), key=lambda x: -x[1][2])[:top]
    for (file, line, name), (_, calls, own, _, _) in ranked:
        where = f"{_module(file)}:{line} {name}" if file != "~" else name
        print(f"  {where:64} {own * scale * 1e3:8.1f} ms {own * scale / plain:6.1%} {calls:9} calls")


def _owners(file: str, own: float, callers: dict[Any, Any]) -> Iterable[tuple[str, float]]:
    if file != "~" and "newslint" in file:
        return [(_module(file), own)]
    shares = [(_module(caller[0]), figures[2]) for caller, figures in callers.items()]
    return shares or [(_module(file), own)]


def _module(file: str) -> str:
    found = re.search(r"newslint/(?!.*newslint/)(.*)\.py$", file.replace("\\", "/"))
    return found[1] if found else Path(file).stem if file != "~" else "(built in)"


def startup(most: int = 25) -> None:
    """Modules that `newslint check one.txt` imports, by own time (from python -X importtime; best of five)."""
    import tempfile

    best: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "one.txt"
        article.write_text("A headline\n\nA sentence stands here.\n", encoding="utf-8")
        words = [sys.executable, "-X", "importtime", "-m", "newslint", "check", str(article), "--no-config"]
        for _ in range(5):
            lines = subprocess.run(words, capture_output=True, text=True, check=False).stderr.splitlines()
            for m in filter(None, (re.match(r"import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)", line) for line in lines)):
                best[m[2]] = min(int(m[1]), best.get(m[2], 1 << 60))
    groups: dict[str, int] = defaultdict(int)
    for module, own in best.items():
        depth = 2 if module.startswith("newslint.") else 1
        groups[".".join(module.split(".")[:depth])] += own
    print(f"\nimports of newslint check one.txt: {len(best)} modules, {sum(best.values()) / 1e3:.1f} ms")
    for group, own in sorted(groups.items(), key=lambda x: -x[1])[:most]:
        print(f"  {group:36} {own / 1e3:8.2f} ms")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
