"""newslint init: a configuration to begin with."""

from __future__ import annotations

from pathlib import Path

import click

from newslint.config.discover import NAMES

HELP = """Write a commented newslint.yaml in the current folder, or in FOLDER.

\b
Examples:
  newslint init
  newslint init content/
"""

CONFIG = """\
# What newslint checks in this folder and below. Everything here is optional; take the # off what you need.
# All keys: docs/configuration.md

# Packs of rules beside the core pack: a name, or a path relative to this file.
# packs: [./house]

# Levels (error, warning, suggestion, off, on) and parameters of rules, by id, group or glob.
# rules:
#   dates/relative: off
#   usage: suggestion
#   honorifics/inconsistent:
#     severity: warning

# Run only these, or leave these out: ids, groups, globs.
# select: [headline, honorifics, leftovers, typos]
# ignore: [format]

# Words and names that are right in this house, whatever a rule says of them.
# accept: [Duran Duran, café]

# The English of this house, and files with its own words and names, one a line.
# language: en-AU
# words: [words.txt]

# Which files are articles, as .gitignore writes paths.
# files: ["articles/**"]
# exclude: ["README.md", "requirements.txt", "drafts/"]

# Formats of files whose names don't tell: text, markdown, html, fields.
# formats:
#   "*.story": text

# What articles don't say of themselves.
# metadata:
#   - files: "**"
#     language: en-AU
#   - files: "sport/**"
#     section: sport

# Which keys of the front matter hold what.
# front-matter:
#   title: [title, headline]

# The lowest level that makes newslint exit with 1.
# fail-level: error

# A LanguageTool server to ask too: its address, or local for one that newslint starts (docs/languagetool.md).
# languagetool: local

# Seconds for one article; rules that would overrun it are stopped, and named. 0 is for any number.
# deadline: 30
"""


@click.command("init", help=HELP, short_help="Write a configuration to begin with.")
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def init(folder: str) -> None:
    """Write a configuration."""
    for name in NAMES[:2]:
        if (Path(folder) / name).exists():
            raise click.ClickException(f"{Path(folder) / name} is there already; it is left as it is.")
    path = Path(folder) / NAMES[0]
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(CONFIG)
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from None
    click.echo(str(path))
