"""newslint check: the main job."""

from __future__ import annotations

from typing import Any

import click

from newslint.cli.values import LEVEL, config_options, known_format, known_server, rule_names, split_names, split_pairs

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
    "--select",
    multiple=True,
    callback=split_names,
    metavar="RULES",
    shell_complete=rule_names,
    help="Run only these rules, groups or globs.",
)
@click.option(
    "--ignore",
    multiple=True,
    callback=split_names,
    metavar="RULES",
    shell_complete=rule_names,
    help="Leave out these rules, groups or globs.",
)
@click.option("--min-level", type=LEVEL, help="Show no lesser findings; warning by default. JSON has them all.")
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
@click.option(
    "--stdin-format",
    default="",
    callback=known_format,
    metavar="FORMAT",
    help="Its format: text, markdown, html or fields.",
)
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
def check(**given: Any) -> int:
    """Check articles and give the exit status."""
    from newslint.cli.checking import check

    return check(**given)
