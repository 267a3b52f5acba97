"""Facts written out by hand: fields, documents and folders as a worker would have found them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from docscheck.document import (
    CheckDigit,
    Classification,
    Container,
    Document,
    Examined,
    ExaminedFile,
    Field,
    Folder,
    Measures,
    Mrz,
    Origin,
    Page,
    Part,
    PlacedPart,
    Side,
    Source,
    SourceFile,
    Standing,
)
from docscheck.losses import Trouble

TODAY = date(2026, 11, 23)


def read(name: str, value: str, confidence: float = 0.97, **more: object) -> Field:
    """A field read by OCR."""
    field = Field(name, value, 1, None, confidence, Source.OCR, Standing.READ)
    return replace(field, **more)  # type: ignore[arg-type]  # the tests name the members they vary


def proven(name: str, value: str) -> Field:
    """A field of a zone whose check digits hold."""
    return Field(name, value, 1, None, 0.99, Source.MRZ, Standing.PROVEN)


def zone() -> Mrz:
    """A zone that holds."""
    return Mrz("TD3", ("", ""), (CheckDigit("composite", "0", "0"),), 1, None, 0.99)


def page(number: int = 1, words: int = 80, sure: float = 0.95, **more: object) -> Page:
    """A page that reads well unless told otherwise."""
    plain = Page(
        number=number,
        width_px=1240,
        height_px=1754,
        origin=Origin.SCAN,
        dpi=150,
        turn_deg=0,
        text_source=Source.OCR,
        measures=Measures(
            sharpness=0.9,
            brightness=0.9,
            contrast=0.8,
            glare=0.0,
            ink=0.05,
            skew_deg=0.0,
            text_height_px=24,
            cut_edges=(),
            moire=0.0,
            ocr_confidence=sure,
            word_count=words,
        ),
        classification=Classification(None, 0.0),
    )
    return replace(plain, **more)  # type: ignore[arg-type]  # the tests name the members they vary


def part(
    kind: str | None,
    *fields: Field,
    side: Side = Side.WHOLE,
    pages: tuple[int, ...] = (1,),
    marks: tuple[str, ...] = (),
    mrz: Mrz | None = None,
    names: tuple[str, ...] = (),
    nearest: tuple[str, float] | None = None,
) -> Part:
    """A part of a file, classified for certain, or not at all with its nearest type."""
    runner_up, score = nearest or (None, 0.0)
    seen = Classification(kind, 0.95 if kind else 0.0, runner_up, score)
    return Part(pages, seen, side, fields, mrz, marks, names)


def file(
    path: str,
    *parts: Part,
    trouble: Trouble | None = None,
    pages: Sequence[Page] | None = None,
    digest: str | None = None,
    media_type: str = "application/pdf",
) -> ExaminedFile:
    """A file with its parts; its bytes differ from those of every other path."""
    numbers = sorted({n for p in parts for n in p.pages})
    shown = tuple(page(n) for n in numbers) if pages is None else tuple(pages)
    source = SourceFile(
        path,
        50_000,
        digest or hashlib.sha256(path.encode()).hexdigest(),
        media_type,
        path.rpartition(".")[2].lower(),
    )
    container = None if trouble else Container(len(shown))
    return ExaminedFile(source, Examined(container, shown, tuple(parts), trouble))


def folder(*files: ExaminedFile) -> Folder:
    """A folder in which every part is a document of its own."""
    ordered = tuple(sorted(files, key=lambda f: f.file.path))
    placed = [PlacedPart(f.file.path, p) for f in ordered for p in f.examined.parts]
    documents = tuple(
        Document(
            f"d{n}",
            p.part.classification.type,
            (p,),
            p.part.fields,
            p.part.marks,
            p.part.names,
        )
        for n, p in enumerate(placed, start=1)
    )
    return Folder("student", ordered, documents)


def holder(surname: str, given_names: str, birth_date: str | None = None) -> tuple[Field, ...]:
    """The fields that name a person, as read by OCR."""
    birth = (read("birth_date", birth_date),) if birth_date else ()
    return (read("surname", surname), read("given_names", given_names), *birth)
