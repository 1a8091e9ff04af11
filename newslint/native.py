"""The compiled module, where it is installed: the folder native/ of the repository says what it is.

It does what functions in Python do, only faster: whoever uses it has the function too, and both find the same.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

VERSION = 1
"""Of the module's functions and what they take. One of another version is left alone."""


def _load() -> Any:
    if os.environ.get("NEWSLINT_NATIVE") == "0":
        return None
    try:
        import newslint_native
    except ImportError:
        return None
    return newslint_native if getattr(newslint_native, "VERSION", 0) == VERSION else None


native: Any = _load()
"""None where there is none, or where NEWSLINT_NATIVE=0 in the environment forbids it."""
