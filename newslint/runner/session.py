"""One run from a request to what is made of reports, in order of the paths."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from newslint.config import Configs
from newslint.model import ReadError, Report
from newslint.model.generics import TypeVar
from newslint.readers import base as readers
from newslint.rulebook.problems import RulebookError
from newslint.runner import cache
from newslint.runner.checker import Checker, Noticed, Result
from newslint.runner.find import STDIN, Found, Target, find, problems_of, unknown_suffix
from newslint.runner.linters import configs_for
from newslint.runner.request import Request
from newslint.text.article import Twin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.engine.timings import Timings

T = TypeVar("T")
Notify = Callable[[str], None]
Progress = Callable[[int], None]
"""Called with the number of articles done."""


def run(
    request: Request,
    make: Callable[[Report], T],
    notify: Notify = print,
    progress: Progress | None = None,
    timings: Timings | None = None,
) -> Iterator[T | ReadError]:
    """What `make` makes of the reports of all articles, by path, and what could not be checked. `notify` gets one-line
    notices. `timings` takes down what takes how long; all articles are then checked in this process.

    What a configuration or a rule file has wrong comes as ReadErrors, and the articles it governs are left out.
    """
    if request.cache:
        cache.use_expressions()
    try:
        yield from _results(request, make, notify, progress, timings)
    finally:
        if request.cache:
            cache.keep_expressions()


def _results(
    request: Request,
    make: Callable[[Report], T],
    notify: Notify,
    progress: Progress | None,
    timings: Timings | None,
) -> Iterator[T | ReadError]:
    try:
        configs = configs_for(request)
    except RulebookError as error:
        yield from problems_of(error)
        return
    if timings:
        from newslint.runner.timed import TimedChecker

        request = request._replace(jobs=1)
        checker: Checker[T] = TimedChecker(request, make, timings)
    else:
        checker = Checker(request, make)
    said: set[ReadError | str] = set()

    def plain(result: T | ReadError | Noticed[T]) -> Iterator[T | ReadError]:
        """A result, behind what went amiss beside it, which is said once a run."""
        if not isinstance(result, Noticed):
            yield result
            return
        for notice in result.notices:
            if notice in said:
                continue
            said.add(notice)
            if isinstance(notice, ReadError):
                yield notice
            else:
                notify(notice)
        yield result.result

    if STDIN in request.paths:
        for one in _stdin(request, configs, checker):
            yield from plain(one)
    found = _sound(find(request.paths, configs, notify), checker)
    if request.across:
        articles = list(found)
        checker.twins = _twins(articles, checker)
        found = iter(articles)
    first, jobs = _jobs(request.jobs, found)
    found = chain(first, found)
    results: Iterator[Result[T]]
    if jobs > 1:
        for config in list(checker.configs.values()):
            checker.proposers.prepare(config)
        from newslint.runner.pool import check_all

        together = check_all(checker, found, jobs)
        results = together
    else:
        results = (one if isinstance(one, ReadError) else checker.check(one) for one in found)
    for done, result in enumerate(results, 1):
        if progress:
            progress(done)
        if result is not None:
            yield from plain(result)


def _twins(found: list[Found], checker: Checker[T]) -> dict[str, Twin]:
    """For some of the articles, by path, an earlier one with the same headline. Reads them all."""
    from newslint.engine.across import Across
    from newslint.runner.archive import documents

    across, twins = Across(), {}
    for one in found:
        if isinstance(one, Target):
            for document in documents([one], checker.linter(one.config).lexicon):
                # What can't be read is told when it is checked.
                twin = None if isinstance(document, ReadError) else across.add(document)
                if twin:
                    twins[one.path] = twin
    return twins


def _sound(found: Iterable[Found], checker: Checker[T]) -> Iterator[Found]:
    """The articles whose configuration and rules are sound, and what is wrong with those of the others, once."""
    faulty: set[str] = set()
    told: set[ReadError] = set()
    for one in found:
        if isinstance(one, ReadError):
            yield one
        elif one.config.path not in faulty:
            try:
                checker.linter(one.config)
            except RulebookError as error:
                faulty.add(one.config.path)
                faults = [fault for fault in dict.fromkeys(problems_of(error)) if fault not in told]
                told.update(faults)
                yield from faults
            else:
                yield one


def _stdin(request: Request, configs: Configs, checker: Checker[T]) -> Iterator[T | ReadError | Noticed[T]]:
    """The article on standard input, under the name that was given for it."""
    name = request.stdin_filename
    try:
        config = configs.of_file(name or "stdin")
        checker.linter(config)
    except RulebookError as error:
        yield from problems_of(error)
        return
    if name and not config.wants(name):
        return
    format = request.stdin_format or (config.format_of(name) or readers.format_of(name) if name else "text")
    if format is None:
        yield ReadError(name, unknown_suffix(name))
        return
    try:
        data = sys.stdin.buffer.read()
    except (AttributeError, OSError) as error:
        # Python has None for a standard input that was closed before the start.
        yield ReadError(name or STDIN, f"cannot be read: {getattr(error, 'strerror', None) or 'it is closed'}")
        return
    yield checker.check_bytes(data, Target(name or STDIN, format, config, named=True))


_MANY = 64
_LARGE = 2_000_000
"""From so many articles or bytes on, more processes earn back what starting them costs."""


def _jobs(wanted: int, found: Iterator[Found]) -> tuple[list[Found], int]:
    """How many processes to use, and what had to be looked at to decide that."""
    first: list[Found] = []
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if wanted == 1 or (not wanted and cores == 1):
        return first, 1
    articles = size = 0
    for one in found:
        first.append(one)
        if isinstance(one, Target):
            articles, size = articles + 1, size + one.size
            if articles == wanted or (not wanted and (articles == _MANY or size >= _LARGE)):
                break
    if wanted:
        return first, min(wanted, articles)
    return first, min(cores, articles) if articles == _MANY or size >= _LARGE else 1
