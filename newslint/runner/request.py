"""What a person asked for: the command line's words for the runner."""

from __future__ import annotations

from newslint.model import Severity
from newslint.model.records import NamedTuple


class Request(NamedTuple):
    """One run, in plain values: it travels to worker processes, and linters are kept by it.

    paths: files, folders and "-" for standard input. config: a configuration file for all, "" to look for them.
    use_config: False for none at all. packs: packs beside the configuration's, by name or path. select, ignore: rule
    ids, groups and globs; a `select` takes the place of the configuration's, `ignore` adds to it. metadata is stronger
    than the configuration's and the articles'. deadline: seconds for one article, 0 for any number, None for the
    configuration's. languagetool: a server in place of the configuration's (an address, local, off), "" for the
    configuration's. jobs: processes; 0 decides by the number of files. cache: whether compiled rules, and answers of
    external checkers, may be kept on disk. across: whether the articles are held against each other.
    """

    paths: tuple[str, ...] = (".",)
    config: str = ""
    use_config: bool = True
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    fail_level: Severity | None = None
    deadline: float | None = None
    stdin_filename: str = ""
    stdin_format: str = ""
    languagetool: str = ""
    jobs: int = 0
    cache: bool = True
    across: bool = False
