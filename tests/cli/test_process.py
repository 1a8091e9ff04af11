"""The command as a process of its own: pipes, signals, consoles, and what it imports."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and pipes of POSIX")


def start(*args: str, env: dict[str, str] | None = None, **options: int) -> subprocess.Popen[bytes]:
    """Starts the command."""
    return subprocess.Popen([sys.executable, "-m", "newslint", *args], env={**os.environ, **(env or {})}, **options)  # type: ignore[call-overload, no-any-return]


def ran(*args: str, data: bytes = b"", env: dict[str, str] | None = None) -> tuple[int, bytes, bytes]:
    """Runs the command to its end."""
    process = start(*args, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    out, err = process.communicate(data, timeout=60)
    return process.returncode, out, err


def test_a_cp1252_console(mini: Path) -> None:
    (mini / "wide.txt").write_text("Zoo “opens” 図書館\n\nA zebra, a 図書館 and a café.\n", encoding="utf-8")
    status, out, err = ran("check", "wide.txt", env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"})
    assert (status, err) == (1, b"")
    assert "A zebra, a \\u56f3\\u66f8\\u9928 and a café." in out.decode("cp1252")
    for format in ("concise", "json"):
        assert ran("check", "wide.txt", "--format", format, env={"PYTHONIOENCODING": "ascii"})[0] == 1


def test_a_file_name_that_is_not_utf_8(mini: Path) -> None:
    Path(os.fsdecode(os.fsencode(str(mini)) + b"/caf\xe9.txt")).write_text("zebra")
    for format in ("text", "json"):
        status, out, err = ran("check", ".", "--format", format)
        assert (status, err) == (1, b"")
        assert b"\\udce9.txt" in out


def test_a_closed_pipe_is_quiet(mini: Path) -> None:
    (mini / "long.txt").write_text("zebra\n" * 20_000)
    process = start("check", "long.txt", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 141


def test_a_closed_pipe_costs_no_file(mini: Path) -> None:
    (mini / "long.txt").write_text("zebra\n" * 20_000)
    process = start("check", "long.txt", "--output", "json:o.json", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 141
    assert json.loads((mini / "o.json").read_text())["summary"]["errors"] == 20_000


def shell(line: str) -> tuple[int, str, str]:
    """Runs the command with the redirections of a shell."""
    process = subprocess.run(f'"{sys.executable}" -m newslint {line}', shell=True, capture_output=True, text=True)
    return process.returncode, process.stdout, process.stderr


def test_closed_streams(mini: Path) -> None:
    assert shell("check bad.txt >&-") == (1, "", "")
    status, out, _ = shell("check bad.txt none.txt --format concise 2>&-")
    assert (status, out.splitlines()[0]) == (2, "bad.txt:3:3: error words-of/zebra 'zebra' is no word for this house")
    assert shell("check bad.txt --quiet >&- 2>&-")[0] == 1
    assert shell("check - --quiet <&-") == (2, "", "newslint: -: cannot be read: it is closed\n")
    assert shell("check bad.txt --format nope >&- 2>&-")[0] == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a full disk")
def test_a_full_disk(mini: Path) -> None:
    full = "newslint: cannot write {}: No space left on device\n"
    for line in ("check bad.txt", "rules"):
        assert shell(f"{line} >/dev/full") == (2, "", full.format("standard output"))
    status, _, err = shell("check bad.txt --output /dev/full --output json:o.json")
    assert (status, err) == (2, full.format("/dev/full"))
    assert (mini / "o.json").exists()
    assert shell("check bad.txt none.txt --format concise 2>/dev/full")[1].startswith("bad.txt:3:3")


# A folder for a mark: a signal that comes while a file is closed could be lost in its finalizer.
AT_WORK = """
import os, time, newslint.runner.checker as checker
def check(self, target):
    os.makedirs(f"{os.getpid()}.at-work", exist_ok=True)
    time.sleep(300)
