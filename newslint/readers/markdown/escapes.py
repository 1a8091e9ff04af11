"""How new text is written into Markdown: as it is, else with backslashes, and only where it reads back as itself."""

from __future__ import annotations

import re
from bisect import bisect_left

from newslint.model import Codec
from newslint.readers.markdown.blocks import Parsed, Raw, parse
from newslint.readers.markdown.inline import place
from newslint.storage.expressions import expression

LIMIT = 65_536
"""Longest Markdown, in code points, that is parsed again to try an edit. Longer blocks refuse edits."""

_ALWAYS = expression(r"[\\`]|[*_<]|~(?=~)|(?<=~)~|&(?=#?\w+;)")
_PUNCTUATION = expression(r"[\\`*_\[\]<>&~#+\-.!|(){}=:]")


class Writer:
    """Tries edits of one body: parses the outermost block that holds the edit and compares what comes out."""

    __slots__ = ("_whole", "parsed", "start", "text")

    def __init__(self, text: str, start: int, parsed: Parsed) -> None:
        self.text = text
        self.start = start
        self.parsed = parsed
        # A link or footnote is a link only where its definition stands, maybe far off.
        self._whole = "]:" in text

    def codec(self, raw: Raw, index: int) -> Codec:
        """The codec of a block, which is number `index` of the body's blocks."""

        def encode(new: str, _source: str, start: int, end: int) -> str | None:
            return self.encode(raw, index, new, start, end)

        return Codec("markdown", encode)

    def encode(self, raw: Raw, index: int, new: str, start: int, end: int) -> str | None:
        """What to write for `new` at a half-open range of the source, or None where nothing reads back as it."""
        if "\n" in new or "\r" in new:
            return None
        text = raw.text
        wanted = text[: place(raw.pieces, start)] + new + text[place(raw.pieces, end, ends=True) :]
        light = _lightly(new, self.text[start - 1 : start], self.text[end : end + 1])
        full = _PUNCTUATION.sub(r"\\\g<0>", new)
        for written in (light, full) if full != light else (light,):
            if self._reads(raw, index, wanted, written, start, end):
                return written
        return None

    def _reads(self, raw: Raw, index: int, wanted: str, written: str, start: int, end: int) -> bool:
        """Whether the source with `written` in place reads as before, but for the one block."""
        blocks = self.parsed.blocks
        if not wanted.strip() and raw.kind not in ("cell", "alt"):
            # What vanishes must leave no marks behind, such as a bullet or four asterisks (a rule across the page).
            low, high = self.parsed.chunks[raw.chunk]
            if (self.text[low:start] + written + self.text[end:high]).strip():
                return False
        # A paragraph that vanishes can join what stands round it, so all is read again.
        if self._whole or not wanted.strip():
            low, high, first, last = self.start, len(self.text), 0, len(blocks)
        else:
            low, high = self.parsed.chunks[raw.chunk]
            while low > self.start and self.text[low - 1] not in "\r\n":
                low -= 1
            first = bisect_left(blocks, raw.chunk, key=_chunk)
            last = bisect_left(blocks, raw.chunk + 1, key=_chunk)
        if high - low > LIMIT:
            return False
        again = parse(self.text[low:start] + written + self.text[end:high])
        expected = [_signature(b, b.text) for b in blocks[first:last]]
        if wanted.strip():
            expected[index - first] = _signature(raw, wanted)
        else:
            del expected[index - first]
        return [_signature(b, b.text) for b in again.blocks] == expected


def _chunk(raw: Raw) -> int:
    return raw.chunk


def _signature(raw: Raw, text: str) -> tuple[str, str, tuple[str, ...], bool]:
    return raw.kind, text, raw.links, raw.nested


def _lightly(new: str, before: str, after: str) -> str:
    """`new` with backslashes where a character would be markup, judged by its neighbours."""
    whole = before + new + after

    def escape(match: re.Match[str]) -> str:
        at = match.start() + len(before)
        left, right = whole[at - 1 : at] or " ", whole[at + 1 : at + 2] or " "
        char = match.group()
        if char == "*" and left.isspace() and right.isspace():
            return char
        if char == "_" and left.isalnum() and right.isalnum():
            return char
        if char == "<" and (right.isspace() or right.isdigit()):
            return char
        return "\\" + char

    return _ALWAYS.sub(escape, new)
