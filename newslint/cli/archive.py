"""Going through an archive: progress, and what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from newslint.cli.terminal import note
from newslint.model import Document, ReadError
from newslint.runner.archive import documents
from newslint.runner.find import Found
from newslint.text.lexicon import Lexicon


def each_article(found: Iterable[Found], lexicon: Lexicon, use: Callable[[Document], None], quiet: bool) -> int:
    """Give each article to `use`, with the number so far shown where a person watches. What could not be read is said;
    its number comes back."""
    bar = sys.stderr.isatty() and not quiet
    done = failed = width = 0

    def clear() -> None:
        if width:
            sys.stderr.write("\r" + " " * width + "\r")
            sys.stderr.flush()

    try:
        for document in documents(found, lexicon):
            if isinstance(document, ReadError):
                clear()
                note(str(document))
                failed += 1
                continue
            use(document)
            done += 1
            if bar and done % 20 == 0:
                text = f"{done:,} articles"
                sys.stderr.write("\r" + text)
                sys.stderr.flush()
                width = len(text)
    except KeyboardInterrupt:
        if width:
            sys.stderr.write("\n")
        raise
    clear()
    return failed
