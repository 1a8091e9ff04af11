"""Writes what an archive taught as a pack of rules to begin with: drafts, each with its counts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint.engine.proof import prove
from newslint.model.records import NamedTuple
from newslint.rulebook.load import collect_at
from newslint.rulebook.rule import Rule
from newslint.runner.learn import Habit, Lessons

_PACK = """\
name: {name}
description: What the archive's own articles prefer; drafts, to be looked through.
language: en
licence: LicenseRef-proprietary
version: "1"
"""

_WORDS = """\
# Learnt from {articles} articles, by the forms that {rule} knows. A draft: try it with 'newslint rule try'.
check: substitution
severity: suggestion
status: draft
message: "'{{match}}': this house writes '{{replacement}}'"
why: The house's own articles write it the other way nearly always; the counts stand beside each entry.
inflect: {inflect}
names: false
swap:
{entries}
examples:
  bad:
{bad}
  good:
{good}
"""

_FORM = """\
# Learnt from {articles} articles, by the forms that {rule} knows. A draft: try it with 'newslint rule try'.
# {counts}
check: existence
severity: suggestion
status: draft
message: {message}
why: The house's own articles write it the other way nearly always.
patterns:
{patterns}
{exceptions}examples:
  bad:
    - text: {bad}
  good:
    - {good}
"""

_CONFIG = """\
# What the archive's own articles prefer. Take over what is right into the newslint.yaml beside this folder.
{packs}{rules}{accept}"""


class Written(NamedTuple):
    """The files of a new pack, and why topics that seemed settled have no rule."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...]


