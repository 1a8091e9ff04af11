"""newslint check: the main job."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from newslint.cli import FAILED, FOUND
from newslint.cli.output import Outputs
from newslint.cli.values import LEVEL, config_options, known_server, note, split_names, split_pairs
from newslint.model import ReadError, Severity, Summary, Verdict
from newslint.runner import Request, run

if TYPE_CHECKING:
    from newslint.engine.timings import Timings

HELP = """Check articles: files, folders, or "-" for standard input.

A folder stands for the articles in it (.txt, .md, .html ...), without hidden and git-ignored files. With no PATH the
current folder is checked.

\b
Exit status: 0 nothing that blocks, 1 findings at --fail-level or above,
2 something could not be checked.

\b
Examples:
  newslint check article.txt
  newslint check content/ --format concise
  newslint check - --stdin-filename story.md < story.md
  newslint check . --output json:report.json
  newslint check a.txt --select headline,typos --ignore 'typos/doubled-*'
  newslint check a.txt --languagetool local
  newslint check today/ yesterday/ --across
  newslint check a.txt --meta published=2019-06-28 --meta section=sport
"""


@click.command("check", help=HELP, short_help="Check articles.")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option(
    "--select", multiple=True, callback=split_names, metavar="RULES", help="Run only these rules, groups or globs."
)
@click.option(
    "--ignore", multiple=True, callback=split_names, metavar="RULES", help="Leave out these rules, groups or globs."
)
@click.option("--min-level", type=LEVEL, default="suggestion", help="Show no lesser findings (JSON has them all).")
@click.option("--fail-level", type=LEVEL, help="Lowest level that makes the exit status 1; error by default.")
@click.option("--format", "--output-format", "format", metavar="FORMAT", default="text", help="text, concise or json.")
@click.option(
    "--output", multiple=True, metavar="[FORMAT:]FILE",
    help="FILE takes the output in place of the terminal; FORMAT:FILE is written besides. '-' is the terminal.",
)  # fmt: skip
@config_options
@click.option(
    "--meta", multiple=True, callback=split_pairs, metavar="KEY=VALUE", help="What the text doesn't say of itself."
)
@click.option(
    "--languagetool",
    default="",
    callback=known_server,
    metavar="SERVER",
    help="Ask this LanguageTool too: an address, local (one that newslint starts), or off.",
)
@click.option("--stdin-filename", default="", metavar="PATH", help="The name of what comes by standard input.")
@click.option("--stdin-format", default="", metavar="FORMAT", help="Its format: text, markdown, html or fields.")
@click.option(
    "--deadline",
    type=click.FloatRange(0, 1e6),
    metavar="SECONDS",
    help="Time for one article; 30 by default, 0 for any. Rules that would overrun it are stopped, and named.",
)
@click.option("--timings", is_flag=True, help="Also tell where the time goes: by rule, check and fact.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option("-q", "--quiet", is_flag=True, help="Findings only: no closing line, notices or progress.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the text.")
@click.option(
    "--across", is_flag=True,
    help="Also hold the articles against each other: the same headline in two files. Reads each file twice.",
)  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Read the rules anew, and keep nothing on disk.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Processes; 0 decides by itself.")
def check(
    paths: tuple[str, ...], select: tuple[str, ...], ignore: tuple[str, ...], min_level: str, fail_level: str | None,
    format: str, output: tuple[str, ...], no_config: bool, config: str, packs: tuple[str, ...],
    meta: tuple[tuple[str, str], ...], languagetool: str,
    stdin_filename: str, stdin_format: str, deadline: float | None, timings: bool,
    exit_zero: bool, quiet: bool, color: str, across: bool,
    no_cache: bool, jobs: int,
) -> int:  # fmt: skip
    """Check articles and give the exit status."""
    request = Request(
        paths=paths or (".",),
        config=config,
        use_config=not no_config,
        packs=packs,
        select=select,
        ignore=ignore,
        metadata=meta,
        fail_level=Severity(fail_level) if fail_level else None,
        deadline=deadline,
        stdin_filename=stdin_filename,
        stdin_format=_known_format(stdin_format),
        languagetool=languagetool,
        jobs=jobs,
        cache=not no_cache,
        across=across,
    )
    summary = Summary()
    account = _timings() if timings else None
    with Outputs(format, output, Severity(min_level), quiet, color) as outputs:
        for result in run(request, outputs.rendering, outputs.notice, outputs.progress, account):
            if isinstance(result, ReadError):
                summary.unread += 1
                outputs.clear()
                note(str(result))
                outputs.error(result)
            else:
                verdict, *counts = result.counts
                summary.count(Verdict(verdict), *counts)
                outputs.report(result)
        if account:
            outputs.timings(account.record())
        outputs.end(summary)
    if summary.unread:
        return FAILED
    return FOUND if summary.verdict is Verdict.BLOCK and not exit_zero else 0


def _timings() -> Timings:
    from newslint.engine.timings import Timings

    return Timings()


def _known_format(name: str) -> str:
    from newslint.readers.base import known_formats, knows

    if name and not knows(name):
        raise click.BadParameter(f"'{name}' is not one of {', '.join(known_formats())}.", param_hint="--stdin-format")
    return name
