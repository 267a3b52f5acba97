"""Bytes of one file in, everything known of it out: the facts, and nothing said of them.

Runs in a worker process. Order: media type, container, then page by page reading and
classification, then parts with their fields. The only `except Exception` of the reading floors is
here: imaging libraries raise anything at all on damaged files (`reliability.md` §7), and one bad
file must become one fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from docscheck.classify import PageEvidence, classify
from docscheck.classify.score import vocabulary_of
from docscheck.document import Classification, Examined, Page, Standing, Trouble
from docscheck.errors import ComponentMissingError
from docscheck.media_type import media_type_of
from docscheck.ocr import load_engine
from docscheck.pages import open_file
from docscheck.pages.interface import Limits, OpenedFile, Unopenable
from docscheck.parts import ClassifiedPage, parts_of
from docscheck.read_page import PageReader, ReadPage, is_blank
from docscheck.readers import iban, mrz_fields, two_d_doc
from docscheck.readers.interface import Reading
from docscheck.rulebook.load import build
from docscheck.worker.protocol import Reply, Setup


class Examiner:
    """Everything a worker keeps between files: rules, vocabulary, the OCR engine."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._rulebook = build(setup.rules)
        self._vocabulary = vocabulary_of(self._rulebook.types)
        limits = self._rulebook.portal.limits
        self._limits = Limits(
            max_pages=int(limits["max_pages_inspected"]),
            max_pages_inspected=int(limits["max_pages_read"]),
            max_pixels_decode=int(limits["max_pixels"]),
            max_side_px=int(limits["max_side_px"]),
        )
        self._versions: dict[str, str] = {}

    @cached_property
    def _reader(self) -> PageReader:
        engine = load_engine(self._setup.engine)
        self._versions["ocr"] = engine.version()
        return PageReader(engine, self._setup.today)

    def examine(self, data: bytes, extension: str) -> Reply:
        """Find out everything about one file; never raises for what is in it."""
        media_type: str | None = None
        try:
            media_type = media_type_of(data)
            examined = self._opened(data, media_type)
        except Unopenable as error:
            examined = Examined(trouble=error.trouble, detail=error.detail)
        except ComponentMissingError as error:
            return Reply(media_type, Examined(), self._versions, error.sentence, error.params)
        except MemoryError:
            examined = Examined(trouble=Trouble.LIMIT, detail="memory")
        except Exception as error:
            examined = Examined(trouble=Trouble.CRASH, detail=type(error).__name__)
        return Reply(media_type, examined, self._versions)

    def _opened(self, data: bytes, media_type: str | None) -> Examined:
        opened = open_file(data, media_type, self._limits)
        try:
            return self._examined(opened)
        finally:
            opened.close()

    def _examined(self, opened: OpenedFile) -> Examined:
        read = tuple(self._classified(page) for page in self._read(opened))
        settled, parts = parts_of(read, self._rulebook.types, self._vocabulary, self._setup.today)
        return Examined(opened.container, tuple(map(_as_fact, settled)), parts)

    def _read(self, opened: OpenedFile) -> Iterator[ReadPage]:
        for page in opened.pages():
            yield self._reader.read(page)

    def _classified(self, read: ReadPage) -> ClassifiedPage:
        if is_blank(read):
            return ClassifiedPage(read, Classification(None, 0.0), blank=True)
        guess = self._guess(read)
        if read.is_card or self._promises_zone(guess):
            read = self._reader.look_closer(read)
            guess = self._guess(read)
        if guess.type is None and read.text_read:
            read = self._reader.with_barcodes(read)
            guess = self._guess(read) if read.barcodes else guess
        return ClassifiedPage(read, guess)

    def _promises_zone(self, guess: Classification) -> bool:
        """Whether the page is, or nearly is, of a type that carries a machine-readable zone."""
        kind = self._rulebook.types.get(guess.type or guess.runner_up or "")
        return kind is not None and bool(kind.mrz_shapes)

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
        types = self._rulebook.types
        return classify(evidence, types, self._vocabulary, self._rulebook.portal.classify)

    def _has_iban(self, read: ReadPage) -> bool:
        if read.text is None:
            return False
        reading = Reading((read.text,), self._setup.today)
        found = iban.read(reading, "iban", iban.Settings())
        return any(field.standing is Standing.PROVEN for field in found)


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
    )
