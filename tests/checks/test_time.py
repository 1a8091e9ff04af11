"""No check takes more than linear time: four times the text takes about four times as long."""

from __future__ import annotations

import gc
import re
from time import process_time

import pytest

from newslint.checks.registry import check_kinds
from newslint.model import Block, Document, Source, TextMap, Zone
from newslint.text.article import Article
from newslint.text.lexicon import Lexicon

pytestmark = pytest.mark.slow

RULES = {
    "existence": "words: [boat, the boat left]\nexcept: ['/(?:the )?boat sank/']\nanchor: {anchor}\ndelete: true",
    "substitution": "swap: {boat: ship, the boat left: it left}\nexcept: [boat sank]",
    "occurrence": "words: [boat]\nmost: 2\nper: sentence",
    "repetition": "within: 30",
    "consistency": "either: [boat | vessel | craft]\ninflect: true",
    "conditional": "when: ['\\b([a-z]+) left']\nunless: ['([a-z]+) sank']\nfirst: no",
    "capitalization": "terms: [Boat, eBay]",
    "spacing": "marks: [',', '.']\nbefore: none\nafter: one",
    "length": "of: sentence\nunit: words\nmost: 3",
    "note": "kind: not-utf8",
    "miscoded": "{}",
    "quotations": "fault: unclosed",
    "shift-slip": "shapes: [{name: code, match: '[A-Z]\\d{1,3}'}]\nalso: {'the boat (\\d)': 'B{1}'}",
    "look-alikes": "looks: {o: '0', e: é}\nbeside: '\\w'",
    "repeated-headline": "within: 1000",
    "section-label": "labels: [News, Sport]\nhard: ['|', ' - ']\nsoft: [':']\nroots: [News]",
    "share-text": "lists: [networks, share-words]",
    "repeated-text": "unit: sentence\nleast: 2",
    "indefinite-article": "vowel: [hour*]\nconsonant: [one, uni*]",
    "misspelling": "words: [boats, vessel, harbour]\nswap: {teh: the, lfet: left}",
    "dates": "test: past\npatterns: ['will (?P<day>\\d+) (?P<month>@months) (?P<year>\\d{4})']",
    "difference": "report: different\npatterns: ['(?P<from>\\d+) (?P<by>\\d+)']",
    "counted-list": "count: 2\npatterns: ['[Tt]he (?P<list>[a-z]+ [a-z]+)']",
    "total": "part: ['(\\d+)']\nleast: 2",
    "attribution": "said: [said]\nleast: 2",
    "capital-variants": "words: [boat, vessel]",
    "quotation-style": "least: 1",
    "word-echo": "least: 2",
    "spelling-variant": "least: 2",
    "unknown-word": "{}",
    "person-names": "report: namesakes",
    "person-titles": "report: genders",
    "abbreviations": "report: undefined",
    "headline-body": "report: figures\nleast: 1",
    "misplaced": "after: 0\nleast: 1",
    "missing-zone": "zone: byline",
    "same-headline": "near: 1",
    "name-spelling": "titles: [Mr]\nnames: [Ann]",
    "two-forms": "of: hyphens",
    "mixed-capitals": "accept: [Boat]",
    "name-slip": "least: 3",
    "name-links": "links: [of, for]\nheads: [Institute]",
    "two-ages": "after: ', (\\d\\d)(?=[,.])'\nbefore: '(\\d\\d)-year-old '",
    "relative-dates": "relative: ['last @months']\nbare: ['in @months']\ndated: ['(@months) 20\\d\\d']",
}
ALSO = {
    "existence": "of: source\npatterns: [{match: '[ \\t]+(?=\\n)', except: ['  ']}]",
    "length": "of: document\nunit: words\nmost: 3",
    "repetition": "case: same",
    "repeated-text": "unit: block",
    "section-label": "labels: [Harbour News]\nat: end\nhard: [' | ']",
    "capitalization": "style: sentence",
}
SENTENCES = [
    "The boat left , it left the the vessel  at noon.",
    "“The boat sank,” said Ann Tran, in May; last July it was G& (and more).",
    "Facebook Twitter Email it cafÃ© is â€™ 20!9!",
    "In May 2019 the craft left - a boat | of crafts!",
    "Ann Tran, 34, of the Institute for Boats met Mr Tran, 43, of the Institute of Boats.",
    "",
    "   \t   “Lost, it was.",
]  # fmt: skip


