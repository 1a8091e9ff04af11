"""Examples of rules: each way in which one can fail is told with its place."""

from collections.abc import Iterator, Sequence
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import pytest

from newslint.checks import base, registry
from newslint.checks.parameters import Settings
from newslint.engine.proof import Failure, first_fixes, prove, prove_all
from newslint.model import Applicability, Diagnostic, Edit, Fix, Severity, Span
from newslint.rulebook.nodes import read_yaml
from newslint.rulebook.rule import Rule
from newslint.rulebook.rulefile import RuleReader
from newslint.text.article import Article
from newslint.text.lexicon import EMPTY, Lexicon

HEAD = "check: substitution\nseverity: warning\nmessage: m\nswap: {12 noon: noon}\n"


def rule_of(text: str) -> Rule:
    reader = RuleReader(EMPTY)
    rule = reader.read(read_yaml(text, "usage/noon.yaml"), "usage/noon", "house")
    assert not reader.problems
    assert rule is not None
    return rule


def failures(examples: str, head: str = HEAD) -> list[str]:
    """Failures of a rule; its examples begin in line 6."""
    indented = "".join(f"  {line}\n" for line in examples.splitlines())
    return [str(f) for f in prove(rule_of(f"{head}examples:\n{indented}"), EMPTY)]


GOOD = "good: [at noon]\n"


def test_examples_that_hold() -> None:
    assert (
        failures("bad:\n- text: at [[12 noon]] and [[12 Noon]]\n  fix: at noon and Noon\n- at [[12 noon]]\n" + GOOD)
        == []
    )


def test_a_rule_needs_bad_and_good_examples() -> None:
    assert [str(f) for f in prove(rule_of(HEAD), EMPTY)] == [
        "usage/noon.yaml:1: usage/noon: the rule has no bad example, expected at least one",
        "usage/noon.yaml:1: usage/noon: the rule has no good example, expected at least one",
    ]
    assert failures(GOOD) == ["usage/noon.yaml:1: usage/noon: the rule has no bad example, expected at least one"]


@pytest.mark.parametrize(
    ("examples", "expected"),
    [
        ("bad: ['at [[12]] noon']\n" + GOOD, "6: usage/noon: bad example: expected '12' at 1:4, flagged '12 noon' at 1:4"),
        ("bad: ['[[12 noon]] [[noon]]']\n" + GOOD, "6: usage/noon: bad example: not flagged: 'noon' at 1:9"),
        ("bad:\n- '[[12 noon]]'\n- at [[12 noon]] 12 noon\n" + GOOD,
         "8: usage/noon: bad example: flagged, and it should not be: '12 noon' at 1:12"),
        ("bad: ['[[[[12 noon]]]]']\n" + GOOD, "6: usage/noon: bad example: not flagged: '12 noon' at 1:1"),
        ("bad: ['[[12 noon]]']\ngood:\n- noon\n- at 12 noon\n",
         "9: usage/noon: good example: flagged, and it should not be: '12 noon' at 1:4"),
        ("bad:\n- text: '[[12 noon]]'\n  fix: midday\n" + GOOD,
         "7: usage/noon: bad example: the fix gives 'noon' (from 1:1 on), expected 'midday'"),
        ("bad:\n- text: '[[12 noon]]'\n  fix: 12 noon\n" + GOOD,
         "7: usage/noon: bad example: the example's own 'fix' changes nothing"),
        ("bad:\n- '[[12 noon]]'\n- text: '[[12 noon]]'\n" + GOOD,
         "8: usage/noon: the example stands twice, first in line 7"),
        ("bad: ['[[12 noon]]']\ngood:\n- at noon\n- text: at noon\n  zone: paragraph\n",
         "9: usage/noon: the example stands twice, first in line 8"),
        ("bad: ['[[12 noon]]']\ngood:\n- 12 noon\n", "8: usage/noon: the example stands twice, first in line 6"),
    ],
)  # fmt: skip
def test_how_an_example_fails(examples: str, expected: str) -> None:
    assert f"usage/noon.yaml:{expected}" in failures(examples)


