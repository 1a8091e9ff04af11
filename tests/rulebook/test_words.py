"""Word lists: the three ways to write them, attributes, and later packs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.rulebook import core_lexicon
from newslint.rulebook.load import load
from newslint.rulebook.problems import RulebookError
from newslint.text.lexicon import Lexicon

MakePack = Callable[..., Path]


def lexicon(make_pack: MakePack, *texts: str) -> Lexicon:
    packs = [make_pack({"words/titles.yaml": text}, f"p{i}") for i, text in enumerate(texts)]
    return load(packs).lexicon


def mistakes(make_pack: MakePack, *texts: str) -> list[str]:
    with pytest.raises(RulebookError) as caught:
        lexicon(make_pack, *texts)
    return [str(p).partition("/words/")[2] for p in caught.value.problems]


@pytest.mark.parametrize(
    "text", ["words: [Mr, 'no', 12:30]\n", "words:\n- Mr\n- no\n- 12:30\n", "words: |\n  Mr\n  no\n\n  12:30\n"]
)
def test_words_are_a_list_or_lines(make_pack: MakePack, text: str) -> None:
    assert list(lexicon(make_pack, text)["titles"]) == ["Mr", "no", "12:30"]


def test_words_may_have_attributes(make_pack: MakePack) -> None:
    titles = lexicon(
        make_pack, "description: d\norigin: o\nwords:\n  Mr: {gender: male}\n  Mx:\n  On: {year: 1_000}\n"
    )["titles"]
    assert titles.having("gender", "male") == ["Mr"]
    assert titles.get("Mx", "gender", "none") == "none"
    assert titles.get("On", "year") == "1_000"


def test_a_later_pack_adds_takes_and_replaces(make_pack: MakePack) -> None:
    base = "words: {Mr: {gender: male}, Sir: }\n"
    more = "extends: p0:words/titles\n+words: [Mx]\n-words: [Sir]\n"
    assert lexicon(make_pack, base, more)["titles"].entries == {"Mr": {"gender": "male"}, "Mx": {}}
    assert list(lexicon(make_pack, base, "extends: p0:words/titles\nwords: [Mx]\n")["titles"]) == ["Mx"]
    again = "extends: p1:words/titles\n+words: {Mr: {gender: any}}\n"
    assert lexicon(make_pack, base, more, again)["titles"].get("Mr", "gender") == "any"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["x"], ["titles.yaml:1:1: found 'x', expected a mapping with the keys description, origin, words"]),
        (["words: [a]\nwords: [b]"], ["titles.yaml:2:1: the key 'words' stands twice, first in line 1"]),
        (["wrods: [a]"], ["titles.yaml:1:1: the key 'words' is missing: the words of the list",
                          "titles.yaml:1:1: unknown key 'wrods': did you mean 'words'?"]),
        (["words: [a, [b], '', a]"], ["titles.yaml:1:12: found a list, expected a word",
                                      "titles.yaml:1:17: found nothing, expected a word",
                                      "titles.yaml:1:21: 'a' stands twice in the list"]),
        (["words: {a: b, c: {d: [e]}}"], ["titles.yaml:1:12: found 'b', expected attributes such as {gender: male}",
                                          "titles.yaml:1:22: found a list, expected text"]),
        (["words: [a]\ndescription: [x]"], ["titles.yaml:2:14: found a list, expected text"]),
        (["words: [a]\n+words: [b]"], ["titles.yaml:2:1: '+words' needs the key 'extends'"]),
        (["words: [a]\nextends: x"], ["titles.yaml:2:10: found 'x', but no earlier pack has a list 'titles'"]),
        (["words: [a]", "words: [b]"],
         ["titles.yaml:1:1: the pack p0 has a list 'titles' too, expected 'extends: p0:words/titles'"]),
        (["words: [a]", "extends: p0:titles\nwords: [b]"],
         ["titles.yaml:1:10: found 'p0:titles', expected p0:words/titles"]),
        (["words: [a]", "extends: p0:words/titles\n-words: [a, b]"],
         ["titles.yaml:2:9: the list has no word 'b' to take away"]),
    ],
)  # fmt: skip
def test_mistakes(make_pack: MakePack, texts: list[str], expected: list[str]) -> None:
    assert mistakes(make_pack, *texts) == expected


def test_a_faulty_list_does_not_make_rules_wrong_that_name_it(make_pack: MakePack) -> None:
    rule = "check: existence\nseverity: error\nmessage: m\nwords: ['@titles']\n"
    pack = make_pack({"words/titles.yaml": "words: {a: b}", "a/b.yaml": rule})
    with pytest.raises(RulebookError) as caught:
        load([pack])
    assert len(caught.value.problems) == 1


OWN = ("written for newslint", "common knowledge", "the advance widths of Helvetica")
"""How the origin of a list begins that nobody else has a right to: our own work, and facts."""


def test_every_list_says_where_it_comes_from_and_is_under_a_licence() -> None:
    import yaml

    from newslint.rulebook import rules_folder

    assert len(core_lexicon().lists) > 10
    lists = [*rules_folder().glob("core/words/*.yaml"), *rules_folder().glob("styles/*/words/*.yaml")]
    assert len(lists) > 50
    for path in lists:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert data.get("description"), path
        # A list from elsewhere needs a licence of its own beside it, as the dictionaries have.
        assert data["origin"].startswith(OWN), path
        pack = yaml.safe_load((path.parents[1] / "pack.yaml").read_text(encoding="utf-8"))
        assert pack["licence"] == "Apache-2.0", path


def test_every_dictionary_has_its_source_and_licence_beside_it() -> None:
    from newslint.rulebook import rules_folder

    folder = rules_folder() / "core" / "dictionaries"
    licence = (folder / "LICENCE").read_text(encoding="utf-8")
    assert "Permission to use, copy, modify, distribute and sell" in licence
    assert not re.search(r"Share-?Alike|\bGNU\b|\bA?GPL", licence, re.IGNORECASE)
    for path in folder.iterdir():
        if path.name != "LICENCE":
            assert path.name in licence, path
            assert "SCOWL 2020.12.07" in path.read_text(encoding="utf-8")[:300], path
