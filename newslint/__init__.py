"""newslint: a headline and article-text quality linter for newsrooms."""

__version__ = "0.1.0"
