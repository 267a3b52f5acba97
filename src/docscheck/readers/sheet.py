"""One page prepared for looking labels up: its cells, their words, the labels known on it.

Every rule of a type asks the same page for other labels. Cutting it into cells and going through
its words costs more than the looking up, and is done once a reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from docscheck.document import PageText
from docscheck.readers import label_words
from docscheck.readers.cells import Cell, above, aligned_in, below, cells_of, columns_of, right_of
from docscheck.readers.interface import Reading
from docscheck.readers.label_words import Found, Index, Place
from docscheck.readers.passage import Passage

_CLEARLY = 0.7
"""One gap is clearly smaller than another when it is less than this share of it."""
_LEAST_VOTES = 3
"""Labels that must stand under their values before a page is taken to be printed so."""
_MAJORITY = 2


class Sheet:
    """The cells of one page and what is known of them."""

    def __init__(self, page: PageText) -> None:
        self.page = page
        self.cells: tuple[Cell, ...] = cells_of(page)
        self._places: dict[frozenset[str], tuple[tuple[Place, str], ...]] = {}
        self._known_as: dict[frozenset[str], dict[int, list[Found]]] = {}
        self._upward: dict[frozenset[int], bool] = {}

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

    def values_above(self, labels: frozenset[int]) -> bool:
        """Tell whether the page prints its labels under their values, as some cards do.

        Each label votes for the side on which another cell is clearly nearer, or is alone; one with
        a value beside it, or after its colon, has no vote.

        Args:
            labels: `id` of the cells that are labels.
        """
        if labels not in self._upward:
            self._upward[labels] = self._votes_for_above(labels)
        return self._upward[labels]

    def _votes_for_above(self, labels: frozenset[int]) -> bool:
        over, under = 0, 0
        for cell in self.cells:
            if id(cell) in labels and not self._has_value_beside(cell, labels):
                vote = self._nearer(cell, labels)
                over, under = over + (vote > 0), under + (vote < 0)
        return over >= _LEAST_VOTES and over > _MAJORITY * under

    def _has_value_beside(self, label: Cell, labels: frozenset[int]) -> bool:
        if label.text.partition(":")[2].strip():
            return True
        beside = next(right_of(label, self.cells), None)
        return beside is not None and id(beside) not in labels

    def _nearer(self, label: Cell, labels: frozenset[int]) -> int:
        """Give 1 when the nearest value is above the label, -1 when it is below, 0 for neither."""
        up, down = self._value(label, labels, upward=True), self._value(label, labels, upward=False)
        if up is None or down is None:
            return (up is not None) - (down is not None)
        high = max(label.box.top - up.box.bottom, 0.0)
        low = max(down.box.top - label.box.bottom, 0.0)
        return (high < _CLEARLY * low) - (low < _CLEARLY * high)

    def _value(self, label: Cell, labels: frozenset[int], *, upward: bool) -> Cell | None:
        """Return the nearest cell over or under a label that is none itself."""
        near = (above if upward else below)(label, self.cells)
        behind_marks = (cell for cell, _ in aligned_in(label, self.cells, upward=upward))
        return next((c for c in (*near, *behind_marks) if id(c) not in labels), None)

    def has(self, wanted: frozenset[str]) -> bool:
        """Tell whether any label of a `vocabulary` stands on the page."""
        return bool(self._places_of(wanted))

    def labels(self, wanted: frozenset[str]) -> dict[int, list[Found]]:
        """Return by number of the cell its labels: those of a `vocabulary` and all known ones."""
        if wanted not in self._known_as:
            known = self._places_of(label_words.KNOWN_LETTERS)
            self._known_as[wanted] = label_words.longest((*self._places_of(wanted), *known))
        return self._known_as[wanted]

    def _places_of(self, wanted: frozenset[str]) -> tuple[tuple[Place, str], ...]:
        if wanted not in self._places:
            self._places[wanted] = tuple(self.index.places(wanted))
        return self._places[wanted]


def sheets_of(reading: Reading) -> Sequence[Sheet]:
    """Return the pages of a reading, prepared once."""
    if Sheet not in reading.known:
        reading.known[Sheet] = tuple(map(Sheet, reading.texts))
    sheets: tuple[Sheet, ...] = reading.known[Sheet]
    return sheets
