"""From a configuration to rules, by the rule files: packs, levels, selection."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from newslint.checks.parameters import close
from newslint.config import Config, Named, read_config, shown
from newslint.engine.program import Program, compile_rules
from newslint.engine.selection import runs
from newslint.matching import PatternError
from newslint.rulebook.load import Rulebook, load
from newslint.rulebook.packs import Wanted, built_in_packs
from newslint.rulebook.problems import Place, Problem, RulebookError
from newslint.runner import cache
from newslint.runner.request import Request


def make_rulebook(config: Config, request: Request) -> Rulebook:
    """The rules and word lists for the articles of a configuration: the core pack, the configuration's packs, the
    request's. Raises RulebookError."""
    if config.partial:
        config = read_config(config.full_path)
    wanted = [Wanted(name, place) for name, place in config.packs]
    asked = [Wanted(_pack(name), Place("--pack", 0, 0)) for name in request.packs]
    return load(["core", *wanted, *asked], config.rules, _own_words(config.words))


def _own_words(files: tuple[Named, ...]) -> list[str]:
    """The entries of files of words: one a line, without empty lines and those that begin with #.

    Raises RulebookError for files that can't be read.
    """
    words: list[str] = []
    for path, place in files:
        try:
            lines = Path(path).read_text("utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
            raise RulebookError([Problem.at(place, f"'{shown(path)}' can't be read: {reason}")]) from None
        words += [entry for line in lines if (entry := line.strip()) and not entry.startswith("#")]
    return words


def _pack(name: str) -> str | Path:
    """A pack as a person names it: its name, or else the path of what lies there."""
    path = Path(name)
    return path if name not in built_in_packs() and path.exists() else name


def compile_program(config: Config, request: Request) -> Program:
    """The rules for the articles of a configuration, ready to run and left on disk for the next time.

    Raises RulebookError for faulty rules, and for a selection that names what no rule has.
    """
    since = time.time_ns()
    if config.partial:
        config = read_config(config.full_path)
    select = _named(request.select, "--select") or config.select
    ignore = (*_named(request.ignore, "--ignore"), *config.ignore)
    try:
        rulebook = make_rulebook(config, request)
    except RulebookError as error:
        raise RulebookError([*error.problems, *_misspelt((*select, *ignore))]) from error
    problems = [*_unknown((*select, *ignore), rulebook)]
    if problems:
        raise RulebookError(problems)
    wanted, unwanted = {n.text for n in select}, {n.text for n in ignore}
    try:
        program = compile_rules([r for r in rulebook if runs(r, wanted, unwanted)], rulebook.lexicon)
    except PatternError as error:
        raise RulebookError(rulebook.pattern_problems()) from error
    path = config.full_path
    words = (name for name, _ in config.words)
    read = [*([path] if path else []), *words, *rulebook.read, *_plugins(program)]
    cache.store(request, path, config.plain(), program, read, since)
    return program


def _plugins(program: Program) -> Iterator[str]:
    """The files of check kinds that are not newslint's own."""
    for name in {type(runner.check).__module__ for runner in program.runners}:
        if not name.startswith("newslint.") and (file := getattr(sys.modules.get(name), "__file__", None)):
            yield file


def _named(texts: tuple[str, ...], option: str) -> tuple[Named, ...]:
    return tuple(Named(text, Place(option, 0, 0)) for text in texts)


def _unknown(names: tuple[Named, ...], rulebook: Rulebook) -> Iterator[Problem]:
    for text, place in names:
        if not rulebook.select(text):
            groups = {rule.group for rule in rulebook}
            yield Problem.at(place, f"there is no rule '{text}'", close(text, [*rulebook.rules, *groups]))


def _misspelt(names: tuple[Named, ...]) -> Iterator[Problem]:
    """Of names that no rule of the core pack has, those that are nearly one of its: where a pack can't be loaded, the
    others may be that pack's."""
    return (problem for problem in _unknown(names, load(["core"])) if problem.hint)
