"""Does one half of an archive foretell the other? `python -m benchmarks learning FOLDER... [--least 20]`."""

from __future__ import annotations

import argparse
import sys

from newslint.model import Document
from newslint.rulebook.load import load
from newslint.runner import Request
from newslint.runner.archive import documents
from newslint.runner.find import find
from newslint.runner.learn import Lessons, agreement
from newslint.runner.linters import configs_for


def main(arguments: list[str]) -> int:
    """Learn from every other article of each folder, and compare with the rest."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks learning", description=__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--least", type=int, default=20, help="uses that count as evidence in each half")
    options = parser.parse_args(arguments)
    book = load()
    for folder in options.folders:
        halves = Lessons(book, book.lexicon), Lessons(book, book.lexicon)
        found = documents(find([folder], configs_for(Request(use_config=False))), book.lexicon)
        for number, document in enumerate(d for d in found if isinstance(d, Document)):
            halves[number % 2].add(document)
        topics, differing = agreement(halves[0].habits(options.least), halves[1].habits(options.least))
        print(
            f"{folder}: {halves[0].articles} and {halves[1].articles} articles, {topics} topics with {options.least} "
            f"uses in each, the majority differs in {len(differing)}"
        )
        for one, other in differing:
            print(f"  {one.topic.rule} {one.topic.topic}: {dict(one.forms)} against {dict(other.forms)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
