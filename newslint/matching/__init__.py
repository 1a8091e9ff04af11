"""The multi-pattern engine behind one small interface: patterns in, hits out, no pattern unbounded."""

from newslint.matching.matcher import Hit, Matcher
from newslint.matching.pattern import Pattern, PatternError

__all__ = ["Hit", "Matcher", "Pattern", "PatternError"]
