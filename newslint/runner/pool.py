"""Checks articles in several processes, with results in order."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from newslint.model import ReadError, Report
from newslint.runner.checker import Checker
from newslint.runner.find import Target
from newslint.runner.request import Request

_Results = list[Report | ReadError | None]

_checker: Checker | None = None
"""The checker of this process. A forked worker inherits its parent's, with the rules loaded."""

_CHUNK = 16
"""Most articles in one piece of work: few enough that Ctrl-C and memory don't wait for them."""


def check_all(
    request: Request, checker: Checker, targets: Sequence[Target], jobs: int
) -> Iterator[Report | ReadError | None]:
    """What `checker.check` gives for each article, in order. At most a few chunks for each process are under way."""
    global _checker
    _checker = checker
    size = max(1, min(_CHUNK, len(targets) // (jobs * 4)))
    chunks = [targets[i : i + size] for i in range(0, len(targets), size)]
    at = 0
    try:
        while at < len(chunks):
            try:
                for results in _ordered(request, chunks[at:], jobs):
                    at += 1
                    yield from results
            except BrokenProcessPool:
                # A worker died (out of memory, a fault in a C library): one process an article shows at which.
                for target in chunks[at]:
                    yield _alone(request, target)
                at += 1
    except (KeyboardInterrupt, GeneratorExit):
        for process in multiprocessing.active_children():
            process.terminate()
        raise


def _ordered(request: Request, chunks: Sequence[Sequence[Target]], jobs: int) -> Iterator[_Results]:
    """Results of chunks in order. Raises BrokenProcessPool where a worker dies."""
    with _executor(request, jobs) as executor:
        waiting: deque[Future[_Results]] = deque()
        try:
            for chunk in chunks:
                with _interrupts_held():
                    waiting.append(executor.submit(_work, chunk))
                if len(waiting) > jobs * 2:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BaseException:
            # Only then: not waiting at a normal end would let the executor's thread race with the program's exit.
            executor.shutdown(wait=False, cancel_futures=True)
            raise


def _alone(request: Request, target: Target) -> Report | ReadError | None:
    with _executor(request, 1) as executor:
        try:
            with _interrupts_held():
                future = executor.submit(_work, [target])
            return future.result()[0]
        except BrokenProcessPool:
            return ReadError(target.path, "internal error, please report it: the process that checked it died")


def _executor(request: Request, jobs: int) -> ProcessPoolExecutor:
    # Forked workers have the rules at once; macOS and Windows can't fork safely.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    return ProcessPoolExecutor(jobs, context, _begin, (request,))


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Puts Ctrl-C off for the moment in which processes start: a worker must not see it before it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(request: Request) -> None:
    """Make a new process ready. Ctrl-C is the parent's affair."""
    global _checker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _checker is None:
        _checker = Checker(request)


def _work(targets: Sequence[Target]) -> _Results:
    assert _checker is not None
    return [_checker.check(target) for target in targets]
