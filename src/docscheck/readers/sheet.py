"""One page prepared for looking labels up: its cells, their words, the labels known on it.

Every rule of a type asks the same page for other labels. Cutting it into cells and going through
its words costs more than the looking up, and is done once a reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from docscheck.document import PageText
from docscheck.readers import label_words
from docscheck.readers.cells import Cell, cells_of, columns_of
from docscheck.readers.interface import Reading
from docscheck.readers.label_words import Found, Index
from docscheck.readers.passage import Passage


class Sheet:
    """The cells of one page and what is known of them."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        self.cells: tuple[Cell, ...] = cells_of(page)
        self._known_as: dict[frozenset[str], dict[int, list[Found]]] = {}

    @cached_property
    def index(self) -> Index:
        """All runs of words of the cells."""
        return Index([cell.text for cell in self.cells])

    @cached_property
    def passage(self) -> Passage:
        """The whole page as one passage."""
        return Passage.of_page(self.page)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The page as one passage, then each of its columns: prose beside a margin of notes."""
        return (self.passage, *columns_of(self.page, self.cells))

    @cached_property
    def _known(self) -> tuple[tuple[label_words.Place, str], ...]:
        return tuple(self.index.places(label_words.KNOWN_LETTERS))

    def has(self, wanted: frozenset[str]) -> bool:
        """Tell whether any label of a `vocabulary` stands on the page."""
        return next(self.index.places(wanted), None) is not None

    def labels(self, wanted: frozenset[str]) -> dict[int, list[Found]]:
        """Return by number of the cell its labels: those of a `vocabulary` and all known ones."""
        if wanted not in self._known_as:
            own = tuple(self.index.places(wanted))
            self._known_as[wanted] = label_words.longest((*own, *self._known))
        return self._known_as[wanted]


def sheets_of(reading: Reading) -> Sequence[Sheet]:
    """Return the pages of a reading, prepared once."""
    for number, page in enumerate(reading.texts):
        if number not in reading.sheets:
            reading.sheets[number] = Sheet(page)
    return [reading.sheets[number] for number in range(len(reading.texts))]
