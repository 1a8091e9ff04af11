"""The words and sentences of forms.yaml; [[...]] marks what is wrong in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_FORMS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "forms.yaml").read_text(encoding="utf-8"))

COMMON = frozenset(_FORMS["common-words"].split())
REAL = frozenset(_FORMS["real-words"].split())
CODES: list[str] = _FORMS["codes"]
CONFUSED: list[str] = _FORMS["confused"]
REDUNDANT: list[str] = _FORMS["redundant"]
PAIRS: list[list[str]] = _FORMS["spelling-pairs"]
SPELLINGS: list[list[str]] = _FORMS["spellings"]
IMPOSSIBLE: list[str] = _FORMS["impossible-times"]
BACKWARDS: list[str] = _FORMS["years-backwards"]
SITES: list[str] = _FORMS["sites"]
LABELS: list[str] = _FORMS["labels"]
DUMMIES: list[str] = _FORMS["dummies"]
LISTS: list[str] = _FORMS["counts-and-lists"]
ACCENTED: list[str] = _FORMS["accented"]
LINES: dict[str, list[str]] = _FORMS["leftover-lines"]
WITHIN: dict[str, list[str]] = _FORMS["leftovers-within"]
