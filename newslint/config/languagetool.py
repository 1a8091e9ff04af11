"""What a configuration says of LanguageTool."""

from __future__ import annotations

from newslint.model.records import NamedTuple

LOCAL, OFF = "local", "off"

ON_FAILURE = ("error", "notice")


class LanguageTool(NamedTuple):
    """Which LanguageTool server to ask, and how.

    server: its address (http://host:port), "local" for one that newslint starts itself, "off" for none. language: the
    variant of English, such as en-AU; "" goes by the article's language. timeout: seconds for one paragraph.
    parallel: requests at a time. on_failure: what a server that can't be asked is, "error" (exit status 2) or
    "notice". memory: heap of a server that newslint starts. jars: the folder of its jars.
    """

    server: str = OFF
    language: str = ""
    timeout: float = 30.0
    parallel: int = 4
    on_failure: str = "error"
    memory: str = "512m"
    jars: str = ""


def is_memory(text: str) -> bool:
    """Whether a text is an amount of memory as Java takes it: 512m, 1g."""
    return text[:-1].isascii() and text[:-1].isdigit() and int(text[:-1]) > 0 and text[-1:] in "kmgKMG"


def server_fault(text: str) -> tuple[str, str]:
    """What is wrong with a server as a person names it, and a hint; two empty texts where nothing is."""
    if text in (LOCAL, OFF):
        return "", ""
    from urllib.parse import urlsplit

    expected = "an address such as http://localhost:8081, or local, or off"
    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        return f"'{text}' is no address: {error}", f"expected {expected}"
    if not fine or parts.query or parts.fragment or parts.username:
        return f"'{text}' is no address of a server", f"expected {expected}"
    return "", ""
