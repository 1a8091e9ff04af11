"""Rule files: what they say, and every kind of mistake at its place."""

from collections.abc import Iterator
from typing import ClassVar

import pytest

from newslint.checks import base, registry
from newslint.checks.parameters import Choice, Flag, Integer, ListOf, Number, Parameter, ParameterError, Settings, Text
from newslint.matching import Pattern
from newslint.model import ALL, PROSE, TEXT, Applicability, Confidence, Severity, Zone
from newslint.rulebook.nodes import read_yaml
from newslint.rulebook.rule import Rule
from newslint.rulebook.rulefile import COMMON, RuleReader
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon, WordList

HEAD = "check: existence\nseverity: warning\nmessage: m\n"
BODY = "words: [noon]\n"
EITHER = HEAD.replace("existence", "consistency") + "either: adviser | advisor\n"


def read(text: str, lexicon: Lexicon | None = None) -> tuple[Rule | None, list[str]]:
    reader = RuleReader(lexicon or Lexicon())
    rule = reader.read(read_yaml(text, "r.yaml"), "usage/noon", "house")
    return rule, [str(p) for p in reader.problems]


def rule_of(text: str) -> Rule:
    rule, problems = read(text)
    assert not problems
    assert rule is not None
    return rule


def test_the_least_that_a_rule_says() -> None:
    rule = rule_of(HEAD + BODY)
    assert (rule.id, rule.check, rule.severity, rule.message) == ("usage/noon", "existence", Severity.WARNING, "m")
    assert (rule.zones, rule.status, rule.applicability) == (TEXT, "live", Applicability.UNSAFE)
    assert (rule.pack, rule.path, rule.line, rule.group) == ("house", "r.yaml", 1, "usage")
    assert rule.levels[Confidence.CERTAIN] is Severity.WARNING
    assert rule.levels[Confidence.LIKELY] is rule.levels[Confidence.POSSIBLE] is Severity.SUGGESTION
    assert (rule.formats, rule.examples, rule.messages, rule.why, rule.reference) == (frozenset(), (), {}, "", "")


def test_everything_that_a_rule_can_say() -> None:
    rule = rule_of(
        EITHER
        + "messages: {majority: '{match} here'}\nwhy: w\nreference: https://example.org/n\nzones: [prose, quotation]\n"
        + "formats: [text, html]\nlevels: {certain: error, likely: error}\nstatus: draft\napplicability: safe\n"
        + "examples:\n  bad:\n    - at [[noon]]\n  good:\n    - at midday\n    - text: at one\n      zone: headline\n"
    )
    assert rule.messages == {"majority": "{match} here"}
    assert rule.zones == PROSE | {Zone.QUOTATION}
    assert rule.formats == {"text", "html"}
    assert (rule.status, rule.applicability) == ("draft", Applicability.SAFE)
    assert rule.levels[Confidence.CERTAIN] is rule.levels[Confidence.LIKELY] is Severity.ERROR
    assert rule.levels[Confidence.POSSIBLE] is Severity.SUGGESTION
    assert [(e.bad, e.line) for e in rule.examples] == [(True, 15), (False, 17), (False, 18)]