def test_equal_texts_in_different_zones_are_two_examples() -> None:
    assert failures("bad: ['[[12 noon]]']\ngood:\n- noon\n- text: noon\n  zone: headline\n") == []


def test_a_zone_decides_whether_a_rule_looks() -> None:
    head = HEAD + "zones: [headline]\n"
    assert failures("bad:\n- text: '[[12 noon]]'\n  zone: headline\ngood: [12 noon sharp]\n", head) == []


def test_quotations_are_left_alone_unless_named() -> None:
    quoted = "bad: ['[[12 noon]]']\ngood: ['She said \"see you at 12 noon\".']\n"
    assert failures(quoted) == []
    assert len(failures(quoted, HEAD + "zones: [text, quotation]\n")) == 1


def test_documents_are_read_in_their_format() -> None:
    text = """\
bad:
- document: |
    # Ferry at [[12 noon]]

    The ferry *leaves* at [[12 noon]].
  format: markdown
  fix: |
    # Ferry at noon

    The ferry *leaves* at noon.
- document: |
    Ferry timetable

    It leaves at [[12 noon]].
  fix: |
    Ferry timetable

    It leaves at noon.
good:
- document: |
    # Ferry

    Run `12 noon`.
  format: markdown
"""
    assert failures(text) == []


def test_the_format_of_a_rule_is_that_of_its_examples() -> None:
    text = "bad:\n- document: '<p>at [[12 noon]]</p>'\ngood:\n- document: '<p title=\"12 noon\">noon</p>'\n"
    assert failures(text, HEAD + "formats: [html]\n") == []


def test_bytes_are_decoded_and_their_marks_found() -> None:
    text = r"""bad:
- bytes: 'Caf\xe9 opens\r\n\r\nIt opens at [[12 noon]] caf\xe9.\r\n'
- bytes: '\xEF\xBB\xBFÉ opens\n\nÉ opens at [[12 noon]].\n'
- bytes: '\xFF\xFE[[1\x002\x00 \x00n\x00o\x00o\x00n\x00]]'
good: [x]
"""
    assert failures(text) == []


def test_unreadable_examples_are_told() -> None:
    found = failures(r"bad: [{bytes: '\x00\x00\x00[[x]]'}]" + "\n" + GOOD)
    assert len(found) == 1
    assert "bad example: it can't be read: not text" in found[0]


def test_several_files_are_checked_one_by_one() -> None:
    text = "bad:\n- files:\n    a.txt: 'at [[12 noon]]'\n    b.md: 'at 12 noon'\n" + GOOD
    assert failures(text) == [
        "usage/noon.yaml:7: usage/noon: bad example: flagged, and it should not be: '12 noon' at 1:4"
    ]


def test_metadata_reaches_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    class Sport(base.Check):
        """Flags sport."""

        name = "sport"

        def find(self, article: Article, scope: base.Scope, hits: Sequence[base.BlockHit]) -> Iterator[base.Finding]:
            if article.document.metadata.section == "sport":
                yield base.Finding(article.blocks[0], 0, 4)

    _use(monkeypatch, Sport)
    head = "check: sport\nseverity: error\nmessage: m\n"
    text = "bad:\n- text: '[[Goal]]!'\n  metadata: {section: sport}\n- document: '[[Goal]]!'\n  metadata: {section: sport}\ngood: ['Goal!']\n"
    assert failures("\n" + text, head) == []


@pytest.fixture(autouse=True)
def _forget_kinds() -> Iterator[None]:
    yield
    registry.check_kind.cache_clear()


def _use(monkeypatch: pytest.MonkeyPatch, kind: type[base.Check]) -> None:
    """Install a kind as a plug-in would."""
    entry = SimpleNamespace(name=kind.name, value="plugin", load=lambda: kind)

    def entry_points(group: str, name: str = "") -> list[SimpleNamespace]:
        return [entry] if group == registry.GROUP and name in ("", entry.name) else []

    registry.check_kind.cache_clear()
    monkeypatch.setattr(metadata, "entry_points", entry_points)


