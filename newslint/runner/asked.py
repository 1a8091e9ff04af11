"""Proposals that are on their way while newslint does its own work."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from newslint.model import Proposal, ReadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from threading import Thread
    from typing import overload

Notices = tuple[ReadError | str, ...]
Answer = tuple[Sequence[Proposal], Notices]


class Asked(Sequence[Proposal]):
    """The proposals for one article. Whoever looks at them waits until they are there.

    A linter looks for its own patterns first, which takes as long as a server needs for a paragraph that was edited.
    """

    def __init__(self, work: Callable[[], Answer] | None = None, stop: Callable[[], None] | None = None) -> None:
        """work: gets the proposals, and what went amiss; begun at once, beside the caller. stop: breaks it off."""
        self._answer: Answer = ((), ())
        self._error: BaseException | None = None
        self._stop = stop
        self._thread: Thread | None = None
        if work:
            from threading import Thread

            # Nobody waits for it at the end of a run that was broken off.
            self._thread = Thread(target=self._work, args=(work,), name="asked", daemon=True)
            self._thread.start()

    @classmethod
    def failed(cls, notice: ReadError | str) -> Asked:
        """No proposals, and why."""
        asked = cls()
        asked._answer = ((), (notice,))
        return asked

    @property
    def notices(self) -> Notices:
        """What went amiss: an error or a notice, as the configuration has it."""
        return self._wait()[1]

    def __bool__(self) -> bool:
        """Whether there may be some; nobody waits for this."""
        return self._thread is not None and (self._thread.is_alive() or len(self) > 0)

    def __len__(self) -> int:
        return len(self._wait()[0])

    def __iter__(self) -> Iterator[Proposal]:
        return iter(self._wait()[0])

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, at: int) -> Proposal: ...
        @overload
        def __getitem__(self, at: slice) -> Sequence[Proposal]: ...

    def __getitem__(self, at: int | slice) -> Proposal | Sequence[Proposal]:
        return self._wait()[0][at]

    def __enter__(self) -> Asked:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind and self._stop and self._thread and self._thread.is_alive():
            # Ctrl-C waits for no server.
            self._stop()

    def _work(self, work: Callable[[], Answer]) -> None:
        try:
            self._answer = work()
        except BaseException as error:
            self._error = error

    def _wait(self) -> Answer:
        if self._thread:
            self._thread.join()
        if self._error:
            raise self._error
        return self._answer
