"""What `newslint check` does, once it is known what was asked for."""

from __future__ import annotations

from newslint.cli import FAILED, FOUND
from newslint.cli.output import Outputs
from newslint.cli.terminal import note
from newslint.model import ReadError, Severity, Summary, Verdict
from newslint.runner import Request, run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.engine.timings import Timings


def check(
    paths: tuple[str, ...] = (), select: tuple[str, ...] = (), ignore: tuple[str, ...] = (),
    min_level: str | None = None, fail_level: str | None = None, format: str = "text", output: tuple[str, ...] = (),
    no_config: bool = False, config: str = "", packs: tuple[str, ...] = (), meta: tuple[tuple[str, str], ...] = (),
    languagetool: str = "", stdin_filename: str = "", stdin_format: str = "", deadline: float | None = None,
    timings: bool = False, exit_zero: bool = False, quiet: bool = False, color: str = "auto", across: bool = False,
    no_cache: bool = False, jobs: int = 0,
) -> int:  # fmt: skip
    """Check articles and give the exit status. The values are those of the command's options, which say what they
    mean. Raises click.UsageError for formats that there are not and CannotWrite for a file that can't be written."""
    request = Request(
        paths=paths or (".",),
        config=config,
        use_config=not no_config,
        packs=packs,
        select=select,
        ignore=ignore,
        metadata=meta,
        fail_level=Severity(fail_level) if fail_level else None,
        deadline=deadline,
        stdin_filename=stdin_filename,
        stdin_format=stdin_format,
        languagetool=languagetool,
        jobs=jobs,
        cache=not no_cache,
        across=across,
    )
    summary = Summary()
    account = _timings() if timings else None
    with Outputs(format, output, Severity(min_level) if min_level else None, quiet, color) as outputs:
        for result in run(request, outputs.rendering, outputs.notice, outputs.progress, account):
            if isinstance(result, ReadError):
                summary.unread += 1
                outputs.clear()
                note(str(result))
                outputs.error(result)
            else:
                verdict, *counts = result.counts
                summary.count(Verdict(verdict), *counts)
                outputs.report(result)
        if account:
            outputs.timings(account.record())
        outputs.end(summary)
    if summary.unread:
        return FAILED
    return FOUND if summary.verdict is Verdict.BLOCK and not exit_zero else 0


def _timings() -> Timings:
    from newslint.engine.timings import Timings

    return Timings()
