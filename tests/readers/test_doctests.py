"""The examples in the readers' docstrings are true, and the table of readers is whole."""

import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest
from msgspec import Struct

from docscheck import readers
from docscheck.readers import READERS

MODULES = [
    importlib.import_module(f"docscheck.readers.{found.name}")
    for found in pkgutil.iter_modules(readers.__path__)
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_examples_hold(module: ModuleType) -> None:
    assert doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0


def test_every_module_with_an_id_is_in_the_table() -> None:
    with_id = {m.ID for m in MODULES if hasattr(m, "ID") and hasattr(m, "read")}
    assert set(READERS) == with_id


@pytest.mark.parametrize("reader_id", sorted(READERS))
def test_id_is_the_name_of_the_module_and_settings_are_a_record(reader_id: str) -> None:
    reader = READERS[reader_id]
    module = importlib.import_module(f"docscheck.readers.{reader_id.replace('-', '_')}")
    assert module is reader
    assert issubclass(reader.Settings, Struct)
    assert reader.Settings.__struct_config__.frozen
