"""A server on this machine: how it is found, started and ended, and what is said where that can't be."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from newslint.config.languagetool import LanguageTool
from newslint.integrations.languagetool import local
from newslint.integrations.languagetool.client import Client, Unavailable
from newslint.integrations.languagetool.jars import FOLDER_VARIABLE, find_jars, pom


@pytest.fixture
def nothing(cache_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without LanguageTool; the folder is its home."""
    for name in (FOLDER_VARIABLE, "LTP_PATH", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def put(folder: Path, name: str = "languagetool-server.jar") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"no jar")
    return folder


def why(settings: LanguageTool = LanguageTool()) -> str:  # noqa: B008
    with pytest.raises(Unavailable) as caught:
        local.start(settings)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_no_jars(nothing: Path) -> None:
    assert "no jars on this machine; fetch them with: mvn" in why()
    assert pom().exists()


def test_no_jars_where_they_are_said_to_be(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(nothing / ".local/share/newslint/languagetool")
    assert f"no languagetool-server*.jar in {nothing}/elsewhere" in why(LanguageTool(jars=str(nothing / "elsewhere")))


def test_where_jars_are_looked_for(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = put(nothing / ".cache/language_tool_python/LanguageTool-6.10")
    put(nothing / ".cache/language_tool_python/LanguageTool-6.9")
    assert find_jars()[::2] == (old, "jars fetched by language-tool-python")
    monkeypatch.setenv("LTP_PATH", str(nothing / "ltp"))
    other = put(nothing / "ltp/LanguageTool-6.8")
    assert find_jars().folder == other
    fetched = put(nothing / ".local/share/newslint/languagetool", "languagetool-server-6.8.jar")
    assert find_jars()[::2] == (fetched, "jars fetched with Maven")
    monkeypatch.setenv(FOLDER_VARIABLE, str(put(nothing / "mine")))
    assert find_jars().folder == nothing / "mine"
    assert find_jars(str(put(nothing / "configured"))).folder == nothing / "configured"


def test_no_java(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(nothing))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert "no Java on this machine; it needs Java 17" in why(LanguageTool(jars=str(put(nothing / "jars"))))


def test_a_java_that_is_too_old(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = nothing / "bin" / "java"
    java.parent.mkdir()
    java.write_text(
        "#!/bin/sh\necho 'Error: LinkageError occurred\njava.lang.UnsupportedClassVersionError: x' >&2; exit 1\n"
    )
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(nothing))
    assert "the Java on this machine is too old" in why(LanguageTool(jars=str(put(nothing / "jars"))))


def test_no_place_for_its_state(nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE", "off")
    assert "newslint's cache folder" in why()


def test_no_server_and_a_state_that_is_none(cache_folder: Path) -> None:
    assert local.running() is None and local.stop() is None
    (cache_folder / "languagetool" / "server.txt").write_text("one\ntwo")
    assert local.running() is None
    # A process of that number is another's by now.
    (cache_folder / "languagetool" / "server.txt").write_text(f"{os.getpid()}\nhttp://127.0.0.1:1\nx\n1.0")
    assert local.running() is None and local.stop() is None


@pytest.mark.languagetool
def test_jars_that_are_none(jars: str, nothing: Path) -> None:
    assert "did not start: Error: Could not find or load main class" in why(LanguageTool(jars=str(put(nothing / "j"))))


@pytest.mark.languagetool
def test_options_that_java_refuses(jars: str, cache_folder: Path) -> None:
    assert "did not start" in why(LanguageTool(jars=jars, memory="1k"))


@pytest.mark.languagetool
def test_two_starts_make_one_server_that_answers_until_it_is_stopped(jars: str, cache_folder: Path) -> None:
    settings = LanguageTool(jars=jars)
    results: list[tuple[local.Running, bool]] = []
    threads = [threading.Thread(target=lambda: results.append(local.start(settings))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    try:
        (one, new), (other, again) = results
        assert one == other and {new, again} == {True, False}
        assert local.address_of(settings._replace(server="local")) == one.address
        assert Client(one.address).about().version and local.memory(one.pid) > 100 << 20
        assert "en-AU" in Client(one.address).languages()
    finally:
        assert local.stop()
    assert not local.is_server(one.pid)


@pytest.mark.languagetool
def test_a_start_that_takes_too_long_leaves_nothing(
    jars: str, cache_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    launch = local._launch

    def remembered(*args: object, **more: object) -> subprocess.Popen[bytes]:
        started.append(launch(*args, **more))  # type: ignore[arg-type]
        return started[-1]

    monkeypatch.setattr(local, "_launch", remembered)
    monkeypatch.setattr(local, "PATIENCE", 0.2)
    assert "did not start within 0.2 seconds" in why(LanguageTool(jars=jars))
    assert len(started) == 1 and started[0].poll() is not None and local.running() is None


_RUN = """
import sys
from newslint.config.languagetool import LanguageTool
from newslint.integrations.languagetool.local import address_of
print(address_of(LanguageTool(server="local", jars=sys.argv[1])), flush=True)
sys.stdin.read()
"""


@pytest.mark.languagetool
@pytest.mark.skipif(os.name != "posix", reason="the shell that watches is POSIX's")
def test_a_server_of_a_run_ends_with_it_however_that_ends(jars: str, cache_folder: Path) -> None:
    run = subprocess.Popen([sys.executable, "-c", _RUN, jars], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert run.stdout and run.stdin
    address = run.stdout.readline().strip()
    assert Client(address).about().version
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdin.close()
    for _ in range(200):
        try:
            Client(address, 1).about()
        except Unavailable:
            break
        time.sleep(0.1)
    else:
        pytest.fail("the server goes on")


@pytest.mark.languagetool
def test_laid_out_as_language_tool_python_has_it(jars: str, nothing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = nothing / "LanguageTool-6.8"
    (folder / "libs").mkdir(parents=True)
    for jar in Path(jars).rglob("*.jar"):
        server = jar.name.startswith("languagetool-server")
        (folder / "languagetool-server.jar" if server else folder / "libs" / jar.name).symlink_to(jar)
    monkeypatch.setenv("LTP_PATH", str(nothing))
    found, _ = local.start(LanguageTool())
    try:
        assert found.way == "jars fetched by language-tool-python"
        assert Client(found.address).check("This are wrong.", "en-GB")
    finally:
        local.stop()
