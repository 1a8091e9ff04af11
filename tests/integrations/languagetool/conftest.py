"""A real LanguageTool server, and servers that only look like one."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newslint.config.languagetool import LanguageTool
from newslint.integrations.languagetool import local
from newslint.integrations.languagetool.client import Client, Unavailable
from newslint.integrations.languagetool.jars import find_jars

GIVEN = "NEWSLINT_TEST_LANGUAGETOOL"
"""Address of a server that runs already, so that several test processes share one."""


@pytest.fixture(scope="session")
def jars() -> str:
    """The folder of LanguageTool's jars; without them or Java the test is left out."""
    try:
        local._java()
        return str(find_jars().folder)
    except Unavailable as error:
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real server."""
    if os.environ.get(GIVEN):
        yield os.environ[GIVEN]
        return
    with started(tmp_path_factory.mktemp("server")) as running:
        yield running.address


class started:
    """A real server of its own, ended at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._cache = os.environ["NEWSLINT_CACHE_DIR"]

    def __enter__(self) -> local.Running:
        os.environ["NEWSLINT_CACHE_DIR"] = str(self._folder)
        try:
            local._java()
            find_jars()
        except Unavailable as error:
            os.environ["NEWSLINT_CACHE_DIR"] = self._cache
            pytest.skip(str(error))
        try:
            return local.start(LanguageTool())[0]
        finally:
            os.environ["NEWSLINT_CACHE_DIR"] = self._cache

    def __exit__(self, *_: object) -> None:
        os.environ["NEWSLINT_CACHE_DIR"] = str(self._folder)
        try:
            local.stop()
        finally:
            os.environ["NEWSLINT_CACHE_DIR"] = self._cache


@pytest.fixture
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[local.Running]:
    """A real server for one test, which may do with it what it likes."""
    with started(tmp_path_factory.mktemp("own")) as running:
        yield running


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("NEWSLINT_LANGUAGETOOL_SERVER", raising=False)
    return tmp_path / "cache"


@pytest.fixture
def impostor() -> Iterator[Callable[..., str]]:
    """Makes servers that do something with each connection: `impostor(handle)` gives the address."""
    sockets: list[socket.socket] = []

    def make(handle: Callable[[socket.socket], None]) -> str:
        listening = socket.create_server(("127.0.0.1", 0))
        sockets.append(listening)

        def serve() -> None:
            while True:
                try:
                    connection, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=handle, args=(connection,), daemon=True).start()

        threading.Thread(target=serve, daemon=True).start()
        return f"http://127.0.0.1:{listening.getsockname()[1]}"

    yield make
    for each in sockets:
        each.close()


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that servers are asked about from now on."""
    texts: list[str] = []
    check = Client.check

    def counted(self: Client, text: str, language: str) -> object:
        texts.append(text)
        return check(self, text, language)

    monkeypatch.setattr(Client, "check", counted)
    return texts
