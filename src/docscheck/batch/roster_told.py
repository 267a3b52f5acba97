"""What do the list and the folders not have in common? In words, for the table and the summary."""

from __future__ import annotations

from collections.abc import Iterator

from docscheck.batch.roster_match import Matched
from docscheck.batch.words import Words
from docscheck.foreign_text import show

ROSTER = "roster.csv"


def roster_rows(matched: Matched, words: Words) -> Iterator[list[str]]:
    """Yield the rows of the table, the head first."""
    yield [words.say(f"office.column.{name}") for name in ("row", "folder", "trouble")]
    for row in matched.no_folder:
        yield [str(row.number), show(row.folder or row.id), words.say("office.list.no_folder")]
    for row in matched.several:
        yield [str(row.number), show(row.folder or row.id), words.say("office.list.several")]
    for folder in matched.no_row:
        yield ["", show(folder), words.say("office.list.no_row")]


def listed_lines(matched: Matched, words: Words) -> Iterator[str]:
    """Yield a line for each kind of trouble there is."""
    counts = {
        "no_folder": len(matched.no_folder),
        "several": len(matched.several),
        "no_row": len(matched.no_row),
    }
    yield words.say("office.list.matched", count=len(matched.rows))
    for name, count in counts.items():
        if count:
            yield words.say(f"office.list.count.{name}", count=count)
