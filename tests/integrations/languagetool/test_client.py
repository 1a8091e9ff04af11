"""Servers that are no LanguageTool, or are in no state to answer: one clear line, within the time allowed."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from newslint.integrations.languagetool.client import Client, Unavailable

Impostor = Callable[[Callable[[socket.socket], None]], str]


def answering(status: str, body: bytes) -> Callable[[socket.socket], None]:
    def handle(connection: socket.socket) -> None:
        with connection:
            connection.recv(65536)
            head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
            connection.sendall(head.encode() + body)

    return handle


def silent(connection: socket.socket) -> None:
    connection.recv(65536)
    time.sleep(30)


def why(address: str, timeout: float = 5) -> str:
    with pytest.raises(Unavailable) as caught:
        Client(address, timeout).check("A text.", "en-GB")
    text = str(caught.value)
    assert "\n" not in text and address in text
    return text


def test_nothing_answers() -> None:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        assert "nothing answers there" in why(f"http://127.0.0.1:{s.getsockname()[1]}")


def test_a_name_that_is_none() -> None:
    assert "the connection failed" in why("http://languagetool.invalid:8081")


@pytest.mark.parametrize(
    "body", [b"<html>Welcome</html>", b"{}", b"[]", b'{"matches": 1}', b'{"matches": [{"offset": 90}]}', b"\xff"]
)
def test_not_languagetool(impostor: Impostor, body: bytes) -> None:
    assert "is not LanguageTool" in why(impostor(answering("200 OK", body)))


def test_not_its_paths(impostor: Impostor) -> None:
    assert "is not LanguageTool" in why(impostor(answering("404 Not Found", b"no such page")))


def test_its_own_complaint_is_shown(impostor: Impostor) -> None:
    found = why(impostor(answering("400 Bad Request", b"Error: 'xx' is\nnot a language code")))
    assert "it answers 400: Error: 'xx' is not a language code" in found


def test_hung(impostor: Impostor) -> None:
    began = time.monotonic()
    assert "no answer within 0.3 seconds" in why(impostor(silent), 0.3)
    assert time.monotonic() - began < 9


def test_one_that_drips_is_no_better(impostor: Impostor) -> None:
    def drip(connection: socket.socket) -> None:
        with connection:
            connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            with suppress(OSError):
                for _ in range(100):
                    connection.sendall(b"{")
                    time.sleep(0.1)

    began = time.monotonic()
    assert "no answer within 0.5 seconds" in why(impostor(drip), 0.5)
    assert time.monotonic() - began < 9


def test_broken_off(impostor: Impostor) -> None:
    assert "the connection failed" in why(impostor(lambda c: c.close()))


def test_speaks_no_http(impostor: Impostor) -> None:
    def greet(connection: socket.socket) -> None:
        with connection:
            connection.recv(65536)
            connection.sendall(b"220 mail.example.org ready\r\n")

    assert "the connection failed" in why(impostor(greet))


def test_a_connection_that_was_closed_meanwhile_is_opened_again(impostor: Impostor) -> None:
    client = Client(impostor(_once()))
    assert client.check("One.", "en-GB") == []
    assert client.check("Two.", "en-GB") == []


def _once() -> Callable[[socket.socket], None]:
    """Promises to keep the connection, and closes it."""
    body = b'{"matches": []}'

    def handle(connection: socket.socket) -> None:
        with connection:
            connection.recv(65536)
            connection.sendall(f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body)

    return handle


def test_waits_can_be_broken_off(impostor: Impostor) -> None:
    client = Client(impostor(silent), 20)
    threading.Timer(0.3, client.abort).start()
    began = time.monotonic()
    with pytest.raises(Unavailable):
        client.check("A text.", "en-GB")
    assert time.monotonic() - began < 5


def test_a_server_that_is_busy_is_asked_again(impostor: Impostor) -> None:
    answers = [answering("503 Service Unavailable", b"Error: overloaded")] * 2
    answers.append(answering("200 OK", b'{"matches": []}'))
    assert Client(impostor(lambda connection: answers.pop(0)(connection))).check("A text.", "en-GB") == []


def test_one_that_stays_busy_is_given_up(impostor: Impostor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newslint.integrations.languagetool.client._PAUSES", (0.01, 0.01))
    found = why(impostor(answering("503 Service Unavailable", b"Error: overloaded")))
    assert "it answers 503: Error: overloaded" in found
