"""newslint rule schema: what an editor needs to complete rule files."""

from __future__ import annotations

import click

HELP = """Print the JSON Schema of rule files, for completion in editors.

\b
Examples:
  newslint rule schema > rule.schema.json
"""


@click.command("schema", help=HELP, short_help="Print the JSON Schema of rule files.")
def rule_schema() -> None:
    """Print the schema."""
    from newslint.rulebook.schema import schema_text

    click.echo(schema_text(), nl=False)
