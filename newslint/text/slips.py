"""How many slips of the fingers lie between two words."""

from __future__ import annotations


def slips(a: str, b: str, most: int) -> int:
    """The smallest number of letters dropped, added, changed, or swapped with their neighbour that makes `b` of `a`;
    `most` + 1 where it is more than `most`.

    The optimal string alignment of Damerau, "A technique for computer detection and correction of spelling errors"
    (1964). Takes time in proportion to the longer word times `most`.
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    if a == b:
        return 0
    # What both begin and end with takes no part.
    start, end = 0, min(len(a), len(b))
    while start < end and a[start] == b[start]:
        start += 1
    end -= start
    cut = 0
    while cut < end and a[-1 - cut] == b[-1 - cut]:
        cut += 1
    a, b = a[start : len(a) - cut], b[start : len(b) - cut]
    beyond = most + 1
    if most == 1:
        swapped = len(a) == len(b) == 2 and a[0] == b[1] and a[1] == b[0]
        return 1 if swapped or max(len(a), len(b)) == 1 else beyond
    older: list[int] = []
    old = [min(j, beyond) for j in range(len(b) + 1)]
    for i, x in enumerate(a, 1):
        low, high = max(1, i - most), min(len(b), i + most)
        new = [beyond] * (len(b) + 1)
        new[0] = min(i, beyond)
        for j in range(low, high + 1):
            y = b[j - 1]
            best = min(old[j] + 1, new[j - 1] + 1, old[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, older[j - 2] + 1)
            new[j] = best
        if min(new[low - 1 : high + 1]) > most:
            return beyond
        older, old = old, new
    return min(old[-1], beyond)
