"""The parts of a run by themselves, in one process: `python -m benchmarks parts [FOLDER]`.

With pyperf (the extra `bench`) each is timed in processes of its own, which tells a real change from noise.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

from benchmarks.profiling import load


def main(words: Sequence[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks parts", description=__doc__)
    parser.add_argument("articles", type=Path, nargs="?", help="a folder of articles (*.txt); made up unless given")
    parser.add_argument("--most", type=int, default=30, help="articles to read at the most")
    parser.add_argument("--pyperf", action="store_true", help="time with pyperf")
    options = parser.parse_args(words)
    work = parts(options.articles, options.most)
    if options.pyperf and find_spec("pyperf"):
        import sys

        import pyperf  # type: ignore[import-not-found]

        # pyperf starts this program again for each measurement, with words of its own.
        sys.argv = ["-m benchmarks parts", "--quiet"]
        runner = pyperf.Runner(program_args=("-m", "benchmarks", "parts", *words))
        for name, do in work.items():
            runner.bench_func(name, do)
        return 0
    for name, do in work.items():
        times = _times(do)
        print(f"{name:24} {statistics.median(times) * 1e3:9.3f} ms  (least {min(times) * 1e3:.3f}, {len(times)} runs)")
    return 0


def _times(do: Callable[[], object], seconds: float = 1.0) -> list[float]:
    """Processor seconds of each of several runs."""
    do()
    times: list[float] = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until or len(times) < 5:
        start = time.process_time()
        do()
        times.append(time.process_time() - start)
    return times


def parts(folder: Path | None, most: int) -> dict[str, Callable[[], object]]:
    """What is timed, by name; each does its work for all articles once."""
    from benchmarks.goals import linter
    from newslint.readers import ReadContext, read_bytes
    from newslint.reporters.base import Style, reporter
    from newslint.text.article import Article
    from newslint.text.tokens import tokenize

    made = linter(None)
    articles = load(folder, most)
    context = ReadContext(made.lexicon, {}, {})
    documents = [read_bytes(data, name, "text", context) for name, data in articles]
    reports = [made.lint(d) for d in documents]

    def facts(name: str) -> Callable[[], object]:
        def ask() -> None:
            for d in documents:
                article = Article(d, made.lexicon)
                value = getattr(article, name)
                for block in article.blocks if callable(value) else ():
                    value(block)

        return ask

    def print_all() -> None:
        out = io.StringIO()
        printer = reporter("json")(out.write, Style())
        printer.begin()
        for report in reports:
            printer.report(report)

    def lint_all() -> None:
        made.forget()
        for d in documents:
            made.lint(d)

    found: dict[str, Callable[[], object]] = {
        "read": lambda: [read_bytes(data, name, "text", context) for name, data in articles],
        "tokens": lambda: [tokenize(b.text) for d in documents for b in d.blocks],
        "lint": lint_all,
        "JSON": print_all,
    }
    for fact in ("sentences", "quotations", "people", "abbreviations"):
        if hasattr(Article, fact):
            found[fact] = facts(fact)
    return found
