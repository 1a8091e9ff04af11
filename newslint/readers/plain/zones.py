"""The zones of a plain text's paragraphs, from their kinds and their neighbours. docs/zones.md lists the rules."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.model import TextMap, Zone
from newslint.readers.plain.kinds import Kind
from newslint.storage.expressions import expression

_INNER_STOP = expression(r"\w\w[.!?](\S{0,3})\s+(\S{1,3})")
_OUTSIDE = frozenset({Zone.FURNITURE, Zone.EMBED, Zone.BYLINE, Zone.DATELINE, Zone.CREDIT})


def zones(maps: Sequence[TextMap], kinds: Sequence[Kind], *, titled: bool = False) -> list[Zone]:
    """One zone a paragraph, in order. `titled` says that the headline is known and does not stand here."""
    out = [kind.zone or Zone.PARAGRAPH for kind in kinds]
    first = next((i for i, z in enumerate(out) if z not in _OUTSIDE), None)
    if first is None:
        return out
    body = first
    if not titled and _is_headline(maps, kinds, first):
        if _is_kicker(maps, kinds, first):
            out[first] = Zone.KICKER
            first += 1
        out[first] = Zone.HEADLINE
        body = first + 1
    prose = [i for i in range(body, len(kinds)) if kinds[i].prose]
    if not prose:
        return out
    if body > first:
        _head(maps, kinds, out, first, prose[0])
    page = any(k.zone is Zone.FURNITURE and k.words for k in kinds)
    for start, end in _runs(maps, kinds, out, prose[0] + 1, len(kinds)):
        _run(maps, kinds, out, start, end, page)
    return out


def _is_headline(maps: Sequence[TextMap], kinds: Sequence[Kind], i: int) -> bool:
    """A first paragraph is a headline unless it is several sentences, or one as long as a lead, and stands but once."""
    kind, text = kinds[i], maps[i].text
    if kind.zone is not None or kind.words > 40:
        return False
    stopped = kind.closed and text.rstrip("\"'”’)]")[-1:] == "."
    if len(maps) == 1 and stopped:
        return False
    if not (kind.closed and _has_inner_stop(text)) and not (stopped and kind.words >= 12):
        return True
    # Nobody writes a paragraph and then the same again: a line that comes twice was copied with its page.
    return kind.words <= 30 and any(other.text == text for other in maps[i + 1 :])


def _has_inner_stop(text: str) -> bool:
    """Whether a sentence ends within the text: a stop behind two letters, and a capital after it."""
    return any(not m[1].strip("\"'”’)]") and m[2].lstrip("\"'“‘([")[:1].isupper() for m in _INNER_STOP.finditer(text))


def _is_kicker(maps: Sequence[TextMap], kinds: Sequence[Kind], i: int) -> bool:
    """A label in capitals or with a colon above a headline in small letters."""
    if i + 2 >= len(maps) or kinds[i].words > 3 or kinds[i].closed:
        return False
    text, below = maps[i].text, kinds[i + 1]
    labelled = (text.isupper() and not maps[i + 1].text.isupper()) or text.endswith(":")
    return labelled and below.zone is None and below.words >= 4 and not below.prose


def _head(maps: Sequence[TextMap], kinds: Sequence[Kind], out: list[Zone], headline: int, lead: int) -> None:
    """What stands between the headline and the first paragraph of prose; that one too may be a standfirst."""
    title = maps[headline].text.lower()
    loose = [i for i in range(headline + 1, lead) if kinds[i].zone is None and maps[i].text.lower() not in title]
    top = loose[0] if loose else lead
    signed = any(out[i] in (Zone.BYLINE, Zone.DATELINE) for i in range(top + 1, min(top + 3, len(out))))
    if 6 <= kinds[top].words <= 45 and (signed or (top != lead and not kinds[top].closed)):
        out[top] = Zone.STANDFIRST
        loose = loose[1:]
    many = len(loose) > 3
    for i in loose:
        if not kinds[i].closed and (many or kinds[i].words < 6):
            out[i] = Zone.CROSSHEAD if i == lead - 1 and i > headline + 1 and _is_title(maps, kinds, i) else out[i]
            if many and out[i] is Zone.PARAGRAPH:
                out[i] = Zone.FURNITURE


def _runs(
    maps: Sequence[TextMap], kinds: Sequence[Kind], out: list[Zone], start: int, end: int
) -> list[tuple[int, int]]:
    """Half-open ranges of paragraphs between those of prose."""
    runs, at = [], start
    for i in range(start, end + 1):
        if i == end or _reads_on(kinds[i], out[i], maps[i].text):
            if i > at:
                runs.append((at, i))
            at = i + 1
    return runs


def _reads_on(kind: Kind, zone: Zone, text: str) -> bool:
    """Whether a paragraph is body beyond doubt; a short question may be a crosshead."""
    question = kind.words <= 8 and text[-1] == "?" and text[0].isalnum()
    return kind.prose or zone is Zone.LIST_ITEM or (kind.zone is None and kind.closed and not question)


def _run(maps: Sequence[TextMap], kinds: Sequence[Kind], out: list[Zone], start: int, end: int, page: bool) -> None:
    """Short lines between prose: one alone is a crosshead; among a page's furniture they are its menus and teasers."""
    loose = [i for i in range(start, end) if kinds[i].zone is None]
    tail = end == len(kinds)
    worded = any(kinds[i].zone is Zone.FURNITURE and kinds[i].words for i in range(start, end))
    if page and ((worded and end - start >= 3) or (tail and end - start >= 2)):
        for i in loose:
            out[i] = Zone.FURNITURE
    elif not tail and end - start == 1 and (out[start] is Zone.DATELINE and kinds[start].words <= 4):
        out[start] = Zone.CROSSHEAD
    elif len(loose) in (1, 2) and loose[-1] == end - 1 and not tail and _is_title(maps, kinds, end - 1):
        out[end - 1] = Zone.CROSSHEAD


def _is_title(maps: Sequence[TextMap], kinds: Sequence[Kind], i: int) -> bool:
    text = maps[i].text
    start = text.lstrip("\"'“‘(")[:1]
    longest = 5 if i + 1 < len(kinds) and kinds[i + 1].zone is Zone.LIST_ITEM else 10
    return kinds[i].words <= longest and len(text) <= 80 and not start.islower() and text[-1] not in ",;:."
