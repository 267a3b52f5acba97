"""Untidy folders: what is printed on each page is known, whatever was done to the files."""

from __future__ import annotations

import io
from random import Random

import pikepdf
import pytest

from specimens.channels import untidied
from specimens.folders.specimen import FolderSpecimen
from specimens.folders.untidy import MESSES, make_untidy
from tests.drawn_papers import pdf, scanned

LINES = "\n".join(f"ligne {number}" for number in range(12))


def specimen() -> FolderSpecimen:
    """Two papers and a card of two sides."""
    sides = untidied.joined([pdf("RECTO", LINES), pdf("VERSO", LINES)])
    files = {
        "carte.pdf": sides,
        "rib.pdf": scanned(pdf("RIB", LINES), 100),
        "certificat.pdf": pdf("CERTIFICAT", LINES),
    }
    told = {
        "carte.pdf": [
            {"pages": [1], "type": "national_id_card", "side": "front", "fields": {}},
            {"pages": [2], "type": "national_id_card", "side": "back", "fields": {}},
        ],
        "rib.pdf": [{"pages": [1], "type": "rib", "fields": {}}],
        "certificat.pdf": [{"pages": [1], "type": "school_certificate", "fields": {}}],
    }
    return FolderSpecimen("untidy", files, {"files": told})


@pytest.mark.parametrize("mess", sorted(MESSES))
def test_the_same_seed_gives_the_same_bytes(mess: str) -> None:
    given = specimen()
    one, other = (make_untidy(given, [mess], Random(7)) for _ in range(2))
    assert one.files == other.files
    assert one.messes == other.messes


@pytest.mark.parametrize("seed", range(4))
def test_every_page_of_every_paper_is_told_of(seed: int) -> None:
    untidy = make_untidy(specimen(), ["apart", "turned", "all_in_one", "oddly_named"], Random(seed))
    kinds = sorted(entry["type"] for papers in untidy.truth.values() for entry in papers)
    assert kinds == ["national_id_card", "national_id_card", "rib", "school_certificate"]
    for item in untidy.items:
        with pikepdf.open(io.BytesIO(item.data)) as pages:
            assert {p for e in item.papers for p in e["pages"]} == set(
                range(1, len(pages.pages) + 1)
            )


def test_sides_are_put_apart_and_papers_together() -> None:
    assert set(make_untidy(specimen(), ["apart"], Random(1)).files) == {
        "carte recto.pdf", "carte verso.pdf", "rib.pdf", "certificat.pdf"
    }  # fmt: skip
    assert set(make_untidy(specimen(), ["all_in_one"], Random(1)).files) == {
        "tous mes documents.pdf"
    }


def test_a_signed_file_is_spoiled_no_further() -> None:
    untidy = make_untidy(specimen(), ["signed", "all_in_one", "active"], Random(3))
    (signed,) = (item for item in untidy.items if item.signed)
    assert signed.path != "tous mes documents.pdf"
    with pikepdf.open(io.BytesIO(signed.data)) as kept:
        assert kept.Root.AcroForm.SigFlags == 3
        assert "/OpenAction" not in kept.Root
