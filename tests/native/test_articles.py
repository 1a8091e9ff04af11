"""With the compiled module and without it an article has the same findings, to the last character of the JSON."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newslint.engine import Linter
from newslint.model import Document, Source
from newslint.readers import ReadContext, read
from newslint.reporters.json import _file
from newslint.rulebook.load import Rulebook, load
from newslint.rulebook.nodes import read_yaml
from newslint.rulebook.rule import Rule
from newslint.rulebook.rulefile import RuleReader
from newslint.text.lexicon import Lexicon

from .conftest import Switch

HEAD = 'check: existence\nseverity: warning\nmessage: "{match}"\n'
RULES = (
    HEAD + "words: [one, One two, two one, 'three-one', \"one's\", straße, kiss, $one, 'one!', İs]\nzones: [all]",
    HEAD + "words: [one two three, two three, three]\nexcept: [one two three four, /fo\\w+ five/]",
    HEAD
    + "patterns: ['\\bon(e|ly)\\b', '(?P<a>two)\\W+(?P<b>\\w+)', '\\w+ing\\b', 'un\\w{2,5}', '[A-Z]{3,5}', 'ki?s+']",
    HEAD + "patterns: [{match: '(\\w+) three', to: ['{1} four', '']}]",
    HEAD.replace("existence", "substitution") + "swap: {one: two, Two: [three, ''], kiss: kissing, STRASSE: straße}",
    HEAD.replace("existence", "substitution")
    + "swap: {two one: one two}\nreferences: {'https://a.example': [two one]}",
    HEAD.replace("existence", "occurrence") + "words: [one]\nmost: 1\nper: sentence",
    HEAD.replace("existence", "repetition") + "zones: [all]",
    HEAD.replace("existence", "length") + "of: sentence\nunit: words\nmost: 3",
    HEAD + "words: [one]\ndelete: yes",
    HEAD + "words: [one, two]\nanchor: block-start",
)
WORDS = st.sampled_from(
    ["one", "One", "ONE", "two", "Two", "three", "four", "five", "only", "kiss", "Kiss", "ſ", "straße", "STRASSE", "İs", "is",
     "running", "unfit", "$one", "three-one", "one's", "one’s", "x_y", "12", "²", "ιx", "\ud800", "U+1F600 \U0001f600"]
)  # fmt: skip
BETWEEN = st.sampled_from(
    [*" -‑'’.…/!", "  ", "\u00a0", ", ", ". ", '." ', ' "', " “", "” ", "\n", "\n\n", "\u0301", "\t"]
)
TEXTS = st.lists(st.tuples(WORDS, BETWEEN).map("".join), max_size=40).map("".join)


@pytest.fixture(scope="module")
def rules(lexicon: Lexicon) -> list[Rule]:
    made = []
    for number, text in enumerate(RULES):
        reader = RuleReader(lexicon)
        rule = reader.read(read_yaml(text, "rule.yaml"), f"group/rule-{number}", "tests")
        assert rule is not None, reader.problems
        made.append(rule)
    return made


@pytest.fixture(scope="module")
def core() -> Rulebook:
    return load()


def _json(linter: Linter, text: str, format: str = "text") -> str:
    document: Document = read(Source(text), format, ReadContext(linter.lexicon, {}))
    return _file(linter.lint(document))


@pytest.fixture(scope="module")
def linters(rules: list[Rule], lexicon: Lexicon, in_python: Switch) -> tuple[Linter, Linter]:
    """With the compiled module and without."""
    with in_python():
        plain = Linter(rules, lexicon)
    return Linter(rules, lexicon), plain


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS, format=st.sampled_from(["text", "markdown", "html"]))
def test_texts(linters: tuple[Linter, Linter], in_python: Switch, text: str, format: str) -> None:
    compiled = _json(linters[0], text, format)
    with in_python():
        assert compiled == _json(linters[1], text, format)


def test_the_rules_find_something(linters: tuple[Linter, Linter]) -> None:
    """All kinds of finds are among those compared."""
    found = _json(
        linters[0],
        "News\n\nOne two three. Two one, one one. Running STRASSE kiss unfit three-one; one's ABC is one two three four.",
    )
    assert {f"rule-{i}" for i in range(len(RULES)) if f'"group/rule-{i}"' not in found} <= {"rule-10"}


def test_examples_of_the_core_rules(core: Rulebook, in_python: Switch) -> None:
    rules = list(core.rules.values())
    examples = [example for rule in rules for example in rule.examples]
    files = [file for example in examples for file in example.files]
    texts = [file.text if file.data is None else file.data.decode(errors="replace") for file in files]
    articles = ["\n\n".join(texts[i : i + 25]) for i in range(0, len(texts), 25)]
    assert len(texts) > 500
    linter = Linter(rules, core.lexicon)
    compiled = [_json(linter, article) for article in articles]
    with in_python():
        linter = Linter(rules, core.lexicon)
        assert compiled == [_json(linter, article) for article in articles]


def test_threads_share_a_linter(linters: tuple[Linter, Linter]) -> None:
    texts = [f"One two {number} three. Kiss one{number} two one, running {number}." * 5 for number in range(200)]
    one_by_one = [_json(linters[0], text) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda text: _json(linters[0], text), texts)) == one_by_one
