"""Starts, finds and stops a LanguageTool server on this machine."""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newslint.config.languagetool import LanguageTool
from newslint.integrations.languagetool.client import Client, Unavailable
from newslint.integrations.languagetool.jars import Jars, find_jars
from newslint.model.records import NamedTuple
from newslint.storage.folder import cache_folder

PATIENCE = 180.0
"""Seconds that a start may take. It takes five; a machine with much else to do has been seen to need eighty."""
_ENDING = 5.0
"""Seconds that a server has to end when it is asked to."""
_MAIN = "org.languagetool.server.HTTPServer"
_SETTINGS = "pipelineCaching=true\nmaxPipelinePoolSize=16\npipelineExpireTimeInSeconds=86400\ncacheSize=2000\n"
"""Without a cache of pipelines the server makes one for each request, which takes longer than a paragraph's check."""
_VARIABLE = "NEWSLINT_LANGUAGETOOL_SERVER"
"""Address of the server of a run, for the run's other processes."""
_WATCH = 'exec 3<&0; "$@" </dev/null 3<&- & p=$!; (read _ <&3; kill $p) & wait $p'
_WARMING = "This is a sentence, and the server knows what to do with it."


class Running(NamedTuple):
    """A server that `start` started: process, address, how its jars were found, seconds that the start took."""

    pid: int
    address: str
    way: str
    seconds: float


def start(settings: LanguageTool, port: int = 0) -> tuple[Running, bool]:
    """A server that stays when this process ends, and whether it was started now. Raises Unavailable.

    port: where it is to listen; 0 takes one that is free. There is one such server for a user: where it runs already,
    it is the one.
    """
    folder = _folder()
    with _alone(folder):
        found = running()
        if found:
            return found, False
        jars = find_jars(settings.jars)
        port = port or _free_port()
        began = time.monotonic()
        with (folder / "server.log").open("wb") as log:
            process = _launch(jars, settings, port, folder, log.fileno())
        address = f"http://127.0.0.1:{port}"
        try:
            _await(process, Client(address, PATIENCE), settings.language or "en-GB", folder / "server.log", began)
        except BaseException:
            _end(process.pid, process)
            raise
        found = Running(process.pid, address, jars.way, round(time.monotonic() - began, 1))
        (folder / "server.txt").write_text("\n".join(map(str, found)), encoding="utf-8")
        return found, True


def running() -> Running | None:
    """The server that `start` has left running, if it still does."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        pid, address, way, seconds = Path(folder, "languagetool", "server.txt").read_text(encoding="utf-8").split("\n")
        found = Running(int(pid), address, way, float(seconds))
    except (OSError, ValueError):
        return None
    return found if is_server(found.pid) else None


def stop() -> Running | None:
    """End the server that `start` has left running; None where there is none."""
    found = running()
    if found:
        _end(found.pid)
    with suppress(OSError):
        (_folder() / "server.txt").unlink()
    return found


def address_of(settings: LanguageTool) -> str:
    """The address that settings come to. "local" is the server that is running, else one for this run, which ends
    with this process; its other processes share it. Raises Unavailable."""
    if settings.server != "local":
        return settings.server
    found = running()
    if found:
        return found.address
    if not os.environ.get(_VARIABLE):
        os.environ[_VARIABLE] = _for_this_run(settings)
    return os.environ[_VARIABLE]


def memory(pid: int) -> int:
    """Bytes of memory that a process has, 0 where that can't be told."""
    with suppress(OSError, ValueError, IndexError):
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
    with suppress(OSError, ValueError):
        found = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, timeout=5)
        return int(found.stdout) * 1024
    return 0


def is_server(pid: int) -> bool:
    """Whether a process lives and is a LanguageTool server: numbers of processes are used again."""
    with suppress(OSError):
        return _MAIN.encode() in Path(f"/proc/{pid}/cmdline").read_bytes()
    if sys.platform == "linux":
        return False
    with suppress(OSError, subprocess.SubprocessError):
        found = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, timeout=5)
        return _MAIN in found.stdout
    return False


