"""From an article to LanguageTool's proposals: only prose goes there, by paragraph, several at a time."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait

from newslint.config.languagetool import LanguageTool
from newslint.integrations.languagetool.answers import Match
from newslint.integrations.languagetool.cache import Answers
from newslint.integrations.languagetool.client import Client, Unavailable
from newslint.model import Document, Proposal, Zone

CHECKER = "languagetool"
_UNSETTLED = ("en-GB", "en-US")
"""Asked one after the other where nobody says which English an article is in."""
_FEW = 2
"""Texts that make little work for a server."""
_REST = 30.0
"""Seconds for which a server that failed is not asked again."""
_STALE = 300.0
"""Seconds after which a server is asked anew which version it is."""
_VARIANTS = ("en-AU", "en-CA", "en-GB", "en-NZ", "en-US", "en-ZA")


class Proposer:
    """Asks one server. Safe to share between threads; after a fork it begins anew."""

    def __init__(self, settings: LanguageTool, address: str, keep: bool = True) -> None:
        """address: of the server. keep: whether answers may be kept on disk."""
        self._settings = settings
        self._address = address
        self._keep = keep
        self._lock = threading.Lock()
        self._pid = 0
        self._begin()

    def proposals(self, document: Document, zones: frozenset[Zone]) -> list[Proposal]:
        """What LanguageTool says of the blocks in some zones, in reading order. Raises Unavailable."""
        blocks = [b for b in document.blocks if b.zone in zones and not b.text.isspace() and b.text]
        languages = self._languages(document)
        if not blocks or not languages:
            return []
        if os.getpid() != self._pid:
            self._begin()
        try:
            found = self._answers([b.text for b in blocks], languages[0], languages[1:])
            for language in languages[1:]:
                unsure = [text for text, matches in found.items() if any(map(_is_spelling, matches))]
                for text, matches in self._answers(unsure, language).items():
                    # What is a word in another English is no misspelling, as long as nobody says which it is to be.
                    wrong = {(m.start, m.end) for m in matches if _is_spelling(m)}
                    found[text] = tuple(m for m in found[text] if not _is_spelling(m) or (m.start, m.end) in wrong)
        except Unavailable as error:
            with self._lock:
                self._down = (time.monotonic() + _REST, str(error))
            raise
        return [_proposal(block.index, match) for block in blocks for match in found[block.text]]

    def abort(self) -> None:
        """Break off what is under way: whoever waits for it gets Unavailable."""
        self._client.abort()

    def close(self) -> None:
        """Close connections and files."""
        self._pool.shutdown(cancel_futures=True)
        self._client.close()
        self._cache.close()

    def _begin(self) -> None:
        # A connection or a file that two processes use is of no use to either.
        self._pid = os.getpid()
        self._client = Client(self._address, self._settings.timeout)
        self._cache = Answers(self._keep)
        self._pool = ThreadPoolExecutor(self._settings.parallel, "languagetool")
        self._down = (0.0, "")
        self._version: tuple[float, str] = (0.0, "")

    def _languages(self, document: Document) -> tuple[str, ...]:
        """The variants to ask for: the configuration's, the article's, else the two that spell most unlike each other.
        None where the article is in a language that the rules know nothing of."""
        own = document.metadata.language.replace("_", "-").lower()
        if own and not own.startswith("en"):
            return ()
        if self._settings.language:
            return (self._settings.language,)
        return next(((v,) for v in _VARIANTS if v.lower() == own), _UNSETTLED)

    def _answers(self, texts: list[str], language: str, others: Sequence[str] = ()) -> dict[str, tuple[Match, ...]]:
        """The matches in some texts, by text. Raises Unavailable.

        others: variants that may be asked about next. Where little is new, as after an edit, they are asked about at
        the same time, and kept.
        """
        until, reason = self._down
        if time.monotonic() < until:
            raise Unavailable(reason)
        # Another version says other things; and one that has gone away must not seem to be there.
        server = f"{self._address}\0{self._about()}"
        keys = {text: Answers.key(f"{server}\0{language}", text) for text in texts}
        known = self._cache.find(keys.values())
        new = [(text, language) for text, key in keys.items() if key not in known]
        if len(new) <= _FEW:
            new += [(text, other) for text, _ in new for other in others]
        asked = {Answers.key(f"{server}\0{variant}", text): matches for text, variant, matches in self._ask(new)}
        self._cache.keep(asked)
        known |= asked
        return {text: known[key] for text, key in keys.items()}

    def _about(self) -> str:
        asked, version = self._version
        if not version or time.monotonic() > asked + _STALE:
            about = self._client.about()
            version = f"{about.version} {about.build}"
            self._version = (time.monotonic(), version)
        return version

    def _ask(self, wanted: list[tuple[str, str]]) -> list[tuple[str, str, tuple[Match, ...]]]:
        """Texts and variants with what the server says of them."""
        if len(wanted) < 2:
            return [(text, variant, tuple(self._client.check(text, variant))) for text, variant in wanted]
        # The longest first: the last one to be done should be short.
        ordered = sorted(wanted, key=lambda w: len(w[0]), reverse=True)
        futures = [self._pool.submit(self._client.check, text, variant) for text, variant in ordered]
        try:
            done, _ = wait(futures, return_when=FIRST_EXCEPTION)
            failed = next((error for f in done if (error := f.exception())), None)
            if failed:
                raise failed
        except BaseException:
            # Neither a failure nor Ctrl-C waits for what is still under way.
            for future in futures:
                future.cancel()
            self._client.abort()
            raise
        return [(*each, tuple(f.result())) for each, f in zip(ordered, futures, strict=True)]


def _is_spelling(match: Match) -> bool:
    """Whether it says that a word is none."""
    return match.rule.startswith("MORFOLOGIK_RULE")


def _proposal(block: int, m: Match) -> Proposal:
    return Proposal(
        block, m.start, m.end, CHECKER, m.rule, m.message, m.suggestions, m.category, m.kind, m.description, m.url
    )
