"""Checks articles in several processes, with results in order.

Articles are handed out in pieces of about the same number of bytes, two to a process, so that none waits for the next
one. What can be said of a file is made of it where it was checked; what travels back is little more than the text to
print. No threads: Ctrl-C finds this process waiting, and it ends the others before it ends.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any, Generic, TypeVar

from newslint.model import ReadError
from newslint.runner.checker import Checker, Result
from newslint.runner.find import Found, Target
from newslint.runner.workers import Worker, start, wait

T = TypeVar("T")

_BYTES = 32_000
_FILES = 32
_NAMES = 4_000
"""Bytes of articles, articles, and characters of paths in one piece of work, at most, unless one article has more. A
process that is writing does not read, so two pieces must fit into a pipe."""
_UNDER_WAY = 2
"""Pieces of work that a process has at a time."""
_HELD = 16_000_000
"""Bytes of results that wait for those of an article before them; then nothing more is handed out."""

DIED = "internal error, please report it: the process that checked it died"


class _Chunk(Generic[T]):
    """Some articles, in order, and what has come of them."""

    __slots__ = ("left", "results", "size", "targets")

    def __init__(self, found: list[Found]) -> None:
        self.targets = [f if isinstance(f, Target) else None for f in found]
        self.results: list[Result[T]] = [f if isinstance(f, ReadError) else None for f in found]
        self.left = sum(target is not None for target in self.targets)
        self.size = 0


class _Task(Generic[T]):
    """A range of a chunk for one process."""

    __slots__ = ("chunk", "places")

    def __init__(self, chunk: _Chunk[T], places: list[int]) -> None:
        self.chunk = chunk
        self.places = places

    @property
    def targets(self) -> list[Target]:
        return [target for i in self.places if (target := self.chunk.targets[i])]


def check_all(checker: Checker[T], found: Iterable[Found], jobs: int) -> Iterator[Result[T]]:
    """What `checker.check` gives for each article, in order, and the errors among them where they stand. Of the
    articles no more are held than are under way."""
    return _Crew(checker, jobs).run(_chunks(found))


def _chunks(found: Iterable[Found]) -> Iterator[_Chunk[Any]]:
    some: list[Found] = []
    size = names = 0
    for one in found:
        size += one.size if isinstance(one, Target) else 0
        names += len(one.path)
        if some and (size > _BYTES or len(some) == _FILES or names > _NAMES):
            yield _Chunk(some)
            some, size, names = [], one.size if isinstance(one, Target) else 0, len(one.path)
        some.append(one)
    if some:
        yield _Chunk(some)


class _Crew(Generic[T]):
    def __init__(self, checker: Checker[T], jobs: int) -> None:
        self._checker = checker
        self._jobs = jobs
        self._workers: list[Worker] = []
        self._tasks: dict[Worker, deque[_Task[T]]] = {}
        self._again: deque[_Task[T]] = deque()
        self._waiting: deque[_Chunk[T]] = deque()
        self._held = 0

    def run(self, chunks: Iterator[_Chunk[T]]) -> Iterator[Result[T]]:
        """Results in order."""
        try:
            self._hire()
            while True:
                self._hand_out(chunks)
                if not self._waiting:
                    break
                while self._waiting and not self._waiting[0].left:
                    chunk = self._waiting.popleft()
                    self._held -= chunk.size
                    yield from chunk.results
                busy = [worker for worker in self._workers if self._tasks[worker]]
                for worker in wait(busy) if busy else ():
                    self._receive(worker)
        finally:
            for worker in self._workers:
                worker.end()

    def _hire(self) -> None:
        while len(self._workers) < self._jobs:
            worker = start(self._checker, self._workers)
            self._workers.append(worker)
            self._tasks[worker] = deque()

    def _hand_out(self, chunks: Iterator[_Chunk[T]]) -> None:
        """Give each process what it lacks, the idle ones first."""
        for full in range(_UNDER_WAY):
            for worker in list(self._workers):
                if len(self._tasks[worker]) == full and (task := self._next(chunks)):
                    self._give(worker, task)

    def _next(self, chunks: Iterator[_Chunk[T]]) -> _Task[T] | None:
        if self._again:
            return self._again.popleft()
        while self._held < _HELD and (chunk := next(chunks, None)) is not None:
            self._waiting.append(chunk)
            if chunk.left:
                return _Task(chunk, [i for i, target in enumerate(chunk.targets) if target])
        return None

    def _give(self, worker: Worker, task: _Task[T]) -> None:
        if self._tasks[worker] and worker.lacks(task.targets):
            # A configuration may be longer than a pipe takes: it is sent to a process that reads.
            self._again.appendleft(task)
            return
        self._tasks[worker].append(task)
        with suppress(OSError):  # a process that has died: what it leaves undone is seen when it is asked for results
            worker.send(task.targets)

    def _receive(self, worker: Worker) -> None:
        try:
            results, size = worker.receive()
        except (EOFError, OSError):
            self._bury(worker)
            return
        task = self._tasks[worker].popleft()
        self._settle(task, results, size)

    def _settle(self, task: _Task[T], results: list[Result[T]], size: int) -> None:
        for place, result in zip(task.places, results, strict=True):
            task.chunk.results[place] = result
        task.chunk.left -= len(task.places)
        task.chunk.size += size
        self._held += size

    def _bury(self, worker: Worker) -> None:
        """A process died (out of memory, a fault in a C library): the article that it was at is the one that killed
        it, and the others are handed out again."""
        worker.end()
        self._workers.remove(worker)
        first, *others = self._tasks.pop(worker)
        self._again.extendleft(reversed(others))
        if len(first.places) == 1:
            (target,) = first.targets
            self._settle(first, [ReadError(target.path, DIED)], 0)
        else:
            self._again.extendleft(_Task(first.chunk, [place]) for place in reversed(first.places))
        self._hire()
