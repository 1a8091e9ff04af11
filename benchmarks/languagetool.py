"""The raw LanguageTool and newslint with it, side by side: `python -m benchmarks languagetool SERVER ARTICLES`.

For a folder of articles: alarms on spelling and grammar per 1,000 words, of the raw server, of newslint without it and
with it, and by LanguageTool's rule what passes. Then, for an article of 5,000 words made of them: the first check, a
second one, and one after a sentence was edited, beside asking the raw server for the whole text again.

`--alarms FILE` writes the places of what passes (file, line, column, rule, LanguageTool's rule, verdict), without text;
verdicts that the file has already are kept, and their shares are printed.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.config import DEFAULT
from newslint.config.languagetool import LanguageTool
from newslint.engine import Linter
from newslint.integrations.languagetool.client import Client
from newslint.integrations.languagetool.proposer import Proposer
from newslint.model import Document, Source
from newslint.readers import ReadContext, format_of, read
from newslint.runner import Request
from newslint.runner.asked import Asked
from newslint.runner.linters import make_linter

GROUPS = ("spelling", "grammar")
_WORDS = 5000
_ROUNDS = 7


class Place(NamedTuple):
    """Something that passes; line and column from 1."""

    file: str
    line: int
    column: int
    rule: str
    languagetool: str
    verdict: str = ""


def main(words: Sequence[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks languagetool", description=__doc__)
    parser.add_argument("server", help="address of a LanguageTool server")
    parser.add_argument("articles", type=Path, help="a folder of articles")
    parser.add_argument(
        "--language", default="", help="variant to ask for; unless given, what is wrong in every English"
    )
    parser.add_argument("--alarms", type=Path, help="a CSV file for places and verdicts")
    parser.add_argument("--limit", type=int, default=0, help="only so many articles, evenly spaced")
    options = parser.parse_args(words)
    client = Client(options.server)
    print(f"LanguageTool {client.about().version} at {options.server}")
    paths = sorted(p for p in options.articles.rglob("*") if p.is_file() and format_of(p.name))
    step = max(1, len(paths) // options.limit) if options.limit else 1
    linter = make_linter(DEFAULT, Request(use_config=False))
    settings = LanguageTool(options.server, options.language)
    documents = [_read(path, options.articles, linter) for path in paths[::step]]
    _alarms(documents, linter, Proposer(settings, options.server), options.alarms)
    _times(documents, linter, settings, client)
    return 0


def _read(path: Path, folder: Path, linter: Linter) -> Document:
    text = path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
    name = path.relative_to(folder).as_posix()
    return read(Source(text, name), format_of(path.name) or "text", ReadContext(linter.lexicon, {}))


def _alarms(documents: Sequence[Document], linter: Linter, proposer: Proposer, file: Path | None) -> None:
    words, raw, alone = 0, 0, 0
    proposed: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    places: list[Place] = []
    for document in documents:
        words += len(document.source.text.split())
        proposals = proposer.proposals(document, linter.external_zones(document.format))
        raw += len(proposals)
        proposed.update(p.rule for p in proposals)
        alone += sum(d.rule.partition("/")[0] in GROUPS for d in linter.lint(document))
        for d in linter.lint(document, proposals):
            if d.rule.partition("/")[0] in GROUPS:
                line, column = document.source.position(d.span.start)
                whose = d.origin.rule if d.origin else ""
                passed[whose] += bool(whose)
                places.append(Place(document.source.path, line, column, d.rule, whose))
    print(f"{len(documents)} articles, {words} words; alarms on spelling and grammar per 1,000 words:")
    for name, count in (("raw LanguageTool", raw), ("newslint alone", alone), ("newslint with it", len(places))):
        print(f"  {name:18} {1000 * count / max(1, words):7.3f}  ({count})")
    print("LanguageTool's rules, passed of proposed:")
    for rule, count in proposed.most_common(40):
        print(f"  {passed[rule]:5} of {count:5}  {rule}")
    if file:
        _verdicts(places, file)


def _verdicts(places: Sequence[Place], file: Path) -> None:
    """Write the places with the verdicts that the file had, and print their shares."""
    known: dict[tuple[str, ...], str] = {}
    if file.exists():
        with file.open(encoding="utf-8", newline="") as lines:
            known = {tuple(row[:-1]): row[-1] for row in csv.reader(lines)}
    judged = [p._replace(verdict=known.get(tuple(map(str, p[:-1])), "")) for p in places]
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(Place._fields)
        writer.writerows(judged)
    counts = Counter(p.verdict for p in judged)
    read_by_hand = counts["right"] + counts["wrong"]
    if read_by_hand:
        share = 100 * counts["right"] / read_by_hand
        print(f"read: {read_by_hand} of {len(judged)}; right {counts['right']} ({share:.0f} in 100)")


def _times(documents: Sequence[Document], linter: Linter, settings: LanguageTool, client: Client) -> None:
    """An article of 5,000 words, again and again, each time with one other sentence edited."""
    paragraphs: list[str] = []
    size = 0
    for text in (b.text for d in documents for b in d.blocks if b.zone.value == "paragraph" and len(b.text) > 40):
        paragraphs.append(text)
        size += len(text.split())
        if size >= _WORDS:
            break
    language = settings.language or "en-GB"
    with tempfile.TemporaryDirectory(prefix="newslint-bench-") as folder:
        import os

        os.environ["NEWSLINT_CACHE_DIR"] = folder
        proposer = Proposer(settings, settings.server)

        def check() -> float:
            start = time.perf_counter()
            text = "\n\n".join(["A headline", *paragraphs]) + "\n"
            document = read(Source(text), "text", ReadContext(linter.lexicon, {}))
            with Asked(lambda: (proposer.proposals(document, linter.external_zones("text")), ())) as asked:
                linter.lint(document, asked)
            return time.perf_counter() - start

        first = check()
        again = statistics.median(check() for _ in range(_ROUNDS))
        edited, raw, alone = [], [], []
        for i in range(_ROUNDS):
            paragraphs[i * 3] = f"{paragraphs[i * 3]} The mayor said so on day {i}."
            edited.append(check())
            start = time.perf_counter()
            client.check("\n\n".join(paragraphs), language)
            raw.append(time.perf_counter() - start)
            start = time.perf_counter()
            document = read(Source("\n\n".join(paragraphs)), "text", ReadContext(linter.lexicon, {}))
            linter.lint(document)
            alone.append(time.perf_counter() - start)
        proposer.close()
    print(f"an article of {size} words in {len(paragraphs)} paragraphs, warm process, wall time in ms (median, least):")
    for name, values in (
        ("newslint, first check", [first]),
        ("newslint, unchanged", [again]),
        ("newslint, one sentence edited", edited),
        ("newslint alone, no LanguageTool", alone),
        ("raw server, the whole text again", raw),
    ):
        print(f"  {name:34} {1000 * statistics.median(values):8.1f} {1000 * min(values):8.1f}")
