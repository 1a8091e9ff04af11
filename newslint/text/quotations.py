"""Quotations: curly and straight, nested, British and American, running over paragraphs, with marks lost.

A paragraph is read on its own, so what it has lost stays in it. Then each quotation that a paragraph leaves open is
held against the next one: by convention a speech over several paragraphs opens each and closes the last, while a
phrase that is no sentence closes in its own paragraph (AP Stylebook, "quotation marks").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from newslint.model import Block, Document, Zone
from newslint.model.records import NamedTuple
from newslint.storage.expressions import compiled
from newslint.text.lexicon import Lexicon
from newslint.text.marks import DOUBLE, Words, find_marks
from newslint.text.pairing import Draft, pair, plain_pairs
from newslint.text.tokens import tokenize

_RUNNING = frozenset({Zone.PARAGRAPH, Zone.LIST_ITEM, Zone.BLOCKQUOTE})
_NOTHING = "\0"
"""Stands for the closing mark of a turn, which needs none."""


class Quotation(NamedTuple):
    """A stretch of direct speech, a quoted phrase or the quoted title of a work.

    start, end: offsets in the block's text, the marks included. open, close: the marks, "" where there is none.
    level: 0 for the outer one, 1 for one inside it. closed: it has its closing mark. continues: it goes on with the
    quotation of the paragraph before. runs_on: it has no closing mark because the next paragraph goes on with it.
    lost: one of its marks is missing or of the wrong kind. Without marks and not lost, it is a turn of a transcript
    ("Q: ...").
    """

    block: int
    start: int
    end: int
    open: str
    close: str
    level: int = 0
    closed: bool = True
    continues: bool = False
    runs_on: bool = False
    lost: bool = False


class Quoted:
    """The places of a block that stand in quotations."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, quotations: list[Quotation]) -> None:
        outer = [q for q in quotations if q.level == 0]
        self._starts = [q.start for q in outer]
        self._ends = [q.end for q in outer]

    def covers(self, start: int, end: int) -> bool:
        """Whether a range lies in one quotation."""
        i = bisect_right(self._starts, start) - 1
        return i >= 0 and end <= self._ends[i]


def find_quotations(document: Document, lexicon: Lexicon) -> list[list[Quotation]]:
    """The quotations of each block, by block index, in the order of their starts. Linear in the length of the text."""
    words = Words.of(lexicon)
    drafts: list[list[Draft]] = []
    open: set[int] = set()
    for block in document.blocks:
        found = plain_pairs(block.text)
        if found is None:
            found = pair(block.text, find_marks(block.text, words))
            if any(not draft.close for draft in found):
                _end_what_is_open(block.text, found, lexicon)
                open.add(block.index)
        drafts.append(found)
    running = [block for block in document.blocks if block.zone in _RUNNING]
    for block, following in pairwise(running) if open else ():
        if block.index in open:
            _join(block.text, drafts[block.index], following.text, drafts[following.index])
    for i, start in _turns(running):
        turn = Draft(start, "", DOUBLE)
        turn.end, turn.close = len(document.blocks[i].text), _NOTHING
        drafts[i].insert(0, turn)
    return [_finish(i, found) for i, found in enumerate(drafts)]


def _end_what_is_open(text: str, drafts: list[Draft], lexicon: Lexicon) -> None:
    """Give quotations without a closing mark their end: where the words are given to a speaker (“Yes, he said.), else
    where the next one opens, else with the text."""
    spoken = [m.start() for m in _speakers(lexicon).finditer(text)] if _has_said(text, lexicon) else []
    by_start = {draft.start: draft for draft in drafts}
    whole_end = len(text.rstrip())
    for draft in drafts:
        if draft.close:
            continue
        limit = whole_end if draft.end < 0 else draft.end
        limit = draft.child if 0 <= draft.child < limit else limit
        i = bisect_right(spoken, draft.start)
        if i < len(spoken) and spoken[i] < limit:
            draft.end, draft.cut = spoken[i] + 1, True
            continue
        draft.cut = limit < whole_end
        while text[limit - 1].isspace():
            limit -= 1
        draft.end = limit
        if draft.cut and draft.child >= 0 and _is_speech(text, draft):
            draft.runs_on = by_start[draft.child].continues = True


