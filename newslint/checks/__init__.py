"""Check kinds: what `check:` in a rule file names. One module here is one kind; it is found by its name."""

from newslint.checks.base import Check, Finding, Scope
from newslint.checks.registry import UnknownCheck, check_kind, check_kinds

__all__ = ["Check", "Finding", "Scope", "UnknownCheck", "check_kind", "check_kinds"]
