"""Patterns written out for RE2 and regex find what `re` finds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.matching import tree
from newslint.matching.translate import Untranslatable, for_re2, for_regex, to_ask_re2

TEXT = st.text("aAbBcCkK\u212asSſiIıİéÉ\u0301 \u00a0\n\t\x1c,-'’xX12²١_ιΙ\u0345日Ⅷ‿", max_size=12)
PATTERNS = [
    r"\b[Kk]iss\b", r"(?i)kiſs", r"[^\W\d_]+", r"[\W\d]", r"\s+x", r"(?i)[a-z]+", r"\d{2,3}", r"(a)(?P<n>b)\1", r"x$",
    r"(?<!\w)é(?!\w)", r"^x", r"[^\s,]+,", r"(?i)ι", r"[\]\-^]", r"(?i:s)S", r"(?a)\w+\b", r"a.c", r"(?s)a.c", r"(?>a+)b",
    r"a++b", r"(a)?(?(1)b|c)", r"(?i)[^k]", r"\Bx", r"[^\W]", r"[\S\d]x", r"\S+", r"\D", r"(?m)^x|a$", r"(?i)(a|b)\1",
    r"a*?b", r"(?:ab){2,}", r"[^\S ]", r"(?i)[éx]", r"\Ax\Z", r"(?=a)\w(?!b)", r"(?<=a)b", r"[\x00-\x1f]",
    r"[^\S\d]", r"(?a)[^\s]\d", r"(?a)\sx", r"(?:a|ab)(?:c|bcd)", r"(?!)|a", r"(?P<x>a)(?P<y>b)?",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
def test_same_matches(pattern: str) -> None:
    regex = pytest.importorskip("regex")
    re2 = pytest.importorskip("re2")
    parsed = tree.parse(pattern)
    for_linear, exact = for_re2(parsed)
    plain, linear = re.compile(pattern), re2.compile(for_linear)
    timed = regex.compile(for_regex(parsed), regex.VERSION0)

    @settings(max_examples=60, deadline=None)
    @given(TEXT)
    def check(text: str) -> None:
        expected = [(m.span(), m.groups(), m.groupdict()) for m in plain.finditer(text)]
        assert [(m.span(), m.groups(), m.groupdict()) for m in timed.finditer(text)] == expected
        found = [(m.span(), m.groups(), m.groupdict()) for m in linear.finditer(text)]
        if exact:
            assert found == expected
        assert found or not expected

    check()


EDGED = [
    r"(?<=a)x", r"(?<!a)x", r"x(?=a)", r"x(?!a)", r"(?<![^\sa])x", r"x(?![^\s])", r"(?:(?<=a\s)|(?<=k))[xX]", r"\b(?<=a)(?<!x)k",
    r"x(?![\w-]|,\d)(?= a)", r"x(?=\s|$)", r"(?<=^)x", r"^(?<!a)x$", r"(?:x(?=a)|k(?!a))", r"(?<=[xX])(?=a)", r"(?:(?<=a)|k)x?",
    r"(?:x(?=\s))$", r"(?i)(?<=K)x(?!\u0130)", r"x(?=(?:[^k]{1,9})+k)", r"(?>(?<=a)x)(?!x)", r"(?:(?<=a)x)*k", r"(?<!\W)x|(?!a)k",
    r"(?<!\d,)x(?!,\d)", r"(?<=(?<=a)k)x", r"x(?=k(?!a))", r"(?<=,) ?x(?= ?,)", r"(?<=a)\s+(?=x)|(?<!.)k", r"(?=x)(?!xa)x",
]  # fmt: skip


@pytest.mark.parametrize("pattern", [*PATTERNS, *EDGED])
@pytest.mark.parametrize("most", [3, 1000])
def test_re2_asked_misses_no_text(pattern: str, most: int) -> None:
    re2 = pytest.importorskip("re2")
    parsed = tree.parse(pattern)
    plain = re.compile(pattern)
    anywhere, at_start = (re2.compile(to_ask_re2(parsed, most, at_start)) for at_start in (False, True))

    @settings(max_examples=100, deadline=None)
    @given(TEXT)
    def check(text: str) -> None:
        if plain.search(text):
            assert anywhere.search(text)
        if any(plain.match(text, at) for at in range(len(text) - len(text.lstrip()) + 1)):
            assert at_start.search(text)

    check()


def test_what_stands_around_is_asked_for() -> None:
    re2 = pytest.importorskip("re2")
    for pattern, text in ((r"l(?=\d people)", "all 5 people"), (r"(?<=[a-z]{3}\. )the", "the")):
        assert not re2.search(to_ask_re2(tree.parse(pattern), 3, False), text)


@pytest.mark.parametrize("pattern", ["\ud800", "[\ud7ff-\ue000]", "(?i)[\u0100-\uffff]"])
def test_what_has_no_translation_says_so(pattern: str) -> None:
    with pytest.raises(Untranslatable):
        for_regex(tree.parse(pattern))
