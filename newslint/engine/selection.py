"""Which rules run."""

from __future__ import annotations

from collections.abc import Collection

from newslint.rulebook.load import fits
from newslint.rulebook.rule import Rule


def runs(rule: Rule, select: Collection[str] = (), ignore: Collection[str] = ()) -> bool:
    """Whether a rule runs; both collections name ids, groups and globs.

    No `select` stands for all live rules; a draft runs only when its id is spelled out there. `ignore` is stronger,
    but for an id that `select` spells out and `ignore` names only by its group or a glob.
    """
    spelled = rule.id in select
    if rule.status == "off" or (rule.status == "draft" and not spelled):
        return False
    if select and not any(fits(rule.id, pattern) for pattern in select):
        return False
    return rule.id not in ignore if spelled else not any(fits(rule.id, pattern) for pattern in ignore)
