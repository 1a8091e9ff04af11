"""The same headline in two articles."""

import pytest

from newslint.text.article import Twin

RULE = "check: same-headline\nzones: [headline]\nwords: [News of the week in brief]\nmessage: '{path}: {other}'\n"


@pytest.mark.parametrize(
    ("headline", "likeness", "levels"),
    [
        ("Harbour board to end ferry", 1.0, ["error"]),
        ("Harbour board to end ferry soon", 0.9, ["warning"]),
        ("Harbour board to end ferry and bridge", 0.7, []),
        ("News in brief", 1.0, []),
        ("News of the week in brief", 1.0, []),
    ],
)
def test_what_counts(rule, headline, likeness, levels) -> None:
    trial = rule(RULE)
    document = trial.document(f"{headline}\n\nThe last boat leaves.\n")
    found = trial.linter.lint(document, twin=Twin("a.txt", "Harbour board to end ferry", likeness)).diagnostics
    assert [str(d.severity) for d in found] == levels
    assert all(d.message == "a.txt: Harbour board to end ferry" for d in found)


def test_an_article_by_itself_has_nothing_to_say(rule) -> None:
    rule(RULE).flags("headline: Harbour board to end ferry\nThe last boat leaves.")
