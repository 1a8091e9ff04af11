"""Articles checked with a real server."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint import lint
from newslint.config.languagetool import LanguageTool
from newslint.engine import Linter
from newslint.integrations.languagetool import proposer as proposing
from newslint.integrations.languagetool.client import Client, Unavailable
from newslint.integrations.languagetool.local import Running
from newslint.integrations.languagetool.proposer import Proposer
from newslint.model import Diagnostic, Document, ReadError, Report, Source
from newslint.readers import ReadContext, read
from newslint.rulebook.load import load
from newslint.runner import Request, run

pytestmark = pytest.mark.languagetool


@pytest.fixture(scope="session")
def linter() -> Linter:
    """The core rules for external checkers, alone: what newslint says itself would hide their findings."""
    book = load(["core"])
    return Linter([rule for rule in book if rule.check == "external"], book.lexicon)


@pytest.fixture
def check(server: str, linter: Linter, cache_folder: Path) -> Callable[..., tuple[Document, list[Diagnostic]]]:
    """Reads and checks an article with the server."""

    def work(text: str, format: str = "text", **settings: object) -> tuple[Document, list[Diagnostic]]:
        document = read(Source(text, "a"), format, ReadContext(linter.lexicon, {}))
        asking = Proposer(LanguageTool(server=server)._replace(**settings), server)
        try:
            proposals = asking.proposals(document, linter.external_zones(format))
        finally:
            asking.close()
        return document, list(linter.lint(document, proposals).diagnostics)

    return work


Check = Callable[..., tuple[Document, list[Diagnostic]]]


def found(result: tuple[Document, list[Diagnostic]]) -> list[str]:
    document, diagnostics = result
    return [document.source.text[d.span.start : d.span.end] for d in diagnostics]


def test_an_article(check: Check) -> None:
    document, diagnostics = check(
        "Council meets\n\nThe council gave its definate answer on Friday. It should of come sooner.\n"
    )
    assert found((document, diagnostics)) == ["definate", "should of"]
    one, other = diagnostics
    assert one.rule == "spelling/languagetool" and one.fixes[0].edits[0].text == "definite"
    assert other.rule == "grammar/typo" and other.origin and other.origin.rule == "MODAL_OF"
    assert other.origin.checker == "languagetool" and other.origin.description and other.url.startswith("https://")


def test_characters_beyond_the_bmp_before_and_inside(check: Check) -> None:
    text = "Council meets\n\nThe 𝒜 and 😀👍🏽 signs gave a definate answer 😀. The 😀 council should of come sooner 👍🏽.\n"
    assert found(check(text)) == ["definate", "should of"]
    raw = "He said 😀 an 👍🏽 answer that was definate 😀."
    document, diagnostics = check(f"Council meets\n\n{raw}\n")
    assert "definate" in found((document, diagnostics))


def test_spans_are_exact_in_markdown(check: Check) -> None:
    text = "# Council meets\n\nThe *council* gave its **definate** answer \\& [should\nof](https://example.org) come `teh` sooner.\n"
    assert found(check(text, "markdown")) == ["definate", "should\nof"]


def test_spans_are_exact_in_html(check: Check) -> None:
    text = (
        "<h1>Council</h1><p>Caf&eacute; &#128512; owners gave a <b>defin</b>ate answer &amp; <i>should</i> of come.</p>"
    )
    assert found(check(text, "html")) == ["defin</b>ate", "should</i> of"]


def test_other_peoples_words_and_names_are_left_alone(check: Check) -> None:
    text = (
        "Council meets\n\nDimitar Mihailov spoke first. “They was all agreed, she don't know,” Mr Mihailov said.\n\n"
        "“Nobody tell me nothing,” said Zvezdana Krstić.\n"
    )
    assert found(check(text)) == []


def test_no_english_is_preferred_unless_somebody_says_which(check: Check) -> None:
    text = "Council meets\n\nThe color of the harbour was analyzed by the labour minister.\n"
    assert found(check(text)) == []


def test_another_language_is_not_asked_about(server: str, linter: Linter, asked: list[str]) -> None:
    document = read(Source("Titre\n\nDes mots.\n"), "text", ReadContext(linter.lexicon, {"language": "fr"}))
    assert Proposer(LanguageTool(), server).proposals(document, linter.external_zones("text")) == []
    assert asked == []


def test_a_second_check_asks_only_for_what_changed(check: Check, asked: list[str]) -> None:
    paragraphs = [f"This is the paragraph of the number {i}, and nothing is wrong with it." for i in range(30)]
    check("\n\n".join(["Council meets", *paragraphs]) + "\n", language="en-GB")
    assert len(asked) == 31
    paragraphs[7] = "This one has been changed."
    check("\n\n".join(["Council meets", *paragraphs]) + "\n", language="en-GB")
    assert asked[31:] == ["This one has been changed."]
    check("\n\n".join(["Council meets", *paragraphs]) + "\n", language="en-AU")
    assert len(asked) == 63
    # Where nobody says which English it is, both may be asked about it.
    paragraphs[8] = "This one has been changed too."
    check("\n\n".join(["Council meets", *paragraphs]) + "\n")
    assert set(asked[63:]) == {"This one has been changed too."}


def test_the_same_whatever_the_number_of_requests(check: Check) -> None:
    text = "Council meets\n\n" + "\n\n".join(f"It should of come {i} days sooner." for i in range(2, 20)) + "\n"
    assert check(text, parallel=1)[1] == check(text, parallel=8)[1] and len(check(text)[1]) == 18


class Reports:
    """A run of the command's own way, with its notices."""

    def __init__(self, **request: object) -> None:
        self.notices: list[str] = []
        self.reports: list[Report] = []
        self.errors: list[str] = []
        for result in run(Request(**request), lambda report: report, self.notices.append):  # type: ignore[arg-type]
            if isinstance(result, ReadError):
                self.errors.append(str(result))
            else:
                self.reports.append(result)


