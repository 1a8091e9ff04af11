"""What a check has against a rule's parameters comes one mistake at a time; this helps to hear them all."""

from __future__ import annotations

from newslint.checks.parameters import Path, Settings

MOST_OBJECTIONS = 50
"""Mistakes of one rule that its check is asked for."""


class Remaining:
    """A rule's parameters, from whose lists and mappings faulty items are dropped, so that the next fault shows."""

    def __init__(self, settings: Settings) -> None:
        self._values = dict(settings.values)
        self._numbers = {k: list(range(len(v))) for k, v in self._values.items() if isinstance(v, tuple)}
        """For each item left in a list, its number in the file."""

    def settings(self) -> Settings:
        """What is left."""
        return Settings(self._values)

    def original(self, path: Path) -> Path:
        """A path through what is left as a path through what the file says."""
        if len(path) > 1 and isinstance(path[1], int) and path[1] < len(self._numbers.get(str(path[0]), ())):
            return (path[0], self._numbers[str(path[0])][path[1]], *path[2:])
        return path

    def drop(self, path: Path) -> bool:
        """Leave out the item that a path leads into. False where it leads into none."""
        if len(path) < 2:
            return False
        name, step = str(path[0]), path[1]
        value = self._values.get(name)
        if isinstance(value, dict) and step in value:
            self._values[name] = {k: v for k, v in value.items() if k != step}
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            self._values[name] = value[:step] + value[step + 1 :]
            del self._numbers[name][step]
        else:
            return False
        return True
