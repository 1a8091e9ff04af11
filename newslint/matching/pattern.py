"""What a rule asks the matcher to find."""

from __future__ import annotations

from newslint.model.records import NamedTuple

STEPS = 30_000_000
"""What `re` may take at the worst before a pattern goes to an engine with a bound; about a second."""


class PatternError(ValueError):
    """A pattern that can't be compiled, or that nothing here can run within a bound; `number` is its place among the
    patterns given, -1 where that is not known."""

    number = -1


class Pattern(NamedTuple):
    """A regular expression or a literal text to find.

    A literal is matched as whole words: where it begins or ends with a word character, no word character may adjoin.
    A space in it stands for any run of white space; ' and U+2019 stand for each other, and so do -, U+2010 and U+2011.
    A regular expression has the meaning that `re` gives it, without MULTILINE. `at_start`: of its matches only those
    count that begin with the text, or in or right behind the white space that the text begins with. `exception`: its
    hits matter only beside those of other patterns (see Matcher).
    """

    text: str
    literal: bool = False
    ignore_case: bool = False
    at_start: bool = False
    exception: bool = False
