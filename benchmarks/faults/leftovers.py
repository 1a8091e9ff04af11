"""What the page, the agency or the desk left in the copy. The forms are made up after what pages show."""

from __future__ import annotations

from random import Random

from benchmarks.faults.model import Article, Fault, add_line, add_sentence, edit, kind, pick
from benchmarks.faults.wording import LINES, WITHIN

SITES = ("Facebook", "Twitter", "WhatsApp", "LinkedIn", "Reddit", "Pinterest", "Email", "Telegram", "Bluesky", "X")


def _line(name: str, forms: list[str]) -> None:
    @kind("leftovers", name, whole_line=True)
    def line(article: Article, random: Random) -> Fault | None:
        return add_line(article, random, random.choice(forms), last=random.random() < 0.25)

    line.__doc__ = f"A line of its own such as {forms[0]!r}."


for _name, _forms in LINES.items():
    _line(_name, _forms)


@kind("leftovers", "share-bar", whole_line=True)
def share_bar(article: Article, random: Random) -> Fault | None:
    """The names of a share bar's buttons, apart or run together."""
    names = random.sample(SITES[:8], random.randrange(3, 6))
    return add_line(
        article, random, random.choice([" ", "", " | ", ", ", " / "]).join(names), first=random.random() < 0.5
    )


@kind("leftovers", "share-run-in")
def share_run_in(article: Article, random: Random) -> Fault | None:
    """The same before a paragraph's first word."""
    names = random.sample(SITES[:7], random.randrange(3, 6))
    bar = random.choice([" ".join(names), "".join(names), "Share " + " ".join(names)])
    at = article.paragraphs[0][0]
    return edit((at, at, f"[[{bar}]] "))


@kind("leftovers", "tag-within")
def tag_within(article: Article, random: Random) -> Fault | None:
    """A word between a page's tags."""
    word = pick(random, article.own(r"\b[a-z]{5,}\b"))
    one, two = random.choice(
        [
            ("<strong>", "</strong>"),
            ("<em>", "</em>"),
            ("<b>", "</b>"),
            ("<p>", ""),
            ("[b]", "[/b]"),
            ('<a href="/news/12">', "</a>"),
            ("<br>", ""),
            ("<span>", "</span>"),
            ("", "</p>"),
        ]
    )
    return edit((word.start(), word.end(), one + word[0] + two)) if word else None


@kind("leftovers", "markdown-within")
def markdown_within(article: Article, random: Random) -> Fault | None:
    """A word with the marks of Markdown."""
    word = pick(random, article.own(r"\b[a-z]{5,}\b"))
    one, two = random.choice(
        [("**", "**"), ("[", "](https://example.com/a)"), ("__", "__"), ("*", "*"), ("`", "`"), ("~~", "~~")]
    )
    return edit((word.start(), word.end(), one + word[0] + two)) if word else None


@kind("leftovers", "tracked-change")
def tracked_change(article: Article, random: Random) -> Fault | None:
    """Both versions of a word, with the marks of a change."""
    word = pick(random, article.own(r"\b[a-z]{5,}\b"))
    if not word:
        return None
    form = random.choice(
        [
            "<ins>{}</ins>",
            "<del>{}</del>",
            "[deleted: {}]",
            "{{++{}++}}",
            "{{--{}--}}",
            "[Formatted: {}]",
            "[Comment [A1]: {}]",
        ]
    )
    return edit((word.start(), word.end(), form.format(word[0])))


def _within(name: str, forms: list[str]) -> None:
    @kind("leftovers", name)
    def within(article: Article, random: Random) -> Fault | None:
        return add_sentence(article, random, random.choice(forms))

    within.__doc__ = f"At a paragraph's end, such as {forms[0]!r}."


for _name, _forms in WITHIN.items():
    _within(_name, _forms)
