"""What is this page, as far as reading can tell? Read, guess, and look again where that helps.

A first reading is cheap and finds most pages out. Where it leaves something open (a paper that
should carry a zone, words that tell no type, a needed value that was not found), the look that
suits that case follows, and the page is guessed anew. A page may come out as two papers.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from docscheck.classify import PageEvidence, classify
from docscheck.classify.phrases import Vocabulary
from docscheck.document import Classification, Origin, Standing
from docscheck.ocr.interface import OcrEngine
from docscheck.page_record import ReadPage, is_blank
from docscheck.parts import ClassifiedPage, PartMaker, as_papers
from docscheck.read_again import SecondLook
from docscheck.read_iban import IbanReader
from docscheck.read_page import PageReader
from docscheck.read_papers import PaperReader, whole
from docscheck.read_zone_paper import ZonePaperReader
from docscheck.readers import iban, mrz_fields, two_d_doc
from docscheck.readers.interface import Reading
from docscheck.rulebook.schema import Rulebook

_READ_WELL = 0.75
"""Mean confidence of words from which nothing on a side of a card is thought to be lost."""
_DECIDE = frozenset({"expiry_date", "school_year"})
"""Fields for whose sake a paper with pale print is read once more: what says where it ends."""


class Recogniser:
    """Says what pages are, with one engine, kept for the life of the process."""

    def __init__(
        self,
        engine: OcrEngine,
        reader: PageReader,
        rulebook: Rulebook,
        vocabulary: Vocabulary,
        today: date,
    ) -> None:
        self._reader = reader
        self._again = SecondLook(engine)
        self._ibans = IbanReader(engine)
        self._papers = PaperReader(engine)
        self._beside = ZonePaperReader(engine, today)
        self._types = rulebook.types
        self._vocabulary = vocabulary
        self._bounds = rulebook.portal.classify
        self._today = today

    def papers_on(self, read: ReadPage, maker: PartMaker) -> tuple[ClassifiedPage, ...]:
        """Say what a page is; two entries of one number when two papers lie on it.

        Args:
            read: a page as it was read first.
            maker: of its file; knows which values a paper lacks.
        """
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
        entry = self._with_pale_print(self._looked_closer(read, guess), maker)
        entries = self._around_zone(entry) if entry.read.place is None else (entry,)
        return tuple(self._with_needed(entry, maker) for entry in entries)

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

    def _with_pale_print(self, entry: ClassifiedPage, maker: PartMaker) -> ClassifiedPage:
        """Look for pale print where the date that decides was not read, or nothing was recognised.

        A second look that reads anything otherwise than the first is not believed.
        """
        if not self._again.is_fit(entry.read):
            return entry
        kind = self._types.get(entry.classification.type or "")
        wanted = _DECIDE & {rule.name for rule in kind.fields} if kind is not None else _DECIDE
        first = maker.values_on(entry) if wanted else {}
        if wanted <= first.keys():
            return entry
        for read in self._again.for_pale_print(entry.read):
            again = replace(entry, read=read)
            if kind is None:
                again = replace(again, classification=self._guess(read))
                if again.classification.type is not None:
                    return again
                continue
            second = maker.values_on(again)
            agrees = all(second.get(name) == value for name, value in first.items())
            if agrees and wanted <= second.keys():
                return again
        return entry

    def _with_needed(self, entry: ClassifiedPage, maker: PartMaker) -> ClassifiedPage:
        """Read a page in bands where it does not tell what an officer needs of such a paper.

        The side of a card need not carry it: one that was read well is believed.
        """
        kind = self._types.get(entry.classification.type or "")
        confidence = entry.read.measures.ocr_confidence or 0.0
        if kind is None:
            poor = confidence < _READ_WELL or bool(entry.read.measures.faded)
            return self._recognised_near(entry) if poor else entry
        if not maker.lacks(entry) or (kind.two_sided and confidence >= _READ_WELL):
            return entry
        for read in self._again.in_bands(entry.read):
            entry = replace(entry, read=read)
            if not maker.lacks(entry):
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
            {f.name: f.value for f in mrz_fields.fields(read.mrz, self._today)} if read.mrz else {}
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
        return classify(evidence, self._types, self._vocabulary, self._bounds)

    def _has_iban(self, read: ReadPage) -> bool:
        if read.text is None:
            return False
        reading = Reading((read.text,), self._today)
        found = iban.read(reading, "iban", iban.Settings())
        return any(field.standing is Standing.PROVEN for field in found)
