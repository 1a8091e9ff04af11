"""Files and processes: what to check, reading it, checking it, in order."""

from newslint.runner.request import Request
from newslint.runner.session import run

__all__ = ["Request", "run"]
