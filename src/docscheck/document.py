"""Facts: what was seen in a file, with nothing said of whether it is good or bad.

Everything here is frozen, small and made of standard types, because these records cross from the
worker process that read the file to the supervisor that judges it (as JSON, see `worker/`).
Full texts never do, and pixels only as small pictures for people (`PagePicture`).

Conventions: pages count from 1; boxes are fractions of the upright page, origin top left; angles
are degrees, clockwise positive; confidences lie between 0 and 1; dates in field values are
ISO 8601 strings.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from docscheck.losses import Ending, Stage, Trouble

Share = Annotated[float, Meta(ge=0.0, le=1.0)]
"""Bounds of all of these are held when a record arrives from a worker, not when it is made."""
Count = Annotated[int, Meta(ge=0, le=10_000_000)]
PageNumber = Annotated[int, Meta(ge=1, le=100_000)]
Short = Annotated[str, Meta(max_length=200)]
"""An id, a name, a number; a word of a library."""
Printed = Annotated[str, Meta(max_length=10_000)]
"""What may stand on a page, a postal address included."""


class Source(StrEnum):
    """Where a value or a text was read."""

    MRZ = "mrz"
    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    BARCODE = "barcode"
    EMBEDDED = "embedded"


class Standing(StrEnum):
    """How far a value can be trusted."""

    PROVEN = "proven"
    """A check digit, key or seal holds, or a text layer confirms it."""
    READ = "read"
    """Read by OCR, or from a text layer without a check."""
    GUESSED = "guessed"
    """Deduced from weak evidence; never makes an error."""


class Origin(StrEnum):
    """How a page came into being."""

    BORN_DIGITAL = "born_digital"
    SCAN = "scan"
    PHOTO = "photo"
    SCREENSHOT = "screenshot"


class Side(StrEnum):
    """Which side of a two-sided card a part shows."""

    FRONT = "front"
    BACK = "back"
    BOTH = "both"
    WHOLE = "whole"
    """The document has no sides."""


class Box(Struct, frozen=True):
    """A rectangle on an upright page, in fractions of its width and height."""

    left: Share
    top: Share
    right: Share
    bottom: Share


class SourceFile(Struct, frozen=True):
    """One entry of the folder, known from its bytes and name alone; it has not been opened."""

    path: str
    """Relative to the folder, forward slashes; undecodable bytes as surrogate escapes."""
    size_bytes: int
    sha256: str | None
    """`None` when the file could not be read or was over the size limit."""
    media_type: str | None
    """From the content, never from the name."""
    extension: str
    """Lower case, without the dot; empty when there is none."""


class Ignored(Struct, frozen=True):
    """An entry listed but not checked."""

    path: str
    reason: str
    """`junk`, `link`, `special` (device, socket, FIFO), `locked` (a folder that may not be read),
    `depth`, `count` (or bytes), or `same_name` (in an archive)."""


class Word(Struct, frozen=True):
    """One printed word."""

    text: str
    box: Box
    confidence: float | None
    """0 to 1 from OCR; `None` from a text layer."""


class Line(Struct, frozen=True):
    """Words on one base line, in reading order: from the right in Arabic and Hebrew."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        boxes = [word.box for word in self.words]
        return Box(
            min(b.left for b in boxes),
            min(b.top for b in boxes),
            max(b.right for b in boxes),
            max(b.bottom for b in boxes),
        )

    @property
    def confidence(self) -> float | None:
        """Mean over the words; `None` for a text layer."""
        known = [w.confidence for w in self.words if w.confidence is not None]
        return sum(known) / len(known) if known else None


class PageText(Struct, frozen=True):
    """The text of one page, in reading order. It stays in the worker."""

    page: int
    lines: tuple[Line, ...]
    source: Source
    engine: str
    """Name and version of what read it (`pdfium`, `tesseract 5.5.4`, `none`)."""

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


class Measures(Struct, frozen=True):
    """What the pixels of one page measure; every member is `None` when it was not measured."""

    sharpness: float | None = None
    """Edge acuity where the text is, 0 (no edge) to 1 (as a clean 150 dpi scan)."""
    brightness: float | None = None
    """Luminance of the paper around the text, 0 to 1."""
    contrast: float | None = None
    """Paper luminance minus ink luminance, 0 to 1."""
    glare: float | None = None
    """Share of the document's area that is burnt out, 0 to 1."""
    faded: float | None = None
    """Share of the lines of print that fade away at one end, 0 to 1."""
    ink: float | None = None
    """Share of dark pixels, 0 to 1; near 0 on a blank page."""
    skew_deg: float | None = None
    text_height_px: float | None = None
    """Median height of a text line's capitals in the decoded picture at its full resolution."""
    cut_edges: tuple[str, ...] | None = None
    """Edges (`left`, `top`, `right`, `bottom`) at which printed matter is cut."""
    moire: float | None = None
    """Strength of a periodic screen pattern, 0 to 1."""
    ocr_confidence: float | None = None
    """Mean confidence of the words read by OCR, weighted by length, 0 to 1."""
    word_count: int | None = None
    """Words of two letters or more that were read."""


