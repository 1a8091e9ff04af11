"""newslint rule new: a rule file to begin with."""

from __future__ import annotations

import re
from pathlib import Path

import click

from newslint.cli.terminal import note

HELP = """Write a rule file to begin with, in the folder of a pack: house/usage/fire-fighter.yaml, say. The
folder is made where there is none.

\b
Examples:
  newslint rule new usage/fire-fighter
  newslint rule new usage/fire-fighter --pack desk
"""

PACK = """\
name: {name}
description: The house rules of ...
language: en
licence: LicenseRef-proprietary
version: "1"
"""

RULE = """\
# {id}: say here, for the next colleague, where the rule comes from.
check: substitution          # what to do; other kinds: existence, occurrence, consistency ...
severity: warning            # error: blocks publication; warning: wants a look; suggestion
message: "'{{match}}': this house writes '{{replacement}}'"
why: Say in a sentence why it matters to readers.
# reference: https://...     # the style guide's page
zones: [text]                # headline, crossheads and prose; quotations are left out unless named
swap:                        # whole words; the case is followed; several suggestions: [first, second]
  fire fighter: firefighter
# patterns:                  # regular expressions go here, never among the words above
#   - match: '\\bfire[- ]fighter\\b'
#     to: firefighter
applicability: unsafe        # safe: may be fixed without a look
examples:                    # at least one of each; 'newslint rule test' runs them
  bad:
    - text: A [[fire fighter]] was hurt.      # [[ ]] marks what must be flagged
      fix: A firefighter was hurt.
  good:
    - A firefighter was hurt.
"""

EXTENDING = """\
# {id}: say here, for the next colleague, what the house wants otherwise.
extends: core:{id}
severity: warning            # keys here replace those of the core rule; +key adds to its lists, -key takes from them
# +examples:                 # 'newslint explain {id}' shows what there is
#   good: [...]
"""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+")


@click.command("new", help=HELP, short_help="Write a rule file to begin with.")
@click.argument("id")
@click.option("--pack", default="house", metavar="FOLDER", help="Folder of the pack; house by default.")
def rule_new(id: str, pack: str) -> None:
    """Write a rule file."""
    if not _ID.fullmatch(id):
        raise click.UsageError(f"'{id}' is no rule id: write group/name in lower case, such as usage/fire-fighter.")
    folder = Path(pack)
    path = folder / f"{id}.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (folder / "pack.yaml").exists():
            name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "house"
            (folder / "pack.yaml").write_text(PACK.format(name=name), encoding="utf-8")
        with path.open("x", encoding="utf-8") as file:
            file.write((EXTENDING if _in_core(id) else RULE).format(id=id))
    except FileExistsError:
        raise click.ClickException(f"{path} is there already.") from None
    except OSError as error:
        raise click.FileError(str(path), error.strerror) from None
    click.echo(str(path))
    note(f"test it with 'newslint rule test {pack}', use it with --pack or 'packs: [./{pack}]' in newslint.yaml")


def _in_core(id: str) -> bool:
    from newslint.rulebook.packs import built_in

    return built_in().joinpath("core", f"{id}.yaml").is_file()
