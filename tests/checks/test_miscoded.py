"""miscoded: bytes of UTF-8 that were read in another encoding."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

RULE = "check: miscoded\nzones: [all]\napplicability: safe\nmessage: '{match} is {replacement}'"
MAC = "check: miscoded\nzones: [all]\nread_as: mac-roman"


def broken(text: str, codec: str = "cp1252", times: int = 1) -> str:
    """A text after as many trips through the wrong decoder. Bytes that Windows-1252 lacks become control characters."""
    for _ in range(times):
        text = "".join(_decode(b, codec) for b in text.encode())
    return text


def _decode(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


@pytest.mark.parametrize("wanted", ["é", "’", "“", "”", "–", "…", "£", "\u00a0", "ü", "à", "😀", "é’", "€", "č", "Á"])
def test_broken_characters(rule, wanted: str) -> None:
    assert rule(RULE).flags(f"The caf[[{broken(wanted)}]]s of it").offers == [[wanted]]
    assert rule(RULE).flags(f"The caf[[{broken(wanted, times=2)}]]s of it").offers == [[wanted]]


@pytest.mark.parametrize("wanted", ["é", "’", "“", "–", "…", "£", "ü", "😀", "é’"])
def test_another_wrong_encoding(rule, wanted: str) -> None:
    assert rule(MAC).flags(f"The caf[[{broken(wanted, 'mac-roman')}]]s of it").offers == [[wanted]]
    if wanted != "\u00a0":
        rule(RULE).flags("The café’s “CAFÉ”")


@pytest.mark.parametrize(
    "text",
    ["café’s “CAFÉ”", "NAÏVE…", "SÃO PAULO", "“Ça va?”", "Ελλάδα", "Москва́", "“‘Oui’”", "Å–Ä", "£5–£6", "10°–12°", "É”", "😀😀", ""],
)  # fmt: skip
@pytest.mark.parametrize("which", [RULE, MAC])
def test_right_text(rule, which: str, text: str) -> None:
    rule(which).flags(text)


def test_quotations_are_in_scope_where_named(rule) -> None:
    rule("check: miscoded").flags("The caf[[Ã©]]. “The cafÃ©,” he said.")


def test_the_fix(rule) -> None:
    text = "The café’s “naïve” £5 – day…\n\nIt’s shut.\n"
    assert rule(RULE).fixed(broken(text)) == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(min_codepoint=0xC0, max_codepoint=0xFF, categories=["L"]), min_size=1, max_size=6))
def test_any_broken_letters_come_back(rule, text: str) -> None:
    trial = rule(RULE)
    assert trial.fixed(f"x\n\nx {broken(text)} x.\n") == f"x\n\nx {text} x.\n"


def test_the_first_fix_repairs_the_whole_article(rule) -> None:
    text = "Caf[[Ã©]] to close\n\nIt[[â€™]]s the rent, the caf[[Ã©â€™]]s owner said.\n"
    found = rule("check: miscoded").reads(text)
    assert [e.text for e in found[0].fixes[0].edits] == ["é", "’", "é’"]
    assert [e.text for e in found[1].fixes[0].edits] == ["’"]
