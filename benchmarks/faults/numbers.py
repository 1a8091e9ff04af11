"""Figures that cannot be right, or that disagree with what stands beside them."""

from __future__ import annotations

import re
from random import Random

from benchmarks.faults.model import Article, Fault, add_sentence, edit, kind, pick, replace
from benchmarks.faults.wording import LISTS

WORDS = ("two", "three", "four", "five", "six", "seven")


@kind("numbers", "count-and-list")
def count_and_list(article: Article, random: Random) -> Fault | None:
    """The count before a list is not its number of items."""
    count = pick(
        random,
        article.own(rf"\b({'|'.join(WORDS)})((?: [\w’'-]+){{1,4}}: )[^.:;]+?, [^.:;]+? and [^.:;]+\.", re.IGNORECASE),
    )
    if not count:
        return None
    new = random.choice([w for w in WORDS if w != count[1].lower()])
    return edit(
        (count.start(), count.end(1), new.capitalize() if count[1][0].isupper() else new),
        also=[(count.end(1), count.end())],
    )


@kind("numbers", "count-and-list-added")
def count_and_list_added(article: Article, random: Random) -> Fault | None:
    """The same in an added sentence."""
    return add_sentence(article, random, random.choice(LISTS))


@kind("numbers", "percent-over")
def percent_over(article: Article, random: Random) -> Fault | None:
    """More than all of a whole."""
    n = random.randrange(101, 180)
    style = random.choice([f"{n}%", f"{n} per cent"] if not article.american else [f"{n}%", f"{n} percent"])
    forms = [
        f"The motion was backed by [[{style}]] of members.", f"About [[{style}]] of voters turned out.",
        f"The list won [[{style}]] of the vote.", f"Some [[{style}]] of respondents agreed.",
        f"In all, [[{style}]] of the seats were taken by women.", f"Some [[{style}]] of pupils passed the test.",
        f"It found that [[{style}]] of households had a car.", f"Almost [[{style}]] of those asked had no view.",
    ]  # fmt: skip
    return add_sentence(article, random, random.choice(forms))


@kind("numbers", "percent-sum")
def percent_sum(article: Article, random: Random) -> Fault | None:
    """The shares of a whole add to more than all of it."""
    sentences = article.own(r"[^.\n]*(?:\d+(?:%| per ?cent)[^.\n]*){2,}")
    for sentence in random.sample(sentences, len(sentences)):
        shares = list(re.finditer(r"\b\d+(?=%| per ?cent)", sentence[0]))
        if sum(int(m[0]) for m in shares) != 100:
            continue
        share = random.choice(shares)
        new = int(share[0]) + random.randrange(3, 20)
        at = sentence.start() + share.start()
        return edit(
            (at, at + len(share[0]), str(new)), also=[(sentence.start(), at), (at + len(share[0]), sentence.end())]
        )
    return None


@kind("numbers", "percent-sum-added")
def percent_sum_added(article: Article, random: Random) -> Fault | None:
    """The same in an added sentence."""
    a, b = random.randrange(45, 60), random.randrange(30, 45)
    c = 100 - a - b + random.randrange(6, 20)
    unit = "%" if "%" in article.text else " percent" if article.american else " per cent"
    forms = [
        f"Of those asked, [[{a}{unit} said yes, {b}{unit} said no and {c}{unit} were undecided]].",
        f"Of the money, [[{a}{unit} goes to schools, {b}{unit} to roads and {c}{unit} to parks]].",
        f"In the vote, [[{a}{unit} were in favour, {b}{unit} against and {c}{unit} abstained]].",
    ]
    return add_sentence(article, random, random.choice(forms))


@kind("numbers", "age-and-birth")
def age_and_birth(article: Article, random: Random) -> Fault | None:
    """An age that the year of birth rules out for decades."""
    born = random.randrange(1935, 1990)
    age = 2026 - born + random.choice([-20, -15, 25, 30])
    forms = [
        f"Its oldest member, [[Ada Brindle, {age}, was born in {born}]].",
        f"The caretaker, Otto Lamb, [[who was born in {born}, is {age}]].",
        f"Nell Farrow, [[{age}, was born in {born}]] and has never moved.",
        f"The artist, [[born in {born}, is now {age}]] and still paints.",
    ]
    return add_sentence(article, random, random.choice(forms))


@kind("numbers", "separator")
def separator(article: Article, random: Random) -> Fault | None:
    """The comma of the thousands stands at the wrong place: 1,2500."""
    number = pick(random, article.anywhere(r"\b(\d{1,3}),(\d{3})\b(?!,)"))
    if not number:
        return None
    digits = number[1] + number[2]
    return replace(
        number,
        random.choice(
            [
                f"{number[1]},{number[2]}{random.randrange(10)}",
                f"{digits[:-2]},{digits[-2:]}",
                f"{number[1]},,{number[2]}",
            ]
        ),
    )


@kind("numbers", "from-dash")
def from_dash(article: Article, random: Random) -> Fault | None:
    """A range by halves: from 10-20, between 5-8."""
    a = random.randrange(5, 50)
    b = a + random.randrange(3, 40)
    forms = [
        f"Each class has [[from {a}-{b}]] pupils.", f"The wait was [[between {a}-{b}]] minutes.",
        f"Tickets cost [[from £{a}-£{b}]].", f"It takes [[between {a}–{b}]] days.",
        f"It was built [[from 19{a + 10 if a < 40 else a}-1998]].",
        f"The cost is put at [[between ${a}-{b} million]].",
    ]  # fmt: skip
    return add_sentence(article, random, random.choice(forms))


@kind("numbers", "unit-twice")
def unit_twice(article: Article, random: Random) -> Fault | None:
    """A unit or currency stands twice: £5m pounds, 5% per cent."""
    number = pick(random, article.own(r"[£$]\d[\d.,]*(?:m|bn| [mb]illion)?\b|\b\d+(?:\.\d+)?%|\b\d+(?:km|kg|mm)\b"))
    if not number:
        return None
    words = {"£": "pounds", "$": "dollars", "%": "percent" if article.american else "per cent"}
    words |= {"km": "kilometres", "kg": "kilograms", "mm": "millimetres"}
    unit = next(word for mark, word in words.items() if number[0].startswith(mark) or number[0].endswith(mark))
    return replace(number, f"{number[0]} {unit}")


@kind("numbers", "figure-and-word")
def figure_and_word(article: Article, random: Random) -> Fault | None:
    """A number stands in words and in figures, and they differ: three (4)."""
    number = pick(random, article.own(rf"\b({'|'.join(WORDS)}) (?=[a-z]+s\b)"))
    if not number:
        return None
    value = WORDS.index(number[1]) + 2
    return replace(number, f"{number[1]} ({value + random.choice([1, 2, 3])}) ")


@kind("numbers", "two-decimal-points")
def two_points(article: Article, random: Random) -> Fault | None:
    """A decimal has two points: 5..5, 1.4.2m."""
    number = pick(random, article.anywhere(r"(?<=[£$])\d+\.\d+|\b\d+\.\d+(?=%| per ?cent| metres| degrees)"))
    return (
        replace(number, random.choice([number[0].replace(".", ".."), f"{number[0]}.{random.randrange(1, 10)}"]))
        if number
        else None
    )