class Backdrop(Struct, frozen=True):
    """What is seen behind the head of a portrait, from the edges of the picture up to the head."""

    brightness: float
    """Median CIE lightness, 0 to 1."""
    spread: float
    """Lightness between its 3rd and 97th percentile, 0 to 1: shadows, light that falls off."""
    tint: float
    """Median CIE chroma, 0 (grey) to about 1."""
    broken: float
    """Share of the rows in which something has an edge before the head is reached, 0 to 1."""


class Portrait(Struct, frozen=True):
    """What a picture around its largest face measures. Of the face itself nothing is kept but boxes
    and points: they say where it is, not whose it is.
    """

    face: Box
    """From forehead to chin."""
    eyes: tuple[tuple[float, float], tuple[float, float]] | None
    """Pupils, left and right in the picture, in fractions; `None` when they were not found."""
    crown: float
    """Top of the head without hair, as a height: estimated, in fractions of the picture; outside
    0 to 1 when the picture ends before."""
    chin: float
    tilt_deg: float | None
    """Of the line of the eyes, clockwise."""
    turned: float | None
    """How far the eyes are from the middle of the face, of half its breadth: 0 from the front, near
    1 in profile; positive to the right of the picture."""
    sharpness: float | None
    """Steepest edges at the eyes: all their contrast within 1/sharpness of the distance of the
    eyes; the least of four directions."""
    highlight: float
    """Lightest part of the face, 0 to 1."""
    contrast: float
    """Luminance between its lightest and darkest parts, 0 to 1."""
    burnt: float
    """Share of the face that is pure white, 0 to 1."""
    one_sided: float
    """Luminance of the brighter half of the face over that of the other, 1 or more."""
    chroma: float
    """Median CIE chroma of the face, 0 to about 1: near 0 in black and white."""
    backdrop: Backdrop | None
    """`None` when hardly anything is seen behind the head."""
    frame: tuple[str, ...] = ()
    """Sides (`left`, `top`, `right`, `bottom`) along which the edge of a print runs."""
    moire: float | None = None
    """Strength of a periodic screen pattern, 0 to 1; `None` when the picture is too small."""


class Cue(Struct, frozen=True):
    """One piece of evidence for a type."""

    kind: Short
    evidence: Printed
    """Words of the rule file, never words of the document: they may be printed."""
    weight: float


class Classification(Struct, frozen=True):
    """What a page or part was taken for, and why."""

    type: Short | None
    """`None` when no type is sure enough: the page is unrecognised."""
    score: Share
    runner_up: Short | None = None
    runner_up_score: Share = 0.0
    cues: tuple[Cue, ...] = ()


class Page(Struct, frozen=True):
    """One page of one file."""

    number: PageNumber
    width_px: Count
    """Of the picture, or of the page at 150 dpi when it is born digital; upright."""
    height_px: Count
    origin: Origin
    dpi: float | None
    """Of a scan, from the size of the sheet; `None` when the printed size is unknown."""
    turn_deg: int
    """0, 90, 180 or 270: what had to be turned clockwise to stand upright, beyond EXIF."""
    text_source: Source | None
    """`None` when no text was read, because the page is blank or the OCR engine is off."""
    measures: Measures
    classification: Classification
    text_read: bool = True
    """False when reading was needed and no engine could do it (`--ocr none`)."""
    script: Short | None = None
    """ISO 15924 code of letters that could not be read for want of their language data."""
    hidden_words: Count = 0
    """Words of the text layer that no eye can see; they were not read as text of the page."""
    layer_differs: bool = False
    """The text layer says other things than the drawing; the drawing was read instead."""
    faces: tuple[Box, ...] | None = None
    """Where faces look out of it, the largest first; `None` where none was looked for."""
    portrait: Portrait | None = None
    """`None` where no face fills a good part of it."""


class PagePicture(Struct, frozen=True):
    """What one page looks like, for people; made only where somebody asked for pictures."""

    page: PageNumber
    data: Annotated[bytes, Meta(max_length=400_000)]
    """JPEG, or PNG with boxes drawn on it. Never decoded by docscheck: what a worker sends may be
    anything."""
    width_px: Annotated[int, Meta(ge=1, le=2_000)]
    height_px: Annotated[int, Meta(ge=1, le=2_000)]


class CheckDigit(Struct, frozen=True):
    """One check digit of an MRZ: ICAO 9303-3 clause 4.9."""

    name: Short
    """`document_number`, `birth_date`, `expiry_date`, `optional`, `composite`."""
    printed: Short
    computed: Short

    @property
    def holds(self) -> bool:
        return self.printed == self.computed or (self.printed == "<" and self.computed == "0")


class Repair(Struct, frozen=True):
    """A character changed because the check digits leave one answer."""

    line: Count
    column: Count
    """Both from 0."""
    read: Short
    taken: Short


