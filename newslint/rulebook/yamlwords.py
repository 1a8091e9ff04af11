"""What a YAML parser's complaint means, in words for an editor."""

from __future__ import annotations

import re
from typing import Any

_SPECIAL = re.compile(r"""^\s*(?:- +)*(?:[^\s:'"][^:'"]*: +)?([&*!@%`{}\[\]|>,?'"])""")
"""A line whose value begins with a sign that means something to YAML."""


def explain(error: Any, text: str) -> tuple[int, str, str]:
    """Offset, message and hint of a `yaml.YAMLError` that came up in `text`."""
    if getattr(error, "reason", None) is not None:
        return _unreadable(error, text)
    problem = str(error.problem or error)
    context = str(error.context or "")
    mark = error.problem_mark or error.context_mark
    offset = mark.index if mark else 0
    began = error.context_mark.index if error.context_mark else offset
    quote = _quoting(text, offset)
    if "cannot start any token" in problem:
        if text[offset : offset + 1] == "\t":
            return offset, "found a tab, expected spaces", "indent with spaces"
        return offset, f"found '{text[offset : offset + 1]}' where a value begins", quote
    if "quoted scalar" in context and "end of stream" in problem:
        return began, "the quotation mark is never closed", "double a ' inside single quotes: 'it''s'"
    if "escape" in problem:
        return offset, "found an unknown escape between double quotes", "use single quotes, or write \\\\"
    if "mapping values are not allowed" in problem:
        return offset, "found ':' where no key may stand", quote
    if "block sequence entries are not allowed" in problem:
        return offset, "found '-' behind a key", "begin the list on the next line"
    if "could not find expected ':'" in problem:
        return began, f"found {_shown(text, began)}, expected a key and ':'", "a text of several lines begins with '|'"
    if "flow" in context:
        bracket = text[began : began + 1]
        return began, f"the bracket '{bracket}' is not closed as it should be", _quoting(text, began)
    if any(word in context for word in ("block mapping", "block collection", "block sequence")):
        wanted = "a key" if "mapping" in context else "'- '"
        return offset, f"found {_shown(text, offset)}, expected {wanted}", quote
    if "alias" in context or "anchor" in context:
        return began, f"found '{text[began : began + 1]}' where a value begins", _quoting(text, began)
    if "block scalar" in context:
        return offset, f"found {_shown(text, offset)} behind '|' or '>'", "begin the text on the next line"
    return offset, "not YAML: " + ", ".join(p for p in (context, problem) if p), quote


def _quoting(text: str, offset: int) -> str:
    """What would most likely mend the line of an offset."""
    line = text[text.rfind("\n", 0, offset) + 1 :].partition("\n")[0]
    special = _SPECIAL.match(line)
    if special:
        return f"put quotes round text that begins with {special.group(1)}"
    if line.count(": ") > 1:
        return "put quotes round text that holds ': '"
    return "check the indent"


def _unreadable(error: Any, text: str) -> tuple[int, str, str]:
    """A character that YAML does not allow."""
    bad = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    offset = bad.start() if bad else 0
    code = f"U+{ord(bad.group()):04X}" if bad else str(error.reason)
    return (
        offset,
        f"found the control character {code}",
        'write it as an escape between double quotes, such as "\\u0007"',
    )


def _shown(text: str, offset: int) -> str:
    line = text[offset:].partition("\n")[0].strip()
    if not line:
        return "the end of the line" if offset < len(text) else "the end of the file"
    return f"'{line[:20]}...'" if len(line) > 20 else f"'{line}'"
