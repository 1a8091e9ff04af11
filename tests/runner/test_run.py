"""A run: reports in order, whatever the number of processes and whatever goes wrong."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.model import ReadError, Report
from newslint.runner import Request, run

Tree = Callable[..., Path]


def results(**options: object) -> list[str]:
    """What a run comes to, a line each: path, and the findings' places or the error."""
    options.setdefault("packs", ("../mini",))
    options.setdefault("select", ("words-of",))
    return [
        f"{r.path}: {r.message}" if isinstance(r, ReadError) else _line(r)
        for r in run(Request(**options), itself, notify=[].append)  # type: ignore[arg-type]
    ]


def itself(report: Report) -> Report:
    """What is to be made of a report: nothing."""
    return report


def _line(report: Report) -> str:
    places = [":".join(map(str, report.source.position(d.span.start))) for d in report]
    return " ".join([report.source.path, *places])


def test_one_odd_file_keeps_none_from_being_checked(tree: Tree) -> None:
    tree(**{"a.txt": "Head\n\nA zebra.\n", "b.txt": b"a\0b", "c.txt": "Zoo\n\nThe zebra\xe9.\n".encode("latin-1")})
    assert results() == ["a.txt 3:3", "b.txt: not text: NUL byte at offset 1", "c.txt"]


def test_latin_1_is_read(tree: Tree) -> None:
    tree(**{"c.txt": "Caf\xe9\n\nThe caf\xe9 zebra.\n".encode("latin-1")})
    assert results() == ["c.txt 3:10"]