class Mrz(Struct, frozen=True):
    """A machine-readable zone as read and parsed."""

    shape: Short
    """`TD1`, `TD2`, `TD3`, `MRV-A`, `MRV-B` or `FRA-ID` (French card before 2021)."""
    lines: tuple[Short, ...]
    check_digits: tuple[CheckDigit, ...]
    page: PageNumber
    box: Box | None
    confidence: Share
    """The reader's own, before the check digits."""
    repairs: tuple[Repair, ...] = ()
    source: Source = Source.MRZ
    unproven: tuple[Short, ...] = ()
    """Check digits that hold and prove nothing: another likely reading of the print holds too."""

    @property
    def proven(self) -> bool:
        """Every check digit holds."""
        return bool(self.check_digits) and all(digit.holds for digit in self.check_digits)


class Field(Struct, frozen=True):
    """One value read from a document."""

    name: Short
    """From the closed list of `product.md`, "Field names"."""
    value: Printed
    """Normalised: ISO dates, alpha-3 states, no blanks in IBAN; unmasked."""
    page: PageNumber
    box: Box | None
    confidence: Share
    source: Source
    standing: Standing
    alternatives: tuple[Printed, ...] = ()
    """Other readings that cannot be excluded, such as the other order of an ambiguous date."""
    repaired: tuple[Repair, ...] = ()
    """Its characters in a machine-readable zone that were exchanged."""


class Part(Struct, frozen=True):
    """Consecutive pages of one file that belong to one document."""

    pages: tuple[PageNumber, ...]
    classification: Classification
    side: Side
    fields: tuple[Field, ...] = ()
    mrz: Mrz | None = None
    marks: tuple[Short, ...] = ()
    """Names of the content marks of the rule file that were found (`parents`, `vls_ts`, ...)."""
    names: tuple[Printed, ...] = ()
    """Runs of words on its pages that may be names, whoever's: to look a known person up in."""
    hosts: tuple[Printed, ...] = ()
    """Hosts of the addresses in its codes; none was ever asked."""

    def field(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.name == name), None)


class Container(Struct, frozen=True):
    """What the file is as a container: known without looking at a page."""

    page_count: Count
    encrypted: bool = False
    """Opens without a password, but is encrypted (owner password)."""
    restricted: bool = False
    """Printing or copying is forbidden by its permissions."""
    active: tuple[Short, ...] = ()
    """Active content by kind: `javascript`, `launch`, `attachment`, `form`, `xfa`, `uri`."""
    signed: bool = False
    repaired: bool = False
    """The structure was damaged and could be rebuilt."""


class Examined(Struct, frozen=True, forbid_unknown_fields=True):
    """All that a worker found in one file: the answer to one request."""

    container: Container | None = None
    pages: tuple[Page, ...] = ()
    parts: tuple[Part, ...] = ()
    trouble: Trouble | None = None
    detail: Short = ""
    """For developers, in English: the library's own word for the trouble; no personal value."""
    stage: Stage | None = None
    """How far the reading had come, by the supervisor's account, where it ended in `TIMEOUT`,
    `CRASH` or `LIMIT` of memory; `None` before the first stage."""
    ending: Ending | None = None
    """With `CRASH`, once a stage was entered."""


class ExaminedFile(Struct, frozen=True):
    """A file together with what was found in it."""

    file: SourceFile
    examined: Examined

    @property
    def left_unread(self) -> bool:
        """Whether the check was stopped before this file was read."""
        return self.examined.trouble is Trouble.INTERRUPTED


class PlacedPart(Struct, frozen=True):
    """A part and the file it is in."""

    path: str
    part: Part


class Document(Struct, frozen=True):
    """One paper of the student: a passport, both sides of a card, a record with its translation."""

    id: str
    """`d1`, `d2`, ... in the order of files and pages."""
    type: str | None
    parts: tuple[PlacedPart, ...]
    fields: tuple[Field, ...] = ()
    """The best reading of each field over all parts."""
    marks: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Runs of words on its pages that may be names, whoever's."""

    def field(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.name == name), None)

    def value(self, name: str) -> str | None:
        found = self.field(name)
        return found.value if found else None

    @property
    def mrz(self) -> Mrz | None:
        """The best zone of the document: a proven one if there is any."""
        zones = [p.part.mrz for p in self.parts if p.part.mrz is not None]
        return max(zones, key=lambda z: (z.proven, z.confidence), default=None)

    @property
    def paths(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p.path for p in self.parts))

    @property
    def sides(self) -> frozenset[Side]:
        return frozenset(p.part.side for p in self.parts)


class Folder(Struct, frozen=True):
    """Everything known of one student's folder. Facts end here."""

    name: str
    files: tuple[ExaminedFile, ...]
    """In the order of their paths."""
    documents: tuple[Document, ...]
    ignored: tuple[Ignored, ...] = ()

    @property
    def is_partial(self) -> bool:
        """Whether the check was stopped before every file was read."""
        return any(entry.left_unread for entry in self.files)

    def file(self, path: str) -> ExaminedFile:
        return next(f for f in self.files if f.file.path == path)

    def page(self, path: str, number: int) -> Page | None:
        pages = self.file(path).examined.pages
        return next((p for p in pages if p.number == number), None)
