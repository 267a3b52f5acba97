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

from msgspec.structs import replace

from docscheck.classify import PageEvidence, classify
from docscheck.classify.score import vocabulary_of
from docscheck.document import (
    Classification,
    Examined,
    Origin,
    Page,
    PagePicture,
    Part,
    Standing,
)
from docscheck.errors import ComponentMissingError
from docscheck.losses import MEMORY, Stage, Trouble
from docscheck.media_type import media_type_of
from docscheck.ocr import DEFAULT_LANGUAGES
from docscheck.ocr.heard import load_heard
from docscheck.ocr.interface import OcrEngine
from docscheck.page_pictures import picture_of
from docscheck.page_record import ReadPage, is_blank
from docscheck.pages import open_file
from docscheck.pages.interface import Limits, OpenedFile, Unopenable
from docscheck.parts import ClassifiedPage, PartMaker, as_papers
from docscheck.read_again import SecondLook
from docscheck.read_iban import IbanReader
from docscheck.read_page import PageReader
from docscheck.read_papers import PaperReader, whole
from docscheck.read_zone_paper import ZonePaperReader
from docscheck.readers import iban, mrz_fields, two_d_doc
from docscheck.readers.interface import Reading
from docscheck.rulebook.load import build
from docscheck.worker.protocol import Pictures, Reply, Setup

