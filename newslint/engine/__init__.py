"""Rules over a document: diagnostics and the verdict. Touches no file, network or console."""

from newslint.engine.linter import Linter
from newslint.engine.policy import Policy

__all__ = ["Linter", "Policy"]
