"""The plainest matcher there can be: each pattern by `re.finditer`, one after the other."""

import re
from collections.abc import Sequence

from newslint.matching import Hit, Pattern

SPACE = r"\s+"


def compile_plainly(pattern: Pattern) -> re.Pattern[str]:
    """What the description of Pattern says, as one regular expression."""
    text = pattern.text
    if pattern.literal:
        text = re.escape(re.sub(" +", " ", text)).replace(r"\ ", SPACE).replace("’", "'").replace("'", "['’]")
        text = text.replace("‐", r"\-").replace("‑", r"\-").replace(r"\-", "[-‐‑]")
        text = rf"(?<!\w){text}" if re.match(r"\w", pattern.text) else text
        text = rf"{text}(?!\w)" if re.match(r"\w", pattern.text[-1:]) else text
    return re.compile(text, re.IGNORECASE if pattern.ignore_case else 0)


def naive_hits(patterns: Sequence[Pattern], text: str) -> list[Hit]:
    """Hits of all patterns by start, then pattern."""
    hits = []
    for number, pattern in enumerate(patterns):
        last = len(text) - len(text.lstrip()) if pattern.at_start else len(text)
        for match in compile_plainly(pattern).finditer(text):
            if match.start() > last:
                break
            if pattern.literal:
                hits.append(Hit(number, match.start(), match.end()))
            else:
                groups = tuple(group or "" for group in (match.group(), *match.groups()))
                hits.append(Hit(number, match.start(), match.end(), groups, match.groupdict("") or None))
    return sorted(hits, key=lambda hit: (hit.start, hit.pattern))
