"""newslint rule try: what a rule would say on an archive, and how often it is right."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.exceptions import Exit

from newslint.cli import FAILED
from newslint.cli.terminal import note, use_color, width
from newslint.cli.values import config_options, rule_files

if TYPE_CHECKING:
    from newslint.cli.verdicts import Verdicts
    from newslint.rulebook.rule import Rule
    from newslint.runner.trial import Hit, Trial
    from newslint.text.lexicon import Lexicon

HELP = """Run a rule over an archive and show what it finds: counts, the texts it flags most, and a random sample in
context. This is how a desk decides whether a rule goes live.

RULE is a rule file, a draft too, or the id, group or glob of loaded rules. Rules that are off run as well. PATH is a
file or folder of articles.

With --judge each hit of the sample is shown and you say whether it is right: y, n, s to skip, u to take the last answer
back, q to stop. The precision follows, with its 95 % interval. --verdicts keeps the answers (places, no text), and a
later run asks only for what is new.

\b
Examples:
  newslint rule try house/usage/fire-fighter.yaml archive/
  newslint rule try typos/doubled-word archive/2025 --sample 100 --judge
  newslint rule try headline archive/ --judge --verdicts headline.csv
"""

NEEDED = {"error": 0.99, "warning": 0.95, "suggestion": 0.0}
"""The share of right findings that a level asks for."""


@click.command("try", help=HELP, short_help="Run a rule over an archive and judge its hits.")
@click.argument("rule", metavar="RULE", shell_complete=rule_files)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option("--sample", type=click.IntRange(1), default=20, show_default=True, metavar="N", help="Hits to show.")
@click.option("--seed", type=int, default=0, metavar="N", help="Another seed draws another sample.")
@click.option("--judge", is_flag=True, help="Ask whether each hit of the sample is right.")
@click.option("--verdicts", "file", default="", metavar="FILE", help="Keep the answers in this CSV file.")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text", help="text or json.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@config_options
def rule_try(
    rule: str, paths: tuple[str, ...], sample: int, seed: int, judge: bool, file: str, format: str, quiet: bool,
    no_config: bool, config: str, packs: tuple[str, ...],
) -> int:  # fmt: skip
    """Try a rule."""
    from newslint.cli.archive import each_article
    from newslint.cli.verdicts import Verdicts
    from newslint.runner import Request
    from newslint.runner.find import find
    from newslint.runner.linters import configs_for
    from newslint.runner.trial import Trial

    if judge and format == "json":
        raise click.UsageError("--judge asks in the terminal; use --format json without it.")
    verdicts = Verdicts(file)
    rules, lexicon = _rules(rule, no_config, config, packs)
    trial = Trial(rules, lexicon, sample, seed)
    found = find(paths, configs_for(Request(paths, config, not no_config)), note)
    failed = each_article(found, lexicon, trial.add, quiet)
    out = _Page(trial, rules, verdicts)
    if format == "json":
        import json

        click.echo(json.dumps(out.record(), indent=2, ensure_ascii=False))
    else:
        if trial.counts().articles:
            _write(out.head())
        if judge:
            _judge(out, trial.sample(), verdicts)
        else:
            _write(line for hit in trial.sample() for line in ("", *out.hit(hit)))
        _write(out.precision())
    return FAILED if failed or not trial.counts().articles else 0


def _rules(name: str, no_config: bool, config: str, packs: tuple[str, ...]) -> tuple[list[Rule], Lexicon]:
    """The rules that a path or a name stands for, and the words they need. Mistakes end the command."""
    from newslint.cli.rulebook import open_rulebook, select, tell
    from newslint.rulebook.load import collect_at
    from newslint.rulebook.problems import RulebookError

    if not Path(name).exists():
        book = open_rulebook(no_config, config, packs)
        return select(book, [name]), book.lexicon
    book, rules, problems = collect_at(Path(name), packs)
    if problems:
        raise tell(RulebookError(problems))
    if not rules:
        note(f"{name}: no rule there")
        raise Exit(FAILED)
    return rules, book.lexicon


def _write(lines: Iterator[str]) -> None:
    for line in lines:
        click.echo(line, color=True)


def _judge(page: _Page, hits: Sequence[Hit], verdicts: Verdicts) -> None:
    """Ask for each hit that nobody has judged. Stops at q, at the end of input, and at Ctrl-C: what was said counts."""
    waiting = [hit for hit in hits if verdicts.of(hit) is None]
    if len(waiting) < len(hits):
        click.echo(f"\n{len(hits) - len(waiting)} of the {len(hits)} were judged before.")
    if waiting:
        click.echo("\ny right, n wrong, s skip, u take back, q stop")
    at = 0
    while at < len(waiting):
        hit = waiting[at]
        _write(iter(("", *page.hit(hit))))
        answer = _answer(f"({at + 1} of {len(waiting)}) right? [y/n/s/u/q] ")
        if answer in ("y", "n"):
            verdicts.add(hit, answer == "y")
            at += 1
        elif answer == "s":
            at += 1
        elif answer == "u":
            at = max(0, at - 1)
        else:
            return


def _answer(question: str) -> str:
    """One of the answers; any other key asks again. "" at the end of input or Ctrl-C."""
    while True:
        click.echo(question, nl=False)
        answer = _key()
        click.echo(answer if answer.isprintable() else "?")
        if answer in ("y", "n", "s", "u", "q", ""):
            return answer


def _key() -> str:
    """One answer: a key in a terminal, else a line; "" at the end of input or Ctrl-C."""
    try:
        if sys.stdin.isatty():
            return click.getchar().lower()
        line = sys.stdin.readline()
    except (KeyboardInterrupt, EOFError):
        return ""
    return (line.strip().lower()[:1] or "?") if line else ""


class _Page:
    """What is shown of a trial."""

    def __init__(self, trial: Trial, rules: Sequence[Rule], verdicts: Verdicts) -> None:
        from newslint.reporters.visible import Visible

        self._trial = trial
        self._rules = {rule.id: rule for rule in rules}
        self._verdicts = verdicts
        self._visible = Visible(getattr(sys.stdout, "encoding", None) or "utf-8")
        self._colored = use_color("auto", sys.stdout)
        self._width = min(width(sys.stdout), 120)

    def head(self) -> Iterator[str]:
        """Counts, and the texts that are flagged most."""
        c = self._trial.counts()
        rules = next(iter(self._rules)) if len(self._rules) == 1 else f"{len(self._rules)} rules"
        yield from self._wrapped(
            f"{rules}: {_number(c.hits, 'hit')} in {c.with_hits} of {_number(c.articles, 'article')}, "
            f"{c.per_thousand:.2f} per 1,000 words",
            rules,
        )
        if len(c.rules) > 1:
            yield from self._wrapped(f"by rule: {', '.join(f'{id} ({n})' for id, n in c.rules.most_common(8))}")
        top = c.texts.most_common(8)
        if c.hits > 1 and top[0][1] > 1:
            shown = (f"{self._visible.text(text[:40])} ({n})" for text, n in top)
            yield from self._wrapped(f"most often: {', '.join(shown)}")

    def hit(self, hit: Hit) -> Iterator[str]:
        """A hit in its line, underlined, with what is said of it."""
        from newslint.reporters.excerpt import excerpt

        name = f"{hit.rule}: " if len(self._rules) > 1 else ""
        yield f"{self._visible.text(hit.path)}:{hit.line}:{hit.column}"
        cut = excerpt(hit.context, hit.start, hit.end, self._width - 4, self._visible)
        yield "    " + cut.text
        yield "    " + " " * cut.before + self._red("^" * cut.marked)
        fix = f" -> {self._visible.text(hit.fix)}" if hit.fix else ""
        yield from self._wrapped(f"    {name}{self._visible.text(hit.message)}{fix}")

    def precision(self) -> Iterator[str]:
        """For each rule that was judged: the share of right hits, its interval, and the level this allows."""
        for id, (right, of) in self._judged().items():
            from newslint.runner.trial import wilson

            low, high = wilson(right, of)
            yield ""
            yield from self._wrapped(
                f"{id}: {right} of {of} right, {100 * right / of:.0f}\xa0% "
                f"(95\xa0% interval {100 * low:.0f} to {100 * high:.0f}\xa0%)",
                id,
            )
            yield from self._wrapped(f"    {_advice(str(self._rules[id].severity), right / of, low, of)}")

    def record(self) -> dict[str, Any]:
        """All of it in plain values."""
        from newslint.runner.trial import wilson

        c = self._trial.counts()
        judged = {}
        for id, (right, of) in self._judged().items():
            low, high = wilson(right, of)
            judged[id] = {"right": right, "judged": of, "low": round(low, 4), "high": round(high, 4)}
        return {
            "rules": list(self._rules),
            "articles": c.articles,
            "articles_with_hits": c.with_hits,
            "words": c.words,
            "hits": c.hits,
            "per_1000_words": round(c.per_thousand, 4),
            "hits_by_rule": dict(c.rules.most_common()),
            "texts": [{"text": text, "hits": n} for text, n in c.texts.most_common(50)],
            "sample": [hit._asdict() for hit in self._trial.sample()],
            "precision": judged,
        }

    def _judged(self) -> dict[str, tuple[int, int]]:
        """By rule: hits judged right, and all judged, of the sample."""
        sums: dict[str, tuple[int, int]] = {}
        for hit in self._trial.sample():
            verdict = self._verdicts.of(hit)
            if verdict is not None:
                right, of = sums.get(hit.rule, (0, 0))
                sums[hit.rule] = (right + verdict, of + 1)
        return sums

    def _wrapped(self, text: str, bold: str = "") -> Iterator[str]:
        """Lines that fit the terminal, `bold` at their beginning; a no-break space keeps its words together."""
        from textwrap import wrap

        start = text[: len(text) - len(text.lstrip(" "))]
        lines = wrap(text.lstrip(), self._width, initial_indent=start, subsequent_indent="    ", break_on_hyphens=False)
        for line in lines:
            shown = line.replace("\xa0", " ")
            whole = bold and self._colored and shown.startswith(bold)
            yield click.style(bold, bold=True) + shown[len(bold) :] if whole else shown

    def _red(self, text: str) -> str:
        return click.style(text, fg="red") if self._colored else text


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _advice(level: str, share: float, low: float, of: int) -> str:
    """What the precision says about the rule's level."""
    needed = NEEDED[level]
    if share < needed:
        fitting = next(name for name, least in NEEDED.items() if share >= least)
        return f"too little for {level}, which asks for {100 * needed:.0f}\xa0%: {fitting} at most"
    if low >= needed:
        return f"enough for {level}"
    # With no wrong one among n, Wilson's lower bound is n / (n + z²): it reaches p at n = p z² / (1 - p).
    enough = int(needed * 3.8415 / (1 - needed)) + 1
    return (
        f"speaks for {level}; to be sure that {100 * needed:.0f}\xa0% are right, judge {enough} or more (so far {of})"
    )
