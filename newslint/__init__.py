"""newslint: a headline and article-text quality linter for newsrooms.

from newslint import lint

for finding in lint("News World Mayor resigns\n\nThe mayor, Ana Ruiz, resigned on Monday."):
    print(finding.rule, finding.span, finding.message)
"""

__version__ = "0.1.0"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from newslint.library import lint
    from newslint.model import (
        Diagnostic,
        Edit,
        Fix,
        Position,
        Report,
        Severity,
        Source,
        Span,
        Verdict,
        Zone,
        apply_edits,
    )
    from newslint.readers import UnknownFormat, Unreadable
    from newslint.rulebook.problems import Problem, RulebookError

__all__ = [
    "Diagnostic", "Edit", "Fix", "Position", "Problem", "Report", "RulebookError", "Severity", "Source", "Span",
    "UnknownFormat", "Unreadable", "Verdict", "Zone", "__version__", "apply_edits", "lint",
]  # fmt: skip

_HOMES = {
    "lint": "newslint.library",
    "Problem": "newslint.rulebook.problems",
    "RulebookError": "newslint.rulebook.problems",
    "UnknownFormat": "newslint.readers",
    "Unreadable": "newslint.readers",
}
"""Where the public names live that are not in newslint.model."""


def __getattr__(name: str) -> "Any":
    # Imported on first use: the command starts without them.
    if name not in __all__:
        raise AttributeError(f"module 'newslint' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES.get(name, "newslint.model")), name)
    globals()[name] = value
    return value