ARTICLE = "Council meets\n\nThe council of number {} met, and it it was late. It should of come sooner.\n"


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, int], None]:
    """Makes a current folder with articles and a configuration."""

    def make(config: str, count: int = 3) -> None:
        for i in range(count):
            (tmp_path / f"a{i}.txt").write_text(ARTICLE.format(i))
        (tmp_path / "newslint.yaml").write_text(config)
        (tmp_path / ".git").mkdir(exist_ok=True)

    monkeypatch.chdir(tmp_path)
    return make


def test_hung_and_killed_servers(
    articles: Callable[..., None], cache_folder: Path, own_server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(proposing, "_REST", 0.0)
    server = own_server
    config = f"languagetool: {{server: '{server.address}', timeout: 2, on-failure: notice}}\n"
    articles(config, 1)
    assert [d.rule for d in Reports().reports[0]] == ["typos/doubled-word", "typos/confusions"]
    articles(config)
    # Hung: the process is there, and its port takes connections, but nobody reads.
    os.kill(server.pid, signal.SIGSTOP)
    began = time.monotonic()
    hung = Reports()
    assert time.monotonic() - began < 30
    os.kill(server.pid, signal.SIGCONT)
    assert hung.notices == [f"LanguageTool at {server.address}: no answer within 2 seconds"] and not hung.errors
    assert all("typos/doubled-word" in {d.rule for d in r} for r in hung.reports) and len(hung.reports) == 3
    assert all(r.notices == tuple(hung.notices) for r in hung.reports)
    # Killed while a run of many articles goes on.
    articles(config.replace("notice", "error"), 40)
    threading.Timer(0.2, os.kill, (server.pid, signal.SIGKILL)).start()
    killed = Reports(jobs=1)
    assert len(killed.reports) == 40 and not killed.notices
    assert all("typos/doubled-word" in {d.rule for d in r} for r in killed.reports)
    assert killed.errors and all(e.startswith("newslint.yaml: LanguageTool at ") for e in killed.errors)
    assert len(killed.errors) <= 3


def test_down_from_the_start(articles: Callable[..., None], cache_folder: Path) -> None:
    articles("languagetool: {server: 'http://127.0.0.1:9', on-failure: notice}\n")
    result = Reports()
    assert len(result.notices) == 1 and "nothing answers there" in result.notices[0] and len(result.reports) == 3
    articles("languagetool: http://127.0.0.1:9\n")
    result = Reports(jobs=2)
    assert len(result.errors) == 1 and not result.notices and len(result.reports) == 3


def test_the_library(server: str, cache_folder: Path) -> None:
    text = "Council meets\n\nThe firm should now be able put this behind it.\n"
    (finding,) = lint(text, languagetool=server)
    assert finding.rule == "grammar/syntax" and not lint(text).diagnostics
    report = lint(text, languagetool="http://127.0.0.1:9")
    assert len(report.notices) == 1 and report.as_dict()["notices"] == list(report.notices)
    with pytest.raises(ValueError, match="no address"):
        lint(text, languagetool="nowhere")


def test_a_wrong_language_is_told(server: str, articles: Callable[..., None], cache_folder: Path) -> None:
    articles(f"languagetool: {{server: '{server}', language: en-XX}}\n")
    result = Reports()
    assert len(result.errors) == 1 and "en-XX" in result.errors[0] and len(result.reports) == 3


def test_a_client_gives_up_on_a_text_that_is_too_long_for_its_time(server: str) -> None:
    with pytest.raises(Unavailable, match=r"no answer within 0\.01 seconds"):
        Client(server, 0.01).check("The council met on Friday. " * 200, "en-GB")
