"""Which forms articles use of what a house writes in one way, as the rules that compare forms see it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.checks.base import Use
from newslint.checks.registry import check_kind
from newslint.engine.linter import Linter
from newslint.model import Document
from newslint.model.records import NamedTuple
from newslint.rulebook.rule import Rule
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon


class NameUse(NamedTuple):
    """A person's full name, or an abbreviation and whether the article says what it stands for."""

    text: str
    defined: bool = True


class Survey(Linter):
    """Asks the kinds that know forms (`Check.learns`) which of them an article has. Whatever the rules' status."""

    def __init__(self, rules: Iterable[Rule], lexicon: Lexicon) -> None:
        super().__init__([r for r in rules if check_kind(r.check).learns], lexicon)

    def uses(self, article: Article) -> Iterator[tuple[Rule, Use]]:
        """Every use in an article of a form that some rule knows."""
        hits = self._scan(article)
        for i in sorted({*self.program.always, *hits}):
            runner = self.program.runners[i]
            rule = runner.rule
            if not rule.formats or article.document.format in rule.formats:
                for use in runner.check.uses(article, runner.scope(article.document.format), hits.get(i, ())):
                    yield rule, use

    def article(self, document: Document) -> Article:
        """A document with its facts."""
        return Article(document, self.lexicon)


def full_names(article: Article) -> list[str]:
    """The people whom an article names in full, each once."""
    return [person.name for person in article.people if person.given]


def abbreviations(article: Article) -> list[NameUse]:
    """The abbreviations of an article, each once."""
    return [NameUse(a.short, a.definition is not None) for a in article.abbreviations.values()]
