"""Compiled rules and expressions on disk: the same findings with them and without, whatever became of the files."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.checks.parameters import Settings
from newslint.model import Diagnostic, ReadError
from newslint.runner import Request, cache, run
from newslint.runner.linters import configs_for
from newslint.runner.rulebooks import compile_program
from newslint.storage import expressions

ARTICLES = {
    "a.txt": "Zebra seen in park\n\nA zebra was seen at the the park on Monday, June 3.\n\n“It was striped, said Mr Jones.\n",
    "b.md": "---\ntitle: Mayor resigns\n---\n\nThe mayor resigned on 12 noon , she said. Twitter Facebook Reddit Email\n",
    "c.html": "<h1>News World Mayor resigns</h1><p>The G& met at 13pm... A teh zebra &amp;amp; 120 per cent of it.</p>\n",
}
UNWANTED = {
    "argparse", "ast", "asyncio", "click", "concurrent.futures", "dataclasses", "email", "fnmatch", "gettext",
    "importlib.metadata", "inspect", "ipaddress", "json", "locale", "logging", "lxml", "multiprocessing", "pathlib",
    "pathspec", "pkgutil", "platform", "pyromark", "rich", "socket", "string", "tempfile", "tomllib", "urllib.parse",
    "uuid", "yaml", "newslint.cli.app", "newslint.cli.check", "newslint.cli.files", "newslint.config.load",
    "newslint.rulebook.load", "newslint.rulebook.nodes", "newslint.rulebook.packs", "newslint.runner.ignored",
    "newslint.runner.pool", "newslint.runner.rulebooks", "newslint.storage.write",
}  # fmt: skip
"""Modules that a run over one text with compiled rules has no business with."""

PLAIN = """Harbour wall to be mended before winter

The council will mend the harbour wall at Oldport before the winter, Mayor Ana Ruiz said on Monday (1 June).

"We have waited for the money for two years," Ruiz said. The work will cost £120,000 and take three months.
"""
OF_PYTHON = {
    "__future__", "_bisect", "_json", "bisect", "collections.abc", "errno", "gc", "math", "mmap", "unicodedata", "zlib",
}  # fmt: skip
"""What a run over one text may import beside what `re` brings."""

ANALYSIS = {f"newslint.matching.{name}" for name in ("analysis", "builder", "guard", "sequences", "translate", "tree")}
"""Of rules that are not in the cache."""

OF_THE_FILE = {
    "newslint.readers.base", "newslint.readers.decoding", "newslint.readers.directives", "newslint.readers.edges",
    "newslint.readers.plain", "newslint.readers.plain.codec", "newslint.readers.plain.kinds",
    "newslint.readers.plain.layout", "newslint.readers.plain.zones", "newslint.reporters.base",
    "newslint.reporters.json", "newslint.reporters.visible", "newslint.reporters.excerpt",
}  # fmt: skip

Tree = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of one's own. Rule files count as written some time ago, as they do for a person."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "_TICK", -(10**12))
    yield tmp_path / "cache"
    expressions.stop()


def found(**values: object) -> list[tuple[str, list[Diagnostic]] | ReadError]:
    """All that a run finds."""
    request = Request(**{"paths": (".",), "jobs": 1, **values})  # type: ignore[arg-type]
    return list(run(request, lambda report: (report.source.path, list(report.diagnostics))))


def ran(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as a person starts it."""
    command = [sys.executable, "-m", "newslint", "check", *words]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, **environment})


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.newslint"))


def test_all_rules_find_the_same_from_the_cache(tree: Tree, folder: Path) -> None:
    tree(**ARTICLES)
    without = found(cache=False)
    assert sum(len(result[1]) for result in without if not isinstance(result, ReadError)) > 8
    assert found() == without
    assert len(entries(folder)) == 2
    assert found() == without


