"""Finds text that was decoded with the wrong encoding, and repairs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.base import BlockHit, Check, Finding, Needs, Scope, together
from newslint.checks.parameters import Choice, Parameter, Settings
from newslint.storage.expressions import expression
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

_RUN = expression(r"[^\x00-\x7f]{2,}")
_QUOTES = frozenset("’”“‘…–—›»«‹")
_DEPTH = 3
"""How often text may have been through the wrong decoder."""


class Miscoded(Check):
    """Characters that are the bytes of UTF-8 read in another encoding: "Ã©" for é, "â€™" for an apostrophe.

    A sequence counts only where its bytes are valid UTF-8 as a whole (RFC 3629), so that "café’" is never one. Two
    characters of which the second is a quotation mark or dash count only after "Â", "Ã" or other broken ones: "CAFÉ”"
    is right. Text that went wrong several times is repaired at once. The first finding's fix repairs the whole article.
    """

    name = "miscoded"
    parameters = (
        Parameter("read_as", Choice("windows-1252", "mac-roman"), "the encoding that was taken for it", "windows-1252"),
    )

    placeholders = ()
    variants = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        codec = {"windows-1252": "cp1252", "mac-roman": "mac_roman"}[settings.text("read_as")]
        # Decoders of the web map the bytes that Windows-1252 leaves out to control characters (WHATWG Encoding).
        self._bytes = {bytes([b]).decode(codec): b for b in range(128, 256) if _decodes(b, codec)}
        self._bytes |= {chr(b): b for b in range(128, 160) if not _decodes(b, codec) or codec == "cp1252"}
        # In Mac Roman quotation marks and dashes would begin a sequence.
        self._leads = frozenset(c for c, b in self._bytes.items() if 0xC2 <= b <= 0xF4) - _QUOTES
        self._sure = frozenset(c for c, b in self._bytes.items() if b in (0xC2, 0xC3))

    def needs(self) -> Needs | None:
        return Needs(search=_RUN.pattern)

    def find(self, article: Article, scope: Scope, hits: Sequence[BlockHit]) -> Iterator[Finding]:
        return together(self._broken(article, scope))

    def _broken(self, article: Article, scope: Scope) -> Iterator[Finding]:
        for block in scope.blocks(article):
            if block.text.isascii():
                continue
            for m in _RUN.finditer(block.text):
                at = m.start()
                while at < m.end() - 1:
                    end, repaired = self._sequences(block.text, at, m.end())
                    if end > at and scope.allows(article, block, at, end):
                        yield Finding(block, at, end, {}, (repaired,))
                    at = max(end, at + 1)

    def _sequences(self, text: str, at: int, limit: int) -> tuple[int, str]:
        """The end of the run of broken characters at an offset, and what it should be; the offset where none is."""
        out, end = "", at
        while end < limit:
            size, character = self._character(text[end : min(end + 12, limit)], end > at)
            if not size:
                break
            out += character
            end += size
        for _ in range(_DEPTH - 1):
            again = self._whole(out)
            if again is None:
                break
            out = again
        return end, out

    def _character(self, text: str, goes_on: bool) -> tuple[int, str]:
        """Length and meaning of the broken character that the text begins with; 0 where there is none.

        goes_on: it stands right behind another one.
        """
        lead = self._bytes.get(text[0], 0) if text[0] in self._leads else 0
        size = 2 if 0xC2 <= lead < 0xE0 else 3 if 0xE0 <= lead < 0xF0 else 4 if lead >= 0xF0 else 0
        codes = [self._bytes.get(c, 0) for c in text[:size]]
        if not size or len(codes) < size or not all(0x80 <= c < 0xC0 for c in codes[1:]):
            return 0, ""
        if size == 2 and not goes_on and text[0] not in self._sure and text[1] in _QUOTES:
            return 0, ""
        try:
            return size, bytes(codes).decode()
        except UnicodeDecodeError:
            return 0, ""

    def _whole(self, text: str) -> str | None:
        """A text that is broken from end to end, repaired once."""
        codes = [self._bytes.get(c) for c in text]
        if len(text) < 2 or None in codes:
            return None
        try:
            return bytes(c for c in codes if c is not None).decode()
        except UnicodeDecodeError:
            return None


def _decodes(byte: int, codec: str) -> bool:
    try:
        bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return False
    return True
