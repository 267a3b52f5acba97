"""How is a civil-status form laid out? A form is data; an arrangement draws any form.

Values stand in braces (`{surname}`, see `birth_record`). A row or paragraph that names a parent
goes when the paper has to be without parents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import search

from specimens.papers.native import shaped

Values = Mapping[str, str]
Row = tuple[str, ...]
"""Label and value; for a mirrored form also the Arabic label."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a civil-status paper."""

    name: str
    language: str
    """ISO 639-1 of what an officer would read; `fr` when French is one of several."""
    states: tuple[str, ...]
    """Alpha-3 of the states that issue it; empty for any."""
    title: tuple[str, ...]
    arrange: str
    """Name of an arrangement."""
    title_without_parents: tuple[str, ...] = ()
    """Instead of the title when the parents are left out; empty for the same."""
    head: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    text: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    beside: str = ""
    """What stands in the margin, for the arrangement `margin`."""
    stamp: tuple[str, ...] = ("ÉTAT CIVIL",)
    """Round stamp: what runs around, then lines in the middle; empty for none."""
    furniture: tuple[str, ...] = ()
    """Among `waves`, `frame`, `crest`, `republic`, `barcode`, `qr`, `landscape`, `fiscal`, `seal`
    (a DataMatrix), `unsigned` (neither signature nor stamp)."""
    families: tuple[str, ...] = (
        "Liberation Serif", "Liberation Sans", "DejaVu Serif", "Caladea", "Carlito", "Noto Sans",
        "Open Sans", "FreeSans",
    )  # fmt: skip
    size: float = 10.5
    variants: tuple[str, ...] = ("",)
    variant: str = ""
    """Of the truth, when no variant is wished."""
    latin: bool = True
    """Whether names are printed in Latin letters."""

    @property
    def names_parents(self) -> bool:
        """Whether the form as a whole states the parents."""
        cells = [cell for row in self.rows for cell in row]
        return any(mentions_parent(cell) for cell in (*cells, *self.text))

    @property
    def names_father_in_full(self) -> bool:
        """Whether the father's surname is printed too."""
        cells = " ".join((*(cell for row in self.rows for cell in row), *self.text))
        return bool(search(r"\{father(_surname)?\}", cells))


def mentions_parent(template: str) -> bool:
    """Whether a row or paragraph is about a parent."""
    return bool(search(r"\{(\w\w_)?(father|mother)|\{[fm]b_", template))


def fill(template: str, values: Values) -> str:
    """Put the values in the braces; Arabic text is joined and ordered."""
    text = template.format_map(values)
    return shaped(text) if search(r"[\u0600-\u06ff]", text) else text
