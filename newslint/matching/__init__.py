"""The multi-pattern engine behind one small interface: patterns in, hits out, no pattern unbounded."""

from newslint.matching.budget import Budget
from newslint.matching.matcher import Hit, Matcher
from newslint.matching.pattern import Pattern, PatternError

__all__ = ["Budget", "Hit", "Matcher", "Pattern", "PatternError"]
