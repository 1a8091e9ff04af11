"""The rules in docs/rules.md are real: they load together over the core pack, and their examples hold."""

import re
from pathlib import Path

from newslint.engine.proof import prove_all
from newslint.rulebook.load import load

PAGE = Path(__file__).parent.parent.parent / "docs" / "rules.md"
_FILE = re.compile(r"```yaml\n(?:# house/(\S+)\n)?(.*?)```", re.DOTALL)


def test_the_pack_of_the_page_works(tmp_path: Path) -> None:
    blocks = _FILE.findall(PAGE.read_text(encoding="utf-8"))
    for name, text in blocks:
        path = tmp_path / "house" / (name or "pack.yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    book = load([tmp_path / "house"])
    rules = [rule for rule in book if rule.pack == "house"]
    assert len(rules) == len(blocks) - 2
    assert [str(f) for f in prove_all(rules, book.lexicon)] == []
