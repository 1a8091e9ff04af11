"""Headlines that were pasted twice, that carry what the page puts beside them, or that differ from the article."""

from __future__ import annotations

import re
from random import Random

from benchmarks.faults.model import Article, Fault, edit, kind, pick
from benchmarks.faults.wording import DUMMIES, LABELS, SITES


def _first(article: Article, line: str) -> Fault:
    """A line before the first paragraph; the headline is as wrong."""
    at = article.paragraphs[0][0]
    return edit((at, at, f"[[{line}]]\n\n"), also=[article.headline])


@kind("headline", "headline-twice", whole_line=True)
def headline_twice(article: Article, random: Random) -> Fault:
    """The headline stands again above the first paragraph."""
    return _first(article, article.at(article.headline))


@kind("headline", "headline-twice-label", whole_line=True)
def headline_twice_label(article: Article, random: Random) -> Fault:
    """It stands again with a section's name."""
    return _first(article, random.choice(LABELS) + article.at(article.headline))


@kind("headline", "headline-twice-site", whole_line=True)
def headline_twice_site(article: Article, random: Random) -> Fault:
    """It stands again with the site's name."""
    return _first(article, article.at(article.headline) + random.choice(SITES))


@kind("headline", "headline-twice-capitals", whole_line=True)
def headline_twice_capitals(article: Article, random: Random) -> Fault:
    """It stands again in capitals, all or initial."""
    text = article.at(article.headline)
    return _first(article, random.choice([text.upper(), re.sub(r"\b[a-z](?=\w{3})", lambda m: m[0].upper(), text)]))


@kind("headline", "headline-twice-near", whole_line=True)
def headline_twice_near(article: Article, random: Random) -> Fault | None:
    """It stands again with a word dropped."""
    words = article.at(article.headline).split()
    if len(words) < 6:
        return None
    gone = random.randrange(1, len(words))
    return _first(article, " ".join(words[:gone] + words[gone + 1 :]))


@kind("headline", "headline-run-in")
def headline_run_in(article: Article, random: Random) -> Fault:
    """It is run into the first paragraph."""
    at = article.paragraphs[0][0]
    return edit((at, at, f"[[{article.at(article.headline)}]] "), also=[article.headline])


@kind("headline", "headline-site")
def headline_site(article: Article, random: Random) -> Fault:
    """The site's name hangs on it."""
    at = article.headline[1]
    return edit((at, at, random.choice(SITES)))


@kind("headline", "headline-label")
def headline_label(article: Article, random: Random) -> Fault:
    """A section's name stands before it."""
    at = article.headline[0]
    return edit((at, at, random.choice(LABELS)))


@kind("headline", "headline-full-stop")
def headline_full_stop(article: Article, random: Random) -> Fault | None:
    """A full stop stands at its end."""
    end = article.headline[1]
    return edit((end - 1, end, article.text[end - 1] + "[[.]]")) if article.text[end - 1].isalnum() else None


@kind("headline", "headline-figure", whole_line=True)
def headline_figure(article: Article, random: Random) -> Fault | None:
    """Its figure is not the article's."""
    start, end = article.headline
    body = article.text[end:]
    figures = [
        m for m in re.finditer(r"\d+(?:[.,]\d+)*", article.at((start, end))) if re.search(rf"(?<!\d){m[0]}(?!\d)", body)
    ]
    figure = pick(random, (m for m in figures if len(m[0]) > 1))
    if not figure:
        return None
    digit = start + figure.end() - 1
    new = random.choice([d for d in "123456789" if d != article.text[digit]])
    changed = article.text[start + figure.start() : digit] + new
    return (
        edit((start + figure.start(), digit + 1, changed))
        if not re.search(rf"(?<!\d){re.escape(changed)}(?!\d)", body)
        else None
    )


@kind("headline", "headline-name", whole_line=True)
def headline_name(article: Article, random: Random) -> Fault | None:
    """A name in it lacks a letter that the article has throughout."""
    start, end = article.headline
    words = re.finditer(r"(?<=\s)[A-Z][a-z]{5,}", article.at((start, end)))
    name = pick(random, (m for m in words if len(re.findall(rf"\b{m[0]}\b", article.text[end:])) > 1))
    if not name:
        return None
    gone = start + name.start() + random.randrange(2, len(name[0]) - 1)
    if article.text[gone] == article.text[gone + 1]:
        return None
    return edit(
        (
            start + name.start(),
            start + name.end(),
            article.text[start + name.start() : gone] + article.text[gone + 1 : start + name.end()],
        )
    )


@kind("headline", "headline-capitals-mixed", whole_line=True)
def headline_capitals_mixed(article: Article, random: Random) -> Fault | None:
    """Some of its plain words have capitals and the others have none."""
    start, end = article.headline
    words = [
        m
        for m in re.finditer(r"(?<= )[a-z]{4,}\b", article.at((start, end)))
        if m[0] not in {"with", "from", "after", "over", "than"}
    ]
    if len(words) < 4:
        return None
    chosen = random.sample(words, len(words) // 2)
    return edit(*((start + m.start(), start + m.start() + 1, m[0][0].upper()) for m in chosen))


@kind("headline", "headline-placeholder", whole_line=True)
def headline_placeholder(article: Article, random: Random) -> Fault:
    """A dummy stands in its place."""
    return edit((*article.headline, random.choice(DUMMIES)))