def _for_this_run(settings: LanguageTool) -> str:
    """Start a server that ends with this process, however that ends."""
    jars = find_jars(settings.jars)
    folder = _folder()
    port = _free_port()
    path = folder / f"run-{os.getpid()}.log"
    began = time.monotonic()
    with path.open("wb") as log:
        process = _launch(jars, settings, port, folder, log.fileno(), tied=True)
    owner = os.getpid()

    def finish() -> None:
        if os.getpid() == owner:
            _end(process.pid, process)
            with suppress(OSError):
                path.unlink()

    atexit.register(finish)
    address = f"http://127.0.0.1:{port}"
    try:
        _await(process, Client(address, PATIENCE), settings.language or "en-GB", path, began)
    except BaseException:
        finish()
        raise
    return address


def _launch(
    jars: Jars, settings: LanguageTool, port: int, folder: Path, log: int, tied: bool = False
) -> subprocess.Popen[bytes]:
    """Start Java. Raises Unavailable.

    tied: the server ends when this process does, even when that is killed: a shell waits for the end of a pipe that
    only this process holds.
    """
    options = folder / "server.properties"
    if not options.exists() or options.read_text() != _SETTINGS:
        options.write_text(_SETTINGS)
    command = [
        _java(), f"-Xmx{settings.memory}", "-cp", jars.class_path, _MAIN, "--config", str(options), "--port", str(port),
    ]  # fmt: skip
    tied = tied and os.name == "posix"
    if tied:
        command = ["/bin/sh", "-c", _WATCH, "sh", *command]
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE if tied else subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    except OSError as error:
        raise Unavailable(f"LanguageTool: {command[0]} can't be started: {error.strerror}") from None


def _java() -> str:
    """The Java to use. Raises Unavailable."""
    from shutil import which

    home = os.environ.get("JAVA_HOME")
    path = which("java", path=os.path.join(home, "bin")) if home else None
    path = path or which("java")
    if path is None:
        raise Unavailable("LanguageTool: there is no Java on this machine; it needs Java 17 or later")
    return path


def _await(process: subprocess.Popen[bytes], client: Client, language: str, log: Path, began: float) -> None:
    """Wait for a server to answer, and make it ready for the first paragraph. Raises Unavailable."""
    address = client.address.removeprefix("http://").partition(":")
    while True:
        if process.poll() is not None:
            raise Unavailable(f"LanguageTool did not start: {_reason(log)}")
        if time.monotonic() - began > PATIENCE:
            raise Unavailable(f"LanguageTool did not start within {PATIENCE:g} seconds; see {log}")
        try:
            with socket.create_connection((address[0], int(address[2])), timeout=1):
                break
        except OSError:
            time.sleep(0.05)
    client.about()
    client.check(_WARMING, language)
    client.close()


_ERRORS = ("Error", "Exception", "Could not", "Unrecognized", "Invalid")


def _reason(log: Path) -> str:
    """Why a server ended, from what it wrote."""
    text = log.read_text(encoding="utf-8", errors="replace")
    if "UnsupportedClassVersionError" in text:
        return "the Java on this machine is too old; LanguageTool needs Java 17 or later"
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if any(mark in line for mark in _ERRORS) and not line.startswith("at ")]
    return f"{(telling or lines or ['it said nothing'])[0][:200]}; see {log}" if lines else "it said nothing"


def _end(pid: int, process: subprocess.Popen[bytes] | None = None) -> None:
    """End a server, at once if it does not go by itself."""
    if process and process.stdin:
        # The shell that waits for this ends the server.
        with suppress(OSError):
            process.stdin.close()
    else:
        with suppress(OSError):
            os.kill(pid, signal.SIGTERM)
    until = time.monotonic() + _ENDING
    while time.monotonic() < until:
        if (process.poll() is not None) if process else not _alive(pid):
            return
        time.sleep(0.02)
    with suppress(OSError, AttributeError):
        os.killpg(pid, signal.SIGKILL)
    if process:
        process.wait()


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    # A child that has ended and was not waited for.
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return True


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _folder() -> Path:
    """Where logs and the state of the server are. Raises Unavailable."""
    base = cache_folder()
    if base is None:
        raise Unavailable("LanguageTool: a server needs newslint's cache folder (NEWSLINT_CACHE is off)")
    folder = Path(base) / "languagetool"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable(f"LanguageTool: {folder} can't be made: {error.strerror}") from None
    return folder


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold other starts off: a second one must find the first's server, not start its own."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with (folder / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
