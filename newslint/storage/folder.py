"""Where newslint keeps what it can do without."""

from __future__ import annotations

import os
import sys


def cache_folder() -> str | None:
    """newslint's folder among the user's caches, None where nothing is to be kept.

    $NEWSLINT_CACHE_DIR names another; NEWSLINT_CACHE=off stands for none. The folder may not exist yet.
    """
    if os.environ.get("NEWSLINT_CACHE", "").lower() in ("off", "no", "false", "0"):
        return None
    folder = os.environ.get("NEWSLINT_CACHE_DIR")
    if folder:
        return os.path.abspath(folder)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join("~", "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join("~", "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join("~", ".cache")
    base = os.path.expanduser(base)
    # Without a home, "~" stays: no place to write to.
    return os.path.join(base, "newslint") if os.path.isabs(base) else None