checker.Checker.check = check
import newslint.cli
newslint.cli.main()
"""


@contextmanager
def at_work(folder: Path, processes: int, *args: str) -> Iterator[subprocess.Popen[bytes]]:
    """The command in a process group of its own, once so many processes are each at an article that never ends."""
    command = [sys.executable, "-c", AT_WORK, *args]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0, cwd=folder)
    try:
        end = time.monotonic() + 120
        while len(list(folder.glob("*.at-work"))) < processes:
            assert process.poll() is None and time.monotonic() < end, "it did not get to work"
            time.sleep(0.02)
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def interrupted(process: subprocess.Popen[bytes], group: bool = False) -> tuple[int, bytes, bytes]:
    """What Ctrl-C makes of the command. Pressed once more after a while, as a person would: Python drops the exception
    where it comes up inside a finalizer."""
    send = (lambda: os.killpg(process.pid, signal.SIGINT)) if group else (lambda: process.send_signal(signal.SIGINT))
    send()
    try:
        out, err = process.communicate(timeout=30)
    except subprocess.TimeoutExpired:
        send()
        out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_ctrl_c_ends_without_a_traceback(mini: Path) -> None:
    with at_work(mini, 1, "check", "bad.txt") as process:
        assert interrupted(process) == (130, b"", b"")


@pytest.mark.skipif(sys.platform != "linux", reason="what makes the articles endless is handed on by fork")
def test_ctrl_c_ends_the_other_processes_too(mini: Path) -> None:
    for i in range(80):
        (mini / f"{i}.txt").write_text("horse")
    with at_work(mini, 2, "check", ".", "--jobs", "2") as process:
        assert interrupted(process, group=True) == (130, b"", b"")
        # They were waited for: nothing is left of the group.
        with pytest.raises(ProcessLookupError):
            os.killpg(process.pid, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="what makes the articles endless is handed on by fork")
def test_processes_end_with_the_one_that_started_them(mini: Path) -> None:
    for i in range(80):
        (mini / f"{i}.txt").write_text("horse")
    marking = AT_WORK.replace("time.sleep(300)", "time.sleep(0.2)")
    command = [sys.executable, "-c", marking, "check", ".", "--jobs", "2"]
    process = subprocess.Popen(command, process_group=0, cwd=mini, stdout=subprocess.DEVNULL)
    end = time.monotonic() + 120
    while len(list(mini.glob("*.at-work"))) < 2:
        assert time.monotonic() < end
        time.sleep(0.02)
    process.kill()
    process.wait()
    while time.monotonic() < end:
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("a process was left behind")


def test_a_named_pipe_does_not_make_it_wait(mini: Path) -> None:
    os.mkfifo(mini / "pipe.txt")
    status, out, err = ran("check", "pipe.txt", "bad.txt", "--format", "concise")
    assert (status, out.count(b"bad.txt:3:3")) == (2, 1)
    assert err.decode() == (
        "newslint: pipe.txt: not a file but a named pipe; to check what comes from it: "
        "newslint check - --stdin-filename NAME < pipe.txt\n"
    )
    status, out, err = ran("check", ".", "--format", "concise")
    assert (status, err) == (1, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="the fault is handed on by fork")
def test_a_process_that_dies_is_one_line_and_the_other_files_are_checked(mini: Path) -> None:
    for i in range(40):
        (mini / f"{i:02}.txt").write_text("zebra")
    code = (
        "import os, newslint.runner.checker as c; check = c.Checker.check\n"
        "c.Checker.check = lambda self, t: os._exit(9) if t.path == '13.txt' else check(self, t)\n"
        "import newslint.cli; newslint.cli.main()"
    )
    command = [sys.executable, "-c", code, "check", ".", "--jobs", "2", "--format", "concise"]
    process = subprocess.run(command, capture_output=True, text=True, timeout=120)
    line = "newslint: 13.txt: internal error, please report it: the process that checked it died\n"
    assert (process.returncode, process.stderr) == (2, line)
    checked = [line.partition(":")[0] for line in process.stdout.splitlines() if "zebra" in line]
    assert checked == [*(f"{i:02}.txt" for i in range(40) if i != 13), "bad.txt"]


@pytest.mark.parametrize(("module", "command"), [("click", ["rules"]), ("newslint.model", ["check", "bad.txt"])])
def test_ctrl_c_while_it_starts(mini: Path, module: str, command: list[str]) -> None:
    code = f"import sys, signal\nclass Stop:\n def find_spec(self, name, *a):\n  name == {module!r} and signal.raise_signal(2)\n"
    code += "sys.meta_path.insert(0, Stop())\nimport newslint.cli\nnewslint.cli.main()"
    process = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, timeout=60)
    assert (process.returncode, process.stdout, process.stderr) == (130, b"", b"")


def test_standard_input(mini: Path) -> None:
    assert ran("check", "-", "--format", "concise", data=b"A zebra\n") == (
        1,
        b"-:1:3: error words-of/zebra 'zebra' is no word for this house\n",
        b"",
    )
    status, out, _ = ran("check", "-", "--stdin-filename", "a/b.html", "--format", "concise", data=b"<p>A zebra</p>")
    assert (status, out) == (1, b"a/b.html:1:6: error words-of/zebra 'zebra' is no word for this house\n")
    assert ran("check", "-", data="\ufeffA horse".encode("utf-16"))[0] == 0
    assert ran("check", "-", data=b"")[0] == 0
    assert ran("check", "-", data=b"a\0b")[0] == 2


def test_an_internal_error_is_one_line(mini: Path) -> None:
    code = "import newslint.runner.session as r; r.find = lambda *a: 1/0; import newslint.cli as c; c.main()"
    for debug in ("", "1"):
        process = subprocess.run(
            [sys.executable, "-c", code, "check"],
            capture_output=True,
            text=True,
            env={**os.environ, "NEWSLINT_DEBUG": debug},
        )
        assert ("Traceback" in process.stderr) == bool(debug)
        if not debug:
            assert process.returncode == 2
            assert "internal error, please report it: ZeroDivisionError" in process.stderr


HEAVY = ("json", "concurrent.futures", "multiprocessing", "importlib.metadata", "pathspec", "rich", "tomllib", "lxml",
         "pyromark", "tree_sitter", "asyncio", "difflib", "dataclasses", "newslint.reporters.json")  # fmt: skip


def test_checking_a_text_imports_what_it_needs_and_no_more(mini: Path) -> None:
    (mini / "newslint.yaml").unlink()
    code = (
        "import sys, newslint.cli as c; s = c.run(['check', 'good.txt', '--select', 'typos']);"
        f"print(s, [m for m in {HEAVY!r} if m in sys.modules])"
    )
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert process.stdout.splitlines()[-1] == "0 []", process.stdout + process.stderr


def test_progress_is_for_terminals_only(mini: Path) -> None:
    import pty

    for i in range(60):
        (mini / f"{i}.txt").write_text("horse")
    assert ran("check", ".", "--jobs", "1")[2] == b""
    parent, child = pty.openpty()
    process = start("check", ".", "--jobs", "1", stdout=subprocess.DEVNULL, stderr=child)
    os.close(child)
    assert process.wait(60) == 1
    assert b"60 articles" in os.read(parent, 10_000)
    os.close(parent)
