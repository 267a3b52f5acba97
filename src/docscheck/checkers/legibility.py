"""Can the officer read what is needed from this document?

Asks two things. Of each page: is the picture sharp, bright, free of glare, large enough, whole?
Of the document: were the values the officer needs (`needed`) read?
Why: "valid, complete and legible" is what the health insurance asks of a copy (ameli.fr, 2025).

Legible is what can be read. Blur, darkness, pallor and few pixels spoil the whole page: where its
words were read all the same, no measure of them explains anything. A reflection or a cut takes a
part away and leaves the rest well read.

A needed value that was not found has four explanations, and only one of them is the student's:
- the words could hardly be read, and the picture has a defect: `quality.unreadable` fails;
- the page was read, but part of it is cut or burnt out; or its words could hardly be read and the
  picture shows no reason (handwriting, another script): `quality.unreadable` for review;
- no OCR engine ran: `quality.unreadable` unchecked;
- none of these, our reading is the likelier culprit: `document.field_not_read`, a warning.
A document whose needed values were all read is not unreadable, whatever its measures say: then the
measures are warnings. Two things are still for review. Values that nothing proves, read off a
picture that is hopeless, or on which hardly a word could be read: blur makes one letter of another,
grain makes letters of nothing, and no engine knows. And print that runs out of the picture, because
what is not there cannot be read; a machine-readable zone that holds proves that it does not matter.
A page nobody recognised fails only when its picture is hopeless and its words could hardly be read;
one on which nothing has the shape of letters is for review.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from docscheck.checkers.evidence import is_blank, pages_of, where_is
from docscheck.checkers.page_defects import Defect, Limit, Limits, defects
from docscheck.document import Document, Field, Folder, Origin, Page, Source, Standing
from docscheck.finding import Context, Issue, Kind, Param, Term, Where

ID = "legibility"
_CROPPED = "quality.cropped"
RULES = frozenset(
    {
        "quality.blurry",
        "quality.dark",
        "quality.glare",
        "quality.low_resolution",
        _CROPPED,
        "quality.unreadable",
        "document.field_not_read",
    }
)


class Settings(Struct, frozen=True):
    """What has to be read, and when a picture is poor or hopeless."""

    needed: tuple[str, ...] = ()
    """Fields an officer needs; empty when none is."""
    needed_one_of: tuple[tuple[str, ...], ...] = ()
    """Groups of fields of which one is enough."""
    told_elsewhere: tuple[str, ...] = ("expiry_date", "school_year", "iban")
    """Fields whose absence on a good picture another checker reports itself."""
    min_field_confidence: float = 0.5
    """A value read with less counts as not read."""
    sure_of_zone: float = 0.9
    """A value of a zone that holds, read with this, is believed off a hopeless picture: names have
    no check digit of their own (ICAO 9303-3 section 4.9)."""
    min_sharpness: float = 0.4
    hopeless_sharpness: float = 0.25
    min_brightness: float = 0.35
    hopeless_brightness: float = 0.18
    min_contrast: float = 0.2
    hopeless_contrast: float = 0.12
    max_glare: float = 0.03
    hopeless_glare: float = 0.25
    max_faded: float = 0.12
    min_text_height_px: float = 9.0
    hopeless_text_height_px: float = 7.0
    min_dpi: float = 120.0
    hopeless_dpi: float = 72.0
    min_short_side_px: float = 300.0
    hopeless_short_side_px: float = 240.0
    min_ocr_confidence: float = 0.6
    """Mean confidence of the words below which a page was hard to read."""
    chance_ocr_confidence: float = 0.35
    """Mean confidence of the words below which values that nothing proves may be chance."""
    legible_ocr_confidence: float = 0.75
    """From here on a page was read, whatever the measures of its picture."""
    max_ratio: float = 0.0
    """Width over height of a picture beyond which part of the paper must be missing; 0: any."""
    max_tallness: float = 0.0
    """The same, height over width."""
    legible_words: int = 8
    """Fewer words do not show that a page can be read."""
    max_ink: float = 0.002
    """A page with less is blank, and judged by `blank-pages`."""
    max_soft_ink: float = 0.01
    """Ink up to which print may have been blurred away where no word was read; things that were
    photographed have edges, and more."""
    judge_pictures: bool = True
    """False for ID photos, whose picture `photo-geometry` judges by other measures."""

    @property
    def limits(self) -> Limits:
        """The thresholds, two by two."""
        return Limits(
            sharpness=Limit(self.min_sharpness, self.hopeless_sharpness),
            brightness=Limit(self.min_brightness, self.hopeless_brightness),
            contrast=Limit(self.min_contrast, self.hopeless_contrast),
            text_height_px=Limit(self.min_text_height_px, self.hopeless_text_height_px),
            dpi=Limit(self.min_dpi, self.hopeless_dpi),
            short_side_px=Limit(self.min_short_side_px, self.hopeless_short_side_px),
            glare=Limit(self.max_glare, self.hopeless_glare),
            max_faded=self.max_faded,
            max_ratio=self.max_ratio,
            max_tallness=self.max_tallness,
        )


class _Look(Struct, frozen=True):
    """One page and what is wrong with its picture."""

    path: str
    page: Page
    defects: tuple[Defect, ...]
    hard: bool
    """Reading was tried, and gave no word or words of low confidence."""
    legible: bool
    """Its words were read with confidence."""
    chance: bool
    """What was read of it may be chance: its words were hardly read, off a hopeless picture or not,
    or there were none on a picture as soft as blur leaves it.
    """

    @property
    def where(self) -> Where:
        return Where(self.path, self.page.number)

    @property
    def wordless(self) -> bool:
        """No word was read, because a zone that fills the page says what is on it."""
        return self.page.measures.ocr_confidence is None

    @property
    def letterless(self) -> bool:
        """Nothing has the shape of letters and what was read is chance: print blurred away."""
        return self.chance and self.page.measures.sharpness is None

    @property
    def hopeless(self) -> bool:
        return any(defect.hopeless for defect in self.defects)

    @property
    def reasons(self) -> tuple[Defect, ...]:
        """What may have kept a value from being read."""
        return tuple(defect for defect in self.defects if defect.partial or not self.legible)


def check(
    subject: Document, folder: Folder, settings: Settings, context: Context
) -> Iterator[Issue]:
    """Yield the defects of each page, then what could not be read because of them."""
    looks = [
        _look(path, page, settings)
        for path, page in pages_of(subject, folder)
        if not is_blank(page, settings.max_ink)
    ]
    if settings.judge_pictures:
        for look in looks:
            yield from _page_issues(look, subject)
    if subject.type in (None, "other"):
        yield from _unrecognised(subject, looks)
    else:
        yield from _needed(subject, looks, settings)


def _look(path: str, page: Page, settings: Settings) -> _Look:
    measures = page.measures
    confidence, words = measures.ocr_confidence, measures.word_count
    hard = page.text_read and (
        words == 0 if confidence is None else confidence < settings.min_ocr_confidence
    )
    legible = (
        confidence is not None
        and confidence >= settings.legible_ocr_confidence
        and (words or 0) >= settings.legible_words
    )
    found = defects(page, settings.limits)
    hopeless = any(defect.hopeless for defect in found)
    drawn = page.origin is Origin.BORN_DIGITAL
    if confidence is not None:
        scarce = confidence < settings.chance_ocr_confidence
    else:
        scarce = measures.ink is not None and measures.ink <= settings.max_soft_ink
    chance = hard and (hopeless or (scarce and not drawn))
    return _Look(path, page, found, hard, legible, chance)


def _page_issues(look: _Look, document: Document) -> Iterator[Issue]:
    for defect in look.defects:
        params: dict[str, Param] = {"page": look.page.number}
        if defect.rule == _CROPPED and not defect.case:
            params["edges"] = _edges(look)
        yield Issue(defect.rule, Kind.FAIL, look.where, defect.case, params, document.id)


def _unrecognised(document: Document, looks: list[_Look]) -> Iterator[Issue]:
    for look in looks:
        spoilt = look.hopeless and look.hard
        if spoilt or look.letterless:
            params: dict[str, Param] = {"page": look.page.number, "causes": _causes([look])}
            kind = Kind.FAIL if spoilt else Kind.REVIEW
            yield Issue("quality.unreadable", kind, look.where, "page", params, document.id)


def _needed(document: Document, looks: list[_Look], settings: Settings) -> Iterator[Issue]:
    missing = _missing(document, settings)
    if not missing:
        yield from _doubted(document, looks, settings)
        yield from _cut_off(document, looks, settings)
        return
    bad = [look for look in looks if look.reasons or look.hard]
    where = _worst(bad).where if bad else where_is(document)
    params: dict[str, Param] = {"fields": _fields(missing)}
    if any(not look.page.text_read for look in looks):
        yield Issue("quality.unreadable", Kind.UNCHECKED, where, "unread", params, document.id)
    elif bad:
        params["causes"] = _causes(bad)
        spoilt = any(look.hard and look.reasons for look in bad)
        kind = Kind.FAIL if spoilt else Kind.REVIEW
        yield Issue("quality.unreadable", kind, where, "", params, document.id)
    elif untold := [name for name in missing if name not in settings.told_elsewhere]:
        params["fields"] = _fields(untold)
        yield Issue("document.field_not_read", Kind.REVIEW, where, "", params, document.id)


def _doubted(document: Document, looks: list[_Look], settings: Settings) -> Iterator[Issue]:
    """Yield the needed values that were made out on a picture on which hardly a word could be."""
    zone = document.mrz
    if zone is not None and zone.proven and not zone.unproven:
        return
    bad = [look for look in looks if look.chance or (look.hopeless and look.wordless)]
    if len(bad) < len(looks) or not bad:
        return
    by_chance = any(look.chance for look in bad)
    if doubtful := _missing(document, settings, proven=True, by_chance=by_chance):
        params: dict[str, Param] = {"fields": _fields(doubtful), "causes": _causes(bad)}
        where = _worst(bad).where
        yield Issue("quality.unreadable", Kind.REVIEW, where, "doubted", params, document.id)


def _cut_off(document: Document, looks: list[_Look], settings: Settings) -> Iterator[Issue]:
    zone = document.mrz
    if (zone is not None and zone.proven) or not (settings.needed or settings.needed_one_of):
        return
    for look in looks:
        if any(defect.rule == _CROPPED and not defect.case for defect in look.defects):
            params: dict[str, Param] = {"page": look.page.number, "edges": _edges(look)}
            yield Issue("quality.unreadable", Kind.REVIEW, look.where, "cut", params, document.id)


def _edges(look: _Look) -> tuple[Term, ...]:
    return tuple(Term("word", f"edge_{edge}") for edge in look.page.measures.cut_edges or ())


def _fields(names: Iterable[str]) -> tuple[Term, ...]:
    return tuple(Term("field", name) for name in names)


def _missing(
    document: Document, settings: Settings, *, proven: bool = False, by_chance: bool = False
) -> tuple[str, ...]:
    """Give the needed fields that were not read, or of which nothing proves the value."""

    def is_read(name: str) -> bool:
        found = document.field(name)
        if found is None or found.confidence < settings.min_field_confidence:
            return False
        if not proven or found.standing is Standing.PROVEN:
            return True
        return not by_chance and _is_of_zone(found, document, settings.sure_of_zone)

    alone = [name for name in settings.needed if not is_read(name)]
    groups = [group[0] for group in settings.needed_one_of if not any(map(is_read, group))]
    return tuple(dict.fromkeys([*alone, *groups]))


def _is_of_zone(found: Field, document: Document, sure: float) -> bool:
    """Tell whether a value was read for sure off a zone whose check digits all hold, and is not one
    of those that may hold by chance.
    """
    zone = document.mrz
    of_zone = found.source is Source.MRZ and zone is not None and zone.proven
    proves_otherwise = zone is not None and found.name in zone.unproven
    return of_zone and not proves_otherwise and found.confidence >= sure


def _worst(looks: list[_Look]) -> _Look:
    return max(looks, key=lambda look: (look.hopeless, len(look.reasons)))


def _causes(looks: list[_Look]) -> tuple[Term, ...]:
    words = [defect.word for look in looks for defect in look.reasons]
    return tuple(Term("word", word) for word in dict.fromkeys(words or ["hard_to_read"]))
