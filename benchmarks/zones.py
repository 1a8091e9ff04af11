"""How often the plain-text reader puts a line into the right zone, on pages labelled line by line.

    python -m benchmarks.zones FOLDER [--show N]

FOLDER holds `pages/*.jsonl.gz` (a page a row: `headline` and `lines`, each with its text `t`, its label `l` = body,
boilerplate or unknown, and the marks `share` and `h` = nth occurrence of the headline) and `clean/**/*.txt` (headline,
blank line, body). A body line is right in a zone of text, boilerplate outside of it, share text as furniture, the first
line as headline. Prose lines are those with 8 words and a closing stop, or 20 words.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

from newslint.model import TEXT, Document, Source, Zone
from newslint.readers import ReadContext, read
from newslint.rulebook import core_lexicon

_STOPS = tuple(".!?…")


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return words >= 20 or (words >= 8 and text.rstrip("\"'”’)]").endswith(_STOPS))


def _page_text(page: dict[str, Any], pasted: bool) -> tuple[str, list[dict[str, Any] | None]]:
    """A page as a text file, and the label of each of its lines (None: a line that is not the page's)."""
    lines, headline = page["lines"], page["headline"]
    if pasted and lines[0].get("h"):
        headline, lines = lines[0]["t"], lines[1:]
    out, labels = [headline, ""], [None, None]
    for line in lines:
        out += [line["t"], ""] if pasted else [line["t"]]
        labels += [line, None] if pasted else [line]
    return "\n".join(out).rstrip("\n") + "\n", labels


def _line_zones(document: Document) -> dict[int, Zone]:
    """Zone by line number, counted from 0."""
    return {document.source.position(b.span(0, 1).start).line - 1: b.zone for b in document.blocks if b.text}


def _pages(path: Path, context: ReadContext, show: int) -> None:
    counts: dict[str, Counter[Zone | None]] = {}
    examples: dict[tuple[str, Zone], list[str]] = {}
    heads: Counter[Zone | None] = Counter()
    pasted = path.name.startswith("pasted")
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            text, labels = _page_text(json.loads(row), pasted)
            zones = _line_zones(read(Source(text), "text", context))
            heads[zones.get(0)] += 1
            for number, label in enumerate(labels):
                if not label:
                    continue
                kind = "share" if label.get("share") else label["l"]
                if kind == "body":
                    kind = "body, prose" if _is_prose(label["t"]) else "body, short"
                zone = zones.get(number)
                counts.setdefault(kind, Counter())[zone] += 1
                if zone:
                    examples.setdefault((kind, zone), []).append(label["t"][:150])
    print(f"{path.name}: headline right {_share(heads[Zone.HEADLINE], sum(heads.values()))}")
    for kind, zones_of in sorted(counts.items()):
        total = sum(zones_of.values())
        right = sum(n for z, n in zones_of.items() if _right(kind, z))
        said = "" if kind == "unknown" else f"right {_share(right, total)};"
        print(f"  {kind:12} {said} " + ", ".join(f"{z} {n}" for z, n in zones_of.most_common()))
        for zone in zones_of if show and kind != "unknown" else ():
            if zone and not _right(kind, zone):
                found = examples[kind, zone]
                print(
                    "".join(f"      {zone}: {t}\n" for t in random.Random(1).sample(found, min(show, len(found)))),
                    end="",
                )


def _right(kind: str, zone: Zone | None) -> bool:
    if kind == "share":
        return zone is Zone.FURNITURE
    return (zone in TEXT) == kind.startswith("body")


def _clean(folder: Path, context: ReadContext, show: int) -> None:
    zones: Counter[Zone] = Counter()
    headlines = files = 0
    for path in sorted(folder.glob("*.txt")):
        blocks = read(Source(path.read_text(encoding="utf-8")), "text", context).blocks
        files += 1
        has_headline = bool(blocks) and blocks[0].zone is Zone.HEADLINE
        headlines += has_headline
        for block in blocks[1:] if has_headline else blocks:
            zones[block.zone] += 1
            if show and block.zone is not Zone.PARAGRAPH:
                print(f"      {path.name} {block.zone}: {block.text[:150]}")
    total = sum(zones.values())
    print(f"{folder.name}: {files} articles, {headlines} with headline; body paragraphs as " + ", ".join(
        f"{z} {_share(n, total)}" for z, n in zones.most_common()
    ))  # fmt: skip


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} ({part} of {whole})" if whole else "none"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N misjudged lines of each kind")
    arguments = parser.parse_args()
    context = ReadContext(core_lexicon())
    for path in sorted((arguments.folder / "pages").glob("*.jsonl.gz")):
        _pages(path, context, arguments.show)
    for folder in sorted(p for p in (arguments.folder / "clean").iterdir() if p.is_dir()):
        _clean(folder, context, arguments.show)


if __name__ == "__main__":
    main()
