"""newslint explain: all that is known of a rule."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from newslint.cli.terminal import use_color, width
from newslint.cli.values import config_options, rule_names

if TYPE_CHECKING:
    from newslint.rulebook.rule import Example, ExampleFile, Rule

HELP = """Explain a rule: what it says and why, what it flags and what it leaves alone, how it can be set.

\b
Examples:
  newslint explain honorifics/inconsistent
  newslint explain usage/fire-fighter --pack house
"""

_LONG = 240
"""Characters of the longest parameter that is shown."""


@click.command("show", help=HELP, short_help="Explain a rule.")
@click.argument("rules", nargs=-1, required=True, metavar="RULE...", shell_complete=rule_names)
@config_options
def rule_show(rules: tuple[str, ...], no_config: bool, config: str, packs: tuple[str, ...]) -> None:
    """Explain rules."""
    from newslint.cli.rulebook import open_rulebook, select
    from newslint.engine.proof import said

    book = open_rulebook(no_config, config, packs)
    for i, rule in enumerate(select(book, rules)):
        page = _Page(rule, said(rule, book.lexicon))
        click.echo(("\n" if i else "") + "\n".join(page.lines()), color=True)


class _Page:
    """A rule's page for the terminal."""

    def __init__(self, rule: Rule, said: list[list[str]]) -> None:
        from newslint.reporters.visible import Visible

        self.rule = rule
        self._said = said
        self._visible = Visible(getattr(sys.stdout, "encoding", None) or "utf-8")
        self._colored = use_color("auto", sys.stdout)
        self._width = min(width(sys.stdout), 100)

    def lines(self) -> Iterator[str]:
        """The lines of the page."""
        from newslint.config.paths import shown

        rule = self.rule
        yield f"{self._bold(rule.id)} ({rule.severity}{'' if rule.status == 'live' else ', ' + rule.status})"
        yield from self._text(next((messages[0] for messages in self._said if messages), rule.message))
        if rule.why:
            yield ""
            yield from self._text(rule.why)
        yield ""
        yield from self._fact("Looks in", self._zones())
        if rule.formats:
            yield from self._fact("Only in", ", ".join(sorted(rule.formats)))
        yield from self._fact("Check", rule.check)
        if rule.yields:
            yield from self._fact("Yields to", ", ".join(rule.yields))
        addresses = dict.fromkeys([rule.reference, *(rule.settings.values.get("references") or {})])
        for i, address in enumerate(filter(None, addresses)):
            yield from [f"             {address}"] if i else self._fact("Reference", address)
        yield from self._fact("File", shown(rule.path))
        for bad in (True, False):
            examples = [(e, said) for e, said in zip(rule.examples, self._said, strict=True) if e.bad is bad]
            if examples:
                yield from ("", self._bold("Flags" if bad else "Leaves alone"))
            apart = bad or any("\n" in file.text.strip() for e, _ in examples for file in e.files)
            for i, (example, messages) in enumerate(examples):
                yield from [""] if i and apart else []
                yield from self._example(example, messages)
        yield from self._parameters()

    def _bold(self, text: str) -> str:
        return click.style(text, bold=True) if self._colored else text

    def _text(self, text: str, indent: str = "  ") -> list[str]:
        from newslint.reporters.visible import wrap

        return [indent + line for line in wrap(" ".join(text.split()), self._width - len(indent), self._visible)]

    def _fact(self, name: str, text: str) -> list[str]:
        first, *more = self._text(text, " " * 13) or [""]
        return [f"  {name + ':':10} {first.strip()}", *more]

    def _zones(self) -> str:
        from newslint.model import ALL, GROUPS, Zone

        zones = self.rule.zones
        if zones == ALL:
            return "the whole article, quotations too"
        plain = zones - {Zone.QUOTATION}
        group = next((name for name, members in GROUPS.items() if members == plain), "")
        named = ", ".join(z for z in Zone if z in plain)
        quoted = "quotations too" if Zone.QUOTATION in zones else "quotations left out"
        return f"{group + ': ' if group else ''}{named}; {quoted}"

    def _parameters(self) -> Iterator[str]:
        from newslint.checks import check_kind

        parameters = check_kind(self.rule.check).parameters
        if not parameters:
            return
        yield from ("", self._bold("Parameters"))
        for p in parameters:
            setting = self.rule.settings.values.get(p.name)
            value = _value(setting)
            if len(value) > _LONG and isinstance(setting, (tuple, list, dict)):
                value = f"{len(setting)} entries, in the file"
            yield from self._text(f"{p.name}: {value}" if value else p.name)
            kind = p.kind.expected
            yield from self._text(f"{p.doc} ({kind})" if len(kind) <= 60 else p.doc, "      ")

    def _example(self, example: Example, messages: list[str]) -> Iterator[str]:
        for file, marks in zip(example.files, example.marks, strict=True):
            if file.name:
                yield from self._text(f"{file.name}:")
            yield from self._marked(file, marks)
        for message in messages if "{" in self.rule.message or self.rule.messages else ():
            yield from self._text(f"Says: {message}", "    ")
        if example.fix is not None:
            lines = [line for line in example.fix.splitlines() if line.strip()] or [""]
            yield from self._text(f"Fix: {lines[0]}", "    ")
            for line in lines[1:]:
                yield from self._text(line, "         ")

    def _marked(self, file: ExampleFile, marks: tuple[tuple[int, int], ...]) -> Iterator[str]:
        """An example's lines, each with what is flagged in it underlined; lines far from a mark are left out."""
        from newslint.model import Source
        from newslint.reporters.excerpt import excerpt, shortened

        if file.data is not None:
            yield from self._text(repr(file.data)[2:-1], "    ")
            return
        source = Source(file.text)
        room = self._width - 4
        for number in range(1, source.line_count + 1):
            low, high = source.line_span(number)
            here = [(a, b) for a, b in marks if low <= a <= high and (a < high or a == b)]
            line = source.text[low:high]
            if not here and (line or number < source.line_count):
                yield ("    " + shortened(line, room, self._visible)).rstrip()
            elif len(here) > 1 and self._visible.width(line) <= room:
                yield "    " + self._visible.text(line)
                yield "    " + self._marks(line, [(a - low, min(b, high) - low) for a, b in here])
            else:
                for a, b in here:
                    cut = excerpt(line, a - low, min(b, high) - low, room, self._visible)
                    yield "    " + cut.text
                    yield "    " + " " * cut.before + "^" * cut.marked

    def _marks(self, line: str, marks: list[tuple[int, int]]) -> str:
        row = ""
        for a, b in marks:
            row = row.ljust(self._visible.width(line[:a])) + "^" * max(1, self._visible.width(line[a:b]))
        return row


def _value(value: object) -> str:
    """A parameter's value in one line: short ones as they are, long ones by their beginning."""
    from newslint.checks.parameters import Settings

    if value is None or value == () or value == {}:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Settings):
        return ", ".join(f"{k} {_value(v)}" for k, v in value.values.items() if _value(v))
    if isinstance(value, dict):
        parts = [f"{k} -> {_value(v)}" for k, v in value.items()]
    elif isinstance(value, (tuple, list)):
        parts = [_value(v) for v in value]
    else:
        return str(value)
    return "; ".join(parts[:4]) + (f"; and {len(parts) - 4} more" if len(parts) > 4 else "")
