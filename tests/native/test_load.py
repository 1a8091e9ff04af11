"""Whether the compiled module is used."""

import sys
from types import ModuleType

import pytest

from newslint import native


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A compiled module of the right version."""
    module = ModuleType("newslint_native")
    module.VERSION = native.VERSION  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "newslint_native", module)
    monkeypatch.delenv("NEWSLINT_NATIVE", raising=False)
    return module


def test_where_it_is_installed(installed: ModuleType) -> None:
    assert native._load() is installed


def test_the_environment_forbids_it(installed: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_NATIVE", "0")
    assert native._load() is None


def test_another_version_is_left_alone(installed: ModuleType) -> None:
    installed.VERSION = native.VERSION + 1  # type: ignore[attr-defined]
    assert native._load() is None


def test_without_it(installed: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "newslint_native", None)
    assert native._load() is None
