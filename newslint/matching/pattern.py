"""What a rule asks the matcher to find."""

from __future__ import annotations

from typing import NamedTuple


class PatternError(ValueError):
    """A pattern that can't be compiled, or that nothing here can run within a bound."""


class Pattern(NamedTuple):
    """A regular expression or a literal text to find.

    A literal is matched as whole words: where it begins or ends with a word character, no word character may adjoin.
    A space in it stands for any run of white space, an apostrophe for ' or U+2019, a hyphen for - or U+2010/U+2011.
    """

    text: str
    literal: bool = False
    ignore_case: bool = False
