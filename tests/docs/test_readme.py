"""The run that the README shows is a real one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
FERRY = """\
Ferry to the islands returns

The island ferry sails again. The company is ten years old on Friday, and Ms Okafor, who runs it, was was pleased.
Twitter Facebook Reddit Email

The timetable has six crossings a day. Ms Okafor expects full boats in summer.

Okafor hopes for a second boat.
"""


def test_the_sample_run(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY)
    block = re.search(r"```text\n\$ newslint (check ferry.txt)\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert block
    command = [sys.executable, "-m", "newslint", *block[1].split()]
    plain = os.environ | {"COLUMNS": "75", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=tmp_path, env=plain, capture_output=True, encoding="utf-8")
    assert done.stdout == block[2]
    assert done.returncode == 1
