"""Which articles paths stand for."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.config import DEFAULT, Configs
from newslint.model import ReadError
from newslint.runner.find import Target, find

Tree = Callable[..., Path]


class Found(NamedTuple):
    """What paths came to."""

    targets: list[Target]
    errors: list[ReadError]
    notices: list[str]


def paths(found: Found) -> list[str]:
    """Paths of the articles, with slashes."""
    return [t.path.replace(os.sep, "/") for t in found.targets]


def look(*names: str, config: bool = False) -> Found:
    """What some paths come to."""
    notices: list[str] = []
    found = list(find(names, Configs() if config else Configs(DEFAULT), notices.append))
    return Found([f for f in found if isinstance(f, Target)], [f for f in found if isinstance(f, ReadError)], notices)


def test_a_folder_stands_for_its_articles(tree: Tree) -> None:
    tree(**{"b.txt": "", "a/z.md": "", "a/b/c.HTML": "", "a.png": "", "x.article.json": "", "x.json": "", "no": ""})
    assert paths(look(".")) == ["a/b/c.HTML", "a/z.md", "b.txt", "x.article.json"]
    assert paths(look("a")) == ["a/b/c.HTML", "a/z.md"]
    assert paths(look("./a/")) == ["./a/b/c.HTML", "./a/z.md"]
    assert [t.format for t in look("a").targets] == ["html", "markdown"]


def test_hidden_and_git_ignored_files_are_left_out(tree: Tree) -> None:
    tree(**{
        ".git/HEAD": "", ".git/info/exclude": "local.txt\n", ".gitignore": "out/\n*.tmp.txt\n!keep.tmp.txt\n/top.txt\n# note\n",
        "a.txt": "", ".hidden.txt": "", ".hidden/a.txt": "", "out/a.txt": "", "b/out/a.txt": "", "x.tmp.txt": "",
        "keep.tmp.txt": "", "top.txt": "", "b/top.txt": "", "b/.gitignore": "!x.tmp.txt\nc.txt\n", "b/x.tmp.txt": "",
        "b/c.txt": "", "local.txt": "",
    })  # fmt: skip
    assert paths(look(".")) == ["a.txt", "b/top.txt", "b/x.tmp.txt", "keep.tmp.txt"]
    assert paths(look("b")) == ["b/top.txt", "b/x.tmp.txt"]


def test_who_names_a_hidden_or_ignored_file_gets_it(tree: Tree) -> None:
    tree(**{".git/HEAD": "", ".gitignore": "*.txt", "a.txt": "", ".h.txt": ""})
    assert paths(look("a.txt", ".h.txt")) == [".h.txt", "a.txt"]


def test_each_file_once_and_in_order(tree: Tree) -> None:
    folder = tree(**{"a/b.txt": "", "a/a.txt": "", "c.txt": ""})
    assert paths(look("c.txt", "a", "./c.txt", str(folder / "a" / "b.txt"), "a/../c.txt")) == [
        "a/a.txt",
        "a/b.txt",
        "c.txt",
    ]


@pytest.mark.skipif(os.name == "nt", reason="links need rights")
def test_links_to_folders_are_not_followed_and_loops_do_no_harm(tree: Tree) -> None:
    folder = tree(**{"a/a.txt": "", "b.txt": ""})
    (folder / "a" / "loop").symlink_to(folder)
    (folder / "a" / "link.txt").symlink_to(folder / "b.txt")
    (folder / "a" / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    assert paths(look(".")) == ["a/a.txt", "a/link.txt", "b.txt"]
    assert paths(look("a/loop"))[:2] == ["a/loop/a/a.txt", "a/loop/a/link.txt"]
    assert [e.path for e in look("self.txt").errors] == ["self.txt"]


def test_what_is_not_there_or_unknown_is_said(tree: Tree) -> None:
    tree(**{"a.foo": "", "a.pdf": "", "x.json": "", "README": "", "a.txt": ""})
    found = look("a.txt", "no.txt", "a.foo", "README")
    assert paths(found) == ["a.txt"]
    errors = {e.path: e.message for e in found.errors}
    assert errors["no.txt"] == "no such file or folder"
    assert errors["a.foo"].startswith("unknown suffix .foo; known: .txt,")
    assert "'*.foo': text" in errors["a.foo"] and "--stdin-format" in errors["a.foo"]
    assert look("a.pdf", "x.json").errors[0].message.startswith("newslint doesn't read .pdf")
    assert "--stdin-format fields" in look("x.json").errors[0].message
    assert errors["README"].startswith("no suffix")
    assert "null" in look("a\0b").errors[0].message


def test_a_folder_without_articles_is_noticed(tree: Tree) -> None:
    folder = tree(**{"a.png": ""})
    (folder / "empty").mkdir()
    assert look("empty").notices[0].startswith("no articles in empty")
    assert look("empty").errors == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_closed_folder_is_an_error_and_the_others_go_on(tree: Tree) -> None:
    folder = tree(**{"a/a.txt": "", "b.txt": ""})
    (folder / "a").chmod(0)
    try:
        found = look(".")
    finally:
        (folder / "a").chmod(0o755)
    assert paths(found) == ["b.txt"]
    assert "ermission" in found.errors[0].message


def test_the_configuration_leaves_files_out_also_those_that_a_hook_names(tree: Tree) -> None:
    tree(**{
        "newslint.yaml": "exclude: [README.md, old/, '!old/keep.txt']\nformats: {'*.story': text}\n",
        "README.md": "", "a.txt": "", "old/a.txt": "", "old/deep/a.txt": "", "b.story": "",
    })  # fmt: skip
    assert paths(look(".", config=True)) == ["a.txt", "b.story"]
    found = look("README.md", "old/deep/a.txt", "b.story", config=True)
    assert paths(found) == ["b.story"]
    assert (found.errors, found.notices) == ([], [])


@pytest.mark.skipif(sys.platform != "linux", reason="names that are not UTF-8")
def test_patterns_bear_names_that_are_not_utf_8(tree: Tree) -> None:
    tree(**{".git/HEAD": "", ".gitignore": "out\n[z-a]\n", "newslint.yaml": "exclude: [old]\n", "a.txt": ""})
    tree(**{"bad\udcff.txt": "", "old/caf\udce9.txt": ""})
    assert paths(look(".", config=True)) == ["a.txt", "bad\udcff.txt"]


def test_files_of_a_repository_are_no_articles_unless_named(tree: Tree) -> None:
    tree(**{"README.md": "", "a/requirements.txt": "", "LICENSE.txt": "", "a/readme-b.txt": "", "c.txt": ""})
    assert paths(look(".")) == ["a/readme-b.txt", "c.txt"]
    assert paths(look("README.md")) == ["README.md"]


def test_files_names_the_articles(tree: Tree) -> None:
    tree(**{"newslint.yaml": "files: ['news/**']\n", "news/a.txt": "", "news/b/c.md": "", "a.txt": ""})
    assert paths(look(".", config=True)) == ["news/a.txt", "news/b/c.md"]
    assert paths(look("a.txt", config=True)) == []


def test_a_folder_whose_articles_are_left_out_says_by_what(tree: Tree) -> None:
    tree(**{"newslint.yaml": "files: ['news/**']\nexclude: [old/]\n", "b/a.txt": "", "b/c.txt": "", "old/x.txt": ""})
    notice = "no articles in b (2 files or folders are left out by 'files' or 'exclude' in newslint.yaml)"
    assert look("b", config=True).notices == [notice]
    tree(**{"newslint.yaml": "exclude: [old/, b/]\n"})
    notice = "no articles in . (2 files or folders are left out by 'files' or 'exclude' in newslint.yaml)"
    assert look(".", config=True).notices == [notice]


def test_folders_within_folders_and_files_of_both(tree: Tree) -> None:
    tree(**{"a/b/c.txt": "", "a/b-c.txt": "", "a/b.txt": "", "a/z.txt": "", ".h/a.txt": "", "d.txt": ""})
    all_of_a = ["a/b-c.txt", "a/b.txt", "a/b/c.txt", "a/z.txt"]
    assert paths(look("a", "a/b", "a/b/c.txt")) == all_of_a
    assert paths(look("a/b", "a", "./a/z.txt")) == ["a/b-c.txt", "a/b.txt", "a/b/c.txt", "a/z.txt"]
    assert paths(look(".", ".h", "a")) == [".h/a.txt", *all_of_a, "d.txt"]
    assert paths(look("./a/z.txt", "a")) == ["./a/z.txt", *all_of_a[:3]]
    assert look("a/b", "a", ".").notices == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.text("ab-.0/Z", min_size=1, max_size=3), min_size=1, max_size=4), max_size=12))
def test_any_tree_comes_in_the_order_of_its_paths(names: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        for parts in names:
            path = Path(folder, *("x" + part.replace("/", "") for part in parts)).with_suffix(".txt")
            with suppress(OSError):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("")
        expected = sorted(str(p) for p in Path(folder).rglob("*.txt") if p.is_file())
        for held in (1, 3, 10_000):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("newslint.runner.find._HELD", held)
                assert [t.path for t in look(folder).targets] == expected


def test_a_faulty_configuration_is_said_once_and_governs_only_its_own(tree: Tree) -> None:
    tree(**{"a/newslint.yaml": "selct: 1\n", "a/x.txt": "", "a/b/y.txt": "", "c/z.txt": ""})
    found = look(".", "a/x.txt", config=True)
    assert paths(found) == ["c/z.txt"]
    assert [str(e) for e in found.errors] == ["a/newslint.yaml:1:1: unknown key 'selct': did you mean 'select'?"]


def test_the_hook_takes_every_suffix_that_is_read() -> None:
    import yaml

    from newslint.readers.base import SUFFIXES

    (hook,) = yaml.safe_load((Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["types"] == ["text"] and "types_or" not in hook
    assert all(re.search(hook["files"], f"a/b{suffix}") for suffix in SUFFIXES)
    assert not re.search(hook["files"], "LICENSE") and not re.search(hook["files"], "a.json")
