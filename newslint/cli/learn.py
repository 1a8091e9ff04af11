"""newslint learn: what an archive says of its house."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newslint.cli import FAILED
from newslint.cli.terminal import note, use_color, width
from newslint.cli.values import config_options

if TYPE_CHECKING:
    from newslint.runner.learn import Habit, Lessons

HELP = """Read a paper's own archive and say how the house writes: which spelling it prefers, the form of later
mentions, dates, numbers and times, abbreviations that it never explains, names that it writes often. All by counts.

With --write the findings become a pack of draft rules, each with its counts, for an editor to look through:
'newslint rule try' shows what a draft would say, 'status: live' switches it on.

What there is to learn comes from the rules of kind consistency, quotation-style and honorifics, those of your packs
too. Sections come from the articles' metadata (or the configuration's), else from their folders, or from the names of
their files (sport_017.txt) where one folder holds all.

\b
Examples:
  newslint learn archive/
  newslint learn archive/2025 archive/2026 --write house
  newslint learn archive/ --least 50 --format json
"""


@click.command("learn", help=HELP, short_help="Learn a house's style from its archive.")
@click.argument("paths", nargs=-1, required=True, metavar="ARCHIVE...", type=click.Path())
@click.option("--write", "folder", default="", metavar="FOLDER", help="Write a pack of drafts into a new folder.")
@click.option(
    "--least", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Uses that count as evidence."
)
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text", help="text or json.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@config_options
def learn(
    paths: tuple[str, ...], folder: str, least: int, format: str, quiet: bool, no_config: bool, config: str,
    packs: tuple[str, ...],
) -> int:  # fmt: skip
    """Learn from an archive."""
    from newslint.cli.archive import each_article
    from newslint.cli.rulebook import open_rulebook
    from newslint.runner import Request
    from newslint.runner.find import find
    from newslint.runner.learn import Lessons
    from newslint.runner.linters import configs_for

    if folder and Path(folder).exists() and (not Path(folder).is_dir() or any(Path(folder).iterdir())):
        raise click.UsageError(f"--write: {folder} is there already; name a new folder.")
    book = open_rulebook(no_config, config, packs)
    lessons = Lessons(book, book.lexicon)
    found = find(paths, configs_for(Request(paths, config, not no_config)), note)
    failed = each_article(found, book.lexicon, lessons.add, quiet)
    if format == "json":
        import json

        click.echo(json.dumps(_record(lessons, least), indent=2, ensure_ascii=False))
    elif lessons.articles:
        page = _Page()
        for line in page.lines(lessons, least):
            click.echo(line, color=True)
    if folder and lessons.articles:
        _write(lessons, {rule.id: rule for rule in book}, Path(folder), least)
    return FAILED if failed or not lessons.articles else 0


def _write(lessons: Lessons, rules: dict[str, Any], folder: Path, least: int) -> None:
    from newslint.runner.house import write_house

    try:
        written = write_house(lessons, rules, folder, least)
    except OSError as error:
        raise click.FileError(str(folder), error.strerror) from None
    for why in written.left_out:
        note(f"left out: {why}")
    count = sum(path.suffix == ".yaml" for path in written.files) - 1
    note(
        f"{folder} has {count} draft rule{'' if count == 1 else 's'}; see what one would say with 'newslint rule try "
        f"RULE.yaml ARCHIVE', and take settings over from {folder / 'newslint.yaml.draft'}"
    )


def _record(lessons: Lessons, least: int) -> dict[str, Any]:
    """All of it in plain values."""

    def plain(habit: Habit) -> dict[str, Any]:
        return {
            "rule": habit.topic.rule,
            "topic": habit.topic.topic,
            "forms": [{"form": f, "uses": n, "as": habit.writings[f]} for f, n in habit.forms],
            "settled": habit.settled,
        }

    return {
        "articles": lessons.articles,
        "habits": [plain(habit) for habit in lessons.habits(least)],
        "sections": {
            rule: {section: plain(habit) for section, habit in lessons.by_section(rule, least).items()}
            for rule in lessons.by_section_rules()
        },
        "abbreviations": [a._asdict() for a in lessons.undefined(least)],
        "names": [{"name": name, "articles": n} for name, n in lessons.names(max(3, least // 4))],
    }


class _Page:
    """What is shown of the lessons."""

    def __init__(self) -> None:
        from newslint.reporters.visible import Visible

        self._visible = Visible(getattr(sys.stdout, "encoding", None) or "utf-8")
        self._colored = use_color("auto", sys.stdout)
        self._width = min(width(sys.stdout), 100)

    def lines(self, lessons: Lessons, least: int) -> Iterator[str]:
        """The whole of it."""
        yield f"{lessons.articles:,} article{'' if lessons.articles == 1 else 's'} read."
        sections = {rule: lessons.by_section(rule, least) for rule in lessons.by_section_rules()}
        # What differs by section has no form in the paper as a whole.
        habits = [h for h in lessons.habits(least) if len(sections.get(h.topic.rule, ())) < 2]
        yield from self._habits("The house writes", [(_name(h), h) for h in habits if h.settled])
        yield from self._habits("Not settled", [(_name(h), h) for h in habits if not h.settled])
        for rule, found in sections.items():
            if len(found) > 1:
                bare = [(section, habit._replace(writings={})) for section, habit in found.items()]
                yield from self._habits(f"By section: {rule}", bare)
                yield from self._most(found)
        yield from self._list("Never explained", (f"{a.short} ({a.articles:,})" for a in lessons.undefined(least)))
        names = lessons.names(max(3, least // 4))
        yield from self._list("Named often", (f"{name} ({n:,})" for name, n in names[:40]))
        if not habits and not names:
            yield f"Nothing stands {least} times; a larger archive or a smaller --least says more."

    def _head(self, text: str) -> Iterator[str]:
        yield ""
        yield click.style(text, bold=True) if self._colored else text

    def _habits(self, title: str, habits: list[tuple[str, Habit]]) -> Iterator[str]:
        from newslint.reporters.visible import wrap

        if not habits:
            return
        yield from self._head(title)
        name_width = max(len(self._visible.text(name)) for name, _ in habits)
        for name, habit in habits:
            start = f"  {self._visible.text(name):<{name_width}}  {100 * habit.share:3.0f} %  "
            for line in wrap(_counts(habit), max(20, self._width - len(start)), self._visible):
                yield start + line
                start = " " * len(start)

    def _most(self, sections: dict[str, Habit]) -> Iterator[str]:
        """What most sections do, and those that do otherwise."""
        from newslint.reporters.visible import wrap
        from newslint.runner.house import honorific_setting

        setting = honorific_setting(sections)
        if setting:
            form, others = setting
            example = next(h.writings[form] for h in sections.values() if h.settled and h.forms[0][0] == form)
            rest = f"; otherwise in {', '.join(others)}" if others else ""
            text = f"most sections: {form}, as in '{example}'{rest}"
            yield from ("  " + line for line in wrap(text, self._width - 2, self._visible))

    def _list(self, title: str, items: Iterable[str]) -> Iterator[str]:
        from newslint.reporters.visible import wrap

        text = ", ".join(items)
        if text:
            yield from self._head(title)
            yield from ("  " + line for line in wrap(text, self._width - 2, self._visible))


def _name(habit: Habit) -> str:
    return habit.forms[0][0] if habit.topic.topic else habit.topic.rule


def _counts(habit: Habit) -> str:
    """Each form with its uses, and how it looks where its name doesn't say; a topic's spellings that never stand are
    said too."""
    counts = dict(habit.forms)
    rest = [form for form in habit.topic.topic.split(" | ") if form and form not in counts]
    shown = {f: "" if habit.topic.topic or f not in habit.writings else f" ({habit.writings[f]})" for f in counts}
    return ", ".join([*(f"{f} {n:,}{shown[f]}" for f, n in habit.forms), *(f"{f} 0" for f in rest)])
