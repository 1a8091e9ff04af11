"""What an archive says of its house: which forms it prefers, by counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from newslint.checks.registry import check_kind
from newslint.engine.survey import Survey, abbreviations, full_names
from newslint.model import Document
from newslint.model.records import NamedTuple
from newslint.rulebook.rule import Rule
from newslint.text.lexicon import Lexicon

PREFERS = 0.8
"""From this share on, a form is the house's; below, the house has none."""

_NUMBERED = re.compile(r"([A-Za-z][A-Za-z _-]*?)[ _-]?\d+")
"""The name of a file that is one of many: "sport_017"."""

_FEWEST = 3
"""So many files of one folder make a section by the beginning of their names."""


class Topic(NamedTuple):
    """What is written in several forms: the rule that knows them, and what it is about ("" if it is only one thing)."""

    rule: str
    topic: str

    @property
    def name(self) -> str:
        """What people read."""
        return self.topic or self.rule


class Habit(NamedTuple):
    """A topic with its forms, the commonest first: uses of each, the writing of each that is commonest, and what
    follows this once ("" where nothing is known of it)."""

    topic: Topic
    forms: tuple[tuple[str, int], ...]
    writings: dict[str, str]
    after: Mapping[str, str] = MappingProxyType({})

    @property
    def uses(self) -> int:
        """Uses of all forms together."""
        return sum(n for _, n in self.forms)

    @property
    def share(self) -> float:
        """The share of the commonest form, 0 to 1."""
        return self.forms[0][1] / self.uses

    @property
    def settled(self) -> bool:
        """Whether the house can be said to prefer the commonest form."""
        return self.share >= PREFERS


class Undefined(NamedTuple):
    """An abbreviation: articles that use it, and those among them that say what it stands for."""

    short: str
    articles: int
    defined: int


class Lessons:
    """Counts over an archive."""

    def __init__(self, rules: Iterable[Rule], lexicon: Lexicon) -> None:
        rules = list(rules)
        self.articles = 0
        self._by_section = {rule.id for rule in rules if check_kind(rule.check).by_section}.__contains__
        self._sectioning = _Sections()
        self._survey = Survey(rules, lexicon)
        self._forms: dict[Topic, Counter[str]] = {}
        self._sections: dict[tuple[Topic, _Key], Counter[str]] = {}
        self._writings: dict[tuple[Topic, str], Counter[str]] = {}
        self._after: dict[tuple[Topic, str, str], str] = {}
        self._names: Counter[str] = Counter()
        self._short: Counter[str] = Counter()
        self._defined: Counter[str] = Counter()

    def add(self, document: Document) -> None:
        """Count what an article has."""
        article = self._survey.article(document)
        section = self._sectioning.key(document)
        for rule, use in self._survey.uses(article):
            topic = Topic(rule.id, use.topic)
            self._forms.setdefault(topic, Counter())[use.form] += 1
            if self._by_section(rule.id):
                self._sections.setdefault((topic, section), Counter())[use.form] += 1
            self._writings.setdefault((topic, use.form), Counter())[use.text] += 1
            self._after.setdefault((topic, use.form, use.text), use.after)
        self._names.update(full_names(article))
        for short, defined in abbreviations(article):
            self._short[short] += 1
            self._defined[short] += defined
        self.articles += 1

    def habits(self, least: int) -> list[Habit]:
        """Everything that stands at least so often, the most used first."""
        habits = [self._habit(topic, forms) for topic, forms in self._forms.items() if forms.total() >= least]
        return sorted(habits, key=lambda h: (-h.uses, h.topic))

    def by_section_rules(self) -> list[str]:
        """The rules that know forms of naming people, which a house often has by section."""
        return sorted({topic.rule for topic in self._forms if self._by_section(topic.rule)})

    def by_section(self, rule: str, least: int) -> dict[str, Habit]:
        """The habits of one rule, section by section."""
        sums: dict[tuple[str, Topic], Counter[str]] = {}
        for (topic, key), forms in self._sections.items():
            if topic.rule == rule:
                sums.setdefault((self._sectioning.name(key), topic), Counter()).update(forms)
        return {
            section: self._habit(topic, forms)
            for (section, topic), forms in sorted(sums.items())
            if section and forms.total() >= least
        }

    def section_files(self) -> dict[str, str]:
        """For sections that articles don't name themselves: which files they are told by, as a configuration has it."""
        return self._sectioning.files()

    def undefined(self, least: int) -> list[Undefined]:
        """Abbreviations in at least so many articles, of which at most a tenth say what they stand for."""
        found = [Undefined(a, n, self._defined[a]) for a, n in self._short.most_common() if n >= least]
        return [a for a in found if a.defined * 10 <= a.articles]

    def names(self, least: int) -> list[tuple[str, int]]:
        """People named in full in at least so many articles."""
        return [(name, n) for name, n in self._names.most_common() if n >= least]

    def _habit(self, topic: Topic, forms: Counter[str]) -> Habit:
        writings = {form: self._writings[topic, form].most_common(1)[0][0] for form in forms}
        after = {form: self._after[topic, form, text] for form, text in writings.items()}
        return Habit(topic, tuple(forms.most_common()), writings, after)


class _Key(NamedTuple):
    """What tells an article's section: what it says itself, else its folder and the beginning of its file's name."""

    said: str
    folder: str
    beginning: str


class _Sections:
    """Which section an article belongs to. Where it does not say, its folder does; but a folder whose files are called
    sport_017 and business_003 holds several."""

    def __init__(self) -> None:
        self._beginnings: dict[str, Counter[str]] = {}

    def key(self, document: Document) -> _Key:
        """What is known of an article. All articles have to be seen before `name` is asked."""
        path = Path(document.source.path)
        numbered = _NUMBERED.fullmatch(path.stem)
        beginning = numbered[1].casefold() if numbered else ""
        folder = str(path.parent)
        self._beginnings.setdefault(folder, Counter())[beginning] += 1
        return _Key((document.metadata.section or "").casefold(), folder, beginning)

    def name(self, key: _Key) -> str:
        """The section, "" for none: folders that are only numbers are years and months."""
        if key.said:
            return key.said
        if self._several(key.folder):
            return key.beginning
        name = Path(key.folder).name.casefold()
        return "" if name.isdigit() else name

    def files(self) -> dict[str, str]:
        """By section: a pattern of the files that belong to it."""
        found = {}
        for folder, beginnings in self._beginnings.items():
            if self._several(folder):
                found.update({beginning: f"{beginning}*" for beginning in beginnings})
            elif not (name := Path(folder).name).isdigit():
                found[name.casefold()] = f"{name}/"
        return found

    def _several(self, folder: str) -> bool:
        found = self._beginnings[folder]
        return len(found) > 1 and min(found.values()) >= _FEWEST and "" not in found


def agreement(one: Sequence[Habit], other: Sequence[Habit]) -> tuple[int, list[tuple[Habit, Habit]]]:
    """How far the habits of two halves of an archive are the same: how many topics both have, and those in which
    their commonest forms differ."""
    known = {habit.topic: habit for habit in other}
    both = [(habit, known[habit.topic]) for habit in one if habit.topic in known]
    return len(both), [(a, b) for a, b in both if a.forms[0][0] != b.forms[0][0]]