def test_a_file_that_vanishes(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tree(**{"a.txt": "", "b.txt": "zebra", "c.txt": ""})
    from newslint.runner import checker

    def vanish(*args: object) -> bytes:
        raise FileNotFoundError(2, "gone")

    check = checker.Checker.check

    def checked(self: checker.Checker, target: object) -> object:
        (folder / "b.txt").unlink(missing_ok=True)
        return check(self, target)  # type: ignore[arg-type]

    monkeypatch.setattr(checker.Checker, "check", checked)
    assert results() == ["a.txt", "c.txt"]
    (folder / "b.txt").write_text("zebra")
    assert results(paths=("a.txt", "b.txt")) == ["a.txt", "b.txt: no such file"]


def test_an_internal_error_is_one_files_affair(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(**{"a.txt": "fine", "b.txt": "x" * 99, "c.txt": "zebra"})
    from newslint.engine import Linter

    lint = Linter.lint

    def failing(self: Linter, document: object, proposals: object = (), twin: object = None) -> Report:
        if len(document.source) == 99:  # type: ignore[attr-defined]
            raise KeyError("oops")
        return lint(self, document)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "lint", failing)
    assert results()[1] == "b.txt: internal error, please report it: KeyError: 'oops'"
    assert results()[2] == "c.txt 1:1"
    monkeypatch.setenv("NEWSLINT_DEBUG", "1")
    with pytest.raises(KeyError):
        results()


def test_any_number_of_processes_gives_the_same(tree: Tree) -> None:
    tree(**{f"{i % 7}/{i:03}.txt": "A zebra\n" * (i % 3) or "none" for i in range(100)})
    one = results(jobs=1)
    assert len(one) == 100
    assert results(jobs=3) == one == results(jobs=0) == results(jobs=100)


def test_a_worker_that_dies_costs_one_file(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("the fault is handed on by fork")
    tree(**{f"{i:02}.txt": "die" if i == 13 else "zebra" for i in range(40)})
    from newslint.runner import checker

    check_bytes = checker.Checker.check_bytes

    def deadly(self: checker.Checker, data: bytes, target: object) -> object:
        if data == b"die":
            import os

            os._exit(9)
        return check_bytes(self, data, target)  # type: ignore[arg-type]

    monkeypatch.setattr(checker.Checker, "check_bytes", deadly)
    lines = results(jobs=2)
    assert lines[13] == "13.txt: internal error, please report it: the process that checked it died"
    assert [line for i, line in enumerate(lines) if i != 13] == [f"{i:02}.txt 1:1" for i in range(40) if i != 13]


def test_standard_input(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(**{"newslint.yaml": "exclude: old/\nformats: {'*.story': html}\npacks: [../mini]\nselect: words-of"})

    def piped(data: bytes, **options: object) -> list[str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return results(paths=("-",), packs=(), **options)

    assert piped(b"A zebra") == ["- 1:3"]
    assert piped(b"A <b>ze</b>bra", stdin_filename="x.story") == ["x.story 1:6"]
    assert piped(b"A <b>ze</b>bra", stdin_filename="x.txt", stdin_format="html") == ["x.txt 1:6"]
    assert piped(b"A zebra", stdin_filename="old/x.txt") == []
    assert piped(b"A zebra", stdin_filename="x.foo")[0].startswith("x.foo: unknown suffix .foo")
    assert piped("\ufeffA zebra".encode("utf-16-le")) == ["- 1:3"]


def test_mistakes_in_rules_and_names_are_said_with_their_places(tree: Tree) -> None:
    folder = tree(**{"a.txt": "zebra", "newslint.yaml": "packs: [./nopack]\nselect: [words-fo]\nrules: {x/y: off}\n"})
    assert results(packs=(), select=()) == [
        f"newslint.yaml: there is no pack at '{folder / 'nopack'}'",
        "newslint.yaml: there is no rule 'x/y'",
    ]
    (folder / "newslint.yaml").write_text("packs: [../mini]\nignore: [words-fo]\n")
    assert results(packs=()) == ["newslint.yaml: there is no rule 'words-fo': did you mean 'words-of'?"]
    (folder / "newslint.yaml").write_text("packs: [./nopack]\nignore: [formt, words-of]\n")
    assert results(packs=(), select=()) == [
        f"newslint.yaml: there is no pack at '{folder / 'nopack'}'",
        "newslint.yaml: there is no rule 'formt': did you mean 'format'?",
    ]
    assert results(use_config=False, select=("zebra",)) == ["--select: there is no rule 'zebra'"]
    assert results(config="none.yaml") == ["none.yaml: cannot be read: No such file or directory"]


def test_select_ignore_levels_and_accepted_words(tree: Tree) -> None:
    folder = tree(**{"a.txt": "Zoo\n\nA zebra and Zebra\u2019s zebra.\n"})

    def with_config(text: str, **options: object) -> list[str]:
        (folder / "newslint.yaml").write_text(f"packs: [../mini]\n{text}\n")
        return results(packs=(), **options)

    assert with_config("") == ["a.txt 3:3 3:21"]
    assert with_config("rules: {words-of: off}") == ["a.txt"]
    assert with_config("accept: [zebra]") == ["a.txt"]
    assert with_config("ignore: words-of") == ["a.txt"]
    assert with_config("select: [words-of]", ignore=("*/zeb*",)) == ["a.txt"]
    assert with_config("select: [format]", select=("words-of/zebra",)) == ["a.txt 3:3 3:21"]
    assert with_config("ignore: [words-of]", select=("words-of/zebra",)) == ["a.txt 3:3 3:21"]
    (folder / "newslint.yaml").write_text("packs: [../mini]\nrules: {words-of/zebra: suggestion}\n")
    report = next(iter(run(Request(select=("words-of",)), itself)))
    assert isinstance(report, Report) and report.verdict == "pass"


def test_a_draft_runs_only_when_it_is_spelled_out(tree: Tree, tmp_path: Path) -> None:
    rule = tmp_path / "mini" / "words-of" / "zebra.yaml"
    rule.write_text(rule.read_text() + "status: draft\n")
    tree(**{"a.txt": "zebra"})
    assert results() == ["a.txt"]
    assert results(select=("words-of/zebra",)) == ["a.txt 1:1"]


def test_metadata_and_front_matter_come_from_the_configuration(tree: Tree, tmp_path: Path) -> None:
    tree(**{
        "newslint.yaml": "packs: [../mini]\nselect: words-of\nfront-matter: {title: top}\n",
        "a.md": "---\ntop: Zebra zebra\n---\n\nA horse.\n",
        "b.md": "---\nother: A zebra\n---\n\nA horse.\n",
    })  # fmt: skip
    assert results(packs=(), select=()) == ["a.md 2:12", "b.md"]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory as Linux counts it")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("folder", ["flat", "deep"])
def test_memory_does_not_grow_with_the_number_of_files(tree: Tree, folder: str, jobs: int) -> None:
    """A process of its own says what it holds after a tenth of 20,000 files, and at most after that."""
    import subprocess

    for i in range(20_000):
        tree(**{f"flat/{i:05}.txt" if folder == "flat" else f"deep/{i % 100}/{i}.txt": "a zebra"})
    code = (
        "from newslint.runner import Request, run\n"
        "def held(): return int(open('/proc/self/statm').read().split()[1]) * 4\n"
        "last, n, order, early, most = '', 0, True, 0, 0\n"
        f"request = Request(paths=({folder!r},), use_config=False, packs=('../mini',), select=('words-of',), jobs={jobs})\n"
        "for path in run(request, lambda report: report.source.path):\n"
        "    order, last, n = order and last < path, path, n + 1\n"
        "    if n == 2000: early = held()\n"
        "    if n > 2000 and n % 100 == 0: most = max(most, held())\n"
        "print(n, order, early, most)"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    count, order, early, most = process.stdout.split()
    assert (count, order) == ("20000", "True")
    assert int(most) < int(early) + 2_500, f"{early} KB after 2,000 files, {most} KB later"
