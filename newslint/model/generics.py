"""`Generic` and `TypeVar`, for type checkers only: to import `typing` takes as long as to check a short article."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Generic as Generic
    from typing import TypeVar as TypeVar
else:

    class Generic:
        """In the bases of a class: nothing."""

        def __class_getitem__(cls, item):
            return cls

    class TypeVar(str):
        """A name."""