def many_paragraphs(size: int) -> Document:
    """Thousands of paragraphs that are all a little different."""
    parts, length, n = ["Harbour board to end the night ferry of the town"], 0, 0
    while length < size:
        parts.append(f"{n} " + " ".join(SENTENCES[(n + i) % len(SENTENCES)] for i in range(4)))
        length, n = length + len(parts[-1]), n + 1
    text = "\n\n".join(parts)
    blocks = [
        Block(Zone.PARAGRAPH if m.start() else Zone.HEADLINE, TextMap.slice(text, *m.span()))
        for m in re.finditer(r"[^\n]+", text)
    ]
    return Document(Source(text), blocks)


def one_paragraph(size: int) -> Document:
    """A headline and one endless paragraph."""
    head = "Harbour board to end the night ferry of the town"
    sentences = " ".join(f"{SENTENCES[n % len(SENTENCES)]} {n}." for n in range(size // 40))[:size]
    text = f"{head}\n\n{sentences}"
    ranges = {Zone.HEADLINE: (0, len(head)), Zone.PARAGRAPH: (len(head) + 2, len(text))}
    return Document(Source(text), [Block(zone, TextMap.slice(text, *place)) for zone, place in ranges.items()])


ARTICLES: dict[tuple[object, int], Article] = {}


def article_of(make, size: int, lexicon: Lexicon) -> Article:
    """The article with the facts that all checks share: they have tests of their own."""
    if (make, size) not in ARTICLES:
        article = ARTICLES[make, size] = Article(make(size), lexicon)
        for block in article.blocks:
            article.tokens(block), article.sentences(block), article.quoted(block, 0, 0)
    return ARTICLES[make, size]


def seconds(trial, article: Article) -> float:
    """Processor time of a rule's check."""
    hits = trial.linter._scan(article)
    (runner,) = trial.linter.program.runners
    gc.collect()
    gc.disable()
    start = process_time()
    for finding in runner.check.find(article, runner.scope(article.document.format), hits.get(0, ())):
        runner.speaker.diagnostic(finding, article.document)
    taken = process_time() - start
    gc.enable()
    return taken


CASES = [
    (kind, text.replace("{anchor}", a))
    for kind, text in RULES.items()
    for a in (["none", "block-end"] if "{anchor}" in text else [""])
]
CASES += list(ALSO.items())
SIZES = {many_paragraphs: (500_000, 2_000_000), one_paragraph: (250_000, 1_000_000)}
"""Characters."""


@pytest.mark.parametrize("make", [many_paragraphs, one_paragraph])
@pytest.mark.parametrize(("kind", "settings"), CASES)
def test_time_grows_with_the_text(rule, make, kind: str, settings: str) -> None:
    trial = rule(f"check: {kind}\nzones: [all]\n" + ("" if settings == "{}" else settings))
    small, large = (article_of(make, size, trial.linter.lexicon) for size in SIZES[make])
    for _ in range(3):  # noise comes and goes, quadratic time stays
        once, four = seconds(trial, small), seconds(trial, large)
        if four < 6 * once + 0.1:
            return
    pytest.fail(f"{once:.3f} s, with four times the text {four:.3f} s")


def test_every_kind_is_timed() -> None:
    with_tests_elsewhere = {"honorifics", "office-titles", "external"}
    assert set(RULES) == set(check_kinds()) - with_tests_elsewhere
