"""Shortcodes and template tags of site generators and WordPress: where they stand, and a text without them."""

from __future__ import annotations

from newslint.storage.expressions import compiled, expression

MASK = "\ufffc"
"""Stands for each character of a shortcode while the Markdown is parsed: no delimiter, no letter, no space."""

_CODE_TAGS = "highlight|raw|comment|verbatim|math|mermaid|chart|katex"
_OPENERS = (("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}"), ("{:", "}"))
_START = expression(r"\{\{[<%]?|\{%|\{:|\[/?[A-Za-z]")
_TAG = expression(r"(?:\{\{[<%]|\{%-?)\s*(" + _CODE_TAGS + r")\b")
_WORDPRESS = expression(
    r"""\[(?P<close>/)?(?P<name>[A-Za-z][\w-]*+)(?P<rest>(?:\s++[\w-]++=(?:"[^"\n]*+"|'[^'\n]*+'|[^\s"'\[\]]++)){0,40}+)\s*+/?\](?![(:])"""
)
_NAMELESS = frozenset({"audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"})
"""Shortcodes of WordPress itself, which may stand without attributes."""


def shortcodes(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the shortcodes in a text, ascending and apart.

    Known are Hugo (`{{< >}}`, `{{% %}}`), Liquid and Jinja (`{{ }}`, `{% %}`), kramdown's attribute lists (`{: }`)
    and WordPress (`[name key="value"]`). One whose end is missing, or lies behind an empty line, is text. What stands
    between the tags of a code shortcode (`highlight`, `raw` ...) belongs to it.
    """
    if "{" not in text and "[" not in text:
        return []
    found: list[tuple[int, int]] = []
    seek = _Seeker(text)
    at = 0
    while match := _START.search(text, at):
        start = match.start()
        at = match.end()
        end = _wordpress(text, start, seek) if text[start] == "[" else _braces(text, start, seek)
        if end is not None:
            found.append((start, end))
            at = end
    return found


def masked(text: str, ranges: list[tuple[int, int]]) -> str:
    """The text with each character of some ranges replaced by MASK, so that all others keep their places."""
    out, at = [], 0
    for start, end in ranges:
        out += [text[at:start], MASK * (end - start)]
        at = end
    return "".join([*out, text[at:]])


class _Seeker:
    """`str.find` that remembers what it found: asked with rising offsets, it reads the text once a needle."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._at: dict[str, int] = {}
        self._blank = compiled(r"(?:\r\n|\n|\r)[ \t]*+(?:\r\n|\n|\r)")
        self._blank_at = -1

    def find(self, needle: str, start: int) -> int:
        known = self._at.get(needle, -1)
        if known < start:
            found = self.text.find(needle, start)
            known = self._at[needle] = found if found >= 0 else len(self.text)
        return known

    def blank(self, start: int) -> int:
        """Where the next empty line begins."""
        if self._blank_at < start:
            match = self._blank.search(self.text, start)
            self._blank_at = match.start() if match else len(self.text)
        return self._blank_at


def _braces(text: str, start: int, seek: _Seeker) -> int | None:
    opener, closer = next(pair for pair in _OPENERS if text.startswith(pair[0], start))
    end = seek.find(closer, start + len(opener))
    if end >= len(text) or end > seek.blank(start):
        return None
    end += len(closer)
    tag = _TAG.match(text, start)
    if tag:
        name = tag.group(1)
        for mark in ("{{< /", "{{% /", "{{</", "{{%/", "{% end", "{%- end"):
            if mark.startswith(opener):
                close = seek.find(f"{mark}{name}", end)
                last = seek.find(closer, close) if close < len(text) else len(text)
                if last < len(text):
                    return last + len(closer)
    return end


def _wordpress(text: str, start: int, seek: _Seeker) -> int | None:
    match = _WORDPRESS.match(text, start)
    if match is None:
        return None
    name = match["name"]
    if match["close"] or match["rest"]:
        return match.end()
    if text[start - 1 : start] == "]" or text[match.end() : match.end() + 1] == "[":
        return None  # half of a reference link
    if name in _NAMELESS or seek.find(f"[/{name}]", start) < len(text):
        return match.end()
    return None
