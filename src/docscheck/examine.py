"""Bytes of one file in, everything known of it out: the facts, and nothing said of them.

Runs in a worker process. Order: media type, container, then page by page reading and
classification, then parts with their fields. The only `except Exception` of the reading floors is
here: imaging libraries raise anything at all on damaged files (`reliability.md` §7), and one bad
file must become one fact.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import groupby

from docscheck.classify.score import vocabulary_of
from docscheck.document import (
    Examined,
    Page,
    PagePicture,
    Part,
)
from docscheck.errors import ComponentMissingError
from docscheck.losses import MEMORY, Stage, Trouble
from docscheck.media_type import media_type_of
from docscheck.ocr import DEFAULT_LANGUAGES
from docscheck.ocr.heard import load_heard
from docscheck.ocr.interface import OcrEngine
from docscheck.page_pictures import picture_of
from docscheck.page_record import ReadPage
from docscheck.pages import open_file
from docscheck.pages.interface import Limits, OpenedFile, Unopenable
from docscheck.parts import ClassifiedPage, PartMaker
from docscheck.read_page import PageReader
from docscheck.readers.interface import Reading
from docscheck.recognise import Recogniser
from docscheck.rulebook.load import build
from docscheck.worker.protocol import Pictures, Reply, Setup

_LONGEST_DETAIL = 200
"""Of what a library says of a file, for developers."""
_WHITE_PX = (310, 438)
"""A4 at a quarter of the size for reading."""


class Examiner:
    """Everything a worker keeps between files: rules, vocabulary, the OCR engine."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._rulebook = build(setup.rules)
        self._types = self._rulebook.types
        self._vocabulary = vocabulary_of(self._types)
        limits = self._rulebook.portal.limits
        self._limits = Limits(
            max_pages=int(limits["max_pages_inspected"]),
            max_pages_inspected=int(limits["max_pages_read"]),
            max_pixels_decode=int(limits["max_pixels"]),
            max_side_px=int(limits["max_side_px"]),
        )
        self._versions: dict[str, str] = {}
        self._enter: Callable[[Stage], None] = _unheard
        self._load = load_heard(lambda: self._enter(Stage.OCR))
        self._maker = self._new_maker()
        self._pictures: tuple[PagePicture, ...] = ()

    @cached_property
    def _engine(self) -> OcrEngine:
        return self._load(self._setup.engine, DEFAULT_LANGUAGES)

    @cached_property
    def _reader(self) -> PageReader:
        return PageReader(self._engine, self._setup.today, self._load)

    @cached_property
    def _recogniser(self) -> Recogniser:
        book, today = self._rulebook, self._setup.today
        return Recogniser(self._engine, self._reader, book, self._vocabulary, today)

    def warm_up(self) -> None:
        """Load what nearly every folder needs, for the workers that are forked from here.

        A white page goes the way of any picture, and nothing is kept of it. What this machine
        lacks is missed again, and said, when a page needs it.
        """
        # Loading it is the purpose: the white page below is a JPEG, and forks share what is here.
        import docscheck.pages.pdf  # noqa: F401
        from docscheck.mrz.glyphs import network

        network()
        self.examine(_white_page(), "jpg")
        self._versions.clear()

    def examine(
        self, data: bytes, extension: str, enter: Callable[[Stage], None] | None = None
    ) -> Reply:
        """Find out everything about one file; never raises for what is in it.

        Args:
            data: the bytes of the file.
            extension: of its name, in small letters, without the dot.
            enter: told of each stage before it begins, some of them many times.
        """
        self._enter = enter or _unheard
        self._pictures = ()
        media_type: str | None = None
        try:
            self._enter(Stage.IDENTIFY)
            media_type = media_type_of(data)
            examined = self._opened(data, media_type)
        except Unopenable as error:
            examined = Examined(trouble=error.trouble, detail=error.detail[:_LONGEST_DETAIL])
        except ComponentMissingError as error:
            return Reply(media_type, Examined(), self._versions, error.sentence, error.params)
        except MemoryError:
            examined = Examined(trouble=Trouble.LIMIT, detail=MEMORY)
        except Exception as error:
            examined = Examined(trouble=Trouble.CRASH, detail=type(error).__name__)
        return Reply(media_type, examined, self._versions, pictures=self._pictures)

    def _opened(self, data: bytes, media_type: str | None) -> Examined:
        self._enter(Stage.STRUCTURE)
        opened = open_file(data, media_type, self._limits)
        try:
            return self._examined(opened)
        finally:
            opened.close()
            # Nothing of one file is kept when the next one comes.
            self._maker = self._new_maker()

    def _new_maker(self) -> PartMaker:
        return PartMaker(self._types, self._vocabulary, self._setup.today)

    def _examined(self, opened: OpenedFile) -> Examined:
        pages, recogniser = self._read(opened), self._recogniser
        read = tuple(paper for page in pages for paper in recogniser.papers_on(page, self._maker))
        settled, parts = self._maker.parts_of(read)
        if self._setup.pictures is not Pictures.NONE:
            self._pictures = tuple(self._pictured(settled, parts))
        return Examined(opened.container, tuple(_facts(settled)), parts)

    def _pictured(
        self, entries: Sequence[ClassifiedPage], parts: Sequence[Part]
    ) -> Iterator[PagePicture]:
        masked = self._setup.pictures is Pictures.MASKED
        pages = [list(papers) for _, papers in groupby(entries, key=lambda entry: entry.number)]
        boxes_on = len(pages) if self._setup.boxes else None
        for papers in pages:
            self._enter(Stage.PAGE)
            reads = [paper.read for paper in papers]
            texts = tuple(read.text for read in reads if read.text is not None)
            reading = Reading(texts, self._setup.today)
            # What was found out stands, whatever becomes of its picture.
            with suppress(Unopenable, MemoryError):
                page = reads[0].page
                yield picture_of(page, reading, parts, masked=masked, boxes_on=boxes_on)
            reads[0].page.release()

    def _read(self, opened: OpenedFile) -> Iterator[ReadPage]:
        self._versions["ocr"] = self._engine.version()
        self._enter(Stage.PAGE)
        for page in opened.pages():
            yield self._reader.read(page)
            self._enter(Stage.PAGE)


def _unheard(stage: Stage) -> None:
    """Nobody keeps a clock."""


def _white_page() -> bytes:
    from PIL import Image

    page = io.BytesIO()
    Image.new("L", _WHITE_PX, "white").save(page, "JPEG")
    return page.getvalue()


def _facts(entries: Sequence[ClassifiedPage]) -> Iterator[Page]:
    """Yield one fact for each page, whatever number of papers lies on it."""
    last = None
    for entry in entries:
        if entry.number != last:
            yield _as_fact(entry)
        last = entry.number


def _as_fact(entry: ClassifiedPage) -> Page:
    read = entry.read
    width, height = read.page.size_px
    return Page(
        number=read.page.number,
        width_px=width,
        height_px=height,
        origin=read.page.origin,
        dpi=read.page.dpi,
        turn_deg=read.turn_deg,
        text_source=read.text.source if read.text and read.text.lines else None,
        measures=read.measures,
        classification=entry.classification,
        text_read=read.text_read,
        script=read.script,
        hidden_words=read.hidden_words,
        layer_differs=read.layer_differs,
        faces=read.faces,
        portrait=read.portrait,
    )
