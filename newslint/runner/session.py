"""One run from a request to reports, in order of the paths."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator

from newslint.config import Configs
from newslint.model import ReadError, Report
from newslint.readers import base as readers
from newslint.rulebook.problems import RulebookError
from newslint.runner.checker import Checker
from newslint.runner.find import STDIN, Target, find, problems_of, unknown_suffix
from newslint.runner.linters import configs_for
from newslint.runner.request import Request

Result = Report | ReadError
Notify = Callable[[str], None]
Progress = Callable[[int, int], None]
"""Called with the number of articles done and the number of all."""


def run(request: Request, notify: Notify = print, progress: Progress | None = None) -> Iterator[Result]:
    """Reports of all articles by path, and what could not be checked. `notify` gets one-line notices.

    What a configuration or a rule file has wrong comes as ReadErrors, and the articles it governs are left out.
    """
    try:
        configs = configs_for(request)
    except RulebookError as error:
        yield from problems_of(error)
        return
    checker = Checker(request)
    found = find(request.paths, configs)
    for notice in found.notices:
        notify(notice)
    yield from found.errors
    if STDIN in request.paths:
        yield from _stdin(request, configs, checker)
    targets, faults = _ready(found.targets, checker)
    yield from faults
    jobs = _jobs(request.jobs, targets)
    if jobs > 1:
        from newslint.runner.pool import check_all

        results = check_all(request, checker, targets, jobs)
    else:
        results = map(checker.check, targets)
    for done, result in enumerate(results, 1):
        if progress:
            progress(done, len(targets))
        if result is not None:
            yield result


def _ready(targets: list[Target], checker: Checker) -> tuple[list[Target], list[ReadError]]:
    """The articles whose configuration and rules are sound, and what is wrong with those of the others."""
    faulty: set[str] = set()
    faults: list[ReadError] = []
    for config in {t.config.path: t.config for t in targets}.values():
        try:
            checker.linter(config)
        except RulebookError as error:
            faulty.add(config.path)
            faults += problems_of(error)
    return [t for t in targets if t.config.path not in faulty], list(dict.fromkeys(faults))


def _stdin(request: Request, configs: Configs, checker: Checker) -> Iterator[Result]:
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


def _jobs(wanted: int, targets: list[Target]) -> int:
    """How many processes to use."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if wanted:
        return min(wanted, len(targets))
    if cores == 1 or (len(targets) < _MANY and _bytes(targets) < _LARGE):
        return 1
    return min(cores, len(targets))


def _bytes(targets: list[Target]) -> int:
    total = 0
    for target in targets:
        try:
            total += os.stat(target.path).st_size
        except OSError:
            continue
    return total
