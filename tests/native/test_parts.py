"""Each compiled function gives what its function in Python gives, for any text."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.checks import Finding
from newslint.checks.parameters import Settings
from newslint.engine.diagnose import Speaker
from newslint.model import Block, Diagnostic, Document, Report, Severity, Source, Span, TextMap, Verdict, Zone
from newslint.native import native
from newslint.reporters.json import _file
from newslint.rulebook.rule import Rule
from newslint.text.lexicon import EMPTY, Lexicon
from newslint.text.sentences import sentences

from .conftest import Switch

TEXTS = st.text(st.characters(), max_size=60)
"""Lone surrogates are characters too."""


def _every_character() -> Iterator[str]:
    """All code points, each between letters."""
    for start in range(0, sys.maxunicode + 1, 16):
        yield "a".join(["", *map(chr, range(start, min(start + 16, sys.maxunicode + 1))), ""])


def _diagnostics(texts: list[str], message: str) -> list[Diagnostic]:
    """Those of a rule that finds the middle of each text and would replace it."""
    rule = Rule("group/rule", "existence", Severity.ERROR, message, Settings({}))
    document = Document(Source("".join(texts)), ())
    findings, at = [], 0
    for text in texts:
        block = Block(Zone.PARAGRAPH, TextMap.slice(document.source.text, at, at + len(text)))
        middle = len(text) // 2
        findings.append(Finding(block, middle, min(middle + 2, len(text)), {}, (text[:3], text[3:]) if text else ()))
        findings.append(Finding(block, 0, middle, {}, (text[1:4],) if middle else ()))
        at += len(text)
    taken: list[Diagnostic] = []
    assert not Speaker(rule, EMPTY).ready()(findings, document, taken, float("inf"))
    return taken


def _same_diagnostics(texts: list[str], in_python: Switch) -> None:
    for message in ("'{match}'", "{replacement}", "no value"):
        compiled = _diagnostics(texts, message)
        with in_python():
            assert compiled == _diagnostics(texts, message)


def test_diagnostics_with_every_character(in_python: Switch) -> None:
    _same_diagnostics(list(_every_character()), in_python)


@settings(deadline=None)
@given(texts=st.lists(TEXTS, max_size=6))
def test_diagnostics(in_python: Switch, texts: list[str]) -> None:
    _same_diagnostics(texts, in_python)


def _same_json(found: list[Diagnostic], source: Source, in_python: Switch) -> None:
    report = Report(source, tuple(found), Verdict.PASS)
    compiled = _file(report)
    with in_python():
        assert compiled == _file(report)


def test_json_of_every_character(in_python: Switch) -> None:
    found = [Diagnostic("g/r", Severity.ERROR, text, Span(0, 1), text, url=text[:4]) for text in _every_character()]
    _same_json(found, Source("a"), in_python)


@given(text=TEXTS.filter(bool), message=TEXTS, data=st.data())
def test_json(in_python: Switch, text: str, message: str, data: st.DataObject) -> None:
    places = st.lists(st.integers(0, len(text)), min_size=2, max_size=2).map(sorted)
    spans = data.draw(st.lists(places, max_size=5))
    found = [Diagnostic("g/r", Severity.ERROR, message, Span(*span), text[slice(*span)]) for span in spans]
    _same_json(found, Source(text), in_python)


SPANS = st.tuples(st.integers(0, 3), st.integers(3, 5)).map(lambda pair: Span(*pair))
FOUND = st.builds(
    Diagnostic, st.sampled_from(["a/b", "b/a"]), st.sampled_from(Severity), st.sampled_from(["x", "é", "\ud800", ""]),
    SPANS, st.just("match"), fingerprint=st.sampled_from(["1", "2"]),
)  # fmt: skip


@given(found=st.lists(FOUND, max_size=12))
def test_order(in_python: Switch, found: list[Diagnostic]) -> None:
    from newslint.engine.linter import Linter, _order

    compiled = native.ordered(list(found))
    plain = Linter._number(sorted(found, key=_order))
    assert compiled == plain or (compiled is None and any(d.message == "\ud800" for d in found))


PIECES = st.sampled_from(
    [
        ". ", ".", "! ", "? ", "... ", '." ', ".) ", '. "', ". (", ".  ", ".\n", ".\t'", "!? ", '?" ', "; ", " - ", " ", " *",
        "He", "said", "Mr", "Co", "Inc", "e.g", "p.m", "U.S", "J", "No", "5", "iv", "Yahoo", "iPhone", "well-known", "don't",
        "Monday", "the", "The", "a", "1,000", "é", "’", "\u2028", "x" * 40,
    ]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(pieces=st.lists(PIECES, max_size=24))
def test_sentences(in_python: Switch, lexicon: Lexicon, pieces: list[str]) -> None:
    text = "".join(pieces)
    compiled = sentences(text, lexicon)
    with in_python():
        assert compiled == sentences(text, lexicon)


@given(text=st.one_of(TEXTS, st.lists(PIECES).map("".join)))
def test_words_that_stand_twice(text: str, in_python: Switch) -> None:
    from newslint.text.tokens import tokenize

    words = tokenize(text).lowered
    twice = [i for i in range(len(words) - 1) if words[i] == words[i + 1]]
    assert native.doubled(text) == (twice if text.isascii() else None)
