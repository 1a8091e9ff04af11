"""The words of `newslint check` mean the same with and without click."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest
from click import ClickException
from click.exceptions import Exit
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.cli.check import check as command
from newslint.cli.checking import check
from newslint.cli.quick import CHOICES, FLAGS, LISTS, NAMES, NUMBERS, TEXTS, parse

_DEFAULTS = {name: p.default for name, p in inspect.signature(check).parameters.items()}
_OPTIONS = [*FLAGS, *CHOICES, *TEXTS, *LISTS, *NAMES, *NUMBERS]
_OTHERS = ["--help", "-h", "--output", "--meta", "--stdin-format", "--languagetool", "--unknown", "-x", "-qq", "--"]
_VALUES = ["error", "warning", "text", "json", "always", "a.txt", "b c", "typos,headline", "3", "-1", "²", "", "-", "é"]

words = st.one_of(
    st.sampled_from(_OPTIONS),
    st.sampled_from(_VALUES),
    st.sampled_from(_OTHERS),
    st.builds("{}={}".format, st.sampled_from(_OPTIONS), st.sampled_from(_VALUES)),
)


def _by_click(args: list[str]) -> dict[str, object] | None:
    try:
        with command.make_context("check", list(args)) as context:
            return context.params
    except (ClickException, Exit):
        return None


@settings(max_examples=400, deadline=None)
@given(st.lists(words, max_size=5))
def test_what_is_read_without_click_is_what_click_reads(args: list[str]) -> None:
    found = parse(args)
    if found is not None:
        assert _by_click(args) == {**_DEFAULTS, **found}


@pytest.mark.parametrize("option", _OPTIONS)
def test_each_option_of_the_tables_is_read(option: str) -> None:
    value = "4" if option in NUMBERS else CHOICES[option][1][-1] if option in CHOICES else "a,b"
    args = [option] if option in FLAGS else [option, value]
    assert parse([*args, "one.txt"]) is not None
    assert _by_click([*args, "one.txt"]) == {**_DEFAULTS, **(parse([*args, "one.txt"]) or {})}


def test_click_without_words_gives_the_defaults() -> None:
    assert _by_click([]) == _DEFAULTS


@pytest.mark.parametrize("args", [["--help"], ["--format", "jsn"], ["--config"], ["--jobs", "x"], ["--select=a", "--"]])
def test_what_is_not_surely_right_is_left_to_click(args: list[str]) -> None:
    assert parse(args) is None


@pytest.mark.slow
def test_mistakes_and_help_look_the_same_as_ever() -> None:
    for args in (["--format", "jsn"], ["--nonsense"], ["--min-level", "high"]):
        ran = subprocess.run([sys.executable, "-m", "newslint", "check", *args], capture_output=True, text=True)
        assert ran.returncode == 2
        assert ran.stderr.startswith("Usage: newslint check [OPTIONS] [PATH]...\nTry 'newslint check --help'")
