"""Collects what external checkers say of an article, for configurations that want it."""

from __future__ import annotations

from newslint.config import Config
from newslint.config.languagetool import LOCAL, OFF, LanguageTool
from newslint.engine import Linter
from newslint.model import Document, ReadError, Report
from newslint.runner.asked import Answer, Asked
from newslint.runner.request import Request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from newslint.integrations.languagetool.proposer import Proposer


class Proposers:
    """The external checkers of a run, each made when it is first asked."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._made: dict[tuple[LanguageTool, str], Proposer] = {}
        self._failed: dict[LanguageTool, str] = {}

    def settings(self, config: Config) -> LanguageTool:
        """What is to be asked for the articles of a configuration: the request is stronger."""
        server = self._request.languagetool
        return config.languagetool._replace(server=server) if server else config.languagetool

    def lint(self, config: Config, document: Document, linter: Linter) -> Report:
        """The report of a document with the proposals that its configuration wants; what went amiss is in its
        notices."""
        with self.ask(config, document, linter) as asked:
            report = linter.lint(document, asked)
        report.notices = tuple(n.message if isinstance(n, ReadError) else n for n in asked.notices)
        return report

    def ask(self, config: Config, document: Document, linter: Linter) -> Asked:
        """The proposals for a document, on their way, and what went amiss: an error or a notice, as the configuration
        has it. A server that can't be asked costs the article nothing but its proposals."""
        settings = self.settings(config)
        zones = linter.external_zones(document.format) if settings.server != OFF else frozenset()
        if not zones:
            return Asked()
        from newslint.integrations.languagetool.client import Unavailable

        def notice(error: Unavailable) -> ReadError | str:
            if settings.on_failure == "notice":
                return str(error)
            return ReadError("--languagetool" if self._request.languagetool else config.path, str(error))

        def work() -> Answer:
            try:
                return proposer.proposals(document, zones), ()
            except Unavailable as error:
                return (), (notice(error),)

        try:
            proposer = self._proposer(settings)
        except Unavailable as error:
            return Asked.failed(notice(error))
        return Asked(work, proposer.abort)

    def prepare(self, config: Config) -> None:
        """Start what has to be started, before other processes do so on their own."""
        settings = self.settings(config)
        if settings.server == LOCAL:
            from newslint.integrations.languagetool.client import Unavailable

            try:
                self._address(settings)
            except Unavailable:
                return

    def _proposer(self, settings: LanguageTool) -> Proposer:
        # A local server may be stopped and started, at another address.
        address = self._address(settings) if settings.server == LOCAL else settings.server
        key = (settings, address)
        if key not in self._made:
            from newslint.integrations.languagetool.proposer import Proposer

            self._made[key] = Proposer(settings, address, self._request.cache)
        return self._made[key]

    def _address(self, settings: LanguageTool) -> str:
        """The server's address. Raises Unavailable; what could not be started is not tried again."""
        from newslint.integrations.languagetool.client import Unavailable
        from newslint.integrations.languagetool.local import address_of

        if settings in self._failed:
            raise Unavailable(self._failed[settings])
        try:
            return address_of(settings)
        except Unavailable as error:
            self._failed[settings] = str(error)
            raise
