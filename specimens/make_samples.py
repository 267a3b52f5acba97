"""Write `sample_docs/`: whole folders of fictitious papers, each with its right answer.

`python -m specimens.make_samples [DIR]` remakes every folder: `DIR/<name>/documents/` holds the
student's files, `DIR/<name>/expected.json` the right answer (see `specimens.folders.specimen`).
The same library versions give the same bytes. Only layouts anybody may study are used; the unseen
ones stay for measuring.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from specimens.channels import Channel
from specimens.folders import FolderSpecimen, Taste, draw_folder

TODAY = date(2026, 11, 23)
MOST_BYTES = 500_000
MOST_BYTES_IN_ALL = 25_000_000

_TASTE = Taste(megapixels=3.4, most_bytes=330_000, scan_dpi=200, scan_quality=58)
"""Smaller pictures than a telephone takes: what a messaging service leaves of them."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One sample folder."""

    shows: str
    """What it is there to show, for SOURCES.md."""
    story: str = "vls_ts"
    stage: str = "registration"
    style: str = "neat"
    defect: str | None = None
    channels: frozenset[Channel] = field(default_factory=lambda: frozenset(Channel))


_FLAT = frozenset({Channel.NATIVE, Channel.SCAN})

RECIPES: Mapping[str, Recipe] = {
    "complete": Recipe("every paper right, neat names"),
    "complete_messy": Recipe(
        "every paper right, names of telephones and scanners, sub-folders", style="messy"
    ),
    "complete_eu": Recipe("an EU student without European health card", story="eu"),
    "complete_permit": Recipe("a residence permit in the place of the visa", story="permit"),
    "complete_minor": Recipe("under sixteen, with the parents' authorisation", story="under_16"),
    "completion": Recipe("the second stage, every paper right", stage="completion"),
    "completion_eu": Recipe("the second stage of an EU student", story="eu", stage="completion"),
    "missing_visa": Recipe("neither visa nor permit", defect="missing_visa"),
    "missing_rib": Recipe("no bank details", stage="completion", defect="missing_rib"),
    "blurred_passport": Recipe("a passport nobody can read", defect="blurred_passport"),
    "cropped_passport": Recipe("a passport cut above its MRZ", defect="cropped_passport"),
    "dark_certificate": Recipe("a certificate photographed in the dark", defect="dark_certificate"),
    "expired_passport": Recipe("a passport past its date", defect="expired_passport"),
    "previous_year_certificate": Recipe(
        "last year's certificate", defect="previous_year_certificate"
    ),
    "admission_letter": Recipe("an admission letter for enrolment", defect="admission_letter"),
    "rib_of_someone_else": Recipe(
        "somebody else's account", stage="completion", defect="rib_of_someone_else"
    ),
    "wrong_rib_key": Recipe("a RIB key misprinted", stage="completion", defect="wrong_rib_key"),
    "bank_statement": Recipe(
        "a bank statement for the RIB", stage="completion", defect="bank_statement"
    ),
    "extract_without_parents": Recipe(
        "a birth extract without parents", stage="completion", defect="extract_without_parents"
    ),
    "encrypted_certificate": Recipe(
        "a certificate behind a password", defect="encrypted_certificate"
    ),
    "truncated_passport": Recipe("a download that was cut", defect="truncated_passport"),
    "wrong_extension": Recipe("a PDF called .jpg or the reverse", defect="misnamed_certificate"),
    "everything_in_one_pdf": Recipe(
        "all papers in one PDF", defect="everything_in_one_file", channels=_FLAT
    ),
    "passport_photo_not_pdf": Recipe(
        "a passport as a photo, where PDF is asked", defect="passport_as_jpeg"
    ),
    "front_back_two_files": Recipe(
        "a permit's two sides in two files", story="permit", defect="permit_over_two_files"
    ),
    "permit_front_only": Recipe(
        "a permit without its back", story="permit", defect="permit_back_missing"
    ),
    "another_person": Recipe("somebody else's certificate", defect="certificate_of_someone_else"),
    "short_stay_visa": Recipe("a visa for a short stay", defect="short_stay_visa"),
    "passport_check_digit": Recipe(
        "a check digit misprinted in the MRZ", defect="wrong_mrz_check_digit"
    ),
}


def draw_sample(name: str) -> FolderSpecimen:
    """Draw one sample folder, again with other seeds while a file is too large to be kept."""
    recipe = RECIPES[name]
    for attempt in range(40):
        specimen = draw_folder(
            Random(f"sample/{name}/{attempt}"),
            TODAY,
            unseen=False,
            channels=recipe.channels,
            defect=recipe.defect,
            story=recipe.story,
            stage=recipe.stage,
            style=recipe.style,
            taste=_TASTE,
        )
        if all(len(data) <= MOST_BYTES for data in specimen.files.values()):
            return specimen
    raise ValueError(f"{name}: no attempt keeps every file under {MOST_BYTES} bytes")


def write_sample(name: str, root: Path) -> int:
    """Write one folder with its answer; give its bytes."""
    specimen = draw_sample(name)
    place = root / name
    shutil.rmtree(place, ignore_errors=True)
    (place / "documents").mkdir(parents=True)
    specimen.write(place / "documents")
    text = json.dumps(specimen.expected, ensure_ascii=False, indent=1, sort_keys=True)
    (place / "expected.json").write_text(text + "\n", encoding="utf-8")
    return sum(len(data) for data in specimen.files.values())


def sources() -> str:
    """Write SOURCES.md: where every file comes from."""
    rows = [f"| {name} | {recipe.shows} |" for name, recipe in RECIPES.items()]
    return "\n".join([
        "# Where these files come from",
        "",
        "Every file was drawn by this project with `python -m specimens.make_samples`; nobody",
        "in them exists, nor do the schools and banks. All say SPECIMEN in their metadata and are",
        "under the project's own licence. `documents/` holds the student's files and",
        "`expected.json` the right answer (see `specimens/folders/specimen.py`). The day is",
        f"{TODAY.isoformat()}.",
        "",
        "| folder | there to show |",
        "|---|---|",
        *rows,
        "",
    ])  # fmt: skip


def main() -> int:
    """Write all samples, or those named."""
    parser = argparse.ArgumentParser(prog="python -m specimens.make_samples", description=__doc__)
    parser.add_argument("root", type=Path, nargs="?", default=Path("sample_docs"))
    parser.add_argument("--only", nargs="*", default=list(RECIPES))
    given = parser.parse_args()
    given.root.mkdir(parents=True, exist_ok=True)
    total = 0
    for name in given.only:
        size = write_sample(name, given.root)
        total += size
        sys.stdout.write(f"{name:28s} {size / 1000:8.0f} kB\n")
    (given.root / "SOURCES.md").write_text(sources(), encoding="utf-8")
    sys.stdout.write(f"{'in all':28s} {total / 1000:8.0f} kB\n")
    return 0 if total <= MOST_BYTES_IN_ALL else 1


if __name__ == "__main__":
    raise SystemExit(main())
