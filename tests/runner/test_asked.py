"""Proposals that are on their way."""

from __future__ import annotations

import threading
import time

import pytest

from newslint.model import Proposal
from newslint.runner.asked import Answer, Asked

ONE = Proposal(0, 0, 3, "other", "RULE", "advice")


def test_whoever_looks_waits() -> None:
    ready = threading.Event()

    def work() -> Answer:
        ready.wait(10)
        return (ONE,), ("late",)

    with Asked(work) as asked:
        threading.Timer(0.1, ready.set).start()
        assert list(asked) == [ONE]
    assert (len(asked), asked[0], asked[:1], asked.notices) == (1, ONE, (ONE,), ("late",))


def test_nothing_asked_is_nothing_said() -> None:
    assert (list(Asked()), Asked().notices) == ([], ())
    assert (list(Asked.failed("down")), Asked.failed("down").notices) == ([], ("down",))


def test_a_fault_of_the_work_is_the_caller_s() -> None:
    def work() -> Answer:
        raise LookupError("fault")

    with pytest.raises(LookupError, match="fault"):
        len(Asked(work))


def test_an_interrupted_run_breaks_the_work_off() -> None:
    stopped = threading.Event()

    def work() -> Answer:
        stopped.wait(30)
        return (), ()

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Asked(work, stopped.set):
        raise KeyboardInterrupt
    assert stopped.is_set() and time.monotonic() - began < 10