@pytest.mark.parametrize(
    ("zones", "expected"),
    [
        ("prose", PROSE),
        ("[headline, caption]", {Zone.HEADLINE, Zone.CAPTION}),
        ("text", TEXT),
        ("[all]", ALL),
        ("[prose, furniture]", PROSE | {Zone.FURNITURE}),
    ],
)
def test_zones_and_groups(zones: str, expected: set[Zone]) -> None:
    rule = rule_of(HEAD + BODY + f"zones: {zones}\n")
    assert rule.zones == expected
    assert (Zone.QUOTATION in rule.zones) is (zones == "[all]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", ["r.yaml:1:1: found 'x', expected a mapping with the keys check, severity, message ..."]),
        ("", ["r.yaml:1:1: found nothing, expected a mapping with the keys check, severity, message ..."]),
        ("- x", ["r.yaml:1:1: found a list, expected a mapping with the keys check, severity, message ..."]),
        (
            HEAD.replace("severity", "severty") + BODY,
            [
                "r.yaml:1:1: the key 'severity' is missing: level of findings that are certain",
                "r.yaml:2:1: unknown key 'severty': did you mean 'severity'?",
            ],
        ),
        (
            "severity: error\n",
            [
                "r.yaml:1:1: the key 'check' is missing: the check kind that the rule uses",
                "r.yaml:1:1: the key 'message' is missing: what a reader is told; {match} and {replacement} are "
                "filled in",
            ],
        ),
        (HEAD.replace("warning", "eror") + BODY,
         ["r.yaml:2:11: found 'eror', expected error, warning or suggestion: did you mean 'error'?"]),
        (HEAD.replace("existence", "existance") + BODY,
         ["r.yaml:1:8: no check kind 'existance': did you mean 'existence'?"]),
        (HEAD + "wrods: [noon]\n", ["r.yaml:4:1: unknown key 'wrods': did you mean 'words'?"]),
        (HEAD + BODY + "+words: [x]\n", ["r.yaml:5:1: unknown key '+words': a key with + or - needs 'extends'"]),
        (HEAD + "words: [[noon]]\n", ["r.yaml:4:9: found a list, expected text"]),
        (HEAD + BODY + "delete: maybe\n", ["r.yaml:5:9: found 'maybe', expected true or false"]),
        (HEAD + BODY + "zones: [prose, captoin]\n",
         ["r.yaml:5:16: found 'captoin', expected " + "prose, text, all, headline, standfirst, kicker, byline, "
          "dateline, crosshead, paragraph, list-item, table, caption, credit, pullquote, blockquote, embed, metadata, "
          "furniture or quotation: did you mean 'caption'?"]),
        (HEAD + BODY + "zones: quotation\n",
         ["r.yaml:5:8: quotations lie over other zones, expected one of these too: write [text, quotation]"]),
        (HEAD + BODY + "zones: []\n", ["r.yaml:5:8: found a list, expected at least 1 of " + "prose, text, all, "
         "headline, standfirst, kicker, byline, dateline, crosshead, paragraph, list-item, table, caption, credit, "
         "pullquote, blockquote, embed, metadata, furniture or quotation"]),
        (HEAD + BODY + "formats: [text, markdwon]\n",
         ["r.yaml:5:17: unknown format 'markdwon': did you mean 'markdown'?"]),
        (HEAD + BODY + "levels: {likley: error}\n", ["r.yaml:5:10: unknown key 'likley': did you mean 'likely'?"]),
        (HEAD + BODY + "levels: {likely: bad}\n", ["r.yaml:5:18: found 'bad', expected error, warning or suggestion"]),
        (HEAD + BODY + "status: lvie\n",
         ["r.yaml:5:9: found 'lvie', expected draft, live or off: did you mean 'live'?"]),
        (HEAD + BODY + "applicability: yes\n", ["r.yaml:5:16: found 'yes', expected safe, unsafe or display"]),
        (HEAD + BODY + "reference: page 12\n",
         ["r.yaml:5:12: found 'page 12', expected an address that begins with https://"]),
        (HEAD.replace("message: m", "message: '{match'") + BODY,
         ["r.yaml:3:10: '{' is not closed; write '{{' for a brace"]),
        (HEAD.replace("message: m", "message: '{match:uper}'") + BODY,
         ["r.yaml:3:10: unknown format 'uper'; did you mean 'upper'?"]),
        (HEAD.replace("message: m", "message: {match}") + BODY, ["r.yaml:3:10: found a mapping, expected text"]),
        (HEAD.replace("message: m", "message:") + BODY, ["r.yaml:3:9: found nothing, expected text"]),
        (EITHER + "messages: {majority: ['x']}\n", ["r.yaml:5:22: found a list, expected text"]),
        (EITHER + "messages: {majority: '}'}\n",
         ["r.yaml:5:22: '}' without a '{' before it; write '}}' for a brace"]),
        (HEAD + "words: ['at @monhts']\n",
         ["r.yaml:4:9: no word list is named 'monhts'; write \\@ for the sign itself"]),
        (HEAD + "patterns:\n  - match: x\n    excpet: y\n",
         ["r.yaml:6:5: unknown key 'excpet': did you mean 'except'?"]),
        (HEAD + "patterns:\n  - to: x\n",
         ["r.yaml:5:5: the key 'match' is missing: regular expression; @name stands for any word of a list"]),
        (HEAD + BODY + "examples:\n  bad:\n    - text: x\n      fxi: y\n",
         ["r.yaml:8:7: unknown key 'fxi': did you mean 'fix'?"]),
        (HEAD + BODY + "examples:\n  bad:\n    - text: nothing\n",
         ["r.yaml:7:13: a bad example marks nothing: put [[ ]] round what must be flagged"]),
        (HEAD + BODY + "examples:\n  bad:\n    - [[noon]]\n",
         ["r.yaml:7:7: found a list, expected text or a mapping with one of the keys text, document, files, bytes: "
          "put quotes round text that begins with ["]),
    ],
)  # fmt: skip
def test_mistakes(text: str, expected: list[str]) -> None:
    rule, problems = read(text)
    assert rule is None
    assert sorted(problems) == sorted(expected)


def test_every_mistake_of_a_file_is_told_at_once() -> None:
    text = "check: existence\nseverty: warning\nmessage: '{'\nwords: [[x], y, {a: b}]\nzones: [proze]\nstatus: no\n"
    _, problems = read(text)
    assert len(problems) == 7
    assert {p.split(":")[1] for p in problems} == {"1", "2", "3", "4", "5", "6"}


