"""The style packs that come with newslint: one word turns one on, they stack, and each entry says where it comes from."""

import re
from functools import cache
from pathlib import Path

import pytest

from newslint.engine import Linter
from newslint.library import lint
from newslint.model import Source
from newslint.readers import ReadContext, read
from newslint.rulebook.load import Rulebook, load
from newslint.rulebook.packs import built_in_packs

PAGE = Path(__file__).parent.parent.parent / "docs" / "styles.md"
STYLES = [pack for pack in built_in_packs() if pack != "core"]
STACKS = [
    ("uk", "guardian"), ("uk", "bbc"), ("uk", "economist"), ("au", "abc-au"), ("au", "guardian"),
    ("us", "ap"), ("us", "nyt"), ("us", "ap", "nyt"),
]  # fmt: skip


@cache
def book(*packs: str) -> Rulebook:
    return load(["core", *packs])


def entries(pack: str) -> dict[str, list[str]]:
    """The texts and patterns of each rule of a pack; of a rule without any, its name."""
    found = {}
    for rule in book(pack):
        if rule.pack == pack:
            values = rule.settings.values
            texts = [*(values.get("swap") or ()), *(values.get("words") or ())]
            found[rule.id] = texts + [p.text("match") for p in values.get("patterns") or ()] or [rule.id]
    return found


def test_all_packs_are_there() -> None:
    assert {"ap", "guardian", "bbc", "economist", "abc-au", "nyt", "au", "uk", "us"} <= set(STYLES)


@pytest.mark.parametrize("pack", STYLES)
def test_every_entry_names_its_page(pack: str) -> None:
    texts = entries(pack)
    for rule in (r for r in book(pack) if r.pack == pack):
        assert rule.reference.startswith("http"), rule.id
        assert rule.status == "live", rule.id
        # What packs set stands in core turned off: a rule that is on there means something else.
        assert rule.id not in book() or (book()[rule.id].status, book()[rule.id].check) == ("off", rule.check)
        for address, named in (rule.settings.values.get("references") or {}).items():
            assert address != rule.reference, rule.id
            assert set(named) <= set(texts[rule.id]), (rule.id, address)


@pytest.mark.parametrize("stack", STACKS, ids="+".join)
def test_packs_stack(stack: tuple[str, ...]) -> None:
    rules = book(*stack)
    assert [p.name for p in rules.packs] == ["core", *stack]
    shared = [id for id in rules.rules if rules[id].pack != "core" and id in book()]
    assert all(rules[id].pack == [p for p in stack if id in entries(p)][-1] for id in shared)


@pytest.mark.parametrize(("first", "second"), [("guardian", "bbc"), ("bbc", "guardian")])
def test_of_two_packs_of_one_language_the_later_has_its_way(first: str, second: str) -> None:
    def said(*packs: str) -> list[str]:
        article = "Guns are found\n\nA sub-machine gun lay beside a submachine gun.\n"
        return [d.match for d in lint(article, packs=packs).diagnostics]

    assert said(second)
    assert said(first) != said(second) == said(first, second)


def test_a_pack_that_undoes_another_is_refused() -> None:
    with pytest.raises(ValueError, match="'color' becomes 'colour', which 'colour' of spelling/american turns back"):
        load(["core", "uk", "us"])


def test_what_a_house_has_chosen_is_not_told_as_a_mixture_too() -> None:
    mixed = ["consistency/ise-ize", "consistency/percent", "dates/format", "dates/time-format", "honorifics/full-stop"]
    assert {book()[id].status for id in mixed} == {"live"}
    assert {book("uk")[id].status for id in mixed} == {"off"}


HOUSE = {
    "newslint.yaml": "packs: [uk, guardian, ./house]\n",
    "house/pack.yaml": "name: house\ndescription: Ours\nlanguage: en-GB\nlicence: CC0-1.0\nversion: '1'\n",
    "house/spelling/guardian.yaml": (
        "extends: guardian:spelling/guardian\n-swap: [café, cafés, bail-out]\n+swap: {cooperate: co-operate}\n"
    ),
    "house/dates/clock.yaml": (
        "extends: core:dates/clock\npatterns: [{match: '(\\d+)([ap]m)', to: '{1} {2}'}]\n"
        "examples: {bad: ['At [[9am]].'], good: [At 9 am.]}\n"
    ),
}


def test_a_variant_a_publisher_and_a_house(tmp_path: Path) -> None:
    for name, text in HOUSE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    article = (
        "Mill café to open\n\nThe color of NATO's café on 3rd May at 9am pleased Dr. Ann Tran, the back-benchers who cooperate"
        " and the B.B.C. at 2 percent.\n"
    )
    report = lint(article, config=tmp_path / "newslint.yaml")
    assert {(d.rule, d.match, d.fixes[0].edits[0].text) for d in report.diagnostics} == {
        ("spelling/british", "color", "colour"),
        ("names/guardian", "NATO", "Nato"),
        ("dates/ordinal", "3rd May", "3 May"),
        ("dates/clock", "9am", "9 am"),
        ("honorifics/title-stop", "Dr.", "Dr"),
        ("punctuation/abbreviation-stops", "B.B.C.", "BBC"),
        ("numbers/percent-style", "2 percent", "2%"),
        ("spelling/guardian", "back-benchers", "backbenchers"),
        ("spelling/guardian", "cooperate", "co-operate"),
    }
    alone = {(d.rule, d.match) for d in lint(article, packs=["guardian"]).diagnostics}
    assert ("spelling/guardian", "café") in alone
    assert not {rule for rule, _ in alone} & {"spelling/british", "dates/ordinal", "dates/clock"}


@pytest.mark.parametrize("stack", STACKS, ids="+".join)
def test_other_peoples_words_are_left_alone(stack: tuple[str, ...]) -> None:
    words = [text for pack in stack for texts in entries(pack).values() for text in texts if text[0].isalpha()]
    article = "Mill to open\n\n“" + ", ".join(w for w in words if w.isalpha()) + " and no more,” she said.\n"
    rules = book(*stack)
    linter = Linter([r for r in rules if r.pack in stack and not r.id.startswith("quotations/")], rules.lexicon)
    document = read(Source(article), "text", ReadContext(rules.lexicon))
    assert [d.match for d in linter.lint(document).diagnostics] == []


def test_the_page_counts_them_right() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| [^|]+ \| (\d+) \| (\d+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    counted = [(pack, len(e), sum(map(len, e.values()))) for pack in sorted(STYLES) for e in [entries(pack)]]
    assert [(pack, int(rules), int(n)) for pack, rules, n in rows] == counted