class _Fixer(base.Check):
    """Flags each "a" and offers what a test wants."""

    name = "fixer"
    offers: tuple[str, ...] = ()

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        pass

    def find(self, article: Article, scope: base.Scope, hits: Sequence[base.BlockHit]) -> Iterator[base.Finding]:
        for block in article.blocks:
            for i, letter in enumerate(block.text):
                if letter == "a":
                    yield base.Finding(block, i, i + 1, replacements=self.offers)


FIXER = "check: fixer\nseverity: error\nmessage: m\n\n"


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        (("b",), []),
        (("a",), ["the fix 'Replace with 'a'' of 'a' at 1:1 changes nothing"]),
        (("b", "a"), ["the fix 'Replace with 'a'' of 'a' at 1:1 changes nothing"]),
        (("xa",), ["after the fix the rule still flags 'a' at 1:2 in 'xa'"]),
        ((), []),
    ],
)
def test_fixes_change_something_and_leave_the_rule_silent(
    monkeypatch: pytest.MonkeyPatch, offers: tuple[str, ...], expected: list[str]
) -> None:
    monkeypatch.setattr(_Fixer, "offers", offers)
    _use(monkeypatch, _Fixer)
    found = failures("bad: ['[[a]]']\ngood: [b]\n", FIXER)
    assert found == [f"usage/noon.yaml:6: usage/noon: bad example: {e}" for e in expected]


def test_an_example_with_a_fix_needs_a_rule_that_fixes(monkeypatch: pytest.MonkeyPatch) -> None:
    _use(monkeypatch, _Fixer)
    found = failures("bad: [{text: '[[a]]', fix: b}]\ngood: [b]\n", FIXER)
    assert found == ["usage/noon.yaml:6: usage/noon: bad example: the rule offers no fix, the example has one"]


def test_a_check_that_fails_is_told_and_the_rest_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(_Fixer):
        """Fails on x."""

        def find(self, article: Article, scope: base.Scope, hits: Sequence[base.BlockHit]) -> Iterator[base.Finding]:
            if "x" in article.blocks[0].text:
                raise ZeroDivisionError("oh")
            return super().find(article, scope, hits)

    _use(monkeypatch, Broken)
    assert failures("bad:\n- '[[x]]'\n- '[[a]]'\ngood:\n- a\n", FIXER) == [
        "usage/noon.yaml:7: usage/noon: bad example: the check failed with ZeroDivisionError: oh",
        "usage/noon.yaml:10: usage/noon: the example stands twice, first in line 8",
        "usage/noon.yaml:10: usage/noon: good example: flagged, and it should not be: 'a' at 1:1",
    ]


def test_a_rule_that_cannot_run_is_told() -> None:
    rule = rule_of(HEAD.replace("substitution", "existence").replace("swap: {12 noon: noon}", "patterns: ['(']"))
    found = prove(rule, EMPTY)
    assert found[-1].message.startswith("the rule can't run: ")


def test_failures_of_many_rules(tmp_path: Path) -> None:
    rule = rule_of(HEAD)
    assert [f.rule for f in prove_all([rule, rule], EMPTY)] == ["usage/noon"] * 4
    assert str(Failure("a/b", "p.yaml", 3, "m")) == "p.yaml:3: a/b: m"


def _diagnostic(start: int, end: int, *fixes: Fix, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("a/b", severity, "m", Span(start, end), "", fixes=fixes)


def test_of_overlapping_fixes_the_first_by_place_then_level_is_applied() -> None:
    def fix(start: int, end: int, text: str, how: Applicability = Applicability.SAFE) -> Fix:
        return Fix(text, (Edit(Span(start, end), text),), how)

    warning = _diagnostic(0, 3, fix(0, 3, "warning"), severity=Severity.WARNING)
    error = _diagnostic(0, 2, fix(0, 2, "error"))
    later = _diagnostic(1, 4, fix(1, 4, "later"))
    apart = _diagnostic(6, 7, fix(6, 7, "shown", Applicability.DISPLAY), fix(6, 7, "second"))
    bare = _diagnostic(8, 9)
    edits, left = first_fixes([warning, error, later, apart, bare])
    assert [e.text for e in edits] == ["error", "second"]
    assert left == 3
