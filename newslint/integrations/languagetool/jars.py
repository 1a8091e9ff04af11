"""Finds a LanguageTool on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from newslint.integrations.languagetool.client import Unavailable
from newslint.model.records import NamedTuple

FOLDER_VARIABLE = "NEWSLINT_LANGUAGETOOL"
SERVER_JAR = "languagetool-server"
_NUMBERS = re.compile(r"\d+")


class Jars(NamedTuple):
    """A LanguageTool: its folder, its class path, and which way it was found."""

    folder: Path
    class_path: str
    way: str


def data_folder() -> Path:
    """The folder that the project's pom.xml fills, among the user's data."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "newslint" / "languagetool"


def find_jars(named: str = "") -> Jars:
    """The LanguageTool to start. named: its folder by configuration. Raises Unavailable.

    Looked at in turn: the folder named, $NEWSLINT_LANGUAGETOOL, the folder that the pom.xml fills, and what
    language-tool-python has fetched ($LTP_PATH, ~/.cache/language_tool_python). Who names a folder means no other.
    """
    variable = os.environ.get(FOLDER_VARIABLE, "")
    for text, way in ((named, "jars named by the configuration"), (variable, f"jars named by ${FOLDER_VARIABLE}")):
        if text:
            found = _at(Path(text).expanduser(), way)
            if found is None:
                raise Unavailable(f"LanguageTool: no {SERVER_JAR}*.jar in {text}; {how_to_fetch()}")
            return found
    found = _at(data_folder(), "jars fetched with Maven")
    if found:
        return found
    for folder in _fetched():
        found = _at(folder, "jars fetched by language-tool-python")
        if found:
            return found
    raise Unavailable(f"LanguageTool: no jars on this machine; {how_to_fetch()}")


def fetch() -> None:
    """Have language-tool-python fetch LanguageTool from languagetool.org, unless there is one. Raises Unavailable.

    It is under the GPL and runs as a program of its own: nothing of it is imported here.
    """
    with suppress(Unavailable):
        find_jars()
        return
    code = "from language_tool_python.download_lt import download_lt; download_lt()"
    try:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    except OSError as error:
        raise Unavailable(f"LanguageTool: {sys.executable} can't be started: {error.strerror}") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it said nothing"])[-1][:200]
        if "No module named 'language_tool_python'" in done.stderr:
            last = "it is not installed: pip install 'newslint[languagetool]'"
        raise Unavailable(f"LanguageTool: language-tool-python could not fetch it ({last}); or {how_to_fetch()}")


def how_to_fetch() -> str:
    """The command that fetches the jars."""
    return f"fetch them with: mvn -q -f {pom()} package"


def pom() -> Path:
    """The project's pom.xml: in a wheel beside this file, else in the checkout."""
    inside = Path(__file__).with_name("pom.xml")
    return inside if inside.exists() else Path(__file__).parents[3] / "integrations" / "languagetool" / "pom.xml"


def _at(folder: Path, way: str) -> Jars | None:
    try:
        servers = sorted(p.name for p in folder.glob(f"{SERVER_JAR}*.jar"))
    except OSError:
        return None
    if not servers:
        return None
    # A release has the server beside libs/*.jar and names them in its manifest; Maven puts all jars side by side.
    return Jars(folder, os.pathsep.join((str(folder / "*"), str(folder / "libs" / "*"))), way)


def _fetched() -> list[Path]:
    """Folders of language-tool-python, the newest version first."""
    base = os.environ.get("LTP_PATH") or "~/.cache/language_tool_python"
    folders = [p for p in Path(base).expanduser().glob("LanguageTool-*") if p.is_dir()]
    return sorted(folders, key=lambda p: [int(n) for n in _NUMBERS.findall(p.name)], reverse=True)
