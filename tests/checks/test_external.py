"""Which proposals pass, and which the article's own facts hold back."""

from __future__ import annotations

import pytest

from newslint.checks.external import External
from newslint.checks.parameters import ParameterError, read_settings
from newslint.engine import Linter
from newslint.model import Confidence, Diagnostic, Proposal, Severity, Source
from newslint.readers import ReadContext, read
from newslint.rulebook.rule import Rule
from newslint.text.lexicon import Lexicon


def found(
    text: str, words: str, lexicon: Lexicon, *, rule: str = "R", to: str = "", format: str = "text", **keys: object
) -> list[Diagnostic]:
    """What a rule with some keys lets pass of a proposal on each place of some words."""
    settings = read_settings({"rules": ["R*"], **keys}, External.parameters)
    document = read(Source(text), format, ReadContext(lexicon, {}))
    proposals = []
    for block in document.blocks:
        at = block.text.find(words)
        if at >= 0:
            p = Proposal(
                block.index,
                at,
                at + len(words),
                "c",
                rule,
                "says",
                (to,) if to else (),
                "CAT",
                "kind",
                "about",
                "https://e.org",
            )
            proposals.append(p)
    assert proposals
    made = Rule("g/r", "external", Severity.WARNING, "{advice} ({rule}: {description}) {replacement}", settings)
    return list(Linter([made], lexicon).lint(document, proposals).diagnostics)


ARTICLE = "Council meets\n\nThe council of the town met on Friday, and Ms Okafor spoke form the floor.\n"


def test_what_is_said(lexicon: Lexicon) -> None:
    (d,) = found(ARTICLE, "form", lexicon, to="from")
    assert d.message == "says (R: about) from" and d.match == "form" and d.url == "https://e.org"
    assert d.origin == ("c", "R", "about", "https://e.org")
    assert d.fixes[0].edits[0].text == "from"


@pytest.mark.parametrize(
    ("keys", "passes"),
    [
        ({}, True),
        ({"rules": ["X"]}, False),
        ({"rules": ["X"], "categories": ["CAT"]}, True),
        ({"rules": ["X"], "kinds": ["kind"]}, True),
        ({"except": ["R"]}, False),
        ({"except": ["*"]}, False),
        ({"rules": ["R"], "except": ["*"]}, True),
        ({"mended": "yes"}, False),
    ],
)
def test_which_rules_pass(keys: dict[str, object], passes: bool, lexicon: Lexicon) -> None:
    assert bool(found(ARTICLE, "form", lexicon, **keys)) is passes


@pytest.mark.parametrize(
    ("level", "severity"), [("likely", Severity.SUGGESTION), ("possible", Severity.SUGGESTION), ("", Severity.WARNING)]
)
def test_confidence(level: str, severity: Severity, lexicon: Lexicon) -> None:
    (d,) = found(ARTICLE, "form", lexicon, **({level: ["R*"]} if level else {}))
    assert d.severity is severity
    assert set(Confidence) >= {level} if level else True


@pytest.mark.parametrize(
    ("text", "words", "doubt", "to", "holds"),
    [
        ("She met Ms Okafor there.", "Ms Okafor", "name", "", True),
        ("She met the council there.", "the council", "name", "", False),
        ("Shell sold it. She left Shell then.", "Shell", "name", "", True),
        ("Two of them left. It was I who saw.", "Two", "name", "", False),
        ("The modafinol was his. He had modafinol.", "modafinol", "repeated", "", True),
        ("The reponse was his.", "reponse", "repeated", "", False),
        ("The reponse was his.", "reponse", "slip", "response", False),
        ("The footballing side.", "footballing", "slip", "foot balling", True),
        ("The color was his.", "color", "variant", "colour", True),
        ("Then Chelsea have only ten men.", "have", "subject", "has", True),
        ("The pair are due in court.", "are", "subject", "is", True),
        ("The works mixes farce and song.", "mixes", "subject", "mix", False),
        ("Leeds 2 Derby 1", "Derby", "fragment", "", True),
        ("A sentence of its own.", "sentence", "fragment", "", False),
        ("His hit with Wham! through the years.", "through", "title", "Through", True),
        ("It was late. through it all he slept.", "through", "title", "Through", False),
    ],
)
def test_doubts(text: str, words: str, doubt: str, to: str, holds: bool, lexicon: Lexicon) -> None:
    article = f"Council meets\n\n{text}\n"
    assert found(article, words, lexicon, to=to)
    assert bool(found(article, words, lexicon, to=to, doubts=[doubt])) is not holds


@pytest.mark.parametrize(
    ("text", "words", "format"),
    [
        ("He wrote to desk@example.org then.", "desk", "text"),
        ("It is on www.example.org now.", "www", "text"),
        ("She used the #hashtag then.", "hashtag", "text"),
        ("Call `teh` and it runs.", "\ufffc", "markdown"),
        ('He said "yes to that.', '"', "text"),
        ("“She don't know,” he said.", "don't", "text"),
    ],
)
def test_what_nobody_wrote_as_prose_and_other_peoples_words(
    text: str, words: str, format: str, lexicon: Lexicon
) -> None:
    head = "# Council\n\n" if format == "markdown" else "Council\n\n"
    assert found(f"{head}{text}\n", words, lexicon, format=format) == []


def test_something_must_pass(lexicon: Lexicon) -> None:
    with pytest.raises(ParameterError, match="one of the keys"):
        External(read_settings({}, External.parameters), lexicon)
