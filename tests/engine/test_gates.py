"""What a rule needs is asked before it: never does that cost a finding."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from newslint.checks.base import Check
from newslint.checks.needs import Needs
from newslint.checks.parameters import Settings
from newslint.checks.registry import check_kind
from newslint.engine import Linter
from newslint.engine.gates import Gate, Gates, gate_of
from newslint.engine.program import Program
from newslint.model import ALL, Block, Document, Severity, Source, TextMap, Zone
from newslint.readers import ReadContext, read, read_bytes
from newslint.readers.base import format_of
from newslint.rulebook.load import Rulebook, collect
from newslint.rulebook.packs import built_in_packs
from newslint.rulebook.rule import Rule
from newslint.text.article import Article
from newslint.text.lexicon import EMPTY

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """The rules of all packs, though some contradict each other."""
    return collect(list(built_in_packs()))[0]


def gated_and_not(book: Rulebook) -> tuple[Linter, Linter]:
    gated = Linter(list(book), book.lexicon)
    program = gated.program
    rows = [Gate(gate.rule, gate.formats) for gate in program.gates.rows]
    every = Program(program.lexicon, program.runners, Gates(rows, {}), program.matcher, program.owners)
    return gated, Linter(every, book.lexicon)


def samples(book: Rulebook) -> Iterator[Document]:
    """The sample articles and the rules' examples."""
    for folder in (ROOT / "seeds", ROOT / "benchmarks" / "articles"):
        for path in sorted(folder.iterdir()):
            format = format_of(path.name)
            if format and path.name != "README.md":
                yield read_bytes(path.read_bytes(), path.name, format, ReadContext(book.lexicon))
    for rule in book:
        for file in (file for example in rule.examples for file in example.files):
            format = file.format or min(rule.formats, default="text")
            if file.zone is not None:
                text = TextMap.slice(file.text, 0, len(file.text))
                yield Document(Source(file.text, "example"), [Block(file.zone, text)], format=format)
                continue
            data = file.text.encode("utf-8", "surrogatepass") if file.data is None else file.data
            yield read_bytes(data, "example", format, ReadContext(book.lexicon, file.metadata))


def mixed(texts: list[str], seed: int = 7, count: int = 250) -> Iterator[str]:
    """Articles made of lines of others, some of them spoilt."""
    chance = random.Random(seed)
    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    for _ in range(count):
        chosen = chance.sample(lines, chance.randint(1, 8))
        for _ in range(chance.randint(0, 6)):
            i = chance.randrange(len(chosen))
            line = chosen[i]
            at = chance.randrange(len(line) + 1)
            odd = chance.choice(
                ["\u201c", "\u2019", '"', "&", "7", "!", "\u0430", "\u00c3\u00a9", "Mr ", " US ", "ABC", "", ""]
            )
            chosen[i] = chance.choice(
                [line[:at] + odd + line[at:], line[:at] + line[at + 1 :], line.upper(), line.title()]
            )
        yield "\n\n".join(chosen)


def test_findings_are_those_without_gates(book: Rulebook) -> None:
    gated, every = gated_and_not(book)
    documents = list(samples(book))
    for i, text in enumerate(mixed([d.source.text for d in documents if d.format == "text"])):
        context = ReadContext(book.lexicon, {"section": "sport"} if i % 3 == 0 else {})
        documents.append(read(Source(text, "mixed"), "text", context))
    kept_back: dict[str, int] = {}
    found: dict[str, int] = {}
    for document in documents:
        # Gates that were found open once are not asked again: each article meets new ones.
        gates = Gates(gated.program.gates.rows, gated.program.gates.words)
        gated.program.gates = gates
        passed = set(gates.passed(Article(document, book.lexicon)))
        expected = every.lint(document).diagnostics
        assert gated.lint(document).diagnostics == expected
        for gate in gates.rows:
            kind = gated.program.runners[gate.rule].rule.check
            kept_back[kind] = kept_back.get(kind, 0) + (gate.rule not in passed)
        for diagnostic in expected:
            kind = book[diagnostic.rule].check
            found[kind] = found.get(kind, 0) + 1
    # The comparison says something only of kinds that are kept back here, and find something there.
    needing = {r.rule.check for r in gated.program.runners if r.check.needs() and r.check.needs() != Needs(twin=True)}
    assert {kind for kind in needing if not kept_back[kind]} == set()
    assert {kind for kind in needing if not found.get(kind)} <= {"same-headline"}


