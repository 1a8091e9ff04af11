"""The multi-pattern engine behind one small interface: patterns in, hits out, no pattern unbounded."""

from newslint.matching.budget import Budget
from newslint.matching.hit import Hit
from newslint.matching.matcher import Matcher
from newslint.matching.pattern import Pattern, PatternError

__all__ = ["Budget", "Hit", "Matcher", "Pattern", "PatternError"]
