"""Reporters: one file a format. They only write down what others found."""

from newslint.reporters.base import Reporter, Style, UnknownReporter, reporter, reporters

__all__ = ["Reporter", "Style", "UnknownReporter", "reporter", "reporters"]
