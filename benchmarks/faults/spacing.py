"""Spaces and marks: too many, too few, in the wrong place. They are typos to the desk, and a group of `typos`."""

from __future__ import annotations

from random import Random

from benchmarks.faults.model import Article, Fault, edit, kind, pick, replace


@kind("typos", "no-space-after-stop")
def no_space_after_stop(article: Article, random: Random) -> Fault | None:
    """The full stop is glued to the next sentence."""
    stop = pick(random, article.anywhere(r"(?<=[a-z]{3})\. (?=[A-Z][a-z])"))
    return edit((stop.start() + 1, stop.end(), "")) if stop else None


@kind("typos", "no-space-after-comma")
def no_space_after_comma(article: Article, random: Random) -> Fault | None:
    """The comma is glued to the next word."""
    comma = pick(random, article.anywhere(r"(?<=[a-z]), (?=[a-z])"))
    return edit((comma.start() + 1, comma.end(), "")) if comma else None


@kind("typos", "space-before-comma")
def space_before_comma(article: Article, random: Random) -> Fault | None:
    """A space stands before a comma."""
    comma = pick(random, article.anywhere(r"(?<=\w),(?= )"))
    return replace(comma, " ,")


@kind("typos", "space-before-stop")
def space_before_stop(article: Article, random: Random) -> Fault | None:
    """A space stands before a full stop."""
    stop = pick(random, article.anywhere(r"(?<=[a-z]{2})\.(?= [A-Z]|\n)"))
    return replace(stop, " .")


@kind("typos", "doubled-comma")
def doubled_comma(article: Article, random: Random) -> Fault | None:
    """A comma stands twice."""
    return replace(pick(random, article.anywhere(r"(?<=\w),(?= )")), ",,")


@kind("typos", "doubled-stop")
def doubled_stop(article: Article, random: Random) -> Fault | None:
    """A full stop stands twice, or beside a comma."""
    stop = pick(random, article.anywhere(r"(?<=[a-z]{3})\.(?= [A-Z]|\n)"))
    return replace(stop, random.choice(["..", ".,", ",."]))


@kind("typos", "double-space")
def double_space(article: Article, random: Random) -> Fault | None:
    """Two spaces stand within a sentence."""
    return replace(pick(random, article.anywhere(r"(?<=[a-z]) (?=[a-z])")), "  ")


@kind("typos", "words-run-together")
def words_run_together(article: Article, random: Random) -> Fault | None:
    """Two small words have no space between them: ofthe."""
    pair = pick(random, article.anywhere(r"\b(of|in|on|at|to|for|with|from|and|by) (the|it|was|this|that|its|their)\b"))
    return replace(pair, f"{pair[1]}{pair[2]}") if pair and f"{pair[1]}{pair[2]}" not in {"forit", "intoit"} else None


@kind("typos", "space-moved")
def space_moved(article: Article, random: Random) -> Fault | None:
    """The space came a letter too soon or too late: oft he, th ecouncil."""
    pair = pick(random, article.anywhere(r"\b(of|in|for|with|from|and|by|that) (the|was|this|their)\b"))
    if not pair:
        return None
    return replace(
        pair, random.choice([f"{pair[1]}{pair[2][0]} {pair[2][1:]}", f"{pair[1][:-1]} {pair[1][-1]}{pair[2]}"])
    )


@kind("typos", "sentence-lower-case")
def sentence_lower_case(article: Article, random: Random) -> Fault | None:
    """A sentence begins with a small letter."""
    word = pick(random, article.own(r"(?<=[a-z]{3}\. )(?:The|It|He|She|They|About|But|One|In|At|Some|Most|Each)\b"))
    return replace(word, word[0].lower()) if word else None


@kind("typos", "no-stop-at-end")
def no_stop_at_end(article: Article, random: Random) -> Fault | None:
    """A paragraph ends without its full stop."""
    stop = pick(random, article.own(r"(?<=[a-z]{3})\.(?=\n)"))
    return replace(stop, "")