_LONGEST_DETAIL = 200
"""Of what a library says of a file, for developers."""
_WHITE_PX = (310, 438)
"""A4 at a quarter of the size for reading."""
_READ_WELL = 0.75
"""Mean confidence of words from which nothing on a side of a card is thought to be lost."""
_DECIDE = frozenset({"expiry_date", "school_year"})
"""Fields for whose sake a paper with pale print is read once more: what says where it ends."""


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
    def _again(self) -> SecondLook:
        return SecondLook(self._engine)

    @cached_property
    def _ibans(self) -> IbanReader:
        return IbanReader(self._engine)

    @cached_property
    def _papers(self) -> PaperReader:
        return PaperReader(self._engine)

    @cached_property
    def _beside(self) -> ZonePaperReader:
        return ZonePaperReader(self._engine, self._setup.today)

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
        read = tuple(paper for page in self._read(opened) for paper in self._classified(page))
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

    def _classified(self, read: ReadPage) -> tuple[ClassifiedPage, ...]:
        """Say what a page is; two entries of one number when two papers lie on it."""
        if is_blank(read):
            return (ClassifiedPage(read, Classification(None, 0.0), blank=True),)
        read = self._ibans.look_again(read)
        guess = self._guess(read)
        if self._may_hold_papers(read, guess):
            papers = self._papers.papers_on(read)
            apart = as_papers([ClassifiedPage(p, self._guess(p)) for p in papers], self._types)
            if apart:
                return self._two_sides_of(read, apart) or apart
            read, guess = self._better_read(read, guess, whole(read, papers))
        entry = self._with_pale_print(self._looked_closer(read, guess))
        entries = self._around_zone(entry) if entry.read.place is None else (entry,)
        return tuple(map(self._with_needed, entries))

    def _around_zone(self, entry: ClassifiedPage) -> tuple[ClassifiedPage, ...]:
        """Read the paper that carries the zone from close, and the other side of a card."""
        read, kind = entry.read, self._types.get(entry.classification.type or "")
        if read.mrz is None or kind is None or not read.text_read:
            return (entry,)
        near = self._beside.read(read)
        apart = self._sides(near, kind.id) if kind.two_sided else ()
        return apart or (ClassifiedPage(near, self._guess(near)),)

    def _two_sides_of(
        self, read: ReadPage, apart: tuple[ClassifiedPage, ...]
    ) -> tuple[ClassifiedPage, ...]:
        """Read both sides of one card from close, at the size that its zone tells."""
        kinds = {entry.classification.type for entry in apart}
        kind = self._types.get(kinds.pop() or "") if len(kinds) == 1 else None
        zone = next((entry.read.mrz for entry in apart if entry.read.mrz is not None), None)
        if len(apart) != 2 or kind is None or not kind.two_sided or zone is None:
            return ()
        return self._sides(self._beside.read(replace(read, mrz=zone)), kind.id)

    def _sides(self, read: ReadPage, kind: str) -> tuple[ClassifiedPage, ...]:
        """Give the two sides of a card on one page, where the other one shows that it is one."""
        sides = self._beside.two_sides(read)
        if sides is None:
            return ()
        coded = ClassifiedPage(sides.coded, self._guess(sides.coded))
        other = ClassifiedPage(sides.other, self._guess(sides.other))
        told = sides.has_face or sides.repeats_zone
        if not told and other.classification.type != kind:
            return ()
        return as_papers((other, coded), self._types)

    def _better_read(
        self, read: ReadPage, guess: Classification, nearer: ReadPage
    ) -> tuple[ReadPage, Classification]:
        """Take what was read from close, unless the page was recognised only as a whole."""
        if nearer is read:
            return read, guess
        seen = self._guess(nearer)
        return (read, guess) if seen.type is None and guess.type is not None else (nearer, seen)

    def _may_hold_papers(self, read: ReadPage, guess: Classification) -> bool:
        if not read.text_read or read.is_card:
            return False
        drawn = read.page.origin is Origin.BORN_DIGITAL
        return self._promises_zone(guess) or (guess.type is None and not drawn)

    def _looked_closer(self, read: ReadPage, guess: Classification) -> ClassifiedPage:
        as_lit = False
        if (read.has_portrait or guess.type is None) and read.text_read:
            # The edge of the portrait on a card, or of a bar, may pass for that of the sheet.
            first, read = read, self._reader.as_taken(read)
            as_lit = read is not first
            guess = self._guess_again(read, first, guess)
        if read.is_card or self._promises_zone(guess):
            first, read = read, self._again.closer(read)
            guess = self._guess_again(read, first, guess)
        if guess.type is None and read.text_read:
            first, read = read, self._again.with_barcodes(self._again.otherwise(read))
            guess = self._guess_again(read, first, guess)
        if guess.type is None and read.text_read and not as_lit:
            first, read = read, self._again.as_lit(read)
            guess = self._guess_again(read, first, guess)
        if not read.barcodes and self._may_be_coded(read, guess):
            read = self._again.with_barcodes(read)
        return ClassifiedPage(read, guess)

    def _with_pale_print(self, entry: ClassifiedPage) -> ClassifiedPage:
        """Look for pale print where the date that decides was not read, or nothing was recognised.

        A second look that reads anything otherwise than the first is not believed.
        """
        if not self._again.is_fit(entry.read):
            return entry
        kind = self._types.get(entry.classification.type or "")
        wanted = _DECIDE & {rule.name for rule in kind.fields} if kind is not None else _DECIDE
        first = self._maker.values_on(entry) if wanted else {}
        if wanted <= first.keys():
            return entry
        for read in self._again.for_pale_print(entry.read):
            again = replace(entry, read=read)
            if kind is None:
                again = replace(again, classification=self._guess(read))
                if again.classification.type is not None:
                    return again
                continue
            second = self._maker.values_on(again)
            agrees = all(second.get(name) == value for name, value in first.items())
            if agrees and wanted <= second.keys():
                return again
        return entry

    def _with_needed(self, entry: ClassifiedPage) -> ClassifiedPage:
        """Read a page in bands where it does not tell what an officer needs of such a paper.

        The side of a card need not carry it: one that was read well is believed.
        """
        kind = self._types.get(entry.classification.type or "")
        confidence = entry.read.measures.ocr_confidence or 0.0
        if kind is None:
            poor = confidence < _READ_WELL or bool(entry.read.measures.faded)
            return self._recognised_near(entry) if poor else entry
        if not self._maker.lacks(entry) or (kind.two_sided and confidence >= _READ_WELL):
            return entry
        for read in self._again.in_bands(entry.read):
            entry = replace(entry, read=read)
            if not self._maker.lacks(entry):
                break
        return entry

    def _recognised_near(self, entry: ClassifiedPage) -> ClassifiedPage:
        """Read a page in bands that nobody recognised and whose words were lost or doubtful."""
        for read in self._again.in_bands(entry.read):
            near = replace(read, text=read.near[-1], near=())
            guess = self._guess(near)
            if guess.type is not None:
                return ClassifiedPage(near, guess)
        return entry

    def _may_be_coded(self, read: ReadPage, guess: Classification) -> bool:
        kind = self._types.get(guess.type or "")
        return kind is not None and kind.coded and read.page.may_hold_codes

    def _promises_zone(self, guess: Classification) -> bool:
        """Whether the page is, or nearly is, of a type that carries a machine-readable zone."""
        kind = self._types.get(guess.type or guess.runner_up or "")
        return kind is not None and bool(kind.mrz_shapes)

    def _guess_again(
        self, read: ReadPage, first: ReadPage, guess: Classification
    ) -> Classification:
        """Say what a page is after another look, which many pages leave as they were."""
        return guess if read is first else self._guess(read)

    def _guess(self, read: ReadPage) -> Classification:
        zone = (
            {f.name: f.value for f in mrz_fields.fields(read.mrz, self._setup.today)}
            if read.mrz
            else {}
        )
        evidence = PageEvidence(
            text=read.text,
            mrz=read.mrz,
            issuing_state=zone.get("issuing_state"),
            nationality=zone.get("nationality"),
            has_iban=self._has_iban(read),
            is_card=read.is_card,
            is_portrait=read.has_portrait,
            barcodes=tuple(two_d_doc.types_of(read.barcodes)),
        )
        return classify(evidence, self._types, self._vocabulary, self._rulebook.portal.classify)

    def _has_iban(self, read: ReadPage) -> bool:
        if read.text is None:
            return False
        reading = Reading((read.text,), self._setup.today)
        found = iban.read(reading, "iban", iban.Settings())
        return any(field.standing is Standing.PROVEN for field in found)


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
