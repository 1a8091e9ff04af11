"""A package of another hand brings a check kind, a reader, a reporter and a pack by entry points."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ARTICLE = """\
Ferry to end

Harbour boats will stop on Friday.

Each of the crew has found other work.

Last trips are sold out.

People wept.
"""
RULE = """\
check: acrostic
severity: warning
zones: [text]
message: spells {word}
words: [fhe]
"""


@pytest.fixture(scope="module")
def newslint(tmp_path_factory):
    """The command of a fresh environment in which newslint and the plug-in are installed."""
    folder = tmp_path_factory.mktemp("env")
    # The environment has newslint's dependencies by way of this one; newslint itself and the plug-in are installed.
    venv.create(folder, with_pip=False, system_site_packages=False)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    installed = [p for p in sys.path if p.endswith("site-packages")]
    Path(site, "dependencies.pth").write_text("\n".join(installed) + "\n", encoding="utf-8")
    for package in (ROOT, HERE / "acrostic"):
        subprocess.run(
            [sys.executable, "-m", "pip", "--python", python, "install", "-q", "--no-deps", "--no-build-isolation",
             "--disable-pip-version-check", package],
            check=True,
        )  # fmt: skip

    def run(*arguments: str, cwd: Path, input: str = "") -> subprocess.CompletedProcess[str]:
        command = [python, "-m", "newslint", *arguments]
        environ = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"} | {"PYTHONUTF8": "1"}
        return subprocess.run(
            command, cwd=cwd, input=input, capture_output=True, text=True, encoding="utf-8", env=environ
        )

    return run


def test_the_pack_and_its_kind(newslint, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    found = newslint("check", "ferry.txt", "--pack", "puzzles", "--format", "json", "--no-config", cwd=tmp_path)
    (file,) = json.loads(found.stdout)["files"]
    (finding,) = [d for d in file["diagnostics"] if d["rule"] == "games/acrostic"]
    assert (finding["line"], finding["column"], finding["message"]) == (3, 1, "the paragraphs spell 'help'")
    assert found.returncode == 1
    without = newslint("check", "ferry.txt", "--no-config", cwd=tmp_path)
    assert "acrostic" not in without.stdout and without.returncode == 0


def test_the_kind_in_a_rule_of_one_s_own(newslint, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "house" / "games").mkdir(parents=True)
    rule = tmp_path / "house" / "games" / "spell.yaml"
    rule.write_text(RULE, encoding="utf-8")
    (tmp_path / "newslint.yaml").write_text("packs: [./house]\n", encoding="utf-8")
    found = newslint("check", "ferry.txt", "--format", "concise", cwd=tmp_path)
    assert "spells fhe" in found.stdout
    rule.write_text(RULE.replace("acrostic", "acrostics"), encoding="utf-8")
    refused = newslint("check", "ferry.txt", cwd=tmp_path)
    assert refused.returncode == 2
    assert "no check kind 'acrostics': did you mean 'acrostic'?" in refused.stderr
    rule.write_text(RULE.replace("words:", "wards:"), encoding="utf-8")
    assert "unknown key 'wards': did you mean 'words'?" in newslint("check", "ferry.txt", cwd=tmp_path).stderr


def test_the_examples_of_the_pack(newslint, tmp_path: Path) -> None:
    tested = newslint("rule", "test", str(HERE / "acrostic/src/acrostic/pack"), cwd=tmp_path)
    assert (tested.returncode, tested.stderr) == (0, "")


def test_the_reader(newslint, tmp_path: Path) -> None:
    (tmp_path / "ferry.shout").write_text("FERRY TO END\nTHE BOAT LEFT AT 12 NOON , IT DID.\n", encoding="utf-8")
    (tmp_path / "soft.shout").write_text("Ferry\n", encoding="utf-8")
    found = newslint("check", ".", "--format", "json", "--no-config", cwd=tmp_path)
    result = json.loads(found.stdout)
    assert {d["rule"] for d in result["files"][0]["diagnostics"]} >= {"usage/redundant", "punctuation/space-before"}
    assert [e["message"] for e in result["errors"]] == ["not a shout: it has small letters"]
    piped = newslint(
        "check",
        "-",
        "--stdin-format",
        "shout",
        "--no-config",
        "--format",
        "concise",
        cwd=tmp_path,
        input="NOON\nAT 12 NOON\n",
    )
    assert "usage/redundant" in piped.stdout
    wrong = newslint("check", "-", "--stdin-format", "whisper", cwd=tmp_path)
    assert wrong.returncode == 2 and "'whisper' is not one of text, markdown, html, fields, shout" in wrong.stderr
    (tmp_path / "newslint.yaml").write_text("formats: {'*.loud': shout}\n", encoding="utf-8")
    (tmp_path / "ferry.loud").write_text("FERRY\nAT 12 NOON\n", encoding="utf-8")
    assert "usage/redundant" in newslint("check", "ferry.loud", "--format", "concise", cwd=tmp_path).stdout


def test_the_reporter(newslint, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(ARTICLE + "\nIt left at 12 noon.\n\nWe had 12 midnight.\n", encoding="utf-8")
    found = newslint("check", "ferry.txt", "--format", "tally", "--no-config", cwd=tmp_path)
    assert found.stdout == "2 usage/redundant\n1 files\n"
    both = newslint("check", "ferry.txt", "--output", "tally:tally.txt", "--no-config", cwd=tmp_path)
    assert "usage/redundant" in both.stdout
    assert (tmp_path / "tally.txt").read_text(encoding="utf-8") == found.stdout


def test_the_kind_is_listed(newslint, tmp_path: Path) -> None:
    schema = json.loads(newslint("rule", "schema", cwd=tmp_path).stdout)
    assert "acrostic" in schema["properties"]["check"]["enum"]
