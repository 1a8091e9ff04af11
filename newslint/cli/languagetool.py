"""newslint languagetool: the LanguageTool server that newslint asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli import FAILED
from newslint.cli.terminal import note
from newslint.cli.values import config_options, known_server

if TYPE_CHECKING:
    from newslint.config.languagetool import LanguageTool
    from newslint.runner import Request

HELP = """Start, stop and look at a LanguageTool server, which newslint asks about spelling and grammar.

A server that is started here stays until it is stopped, and serves every run with '--languagetool local' (or
'languagetool: local' in the configuration). It needs Java 17 and LanguageTool's jars: docs/languagetool.md.

\b
Examples:
  newslint languagetool start
  newslint check article.txt --languagetool local
  newslint languagetool status
  newslint languagetool check article.txt
  newslint languagetool stop
"""


@click.group("languagetool", help=HELP, short_help="The LanguageTool server that newslint asks.")
def languagetool() -> None:
    """The group itself does nothing."""


START = """Start a LanguageTool server that stays, and wait until it answers. Where one runs already, nothing is done.

\b
Examples:
  newslint languagetool start
  newslint languagetool start --memory 1g --jars /opt/LanguageTool-6.8
  newslint languagetool start --download
"""


@languagetool.command("start", help=START, short_help="Start a server that stays.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Port; 0 takes a free one.")
@click.option("--memory", default="", metavar="SIZE", help="Most memory for its heap, 512m unless configured.")
@click.option("--jars", default="", metavar="FOLDER", type=click.Path(), help="Where LanguageTool's jars are.")
@click.option("--download", is_flag=True, help="Fetch LanguageTool with language-tool-python where there is none.")
@config_options
def start(
    port: int, memory: str, jars: str, download: bool, no_config: bool, config: str, packs: tuple[str, ...]
) -> int:
    """Start a server."""
    from newslint.integrations.languagetool.client import Unavailable
    from newslint.integrations.languagetool.jars import fetch
    from newslint.integrations.languagetool.local import start as start_server

    settings = _settings(_request(no_config, config, packs))
    if memory:
        settings = settings._replace(memory=_memory(memory))
    if jars:
        settings = settings._replace(jars=jars)
    try:
        if download:
            fetch()
        found, new = start_server(settings, port)
    except Unavailable as error:
        note(str(error))
        return FAILED
    click.echo(f"LanguageTool {'started' if new else 'runs already'} at {found.address} (process {found.pid})")
    if new:
        click.echo(
            f"It took {found.seconds:g} seconds. '--languagetool local' uses it; 'newslint languagetool stop' ends it."
        )
    return 0


STOP = """End the server that 'newslint languagetool start' has left running.

\b
Example:
  newslint languagetool stop
"""


@languagetool.command("stop", help=STOP, short_help="End that server.")
def stop() -> int:
    """End the server."""
    from newslint.integrations.languagetool.client import Unavailable
    from newslint.integrations.languagetool.local import stop as stop_server

    try:
        found = stop_server()
    except Unavailable as error:
        note(str(error))
        return FAILED
    click.echo(f"LanguageTool at {found.address} stopped" if found else "No LanguageTool server was running.")
    return 0


STATUS = """Say which LanguageTool server would be asked, and how it is: version, address, memory, languages, the way
its jars were found. Exit status 2 if it can't be asked.

\b
Examples:
  newslint languagetool status
  newslint languagetool status --server http://localhost:8081
"""


@languagetool.command("status", help=STATUS, short_help="Which server would be asked, and how it is.")
@click.option("--server", default="", callback=known_server, metavar="SERVER", help="In place of the configuration's.")
@config_options
def status(server: str, no_config: bool, config: str, packs: tuple[str, ...]) -> int:
    """Show the state of the server."""
    from newslint.integrations.languagetool.client import Client, Unavailable
    from newslint.integrations.languagetool.jars import find_jars
    from newslint.integrations.languagetool.local import memory, running

    settings = _settings(_request(no_config, config, packs), server)
    local = running()
    named = settings.server if settings.server not in ("local", "off") else ""
    address = named or (local.address if local else "")
    try:
        if not address:
            jars = find_jars(settings.jars)
            _fact("Server", "none is running; 'newslint languagetool start' starts one, so does '--languagetool local'")
            _fact("Start-up", f"{jars.way} ({jars.folder})")
            return FAILED
        client = Client(address, settings.timeout)
        about = client.about()
        languages = client.languages()
    except Unavailable as error:
        note(str(error))
        return FAILED
    _fact("Server", f"LanguageTool {about.version}" + (f", built {about.build[:10]}" if about.build else ""))
    _fact("Address", address)
    if local and local.address == address:
        used = memory(local.pid)
        _fact("Process", f"{local.pid}, {used >> 20} MB of memory" if used else str(local.pid))
        _fact("Start-up", f"{local.way}; it took {local.seconds:g} seconds")
    else:
        _fact("Start-up", "not by newslint: its address was given")
    english = [code for code in languages if code.startswith("en")]
    _fact("Languages", f"{', '.join(english) or 'no English'}" + (f"; {len(languages)} in all" if languages else ""))
    return 0


CHECK = """Show everything that LanguageTool says of articles, and what newslint lets pass of it: for whoever wonders
why a finding is missing, and for whoever writes rules of the kind external.

\b
Examples:
  newslint languagetool check article.txt
  newslint languagetool check article.md --server http://localhost:8081
"""


@languagetool.command("check", help=CHECK, short_help="What it says of articles, and what passes.")
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option("--server", default="", callback=known_server, metavar="SERVER", help="In place of the configuration's.")
@config_options
def check(paths: tuple[str, ...], server: str, no_config: bool, config: str, packs: tuple[str, ...]) -> int:
    """Show proposals and what becomes of them."""
    from newslint.config.languagetool import OFF
    from newslint.model import ReadError
    from newslint.reporters.visible import Visible
    from newslint.runner.compared import compare

    request = _request(no_config, config, packs)._replace(paths=paths, languagetool=server)
    if _settings(request, server).server == OFF:
        request = request._replace(languagetool="local")
    failed = False
    visible = Visible("utf-8")
    for result in compare(request):
        if isinstance(result, ReadError):
            note(str(result))
            failed = True
        else:
            click.echo(visible.text(str(result)))
    return FAILED if failed else 0


def _request(no_config: bool, config: str, packs: tuple[str, ...]) -> Request:
    from newslint.runner import Request

    return Request(config=config, use_config=not no_config, packs=packs)


def _settings(request: Request, server: str = "") -> LanguageTool:
    """What the current folder's configuration says of LanguageTool. Mistakes in it end the command."""
    from newslint.cli.rulebook import tell
    from newslint.rulebook.problems import RulebookError
    from newslint.runner.linters import configs_for

    try:
        settings = configs_for(request).of_folder(Path.cwd()).languagetool
    except RulebookError as error:
        raise tell(error) from None
    return settings._replace(server=server) if server else settings


def _memory(text: str) -> str:
    from newslint.config.languagetool import is_memory

    if not is_memory(text):
        raise click.BadParameter(f"'{text}' is no amount of memory such as 512m or 1g.", param_hint="--memory")
    return text


def _fact(name: str, text: str) -> None:
    click.echo(f"{name + ':':11}{text}")