def test_a_check_is_asked_for_all_its_objections() -> None:
    text = HEAD.replace("existence", "substitution")
    text += "swap:\n  '@a': x\n  b: b\n  c: d\npatterns:\n  - x\n  - '@e'\n  - match: y\n    to: '{'\n  - '@f'\n"
    _, problems = read(text)
    assert [p.partition(": ")[0] for p in sorted(problems, key=lambda p: int(p.split(":")[1]))] == [
        "r.yaml:5:9", "r.yaml:6:6", "r.yaml:10:5", "r.yaml:12:9", "r.yaml:13:5",
    ]  # fmt: skip
    assert read(HEAD + "words: ['@a', '@b']\n")[1] == [
        "r.yaml:4:9: no word list is named 'a'; write \\@ for the sign itself",
        "r.yaml:4:15: no word list is named 'b'; write \\@ for the sign itself",
    ]


def test_a_word_list_is_named_by_its_sign() -> None:
    lexicon = Lexicon({"months": WordList("months", {"May": {}, "June": {}})})
    rule, problems = read(HEAD + "words: ['at @months']\n", lexicon)
    assert not problems
    assert rule is not None


def test_no_check_kind_has_a_parameter_named_like_a_common_key() -> None:
    common = {p.name for p in COMMON}
    for name in registry.check_kinds():
        kind = registry.check_kind(name)
        names = [p.name for p in kind.parameters]
        assert not common.intersection(names), name
        assert len(set(names)) == len(names), name


class _Strange(base.Check):
    """A kind with a parameter of every sort."""

    name = "strange"
    parameters = (
        Parameter("flag", Flag(), "a flag"),
        Parameter("count", Integer(1, 5), "a count"),
        Parameter("share", Number(0, 1), "a share"),
        Parameter("choice", Choice("a", "b"), "a choice"),
        Parameter("list", ListOf(Text(), least=2), "a list", required=True),
        Parameter("pattern", Text(), "a pattern"),
    )
    placeholders = ("count",)
    variants: ClassVar[tuple[str, ...] | None] = ("few",)

    def __init__(self, settings: Settings, lexicon: Lexicon) -> None:
        if settings.text("choice") == "b" and not settings.flag("flag"):
            raise ParameterError("'b' needs the flag", ("choice",))
        self._pattern = settings.text("pattern")

    def patterns(self) -> list[Pattern]:
        return [Pattern(self._pattern)] if self._pattern else []

    def find(
        self,
        article: Article,
        scope: base.Scope,
        hits: object,
    ) -> Iterator[base.Finding]:
        yield from ()


@pytest.fixture
def strange(monkeypatch: pytest.MonkeyPatch) -> str:
    from newslint.rulebook import rulefile

    monkeypatch.setattr(rulefile, "check_kind", lambda _: _Strange)
    return "check: strange\nseverity: error\nmessage: m\nlist: [x, y]\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("flag: 1", "r.yaml:5:7: found '1', expected true or false"),
        ("count: 9", "r.yaml:5:8: found '9', expected a whole number from 1 to 5"),
        ("count: 1.5", "r.yaml:5:8: found '1.5', expected a whole number from 1 to 5"),
        ("share: nan", "r.yaml:5:8: found 'nan', expected a number from 0 to 1"),
        ("share: [1]", "r.yaml:5:8: found a list, expected a number from 0 to 1"),
        ("choice: c", "r.yaml:5:9: found 'c', expected a or b"),
        ("choice: b", "r.yaml:5:9: 'b' needs the flag"),
        ("messages: {fwe: x}", "r.yaml:5:12: the check kind 'strange' has no message 'fwe': did you mean 'few'?"),
        ("messages: {few: '{cuont}'}", "r.yaml:5:17: unknown value 'cuont'; did you mean 'count'?"),
    ],
)
def test_what_a_check_kind_asks_for(strange: str, more: str, expected: str) -> None:
    assert read(strange + more + "\n") == (None, [expected])


def test_messages_may_name_what_the_check_and_its_patterns_give(strange: str) -> None:
    text = strange.replace("message: m", "message: '{match} {replacement} {count} {1} {year}'")
    assert read(text + "pattern: '(?P<year>x)'\n")[1] == []
    assert read(text)[1] == [
        "r.yaml:3:10: unknown value 'year'; known: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, count, match, replacement"
    ]


def test_a_kind_that_fails_to_load_is_a_mistake_of_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    from newslint.rulebook import rulefile

    def broken(_: str) -> None:
        raise ImportError("no module named acrostic")

    monkeypatch.setattr(rulefile, "check_kind", broken)
    assert read(HEAD)[1] == ["r.yaml:1:8: the check kind 'existence' can't be loaded: no module named acrostic"]
