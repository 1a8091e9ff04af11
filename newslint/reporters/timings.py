"""The table of `newslint check --timings`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_MOST = 20
_TITLES = {"steps": "step", "facts": "fact", "checks": "check", "rules": "rule"}


def table(record: Mapping[str, Any], most: int = _MOST) -> Iterator[str]:
    """Lines of the table; `record`: what docs/json.md calls `timings`. Of the rules only the dearest `most`."""
    files = "1 file" if record["files"] == 1 else f"{record['files']} files"
    yield f"{record['seconds'] * 1e3:.1f} ms for {files}"
    for name, one in _TITLES.items():
        rows = record[name]
        if not rows:
            continue
        yield ""
        yield f"{'ms':>10} {'%':>6}  {one}"
        for row in rows[:most]:
            more = f" ({row['check']})" if one == "rule" else ""
            yield f"{row['seconds'] * 1e3:10.2f} {row['share']:6.2f}  {row[one]}{more}"
        if len(rows) > most:
            rest = rows[most:]
            spent, share = sum(row["seconds"] for row in rest), sum(row["share"] for row in rest)
            yield f"{spent * 1e3:10.2f} {share:6.2f}  {len(rest)} more"
