"""Packs: found by name, path or entry point; their description; ids of their files; from a zipped install."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from newslint.rulebook import packs, rules_folder
from newslint.rulebook.load import load
from newslint.rulebook.packs import Wanted, built_in_packs, open_pack
from newslint.rulebook.problems import Place, RulebookError

MakePack = Callable[..., Path]
RULE = "check: existence\nseverity: error\nmessage: m\nwords: [noon]\n"


def mistakes(name: str | Path, place: Place | None = None) -> list[str]:
    try:
        return [str(p) for p in open_pack(Wanted(name, place)).problems]
    except RulebookError as error:
        return [str(p) for p in error.problems]


def test_core_is_there() -> None:
    files = open_pack(Wanted("core"))
    assert files.pack.name == "core"
    assert files.pack.licence == "Apache-2.0"
    assert "core" in built_in_packs()
    assert "usage/anniversary" in [f.id for f in files.rules]
    assert "months" in [f.id for f in files.words]


def test_a_folder_is_a_pack(make_pack: MakePack) -> None:
    folder = make_pack(
        {
            "b/two.yaml": RULE,
            "a/one.yaml": RULE,
            "a/deep/er.yaml": RULE,
            "words/w.yaml": "words: [a]",
            ".git/x/y.yaml": "?",
            "README.md": "#",
        }
    )
    files = open_pack(Wanted(folder))
    assert [f.id for f in files.rules] == ["a/deep/er", "a/one", "b/two"]
    assert [f.id for f in files.words] == ["w"]
    assert (files.pack.name, files.pack.version, files.pack.description) == ("house", "1", "For tests.")


def test_a_folder_without_description_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "desk" / "usage").mkdir(parents=True)
    (tmp_path / "desk" / "usage" / "noon.yaml").write_text(RULE)
    book = load([tmp_path / "desk"])
    assert book["usage/noon"].pack == "desk"


def test_a_pack_inside_a_pack_is_its_own(make_pack: MakePack) -> None:
    outer = make_pack({"a/one.yaml": RULE})
    make_pack({"b/two.yaml": RULE}, "house/styles/inner")
    assert [f.id for f in open_pack(Wanted(outer)).rules] == ["a/one"]


def test_required_packs_come_first(make_pack: MakePack) -> None:
    one = make_pack({"a/one.yaml": RULE}, "one")
    two = make_pack({"a/one.yaml": "extends: one:a/one\nseverity: warning\n"}, "two")
    (two / "pack.yaml").write_text((two / "pack.yaml").read_text() + f"requires: ['{one}']\n")
    book = load([two])
    assert [p.name for p in book.packs] == ["one", "two"]
    assert load([two, one])["a/one"].pack == "two"


def test_the_same_pack_twice_is_one(make_pack: MakePack) -> None:
    pack = make_pack({"a/one.yaml": RULE})
    assert len(load([pack, str(pack)])) == 1


def test_a_lone_file_goes_by_its_folder(tmp_path: Path) -> None:
    for folder, id in (("sport", "sport/noon"), ("My Rules", "local/noon"), ("internal", "local/noon")):
        path = tmp_path / folder / "noon.yaml"
        path.parent.mkdir()
        path.write_text(RULE)
        (rule,) = load([path])
        assert (rule.id, rule.pack) == (id, "local")


def test_lone_files_of_one_folder_go_together(tmp_path: Path) -> None:
    paths = [tmp_path / "a" / f"{n}.yaml" for n in ("one", "two")]
    paths[0].parent.mkdir()
    for path in paths:
        path.write_text(RULE)
    assert list(load(paths).rules) == ["a/one", "a/two"]


def test_a_lone_file_in_a_pack_keeps_its_id(make_pack: MakePack) -> None:
    pack = make_pack({"a/deep/one.yaml": RULE, "b/two.yaml": RULE})
    (rule,) = load([pack / "a" / "deep" / "one.yaml"])
    assert (rule.id, rule.pack) == ("a/deep/one", "house")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("croe", "there is no pack named 'croe': did you mean 'core'?"),
        ("./nowhere", "there is no pack at './nowhere'"),
        ("nowhere.yaml", "there is no pack at 'nowhere.yaml'"),
    ],
)
def test_packs_that_are_not_there(name: str, expected: str) -> None:
    assert mistakes(name, Place("newslint.yaml", 2, 5)) == [f"newslint.yaml:2:5: {expected}"]
    assert mistakes(name) == [f"{name}:1:1: {expected}"]


def test_a_folder_named_without_slash_is_pointed_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mine").mkdir()
    assert mistakes("mine") == ["mine:1:1: there is no pack named 'mine': write './mine' for the folder"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("noon.yaml", "a rule belongs in a group: move it to <group>/noon.yaml"),
        ("usage/noon.yml", "the file's name ends in .yml, expected .yaml"),
        ("usage/High Noon.yaml", "found 'High Noon' in the path, expected lower-case letters, digits and hyphens"),
        ("Usage/noon.yaml", "found 'Usage' in the path, expected lower-case letters, digits and hyphens"),
        ("internal/noon.yaml", "the group 'internal' is the program's own: choose another folder"),
    ],
)
def test_names_of_rule_files(make_pack: MakePack, inside: str, expected: str) -> None:
    pack = make_pack({inside: RULE})
    assert mistakes(pack) == [f"{pack}/{inside}:1:1: {expected}"]


def test_an_empty_folder_is_no_pack(tmp_path: Path) -> None:
    assert mistakes(tmp_path) == [f"{tmp_path}:1:1: the folder holds no rule files: expected <group>/<name>.yaml"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", ["1:1: found 'x', expected a mapping with the keys name, description, language, licence, version, "
               "requires"]),
        ("name: a\ndescription: d\nlanguage: en\nlicense: x\nversion: 1", [
            "4:1: unknown key 'license': did you mean 'licence'?"]),
        ("name: A b\ndescription: d\nlanguage: en\nlicence: x\nversion: 1",
         ["1:7: found 'A b', expected lower-case letters, digits and hyphens"]),
        ("a: b: c", ["1:5: found ':' where no key may stand: put quotes round text that holds ': '"]),
    ],
)  # fmt: skip
def test_mistakes_in_a_description(make_pack: MakePack, text: str, expected: list[str]) -> None:
    pack = make_pack({"pack.yaml": text, "a/one.yaml": RULE})
    assert mistakes(pack) == [f"{pack}/pack.yaml:{e}" for e in expected]
    assert mistakes(pack / "a" / "one.yaml") == [f"{pack}/pack.yaml:{e}" for e in expected]


def test_a_pack_needs_no_more_than_a_name(make_pack: MakePack) -> None:
    pack = make_pack({"pack.yaml": "name: desk", "a/one.yaml": RULE})
    assert open_pack(Wanted(pack)).pack.name == "desk"


def test_a_file_that_cannot_be_read_is_a_mistake(make_pack: MakePack) -> None:
    pack = make_pack({"a/one.yaml": RULE})
    (pack / "a" / "two.yaml").symlink_to(pack / "nowhere")
    with pytest.raises(RulebookError, match=r"two\.yaml:1:1: can't be read: No such file"):
        load([pack])


def install(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    entry = metadata.EntryPoint("plugged", value, packs.GROUP)
    monkeypatch.setattr(metadata, "entry_points", lambda **_: metadata.EntryPoints([entry]))


def test_packs_come_by_entry_point(make_pack: MakePack, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = make_pack({"a/one.yaml": RULE}, "plugged")
    (pack / "__init__.py").write_text("from pathlib import Path\nFOLDER = Path(__file__).parent\n")
    monkeypatch.syspath_prepend(str(pack.parent))
    for value in ("plugged", "plugged:FOLDER"):
        install(monkeypatch, value)
        assert list(load(["plugged"]).rules) == ["a/one"]
    install(monkeypatch, "nowhere_at_all")
    assert mistakes("plugged") == ["plugged:1:1: the pack 'plugged' can't be loaded: No module named 'nowhere_at_all'"]
    assert mistakes("pluged") == ["pluged:1:1: there is no pack named 'pluged': did you mean 'plugged'?"]


@pytest.mark.slow
def test_a_zipped_install_finds_its_packs(tmp_path: Path) -> None:
    archive = tmp_path / "newslint.zip"
    package = Path(packs.__file__).parent.parent
    with zipfile.ZipFile(archive, "w") as out:
        for path in package.rglob("*.py"):
            out.write(path, Path("newslint") / path.relative_to(package))
        for path in rules_folder().rglob("*.yaml"):
            out.write(path, Path("newslint", "_rules") / path.relative_to(rules_folder()))
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from newslint.rulebook.load import collect\n"
        "from newslint.rulebook import core_lexicon\n"
        "book, problems = collect(['core'])\n"
        "assert sys.argv[1] in book['usage/anniversary'].path, book['usage/anniversary'].path\n"
        "print(len(book), len(core_lexicon().lists), *problems)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(archive)], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    book = load(["core"])
    assert done.stdout.split() == [str(len(book)), str(len(book.lexicon.lists))]
