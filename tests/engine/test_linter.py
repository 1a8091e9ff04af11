"""The pass of many rules over a document: order, repeats, formats, threads."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from newslint.checks import UnknownCheck
from newslint.checks.parameters import Settings, read_settings
from newslint.checks.registry import check_kind
from newslint.engine import Linter, Policy
from newslint.matching import PatternError
from newslint.model import Confidence, Severity, Verdict
from newslint.rulebook.rule import Rule

ARTICLE = "Ferry to end\n\nThe last boat left at noon. The boat was full, it left it.\n\nAt noon the board met.\n"


def places(report) -> list[tuple[int, str]]:
    return [(d.span.start, d.rule) for d in report]


def test_findings_come_by_place_and_rule(rule, linter, article) -> None:
    rules = [rule("words: [noon]", "z/noon"), rule("words: [the, noon]", "b/the"), rule("words: [at noon]", "a/at")]
    found = places(linter(*rules).lint(article(ARTICLE)))
    assert found == sorted(found)
    assert [(r, ARTICLE[at : at + 4]) for at, r in found if ARTICLE[at : at + 4] == "noon"][:2] == [
        ("b/the", "noon"),
        ("z/noon", "noon"),
    ]


def test_any_order_of_rules_gives_the_same_report(core, article) -> None:
    rules = [r for r in core if r.status == "live"]
    text = "News | Ferry to end\n\nThe the boat left ,, at 12 noon in 20!9.\n\nFacebook Twitter Email\n\nFerry to end\n"
    expected = Linter(rules, core.lexicon).lint(article(text))
    assert len({d.rule for d in expected}) > 4
    for seed in range(3):
        shuffled = random.Random(seed).sample(rules, len(rules))
        assert Linter(shuffled, core.lexicon).lint(article(text)).diagnostics == expected.diagnostics


def test_one_finding_is_reported_once(linter, article) -> None:
    twice = "check: conditional\nwhen: [boat, boa]\nunless: [ship]\nfirst: no"
    assert len(linter(twice).lint(article("Ferry to end\n\nA boat left.\n"))) == 1


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ("severity: error", ["error", "warning", "suggestion"]),
        ("severity: warning", ["warning", "suggestion", "suggestion"]),
        ("severity: suggestion", ["suggestion", "suggestion", "suggestion"]),
        ("severity: error\nlevels: {likely: error}", ["error", "error", "suggestion"]),
        ("severity: warning\nlevels: {certain: error, possible: warning}", ["error", "suggestion", "warning"]),
    ],
)
def test_confidence_gives_the_level(rule, levels: str, expected: list[str]) -> None:
    made = rule(f"{levels}\nwords: [noon]")
    assert [str(made.levels[c]) for c in Confidence] == expected


def test_a_likely_finding_has_the_level_below(linter, article) -> None:
    spelling = "check: consistency\nseverity: error\neither: [adviser | advisor]"
    text = "Ferry to end\n\nAn adviser left.\n\nAn advisor came{}.\n"
    assert [d.severity for d in linter(spelling).lint(article(text.format("")))] == [Severity.WARNING]
    assert [d.severity for d in linter(spelling).lint(article(text.format(", two: an adviser, an adviser")))] == [
        Severity.ERROR
    ]


def test_formats(linter, article) -> None:
    only = linter("words: [noon]\nformats: [markdown, html]")
    assert not len(only.lint(article(ARTICLE)))
    assert len(only.lint(article(ARTICLE, "markdown"))) == 2
    assert len(only.lint(article("<p>At noon.</p>", "html"))) == 1


def test_zones_and_quotations(linter, article) -> None:
    text = "Noon ferry to end\n\n“At noon,” she said at noon.\n"
    assert [d.span.start for d in linter("words: [noon]\nzones: [headline]").lint(article(text))] == [0]
    assert len(linter("words: [noon]").lint(article(text))) == 2
    assert len(linter("words: [noon]\nzones: [text, quotation]").lint(article(text))) == 3


def test_many_threads_share_a_linter(core, article) -> None:
    linter = Linter([r for r in core if r.status == "live"], core.lexicon)
    texts = [
        f"Ferry {i} to end\n\nThe the boat left ,, at 12 noon in 20!9, said Ann Tran.\n\nMr Tran left. Tran won.\n"
        * (i % 3 + 1)
        for i in range(40)
    ]
    alone = [linter.lint(article(t)).diagnostics for t in texts]
    fresh = Linter([r for r in core if r.status == "live"], core.lexicon)
    with ThreadPoolExecutor(8) as pool:
        assert [r.diagnostics for r in pool.map(lambda t: fresh.lint(article(t)), texts)] == alone
    assert all(alone)


def test_no_rules_and_no_text(linter, article) -> None:
    report = linter().lint(article(ARTICLE))
    assert (len(report), report.verdict) == (0, Verdict.PASS)
    assert not len(linter("words: [noon]").lint(article("")))


def test_an_unknown_kind_names_the_known_ones(lexicon) -> None:
    made = Rule("group/rule", "existance", Severity.ERROR, "m", Settings({}))
    with pytest.raises(UnknownCheck, match=r"no check kind 'existance'; known: .*capitalization, .*substitution"):
        Linter([made], lexicon)


def test_a_broken_pattern_is_refused(lexicon, rule) -> None:
    settings = read_settings({"patterns": ["(a"]}, check_kind("existence").parameters)
    with pytest.raises(PatternError):
        Linter([Rule("group/rule", "existence", Severity.ERROR, "m", settings)], lexicon)


def test_the_policy_drops_what_the_house_accepts(linter, article) -> None:
    found = linter("words: [noon, boat]", policy=Policy(accept=["noon"])).lint(article(ARTICLE))
    assert {d.match for d in found} == {"boat"}


def test_what_was_found_before_is_found_again(rule, linter, article) -> None:
    rules = [rule("words: [noon]", "z/noon"), rule("words: [boat]\nzones: [headline]", "z/boat")]
    edited = ARTICLE.replace("met", "met at noon")
    same = linter(*rules)
    first = places(same.lint(article(ARTICLE)))
    assert places(same.lint(article(edited))) == places(linter(*rules).lint(article(edited))) != first
    assert places(same.lint(article(ARTICLE))) == first


def test_a_text_in_another_zone_is_another_text(rule, linter, article) -> None:
    same = linter(rule("words: [boat]\nzones: [headline]", "z/boat"))
    assert places(same.lint(article("Ferry\n\nThe boat left at noon\n"))) == []
    assert places(same.lint(article("The boat left at noon\n\nThe ferry left.\n"))) == [(4, "z/boat")]


def test_proposals_are_waited_for_last(rule, linter, article) -> None:
    said: list[str] = []

    class Late(list):
        def __len__(self) -> int:
            said.append("asked")
            return super().__len__()

        def __bool__(self) -> bool:
            return True

    found = linter(rule("words: [noon]", "z/noon"), rule("check: external\nrules: [R]", "a/external")).lint(
        article(ARTICLE), Late()
    )
    assert [r for _, r in places(found)] == ["z/noon"] * 2
    assert said == ["asked"]
