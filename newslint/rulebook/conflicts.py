"""Swaps that undo each other, within a rule and across rules: settled between packs, a mistake elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.rulebook.nodes import Located
from newslint.rulebook.packs import Pack
from newslint.rulebook.problems import Problem
from newslint.rulebook.rule import Rule

_MOST = 3
"""So many clashes of two rules are told one by one."""


def settle(rules: Iterable[Rule], packs: Sequence[Pack]) -> None:
    """Let the later of two packs of one language have its way: what it turns back is taken out of the earlier one.

    packs: in the order in which they were loaded. Two languages don't go together, and a pack at odds with itself is
    wrong: their swaps stay, for `undone_swaps` to tell.
    """
    order = {pack.name: (number, pack.language) for number, pack in enumerate(packs) if pack.language}
    if len(order) < 2:
        return
    swapping = [r for r in rules if r.check == "substitution" and r.status != "off" and r.pack in order]
    places: dict[tuple[str, str], list[Rule]] = {}
    for rule in swapping:
        for old, news in rule.settings.mapping("swap").items():
            for new in news:
                places.setdefault(_key(old, new), []).append(rule)
    for rule in swapping:
        number, language = order[rule.pack]
        swap = rule.settings.mapping("swap")
        for old, news in list(swap.items()):
            against = (order[r.pack] for new in news for r in places.get(_key(new, old), ()) if r.zones & rule.zones)
            if any(later > number and other == language for later, other in against):
                del swap[old]
        rule.settings.values["swap"] = swap


def undone_swaps(rules: Iterable[tuple[Rule, Located]]) -> list[Problem]:
    """A problem at each swap a -> b for which an earlier rule, or an earlier line of the rule, swaps b -> a.

    All suggestions of a swap count, not only the first. Capitals count only where they are all that a swap changes,
    because other replacements follow the case of what they find. Rules that never look at the same text don't meet.
    """
    clashes: dict[tuple[Rule, Rule], list[Problem]] = {}
    seen: dict[tuple[str, str], list[tuple[Rule, str]]] = {}
    for rule, node, old, new in _chained([(r, n) for r, n in rules if r.check == "substitution" and r.status != "off"]):
        before = next((s for s in seen.get(_key(new, old), ()) if s[0].zones & rule.zones), None)
        if before is not None:
            where = "" if before[0] is rule else f" of {before[0].id}"
            message = f"'{old}' becomes '{new}', which '{before[1]}'{where} turns back"
            clashes.setdefault((rule, before[0]), []).append(node.problem(message, ("swap", old), key=True))
        seen.setdefault(_key(old, new), []).append((rule, old))
    return [problem for (rule, other), found in clashes.items() for problem in _told(found, rule, other)]


def _told(found: Sequence[Problem], rule: Rule, other: Rule) -> Iterable[Problem]:
    """The first of many words that two rules turn about: two variants of a language do so with some hundred."""
    more = len(found) - _MOST
    if more <= 0 or rule is other:
        return found
    packs = f"; the packs {other.pack} and {rule.pack} don't go together" if rule.pack != other.pack else ""
    hint = f"these two rules turn {more} more words back and forth{packs}"
    return [*found[: _MOST - 1], found[_MOST - 1]._replace(hint=hint)]


def _chained(rules: Sequence[tuple[Rule, Located]]) -> Iterator[tuple[Rule, Located, str, str]]:
    """The swaps whose new text is one that some rule swaps: few of many thousands."""
    swaps = [(rule, node, rule.settings.mapping("swap")) for rule, node in rules]
    olds = {old.casefold() for _, _, swap in swaps for old in swap}
    for rule, node, swap in swaps:
        for old, news in swap.items():
            for new in news:
                if new.casefold() in olds:
                    yield rule, node, old, new


def _key(old: str, new: str) -> tuple[str, str]:
    folded = old.casefold(), new.casefold()
    return (old, new) if folded[0] == folded[1] else folded
