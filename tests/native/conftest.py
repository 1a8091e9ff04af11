"""The compiled module switched off for a while."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib import import_module
from pkgutil import walk_packages

import pytest

import newslint
from newslint.native import native

Switch = Callable[[], AbstractContextManager[None]]


def _uses() -> list[tuple[object, str]]:
    """Every name in newslint's modules that stands for something compiled."""
    modules = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == "newslint"]
    return [
        (module, name)
        for module in modules
        for name, value in vars(module).items()
        if value is native or type(value).__module__ == "newslint_native"
    ]


@contextmanager
def _in_python() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for module, name in _uses():
            patch.setattr(module, name, None)
        yield


@pytest.fixture(scope="session")
def in_python() -> Switch:
    """`with in_python():` everything that is made there, and used there, is without the compiled module."""
    if native is None:
        pytest.skip("newslint-native is not installed")
    for module in walk_packages(newslint.__path__, "newslint."):  # one that came later would know no native
        if not module.name.endswith("__main__"):
            import_module(module.name)
    return _in_python