def test_nothing_is_parsed_or_compiled_when_the_cache_holds(tree: Tree, folder: Path) -> None:
    tree(**{"a.txt": ARTICLES["a.txt"]})
    code = (
        "import sys, re\n"
        "def no(*args, **more): raise AssertionError(args)\n"
        "if sys.argv.pop(1) == 'warm': re._compiler.compile = no\n"
        "from newslint.cli import main\n"
        "try: main()\n"
        "finally: print(*sorted(sys.modules), file=sys.stderr)\n"
    )

    def call(when: str) -> tuple[str, set[str]]:
        command = [sys.executable, "-c", code, when, "check", "a.txt", "--format", "json"]
        process = subprocess.run(command, capture_output=True, text=True, timeout=120)
        return process.stdout, set(process.stderr.split())

    cold, _ = call("cold")
    warm, modules = call("warm")
    assert warm == cold and '"rule"' in warm
    assert sorted(modules & UNWANTED) == []
    assert not {name for name in modules if name.startswith(("newslint.readers.", "newslint.reporters."))} - OF_THE_FILE


def test_an_article_with_nothing_to_find_needs_little_of_python(tree: Tree, folder: Path) -> None:
    tree(**{"a.txt": PLAIN})
    code = "import sys, re\nbefore = {*sys.modules}\nfrom newslint.cli import main\n"
    code += "try: main()\nfinally: print(*{*sys.modules} - before, file=sys.stderr)\n"
    for _ in range(2):
        command = [sys.executable, "-c", code, "check", "a.txt"]
        process = subprocess.run(command, capture_output=True, text=True, timeout=120)
    modules = set(process.stderr.split())
    assert process.stdout == "Nothing to fix in 1 file.\n"
    assert {name for name in modules if not name.startswith("newslint")} <= OF_PYTHON
    assert sorted(modules & ANALYSIS) == []


def test_what_is_kept_of_a_check_is_all_of_it() -> None:
    request = Request(use_config=False, cache=False)
    program = compile_program(configs_for(request).of_file("a.txt"), request)
    kinds = set()
    for check in (runner.check for runner in program.runners):
        state = check.state() if check.kept else None
        if state:
            again = check.revived(Settings({}), program.lexicon, state)
            assert vars(check).keys() - check.kept == vars(again).keys() - {"_rows"} - {*check.kept}, check.name
            assert {name: getattr(again, name) for name in check.kept} == {n: getattr(check, n) for n in check.kept}
            kinds.add(check.name)
    assert {"misspelling", "name-spelling", "shift-slip"} <= kinds


def test_a_touched_rule_file_is_read_again(tree: Tree, folder: Path) -> None:
    work = tree(**{"a.txt": "Zoo opens\n\nA zebra lives there, and a horse.\n"})
    request = {"packs": (str(work.parent / "mini"),), "select": ("words-of",), "use_config": False}
    rule = work.parent / "mini" / "words-of" / "zebra.yaml"
    assert [d.match for result in found(**request) for d in result[1]] == ["zebra"]  # type: ignore[index]
    rule.write_text(rule.read_text().replace("zebra", "horse"))
    assert [d.match for result in found(**request) for d in result[1]] == ["horse"]  # type: ignore[index]
    os.utime(rule, ns=(1, 1))
    before = [path.stat().st_mtime_ns for path in entries(folder)]
    found(**request)
    assert [path.stat().st_mtime_ns for path in entries(folder)] != before


