"""A process that checks articles for another one.

On Linux it is forked and has the rules at once; pipes and `os.fork` need no module that is not loaded anyway, where
`multiprocessing` takes as long to import as a hundred articles to check. Elsewhere, where forking is not safe or not
to be had, `multiprocessing` starts it.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from newslint.config import Config
from newslint.runner.checker import Checker
from newslint.runner.find import Target

_FORKS = sys.platform == "linux"
_LENGTH = 8
"""Bytes of the length before each message."""


class _Line(Protocol):
    """Where messages go to and come from."""

    def send_bytes(self, message: bytes, /) -> None: ...

    def recv_bytes(self) -> bytes: ...

    def close(self) -> None: ...


class Worker:
    """One process, seen from the one that started it."""

    def __init__(self, line: _Line, process: Any, known: set[str]) -> None:
        """`known`: configurations that it has, by their paths."""
        self.line = line
        self._process = process
        self._known = known

    def lacks(self, targets: Sequence[Target]) -> bool:
        """Whether it is to be told a configuration before it can check these articles."""
        return any(target.config.path not in self._known for target in targets)

    def send(self, targets: Sequence[Target]) -> None:
        """Hand out articles. Raises OSError for a process that has ended."""
        new = {t.config.path: t.config for t in targets if t.config.path not in self._known}
        self._known |= set(new)
        plain = [(t.path, t.format, t.config.path, t.named, t.size) for t in targets]
        self.line.send_bytes(pickle.dumps((new, plain), pickle.HIGHEST_PROTOCOL))

    def receive(self) -> tuple[list[Any], int]:
        """The results for the articles that were handed out first, and their size in bytes. Raises EOFError or OSError
        for a process that has ended."""
        message = self.line.recv_bytes()
        return pickle.loads(message), len(message)

    def end(self) -> None:
        """Close what leads to it and wait for its end; one that is at work is stopped."""
        with suppress(OSError):
            self.line.close()
        self._process.terminate()
        self._process.join()


def wait(workers: Sequence[Worker]) -> list[Worker]:
    """Those that have something to say, or have died; at least one."""
    if not _FORKS:
        from multiprocessing.connection import wait as wait_for

        lines: list[Any] = [worker.line for worker in workers]
        ready = wait_for(lines)
        return [worker for worker in workers if worker.line in ready]
    from select import POLLIN, poll

    asked = poll()
    by_number = {}
    for worker in workers:
        assert isinstance(worker.line, Pipes)
        by_number[worker.line.incoming] = worker
        asked.register(worker.line.incoming, POLLIN)
    return [by_number[number] for number, _ in asked.poll()]


def start(checker: Checker[Any], others: Sequence[Worker]) -> Worker:
    """A new process with the rules of a checker. Raises OSError where there can be no more."""
    with _interrupts_held():
        return _fork(checker, others) if _FORKS else _spawn(checker)


class Pipes:
    """A line made of two pipes."""

    def __init__(self, incoming: int, outgoing: int) -> None:
        self.incoming = incoming
        self._outgoing = outgoing

    def send_bytes(self, message: bytes) -> None:
        """Send a message. Raises OSError where nobody reads any more."""
        rest = memoryview(len(message).to_bytes(_LENGTH, "little") + message)
        while rest:
            rest = rest[os.write(self._outgoing, rest) :]

    def recv_bytes(self) -> bytes:
        """Wait for a message. Raises EOFError where none will come."""
        return self._read(int.from_bytes(self._read(_LENGTH), "little"))

    def close(self) -> None:
        """Close both, once."""
        incoming, self.incoming = self.incoming, -1
        outgoing, self._outgoing = self._outgoing, -1
        for number in (incoming, outgoing):
            if number >= 0:
                os.close(number)

    def _read(self, count: int) -> bytes:
        parts = []
        while count:
            part = os.read(self.incoming, count)
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


class _Child:
    """A forked process."""

    def __init__(self, number: int) -> None:
        self._number = number

    def terminate(self) -> None:
        with suppress(ProcessLookupError):
            os.kill(self._number, signal.SIGTERM)

    def join(self) -> None:
        if self._number:
            with suppress(ChildProcessError):
                os.waitpid(self._number, 0)
            self._number = 0


def _fork(checker: Checker[Any], others: Sequence[Worker]) -> Worker:
    tasks, results = os.pipe(), os.pipe()
    ours, theirs = Pipes(results[0], tasks[1]), Pipes(tasks[0], results[1])
    try:
        number = os.fork()
    except OSError:
        ours.close()
        theirs.close()
        raise
    if number:
        theirs.close()
        return Worker(ours, _Child(number), set(checker.configs))
    status = 1
    try:
        ours.close()
        for other in others:
            # A pipe ends for its reader when its last writer is gone.
            other.line.close()
        # The rules stay: to go through them for garbage would only copy their pages.
        gc.freeze()
        _serve(checker, theirs)
        status = 0
    except BaseException:
        if os.environ.get("NEWSLINT_DEBUG"):
            sys.excepthook(*sys.exc_info())
    finally:
        # Neither what the other process has in its buffers nor what it does at its end is ours.
        os._exit(status)


def _spawn(checker: Checker[Any]) -> Worker:
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(checker, theirs), daemon=True)
    process.start()
    theirs.close()
    return Worker(ours, process, set())


def _serve(checker: Checker[Any], line: _Line) -> None:
    """What the process does: check what is handed to it, until nothing more can come. Ctrl-C is the other's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    configs: dict[str, Config] = dict(checker.configs)
    with suppress(EOFError, BrokenPipeError):
        while True:
            new, plain = pickle.loads(line.recv_bytes())
            configs |= new
            results = [
                checker.check(Target(path, format, configs[config], named, size))
                for path, format, config, named, size in plain
            ]
            line.send_bytes(pickle.dumps(results, pickle.HIGHEST_PROTOCOL))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Puts Ctrl-C off for the moment in which a process starts: it must not see it before it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
