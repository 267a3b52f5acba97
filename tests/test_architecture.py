"""The house: floors, tables, and what a light command may load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docscheck.checkers import CHECKERS
from docscheck.readers import READERS

SOURCE = Path(__file__).parents[1] / "src" / "docscheck"
HEAVY = {
    *("numpy", "cv2", "PIL", "pypdfium2", "pikepdf", "tesserocr", "pytesseract", "zxingcpp"),
    *("pi_heif", "magic", "puremagic", "py3langid", "stdnum"),
}


def modules_after(code: str) -> set[str]:
    """Give the top-level modules loaded by `code` in a fresh interpreter."""
    script = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["check", "--help"], ["batch", "--help"], ["guide", "--help"], ["--version"]],
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = f"sys.argv = ['docscheck', *{arguments}]; from docscheck.__main__ import main; main()"
    assert not modules_after(code) & HEAVY


def test_version_loads_no_command_line() -> None:
    code = "sys.argv = ['docscheck', '--version']; from docscheck.__main__ import main; main()"
    assert "typer" not in modules_after(code)


def test_the_supervisor_loads_no_parser() -> None:
    parsers = HEAVY - {"stdnum", "py3langid"}
    assert not modules_after("import docscheck.batch.run, docscheck.reporters.to_json") & parsers


def test_every_checker_module_is_in_the_table_under_its_name() -> None:
    shared = {"__init__", "interface", "evidence", "page_defects", "civil_records"}
    names = {p.stem for p in (SOURCE / "checkers").glob("*.py")} - shared
    assert {name.replace("_", "-") for name in names} == set(CHECKERS)


def test_every_reader_of_the_table_bears_its_modules_name() -> None:
    for reader_id, reader in READERS.items():
        assert reader.ID == reader_id
        assert reader.__name__.rsplit(".", 1)[-1] == reader_id.replace("-", "_")


def test_no_room_is_named_for_nothing() -> None:
    forbidden = {"utils", "helpers", "common", "base", "manager", "types", "misc"}
    assert not [p for p in SOURCE.rglob("*.py") if p.stem in forbidden]
