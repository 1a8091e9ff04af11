"""The words of `newslint check` read without click, whose import takes longer than checking an article.

What is read here is read as click reads it. At anything else (help, a mistake, an option that is not in these tables)
this gives up, and click does all of it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

_LEVELS = ("error", "warning", "suggestion")
_FORMATS = ("text", "concise", "json")

FLAGS = {
    "--no-config": "no_config", "--no-cache": "no_cache", "--exit-zero": "exit_zero", "--quiet": "quiet", "-q": "quiet",
}  # fmt: skip
CHOICES = {
    "--min-level": ("min_level", _LEVELS),
    "--fail-level": ("fail_level", _LEVELS),
    "--format": ("format", _FORMATS),
    "--output-format": ("format", _FORMATS),
    "--color": ("color", ("auto", "always", "never")),
}
TEXTS = {"--config": "config"}
LISTS = {"--pack": "packs", "--style": "packs"}
NAMES = {"--select": "select", "--ignore": "ignore"}
NUMBERS = {"--jobs": "jobs"}
"""Options and the parameters they set: given or not; one of some words; any text; texts, one each time; names, between
commas too; whole numbers."""


def parse(words: Sequence[str]) -> dict[str, Any] | None:
    """The parameters that the words behind `check` give, None where click is to read them."""
    given: dict[str, Any] = {}
    paths = []
    rest = iter(words)
    for word in rest:
        if word == "-" or (word and word[0] != "-"):
            paths.append(word)
            continue
        name, equals, value = word.partition("=")
        if name in FLAGS and not equals:
            given[FLAGS[name]] = True
            continue
        if not equals:
            value = next(rest, "-")
            if value[:1] == "-":
                return None
        if name in CHOICES and value in CHOICES[name][1]:
            given[CHOICES[name][0]] = value
        elif name in TEXTS:
            given[TEXTS[name]] = value
        elif name in LISTS:
            given[LISTS[name]] = (*given.get(LISTS[name], ()), value)
        elif name in NAMES:
            names = (part.strip() for part in value.split(","))
            given[NAMES[name]] = (*given.get(NAMES[name], ()), *filter(None, names))
        elif name in NUMBERS and value.isascii() and value.isdecimal() and len(value) < 10:
            given[NUMBERS[name]] = int(value)
        else:
            return None
    given["paths"] = tuple(paths)
    return given
