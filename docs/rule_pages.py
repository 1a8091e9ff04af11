"""Sphinx extension: a page for each rule, of core and of each style, made from the rule files.

They are written to docs/reference/ before Sphinx looks for its sources; the folder is not kept in git.
"""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from typing import Any

from newslint.checks import check_kind
from newslint.checks.parameters import Settings
from newslint.engine.proof import said
from newslint.model import ALL, GROUPS, Zone
from newslint.rulebook.load import Rulebook, load
from newslint.rulebook.packs import built_in_packs
from newslint.rulebook.rule import Example, ExampleFile, Rule

FOLDER = Path(__file__).parent / "reference"
_MOST = 400
"""Rows of the longest table, and lines of the longest rule file that are shown."""
_LONG = 160
"""Characters of the longest parameter that is shown in a table."""


def setup(app: Any) -> dict[str, bool]:
    """Write the pages as soon as Sphinx is configured."""
    app.connect("config-inited", lambda *_: write())
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(folder: Path = FOLDER) -> None:
    """Write all pages into a folder, in place of what it holds."""
    shutil.rmtree(folder, ignore_errors=True)
    core = load()
    books = {name: load(["core", name]) for name in sorted(built_in_packs()) if name != "core"}
    groups = {group: list(rules) for group, rules in groupby(core, key=lambda rule: rule.group)}
    _write(folder / "index.md", _index(groups, books))
    for group, rules in groups.items():
        _write(folder / group / "index.md", _group(group, rules))
        for rule in rules:
            _write(folder / f"{rule.id}.md", _rule(rule, core, books))
    for name, book in books.items():
        own = [rule for rule in book if rule.pack == name]
        _write(folder / "styles" / f"{name}.md", _style(name, book, own))
        for rule in own:
            _write(folder / "styles" / name / f"{rule.id}.md", _rule(rule, book, {}, name))


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _index(groups: dict[str, list[Rule]], books: dict[str, Rulebook]) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "Every rule that comes with newslint. Errors block publication, warnings want a look, suggestions are ideas;"
    yield "what is off or a draft runs where it is switched on."
    for group, rules in groups.items():
        yield from ("", f"## {group}", "", *_table(rules))
    yield from ("", *_toctree(f"{group}/index" for group in groups))
    yield from ("", "## Styles", "", "Each is switched on by its name: see [style packs](/styles.md).", "")
    yield from ("| style | is | rules |", "|---|---|---|")
    for name, book in books.items():
        pack = next(pack for pack in book.packs if pack.name == name)
        count = sum(rule.pack == name for rule in book)
        yield f"| [{name}](styles/{name}.md) | {_text(pack.description)} | {count} |"
    yield from ("", *_toctree(f"styles/{name}" for name in books))


def _group(group: str, rules: Sequence[Rule]) -> Iterator[str]:
    yield from (f"# {group}", "", *_table(rules), "", *_toctree(f"/reference/{rule.id}" for rule in rules))


def _style(name: str, book: Rulebook, own: Sequence[Rule]) -> Iterator[str]:
    pack = next(pack for pack in book.packs if pack.name == name)
    yield from (f"# Style: {name}", "", _text(pack.description), "", f"Switch it on with `packs: [{name}]`.", "")
    yield from (*_table(own, f"styles/{name}/"), "")
    yield from _toctree(f"{name}/{rule.id}" for rule in own)


def _table(rules: Sequence[Rule], below: str = "") -> Iterator[str]:
    yield from ("| rule | level | why |", "|---|---|---|")
    for rule in rules:
        why = _text(_first(rule.why or rule.message))
        yield f"| [{rule.id}](/reference/{below}{rule.id}.md) | {_level(rule)} | {why} |"


def _toctree(pages: Iterable[str]) -> tuple[str, ...]:
    return ("```{toctree}", ":hidden:", *pages, "```")


def _rule(rule: Rule, book: Rulebook, books: dict[str, Rulebook], style: str = "") -> Iterator[str]:
    messages = said(rule, book.lexicon)
    at = f" · style [{style}](/reference/styles/{style}.md)" if style else ""
    yield from (
        f"# {rule.id}",
        "",
        f"**{_level(rule)}** · check kind [`{rule.check}`](/checks.md#{rule.check}){at}",
        "",
    )
    yield from (f"> {_text(next((m[0] for m in messages if m), rule.message))}", "", _text(rule.why), "")
    yield from (f"Looks in: {_zones(rule)}.", "")
    if rule.formats:
        yield from (f"Only in: {', '.join(sorted(rule.formats))}.", "")
    if rule.yields:
        yield from (f"Silent while one of these is live: {', '.join(f'`{id}`' for id in rule.yields)}.", "")
    yield from _references(rule)
    for bad, title in ((True, "Flags"), (False, "Leaves alone")):
        examples = [(e, m) for e, m in zip(rule.examples, messages, strict=True) if e.bad is bad]
        yield from (f"## {title}", "") if examples else ()
        for example, told in examples:
            yield from _example(example, told if "{" in rule.message or rule.messages else [])
    yield from _entries(rule)
    yield from _parameters(rule)
    yield from _styles(rule, books)
    yield from _file(rule)


