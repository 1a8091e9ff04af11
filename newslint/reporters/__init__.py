"""Reporters: one file a format. They only write down what others found."""

from newslint.reporters.base import Rendered, Rendering, Reporter, Style, UnknownReporter, reporter, reporters

__all__ = ["Rendered", "Rendering", "Reporter", "Style", "UnknownReporter", "reporter", "reporters"]
