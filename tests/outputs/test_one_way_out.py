"""Nothing reaches a reader but by the few places named here, and each of them uses the one door.

A new place that writes fails this test: it is added to the table once it goes through
`foreign_text`, or once it writes nothing but docscheck's own words.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "docscheck"
DOOR = {"show", "visible"}
WRITERS = {
    *("print", "pprint", "input", "breakpoint"),
    *("writerow", "writerows"),
    *("write", "writelines", "write_text", "write_bytes", "echo", "secho", "echo_via_pager"),
    *("print_exc", "print_exception", "print_tb", "print_stack", "warn", "print_json", "rule"),
    *("log", "debug", "info", "warning", "error", "critical", "exception", "perror"),
}
"""Names of functions and methods that put characters somewhere."""
OWN_WORDS = {
    "__main__.py:main": "the version",
    "cli/__init__.py:_options": "the version",
    "cli/schema.py:schema": "the schema that ships with the package",
    "cli/alone.py:say_what_to_type": "help texts, a number, and a folder by `show`",
    "cli/completion.py:completion": "the script of a shell that was chosen from a list",
    "executors/frames.py:write_frame": "bytes between processes",
    "run_checkers.py:_guarded": "the name of a checker of ours and of a class of exception",
    "web/drawer.py:write": "bytes of a file that was handed in, into the private folder",
    "web/uploads.py:take_files": "bytes for the parser of the form",
    "web/uploads.py:_data": "bytes of a file that was handed in",
    "web/archive.py:zipped": "files that were made, into an archive",
    "whole_file.py:write_whole": "bytes of a picture, or of a file that was made",
    "mend/bare.py:_picture_only": "the data of a picture in a PDF that is made",
    "mend/shrink.py:_replace": "the data of a picture in a PDF that is made",
    "whole_file.py:write_again": "bytes of a page or a letter, see below",
    "ocr/recorded.py:save": "a recording of drawn pages, which only tests ask for",
}
ESCAPED_BY_FORMAT = {
    "reporters/json_text.py:dump": "json.dump with ensure_ascii",
    "web/report_page.py:write_page": "the page of reporters/to_html.py",
    "reporters/csv_text.py:add": "cells made by `cell`",
    "reporters/to_html.py:write": "every expression of the template, by `_shown` and autoescape",
    "batch/index.py:finish": "every expression of the template, as in `to_html`",
    "batch/tables.py:write": "lines of `json_text.one_line`, as the ledger holds them",
    "reporters/to_calendar.py:write": "lines of `_calendar`, whose texts go through `_text`",
    "reporters/to_jsonl.py:write": "a line of `json_text.one_line`",
    "reporters/to_junit.py:write": "ElementTree, every string of which is made visible",
    "reporters/to_github.py:write": "lines of `_lines`, whose texts go through `_text`",
    "reporters/to_markdown.py:write": "lines of `_lines`, whose texts go through `_text`",
}
MADE_VISIBLE = {
    "cli/output.py:tell": "every line",
    "cli/progress.py:over_the_last": "the line",
    "cli/progress.py:_line": "blanks",
    "reporters/screen.py:_write": "`Text` objects, made in `unbroken`, `hanging` and `_row`",
}
REPORTS = {
    "batch/run.py:tables",
    "cli/check.py:check",
    "cli/check.py:write_calendar",
    "reporters/changes_to_terminal.py:check",
    "cli/guide.py:guide",
    "cli/doctor.py:doctor",
    "cli/inspect.py:inspect",
    "cli/prepare.py:prepare",
    "prepare/run.py:keep",
    "reporters/prepared_to_terminal.py:write",
    "reporters/inspection_to_terminal.py:write",
    "reporters/installation_to_terminal.py:write",
    "reporters/to_terminal.py:write",
    "reporters/guide_to_terminal.py:write",
}
"""Calls of reporters' own `write`."""
OTHER_MEANING = {
    "reporters/guide_words.py",  # its `warning` is a sentence
    "reporters/guide_to_terminal.py:_dates",
    "reporters/guide_to_json.py:deadline_as_json",
    "reporters/to_calendar.py:_event",
    "readers/iban.py:_structure",
    "batch/remote.py:fetch",  # its `info` is what a share says of a file
}


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.AST, function: str = "") -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the name of the function it stands in."""
    for node in ast.iter_child_nodes(tree):
        named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        inside = node.name if named else function
        if isinstance(node, ast.Call):
            yield inside, node
        yield from calls(node, inside)


def name_of(call: ast.Call) -> str:
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def names_in(tree: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}


def is_of(call: ast.Call, owner: str) -> bool:
    return isinstance(call.func, ast.Attribute) and ast.unparse(call.func.value) == owner


def computes(place: str, call: ast.Call) -> bool:
    """Say whether a name of the list means something else here: `numpy.log`, `parser.error`."""
    owner = ast.unparse(call.func.value) if isinstance(call.func, ast.Attribute) else ""
    return (
        place in OTHER_MEANING
        or place.split(":")[0] in OTHER_MEANING
        or owner in ("math", "np", "numpy", "cv2")
    )


def test_characters_leave_by_the_places_of_the_table_only() -> None:
    found = {
        f"{path}:{function}"
        for path, tree in trees()
        for function, call in calls(tree)
        if name_of(call) in WRITERS and not computes(f"{path}:{function}", call)
    }
    assert found == {*OWN_WORDS, *ESCAPED_BY_FORMAT, *MADE_VISIBLE, *REPORTS}


@pytest.mark.parametrize("place", ["cli/output.py:tell", "cli/progress.py:over_the_last"])
def test_lines_are_made_visible_where_they_are_written(place: str) -> None:
    path, _, function = place.partition(":")
    tree = ast.parse((SOURCE / path).read_text(encoding="utf-8"))
    writes = [c for inside, c in calls(tree) if inside == function and name_of(c) in WRITERS]
    assert writes
    assert all(names_in(argument) & DOOR for call in writes for argument in call.args)


def test_rich_is_known_to_the_screen_only_and_reads_no_markup() -> None:
    users = {
        path
        for path, tree in trees()
        for node in ast.walk(tree)
        if (
            isinstance(node, ast.ImportFrom)
            and (node.module or "").split(".")[0] == "rich"
            and node.module != "rich.cells"  # counts columns, writes nothing
        )
        or (
            isinstance(node, ast.Import) and any(n.name.split(".")[0] == "rich" for n in node.names)
        )
    }
    assert users == {"reporters/screen.py"}
    tree = ast.parse((SOURCE / "reporters/screen.py").read_text(encoding="utf-8"))
    consoles = [c for _, c in calls(tree) if name_of(c).endswith("Console")]
    assert consoles
    for console in consoles:
        options = {k.arg: ast.literal_eval(k.value) for k in console.keywords if k.arg != "file"}
        assert options.items() >= {"markup": False, "highlight": False, "emoji": False}.items()
    markup = {"from_markup", "from_ansi", "render_str", "out", "render", "Markdown", "Table"}
    assert not [ast.unparse(c) for _, c in calls(tree) if name_of(c) in markup]


def test_the_screen_prints_text_objects_made_of_visible_characters() -> None:
    tree = ast.parse((SOURCE / "reporters/screen.py").read_text(encoding="utf-8"))
    (printed,) = [c for _, c in calls(tree) if name_of(c) == "print"]
    assert [ast.unparse(a) for a in printed.args] == ["line"]
    functions = {f.name: f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)}
    annotation = functions["_write"].args.args[1].annotation
    assert annotation is not None
    assert ast.unparse(annotation) == "Text"
    for name in ("unbroken", "_wrapped"):
        assert names_in(functions[name]) & DOOR, name
    # What stands in a `Text` is either made visible on the spot or a piece that `_wrapped` gave.
    for name in ("hanging", "_row"):
        assert "self._wrapped" in ast.unparse(functions[name])


def test_no_f_string_is_handed_to_a_writer_without_the_door() -> None:
    loose = [
        f"{path}:{call.lineno}"
        for path, tree in trees()
        for function, call in calls(tree)
        if name_of(call) in WRITERS
        and f"{path}:{function}" not in OWN_WORDS
        and not computes(f"{path}:{function}", call)
        for argument in call.args
        for node in ast.walk(argument)
        if isinstance(node, ast.JoinedStr)
        and any(isinstance(v, ast.FormattedValue) and names_in(v.value) for v in node.values)
        and not names_in(node) & DOOR
    ]
    # The progress line is wiped by blanks as wide as itself.
    assert loose in ([], [one for one in loose if one.startswith("cli/progress.py:")])


def test_json_is_ascii_wherever_it_is_written() -> None:
    dumps = [
        (path, call)
        for path, tree in trees()
        for inside, call in calls(tree)
        if is_of(call, "json") and name_of(call) in ("dump", "dumps")
        if f"{path}:{inside}" not in OWN_WORDS
    ]
    assert {path for path, _ in dumps} == {"reporters/json_text.py"}
    for _, call in dumps:
        options = {k.arg: ast.unparse(k.value) for k in call.keywords}
        assert options["ensure_ascii"] == "True"


def test_every_cell_of_a_table_goes_through_its_door() -> None:
    tree = ast.parse((SOURCE / "reporters/csv_text.py").read_text(encoding="utf-8"))
    functions = {f.name: f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)}
    assert names_in(functions["cell"]) & DOOR
    (written,) = [c for _, c in calls(functions["add"]) if name_of(c) == "writerow"]
    assert "cell" in names_in(written)


def test_every_cell_of_the_workbook_is_made_visible_and_written_as_text() -> None:
    tree = ast.parse((SOURCE / "batch/workbook.py").read_text(encoding="utf-8"))
    functions = {f.name: f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)}
    assert names_in(functions["_in_a_cell"]) & DOOR
    strings = [c for _, c in calls(tree) if name_of(c) == "write_string"]
    assert strings
    assert all(names_in(call.args[2]) & {*DOOR, "_in_a_cell"} for call in strings)
    others = {name_of(c) for _, c in calls(tree) if name_of(c).startswith("write_")}
    assert others == {"write_string", "write_number"}
    assert not [c for _, c in calls(tree) if name_of(c) == "write"]


def test_pages_and_letters_for_students_go_through_the_door() -> None:
    tree = ast.parse((SOURCE / "batch/letters.py").read_text(encoding="utf-8"))
    (made,) = [f for f in ast.walk(tree) if getattr(f, "name", "") == "letter"]
    (letter,) = [c for _, c in calls(made) if name_of(c) == "Letter"]
    assert "visible" in names_in(letter.args[0])
    assert "visible_lines" in names_in(made)
    made_by = [(p, c) for p, t in trees() for _, c in calls(t) if name_of(c) == "Environment"]
    ((path, environment),) = made_by
    assert path == "reporters/web_page.py"
    options = {k.arg: ast.unparse(k.value) for k in environment.keywords}
    assert options["autoescape"] == "True"
    assert options["finalize"] == "_shown"


def test_every_text_of_the_calendar_goes_through_its_door() -> None:
    tree = ast.parse((SOURCE / "reporters/to_calendar.py").read_text(encoding="utf-8"))
    functions = {f.name: f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)}
    assert names_in(functions["_text"]) & DOOR
    lines = [n for n in ast.walk(functions["_event"]) if isinstance(n, ast.JoinedStr)]
    spoken = {"occasion", "warning"}
    for line in lines:
        assert not names_in(line) & spoken or "_text" in names_in(line), ast.unparse(line)
    summary = next(
        n
        for n in ast.walk(functions["_event"])
        if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "summary"
    )
    assert "_text" in names_in(summary)


@pytest.mark.parametrize("reporter", ["to_github", "to_markdown"])
def test_texts_for_a_forge_go_through_a_door(reporter: str) -> None:
    """That every one does is seen by `test_names`, which reads the outputs again."""
    tree = ast.parse((SOURCE / f"reporters/{reporter}.py").read_text(encoding="utf-8"))
    functions = {f.name: f for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)}
    assert names_in(functions["_text"]) & DOOR
    assert "_lines" in names_in(functions["write"])


def test_this_test_sees_a_stray_print() -> None:
    stray = ast.parse("def f(path):\n    print(f'checking {path}')\n")
    assert [(inside, name_of(call)) for inside, call in calls(stray)] == [("f", "print")]