def _references(rule: Rule) -> Iterator[str]:
    addresses = [rule.reference, *(rule.settings.values.get("references") or {})]
    found = [f"<{address}>" for address in dict.fromkeys(addresses) if address]
    if len(found) == 1:
        yield from (f"Reference: {found[0]}", "")
    elif found:
        yield from ("References:", "", *(f"- {address}" for address in found), "")


def _entries(rule: Rule) -> Iterator[str]:
    """The word pairs of a rule, each with the page it comes from where that is not the rule's."""
    swaps = rule.settings.values.get("swap")
    if not swaps:
        return
    source = {text: url for url, texts in (rule.settings.values.get("references") or {}).items() for text in texts}
    yield from (
        "## Words",
        "",
        "| not | but | |" if source else "| not | but |",
        "|---|---|---|" if source else "|---|---|",
    )
    for text, to in list(swaps.items())[:_MOST]:
        link = f" [page](<{source.get(text, rule.reference)}>) |" if source else ""
        yield f"| {_text(text)} | {_text(', '.join(to) or '(nothing)')} |{link}"
    if len(swaps) > _MOST:
        yield from ("", f"and {len(swaps) - _MOST} more.")
    yield ""


def _styles(rule: Rule, books: dict[str, Rulebook]) -> Iterator[str]:
    changed = [(name, book[rule.id]) for name, book in books.items() if rule.id in book and book[rule.id].pack == name]
    if changed:
        yield from ("## Styles that set it", "", "| style | level | differs in |", "|---|---|---|")
        for name, own in changed:
            differing = ", ".join(f"`{key}`" for key in _differences(rule, own)) or "it is switched on"
            yield f"| [{name}](/reference/styles/{name}/{rule.id}.md) | {_level(own)} | {differing} |"
        yield ""


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
        value = rule.settings.values.get(p.name)
        shown = _value(value)
        if len(shown) > _LONG and isinstance(value, (tuple, list, dict)):
            shown = f"{len(value)} entries: see the rule file"
        yield f"| `{p.name}` | {_text(shown)} | {_text(p.doc)} |"
    yield ""


def _file(rule: Rule) -> Iterator[str]:
    """The rule's file, folded."""
    lines = Path(rule.path).read_text(encoding="utf-8").splitlines()
    rest = [f"# and {len(lines) - _MOST} more lines"] if len(lines) > _MOST else []
    shown = html.escape("\n".join(lines[:_MOST] + rest))
    yield from (
        "```{raw} html",
        '<details class="file"><summary>The rule file</summary>',
        f"<pre>{shown}</pre></details>",
    )
    yield from ("```", "")


def _example(example: Example, messages: Sequence[str]) -> Iterator[str]:
    """An example in a box: what is flagged in it marked, what is said of it, and the text with the fix."""
    yield from ("```{raw} html", f'<div class="example {"bad" if example.bad else "good"}">')
    for file, marks in zip(example.files, example.marks, strict=True):
        about = _about(file)
        if about:
            yield f'<div class="about">{html.escape(about)}</div>'
        yield f"<pre>{_marked(file, marks)}</pre>"
    for message in dict.fromkeys(messages):
        yield f'<div class="about">{html.escape(message)}</div>'
    if example.fix is not None:
        yield f"<pre>→ {_changed(example.files[0].text, example.fix)}</pre>"
    yield from ("</div>", "```", "")


def _about(file: ExampleFile) -> str:
    zone = "" if file.zone in (None, Zone.PARAGRAPH) else str(file.zone)
    facts = [file.name, zone, file.format, *(f"{key}: {value}" for key, value in file.metadata.items())]
    return ", ".join(fact for fact in facts if fact)


def _marked(file: ExampleFile, marks: Sequence[tuple[int, int]]) -> str:
    if file.data is not None:
        return html.escape(repr(file.data)[2:-1])
    out, at = "", 0
    for start, end in marks:
        out += html.escape(file.text[at:start]) + f"<mark>{html.escape(file.text[start:end]) or '‸'}</mark>"
        at = end
    return (out + html.escape(file.text[at:])).strip("\n").replace("\n\n", "\n&#8203;\n")


def _changed(old: str, new: str) -> str:
    """The new text with what is not in the old one marked, by whole words; of several paragraphs those that differ."""
    kept = old.strip("\n").split("\n\n")
    differing = [part for part in new.strip("\n").split("\n\n") if part not in kept]
    before, after = old.strip("\n").replace("\n\n", " \n\n ").split(" "), "\n\n".join(differing or kept).split(" ")
    out = []
    for kind, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        words = html.escape(" ".join(after[start:end]))
        if words:
            out.append(f"<ins>{words}</ins>" if kind != "equal" else words)
    return " ".join(out).replace("\n\n", "\n&#8203;\n")


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
    """The first sentence of a text; "a.m. and" ends none."""
    return re.split(r"(?<=\.) (?=[A-Z])", " ".join(text.split()))[0].rstrip(".") + "."


def _text(text: str) -> str:
    """A text on one line that Markdown leaves as it is."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|$~" else c for c in " ".join(text.split()))
