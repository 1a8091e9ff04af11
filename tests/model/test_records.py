"""Named tuples are those of `typing`, but for the time they take to make."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from newslint.model.records import NamedTuple

FIELDS = [f"f{i}" for i in range(20)]


class Own(NamedTuple):
    """Doc."""

    first: int
    second: str = "x"
    third: tuple[int, ...] = ()

    @property
    def both(self) -> str:
        """A property."""
        return f"{self.first}{self.second}"


class Standard(typing.NamedTuple):
    """Doc."""

    first: int
    second: str = "x"
    third: tuple[int, ...] = ()


def test_a_record_is_a_named_tuple() -> None:
    own, standard = Own(1, third=(2,)), Standard(1, third=(2,))
    assert own == standard == (1, "x", (2,))
    assert (own.first, own.second, own.third, own.both) == (1, "x", (2,), "1x")
    assert repr(own) == repr(standard).replace("Standard", "Own")
    assert own._asdict() == standard._asdict()
    assert own._replace(second="y") == standard._replace(second="y")
    assert Own._make([1, "z", ()]) == (1, "z", ())
    assert (Own._fields, Own._field_defaults) == (Standard._fields, Standard._field_defaults)
    assert Own.__match_args__ == Standard.__match_args__
    assert (type(own), Own.__doc__, Own.__name__, Own.__bases__) == (Own, "Doc.", "Own", (tuple,))
    for twin in (pickle.loads(pickle.dumps(own)), copy.copy(own), copy.deepcopy(own)):
        assert (twin, type(twin)) == (own, Own)
    assert not hasattr(own, "__dict__")


@pytest.mark.parametrize("call", [(), (1, 2, 3, 4), {"first": 1, "fourth": 2}])
def test_wrong_arguments(call: Any) -> None:
    for record in (Own, Standard):
        with pytest.raises(TypeError):
            record(**call) if isinstance(call, dict) else record(*call)
        with pytest.raises(TypeError):
            record._make(call)
        with pytest.raises(ValueError, match="fourth"):
            record(1)._replace(fourth=1)  # type: ignore[call-overload]
        with pytest.raises(AttributeError):
            setattr(record(1), "first", 2)  # noqa: B010


@pytest.mark.parametrize("count", range(1, 20))
def test_any_number_of_fields(count: int) -> None:
    body = {"__annotations__": dict.fromkeys(FIELDS[:count], "int"), FIELDS[count - 1]: -1, "__module__": __name__}
    record: Any = type(NamedTuple)("Made", (NamedTuple,), body)  # type: ignore[call-overload]
    assert record(*range(count)) == tuple(range(count))
    assert record(*range(count - 1)) == (*range(count - 1), -1)
    assert record(**{name: i for i, name in enumerate(FIELDS[:count])}) == tuple(range(count))
    assert getattr(record(*range(count)), FIELDS[count - 1]) == count - 1


def test_what_can_not_be_a_record() -> None:
    with pytest.raises(TypeError):
        type(NamedTuple)("Made", (NamedTuple,), {"__annotations__": {"a": "int", "b": "int"}, "a": 1})  # type: ignore[call-overload]
    with pytest.raises(AttributeError):
        type(NamedTuple)("Made", (NamedTuple,), {"__annotations__": {"a": "int"}, "_make": 1})  # type: ignore[call-overload]