def test_kinds_with_patterns_say_nothing_of_their_needs(book: Rulebook) -> None:
    """Nobody would ask: they run where they have hits."""
    linter = Linter(list(book), book.lexicon)
    needing = [
        r.rule.check for r in linter.program.runners if r.check.patterns() and not r.check.always and r.check.needs()
    ]
    assert needing == []


def gates(*needs: Needs, formats: frozenset[str] = frozenset()) -> Gates:
    zones, zones_in = frozenset({Zone.HEADLINE, Zone.PARAGRAPH}), {"html": frozenset({Zone.CREDIT})}
    rule = Rule("a/b", "note", Severity.ERROR, "m", Settings({}), zones=zones, zones_in=zones_in, formats=formats)
    words: dict[str, list[int]] = {}
    for i, need in enumerate(needs):
        for word in need.words:
            words.setdefault(word, []).append(i)
    return Gates([gate_of(rule, i, need) for i, need in enumerate(needs)], words)


def article(text: str, format: str = "text") -> Article:
    return Article(read(Source(text, "a.txt"), format), EMPTY)


TEXT = (
    "Mayor of Ardmore resigns\n\nThe mayor, Mr Brill, left the NATO talks at noon on Monday after 12 years in office.\n"
)


@pytest.mark.parametrize(
    ("needs", "open"),
    [
        (Needs(), True),
        (Needs(words=frozenset({"mr", "mrs"})), True),
        (Needs(words=frozenset({"mrs"})), False),
        (Needs(zones=frozenset({Zone.HEADLINE})), True),
        (Needs(zones=frozenset({Zone.CAPTION})), False),
        (Needs(zones=frozenset({Zone.HEADLINE, Zone.BYLINE}), within=True), True),
        (Needs(zones=frozenset({Zone.BYLINE}), within=True), False),
        (Needs(blocks=2), True),
        (Needs(blocks=3), False),
        (Needs(blocks=2, zones=frozenset({Zone.PARAGRAPH})), False),
        (Needs(search=r"\d"), True),
        (Needs(search=r"\d", zones=frozenset({Zone.HEADLINE})), False),
        (Needs(search=r"[A-Z]{2,}", besides=frozenset({"NATO"})), False),
        (Needs(search=r"[A-Z]{2,}", besides=frozenset({"EU"})), True),
        (Needs(search=r"(?i)mr brill"), True),
        (Needs(metadata=("section",)), False),
        (Needs(notes=("not-utf8",)), False),
        (Needs(twin=True), False),
        (Needs(proposals=True), False),
        (Needs(words=frozenset({"mr"}), search=r"\?"), False),
    ],
)
def test_each_need(needs: Needs, open: bool) -> None:
    assert gates(needs).passed(article(TEXT)) == ([0] if open else [])


def test_metadata_opens() -> None:
    one = article(TEXT)
    one.document.metadata.set("section", "sport")
    assert gates(Needs(metadata=("author", "section"))).passed(one) == [0]


def test_formats() -> None:
    both = gates(Needs(), formats=frozenset({"html"}))
    assert both.passed(article(TEXT)) == []
    assert both.passed(article("<h1>A</h1><p>B", "html")) == [0]


def test_words_are_remembered_from_article_to_article() -> None:
    two = gates(Needs(words=frozenset({"mr"})), Needs(words=frozenset({"noon"})))
    assert two.passed(article("Quiet\n\nAt noon.")) == [1]
    assert two.passed(article(TEXT)) == [0, 1]
    assert two.passed(article("Quiet\n\nMr Brill left.")) == [0]


def test_external_kinds_need_proposals() -> None:
    external = check_kind("external")
    assert external.external
    assert external.needs is Check.needs


def test_no_zone_left_means_none() -> None:
    needs = Needs(zones=ALL - {Zone.HEADLINE, Zone.PARAGRAPH, Zone.CREDIT}, within=True)
    assert gates(needs).passed(article(TEXT)) == []


def test_an_empty_document_has_nothing() -> None:
    empty = Article(Document(Source("", "a.txt"), []), EMPTY)
    assert gates(Needs(), Needs(search=""), Needs(blocks=1), Needs(search="a")).passed(empty) == [0, 1]
