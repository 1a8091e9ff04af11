"""What an external checker says of articles beside what the rules let pass of it."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Proposal, ReadError
from newslint.model.records import NamedTuple
from newslint.readers import ReadContext, UnknownFormat, Unreadable, read_bytes
from newslint.rulebook.problems import RulebookError
from newslint.runner.checker import options
from newslint.runner.find import find, problems_of
from newslint.runner.linters import configs_for, make_linter
from newslint.runner.proposers import Proposers
from newslint.runner.request import Request


class Compared(NamedTuple):
    """A proposal: where (line and column from 1), on what, and what became of it: a rule's id and level, or ""."""

    path: str
    line: int
    column: int
    match: str
    proposal: Proposal
    fate: str

    def __str__(self) -> str:
        p = self.proposal
        to = f" -> {', '.join(p.suggestions[:3])}" if p.suggestions else ""
        fate = self.fate or "held back"
        return f"{self.path}:{self.line}:{self.column}: {p.rule} ({p.category}) '{self.match}'{to}: {fate}"


def compare(request: Request) -> Iterator[Compared | ReadError]:
    """The proposals for the articles of a request, in reading order, and what could not be checked."""
    try:
        configs = configs_for(request)
    except RulebookError as error:
        yield from problems_of(error)
        return
    proposers = Proposers(request)
    for target in find(request.paths, configs, _ignore):
        if isinstance(target, ReadError):
            yield target
            continue
        try:
            linter = make_linter(target.config, request)
            with open(target.path, "rb") as file:
                data = file.read()
            context = ReadContext(linter.lexicon, target.config.metadata_of(target.path), options(target.config))
            document = read_bytes(data, target.path, target.format, context)
        except RulebookError as error:
            yield from problems_of(error)
            continue
        except (UnknownFormat, Unreadable, OSError) as error:
            yield ReadError(target.path, str(error))
            continue
        with proposers.ask(target.config, document, linter) as proposals:
            notices = proposals.notices
        for notice in notices:
            yield notice if isinstance(notice, ReadError) else ReadError(target.path, notice)
        if notices:
            return
        own = linter.lint(document).diagnostics
        every = linter.lint(document, proposals).diagnostics
        said = {(d.span, d.origin.rule): f"{d.rule} ({d.severity})" for d in every if d.origin}
        for p in proposals:
            block = document.blocks[p.block]
            span = block.span(p.start, p.end)
            fate = said.get((span, p.rule), "")
            if not fate and (mine := next((d for d in own if d.span.overlaps(span)), None)):
                fate = f"newslint says {mine.rule} ({mine.severity})"
            line, column = document.source.position(span.start)
            yield Compared(target.path, line, column, block.text[p.start : p.end], p, fate)


def _ignore(notice: str) -> None:
    """A folder without articles says nothing here."""
