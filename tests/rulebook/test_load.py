"""Packs into a rulebook: ids, clashes, extending, overrides, swaps that undo each other, speed."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from newslint.matching import PatternError
from newslint.model import Severity
from newslint.rulebook.load import Override, Rulebook, collect, collect_at, load
from newslint.rulebook.nodes import read_yaml
from newslint.rulebook.packs import Wanted
from newslint.rulebook.problems import Place, RulebookError

MakePack = Callable[..., Path]

NOON = """\
check: substitution
severity: warning
message: "use '{replacement}'"
why: Twelve is noon.
swap:
  12 noon: [noon, midday]
  12 pm: noon
patterns:
  - match: '12\\s?p'
    to: noon
  - match: '(\\d+) noon'
except: [High Noon]
examples:
  bad:
    - at [[12 noon]]
  good:
    - at noon
"""


def mistakes(*packs: str | Path | Wanted, overrides: tuple[Override, ...] = ()) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        load(packs, overrides)
    return [str(p) for p in caught.value.problems]


def override(rules: str, text: str) -> Override:
    return Override(rules, read_yaml(text, "newslint.yaml"), Place("newslint.yaml", 7, 3))


def test_a_rulebook_holds_rules_by_id_in_order(make_pack: MakePack) -> None:
    pack = make_pack(
        {"usage/noon.yaml": NOON, "dates/noon.yaml": NOON.replace("12", "13"), "usage/a.yaml": NOON.replace("12", "14")}
    )
    book = load([pack])
    assert list(book.rules) == ["dates/noon", "usage/a", "usage/noon"]
    assert [r.id for r in book] == list(book.rules)
    assert len(book) == 3
    assert "usage/a" in book
    assert book["usage/noon"].pack == "house"
    assert book["usage/noon"].path == str(pack / "usage" / "noon.yaml")
    assert [p.name for p in book.packs] == ["house"]
    assert [r.id for r in book.select("usage")] == ["usage/a", "usage/noon"]
    assert [r.id for r in book.select("*/noon")] == ["dates/noon", "usage/noon"]
    assert [r.id for r in book.select("usage/a")] == ["usage/a"]
    assert book.select("usag") == []


def test_mistakes_of_all_files_come_at_once_by_place(make_pack: MakePack) -> None:
    pack = make_pack(
        {
            "a/one.yaml": "check: existence\n",
            "a/two.yaml": "severty: x",
            "b/three.yaml": "a: b: c",
            "words/w.yaml": "wrods: []",
            "b/good.yaml": NOON,
        }
    )
    found = mistakes(pack)
    assert found == sorted(found)
    assert {line.split(":")[0].removeprefix(f"{pack}/") for line in found} == {
        "a/one.yaml", "a/two.yaml", "b/three.yaml", "words/w.yaml",
    }  # fmt: skip
    book, problems = collect([pack])
    assert [str(p) for p in problems] == found
    assert list(book.rules) == ["b/good"]


def test_patterns_are_told_with_the_other_mistakes_and_on_demand(make_pack: MakePack) -> None:
    rule = (
        "check: existence\nseverity: error\nmessage: m\npatterns:\n  - a\n  - '(b'\n  - match: c\n    except: ['[d']\n"
    )
    pack = make_pack({"a/one.yaml": rule})
    book, problems = collect([pack])
    assert not problems
    found = [str(p).removeprefix(f"{pack}/") for p in book.pattern_problems()]
    assert [f.partition(": ")[0] for f in found] == ["a/one.yaml:6:5", "a/one.yaml:8:14"]
    assert all("the pattern can't be used: " in f for f in found)
    assert len(collect_at(pack)[2]) == 2
    (pack / "a" / "two.yaml").write_text("x")
    assert len(mistakes(pack)) == 3


@pytest.mark.filterwarnings("error")
def test_patterns_that_match_nothing_or_mean_something_else_tomorrow_are_refused(make_pack: MakePack) -> None:
    rule = (
        "check: existence\nseverity: error\nmessage: m\npatterns: ['', 'x*', 'foo|', '[[:alpha:]]+', '(?=x)', 'a?b']\n"
    )
    pack = make_pack({"a/one.yaml": rule})
    found = collect([pack])[0].pattern_problems()
    assert [p.column for p in found] == [12, 16, 22, 30]
    assert "matches the empty text" in found[0].message
    assert "nested set" in found[3].message


def test_a_pattern_with_a_word_list_is_found_in_its_file(make_pack: MakePack) -> None:
    rule = "check: existence\nseverity: error\nmessage: m\npatterns: ['x', '(@days x']\n"
    pack = make_pack({"a/one.yaml": rule, "words/days.yaml": "words: [Monday, Friday]"})
    assert [p[1:3] for p in collect([pack])[0].pattern_problems()] == [(4, 17)]


def test_a_pattern_that_stops_a_check_from_being_made_is_found(
    make_pack: MakePack, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newslint.checks.existence import Existence

    def refuse(*_: object) -> None:
        raise PatternError("no")

    monkeypatch.setattr(Existence, "__init__", refuse)
    rule = "check: existence\nseverity: error\nmessage: m\npatterns: [x, '(']\n"
    pack = make_pack({"a/one.yaml": rule})
    assert [p[1:3] for p in collect([pack])[1]] == [(4, 15)]


def test_the_same_id_in_two_packs_is_a_mistake(make_pack: MakePack) -> None:
    one = make_pack({"usage/noon.yaml": NOON}, "one")
    two = make_pack({"usage/noon.yaml": NOON}, "two")
    assert mistakes(one, two) == [
        f"{two}/usage/noon.yaml:1:1: the pack one has a rule 'usage/noon' too ({one}/usage/noon.yaml): "
        "write 'extends: one:usage/noon' to change that one"
    ]


def extended(make_pack: MakePack, text: str, inside: str = "usage/noon.yaml") -> Rulebook:
    one = make_pack({"usage/noon.yaml": NOON}, "one")
    two = make_pack({inside: "extends: one:usage/noon\n" + text}, "two")
    return load([one, two])


def test_keys_of_the_later_pack_override(make_pack: MakePack) -> None:
    rule = extended(make_pack, "severity: error\nswap: {13 noon: noon}\n")["usage/noon"]
    assert (rule.severity, rule.pack, rule.message) == (Severity.ERROR, "two", "use '{replacement}'")
    assert rule.path.endswith("two/usage/noon.yaml")
    assert rule.settings.mapping("swap") == {"13 noon": ("noon",)}
    assert len(rule.settings.records("patterns")) == 2
    assert len(rule.examples) == 2


def test_lists_and_mappings_are_added_to(make_pack: MakePack) -> None:
    rule = extended(
        make_pack,
        "+swap: {12 pm: midday, 12 midday: midday}\n+patterns: x\n+except: [Noon Ltd]\n"
        "+examples: {bad: ['[[12 pm]]'], good: [midday]}\n",
    )["usage/noon"]
    assert rule.settings.mapping("swap") == {
        "12 noon": ("noon", "midday"), "12 pm": ("midday",), "12 midday": ("midday",),
    }  # fmt: skip
    assert [r.text("match") for r in rule.settings.records("patterns")] == [r"12\s?p", r"(\d+) noon", "x"]
    assert rule.settings.texts("except") == ("High Noon", "Noon Ltd")
    assert [(e.bad, e.files[0].text) for e in rule.examples] == [
        (True, "at 12 noon"), (True, "12 pm"), (False, "at noon"), (False, "midday"),
    ]  # fmt: skip


def test_lists_and_mappings_are_taken_from(make_pack: MakePack) -> None:
    rule = extended(make_pack, "-swap: [12 pm]\n-patterns: ['12\\s?p']\n-except: High Noon\n")["usage/noon"]
    assert rule.settings.mapping("swap") == {"12 noon": ("noon", "midday")}
    assert [r.text("match") for r in rule.settings.records("patterns")] == [r"(\d+) noon"]
    assert rule.settings.texts("except") == ()


def test_a_rule_may_extend_under_another_id(make_pack: MakePack) -> None:
    book = extended(make_pack, "swap: {13 noon: noon}\n-patterns: ['12\\s?p', '(\\d+) noon']\n", "usage/strict.yaml")
    assert list(book.rules) == ["usage/noon", "usage/strict"]
    assert (book["usage/noon"].pack, book["usage/strict"].pack) == ("one", "two")


def test_extending_goes_on_over_three_packs(make_pack: MakePack) -> None:
    packs = [
        make_pack({"usage/noon.yaml": NOON}, "one"),
        make_pack({"usage/noon.yaml": "extends: one:usage/noon\n+except: [a]\n"}, "two"),
        make_pack({"usage/noon.yaml": "extends: two:usage/noon\n+except: [b]\n"}, "three"),
    ]
    assert load(packs)["usage/noon"].settings.texts("except") == ("High Noon", "a", "b")


def test_packs_that_extend_the_same_rule_stack(make_pack: MakePack) -> None:
    packs = [
        make_pack({"usage/noon.yaml": NOON}, "one"),
        make_pack({"usage/noon.yaml": "extends: one:usage/noon\n+except: [a]\nseverity: error\nwhy: two\n"}, "two"),
        make_pack({"usage/noon.yaml": "extends: one:usage/noon\n+except: [b]\nseverity: suggestion\n"}, "three"),
    ]
    rule = load(packs)["usage/noon"]
    assert rule.settings.texts("except") == ("High Noon", "a", "b")
    assert (rule.pack, rule.severity, rule.why) == ("three", Severity.SUGGESTION, "two")
    assert load([packs[0], packs[2]])["usage/noon"].settings.texts("except") == ("High Noon", "b")


def test_a_rule_of_a_pack_that_is_not_in_use_cannot_be_extended(make_pack: MakePack) -> None:
    packs = [
        make_pack({"usage/noon.yaml": NOON}, "one"),
        make_pack({"usage/noon.yaml": NOON}, "two"),
        make_pack({"usage/noon.yaml": "extends: two:usage/noon\n"}, "three"),
    ]
    first, second = mistakes(*packs)
    assert "the pack one has a rule 'usage/noon' too" in first + second
    assert "found 'two:usage/noon', expected a rule of an earlier pack" in first + second


def test_mistakes_in_a_merged_rule_are_told_in_their_own_files(make_pack: MakePack) -> None:
    one = make_pack({"usage/noon.yaml": NOON.replace("  - match: '(", "  - mtach: '(")}, "one")
    two = make_pack({"usage/noon.yaml": "extends: one:usage/noon\n+patterns:\n  - to: x\nseverity: bad\n"}, "two")
    assert [line.split(" ")[0] for line in mistakes(one, two)] == [
        f"{one}/usage/noon.yaml:11:5:",  # the key 'match' is missing
        f"{one}/usage/noon.yaml:11:5:",  # unknown key 'mtach'
        f"{two}/usage/noon.yaml:3:5:",
        f"{two}/usage/noon.yaml:4:11:",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("extends: one:usage/nono", "1:10: found 'one:usage/nono', expected a rule of an earlier pack, such as "
         "core:usage/anniversary: did you mean 'one:usage/noon'?"),
        ("extends: [x]", "1:10: found a list, expected a rule of an earlier pack, such as core:usage/anniversary"),
        ("extends: one:usage/noon\n+swpa: {a: b}", "2:1: '+swpa': the rule has no 'swpa' to change: "
         "did you mean 'swap'?"),
        ("extends: one:usage/noon\n+swap: [a]", "2:8: found a list, expected a mapping like the one to add to"),
        ("extends: one:usage/noon\n-swap: [12 am]", "2:9: there is no '12 am' to take away: did you mean '12 pm'?"),
        ("extends: one:usage/noon\n-except: [x]", "2:11: there is no 'x' to take away"),
        ("extends: one:usage/noon\nsvap: {a: b}", "2:1: unknown key 'svap': did you mean 'swap'?"),
    ],
)  # fmt: skip
def test_mistakes_in_extending(make_pack: MakePack, text: str, expected: str) -> None:
    one = make_pack({"usage/noon.yaml": NOON}, "one")
    two = make_pack({"usage/noon.yaml": text}, "two")
    assert mistakes(one, two) == [f"{two}/usage/noon.yaml:{expected}"]


def test_a_configuration_overrides_rules(make_pack: MakePack) -> None:
    pack = make_pack({"usage/noon.yaml": NOON, "dates/noon.yaml": NOON.replace("12", "13")})
    book = load([pack], [override("usage/noon", "severity: error\n+except: [x]"), override("*", "status: draft")])
    assert book["usage/noon"].severity is Severity.ERROR
    assert book["usage/noon"].settings.texts("except") == ("High Noon", "x")
    assert {r.status for r in book} == {"draft"}
    assert book["usage/noon"].path == str(pack / "usage" / "noon.yaml")


def test_mistakes_of_overrides_stand_in_the_configuration(make_pack: MakePack) -> None:
    pack = make_pack({"usage/noon.yaml": NOON})
    assert mistakes(pack, overrides=(override("usage/nono", "severity: error"),)) == [
        "newslint.yaml:7:3: there is no rule 'usage/nono': did you mean 'usage/noon'?"
    ]
    assert mistakes(pack, overrides=(override("zzz", "severity: error"),)) == [
        "newslint.yaml:7:3: there is no rule 'zzz'"
    ]
    assert mistakes(pack, overrides=(override("usage", "severity: eror\nswpa: {}"),)) == [
        "newslint.yaml:1:11: found 'eror', expected error, warning or suggestion: did you mean 'error'?",
        "newslint.yaml:2:1: unknown key 'swpa': did you mean 'swap'?",
    ]
    assert mistakes(pack, overrides=(override("usage", "error"),)) == [
        "newslint.yaml:1:1: found 'error', expected a mapping such as {severity: error}"
    ]


SWAP = "check: substitution\nseverity: error\nmessage: m\nswap:\n"


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("  adviser: advisor\n  advisor: adviser\n", "  x: y\n", "a/one.yaml:6:3: 'advisor' becomes 'adviser', "
         "which 'adviser' turns back"),
        ("  adviser: advisor\n", "  advisor: [x, adviser]\n", "a/two.yaml:5:3: 'advisor' becomes 'adviser', which "
         "'adviser' of a/one turns back"),
        ("  Adviser: advisor\n", "  ADVISOR: adviser\n", "a/two.yaml:5:3: 'ADVISOR' becomes 'adviser', which "
         "'Adviser' of a/one turns back"),
        ("  Nato: NATO\n", "  NATO: Nato\n", "a/two.yaml:5:3: 'NATO' becomes 'Nato', which 'Nato' of a/one turns "
         "back"),
    ],
)  # fmt: skip
def test_swaps_that_undo_each_other(make_pack: MakePack, first: str, second: str, expected: str) -> None:
    pack = make_pack({"a/one.yaml": SWAP + first, "a/two.yaml": SWAP + second})
    assert mistakes(pack) == [f"{pack}/{expected}"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("  adviser: advisor\n", "  advisors: advisers\n"),
        ("  a: b\n", "  b: c\n"),
        ("  Nato: NATO\n", "  nato: Nato\n"),
        ("  a: b\nzones: headline\n", "  b: a\nzones: paragraph\n"),
        ("  a: b\nstatus: off\n", "  b: a\n"),
    ],
)
def test_swaps_that_do_not(make_pack: MakePack, first: str, second: str) -> None:
    pack = make_pack({"a/one.yaml": SWAP + first, "a/two.yaml": SWAP + second})
    assert len(load([pack])) == 2


def test_rules_at_a_path_come_with_their_pack(make_pack: MakePack) -> None:
    swap = SWAP + "  at @days: then\n"
    pack = make_pack({"a/one.yaml": swap, "a/two.yaml": SWAP + "  c: d\n", "words/days.yaml": "words: [Monday]"})
    for path, ids in [
        (pack / "a" / "one.yaml", ["a/one"]),
        (pack / "a", ["a/one", "a/two"]),
        (pack, ["a/one", "a/two"]),
    ]:
        book, rules, problems = collect_at(path)
        assert not [p for p in problems if str(pack) in p.path]
        assert [r.id for r in rules] == ids
        assert "days" in book.lexicon
        assert "months" in book.lexicon


def test_a_lone_file_at_a_path_has_the_core_word_lists(tmp_path: Path) -> None:
    path = tmp_path / "sport" / "goals.yaml"
    path.parent.mkdir()
    path.write_text(SWAP + "  in @months: then\n")
    _, rules, problems = collect_at(path)
    assert not [p for p in problems if str(path) in p.path]
    assert [r.id for r in rules] == ["sport/goals"]


def test_two_hundred_files_load_little_slower_than_they_are_parsed(make_pack: MakePack) -> None:
    def rule(n: int) -> str:
        swaps = "".join(f"  old phrase {n} {i}: [new phrase {i}, other phrase {i}]\n" for i in range(95))
        return SWAP + swaps + f"examples:\n  bad:\n    - text: an [[old phrase {n} 1]]\n  good:\n    - fine {n}\n"

    def parse() -> None:
        for text in files.values():
            for _ in yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
                pass

    def seconds(work: Callable[[], object]) -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    files = {f"g{n % 9}/r{n}.yaml": rule(n) for n in range(200)}
    assert sum(map(len, files.values())) > 1_000_000
    pack = make_pack(files)
    # In turn, and the best of five: another load on the machine makes any one comparison look bad, not all of them.
    ratios = [seconds(lambda: load([pack])) / seconds(parse) for _ in range(5)]
    assert min(ratios) < 6


def test_a_file_with_a_wrong_name_hides_no_other_mistake(make_pack: MakePack) -> None:
    pack = make_pack({"a/one.yaml": "severty: x", "a/Upper.yaml": NOON, "a/two.yml": NOON})
    assert {line.split(":")[0].removeprefix(f"{pack}/") for line in mistakes(pack)} == {
        "a/one.yaml", "a/Upper.yaml", "a/two.yml",
    }  # fmt: skip


def test_a_rule_file_has_a_largest_size(make_pack: MakePack) -> None:
    pack = make_pack({"a/one.yaml": NOON + "# " + "x" * 2_000_000})
    assert "expected 2,000,000 at most" in mistakes(pack)[0]


def test_one_inherited_example_can_be_taken_out(make_pack: MakePack) -> None:
    rule = extended(make_pack, "-examples: {bad: ['at [[12 noon]]']}\n")["usage/noon"]
    assert [e.bad for e in rule.examples] == [False]
    assert rule.examples[0].file.endswith("one/usage/noon.yaml")


def test_of_many_words_that_two_rules_turn_about_a_few_are_told(make_pack: MakePack) -> None:
    first = SWAP + "".join(f"  a{i}: b{i}\n" for i in range(9))
    second = SWAP + "".join(f"  b{i}: a{i}\n" for i in range(9))
    told = mistakes(make_pack({"a/one.yaml": first, "a/two.yaml": second}))
    assert len(told) == 3
    assert told[2].endswith(
        "'b2' becomes 'a2', which 'a2' of a/one turns back: these two rules turn 6 more words back and forth"
    )


def test_a_rule_yields_to_a_live_one(make_pack: MakePack) -> None:
    mixed = NOON.replace("why:", "yields: [a/house]\nwhy:")
    house = NOON.replace("12", "13")
    for status, expected in (("off", "live"), ("draft", "live"), ("live", "off")):
        pack = make_pack({"a/mixed.yaml": mixed, "a/house.yaml": house + f"status: {status}\n"})
        assert load([pack])["a/mixed"].status == expected, status
        assert load([pack])["a/house"].status == status
    live = override("a/house", "status: live")
    pack = make_pack({"a/mixed.yaml": mixed, "a/house.yaml": house + "status: off\n"})
    assert load([pack], (live,))["a/mixed"].status == "off"
    pack = make_pack({"a/mixed.yaml": mixed.replace("a/house", "a/hose"), "a/house.yaml": house})
    assert mistakes(pack) == [f"{pack}/a/mixed.yaml:4:10: there is no rule 'a/hose': did you mean 'a/house'?"]
