"""Sphinx extension: a page for each rule and each style, made from the rule files.

They are written to docs/reference/ before Sphinx looks for its sources; the folder is not kept in git.
"""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from newslint.checks import check_kind
from newslint.checks.parameters import Settings
from newslint.model import ALL, GROUPS, Zone
from newslint.rulebook.load import Rulebook, load
from newslint.rulebook.packs import built_in_packs
from newslint.rulebook.rule import Example, Rule

FOLDER = Path(__file__).parent / "reference"
_MOST = 400
"""Rows of the longest table."""


def setup(app: Any) -> dict[str, bool]:
    """Write the pages as soon as Sphinx is configured."""
    app.connect("config-inited", lambda *_: write())
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(folder: Path = FOLDER) -> None:
    """Write all pages into a folder, in place of what it holds."""
    shutil.rmtree(folder, ignore_errors=True)
    core = load()
    books = {name: load(["core", name]) for name in sorted(built_in_packs()) if name != "core"}
    _write(folder / "index.md", _index(core, books))
    for rule in core:
        _write(folder / f"{rule.id}.md", _rule(rule, books))
    for name, book in books.items():
        _write(folder / "styles" / f"{name}.md", _style(name, book))


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _index(core: Rulebook, books: dict[str, Rulebook]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Every rule that comes with newslint. Errors block publication, warnings want a look, suggestions are ideas;"
    yield "what is off or a draft runs where it is switched on."
    for group, rules in groupby(core, key=lambda rule: rule.group):
        members = list(rules)
        yield from ("", f"## {group}", "", "| rule | level | why |", "|---|---|---|")
        for rule in members:
            yield f"| [{rule.id}]({rule.id}.md) | {_level(rule)} | {_cell(_first(rule.why or rule.message))} |"
        yield from ("", "```{toctree}", ":hidden:", *(rule.id for rule in members), "```")
    yield from ("", "## Styles", "")
    for name in books:
        yield f"- [{name}](styles/{name}.md)"
    yield from ("", "```{toctree}", ":hidden:", *(f"styles/{name}" for name in books), "```")


def _rule(rule: Rule, books: dict[str, Rulebook]) -> Iterator[str]:
    yield from (f"# {rule.id}", "", f"**{_level(rule)}** · check kind `{rule.check}`", "")
    yield f"> {_text(rule.message)}"
    for name, text in rule.messages.items():
        yield from (">", f"> or, {name}: {_text(text)}")
    yield from ("", _text(rule.why), "")
    yield from (f"Looks in: {_zones(rule)}.", "")
    if rule.reference:
        yield from (f"Reference: <{rule.reference}>" if "://" in rule.reference else f"Reference: {rule.reference}", "")
    for bad, title in ((True, "Flags"), (False, "Leaves alone")):
        examples = [example for example in rule.examples if example.bad is bad]
        if examples:
            yield from (f"## {title}", "")
        for example in examples:
            yield from _example(example)
    yield from _parameters(rule)
    changed = [(name, book[rule.id]) for name, book in books.items() if rule.id in book and book[rule.id].pack == name]
    if changed:
        yield from ("## Styles that set it", "", "| style | level | differs in |", "|---|---|---|")
        for name, own in changed:
            differing = ", ".join(f"`{key}`" for key in _differences(rule, own)) or "level"
            yield f"| [{name}](/reference/styles/{name}.md) | {_level(own)} | {differing} |"


def _differences(rule: Rule, own: Rule) -> Iterator[str]:
    for key in own.settings.values:
        if own.settings.values[key] != rule.settings.values.get(key):
            yield key
    if own.message != rule.message:
        yield "message"


def _parameters(rule: Rule) -> Iterator[str]:
    parameters = check_kind(rule.check).parameters
    if not parameters:
        return
    yield from ("## Parameters", "", "| name | here | what it does |", "|---|---|---|")
    for p in parameters:
        yield f"| `{p.name}` | {_cell(_value(rule.settings.values.get(p.name)))} | {_cell(p.doc)} |"
    yield ""


def _style(name: str, book: Rulebook) -> Iterator[str]:
    pack = next(pack for pack in book.packs if pack.name == name)
    own = [rule for rule in book if rule.pack == name]
    yield from (f"# Style: {name}", "", _text(pack.description), "", f"Switch it on with `packs: [{name}]`.", "")
    for rule in own:
        yield from (f"## {rule.id}", "", f"**{_level(rule)}**: {_text(rule.message)}", "", _text(rule.why), "")
        if rule.reference:
            yield from (
                f"Reference: <{rule.reference}>" if "://" in rule.reference else f"Reference: {rule.reference}",
                "",
            )
        swaps = rule.settings.values.get("swap")
        if swaps:
            yield from ("| not | but |", "|---|---|")
            for text, to in list(swaps.items())[:_MOST]:
                yield f"| {_cell(text)} | {_cell(', '.join(to) or 'nothing')} |"
            yield ""


def _example(example: Example) -> Iterator[str]:
    """An example as it stands, what is flagged in it marked."""
    for file, marks in zip(example.files, example.marks, strict=True):
        text, out, at = file.text if file.data is None else repr(file.data)[2:-1], "", 0
        for start, end in marks if file.data is None else ():
            out += html.escape(text[at:start]) + f"<mark>{html.escape(text[start:end]) or '‸'}</mark>"
            at = end
        out += html.escape(text[at:])
        yield from ("```{raw} html", f'<pre style="white-space: pre-wrap">{out.rstrip()}</pre>', "```", "")
    if example.fix is not None:
        fixed = html.escape(example.fix.rstrip())
        yield from ("```{raw} html", f'<pre style="white-space: pre-wrap">→ {fixed}</pre>', "```", "")


def _zones(rule: Rule) -> str:
    if rule.zones == ALL:
        return "the whole article, quotations too"
    plain = rule.zones - {Zone.QUOTATION}
    group = next((name for name, members in GROUPS.items() if members == plain), "")
    named = ", ".join(zone for zone in Zone if zone in plain)
    quoted = "quotations too" if Zone.QUOTATION in rule.zones else "quotations left out"
    return f"{group + ': ' if group else ''}{named}; {quoted}"


def _level(rule: Rule) -> str:
    return str(rule.severity) if rule.status == "live" else f"{rule.severity}, {rule.status}"


def _value(value: object) -> str:
    if value is None or value == () or value == {}:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Settings):
        return "; ".join(f"{k}: {_value(v)}" for k, v in value.values.items() if _value(v))
    if isinstance(value, dict):
        parts = [f"{k} → {_value(v)}" for k, v in value.items()]
    elif isinstance(value, (tuple, list)):
        parts = [_value(v) for v in value]
    else:
        return str(value)
    return ", ".join(parts[:6]) + (f" and {len(parts) - 6} more" if len(parts) > 6 else "")


def _first(text: str) -> str:
    """The first sentence of a text."""
    return " ".join(text.split()).partition(". ")[0].rstrip(".") + "."


def _text(text: str) -> str:
    """A text on one line that Markdown leaves as it is."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|$~" else c for c in " ".join(text.split()))


def _cell(text: str) -> str:
    return _text(text)
