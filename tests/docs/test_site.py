"""The documentation builds, has a page for every rule, can be searched, and needs no network."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newslint.rulebook.load import load
from newslint.rulebook.packs import built_in_packs

pytest.importorskip("sphinx", reason="the extra 'docs' is not installed")
DOCS = Path(__file__).parents[2] / "docs"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-d",
        str(out / "trees"),
        str(DOCS),
        str(out),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return out


def test_every_rule_and_style_has_a_page(site: Path) -> None:
    for rule in load():
        page = (site / "reference" / f"{rule.id}.html").read_text()
        assert rule.id in page
        # What is shown as bytes has nothing to mark.
        texts = [zip(example.files, example.marks, strict=True) for example in rule.examples]
        marked = any(marks and file.data is None for example in texts for file, marks in example)
        assert ("<mark>" in page) is marked
    for name in built_in_packs():
        if name == "core":
            continue
        style = (site / "reference" / "styles" / f"{name}.html").read_text()
        for rule in load(["core", name]):
            if rule.pack == name:
                assert f"{name}/{rule.id}.html" in style
                page = (site / "reference" / "styles" / name / f"{rule.id}.html").read_text()
                assert rule.reference in page
                assert page.count('class="example bad"') == sum(example.bad for example in rule.examples)


def test_a_page_shows_what_is_said_the_fix_and_who_sets_the_rule(site: Path) -> None:
    page = (site / "reference" / "dates" / "clock.html").read_text()
    assert "the house writes '9am'" in page
    assert re.search(r"→ The gates open at <ins>9am</ins> and close at <ins>5\.30pm\.</ins>", page)
    assert "Styles that set it" in page
    assert "styles/ap/dates/clock.html" in page
    assert "Parameters" in page
    silent = (site / "reference" / "dates" / "format.html").read_text()
    assert "Silent while one of these is live" in silent
    sources = (site / "reference" / "styles" / "bbc" / "usage" / "bbc.html").read_text()
    assert sources.count("https://www.bbc.co.uk/newsstyleguide/l") > 2


def test_rules_can_be_searched_for(site: Path) -> None:
    index = (site / "searchindex.js").read_text()
    assert "reference/typos/shift-slip" in index


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    fetched = r'<(?:script|img|iframe|link|source)\b[^>]*?(?:src|href)="(?:https?:)?//[^"]*"'
    for page in site.rglob("*.html"):
        assert not re.findall(fetched, page.read_text()), page.name
    for sheet in site.rglob("*.css"):
        assert not re.search(r"url\(['\"]?(?:https?:)?//", sheet.read_text()), sheet.name
