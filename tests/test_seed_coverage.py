"""Each line of the seed that asks something is served, by something that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import typer

from docscheck.cli import app
from docscheck.rulebook.load import FIELD_NAMES, load

TABLE = Path(__file__).parents[1] / "docs" / "seed-coverage.md"
BOOK = load()
_ROW = re.compile(r"^\| *(\d+(?:-\d+)?) *\| *(.*?) *\| *(.*?) *\| *(.*?) *\|$", re.MULTILINE)
_SERVER = re.compile(r"`([a-z]+):([^`\s]+)`")
KNOWN = {
    "guide": {step.id for step in BOOK.guide.steps},
    "requirement": set(BOOK.requirements),
    "type": set(BOOK.types),
    "field": set(FIELD_NAMES),
    "rule": set(BOOK.catalogue),
    "day": {rule.id for rule in BOOK.deadlines},
    "option": {
        name
        for command in ("check", "guide")
        for option in typer.main.get_command(app).commands[command].params  # type: ignore[attr-defined]
        for name in option.opts
    },
}


def rows(text: str) -> list[tuple[str, str, str, str]]:
    """Give lines of the seed, what they say, what they ask, and the cell of servers."""
    return _ROW.findall(text)


def faults(text: str) -> Iterator[str]:
    """Say which rows of a table are not served, or by what does not exist."""
    for lines, quoted, asked, cell in rows(text):
        servers = _SERVER.findall(cell)
        if not (quoted and asked and servers):
            yield f"{lines}: empty"
        if _SERVER.sub("", cell).strip():
            yield f"{lines}: unreadable"
        for kind, name in servers:
            if name not in KNOWN.get(kind, ()):
                yield f"{lines}: no such {kind}: {name}"


def plain(quoted: str) -> str:
    return " ".join(quoted.replace("’", "'").replace("*", "").split())


def served() -> dict[str, set[tuple[str, str]]]:
    """Give every quoted line with all that serves it, wherever it is printed."""
    found: dict[str, set[tuple[str, str]]] = {}
    for _, quoted, _, cell in rows(TABLE.read_text(encoding="utf-8")):
        found.setdefault(plain(quoted), set()).update(_SERVER.findall(cell))
    return found


def test_every_line_is_served_by_something_that_exists() -> None:
    text = TABLE.read_text(encoding="utf-8")
    assert len(rows(text)) > 100
    assert text.count("\n| ") == len(rows(text)) + 2
    assert list(faults(text)) == []


def test_a_row_that_is_not_served_is_found() -> None:
    head = "| 1-2 | Nom | surname |"
    assert list(faults(f"{head} `field:surname` |")) == []
    assert list(faults(f"{head} |")) == ["1-2: empty"]
    assert list(faults(f"{head}  |")) == ["1-2: empty"]
    assert list(faults(f"{head} `field:surnam` |")) == ["1-2: no such field: surnam"]
    assert list(faults(f"{head} `step:who.rule` |")) == ["1-2: no such step: who.rule"]
    assert list(faults(f"{head} `field:surname` later |")) == ["1-2: unreadable"]
    assert list(faults("| 3 |  | surname | `field:surname` |")) == ["3: empty"]


def test_what_steps_and_requirements_quote_is_listed_under_their_name() -> None:
    listed = served()
    quoting = [("guide", step.id, step.clauses) for step in BOOK.guide.steps]
    quoting += [("requirement", r.id, r.clauses) for r in BOOK.requirements.values()]
    missing = [
        (kind, name, clause)
        for kind, name, clauses in quoting
        for clause in clauses
        if not any(plain(clause) in line and (kind, name) in by for line, by in listed.items())
    ]
    assert missing == []


def test_no_step_that_the_seed_asks_for_is_left_without_a_line() -> None:
    named = {name for by in served().values() for kind, name in by if kind == "guide"}
    assert {s.id for s in BOOK.guide.steps if s.clauses} - named == set()


def test_no_line_is_both_served_and_said_to_ask_nothing() -> None:
    text = TABLE.read_text(encoding="utf-8")
    asking = {int(lines.split("-")[0]) for lines, *_ in rows(text)}
    silent = {int(n) for n in re.findall(r"\d+", text.partition("served above:")[2])}
    assert silent
    assert not asking & silent
