"""What may be said of articles from outside: names of metadata, and values of those that checks reckon with."""

from __future__ import annotations

from newslint.checks.parameters import close
from newslint.storage.expressions import expression

KEYS = ("title", "published", "section", "language", "byline")
OWN = "x-"
"""What a house's own keys begin with."""

# BCP 47 (RFC 5646, 2.1) without the grandfathered tags: a language, then subtags.
_LANGUAGE = expression(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def key_fault(key: str) -> tuple[str, str]:
    """What is wrong with a key, and a hint; "" for nothing."""
    if key in KEYS or key.startswith(OWN):
        return "", ""
    return f"unknown metadata '{key}'", close(key, KEYS) or f"known: {', '.join(KEYS)}, and your own as {OWN}{key}"


def value_fault(key: str, value: str) -> str:
    """What is wrong with the value of a key, "" for nothing."""
    if key == "published" and not _is_time(value):
        return f"found '{value}', expected a date such as 2019-06-28 or 2019-06-28T17:30:00Z"
    if key == "language" and not _LANGUAGE.fullmatch(value):
        return f"found '{value}', expected a language such as en or en-AU"
    return ""


def _is_time(text: str) -> bool:
    from datetime import datetime

    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    # Python takes 20190628 and 2019-W26-5 too; the checks don't.
    return text[4:5] == "-" and text[7:8] == "-"