def write_house(lessons: Lessons, rules: Mapping[str, Rule], folder: Path, least: int) -> Written:
    """Write a pack into a new or empty folder: a draft rule for each rule whose topics the house has settled, and
    `newslint.yaml` beside them with the settings and names that a configuration holds.

    Every rule's examples are run; a rule whose don't hold is taken away again and named. Raises OSError, also
    (FileExistsError) where the folder holds something.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(17, "the folder is not empty", str(folder))
    name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "house"
    files = [_write(folder / "pack.yaml", _PACK.format(name=name))]
    by_rule: dict[str, list[Habit]] = {}
    for habit in lessons.habits(least):
        by_rule.setdefault(habit.topic.rule, []).append(habit)
    for id, habits in sorted(by_rule.items()):
        for suffix, text in _rule_files(rules[id], habits, lessons.articles):
            files.append(_write(folder / f"{id}-{suffix}.yaml", text))
    # A pack without a rule is none, and nothing is to be proved.
    failing = _failing(folder) if len(files) > 1 else {}
    for path in failing:
        path.unlink()
    config = _config(folder.resolve().name if len(files) > len(failing) + 1 else "", lessons, rules, least)
    files.append(_write(folder / "newslint.yaml.draft", config))
    return Written(tuple(f for f in files if f not in failing), tuple(failing.values()))


def honorific_setting(sections: Mapping[str, Habit]) -> tuple[str, list[str]] | None:
    """The form of later mentions that most sections have settled on ("title" or "surname"), and the sections that
    settled on the other; None where no section has settled."""
    forms: dict[str, list[str]] = {}
    for section, habit in sections.items():
        if habit.settled:
            forms.setdefault(habit.forms[0][0], []).append(section)
    if not forms:
        return None
    form = max(sorted(forms), key=lambda f: len(forms[f]))
    return form, [s for f, found in forms.items() if f != form for s in found]


def _rule_files(rule: Rule, habits: Sequence[Habit], articles: int) -> Iterator[tuple[str, str]]:
    """The draft rules that follow from the habits of one rule: what their names end with, and their text."""
    words = [h for h in habits if h.topic.topic and h.settled]
    shown = [h for h in words if len(h.forms) > 1]
    if shown:
        yield (
            "house",
            _WORDS.format(
                articles=f"{articles:,}",
                rule=rule.id,
                inflect=_quoted(rule.settings.text("inflect")),
                entries="\n".join(line for h in words for line in _swaps(h)),
                bad="\n".join(
                    f"    - text: {_quoted(f'[[{h.writings[form]}]]')}" for h in shown[:5] for form, _ in h.forms[1:2]
                ),
                good="\n".join(f"    - {_quoted(h.writings[h.forms[0][0]])}" for h in shown[:5]),
            ),
        )
    for habit in habits:
        if habit.settled and len(habit.forms) > 1 and not habit.topic.topic and rule.check == "consistency":
            yield "house-form", _form(rule, habit, articles)


def _swaps(habit: Habit) -> Iterator[str]:
    house, counts = habit.forms[0][0], dict(habit.forms)
    said = ", ".join(f"{form} {counts.get(form, 0):,}" for form in habit.topic.topic.split(" | "))
    for form in habit.topic.topic.split(" | "):
        if form != house:
            yield f"  {_quoted(form)}: {_quoted(house)}   # {said}"


def _form(rule: Rule, habit: Habit, articles: int) -> str:
    house = habit.forms[0][0]
    records = [r for r in rule.settings.records("forms") if r.text("name") != house]
    patterns = [p for r in records for p in (*r.texts("patterns"), *(rf"\b{re.escape(w)}\b" for w in r.texts("words")))]
    exceptions = rule.settings.texts("except")
    usual, other = habit.writings[house], habit.forms[1][0]
    return _FORM.format(
        articles=f"{articles:,}",
        rule=rule.id,
        counts=", ".join(f"{form} {n:,}" for form, n in habit.forms),
        message=_quoted(f"'{{match}}': this house writes it {house}, as in '{usual}'".replace("\n", " ")),
        patterns="\n".join(f"  - {_single(p)}" for p in patterns),
        exceptions="except:\n" + "".join(f"  - {_single(e)}\n" for e in exceptions) if exceptions else "",
        bad=_quoted(f"[[{habit.writings[other]}]]{habit.after.get(other, '')}"),
        good=_quoted(usual),
    )


def _config(name: str, lessons: Lessons, known: Mapping[str, Rule], least: int) -> str:
    rules = ""
    for habit in lessons.habits(least):
        rule = known[habit.topic.rule]
        if rule.check == "quotation-style" and habit.settled:
            counts = ", ".join(f"{form} {n:,}" for form, n in habit.forms)
            rules += "".join(
                f"  {id}: {{status: live, outer: {habit.forms[0][0]}}}   # {counts}\n" for id in rule.yields
            )
    told: dict[str, None] = {}
    for id in lessons.by_section_rules():
        sections = lessons.by_section(id, least)
        setting = honorific_setting(sections)
        if setting:
            form, others = setting
            told.update(dict.fromkeys(others))
            exempt = f", exempt_sections: [{', '.join(map(_quoted, others))}]" if others else ""
            rules += "".join(f"  # {s}: {', '.join(f'{f} {n:,}' for f, n in h.forms)}\n" for s, h in sections.items())
            rules += f"  {id}: {{form: {form}{exempt}}}\n"
    files = lessons.section_files()
    metadata = "".join(f"  - {{files: {_quoted(files[s])}, section: {_quoted(s)}}}\n" for s in told if s in files)
    if metadata:
        rules += f"metadata:              # articles that don't say their section\n{metadata}"
    names = [name for name, _ in lessons.names(max(3, least // 4))]
    accept = "accept:                # names that the archive writes often\n" if names else ""
    accept += "".join(f"  - {_quoted(n)}\n" for n in names)
    packs = f"packs: [{_quoted(f'./{name}')}]   # a draft rule speaks where its status is made live\n" if name else ""
    return _CONFIG.format(packs=packs, rules=f"rules:\n{rules}" if rules else "", accept=accept)


def _failing(folder: Path) -> dict[Path, str]:
    """The new rules that are faulty or whose examples don't hold, and why."""
    book, rules, problems = collect_at(folder)
    failing = {Path(p.path): f"{Path(p.path).stem}: {p.message}" for p in problems}
    for rule in rules:
        failures = prove(rule, book.lexicon)
        if failures:
            failing[Path(rule.path)] = f"{rule.id}: {failures[0].message}"
    return {folder / path.resolve().relative_to(folder.resolve()): why for path, why in failing.items()}


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _quoted(text: str) -> str:
    """A text as a YAML scalar: YAML's double-quoted style is JSON's."""
    return json.dumps(text, ensure_ascii=False)


def _single(text: str) -> str:
    """A pattern as a YAML scalar that keeps its backslashes."""
    return "'" + text.replace("'", "''") + "'"
