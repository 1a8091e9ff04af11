"""Every rule of every pack that comes with newslint: it loads, explains itself, and its examples hold."""

from functools import cache
from pathlib import Path

import pytest

from newslint.checks.registry import check_kind
from newslint.engine import Linter
from newslint.engine.proof import prove
from newslint.matching.search import Search
from newslint.readers import ReadContext, read_bytes
from newslint.rulebook.load import Rulebook, collect, load
from newslint.rulebook.packs import built_in_packs

ARTICLES = Path(__file__).parent.parent.parent / "benchmarks" / "articles"


@cache
def rulebook(pack: str) -> Rulebook:
    return collect(["core"] if pack == "core" else ["core", pack])[0]


RULES = [(pack, rule.id) for pack in built_in_packs() for rule in rulebook(pack) if rule.pack == pack]


@pytest.mark.parametrize("pack", built_in_packs())
def test_packs_load(pack: str) -> None:
    book, problems = collect(["core"] if pack == "core" else ["core", pack])
    assert [str(p) for p in problems + book.pattern_problems()] == []


@pytest.mark.parametrize(("pack", "id"), RULES)
def test_examples_hold(pack: str, id: str) -> None:
    book = rulebook(pack)
    assert [str(f) for f in prove(book[id], book.lexicon)] == []


@pytest.mark.parametrize(("pack", "id"), RULES)
def test_rules_explain_themselves(pack: str, id: str) -> None:
    rule = rulebook(pack)[id]
    assert len(rule.why) > 20, "a rule says why it is there"
    assert not rule.why.startswith(("TODO", "Because "))
    doc = check_kind(rule.check).__doc__
    assert doc
    assert doc.strip()


def test_clean_articles_are_checked_without_another_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    # To make RE2 ready for one pattern takes longer than to check the article: rules settle each choice at once.
    asked: list[str] = []
    guarded = Search._search_guarded

    def noted(self: Search, pattern: int, *rest: object) -> None:
        asked.append(self._patterns[pattern].text)
        guarded(self, pattern, *rest)

    monkeypatch.setattr(Search, "_search_guarded", noted)
    book = load()
    linter = Linter([rule for rule in book if rule.status == "live"], book.lexicon)
    articles = sorted(ARTICLES.glob("*.txt"))
    assert articles
    for path in articles:
        linter.lint(read_bytes(path.read_bytes(), path.name, "text", ReadContext(book.lexicon, {}, {})))
    assert not asked, "\n".join(asked)
