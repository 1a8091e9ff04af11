"""Finding a check kind by its name."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from newslint.checks import Check, UnknownCheck, check_kind, check_kinds


class Strange(Check):
    """A kind of a plug-in."""

    name = "strange"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch):
    """Entry points as plug-ins bring them."""

    def install(**values: str) -> None:
        entries = EntryPoints(EntryPoint(name, value, "newslint.checks") for name, value in values.items())
        monkeypatch.setattr("importlib.metadata.entry_points", lambda **kw: entries.select(**kw))
        check_kind.cache_clear()

    yield install
    check_kind.cache_clear()


def test_every_kind_has_its_name_and_words() -> None:
    assert {"existence", "shift-slip", "repeated-headline"} < set(check_kinds())
    for name in check_kinds():
        kind = check_kind(name)
        assert (kind.name, kind.__module__) == (name, "newslint.checks." + name.replace("-", "_"))
        assert kind.__doc__ and all(p.doc for p in kind.parameters)
        assert kind.placeholders is not None and kind.variants is not None


@pytest.mark.parametrize(
    "name", ["", "base", "phrases", "Existence", "existence.py", "no-such", "os", "a_b", "shift_slip", "-"]
)
def test_other_names(name: str) -> None:
    with pytest.raises(UnknownCheck) as raised:
        check_kind(name)
    assert raised.value.reason == f"no check kind {name!r}"
    assert "known: abbreviations, " in str(raised.value)


def test_plug_ins(installed) -> None:
    module = __name__
    import sys

    sys.modules.setdefault(module, sys.modules[__name__])
    installed(strange=f"{module}:Strange", odd="json:dumps", broken="no_such_module:X", existence=f"{module}:Strange")
    assert check_kind("strange") is Strange
    assert "strange" in check_kinds()
    assert check_kind("existence").__module__ == "newslint.checks.existence"
    with pytest.raises(UnknownCheck, match=r"entry point json:dumps for check 'odd' is not a newslint\.checks\.Check"):
        check_kind("odd")
    with pytest.raises(ModuleNotFoundError):
        check_kind("broken")