@pytest.mark.parametrize(("module", "name"), [(cache, "__version__"), (cache, "VERSION"), (sys, "version")])
def test_another_version_is_made_anew(
    module: object, name: str, tree: Tree, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tree(**{"a.txt": "A zebra.\n"})
    request = {"packs": (str(work.parent / "mini"),), "select": ("words-of",), "use_config": False}
    first = found(**request)
    before = set(entries(folder))
    monkeypatch.setattr(module, name, "another")
    assert found(**request) == first
    assert set(entries(folder)) - before


def _damaged(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return data[: chance.randrange(len(data))]
    at = chance.randrange(len(data)) if chance.random() < 0.7 else chance.randrange(min(400, len(data)))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _holds_damage(tree: Tree, folder: Path, seeds: range) -> None:
    work = tree(**{"a.txt": "A zebra, ,and  a bird.... was 's seen. Is n't it\n"})
    request = {
        "packs": (str(work.parent / "mini"),),
        "select": ("words-of", "typos", "punctuation"),
        "use_config": False,
    }
    first = found(**request)
    whole = {path: path.read_bytes() for path in entries(folder)}
    assert len(whole) == 2
    for seed in seeds:
        chance = random.Random(seed)
        for path, data in whole.items():
            path.write_bytes(data)
        path = chance.choice(sorted(whole))
        path.write_bytes(_damaged(whole[path], chance))
        assert found(**request) == first, seed


def test_damage_is_mended_in_silence(tree: Tree, folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    _holds_damage(tree, folder, range(6))
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_any_damage_is_mended(tree: Tree, folder: Path) -> None:
    _holds_damage(tree, folder, range(1000, 1060))


@pytest.mark.parametrize("content", [b"", b"\0", b"nwsl2lit" + b"\xff" * 40, b"x" * 5000])
def test_other_files_in_its_place_are_no_entry(content: bytes, tree: Tree, folder: Path) -> None:
    tree(**{"a.txt": "A zebra , seen.\n"})
    first = found(select=("punctuation",))
    for path in entries(folder):
        path.write_bytes(content)
    assert found(select=("punctuation",)) == first


@pytest.mark.slow
def test_many_writers_at_once(tree: Tree, folder: Path) -> None:
    tree(**{"a.txt": ARTICLES["a.txt"]})
    command = [sys.executable, "-m", "newslint", "check", "a.txt", "--format", "json"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    outs = [process.communicate(timeout=120) for process in running]
    assert len({out for out, _ in outs}) == 1
    assert {err for _, err in outs} == {b""}
    assert not list(folder.glob("*.part"))
    assert ran("a.txt", "--format", "json").stdout.encode() == outs[0][0]


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs permissions")
def test_a_folder_that_only_allows_reading(tree: Tree, folder: Path) -> None:
    tree(**{"a.txt": "A zebra , seen.\n"})
    folder.mkdir()
    folder.chmod(0o500)
    assert found(select=("punctuation",)) == found(select=("punctuation",), cache=False)
    assert not entries(folder)


def test_a_folder_that_cannot_be(tree: Tree, folder: Path) -> None:
    tree(**{"a.txt": "A zebra , seen.\n"})
    folder.write_text("a file stands there")
    assert found(select=("punctuation",)) == found(select=("punctuation",), cache=False)


@pytest.mark.parametrize("off", ["off", "no", "0"])
def test_off(off: str, tree: Tree, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE", off)
    tree(**{"a.txt": "A zebra , seen.\n"})
    assert found(select=("punctuation",))
    assert not folder.exists()


def test_no_cache(tree: Tree, folder: Path) -> None:
    tree(**{"a.txt": "A zebra , seen.\n"})
    assert found(select=("punctuation",), cache=False)
    assert not folder.exists()


def test_old_entries_go(tree: Tree, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(**{"a.txt": "A zebra , seen.\n"})
    monkeypatch.setattr(cache, "_MOST", 3)
    folder.mkdir()
    for days in range(2, 8):
        old = folder / f"{days:016}.newslint"
        old.write_bytes(b"old")
        os.utime(old, (time.time() - days * 86_400,) * 2)
    (folder / "0.newslint.1.2.part").write_bytes(b"stopped")
    os.utime(folder / "0.newslint.1.2.part", (1, 1))
    found(select=("punctuation",))
    names = [path.name for path in entries(folder)]
    assert f"{2:016}.newslint" in names and f"{7:016}.newslint" not in names
    assert not list(folder.glob("*.part"))
