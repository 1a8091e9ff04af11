"""From a configuration to a linter: with the compiled rules on disk where they hold, else from the rule files."""

from __future__ import annotations

import os

from newslint.config import DEFAULT, Config, Configs, from_plain, read_config, shown
from newslint.engine import Linter, Policy
from newslint.engine.slow import DEADLINE
from newslint.model import Severity
from newslint.runner import cache
from newslint.runner.request import Request
from newslint.storage import Damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.engine.timings import Timings


def configs_for(request: Request) -> Configs:
    """The configurations that a request works with; some may be partial. Raises RulebookError for a named one with
    mistakes."""
    if not request.use_config:
        return Configs(DEFAULT)

    def load(path: str) -> Config:
        entry = cache.find(request, path)
        return from_plain(shown(path), entry.config) if entry else read_config(path)

    return Configs(load(os.path.abspath(request.config))) if request.config else Configs(load=load)


def make_linter(config: Config, request: Request, timings: Timings | None = None) -> Linter:
    """The linter for the articles of a configuration.

    Raises RulebookError for faulty rules, and for a selection that names what no rule has. Where what is on disk turns
    out to be damaged later, using the linter raises Damaged: see `mend`.
    """
    policy = Policy(request.fail_level or config.fail_level or Severity.ERROR, config.accept)
    given = (request.deadline, config.deadline)
    deadline = next((seconds for seconds in given if seconds is not None), DEADLINE)
    entry = cache.find(request, config.full_path)
    if entry:
        try:
            program = entry.program
            return Linter(program, program.lexicon, policy, deadline, timings)
        except Damaged:
            entry.discard()
    from newslint.runner.rulebooks import compile_program

    program = compile_program(config, request)
    return Linter(program, program.lexicon, policy, deadline, timings)


def mend(config: Config, request: Request, timings: Timings | None = None) -> Linter:
    """A linter in place of one that raised Damaged."""
    entry = cache.find(request, config.full_path)
    if entry:
        entry.discard()
    return make_linter(config, request._replace(cache=False), timings)
