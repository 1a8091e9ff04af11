"""Swaps that undo each other, within a rule and across rules."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.rulebook.nodes import Located
from newslint.rulebook.problems import Problem
from newslint.rulebook.rule import Rule


def undone_swaps(rules: Iterable[tuple[Rule, Located]]) -> list[Problem]:
    """A problem at each swap a -> b for which an earlier rule, or an earlier line of the rule, swaps b -> a.

    All suggestions of a swap count, not only the first. Capitals count only where they are all that a swap changes,
    because other replacements follow the case of what they find. Rules that never look at the same text don't meet.
    """
    problems: list[Problem] = []
    seen: dict[tuple[str, str], list[tuple[Rule, str]]] = {}
    for rule, node in rules:
        swaps = rule.settings.mapping("swap") if rule.check == "substitution" and rule.status != "off" else {}
        for old, news in swaps.items():
            for new in news:
                before = next((s for s in seen.get(_key(new, old), ()) if s[0].zones & rule.zones), None)
                if before is not None:
                    where = "" if before[0] is rule else f" of {before[0].id}"
                    message = f"'{old}' becomes '{new}', which '{before[1]}'{where} turns back"
                    problems.append(node.problem(message, ("swap", old), key=True))
                seen.setdefault(_key(old, new), []).append((rule, old))
    return problems


def _key(old: str, new: str) -> tuple[str, str]:
    a, b = " ".join(old.split()), " ".join(new.split())
    folded = a.casefold(), b.casefold()
    return (a, b) if folded[0] == folded[1] else folded
