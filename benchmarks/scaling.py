"""How the cost of an article grows with its size: `python -m benchmarks scaling`.

For each shape of text, hostile ones among them, the processor time of reading and checking it with the default rules at
sizes that double; the exponent is the slope of log time over log size, by least squares (1: linear, 2: quadratic). A
size is tried several times, and the least time counts. With --rules also the rules whose own time grows faster than
the text. Where texts are small, the fixed cost of an article lowers the exponent.
"""

from __future__ import annotations

import argparse
import math
import time
from collections import defaultdict
from collections.abc import Callable, Sequence

from benchmarks.generate import Language
from newslint.engine import Linter
from newslint.readers import ReadContext, read_bytes
from newslint.runner.linters import configs_for, make_linter
from newslint.runner.request import Request

Shape = Callable[[int], str]
"""Makes a text of about so many characters."""


def _news(size: int) -> str:
    language = Language()
    parts: list[str] = []
    while size > 0:
        parts.append(language.article(400))
        size -= len(parts[-1])
    return "\n\n".join(parts)


def _repeated(piece: str, head: str = "A headline of the day\n\n") -> Shape:
    return lambda size: head + piece * (size // len(piece))


def _numbered(form: str) -> Shape:
    """The form with another number, as a word, each time."""

    def make(size: int) -> str:
        count = size // (len(form) + 2)
        return "A headline of the day\n\n" + "".join(form.format(_word(i)) for i in range(count))

    return make


def _word(number: int) -> str:
    """A capitalised word of its own for each number."""
    letters = ""
    while True:
        number, rest = divmod(number, 21)
        letters += "bcdfghjklmnpqrstvwxyz"[rest] + "aeiou"[(number + rest) % 5]
        if not number:
            return letters.capitalize()


SHAPES: dict[str, Shape] = {
    "news": _news,
    "news on one line": lambda size: _news(size).replace("\n", " "),
    "quotation marks": _repeated('"'),
    "quoted words": _repeated('"a" '),
    "open quotation marks": _repeated('"a '),
    "nested quotations": _repeated("“a ‘b "),
    "apostrophes": _repeated("a' "),
    "names": _numbered("John {0} met Mr {0}. "),
    "one name": _repeated("Mr Tom Hale met Hale. "),
    "capitals": _numbered("{} "),
    "all capitals": _repeated("THE MILL CLOSES "),
    "digits": _repeated("1234567890"),
    "figures": _repeated("12,345.6% "),
    "signs": _repeated("2!("),
    "one word": _repeated("word "),
    "the the": _repeated("the "),
    "one long word": _repeated("x"),
    "short lines": _repeated("a line\n"),
    "lines apart": _numbered("{}\n\n"),
    "spaces": _repeated("a" + " " * 500),
    "stops": _repeated("."),
    "hyphens": _repeated("a-"),
    "brackets": _repeated("("),
    "abbreviations": _repeated("A.B. "),
    "titles": _repeated("President "),
    "particles": _repeated("van der "),
    "share bars": _repeated("Facebook Twitter "),
    "articles": _repeated("a an "),
    "dates": _repeated("Monday 3 March 2003 "),
    "accents": _repeated("é\u0301 "),
}  # fmt: skip


def main(words: Sequence[str]) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks scaling", description=__doc__)
    parser.add_argument("shapes", nargs="*", help=f"of: {', '.join(SHAPES)}")
    parser.add_argument("--least", type=int, default=20_000, help="characters of the smallest text")
    parser.add_argument("--doublings", type=int, default=3, help="how often the size is doubled")
    parser.add_argument("--rounds", type=int, default=2, help="tries at each size")
    parser.add_argument("--rules", action="store_true", help="the rules whose own time grows too fast")
    options = parser.parse_args(words)
    config = configs_for(request := Request(config="", use_config=False)).of_file("article.txt")
    linter = make_linter(config, request)
    check(linter, _news(50_000))
    sizes = [options.least << n for n in range(options.doublings + 1)]
    print(f"{'shape':24} exponent  seconds at {sizes[0]:,} to {sizes[-1]:,} characters")
    for name in options.shapes or SHAPES:
        texts = [SHAPES[name](size) for size in sizes]
        times = [min(check(linter, text) for _ in range(options.rounds)) for text in texts]
        slope = exponent(list(map(len, texts)), times)
        print(f"{name:24} {slope:8.2f}  {'  '.join(f'{t:.3f}' for t in times)}", flush=True)
        if options.rules:
            _rules(linter, texts)
    return 0


def check(linter: Linter, text: str) -> float:
    """Seconds of processor time that reading and checking a text takes."""
    linter.forget()
    start = time.process_time()
    linter.lint(read_bytes(text.encode(), "article.txt", "text", ReadContext(linter.lexicon, {}, {})))
    return time.process_time() - start


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The slope of log time over log size."""
    x, y = [math.log(size) for size in sizes], [math.log(max(seconds, 1e-6)) for seconds in times]
    middle, height = sum(x) / len(x), sum(y) / len(y)
    up = sum((a - middle) * (b - height) for a, b in zip(x, y, strict=True))
    return up / sum((a - middle) ** 2 for a in x)


def _rules(linter: Linter, texts: Sequence[str], least: float = 0.02) -> None:
    """Print the rules that take a noticeable time of their own and grow faster than the text. What a fact of the
    article costs falls to the first rule that asks for it."""
    from benchmarks.profiling import _timed

    by_rule: dict[str, list[float]] = {}
    for text in texts:
        spent: dict[str, float] = defaultdict(float)
        checks = [(runner.check, runner.rule.id) for runner in linter.program.runners]
        for made, id in checks:
            made.find = _timed(made.find, id, spent, defaultdict(int))  # type: ignore[method-assign]
        try:
            check(linter, text)
        finally:
            for made, _ in checks:
                del made.find
        for _, id in checks:
            by_rule.setdefault(id, []).append(spent[id])
    for id, times in sorted(by_rule.items(), key=lambda x: -x[1][-1]):
        slope = exponent(list(map(len, texts)), times)
        if times[-1] > least and slope > 1.2:
            print(f"    {id:30} {slope:5.2f}  {'  '.join(f'{t:.3f}' for t in times)}")