def _is_speech(text: str, draft: Draft) -> bool:
    """Whether a quotation without a closing mark ends a sentence and is one, or goes on with one, not just a phrase."""
    inside = text[draft.start + len(draft.open) : draft.end]
    first = next((c for c in inside if c.isalpha()), "")
    at = draft.start
    while at and text[at - 1].isspace():
        at -= 1
    goes_on = text[at - 1 : at] in (",", ":")
    ends = [m.end() for m in _sentence_end().finditer(inside)]
    return bool(ends) and ends[-1] == len(inside) and (goes_on or not first.islower() or len(ends) > 1)


def _join(text: str, drafts: list[Draft], next_text: str, next_drafts: list[Draft]) -> None:
    """Find out whether the next paragraph goes on with what this one leaves open."""
    left_open = [d for d in drafts if not d.close and not d.cut and not d.runs_on][:2]
    at = len(next_text) - len(next_text.lstrip())
    for draft, following in zip(left_open, next_drafts, strict=False):
        if following.start != at or following.family != draft.family:
            break
        if following.open and not _is_speech(text, draft):
            break
        draft.runs_on = following.continues = True
        at += len(following.open)


def _turns(blocks: list[Block]) -> Iterator[tuple[int, int]]:
    """Block index and offset of each turn of a transcript or interview: two labels or more, each used again,
    and few others."""
    turns: dict[str, list[tuple[int, int]]] = {}
    spoken: set[str] = set()
    for block in blocks:
        label = _label().match(block.text) if ":" in block.text else None
        if label:
            turns.setdefault(label.group(1), []).append((block.index, label.end()))
            if _sentence_end().search(block.text, label.end()):
                spoken.add(label.group(1))
    again = [places for name, places in turns.items() if len(places) > 1 and name in spoken]
    if len(again) > 1 and 2 * len(turns) <= sum(map(len, turns.values())):
        for places in again:
            yield from places


def _finish(block: int, drafts: list[Draft]) -> list[Quotation]:
    """Drafts with their levels."""
    done: list[Quotation] = []
    ends: list[int] = []
    for d in drafts:
        while ends and ends[-1] <= d.start:
            ends.pop()
        closed = bool(d.close)
        lost = d.lost or not (closed or d.runs_on)
        close = "" if d.close == _NOTHING else d.close
        done.append(Quotation(block, d.start, d.end, d.open, close, len(ends), closed, d.continues, d.runs_on, lost))
        ends.append(d.end)
    return done


@cache
def _sentence_end() -> re.Pattern[str]:
    return compiled(r"[.?!…][\"'”’)]*(?:\s|\Z)")


@cache
def _label() -> re.Pattern[str]:
    """The name that a turn of a transcript opens with."""
    return compiled(r"([A-Z][^\W_]*(?:[ .'’-]{1,2}[A-Z][^\W_]*){0,4}):\s+(?=\S)")


def _has_said(text: str, lexicon: Lexicon) -> bool:
    """Whether a verb of saying stands in a text, without which nobody is said to speak."""
    first = lexicon.cache.get("said")
    if not isinstance(first, frozenset):
        first = lexicon.cache["said"] = frozenset(w for v in lexicon["said-verbs"] for w in tokenize(v).texts[:1])
    return not first.isdisjoint(tokenize(text).texts)


def _speakers(lexicon: Lexicon) -> re.Pattern[str]:
    """Who speaks, behind a comma at the end of a sentence (", he said." ", said the minister.") or before a colon
    (". She added:"). Only the mark before belongs to the words spoken."""
    pattern = lexicon.cache.get("speakers")
    if not isinstance(pattern, re.Pattern):
        small = lexicon["function-words"]
        said = "|".join(map(re.escape, lexicon["said-verbs"])) or "(?!)"
        subjects = "|".join(small.having("subject", "yes")) or "(?!)"
        nouns = "|".join(small.having("noun", "yes")) or "(?!)"
        who = rf"(?:{subjects}|(?:{nouns}|[A-Z][\w.'’-]*)(?:\s[\w.'’-]+){{0,4}}?)"
        after = rf",\s(?:{who}\s(?:{said})|(?:{said})\s{who})(?=[.!?](?:\s|\Z))"
        before = rf"[.!?]\s+(?i:{who})\s(?:{said})(?:\s[\w'’-]+){{0,4}}:"
        pattern = compiled(f"{after}|{before}")
        lexicon.cache["speakers"] = pattern
    return pattern
