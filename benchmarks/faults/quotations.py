"""Quotation marks that are lost, doubled, or of another kind than the rest."""

from __future__ import annotations

import re
from random import Random

from benchmarks.faults.model import Article, Fault, Place, edit, kind, pick

# The lines of a quotation with its marks; what an editor would mark is the whole of it.


def _quotation(article: Article, random: Random) -> Place | None:
    body = [(a, b) for a, b in article.speech if b - a > 20]
    return pick(random, body)


def _lost(article: Article, place: Place, end: bool) -> Fault:
    """The quotation without one mark; the rest of it is the place."""
    start, stop = place
    cut = (stop - 1, stop, "") if end else (start, start + 1, "")
    fault = edit(cut)
    return fault._replace(wrong=((start, stop - 1),))


@kind("quotations", "closing-mark-lost", whole_line=True)
def closing_lost(article: Article, random: Random) -> Fault | None:
    """The mark at the end of direct speech is gone, and the reporter's words follow."""
    place = _quotation(article, random)
    return _lost(article, place, True) if place and article.text[place[1] : place[1] + 1] == " " else None


@kind("quotations", "closing-mark-lost-at-end", whole_line=True)
def closing_lost_at_end(article: Article, random: Random) -> Fault | None:
    """The mark at a paragraph's end is gone, and the next paragraph is not direct speech."""
    found = [
        p
        for p in article.speech
        if article.text[p[1] : p[1] + 2] == "\n\n" and article.text[p[1] + 2 : p[1] + 3].isalpha()
    ]
    place = pick(random, found)
    return _lost(article, place, True) if place else None


@kind("quotations", "opening-mark-lost", whole_line=True)
def opening_lost(article: Article, random: Random) -> Fault | None:
    """The mark before direct speech is gone."""
    place = _quotation(article, random)
    return _lost(article, place, False) if place else None


def _double(article: Article, place: Place, mark: str) -> Fault | None:
    """One mark of the other kind in a quotation with double marks."""
    start, stop = place
    if mark == "open":
        return edit((start, start + 1, '"' if article.text[start] == "“" else "“"), also=[(stop - 1, stop)])
    return edit((stop - 1, stop, '"' if article.text[stop - 1] == "”" else "”"), also=[(start, start + 1)])


def _doubles(article: Article) -> list[Place]:
    return [p for p in article.speech if article.text[p[0]] in '“"' and p[1] - p[0] > 10]


@kind("quotations", "one-mark-of-other-kind")
def one_mark_other(article: Article, random: Random) -> Fault | None:
    """One mark is straight and its partner curly, or the other way."""
    place = pick(random, _doubles(article))
    return _double(article, place, random.choice(["open", "close"])) if place else None


@kind("quotations", "both-marks-of-other-kind")
def both_marks_other(article: Article, random: Random) -> Fault | None:
    """One quotation has straight marks and the others curly ones, or the other way."""
    found = _doubles(article)
    place = pick(random, found) if len(found) > 2 else None
    if not place:
        return None
    start, stop = place
    marks = ('"', '"') if article.text[start] == "“" else ("“", "”")
    return edit((start, start + 1, marks[0]), (stop - 1, stop, marks[1]))


@kind("quotations", "marks-turned")
def marks_turned(article: Article, random: Random) -> Fault | None:
    """A curly mark is turned the wrong way: ”word."""
    place = pick(random, (p for p in article.speech if article.text[p[0]] == "“"))
    if not place:
        return None
    return edit((place[0], place[0] + 1, "”")) if random.random() < 0.5 else edit((place[1] - 1, place[1], "“"))


@kind("quotations", "mark-twice")
def mark_twice(article: Article, random: Random) -> Fault | None:
    """A mark stands twice."""
    place = _quotation(article, random)
    if not place:
        return None
    at = random.choice([place[0], place[1] - 1])
    return edit((at, at + 1, article.text[at] * 2))


@kind("quotations", "single-for-double", whole_line=True)
def single_for_double(article: Article, random: Random) -> Fault | None:
    """Direct speech begins with a single mark and ends with a double one, or the other way."""
    place = pick(random, _doubles(article))
    if not place:
        return None
    curly = article.text[place[0]] == "“"
    start, stop = place
    if random.random() < 0.5:
        return edit((start, start + 1, "‘" if curly else "'"))
    return edit((stop - 1, stop, "’" if curly else "'"))


@kind("quotations", "space-inside")
def space_inside(article: Article, random: Random) -> Fault | None:
    """A space stands between a mark and what it encloses."""
    place = pick(random, _doubles(article))
    if not place:
        return None
    start, stop = place
    if random.random() < 0.5:
        return edit((start, start + 1, article.text[start] + " "))
    return edit((stop - 1, stop, " " + article.text[stop - 1]))


@kind("quotations", "no-space-after")
def no_space_after(article: Article, random: Random) -> Fault | None:
    """What follows direct speech is glued to its mark."""
    place = pick(random, (p for p in _doubles(article) if re.match(r" [A-Z]?[a-z]", article.text[p[1] : p[1] + 3])))
    return (
        edit((place[1] - 1, place[1] + 2, article.text[place[1] - 1] + article.text[place[1] + 1])) if place else None
    )


@kind("quotations", "comma-missing")
def comma_missing(article: Article, random: Random) -> Fault | None:
    """No comma stands between direct speech and who said it."""
    place = pick(
        random,
        (
            p
            for p in article.speech
            if re.match(r" (?:said|[A-Z].{0,25} said)", article.text[p[1] :]) and article.text[p[1] - 2] == ","
        ),
    )
    return edit((place[1] - 2, place[1], article.text[place[1] - 1])) if place else None


@kind("quotations", "stop-for-comma")
def stop_for_comma(article: Article, random: Random) -> Fault | None:
    """A full stop stands between direct speech and who said it: “...cleaner air.” said Ms Jones."""
    place = pick(
        random,
        (p for p in article.speech if re.match(r" said ", article.text[p[1] :]) and article.text[p[1] - 2] == ","),
    )
    return edit((place[1] - 2, place[1] - 1, ".")) if place else None


@kind("quotations", "quotation-twice")
def quotation_twice(article: Article, random: Random) -> Fault | None:
    """A quotation stands again at a later paragraph's end."""
    place = pick(
        random, (p for p in article.speech if len(article.at(p).split()) > 8 and article.text[p[1] - 2] in ".?")
    )
    end = pick(random, (e for s, e in article.paragraphs if place and s > place[1] and article.text[e - 1] == "."))
    return edit((end, end, f" [[{article.at(place)}]]"), also=[place]) if place and end else None
