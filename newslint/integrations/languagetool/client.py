"""Speaks to a LanguageTool server over HTTP: connections kept open, a limit on every wait."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR
from typing import Any
from urllib.parse import quote_plus, urlsplit
from weakref import WeakSet

from newslint.integrations.languagetool.answers import Match, NotLanguageTool, matches
from newslint.model.records import NamedTuple

_LARGEST = 32 << 20
"""Bytes of the largest answer that is read; that to an ordinary paragraph has some thousand."""
_PIECE = 1 << 16
_SHORT = 10.0
"""Seconds for questions that need no work of the server."""
_BUSY = 503
_PAUSES = (0.1, 0.3, 0.6, 1.0, 1.0, 1.0)
"""Seconds before a server that has too much to do is asked again."""


class Unavailable(Exception):
    """LanguageTool can't be asked; the message says why and what to do, in one line."""


class About(NamedTuple):
    """What a server says of itself: version and day of its build; "" where it doesn't."""

    version: str
    build: str


class Client:
    """One server. Safe to share between threads: each has its own connection."""

    def __init__(self, address: str, timeout: float = 30.0) -> None:
        """address: http://host:port or https://host, with a path before /v2 where there is one. timeout: seconds that
        one check may take in all."""
        self.address = address.rstrip("/")
        self._timeout = timeout
        parts = urlsplit(self.address)
        self._make = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._host, self._port = parts.hostname or "", parts.port
        self._path = parts.path.removesuffix("/v2")
        self._local = threading.local()
        self._open: WeakSet[HTTPConnection] = WeakSet()

    def about(self) -> About:
        """Version and build. Raises Unavailable."""
        found = self._ask("GET", "/v2/info", b"", min(_SHORT, self._timeout))
        try:
            software = found["software"]
            if software["name"] != "LanguageTool":
                raise KeyError("name")
            return About(str(software["version"]), str(software.get("buildDate") or ""))
        except (TypeError, KeyError, AttributeError):
            raise self._other() from None

    def languages(self) -> list[str]:
        """Codes of the languages that the server knows, such as en-AU, in order. Raises Unavailable."""
        found = self._ask("GET", "/v2/languages", b"", min(_SHORT, self._timeout))
        try:
            return sorted({str(language["longCode"]) for language in found})
        except (TypeError, KeyError):
            raise self._other() from None

    def check(self, text: str, language: str) -> list[Match]:
        """What LanguageTool says of a text. Raises Unavailable."""
        # Lone surrogates are no text that a server could read.
        safe = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        form = f"language={quote_plus(language)}&text={quote_plus(safe)}"
        try:
            return matches(self._ask("POST", "/v2/check", form.encode(), self._timeout, _PAUSES), text)
        except NotLanguageTool:
            raise self._other() from None

    def close(self) -> None:
        """Close this thread's connection."""
        connection = getattr(self._local, "connection", None)
        if connection:
            connection.close()
            self._local.connection = None

    def abort(self) -> None:
        """Break off what all threads are waiting for; each then raises Unavailable."""
        for connection in list(self._open):
            if sock := connection.sock:
                with suppress(OSError):
                    sock.shutdown(SHUT_RDWR)

    def _ask(self, method: str, path: str, body: bytes, timeout: float, pauses: Sequence[float] = ()) -> Any:
        """The JSON value that the server answers, if need be after pauses of so many seconds."""
        kept = getattr(self._local, "connection", None) is not None
        try:
            try:
                status, data = self._send(method, path, body, timeout)
            except (HTTPException, ConnectionError):
                self.close()
                # A server may close a connection that was idle. One that was just opened proves it down.
                if not kept:
                    raise
                status, data = self._send(method, path, body, timeout)
        except TimeoutError:
            self.close()
            raise Unavailable(f"{self._name}: no answer within {timeout:g} seconds") from None
        except ConnectionRefusedError:
            hint = "start it, or run 'newslint languagetool start'"
            raise Unavailable(f"{self._name}: nothing answers there; {hint}") from None
        except (HTTPException, OSError, ValueError) as error:
            self.close()
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
            reason = " ".join(said.split())[:200]
            raise Unavailable(f"{self._name}: the connection failed ({reason})") from None
        if status == _BUSY and pauses:
            self.close()
            time.sleep(pauses[0])
            return self._ask(method, path, body, timeout, pauses[1:])
        if status != 200:
            self.close()
            said = " ".join(data[:200].decode("utf-8", "replace").split())
            if status == 404 or said.startswith("<"):
                raise self._other()
            raise Unavailable(f"{self._name}: it answers {status}: {said}")
        try:
            return json.loads(data)
        except ValueError:
            raise self._other() from None

    def _send(self, method: str, path: str, body: bytes, timeout: float) -> tuple[int, bytes]:
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._make(self._host, self._port, timeout=timeout)
            self._open.add(connection)
        connection.timeout = timeout
        if connection.sock:
            connection.sock.settimeout(timeout)
        until = time.monotonic() + timeout
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        connection.request(method, self._path + path, body or None, headers)
        response = connection.getresponse()
        return response.status, _read(response, until)

    def _other(self) -> Unavailable:
        return Unavailable(f"{self._name}: what answers there is not LanguageTool")

    @property
    def _name(self) -> str:
        return f"LanguageTool at {self.address}"


def _read(response: HTTPResponse, until: float) -> bytes:
    """The whole answer. The socket's own limit is for each wait alone: a server that drips would be waited for."""
    pieces, size = [], 0
    while piece := response.read1(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > _LARGEST:
            raise HTTPException(f"the answer is larger than {_LARGEST >> 20} MB")
        if time.monotonic() > until:
            raise TimeoutError
    return b"".join(pieces)
