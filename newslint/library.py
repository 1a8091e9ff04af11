"""The library's face: one call for one article."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from newslint.config import Config
from newslint.config.languagetool import server_fault
from newslint.config.metadata import key_fault, value_fault
from newslint.engine import Linter
from newslint.model import Document, Report, Severity, Source
from newslint.readers import ReadContext, UnknownFormat, format_of, read, read_bytes
from newslint.rulebook.problems import RulebookError
from newslint.runner import Request
from newslint.runner.checker import options
from newslint.runner.find import unknown_suffix
from newslint.runner.linters import configs_for, make_linter, mend
from newslint.runner.proposers import Proposers
from newslint.storage import Damaged


def lint(
    article: str | Mapping[str, object] | os.PathLike[str],
    *,
    format: str | None = None,
    metadata: Mapping[str, str] | None = None,
    config: str | os.PathLike[str] | None = None,
    packs: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_level: str = "",
    languagetool: str = "",
) -> Report:
    """Check one article.

    article: its text; or its fields as a CMS holds them (headline, standfirst, body ...: see docs/library.md); or the
    path of a file. A str is always text, never a path.
    format: "text", "markdown", "html" or "fields"; unless given, text for a str, and by its suffix for a path.
    metadata: what the article doesn't say of itself (published, section, language ...); stronger than what it says.
    config: a newslint.yaml or pyproject.toml to work by. Without one the defaults hold, whatever lies around.
    packs, select, ignore, fail_level, languagetool: as the options of `newslint check`. A LanguageTool that can't be
    asked leaves a line in the report's `notices`.

    The report has the findings in order of their places. Linters are kept, so that a second call with the same
    settings is fast; a rule or configuration file that changes meanwhile is not read again. Safe to call in threads.

    Raises TypeError and ValueError for arguments that do not fit; OSError for a file that can't be opened,
    Unreadable for what is no text or not of its format, UnknownFormat, and RulebookError, with every mistake, for
    configurations and rules that can't be used.
    """
    if isinstance(packs, str) or isinstance(select, str) or isinstance(ignore, str):
        raise TypeError("packs, select and ignore are lists of names, not one text")
    if not isinstance(article, (str, Mapping, os.PathLike)):
        hint = "; decode bytes, or give the path of a file" if isinstance(article, bytes) else ""
        raise TypeError(f"an article is a text, a mapping of fields or a path, not {type(article).__name__}{hint}")
    for key, value in (metadata or {}).items():
        if not isinstance(key, str) or not isinstance(value, str):
            raise TypeError(f"metadata are texts by names, not {value!r} for {key!r}")
        wrong = key_fault(key)[0] or value_fault(key, value)
        if wrong:
            raise ValueError(f"metadata {key!r}: {wrong}")
    wrong, hint = server_fault(languagetool) if languagetool else ("", "")
    if wrong:
        raise ValueError(f"languagetool: {wrong}: {hint}")
    request = Request(
        config=os.fspath(config) if config is not None else "",
        packs=tuple(packs),
        select=tuple(select),
        ignore=tuple(ignore),
        fail_level=Severity(fail_level) if fail_level else None,
        languagetool=languagetool,
    )
    settings, linter, proposers = _linter_of(request)
    try:
        document = _document(article, format, dict(metadata or {}), settings, linter)
        return proposers.lint(settings, document, linter)
    except Damaged:
        _linter.cache_clear()
        linter = mend(settings, request)
        document = _document(article, format, dict(metadata or {}), settings, linter)
        return proposers.lint(settings, document, linter)


def _linter_of(request: Request) -> tuple[Config, Linter, Proposers]:
    try:
        return _linter(request)
    except RulebookError as error:
        # Here they are arguments, not flags.
        raise RulebookError(p._replace(path=_FLAGS.get(p.path, p.path)) for p in error.problems) from error


_FLAGS = {"--select": "select", "--ignore": "ignore", "--pack": "packs"}


@lru_cache(maxsize=16)
def _linter(request: Request) -> tuple[Config, Linter, Proposers]:
    config = configs_for(request._replace(use_config=bool(request.config))).of_file("article.txt")
    return config, make_linter(config, request), Proposers(request)


def _document(
    article: str | Mapping[str, object] | os.PathLike[str],
    format: str | None,
    metadata: dict[str, str],
    config: Config,
    linter: Linter,
) -> Document:
    if isinstance(article, str):
        context = ReadContext(linter.lexicon, metadata, options(config))
        return read(Source(article.removeprefix("\ufeff")), format or "text", context)
    if isinstance(article, Mapping):
        import json

        if format not in (None, "fields"):
            raise UnknownFormat(f"an article of fields has the format 'fields', not {format!r}")
        text = json.dumps(article, ensure_ascii=False, default=str)
        return read(Source(text, "<fields>"), "fields", ReadContext(linter.lexicon, metadata, options(config)))
    path = os.fspath(article)
    data = Path(path).read_bytes()
    format = format or config.format_of(path) or format_of(path)
    if format is None:
        raise UnknownFormat(f"{path}: {unknown_suffix(path).partition(';')[0]}; name its format")
    context = ReadContext(linter.lexicon, config.metadata_of(path) | metadata, options(config))
    return read_bytes(data, path, format, context)
