"""One file to upload from pages of one or several files: the order of the mends.

Opened with the limits and the care of reading (`pages`); each page bare, upright and level; the
whole as small as it has to be. A trouble is an answer, never a crash of the caller.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf

from docscheck.losses import MEMORY, Stage, Trouble
from docscheck.media_type import media_type_of
from docscheck.mend.bare import drop_beside, has_metadata, layers_of, make_bare
from docscheck.mend.jpeg import without_metadata
from docscheck.mend.order import MOST_BYTES, Form, Leaf, Made, Mend, Order
from docscheck.mend.picture import Print, printed
from docscheck.mend.sheet import cut_to_sheet
from docscheck.mend.shrink import redrawn, saved, shrunk
from docscheck.mend.turn import level, mirror, turn
from docscheck.pages import PDF_MEDIA_TYPES
from docscheck.pages.image import open_header, orientation_of
from docscheck.pages.interface import Limits, Unopenable
from docscheck.pages.pdf_structure import open_structure

Enter = Callable[[Stage], None]


def make(sources: Sequence[bytes], order: Order, limits: Limits, enter: Enter) -> Made:
    """Make one file; never raises for what is in the sources."""
    try:
        enter(Stage.STRUCTURE)
        made = _picture(sources, order, limits) if order.form is Form.JPEG else None
        made = made or _Making(sources, order, limits, enter).made()
    except Unopenable as error:
        return Made(trouble=error.trouble, detail=error.detail[:200])
    except MemoryError:
        return Made(trouble=Trouble.LIMIT, detail=MEMORY)
    except Exception as error:  # what libraries raise on damaged files is anything at all
        return Made(trouble=Trouble.CRASH, detail=type(error).__name__)
    if len(made.data) > MOST_BYTES:
        return Made(trouble=Trouble.TOO_LARGE)
    return made


def _picture(sources: Sequence[bytes], order: Order, limits: Limits) -> Made:
    """Give a JPEG that stays one, without what does not show."""
    data = sources[order.leaves[0].source]
    with open_header(data, limits) as image:
        turned = orientation_of(image)
    bare = without_metadata(data, turned)
    return Made(bare, (Mend.METADATA,) if bare != data else ())


class _Making:
    """A new PDF, page by page."""

    def __init__(
        self, sources: Sequence[bytes], order: Order, limits: Limits, enter: Enter
    ) -> None:
        self._sources = sources
        self._order = order
        self._limits = limits
        self._enter = enter
        self._new = pikepdf.new()
        self._opened: dict[int, pikepdf.Pdf] = {}
        self._done: set[Mend] = set()
        self._is_pdf = [media_type_of(data) in PDF_MEDIA_TYPES for data in sources]

    def made(self) -> Made:
        for leaf in self._order.leaves:
            self._enter(Stage.PAGE)
            self._add(leaf)
        self._keep_layers()
        if drop_beside(self._new, as_photo=self._order.as_photo):
            self._done.add(Mend.METADATA)
        if self._order.redrawn and redrawn(self._new, self._breathe):
            self._done.add(Mend.REDRAWN)
        self._enter(Stage.STRUCTURE)
        data = saved(self._new)
        if self._order.max_bytes and len(data) > self._order.max_bytes:
            smaller = shrunk(data, self._order, self._breathe)
            if len(smaller) < len(data):
                self._done.add(Mend.SHRUNK)
                data = smaller
        return Made(data, tuple(sorted(self._done)))

    def _breathe(self) -> None:
        self._enter(Stage.PAGE)

    def _add(self, leaf: Leaf) -> None:
        if self._is_pdf[leaf.source]:
            self._new.pages.append(self._source(leaf.source).pages[leaf.page - 1])
        else:
            self._add_print(self._printed(leaf))
        page = self._new.pages[-1]
        if leaf.level_deg:
            level(page, leaf.level_deg)
        turn(page, leaf.turn_deg)

    def _add_print(self, picture: Print) -> None:
        with pikepdf.open(io.BytesIO(picture.pdf)) as one:
            self._new.pages.append(one.pages[0])
        page = self._new.pages[-1]
        if picture.mirrored:
            mirror(page)
        turn(page, picture.turn_deg)

    def _printed(self, leaf: Leaf) -> Print:
        data = self._sources[leaf.source]
        if leaf.cut_to_sheet:
            cut = cut_to_sheet(data, leaf.page - 1, self._limits)
            if cut is not None:
                self._done |= {Mend.CUT_TO_SHEET, Mend.METADATA}
                return cut
        made = printed(data, leaf.page - 1, self._limits, as_photo=self._order.as_photo)
        if made.told_more:
            self._done.add(Mend.METADATA)
        return made

    def _source(self, index: int) -> pikepdf.Pdf:
        """Open a source once, with everything that does not show taken off its pages."""
        if index not in self._opened:
            structure = open_structure(self._sources[index], self._limits)
            container = structure.container()
            for leaf in self._order.leaves:
                if leaf.source == index:
                    structure.page(leaf.page - 1)
            if has_metadata(structure.pdf):
                self._done.add(Mend.METADATA)
            if container.encrypted:
                self._done.add(Mend.UNLOCKED)
            if make_bare(structure.pdf) or container.active:
                self._done.add(Mend.ACTIVE)
            self._opened[index] = structure.pdf
        return self._opened[index]

    def _keep_layers(self) -> None:
        """Keep the state of layers.

        Raises:
            Unopenable: two files have layers, which cannot be put together.
        """
        layered = [found for pdf in self._opened.values() if (found := layers_of(pdf)) is not None]
        if len(layered) > 1:
            raise Unopenable(Trouble.UNSUPPORTED, "layers of two files")
        for layers in layered:
            self._new.Root.OCProperties = self._new.copy_foreign(layers)
