"""From a configuration to a linter: packs, levels, selection."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from newslint.checks.parameters import close
from newslint.config import DEFAULT, Config, Configs, Named
from newslint.engine import Linter, Policy
from newslint.engine.selection import runs
from newslint.matching import PatternError
from newslint.model import Severity
from newslint.rulebook.load import Rulebook, load
from newslint.rulebook.packs import Wanted, built_in_packs
from newslint.rulebook.problems import Place, Problem, RulebookError
from newslint.runner.request import Request


def configs_for(request: Request) -> Configs:
    """The configurations that a request works with. Raises RulebookError for a named one with mistakes."""
    if not request.use_config:
        return Configs(DEFAULT)
    if not request.config:
        return Configs()
    from newslint.config.load import load_config

    return Configs(load_config(Path(request.config)))


def make_rulebook(config: Config, request: Request) -> Rulebook:
    """The rules and word lists for the articles of a configuration: the core pack, the configuration's packs, the
    request's. Raises RulebookError."""
    wanted = [Wanted(name, place) for name, place in config.packs]
    asked = [Wanted(_pack(name), Place("--pack", 0, 0)) for name in request.packs]
    return load(["core", *wanted, *asked], config.rules)


def _pack(name: str) -> str | Path:
    """A pack as a person names it: its name, or else the path of what lies there."""
    path = Path(name)
    return path if name not in built_in_packs() and path.exists() else name


def make_linter(config: Config, request: Request) -> Linter:
    """The linter for the articles of a configuration.

    Raises RulebookError for faulty rules, and for a selection that names what no rule has.
    """
    rulebook = make_rulebook(config, request)
    select = _named(request.select, "--select") or config.select
    ignore = (*_named(request.ignore, "--ignore"), *config.ignore)
    problems = [*_unknown((*select, *ignore), rulebook)]
    if problems:
        raise RulebookError(problems)
    wanted, unwanted = {n.text for n in select}, {n.text for n in ignore}
    policy = Policy(request.fail_level or config.fail_level or Severity.ERROR, config.accept)
    try:
        return Linter([r for r in rulebook if runs(r, wanted, unwanted)], rulebook.lexicon, policy)
    except PatternError as error:
        raise RulebookError(rulebook.pattern_problems()) from error


def _named(texts: tuple[str, ...], option: str) -> tuple[Named, ...]:
    return tuple(Named(text, Place(option, 0, 0)) for text in texts)


def _unknown(names: tuple[Named, ...], rulebook: Rulebook) -> Iterator[Problem]:
    for text, place in names:
        if not rulebook.select(text):
            groups = {rule.group for rule in rulebook}
            yield Problem.at(place, f"there is no rule '{text}'", close(text, [*rulebook.rules, *groups]))
