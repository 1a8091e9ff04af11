"""Named tuples as `typing.NamedTuple` makes them, in a tenth of the time.

`typing` checks each field's type and compiles a constructor for each class: a third of a millisecond, and a run over
one article needs sixty. Here the constructors are compiled with this module, one for each number of fields, and get the
names of a class's fields. Type checkers are told that this is `typing.NamedTuple`. For modules with `from __future__
import annotations` only: types are not looked at.
"""

from __future__ import annotations

from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    try:
        from _collections import _tuplegetter as _getter
    except ImportError:  # another Python than CPython

        def _getter(number, doc):
            return property(itemgetter(number), doc=doc)

    _new = tuple.__new__
    # fmt: off
    _MAKERS = (
        lambda _cls: _new(_cls, ()),
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, z: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, z)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, z, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, z, m)),
    )
    # fmt: on

    class _Maker(type):
        """Makes the class of a class statement: a plain tuple, without this as its metaclass."""

        def __new__(cls, name, bases, body):
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if any(field[0] == "_" for field in fields) or tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: fields begin with a letter, those with a default come last")
            own = {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "__new__": _constructor(fields, tuple(defaults.values())),
                **_METHODS,
            }
            for number, field in enumerate(fields):
                own[field] = _getter(number, "")
            rest = {key: value for key, value in body.items() if key not in defaults}
            if taken := (own.keys() & rest.keys()) - {"__repr__"}:
                raise AttributeError(f"{name}: {', '.join(sorted(taken))} can't be overwritten")
            return type(name, (tuple,), own | rest)

    def _constructor(fields, defaults):
        if len(fields) >= len(_MAKERS):
            names = "".join(f", {field}" for field in fields)
            made = eval(f"lambda _cls{names}: _new(_cls, ({names[2:]},))", globals())
        else:
            like = _MAKERS[len(fields)]
            made = type(like)(like.__code__.replace(co_varnames=("_cls", *fields)), globals(), "__new__")
        made.__name__, made.__defaults__ = "__new__", defaults
        return made

    def _repr(self) -> str:
        shown = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({shown})"

    def _make(cls, values):
        made = _new(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **new):
        made = self._make(map(new.pop, self._fields, self))
        if new:
            raise ValueError(f"Got unexpected field names: {list(new)!r}")
        return made

    _METHODS = {
        "__repr__": _repr,
        "__getnewargs__": lambda self: tuple(self),
        "__replace__": _replace,
        "_asdict": lambda self: dict(zip(self._fields, self, strict=True)),
        "_make": classmethod(_make),
        "_replace": _replace,
    }

    class NamedTuple(metaclass=_Maker):
        """Stands for `typing.NamedTuple` in the bases of a class."""
