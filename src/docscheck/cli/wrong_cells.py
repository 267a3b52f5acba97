"""Which cells of a roster cannot be understood? Row and column, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docscheck.cli.language import default_language
from docscheck.messages import Speaker

if TYPE_CHECKING:
    from docscheck.batch.roster import WrongCell
    from docscheck.finding import Param

_MOST = 15


def wrong_cells(wrong: Sequence[WrongCell]) -> str:
    """Give a line for each of the first ones, and how many more there are."""
    return "\n".join(_lines(wrong, default_language().value))


def _lines(wrong: Sequence[WrongCell], language: str) -> Iterator[str]:
    say = Speaker().sentence
    for cell in wrong[:_MOST]:
        params: dict[str, Param] = {"row": cell.row, "column": cell.column}
        yield say(f"roster.wrong.{cell.case}", params, language)
    if len(wrong) > _MOST:
        yield say("roster.wrong.more", {"count": len(wrong) - _MOST}, language)
